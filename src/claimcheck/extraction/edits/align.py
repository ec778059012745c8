"""Which sentence of the old version became which of the new one.

Equal sentences first, then the rest by shared rare words and similarity, best pair first; splits and merges
by the words a neighbour shares. Cost grows with the number of sentences times the few candidates each one
has, not with their square.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

from claimcheck.extraction.words import is_function_word, stem, tokens
from claimcheck.records.fingerprints import normalised

_CANDIDATES = 6
"""How many new sentences an old one is compared with at most."""
_COMMON = 40
"""A word in more sentences than this points nowhere."""
_RAREST = 3
"""But the rarest words of a sentence point somewhere in texts of few words, up to ten times as common."""
_MATCH = 0.45
"""Least weighted overlap (Dice) of a pair; measured on our own revisions, below it pairs are coincidences."""
_PIECE = 0.55
"""Least share of a neighbour's own words that must come from the other side for a split or merge."""

Links = dict[int, list[int]]
"""For each old index the new indices, best first."""


def _exact(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Equal sentences, the n-th of a text with the n-th, unless its neighbours say otherwise."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(new):
        places[normalised(text)].append(j)
    matched: dict[int, int] = {}
    for i, text in enumerate(old):
        free = places.get(normalised(text))
        if free:
            # After a matched neighbour the copy that follows it is the likelier one.
            follow = matched.get(i - 1, -2) + 1
            matched[i] = free.pop(free.index(follow)) if follow in free else free.pop(0)
    return matched


class _Weights:
    """Stems of every sentence, weighted by how rare they are."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = [self._stems(text) for text in old]
        self.new = [self._stems(text) for text in new]
        counts = Counter(word for stems in (*self.old, *self.new) for word in stems)
        total = len(self.old) + len(self.new)
        self.weight = {word: log(1 + total / count) for word, count in counts.items()}

    @staticmethod
    def _stems(text: str) -> Counter[str]:
        words = tokens(text)
        content = [stem(word) for word in words if not is_function_word(word)]
        return Counter(content or words)

    def sum(self, stems: Counter[str]) -> float:
        return sum(self.weight[word] * count for word, count in stems.items())

    def shared(self, one: Counter[str], other: Counter[str]) -> float:
        return self.sum(one & other)

    def dice(self, i: int, j: int) -> float:
        both = self.sum(self.old[i]) + self.sum(self.new[j])
        return 2 * self.shared(self.old[i], self.new[j]) / both if both else 0.0


def _scored(
    weights: _Weights, free_old: Sequence[int], free_new: Sequence[int]
) -> list[tuple[float, int, int]]:
    """Candidate pairs of the sentences that are left, with their overlap."""
    from rapidfuzz import fuzz

    index: dict[str, list[int]] = defaultdict(list)
    for j in free_new:
        for word in weights.new[j]:
            index[word].append(j)
    pairs = []
    for i in free_old:
        votes: Counter[int] = Counter()
        found = sorted((index[word] for word in weights.old[i] if word in index), key=len)
        for at, postings in enumerate(found):
            if len(postings) <= (_COMMON if at >= _RAREST else 10 * _COMMON):
                votes.update(postings)
        for j, _ in votes.most_common(_CANDIDATES):
            dice = weights.dice(i, j)
            order = fuzz.ratio(list(weights.old[i]), list(weights.new[j])) / 100
            pairs.append((0.8 * dice + 0.2 * order, i, j))
    return pairs


def _nearness(anchors: Sequence[tuple[int, int]], i: int, j: int) -> float:
    """1 where the pair fits between the equal sentences around it, less the more it is out of order."""
    at = bisect_right(anchors, (i, 1 << 60))
    low = anchors[at - 1][1] if at else -1
    high = anchors[at][1] if at < len(anchors) else 1 << 60
    return 1.0 if low < j < high else 0.0


def _best_pairs(weights: _Weights, matched: dict[int, int], old: int, new: int) -> None:
    """Matches what is left, best first; a place in order breaks near ties."""
    taken = set(matched.values())
    free_old = [i for i in range(old) if i not in matched]
    free_new = [j for j in range(new) if j not in taken]
    anchors = sorted(matched.items())
    ranked = sorted(
        (
            (score + 0.05 * _nearness(anchors, i, j), -abs(i - j), i, j)
            for score, i, j in _scored(weights, free_old, free_new)
        ),
        reverse=True,
    )
    for score, _, i, j in ranked:
        if score >= _MATCH and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)


def _gap_pairs(weights: _Weights, matched: dict[int, int], old: int, new: int) -> None:
    """One old and one new sentence alone between the same matched neighbours belong together if they share
    words."""
    taken = {j: i for i, j in matched.items()}
    for i in range(old):
        if i in matched:
            continue
        j = matched.get(i - 1, -1) + 1 if i == 0 or i - 1 in matched else -1
        closed = (i + 1 == old and j == new - 1) or (i + 1 in matched and matched[i + 1] == j + 1)
        if 0 <= j < new and j not in taken and closed and weights.dice(i, j) >= _MATCH / 2:
            matched[i] = j
            taken[j] = i


def _pieces(
    whole: Counter[str], first: Counter[str], others: Sequence[tuple[int, Counter[str]]], weights: _Weights
) -> list[int]:
    """Which neighbours took over words of ``whole`` that ``first`` no longer has."""
    rest = whole - first
    found = []
    for index, stems in others:
        own = weights.sum(stems)
        if own and weights.shared(rest, stems) >= _PIECE * own:
            found.append(index)
            rest = rest - stems
    return found


def align(old: Sequence[str], new: Sequence[str]) -> Links:
    """Old index to new indices. A split sentence has two; two merged ones have the same."""
    weights = _Weights(old, new)
    matched = _exact(old, new)
    _best_pairs(weights, matched, len(old), len(new))
    _gap_pairs(weights, matched, len(old), len(new))
    links: Links = {i: [j] for i, j in matched.items()}
    taken = set(matched.values())
    for i, j in sorted(matched.items()):
        near = [(k, weights.new[k]) for k in (j + 1, j - 1, j + 2) if 0 <= k < len(new) and k not in taken]
        pieces = _pieces(weights.old[i], weights.new[j], near, weights)
        links[i] += pieces
        taken.update(pieces)
    for i, j in sorted(matched.items()):
        near = [(k, weights.old[k]) for k in (i + 1, i - 1, i + 2) if 0 <= k < len(old) and k not in links]
        for k in _pieces(weights.new[j], weights.old[i], near, weights):
            links[k] = [j]
    return links


def out_of_order(places: Sequence[int]) -> set[int]:
    """Positions of the fewest items whose removal leaves ``places`` in ascending order (equal ones may
    repeat)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, place in enumerate(places):
        slot = bisect_right(tails, place)
        before.append(ends[slot - 1] if slot else -1)
        if slot == len(tails):
            tails.append(place)
            ends.append(at)
        else:
            tails[slot], ends[slot] = place, at
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return set(range(len(places))) - kept
