"""Lines of a text, and which of them belong together as one paragraph."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_ITEM = re.compile(r"[ \t]*(?:[-*+•⁃‣◦▪●–—]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_UNFINISHED = re.compile(r"(?:,|[ \n](?:a|an|and|as|at|by|for|from|in|is|of|on|or|the|to|was|with))\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\s*$|<[a-zA-Z!/]", re.M)
_NUMBER = re.compile(r"([0-9]{1,3})[.)][ \t]")
_SHORTEST = 30
"""Code points from which on a line is wrapped prose rather than a label."""
_WIDEST = 120
"""Text is wrapped by hand at 60 to 100 columns; a longer line is a paragraph."""


class Line(NamedTuple):
    """A line without the white space around it; ``gap`` is True if an empty line (or the beginning) stands
    before.
    """

    start: int
    end: int
    gap: bool
    indent: int


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of ``text[start:end]`` that hold something."""
    lines: list[Line] = []
    gap = True
    at = start
    while at < end:
        newline = text.find("\n", at, end)
        stop = end if newline < 0 else newline
        stripped = text[at:stop].strip()
        if stripped:
            indent = len(text[at:stop]) - len(text[at:stop].lstrip())
            lines.append(Line(at + indent, at + indent + len(stripped), gap, indent))
        gap = not stripped
        at = stop + 1
    return lines


def item_marker(text: str, line: Line) -> int:
    """How long the list marker at the beginning of a line is, white space included; 0 if there is none."""
    match = _ITEM.match(text, line.start, line.end)
    return match.end() - line.start if match else 0


def wrap_width(text: str, lines: list[Line]) -> int:
    """The column a text was wrapped at, or 0 if its lines are whole paragraphs.

    Wrapping fills each line: the next line's first word would not have fitted. Where lines are filled
    loosely, lines that end or begin mid-sentence tell as well.
    """
    lengths = sorted(line.end - line.start for line in lines)
    if len(lengths) < 2:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    if width > _WIDEST or width < 30:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and not item_marker(text, b)]
    full = [(a, b) for a, b in pairs if a.end - a.start >= 0.6 * width]
    if not full:
        return 0
    inside = sum(
        text[b.start].islower() or bool(_UNFINISHED.search(text[a.end - 6 : a.end])) for a, b in full
    )
    filled = sum(a.end - a.start + 1 + _first_word(text, b) > width - 2 for a, b in pairs)
    wrapped = inside >= 0.35 * len(full) or (len(pairs) >= 3 and inside > 0 and filled >= 0.7 * len(pairs))
    return width if wrapped else 0


def _first_word(text: str, line: Line) -> int:
    space = text.find(" ", line.start, line.end)
    return (line.end if space < 0 else space) - line.start


def paragraphs(text: str, lines: list[Line]) -> list[tuple[int, int, bool]]:
    """Groups of lines ``[first, last)`` that make one paragraph or item each, and whether an empty line
    stands before.
    """
    width = wrap_width(text, lines)
    groups: list[tuple[int, int, bool]] = []
    for index, line in enumerate(lines):
        if groups and _continues(text, lines[index - 1], line, width, lines[groups[-1][0]]):
            groups[-1] = (groups[-1][0], index + 1, groups[-1][2])
        else:
            groups.append((index, index + 1, line.gap))
    return groups


def _wrapped_number(text: str, last: Line, line: Line, first: Line) -> bool:
    """Whether a line only begins with the last word of a wrapped sentence ("He was / 91. His …").

    The line before breaks off, no list is under way, and none begins with such a number.
    """
    number = _NUMBER.match(text, line.start, line.end)
    if number is None or int(number[1]) < 2 or item_marker(text, first):
        return False
    return last.end - last.start >= _SHORTEST and text[last.end - 1] not in '.:;!?…"”’)'


def _indented_first(text: str, last: Line, line: Line, first: Line) -> bool:
    """Whether a line goes on from the first line of a paragraph, which alone is set in."""
    if last is not first or line.indent + 2 > last.indent:
        return False
    return last.end - last.start >= _SHORTEST and text[last.end - 1] not in '.!?:;…"”’)'


def _continues(text: str, last: Line, line: Line, width: int, first: Line) -> bool:
    if (
        line.gap
        or (item_marker(text, line) and not _wrapped_number(text, last, line, first))
        or _ADDRESS.match(text, line.start)
        or _ADDRESS.match(text, last.start)
    ):
        return False
    if item_marker(text, first):
        return line.indent > first.indent or (bool(width) and text[line.start].islower())
    length = last.end - last.start
    if text[line.start].islower() and last.end - first.start >= 30 and text[last.end - 1] not in ".!?:;":
        return length <= 2 * _WIDEST
    if _indented_first(text, last, line, first):
        return True
    if not width:
        return False
    return length + 1 + _first_word(text, line) > 0.85 * width
