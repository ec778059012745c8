"""What the network reads of a cut: the words about the kept ones as pieces, and which of them are kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claimcheck.evidence.quotations.careful.pieces import pieces_of, words_of
from claimcheck.evidence.quotations.source import PreparedSource

MOST_PIECES = 128
REACH = 350
"""Code points before and behind the kept words that are read."""
EDGE = 35
"""Pieces at either end of kept words that are read; the middle of longer ones says nothing of the cut."""
_BEGIN, _END = "[CLS]", "[SEP]"
_HEADING = re.compile(r"^#{1,6}[ \t].*$", re.MULTILINE)

Spans = Sequence[tuple[int, int]]
Pieces = list[tuple[int, bool]]
"""Pieces with whether they are kept."""


def encode(
    source: PreparedSource, spans: Spans, vocabulary: Mapping[str, int]
) -> tuple[list[int], list[bool]]:
    """Pieces about the kept words, and which of them are kept; at most ``MOST_PIECES``.

    Args:
        spans: the kept pieces as ``(low, high)`` source tokens, in order.
    """
    tokens = source.tokens
    kept = [(tokens.starts[low], tokens.ends[high - 1]) for low, high in spans]
    first, last = kept[0][0], kept[-1][1]
    low, high = _reach(source, first, last)
    inner = _inner(source.text, kept, vocabulary)
    left = _coded(source.text, low, first, (), vocabulary)
    right = _coded(source.text, last, high, (), vocabulary)
    spare = MOST_PIECES - 2 - len(inner)
    before = min(len(left), max(spare // 2, spare - len(right)))
    row = [*left[len(left) - before :], *inner, *right[: spare - before]]
    ids, flags = [piece for piece, _ in row], [flag for _, flag in row]
    return [vocabulary[_BEGIN], *ids, vocabulary[_END]], [False, *flags, False]


def _inner(text: str, kept: Spans, vocabulary: Mapping[str, int]) -> Pieces:
    first, last = kept[0][0], kept[-1][1]
    if last - first <= 2 * REACH:
        row = _coded(text, first, last, kept, vocabulary)
    else:
        row = _coded(text, first, first + REACH, kept, vocabulary)[:EDGE]
        row += _coded(text, last - REACH, last, kept, vocabulary)[-EDGE:]
    return row if len(row) <= 2 * EDGE else [*row[:EDGE], *row[-EDGE:]]


def _coded(text: str, start: int, end: int, kept: Spans, vocabulary: Mapping[str, int]) -> Pieces:
    row: Pieces = []
    for word, begun, ended in words_of(text, start, end):
        flag = any(begun < high and low < ended for low, high in kept)
        row += [(piece, flag) for piece in pieces_of(word, vocabulary)]
    return row


def _reach(source: PreparedSource, first: int, last: int) -> tuple[int, int]:
    """How far is read: no further than headings and the speaker's own turn."""
    text, turn = source.text, source.layout.speaker_at(first)
    low, high = max(0, first - REACH, turn.start if turn else 0), min(len(text), last + REACH)
    own_line = text.rfind("\n", low, first) + 1
    above = [found.end() for found in _HEADING.finditer(text, low, own_line)]
    below = _HEADING.search(text, last, high)
    return max([low, *above]), max(last, min(below.start() if below else high, _turn_end(source, last, high)))


def _turn_end(source: PreparedSource, last: int, high: int) -> int:
    """Where the next speaker's label begins, if one does before ``high``."""
    layout = source.layout
    for turn in layout.turns[layout.turn_at(last) + 1 :]:
        if turn.start >= high:
            break
        if not layout.same_speaker(turn.start, last - 1):
            return source.text.rfind("\n", last, turn.start) + 1 or turn.start
    return high
