"""The glyphs of a page, gathered into segments: stretches of one line without a wide gap.

Glyphs that leave no visible mark (white on white, of no size, outside the page, or replaced by an ActualText
that says something else) are kept apart with the reason. Coordinates are points, y upwards.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_HYPHENS = (0xFFFE, 0x02)
_INVISIBLE = 3
_SMALLEST = 1.5
"""Points below which letters count as of no size."""
_LONG_ACTUAL = 24
"""Characters of ActualText that cannot be a mere ligature or a hyphenated word."""
_SHORT_ACTUAL = 8
"""Characters from which ActualText that needs more room than its glyphs take is suspect."""
_WIDE_GAP = 1.6
"""Gap, in font sizes, between two words that do not belong to one line of prose."""


@dataclass(slots=True)
class Segment:
    """A stretch of one line.

    Attributes:
        hyphen: True if a hyphen at the line's end parts a word.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    words: list[str] = field(default_factory=list)
    hyphen: bool = False

    @property
    def text(self) -> str:
        """The words, white space around them removed."""
        return "".join(self.words).strip()


@dataclass(slots=True)
class PageText:
    """What a page holds: its segments in the order of its content, and what is hidden, by reason."""

    width: float
    height: float
    segments: list[Segment] = field(default_factory=list)
    hidden: dict[str, list[str]] = field(default_factory=dict)
    invisible: int = 0
    pictures: int = 0


@dataclass(slots=True)
class _Style:
    size: float
    bold: bool
    hidden: str | None


class PageReader:
    """Reads one page; holds the C variables that pdfium writes into."""

    def __init__(self, page: PdfPage) -> None:
        import pypdfium2.raw as raw

        self._raw = raw
        self._page = page
        self._box = [ctypes.c_double() for _ in range(4)]
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._matrix = raw.FS_MATRIX()
        self._area: list[tuple[float, float, float, float]] | None = None
        width, height = page.get_size()
        self.result = PageText(width, height)

    def read(self) -> PageText:
        """The page's text."""
        self.result.pictures = sum(1 for _ in self._page.get_objects(filter=[self._raw.FPDF_PAGEOBJ_IMAGE]))
        textpage = self._page.get_textpage()
        try:
            self._walk(textpage)
        finally:
            textpage.close()
        self.result.segments = [one for one in self.result.segments if one.text]
        return self.result

    def _walk(self, textpage: PdfTextPage) -> None:
        raw = self._raw
        last_object: int | None = None
        style = _Style(0, False, None)
        segment: Segment | None = None
        for index in range(textpage.count_chars()):
            code = raw.FPDFText_GetUnicode(textpage, index)
            if code in (10, 13) or code in _HYPHENS:
                if segment is not None:
                    segment.hyphen = code in _HYPHENS
                segment = None
                continue
            pointer = raw.FPDFText_GetTextObject(textpage, index)
            address = ctypes.addressof(pointer.contents) if pointer else last_object
            if address != last_object:
                style, last_object = self._style(textpage, index, pointer), address
            if style.hidden:
                self.result.hidden.setdefault(style.hidden, []).append(chr(code))
                segment = None
            else:
                segment = self._add(textpage, index, chr(code), style, segment)

    def _add(
        self, textpage: PdfTextPage, index: int, letter: str, style: _Style, segment: Segment | None
    ) -> Segment | None:
        if letter.isspace() or letter == "\0":
            if segment is not None:
                segment.words.append(" ")
            return segment
        x0, y0, x1, y1 = self._bounds(textpage, index)
        if segment is None or self._apart(segment, x0, y0, y1, style):
            segment = Segment(x0, y0, x1, y1, style.size, style.bold)
            self.result.segments.append(segment)
        segment.words.append(letter)
        segment.x1 = max(segment.x1, x1)
        segment.y0, segment.y1 = min(segment.y0, y0), max(segment.y1, y1)
        return segment

    def _apart(self, segment: Segment, x0: float, y0: float, y1: float, style: _Style) -> bool:
        size = max(style.size, segment.size, 1.0)
        if x0 - segment.x1 > _WIDE_GAP * size or x0 < segment.x0 - size:
            return True
        return y0 > segment.y1 + 0.3 * size or y1 < segment.y0 - 0.3 * size

    def _bounds(self, textpage: PdfTextPage, index: int) -> tuple[float, float, float, float]:
        left, right, bottom, top = self._box
        self._raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
        return left.value, bottom.value, right.value, top.value

    def _style(self, textpage: PdfTextPage, index: int, pointer: object) -> _Style:
        raw = self._raw
        raw.FPDFText_GetMatrix(textpage, index, self._matrix)
        scale = hypot(self._matrix.b, self._matrix.d) or 1.0
        size = raw.FPDFText_GetFontSize(textpage, index) * scale
        bold = raw.FPDFText_GetFontWeight(textpage, index) >= 600 or self._named_bold(textpage, index)
        return _Style(size, bold, self._why_hidden(textpage, index, pointer, size))

    def _named_bold(self, textpage: PdfTextPage, index: int) -> bool:
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        self._raw.FPDFText_GetFontInfo(textpage, index, name, 128, flags)
        return b"bold" in name.value.lower()

    def _why_hidden(self, textpage: PdfTextPage, index: int, pointer: object, size: float) -> str | None:
        raw = self._raw
        if size < _SMALLEST:
            return "letters of no size"
        x0, y0, x1, y1 = self._bounds(textpage, index)
        page = self.result
        if x1 < 0 or y1 < 0 or x0 > page.width or y0 > page.height:
            return "outside the page"
        if pointer and raw.FPDFTextObj_GetTextRenderMode(pointer) == _INVISIBLE:
            page.invisible += 1
            if not page.pictures:
                return "invisible letters"
        if pointer and self._replaced(pointer, size):
            return "ActualText in place of what is shown"
        return self._by_colour(textpage, index, (x0, y0, x1, y1))

    def _by_colour(
        self, textpage: PdfTextPage, index: int, box: tuple[float, float, float, float]
    ) -> str | None:
        red, green, blue, alpha = self._colour
        if not self._raw.FPDFText_GetFillColor(textpage, index, red, green, blue, alpha):
            return None
        if alpha.value == 0:
            return "transparent letters"
        if min(red.value, green.value, blue.value) < 250:
            return None
        return None if self._something_behind(box) else "white on white"

    def _something_behind(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a shape or picture lies behind the letters; white on a dark band is meant to be read."""
        if self._area is None:
            kinds = [
                self._raw.FPDF_PAGEOBJ_PATH,
                self._raw.FPDF_PAGEOBJ_IMAGE,
                self._raw.FPDF_PAGEOBJ_SHADING,
            ]
            self._area = [one.get_bounds() for one in self._page.get_objects(filter=kinds)]
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return any(left <= x <= right and low <= y <= high for left, low, right, high in self._area)

    def _replaced(self, pointer: object, size: float) -> bool:
        """Whether the object's text comes from an ActualText that cannot be what its glyphs show."""
        raw = self._raw
        for number in range(raw.FPDFPageObj_CountMarks(pointer)):
            length = self._actual_length(raw.FPDFPageObj_GetMark(pointer, number))
            if length >= _LONG_ACTUAL:
                return True
            if length >= _SHORT_ACTUAL and self._width(pointer) < 0.2 * size * length:
                return True
        return False

    def _width(self, pointer: object) -> float:
        edges = [ctypes.c_float() for _ in range(4)]
        self._raw.FPDFPageObj_GetBounds(pointer, *edges)
        return edges[2].value - edges[0].value

    def _actual_length(self, mark: object) -> int:
        """The characters of a mark's ActualText (UTF-16, two bytes each), 0 if it has none."""
        size = ctypes.c_ulong()
        self._raw.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, size)
        return max(size.value // 2 - 1, 0)
