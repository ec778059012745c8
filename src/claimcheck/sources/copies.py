"""Which sources copy which: the dated copying that origins are traced along.

Two texts share an origin when a third of the shorter one's eight-word shingles stand in the other, or when
they share a long run of words that neither puts in quotation marks (DESIGN: after Dong, Berti-Equille and
Srivastava 2009). The later one is taken to be the copy; without dates, each may be.

Origins ask only what can be reached from a text by going from copy to original. So a pair is left out, and
not even compared, where pairs found before lead from the one text to the other already: a thousand
reprints give some thousand pairs, not half a million, and the same roots.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from claimcheck.documents.copying import shingles, unquoted_shingles
from claimcheck.sources.texts import SourceText

SHARE = 0.3
RUN = 12
SHINGLE = 8


def find_copies(
    texts: Sequence[SourceText], articles: AbstractSet[str] = frozenset()
) -> list[tuple[str, str]]:
    """Pairs ``(later, earlier)`` of source ids; both ways round where the dates do not say. Sorted.

    Every copying between two of the texts is one of the pairs, or follows from several of them.

    Args:
        articles: ids of sources that are articles of the desk too. Such a one ends the way upwards when that
            article is checked, so no other pair may follow from pairs with it: it has all of its own.
    """
    # The undated first: what comes later in this order is never the original of what is dated before it.
    ordered = sorted(texts, key=lambda text: (text.source.published or "", text.source.id))
    return sorted(_Search(ordered, articles).pairs())


class _Words:
    """The words of a text, however many sources have it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.shingles = shingles(text, SHINGLE)

    @cached_property
    def runs(self) -> frozenset[int]:
        return unquoted_shingles(self._text, RUN)


class _Search:
    """The search through texts in the order of their dates; sets of texts are the bits of an integer.

    Texts that copy each other both ways form groups. ``_reached`` has, by group, the group itself and what
    the pairs found so far lead to.
    """

    def __init__(self, ordered: Sequence[SourceText], articles: AbstractSet[str]) -> None:
        self._ids = [text.source.id for text in ordered]
        self._dates = [text.source.published for text in ordered]
        known = {text: _Words(text) for text in {item.text for item in ordered}}
        self._words = [known[item.text] for item in ordered]
        self._sharing = _sharing(self._words)
        self._on_day: dict[str | None, int] = defaultdict(int)
        for at, date in enumerate(self._dates):
            self._on_day[date or None] |= 1 << at
        self._apart = sum(1 << at for at, name in enumerate(self._ids) if name in articles)
        self._group = list(range(len(ordered)))
        self._members = [1 << at for at in self._group]
        self._reached = list(self._members)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The pairs, each text compared with those before it in the order."""
        for at, words in enumerate(self._words):
            before = self._sharing[words] & ((1 << at) - 1)
            own = before if self._apart >> at & 1 else before & self._apart
            either = self._either_way(at)
            yield from self._all(at, own, either)
            yield from self._joined(at, before & ~own & either)
            yield from self._copied(at, before & ~own & ~either)

    def _either_way(self, at: int) -> int:
        """The texts that the dates do not set apart from this one."""
        date = self._dates[at]
        return self._on_day[None] | self._on_day[date] if date else (1 << len(self._ids)) - 1

    def _all(self, at: int, others: int, either: int) -> Iterator[tuple[str, str]]:
        while others:
            other = others.bit_length() - 1
            others ^= 1 << other
            if _alike(self._words[at], self._words[other]):
                yield self._ids[at], self._ids[other]
                if either >> other & 1:
                    yield self._ids[other], self._ids[at]

    def _joined(self, at: int, others: int) -> Iterator[tuple[str, str]]:
        """Pairs both ways with texts of other groups."""
        others &= ~self._members[self._group[at]]
        while others:
            other = others.bit_length() - 1
            others ^= 1 << other
            if _alike(self._words[at], self._words[other]):
                yield self._ids[at], self._ids[other]
                yield self._ids[other], self._ids[at]
                others &= ~self._join(at, other)

    def _join(self, at: int, other: int) -> int:
        """Make two groups one, and return its members."""
        kept, gone = self._group[other], self._group[at]
        moved = self._members[gone]
        self._members[kept] |= moved
        self._reached[kept] |= self._reached[gone]
        while moved:
            last = moved.bit_length() - 1
            moved ^= 1 << last
            self._group[last] = kept
        return self._members[kept]

    def _copied(self, at: int, others: int) -> Iterator[tuple[str, str]]:
        """Pairs with earlier texts, the latest first, for that leads to those it was copied from."""
        group = self._group[at]
        others &= ~self._reached[group]
        while others:
            other = others.bit_length() - 1
            others ^= 1 << other
            if _alike(self._words[at], self._words[other]):
                yield self._ids[at], self._ids[other]
                self._reached[group] |= self._reached[self._group[other]]
                others &= ~self._reached[group]


def _sharing(held: Sequence[_Words]) -> dict[_Words, int]:
    """The texts that share a shingle with each text, itself among them.

    What is in very many different texts (a licence, a footer) joins nothing.
    """
    sharing: dict[_Words, int] = defaultdict(int)
    for at, words in enumerate(held):
        sharing[words] |= 1 << at if words.shingles else 0
    alone = dict(sharing)
    holders: dict[int, list[_Words]] = defaultdict(list)
    for words in sharing:
        for shingle in words.shingles:
            holders[shingle].append(words)
    limit = max(10, len(sharing) // 2)
    for several in {tuple(some) for some in holders.values() if 1 < len(some) <= limit}:
        together = 0
        for words in several:
            together |= alone[words]
        for words in several:
            sharing[words] |= together
    return sharing


def _alike(one: _Words, other: _Words) -> bool:
    """Whether one of two texts, each with a shingle or more, was copied from the other."""
    if one is other:
        return True
    common = len(one.shingles & other.shingles)
    share = common / min(len(one.shingles), len(other.shingles))
    return share >= SHARE or not one.runs.isdisjoint(other.runs)
