"""Where the words of a quotation stand in a source, as runs of equal tokens. Locating decides nothing.

Exact runs are found by string search; a run with changes by infix alignment over words (edlib, Myers's
bit-vector algorithm); words taken from several places by covering the quotation with its longest runs.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.evidence.quotations.source import PreparedSource

PIECE = 400
"""Tokens aligned at once; longer quotations go piece after piece, which keeps them linear."""
_MOST_SEARCHES = 400
_REACH = 120


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` equal tokens, from ``printed`` in the quotation and from ``source`` in the source."""

    printed: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class Placement:
    """Where tokens ``start`` to ``end`` of a quotation lie: runs in printed order.

    Attributes:
        low, high: half-open range of source tokens, changed words at the edges included.
        ordered: False where a later run stands earlier in the source.
    """

    start: int
    end: int
    low: int
    high: int
    runs: tuple[Run, ...]
    ordered: bool = True

    @property
    def matched(self) -> int:
        """Number of tokens found in place."""
        return sum(run.length for run in self.runs)


def exact_placements(
    source: PreparedSource, keys: tuple[str, ...], start: int, end: int, limit: int = 50
) -> list[Placement]:
    """Every place where tokens ``start`` to ``end`` stand in a row, at most ``limit``."""
    size = end - start
    return [
        Placement(start, end, at, at + size, (Run(start, at, size),))
        for at in source.find(keys[start:end], limit=limit)
    ]


def aligned_placement(
    source: PreparedSource, keys: tuple[str, ...], start: int, end: int, low: int = 0, high: int | None = None
) -> Placement | None:
    """The place in source tokens ``low`` to ``high`` that needs the fewest changed words, or None."""
    if end - start > PIECE:
        return _piecewise(source, keys, start, end)
    high = len(source.tokens) if high is None else high
    if high <= low or end <= start:
        return None
    numbers = _numbered(keys[start:end])
    target = source.encoded(numbers, low, high)
    return _align(source, keys, start, end, bytes(numbers[key] for key in keys[start:end]), target, low)


def _numbered(keys: Sequence[str]) -> dict[str, int]:
    """A byte for each key; beyond 255 keys bytes are shared, and runs are checked afterwards."""
    return {key: 1 + place % 255 for place, key in enumerate(dict.fromkeys(keys))}


def _align(
    source: PreparedSource, keys: tuple[str, ...], start: int, end: int, query: bytes, target: bytes, low: int
) -> Placement | None:
    import edlib

    answer = edlib.align(query, target, mode="HW", task="path")
    if not answer["locations"] or answer["cigar"] is None:
        return None
    first, last = answer["locations"][0]
    runs = _runs(source, keys, answer["cigar"], start, low + (first or 0))
    if not runs:
        return None
    return Placement(start, end, low + (first or 0), low + last + 1, runs)


def _runs(
    source: PreparedSource, keys: tuple[str, ...], cigar: str, printed: int, place: int
) -> tuple[Run, ...]:
    runs: list[Run] = []
    count = 0
    for character in cigar:
        if character.isdigit():
            count = count * 10 + int(character)
            continue
        if character == "=":
            runs += _checked(source, keys, printed, place, count)
        printed += count if character in "=XI" else 0
        place += count if character in "=XD" else 0
        count = 0
    return tuple(runs)


def _checked(
    source: PreparedSource, keys: tuple[str, ...], printed: int, place: int, count: int
) -> list[Run]:
    there = source.tokens.keys
    if keys[printed : printed + count] == there[place : place + count]:
        return [Run(printed, place, count)]
    return [Run(printed + i, place + i, 1) for i in range(count) if keys[printed + i] == there[place + i]]


def _piecewise(source: PreparedSource, keys: tuple[str, ...], start: int, end: int) -> Placement | None:
    """Align a long quotation piece after piece, each just behind the one before, or anywhere if not there."""
    runs: list[Run] = []
    behind, searches = 0, 3
    for piece in range(start, end, PIECE):
        stop = min(piece + PIECE, end)
        found = _next_piece(source, keys, piece, stop, behind) if runs else None
        if found is None and searches:
            searches -= 0 if runs else 1
            exact = exact_placements(source, keys, piece, stop, 1)
            whole = exact[0] if exact else aligned_placement(source, keys, piece, stop)
            searches -= 1
            found = whole if whole and 2 * whole.matched >= stop - piece else None
        if found is not None:
            runs += found.runs
            behind = found.high
    if not runs:
        return None
    low, high = min(run.source for run in runs), max(run.source + run.length for run in runs)
    return Placement(start, end, low, high, tuple(runs), _in_order(runs))


def _next_piece(
    source: PreparedSource, keys: tuple[str, ...], start: int, end: int, behind: int
) -> Placement | None:
    size = end - start
    if source.tokens.keys[behind : behind + size] == keys[start:end]:
        return Placement(start, end, behind, behind + size, (Run(start, behind, size),))
    high = min(len(source.tokens), behind + 2 * size + _REACH)
    found = aligned_placement(source, keys, start, end, max(0, behind - 8), high)
    return found if found and 2 * found.matched >= size else None


def _in_order(runs: Sequence[Run]) -> bool:
    return all(a.source + a.length <= b.source for a, b in itertools.pairwise(runs))


def covering_placement(
    source: PreparedSource, keys: tuple[str, ...], start: int, end: int
) -> Placement | None:
    """Cover tokens ``start`` to ``end`` with the longest runs the source has, wherever they stand."""
    runs: list[Run] = []
    at, searches = start, _MOST_SEARCHES
    while at < end and searches > 0:
        length, places, used = _longest(source, keys, at, end)
        searches -= used
        if length < min(3, end - start):
            at += 1
            continue
        near = runs[-1].source + runs[-1].length if runs else 0
        runs.append(Run(at, _nearest(places, near), length))
        at += length
    if not runs:
        return None
    low, high = min(run.source for run in runs), max(run.source + run.length for run in runs)
    return Placement(start, end, low, high, tuple(runs), _in_order(runs))


def _longest(source: PreparedSource, keys: tuple[str, ...], at: int, end: int) -> tuple[int, list[int], int]:
    """The longest run from ``at`` in the source: its length, up to 20 places, and searches taken."""
    size = min(3, end - at)
    places = source.find(keys[at : at + size], limit=20)
    if not places:
        return 0, [], 1
    there = source.tokens.keys
    best, kept = 0, places
    for place in places:
        length = size
        while (
            at + length < end and place + length < len(there) and keys[at + length] == there[place + length]
        ):
            length += 1
        if length > best:
            best, kept = length, [place]
        elif length == best:
            kept.append(place)
    return best, kept, 1


def _nearest(places: Sequence[int], behind: int) -> int:
    """The place closest to ``behind``; one that follows it wins over one as far before it."""
    return min(places, key=lambda place: (abs(place - behind), place < behind))
