"""Nouns that name acts: "the closure of the mill" tells what "the mill closed" tells."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.extraction.clauses.lexicon import load_lexicon, read_lines
from claimcheck.extraction.clauses.lexicon.lexicon import NOTHING
from claimcheck.extraction.clauses.words import Relation, Word, relate

_ENDINGS = (
    ("isation", ("ise",)),
    ("ization", ("ize", "ise")),
    ("ification", ("ify",)),
    ("ation", ("ate", "", "e")),
    ("ition", ("e", "", "ite")),
    ("ction", ("ct",)),
    ("sion", ("de", "d", "se", "ss")),
    ("tion", ("t", "te")),
    ("ment", ("", "e")),
    ("ance", ("", "e")),
    ("ence", ("", "e")),
    ("al", ("", "e")),
    ("ure", ("", "e")),
    ("ing", ("", "e")),
)
"""How nouns of acts end, and what stands there in the verb."""


@cache
def _listed(file: str = "acts.txt") -> dict[str, frozenset[str]]:
    rows = (line.split() for line in read_lines(file))
    return {noun: frozenset(verbs) for noun, *verbs in rows}


@lru_cache(maxsize=8_192)
def verbs_of(noun: str) -> frozenset[str]:
    """The verbs that tell the act which a noun (its lemma) names; empty where it names none."""
    listed = _listed().get(noun)
    if listed:
        return listed
    verbs = load_lexicon().verbs
    for ending, tails in _ENDINGS:
        stem = noun.removesuffix(ending)
        if len(stem) < 3 or stem == noun:
            continue
        found = next((stem + tail for tail in tails if stem + tail in verbs), "")
        if not found and ending == "ing" and stem[-1] == stem[-2]:
            found = stem[:-1] if stem[:-1] in verbs else ""
        if found:
            return frozenset((found,))
    return NOTHING


def deeds_of(word: Word) -> frozenset[str]:
    """The verbs for what those do whom a word names: "own" for "owner"."""
    listed = _listed("agents.txt")
    return frozenset(verb for lemma in word.lemmas for verb in listed.get(lemma, NOTHING))


def acts_of(word: Word) -> frozenset[str]:
    """The verbs for the act that a word names as a noun."""
    return frozenset(verb for lemma in dict.fromkeys((*word.lemmas, word.low)) for verb in verbs_of(lemma))


def akin(claim: Word, passage: Word) -> Relation:
    """As :func:`relate`, where a noun also stands for the verb of the act it names."""
    relation = relate(claim, passage)
    if relation not in ("none", "derived"):
        return relation
    mine, its = acts_of(claim) | deeds_of(claim), acts_of(passage) | deeds_of(passage)
    if not (mine or its):
        return relation
    found = {
        relate(_as(claim, one), _as(passage, other))
        for one in mine or _own(claim)
        for other in its or _own(passage)
    }
    best: tuple[Relation, ...] = ("same", "synonym", "opposite", "converse", "implied")
    told = next((kind for kind in best if kind in found), relation)
    return "derived" if told in ("same", "synonym") else told


def _own(word: Word) -> frozenset[str]:
    return frozenset(word.lemmas)


def _as(word: Word, lemma: str) -> Word:
    return word._replace(lemmas=(lemma,), low=lemma)
