"""Which two claims may say contrary things, told cheaply from their stems and words of denial."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from claimcheck.extraction.clauses.lexicon import load_lexicon
from claimcheck.extraction.relations.terms import Reading, content_stem


def may_deny(one: Reading, two: Reading) -> bool:
    """Whether one of two claims may deny the other: only one denies something, of which the other speaks, or
    they have opposites."""
    if one.denies != two.denies:
        denying, other = (one, two) if one.denies else (two, one)
        if not meanings(denying.denied).isdisjoint(meanings(other.stems)):
            return True
    return not two.stems.isdisjoint(_contrary(one.stems)) and _opposed(one, two)


def _opposed(one: Reading, two: Reading) -> bool:
    """Whether opposites stand there with the particles without which they are none ("go up", "go down")."""
    contrary = opposites()
    for word in one.stems:
        for other in contrary.get(word, frozenset()) & two.stems:
            if _has_particle(word, one) and _has_particle(other, two):
                return True
    return False


def _has_particle(word: str, reading: Reading) -> bool:
    needed = _particles().get(word)
    return not needed or any(f" {each}" in reading.claim.text for each in needed)


@cache
def _particles() -> Mapping[str, frozenset[str]]:
    """The particles of each stem that has an opposite only with one of them."""
    words = {word.partition("_") for name in load_lexicon().opposed for word in _members().get(name, {name})}
    alone = {content_stem(first) for first, _, rest in words if not rest}
    found: dict[str, set[str]] = {}
    for first, _, rest in words:
        if rest and content_stem(first) not in alone:
            found.setdefault(content_stem(first), set()).add(rest.replace("_", " "))
    return {word: frozenset(particles) for word, particles in found.items()}


@cache
def _members() -> Mapping[str, set[str]]:
    """The words of each group of synonyms."""
    members: dict[str, set[str]] = {}
    for word, groups in load_lexicon().groups.items():
        for group in groups:
            members.setdefault(group, {group}).add(word)
    return members


@lru_cache(maxsize=1 << 12)
def meanings(stems: frozenset[str]) -> frozenset[str]:
    """Some stems with what they may mean: base forms and names of groups of synonyms."""
    known, stems = _synonyms(), stems - {""}
    return stems.union(*(known[word] for word in stems if word in known))


@cache
def _synonyms() -> Mapping[str, frozenset[str]]:
    """The stem of each word that has synonyms or is irregular, and its groups and base forms."""
    lexicon = load_lexicon()
    found: dict[str, set[str]] = {}
    for word, groups in lexicon.groups.items():
        found.setdefault(content_stem(word.partition("_")[0]), set()).update(groups)
    for form, lemmas in lexicon.forms.items():
        meant = found.setdefault(content_stem(form), set())
        for lemma in lemmas:
            meant.add(content_stem(lemma))
            meant.update(lexicon.groups.get(lemma, ()))
    return {word: frozenset(groups) for word, groups in found.items()}


@lru_cache(maxsize=1 << 12)
def _contrary(stems: frozenset[str]) -> frozenset[str]:
    """The stems of all opposites of some stems."""
    contrary = opposites()
    return frozenset().union(*(contrary[word] for word in stems if word in contrary))


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """The stem of each word that has an opposite, and the stems of its opposites, however inflected."""
    lexicon, members = load_lexicon(), _members()
    inflected: dict[str, set[str]] = {}
    for form, lemmas in lexicon.forms.items():
        for lemma in lemmas:
            inflected.setdefault(lemma, set()).add(form)

    @cache
    def stems(name: str) -> frozenset[str]:
        words = members.get(name, {name})
        return _stems(words.union(*(inflected.get(word, ()) for word in words)))

    found: dict[str, set[str]] = {}
    for name, others in lexicon.opposed.items():
        contrary = frozenset().union(*map(stems, others))
        for each in stems(name):
            found.setdefault(each, set()).update(contrary)
    return {word: frozenset(others) for word, others in found.items()}


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(content_stem(part) for word in words for part in word.split("_")[:1]) - {""}
