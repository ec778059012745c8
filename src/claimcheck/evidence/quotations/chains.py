"""All chunks of a quotation placed together: readings of where it was taken from, most likely first."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.evidence.quotations.figures import CURRENCIES
from claimcheck.evidence.quotations.locating import (
    PIECE,
    Placement,
    Run,
    aligned_placement,
    covering_placement,
    exact_placements,
)
from claimcheck.evidence.quotations.printed import Chunk, Printed
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.wordlists import FUNCTION_WORDS

_MOST_CHAINS = 12
_MOST_CANDIDATES = 60
_STRAY = 60
_FEWEST_FAR = 4
_STEP = 8
"""How many left-out words are stepped over at an edge."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Placements in printed order, one for each chunk that was found.

    Attributes:
        literal: True where the source has all words in a row, those in brackets included.
        missing: chunks that were found nowhere.
    """

    placements: tuple[Placement, ...]
    missing: tuple[Chunk, ...] = ()
    literal: bool = False

    @property
    def low(self) -> int:
        """First source token."""
        return min(placement.low for placement in self.placements)

    @property
    def high(self) -> int:
        """One past the last source token."""
        return max(placement.high for placement in self.placements)

    @property
    def ordered(self) -> bool:
        """Whether the chunks stand in the source in printed order."""
        placed = self.placements
        return all(a.high <= b.low for a, b in itertools.pairwise(placed))


def chains(source: PreparedSource, printed: Printed) -> Iterator[Chain]:
    """Readings of where the quotation was taken from; none if nothing of it is found."""
    keys = printed.tokens.keys
    literal = exact_placements(source, keys, 0, len(keys), _MOST_CANDIDATES)
    yield from (Chain((placement,), literal=True) for placement in literal[:_MOST_CANDIDATES])
    chunks = printed.chunks
    if literal or not chunks:
        return
    if len(chunks) == 1:
        yield from _single(source, printed, chunks[0])
    else:
        yield from _several(source, printed, chunks)


def _single(source: PreparedSource, printed: Printed, chunk: Chunk) -> Iterator[Chain]:
    keys = printed.tokens.keys
    exact = exact_placements(source, keys, chunk.start, chunk.end, _MOST_CANDIDATES)
    if exact:
        yield from (Chain((placement,)) for placement in exact)
        return
    found = changed_placement(source, keys, chunk)
    if found is not None:
        yield Chain((found,))


def changed_placement(source: PreparedSource, keys: tuple[str, ...], chunk: Chunk) -> Placement | None:
    """The best place for a chunk that stands nowhere word for word; None if hardly a word of it is found."""
    size = chunk.end - chunk.start
    aligned = aligned_placement(source, keys, chunk.start, chunk.end)
    if aligned is not None:
        aligned = _swapped(source, keys, _widened(source, keys, _regained(source, keys, aligned)))
    if size > PIECE or (aligned is not None and 10 * aligned.matched >= 9 * size):
        return aligned
    covered = covering_placement(source, keys, chunk.start, chunk.end)
    covered = _without_strays(covered) if covered else None
    if covered and (aligned is None or _weight(covered, keys) > _weight(aligned, keys) + 1.5):
        return covered
    return aligned


def _weight(placement: Placement, keys: tuple[str, ...]) -> float:
    """Words found, function words counting less, and scattered runs least."""
    total = 0.0
    for run in placement.runs:
        words = keys[run.printed : run.printed + run.length]
        weight = sum(0.4 if key in FUNCTION_WORDS else 1.0 for key in words)
        total += weight if run.length > 2 else weight / 2
    return total - 0.4 * len(placement.runs)


def _regained(source: PreparedSource, keys: tuple[str, ...], placement: Placement) -> Placement:
    """Find words at an edge again that stand a little further on, behind words that were left out."""
    first, last = placement.runs[0], placement.runs[-1]
    runs, low, high = placement.runs, placement.low, placement.high
    after = last.source + last.length
    there = source.tokens.keys[: source.sentence_end(after - 1)]
    for start in range(last.printed + last.length, placement.end):
        tail = keys[start : placement.end]
        found = _found(there[after : after + len(tail) + _STEP], tail)
        if found >= 0 and _tells(tail):
            runs = (*runs, Run(start, after + found, len(tail)))
            high = after + found + len(tail)
            break
    for end in range(first.printed, placement.start, -1):
        head = keys[placement.start : end]
        begin = max(source.sentence_start(first.source), first.source - len(head) - _STEP)
        found = _found(there[begin : first.source], head)
        if found >= 0 and _tells(head):
            runs = (Run(placement.start, begin + found, len(head)), *runs)
            low = begin + found
            break
    return replace(placement, runs=runs, low=low, high=high)


def _found(where: tuple[str, ...], keys: tuple[str, ...]) -> int:
    return next((i for i in range(len(where) - len(keys) + 1) if where[i : i + len(keys)] == keys), -1)


def _tells(keys: tuple[str, ...]) -> bool:
    return len(keys) > 2 or any(key not in FUNCTION_WORDS for key in keys)


def _widened(source: PreparedSource, keys: tuple[str, ...], placement: Placement) -> Placement:
    """Let words that are only printed at an edge stand for the source's words there, within the sentence."""
    first, last = placement.runs[0], placement.runs[-1]
    low, high = placement.low, placement.high
    extra = first.printed - placement.start - (first.source - low)
    written = "".join(keys[placement.start : first.printed])
    joined = _joined_back(source, first.source, written)
    if joined is not None:
        low = joined
    elif extra > 0:
        low = max(source.sentence_start(first.source), low - extra, 0)
        low = min(low, placement.low)
    after = last.source + last.length
    extra = placement.end - last.printed - last.length - (high - after)
    joined = _joined_on(source, after, "".join(keys[last.printed + last.length : placement.end]))
    if joined is not None:
        high = joined
    elif extra > 0:
        high = max(high, min(source.sentence_end(after - 1), high + extra))
    return replace(placement, low=low, high=high)


def _swapped(source: PreparedSource, keys: tuple[str, ...], placement: Placement) -> Placement:
    """Take in the words beside the place that were printed elsewhere in it: names that changed sides."""
    held = {place for run in placement.runs for place in range(run.printed, run.printed + run.length)}
    lost = {keys[i] for i in range(placement.start, placement.end) if i not in held}
    lost -= FUNCTION_WORDS | CURRENCIES
    if not lost:
        return placement
    first, last = placement.runs[0].source, placement.runs[-1].source + placement.runs[-1].length
    size = placement.end - placement.start
    floor = max(source.sentence_start(first), placement.low - size)
    ceiling = min(source.sentence_end(last - 1), placement.high + size)
    there = source.tokens.keys
    lost -= set(there[placement.low : placement.high])
    before = [place for place in range(floor, placement.low) if there[place] in lost]
    after = [place for place in range(placement.high, ceiling) if there[place] in lost]
    if before and lost <= {there[place] for place in before}:
        return replace(placement, low=before[0])
    if after and lost <= {there[place] for place in after}:
        return replace(placement, high=after[-1] + 1)
    return placement


def _joined_on(source: PreparedSource, place: int, written: str) -> int | None:
    """Where the source words from ``place`` end that, joined, are ``written``; None if they are not."""
    joined = ""
    for end in range(place, min(place + 4, len(source.tokens))):
        joined += source.tokens.keys[end]
        if joined == written:
            return end + 1
    return None


def _joined_back(source: PreparedSource, place: int, written: str) -> int | None:
    """Where the source words before ``place`` begin that, joined, are ``written``; None if they are not."""
    joined = ""
    for start in range(place - 1, max(place - 5, -1), -1):
        joined = source.tokens.keys[start] + joined
        if joined == written:
            return start
    return None


def _without_strays(placement: Placement) -> Placement | None:
    """Drop short runs that lie far from the longest one: stock phrases, not the passage."""
    heart = max(placement.runs, key=lambda run: run.length)
    kept = tuple(
        run
        for run in placement.runs
        if run.length > 4 or abs(run.source - heart.source) <= _STRAY + heart.length
    )
    low, high = min(run.source for run in kept), max(run.source + run.length for run in kept)
    ordered = all(a.source + a.length <= b.source for a, b in itertools.pairwise(kept))
    return Placement(placement.start, placement.end, low, high, kept, ordered)


def _several(source: PreparedSource, printed: Printed, chunks: list[Chunk]) -> Iterator[Chain]:
    keys = printed.tokens.keys
    exact = [
        exact_placements(source, keys, chunk.start, chunk.end, _MOST_CANDIDATES) for chunk in chunks[:400]
    ]
    exact += [[] for _ in chunks[400:]]
    anchor = max(range(len(chunks)), key=lambda i: (chunks[i].end - chunks[i].start) * (3 if exact[i] else 1))
    anchors = exact[anchor] or [
        found for found in [changed_placement(source, keys, chunks[anchor])] if found is not None
    ]
    options = [
        _around(source, keys, chunks, exact, anchor, placement) for placement in anchors[:_MOST_CHAINS]
    ]
    yield from sorted(
        options, key=lambda chain: (len(chain.missing), not chain.ordered, chain.high - chain.low, chain.low)
    )


def _around(
    source: PreparedSource,
    keys: tuple[str, ...],
    chunks: list[Chunk],
    exact: list[list[Placement]],
    anchor: int,
    start: Placement,
) -> Chain:
    """Place the other chunks as near to the anchor, and to one another, as the source allows."""
    placed: dict[int, Placement] = {anchor: start}
    missing: list[Chunk] = []
    low, high = start.low, start.high
    for i in range(anchor + 1, len(chunks)):
        found = (
            _following(exact[i], high)
            or _changed_near(source, keys, chunks[i], high, forward=True)
            or _any(exact[i], high)
        )
        found = found or _changed_anywhere(source, keys, chunks[i])
        if found is None:
            missing.append(chunks[i])
            continue
        placed[i], high = found, found.high
    for i in range(anchor - 1, -1, -1):
        found = (
            _preceding(exact[i], low)
            or _changed_near(source, keys, chunks[i], low, forward=False)
            or _any(exact[i], low)
        )
        found = found or _changed_anywhere(source, keys, chunks[i])
        if found is None:
            missing.append(chunks[i])
            continue
        placed[i], low = found, found.low
    return Chain(tuple(placed[i] for i in sorted(placed)), tuple(missing))


def _following(candidates: list[Placement], place: int) -> Placement | None:
    return next((candidate for candidate in candidates if candidate.low >= place), None)


def _preceding(candidates: list[Placement], place: int) -> Placement | None:
    return next((candidate for candidate in reversed(candidates) if candidate.high <= place), None)


def _any(candidates: list[Placement], place: int) -> Placement | None:
    return min(candidates, key=lambda candidate: abs(candidate.low - place), default=None)


def _changed_anywhere(source: PreparedSource, keys: tuple[str, ...], chunk: Chunk) -> Placement | None:
    """A longer chunk with changes, far from the rest."""
    if not _FEWEST_FAR <= chunk.end - chunk.start <= PIECE:
        return None
    found = changed_placement(source, keys, chunk)
    return found if found and 3 * found.matched >= 2 * (chunk.end - chunk.start) else None


def _changed_near(
    source: PreparedSource, keys: tuple[str, ...], chunk: Chunk, place: int, *, forward: bool
) -> Placement | None:
    size = chunk.end - chunk.start
    reach = 3 * size + 40
    low, high = (place, min(len(source.tokens), place + reach)) if forward else (max(0, place - reach), place)
    found = aligned_placement(source, keys, chunk.start, chunk.end, low, high) if size <= PIECE else None
    return found if found and 2 * found.matched >= size else None
