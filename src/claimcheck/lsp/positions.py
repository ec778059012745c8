"""Positions as editors count them: lines ended by LF, CR LF or CR, columns in UTF-16 code units.

The library splits lines wherever Python does (form feeds, U+2028 and more), which editors do not; text pasted
from the web has such characters, and one of them would shift every place after it. So this is our own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_LINE_END = re.compile(r"\r\n|\r|\n")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a text: line from 0, column in UTF-16 code units from 0."""

    line: int
    character: int


@dataclass(frozen=True, slots=True)
class Change:
    """What an editor says it changed: the text between two places, or all of it where they are None."""

    text: str
    start: Place | None = None
    end: Place | None = None


class Lines:
    """The lines of one text, for going from offsets (code points) to places and back."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        """Where each line begins, and where it ends before its line end."""
        starts, ends = [0], []
        for found in _LINE_END.finditer(self._text):
            ends.append(found.start())
            starts.append(found.end())
        return starts, [*ends, len(self._text)]

    def place(self, offset: int) -> Place:
        """The place of an offset; one beyond the text is its end."""
        starts, ends = self._bounds
        offset = max(0, min(offset, len(self._text)))
        line = bisect_right(starts, offset) - 1
        return Place(line, _units(self._text[starts[line] : min(offset, ends[line])]))

    def offset(self, place: Place) -> int:
        """The offset of a place. Beyond a line is its end, beyond the text is the text's end, and the middle
        of a character is its beginning.
        """
        starts, ends = self._bounds
        if place.line >= len(starts):
            return len(self._text)
        line = self._text[starts[place.line] : ends[place.line]]
        return starts[place.line] + _code_points(line, place.character)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _code_points(line: str, units: int) -> int:
    """How many characters the first UTF-16 units of a line are."""
    if line.isascii():
        return min(units, len(line))
    encoded = line.encode("utf-16-le", "surrogatepass")
    cut = 2 * max(0, units)
    inside = cut < len(encoded) and cut > 0 and _is_pair(encoded[cut - 1], encoded[cut + 1])
    return len(encoded[: cut - 2 if inside else cut].decode("utf-16-le", "surrogatepass"))


def _is_pair(first: int, second: int) -> bool:
    """Whether two code units, given by their high bytes, are one character together."""
    return 0xD8 <= first <= 0xDB and 0xDC <= second <= 0xDF


def changed(text: str, changes: Sequence[Change]) -> str:
    """The text after the changes, each of which counts in what the one before left."""
    for change in changes:
        if change.start is None or change.end is None:
            text = change.text
            continue
        lines = Lines(text)
        start, end = sorted((lines.offset(change.start), lines.offset(change.end)))
        text = text[:start] + change.text + text[end:]
    return text


def reading_text(buffer: str) -> str:
    """What a file with the buffer's text would be read as: line ends LF, no byte order mark.

    Half a surrogate pair, which no file can hold, becomes U+FFFD. Lines and columns stay what they were,
    but for a byte order mark, which editors do not keep in their buffers.
    """
    return _LINE_END.sub("\n", _SURROGATE.sub("\ufffd", buffer.removeprefix("\ufeff")))
