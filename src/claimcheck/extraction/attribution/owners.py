"""Whose a quotation is: of two speakers who are given the same one, the one in whose sentence it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extraction.attribution.lexicon import STOP
from claimcheck.extraction.attribution.spans import Pair, Spans
from claimcheck.extraction.quotations import Quoted

_FAR = 1000
"""Code points beyond which some sentence ends for certain."""


def one_voice(text: str, found: Sequence[Spans], quoted: Sequence[Quoted]) -> list[Spans]:
    """The attributions, each outermost quotation left to one; what loses all its content is none.

    A cue within a quotation is another's inside it, and not asked for.
    """
    marks = [mark for mark in quoted if not mark.scare and mark.depth == 0]
    starts = [mark.start for mark in marks]
    claims: dict[int, list[int]] = {}
    for number, spans in enumerate(found):
        for at in {at for pair in spans.content for at in _touched(pair, marks, starts)}:
            if not _within(spans.cue[0], marks[at]):
                claims.setdefault(at, []).append(number)
    lost: dict[int, list[Quoted]] = {}
    for at, numbers in claims.items():
        apart = [number for number in numbers if _apart(text, found[number], marks[at])]
        if len(apart) < len(numbers):
            for number in apart:
                lost.setdefault(number, []).append(marks[at])
    kept = [
        (_without(spans, lost.get(number, []), marks, starts), number) for number, spans in enumerate(found)
    ]
    return [spans for spans, number in kept if spans.content or number not in lost]


def _touched(pair: Pair, marks: Sequence[Quoted], starts: Sequence[int]) -> Iterator[int]:
    at = max(bisect_left(starts, pair[0]) - 1, 0)
    while at < len(marks) and marks[at].start < pair[1]:
        if pair[0] < marks[at].end:
            yield at
        at += 1


def _within(cue: Pair, mark: Quoted) -> bool:
    return mark.start <= cue[0] < mark.end


def _apart(text: str, spans: Spans, mark: Quoted) -> bool:
    """Whether a sentence ends between the cue and the quotation."""
    cue = spans.cue[0]
    low, high = (cue[1], mark.start) if cue[1] <= mark.start else (mark.end, cue[0])
    return high - low > _FAR or bool(STOP.search(text, max(low - 3, 0), high + 2))


def _without(spans: Spans, lost: Sequence[Quoted], marks: Sequence[Quoted], starts: Sequence[int]) -> Spans:
    """An attribution without these quotations: of a content that touches one, the other quotations stay."""
    if not lost:
        return spans
    kept: list[Pair] = []
    for pair in spans.content:
        touched = [marks[at] for at in _touched(pair, marks, starts)]
        if not any(mark in lost for mark in touched):
            kept.append(pair)
            continue
        kept += [(mark.start, mark.end) for mark in touched if mark not in lost and mark.start >= pair[0]]
    return replace(spans, content=tuple(kept))
