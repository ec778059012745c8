"""From spans to lines and columns, and to the excerpt that is shown."""

from __future__ import annotations

from bisect import bisect_right

from claimcheck.documents.original import Original
from claimcheck.records.locators import say_place
from claimcheck.records.models import Claim
from claimcheck.rules.report import Excerpt, say_spot

_WIDTH = 100
"""Code points of a line that are shown at most."""
_STRIDE = 4096
"""Code points between two known byte offsets, so that a line of megabytes is not encoded for each finding."""


class LineIndex:
    """Lines and columns of one text; both 1-based, columns in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ascii = text.isascii()
        self._bytes: list[int] = []
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset; one beyond the text counts as its end."""
        offset = min(offset, len(self._text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def byte_column(self, offset: int) -> int:
        """Column of an offset in UTF-8 bytes, 1-based."""
        line, column = self.position(offset)
        if self._ascii:
            return column
        offset = min(offset, len(self._text))
        if offset - self._starts[line - 1] < _STRIDE:
            return _size(self._text[self._starts[line - 1] : offset]) + 1
        return self._byte_offset(offset) - self._byte_offset(self._starts[line - 1]) + 1

    def _byte_offset(self, offset: int) -> int:
        if not self._bytes:
            self._bytes.append(0)
            for start in range(0, len(self._text), _STRIDE):
                self._bytes.append(self._bytes[-1] + _size(self._text[start : start + _STRIDE]))
        known = offset // _STRIDE
        return self._bytes[known] + _size(self._text[known * _STRIDE : offset])

    def span(self, start: int, end: int) -> Span:
        """Line and column of both ends of a span, and both columns in UTF-8 bytes."""
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        if self._ascii:
            return line, column, end_line, end_column, column, end_column
        return line, column, end_line, end_column, self.byte_column(start), self.byte_column(end)

    def excerpt(self, start: int, end: int) -> Excerpt:
        """The first line of a span, with the span in it."""
        first = self._starts[bisect_right(self._starts, min(start, len(self._text))) - 1]
        stop = self._text.find("\n", first)
        last = len(self._text) if stop < 0 else stop
        end = max(start, min(end, last))
        left = max(first, min(start - _WIDTH // 4, last - _WIDTH))
        right = min(last, left + _WIDTH)
        return Excerpt(
            text=self._text[left:right],
            start=start - left,
            end=max(start, min(end, right)) - left,
            cut_before=left > first,
            cut_after=right < last,
        )


Span = tuple[int, int, int, int, int, int]
"""Line and column of both ends, and both columns in UTF-8 bytes."""
NOWHERE: Span = (0, 0, 0, 0, 0, 0)


class FileLines:
    """Lines and columns in the file that people open, by offsets in its reading text.

    Args:
        text: the reading text; where ``original`` is not given it is the file itself.
        original: where the words of the reading text stand in the file.
        lined: False where the file has pages or cells in place of lines.
    """

    def __init__(self, text: str, original: Original | None = None, *, lined: bool = True) -> None:
        self._reading = LineIndex(text)
        self._original = original
        self._file = LineIndex(original.text) if original is not None else self._reading
        self._lined = lined

    def span(self, start: int, end: int) -> Span:
        """The places of a span; :data:`NOWHERE` where the file has no lines or not these words."""
        if not self._lined:
            return NOWHERE
        if self._original is None:
            return self._file.span(start, end)
        found = self._original.span(start, end)
        return NOWHERE if found is None else self._file.span(*found)

    def excerpt(self, start: int, end: int) -> Excerpt:
        """The line of the reading text in which a span begins, with the span in it."""
        return self._reading.excerpt(start, end)


def claim_place(path: str, claim: Claim, lines: FileLines) -> str:
    """Where a claim stands in its article's file: line and column, or page, paragraph, cell or time.

    Args:
        path: of the article, as its record has it.
    """
    if claim.locator is not None:
        return say_spot(path, 0, 0, say_place(claim.locator))
    line, column, *_ = lines.span(claim.anchor.start, claim.anchor.end)
    return say_spot(path, line, column, "")


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
