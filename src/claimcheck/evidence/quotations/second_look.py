"""A second look at a cut that no rule turned: a linear judge of what stands about the kept words.

The rules know causes that can be named. What else makes a cut matter (a sentence behind that undoes the
first, a voice, a mocking turn) shows in many small signs; this judge adds up their weights, and speaks only
where they are clear. Trained by ``benchmarks/train_quotation_cuts.py``; how it was measured stands in
``benchmarks/RESULTS.md``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.limits import IDIOMS
from claimcheck.evidence.quotations.presupposed import presupposed
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut
from claimcheck.evidence.quotations.traits import traits_of

MODEL_FILE = Path(__file__).with_name("cuts.json")
UNIT = 100
"""Weights are whole numbers of hundredths."""
CLEAR = 165
"""The score, in hundredths, from which the judge speaks: where cross-validation by set called fewer than one
in a hundred of the honest cuts of news, and of the unseen sets, truncated, and two in three of the hard cuts
that turn are told."""
DOUBTFUL = 0
"""The score from which the cut is worth showing: of honest cuts of news it shows one in twenty."""
_SHOWN = 8
_AHEAD = 30
_SAID = frozenset(("said", "announced", "told"))
_SHOWING = frozenset(("shown", "proved", "proven", "established", "demonstrated", "confirmed"))
_JOINING = frozenset(("and", "but", "so"))
_ANYWAY = frozenset(("whether", "believe", "like"))
_SIDING = frozenset(
    (verb, word)
    for verbs, words in (("is was are were 's", "right true correct"), ("believe", "it that him her them"))
    for verb in verbs.split()
    for word in words.split()
)


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights in hundredths, and what is added to their sum."""

    weights: Mapping[str, int]
    offset: int


@dataclass(frozen=True, slots=True)
class Look:
    """What was cut where its loss may matter, and whether it clearly does."""

    cut: Cut
    clear: bool


@cache
def _judge() -> Judge:
    read = json.loads(MODEL_FILE.read_text(encoding="utf-8"))
    return Judge(read["weights"], read["offset"])


def second_look(source: PreparedSource, spans: Sequence[tuple[int, int]]) -> Look | None:
    """What was cut from about kept source tokens, where its loss matters, clearly or perhaps.

    Args:
        spans: the kept pieces as ``(low, high)``, in order.
    """
    if set_apart(source, spans) or spared(source, spans):
        return None  # of these it never was sure enough
    score = linear_score(source, spans)
    place = likeliest(source, spans) if score >= DOUBTFUL else None
    return Look(place, score >= CLEAR) if place else None


def spared(source: PreparedSource, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the source itself ascribes the kept words, or sides with them."""
    return (
        not any(key.isascii() and key.isalpha() for key in source.tokens.keys[slice(*spans[0])])
        or _reported(source, *spans[0])
        or _shown(source, spans[0][0])
        or _endorsed(source, spans[-1][1])
    )


def set_apart(source: PreparedSource, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the source's own marks set the kept words apart, or they are whole sentences.

    Main clauses beside which another one or a phrase that limits nothing was cut count as whole sentences.
    """
    if marked(source, spans):
        return True
    if len(spans) != 1:
        return False
    low, high = spans[0]
    start, end = source.sentence_start(low), source.sentence_end(high - 1)
    return (low == start or _opened(source, start, low)) and (high == end or _added(source, high, end))


def linear_score(source: PreparedSource, spans: Sequence[tuple[int, int]]) -> int:
    """What the traits of a cut weigh together, in hundredths."""
    judge = _judge()
    return judge.offset + sum(judge.weights.get(trait, 0) for trait in traits_of(source, spans))


def likeliest(source: PreparedSource, spans: Sequence[tuple[int, int]]) -> Cut | None:
    """The stretch that was cut whose traits weigh most; None where nothing was."""
    judge, places = _judge(), _places(source, spans)
    sums = dict.fromkeys(places, 0)
    for trait in traits_of(source, spans):
        region = trait[1] if trait[0] in "*!" else trait[0].upper()
        if region in sums:
            sums[region] += judge.weights.get(trait, 0)
    return Cut("limit", *places[max(sums, key=lambda name: sums[name])]) if sums else None


def _opened(source: PreparedSource, start: int, low: int) -> bool:
    keys, gap = source.tokens.keys, source.gap(low)
    if ";" in gap or ("," in gap and (_either_way(keys[start:low]) or ops.harmless_at(keys, start))):
        return True
    denials = [at for at in range(start, low) if keys[at] in ops.NEGATION]
    return any(max(at + 1, low - 1) <= presupposed(keys, at, low) for at in denials)


def _added(source: PreparedSource, high: int, end: int) -> bool:
    keys, gap = source.tokens.keys, source.gap(high)
    joined = keys[high] in _JOINING and keys[high + 1 : high + 2] != ("only",)
    if ";" in gap or keys[high : high + 3] in IDIOMS or ops.harmless_at(keys, high):
        return True
    return "," in gap and (joined or _either_way(keys[high:end]))


def _either_way(keys: tuple[str, ...]) -> bool:
    """ "Believe it or not", "Whether or not he likes it"."""
    return keys[0] in _ANYWAY and "or" in keys


def _reported(source: PreparedSource, low: int, high: int) -> bool:
    """Whether a report in the third person ascribes the kept words: an article may do the same."""
    keys, start = source.tokens.keys, source.sentence_start(low)
    end = source.sentence_end(high - 1)
    said = (
        low > start
        and keys[low - 1] == "that"
        and bool(ops.HEARSAY_VERB & set(keys[max(start, low - _SHOWN) : low]))
    ) or _attributed_behind(source, high, end)
    return said and not {"i", "we", "my", "our"} & set(keys[start:low] + keys[end : end + 5 * _SHOWN])


def _attributed_behind(source: PreparedSource, high: int, end: int) -> bool:
    """ "…, the company said on Monday"."""
    keys = source.tokens.keys
    commas = (at for at in range(high, min(end, high + _SHOWN)) if "," in source.gap(at))
    return any(keys[at] in lx.DETERMINERS and _SAID & set(keys[at + 1 : min(end, at + 5)]) for at in commas)


def marked(source: PreparedSource, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the source quotes the kept words itself, just these: what stands about them is another's."""
    low, high = spans[0][0], spans[-1][1]
    start = source.tokens.starts[low]
    opened = source.quoted_from(start)
    if opened is None or source.text[opened:start].strip():
        return False
    return high == len(source.tokens) or source.quoted_from(source.tokens.starts[high]) != opened


def _shown(source: PreparedSource, low: int) -> bool:
    """ "It has been shown, again and again, that ⟦…⟧"."""
    left = source.tokens.keys[source.sentence_start(low) : low]
    return left[-1:] == ("that",) and bool(_SHOWING & set(left)) and not lx.UNREAL & set(left)


def _endorsed(source: PreparedSource, high: int) -> bool:
    """Whether what follows sides with the kept words: "I agree.", "…, and he was right."."""
    keys = source.tokens.keys[high : high + _AHEAD]
    return any(
        (key in ("agree", "agrees") or keys[at : at + 2] in _SIDING)
        and not ops.NEGATION & set(keys[at - 3 : at])
        for at, key in enumerate(keys)
    )


def _places(source: PreparedSource, spans: Sequence[tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """The source tokens of each region that has any, as far as they are shown."""
    low, high = spans[0][0], spans[-1][1]
    start, end = source.sentence_start(low), source.sentence_end(high - 1)
    after = source.sentence_end(end) if end < len(source.tokens) else end
    before = source.sentence_start(start - 1) if start else start
    found = {
        "L": (max(start, low - _SHOWN), low),
        "R": (high, min(end, high + _SHOWN)),
        "N": (end, min(after, end + _SHOWN)),
        "P": (max(before, start - _SHOWN), start),
    }
    for (_, one), (other, _) in pairwise(spans):
        found["G"] = (one, min(other, one + _SHOWN))
    return {name: place for name, place in found.items() if place[0] < place[1]}
