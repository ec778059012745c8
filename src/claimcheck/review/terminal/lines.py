"""Lines of a screen: harmless text with styles, wrapped to a width in terminal cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len, chop_cells

from claimcheck.formats.escaping import visible

Style = Literal["plain", "strong", "dim", "good", "bad", "warn", "struck", "inserted", "bar"]
"""What a stretch is, never how it looks; nothing is said by style alone."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    style: Style = "plain"


Line = tuple[Span, ...]

_WORD = re.compile(r"\s+|[^\s]+")


def wrap(spans: Iterable[Span], width: int, *, first: str = "", rest: str | None = None) -> list[Line]:
    """Text as lines no wider than ``width`` cells; whatever a terminal would obey is made visible.

    Args:
        first: what the first line begins with.
        rest: what every further line begins with; as ``first`` where None.
    """
    wrapper = _Wrapper(max(width, 20), first, first if rest is None else rest)
    for span in spans:
        for piece in _WORD.findall(visible(span.text)):
            wrapper.add(piece, span.style)
    return wrapper.done()


class _Wrapper:
    def __init__(self, width: int, first: str, rest: str) -> None:
        self._width = width
        self._rest = rest
        self._lines: list[Line] = []
        self._begin(first)

    def _begin(self, start: str) -> None:
        self._line: list[Span] = [Span(start)] if start else []
        self._used = cell_len(start)
        self._fresh = True

    def add(self, piece: str, style: Style) -> None:
        """Add a word or the space between words."""
        if piece.isspace():
            if not self._fresh:
                self._put(" ", style)
            return
        size = cell_len(piece)
        if self._used + size > self._width and not self._fresh:
            self._break()
        for part in [piece] if self._used + size <= self._width else self._chopped(piece):
            if self._used + cell_len(part) > self._width and not self._fresh:
                self._break()
            self._put(part, style)
            self._fresh = False

    def _chopped(self, piece: str) -> list[str]:
        return chop_cells(piece, max(self._width - self._used, 10))

    def _put(self, text: str, style: Style) -> None:
        if self._line and self._line[-1].style == style:
            self._line[-1] = Span(self._line[-1].text + text, style)
        else:
            self._line.append(Span(text, style))
        self._used += cell_len(text)

    def _break(self) -> None:
        self._lines.append(_trimmed(self._line))
        self._begin(self._rest)

    def done(self) -> list[Line]:
        """All lines; one empty line for no text."""
        return [*self._lines, _trimmed(self._line)]


def _trimmed(line: Sequence[Span]) -> Line:
    spans = list(line)
    while spans and not spans[-1].text.strip():
        spans.pop()
    if spans:
        spans[-1] = Span(spans[-1].text.rstrip(), spans[-1].style)
    return tuple(spans)


def fit(spans: Iterable[Span], width: int) -> Line:
    """One line, cut with an ellipsis where it is too wide."""
    left, line = width, []
    for span in spans:
        text = visible(span.text)
        size = cell_len(text)
        if size > left:
            kept = chop_cells(text, max(left - 1, 1))[0] if left > 1 else ""
            line.append(Span(kept + "…" if left > 0 else "", span.style))
            break
        line.append(Span(text, span.style))
        left -= size
    return tuple(line)


def width_of(line: Line) -> int:
    """How many cells a line takes."""
    return sum(cell_len(span.text) for span in line)


def text_of(line: Line) -> str:
    """A line without its styles."""
    return "".join(span.text for span in line)
