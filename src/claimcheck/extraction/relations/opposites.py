"""Which two claims may say contrary things, told cheaply from their stems and words of denial."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from claimcheck.extraction.clauses.lexicon import load_lexicon
from claimcheck.extraction.relations.terms import Reading, content_stem


def may_deny(one: Reading, two: Reading) -> bool:
    """Whether one of two claims may deny the other: only one has a word of denial, or they have opposites."""
    return one.denies != two.denies or not two.stems.isdisjoint(_contrary(one.stems))


@lru_cache(maxsize=1 << 12)
def _contrary(stems: frozenset[str]) -> frozenset[str]:
    """The stems of all opposites of some stems."""
    contrary = opposites()
    return frozenset().union(*(contrary[word] for word in stems if word in contrary))


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """The stem of each word that has an opposite, and the stems of its opposites, however inflected."""
    lexicon = load_lexicon()
    members: dict[str, set[str]] = {}
    for word, groups in lexicon.groups.items():
        for group in groups:
            members.setdefault(group, set()).add(word)
    inflected: dict[str, set[str]] = {}
    for form, lemmas in lexicon.forms.items():
        for lemma in lemmas:
            inflected.setdefault(lemma, set()).add(form)

    @cache
    def stems(name: str) -> frozenset[str]:
        words = members.get(name, set()) | {name}
        return _stems(words.union(*(inflected.get(word, ()) for word in words)))

    found: dict[str, set[str]] = {}
    for name, others in lexicon.opposed.items():
        contrary = frozenset().union(*map(stems, others))
        for each in stems(name):
            found.setdefault(each, set()).update(contrary)
    return {word: frozenset(others) for word, others in found.items()}


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(content_stem(part) for word in words for part in word.split("_")[:1]) - {""}
