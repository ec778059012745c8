"""The glyphs of a page, gathered into segments: stretches of one line without a wide gap.

Glyphs that leave no visible mark (white on white, of no size, covered, outside the page) are kept apart with
the reason, and so is an ActualText that says something else. Coordinates are points, y upwards.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import atan2, degrees, hypot
from typing import TYPE_CHECKING

from claimcheck.documents.pdf.actual import strip
from claimcheck.documents.pdf.layers import Layers
from claimcheck.documents.pdf.notes import notes_on
from claimcheck.documents.pdf.paint import Box
from claimcheck.documents.web.colours import Look

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_HYPHENS = (0xFFFE, 0x02)
_BLANK = 32
_INVISIBLE = (3, 7)
_STROKED = (1, 5)
"""Modes of painting letters: those that leave no mark, and those that draw outlines only."""
_ACTUAL = "ActualText in place of what is shown"
_FAINT = 12
"""Opacity, of 255, up to which letters are not seen."""
_SMALLEST = 1.5
"""Points below which letters count as of no size."""
_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALLER, _HIGHER = 0.85, 0.2
"""How much smaller than the letters before it, and higher by shares of their size, a note's mark is set."""
_SLANT = 20
"""Degrees by which a line may run askew."""
_WIDE_GAP = 1.6
"""Gap, in font sizes, between two words that do not belong to one line of prose."""

_WIDER_GAP = 0.5
"""Gap, in font sizes, that is wider than between words, as between the columns of a table."""


@dataclass(slots=True)
class Segment:
    """A stretch of one line.

    Attributes:
        hyphen: True if a hyphen at the line's end parts a word.
        angle: how far the line is turned on the page, in degrees; the box is that of the line set upright.
        gaps: white space wider than between words: how many of ``words`` stand before it, and from where to
            where it reaches.
        cell: True if it is a table's cell beside the segment before it.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    words: list[str] = field(default_factory=list)
    hyphen: bool = False
    angle: int = 0
    gaps: list[tuple[int, float, float]] = field(default_factory=list)
    cell: bool = False

    @property
    def text(self) -> str:
        """The words, white space around them removed."""
        return "".join(self.words).strip()


@dataclass(slots=True)
class PageText:
    """What a page holds: its segments in the order of its content, and what is hidden, by reason.

    Attributes:
        turned: lines that run another way than most of the page's, each way as a page of its own.
    """

    width: float
    height: float
    segments: list[Segment] = field(default_factory=list)
    hidden: dict[str, list[str]] = field(default_factory=dict)
    invisible: int = 0
    pictures: int = 0
    turned: list[PageText] = field(default_factory=list)


@dataclass(slots=True)
class _Style:
    size: float
    bold: bool
    hidden: str | None
    order: int | None = None
    clip: Box | None = None
    layer: bool = False
    """Invisible letters: the text layer of a picture, which may lie over them."""
    angle: int = 0


class PageReader:
    """Reads one page; holds the C variables that pdfium writes into."""

    def __init__(self, page: PdfPage, false: Mapping[int, str]) -> None:
        import pypdfium2.raw as raw

        strip(page, false)
        self._raw = raw
        self._page = page
        self._box = [ctypes.c_double() for _ in range(4)]
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._matrix = raw.FS_MATRIX()
        self._layers = Layers(page)
        self._crop = page.get_cropbox()
        width, height = page.get_size()
        self._size = self._crop[2] - self._crop[0], self._crop[3] - self._crop[1]
        self.result = PageText(width, height, pictures=self._layers.pictures)
        texts = [text for text in false.values() if text]
        if texts:
            self.result.hidden[_ACTUAL] = ["\n".join(texts)]

    def read(self) -> PageText:
        """The page's text."""
        textpage = self._page.get_textpage()
        try:
            self._walk(textpage)
        finally:
            textpage.close()
        for words, why in notes_on(self._page):
            self.result.hidden.setdefault(why, []).append(f"{words}\n")
        self._part_by_angle([one for one in self.result.segments if one.text])
        return self.result

    def _part_by_angle(self, segments: list[Segment]) -> None:
        """Most lines make the page, set upright; those that run another way stand beside it."""
        letters: Counter[int] = Counter()
        for one in segments:
            letters[one.angle] += len(one.text)
        width, height = self._size
        for number, (angle, _) in enumerate(letters.most_common()):
            page = self.result if number == 0 else PageText(0, 0)
            page.width, page.height = (height, width) if angle % 180 else (width, height)
            page.segments = [one for one in segments if one.angle == angle]
            if number:
                self.result.turned.append(page)
        if not letters:
            self.result.segments = []

    def _walk(self, textpage: PdfTextPage) -> None:
        raw = self._raw
        last_object: int | None = None
        style = _Style(0, False, None)
        segment: Segment | None = None
        hidden: str | None = None  # a blank goes with the letter before it
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
                style, last_object = self._style(textpage, index, pointer, address), address
            if style.hidden or code != _BLANK:
                hidden = style.hidden or self._out_of_sight(textpage, index, style)
            if hidden:
                self.result.hidden.setdefault(hidden, []).append(chr(code))
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
        x0, y0, x1, y1 = self._upright(self._bounds(textpage, index), style.angle)
        if segment is not None and letter.isdecimal() and _raised(segment, style, y0):
            segment.words.append(letter.translate(_RAISED_DIGITS))
            segment.x1 = max(segment.x1, x1)
            return segment
        if segment is None or self._apart(segment, x0, y0, y1, style):
            segment = Segment(x0, y0, x1, y1, style.size, style.bold, angle=style.angle)
            self.result.segments.append(segment)
        elif x0 - segment.x1 > _WIDER_GAP * style.size:
            segment.gaps.append((len(segment.words), segment.x1, x0))
        segment.words.append(letter)
        segment.x1 = max(segment.x1, x1)
        segment.y0, segment.y1 = min(segment.y0, y0), max(segment.y1, y1)
        return segment

    def _apart(self, segment: Segment, x0: float, y0: float, y1: float, style: _Style) -> bool:
        size = max(style.size, segment.size, 1.0)
        if style.angle != segment.angle:
            return True
        if x0 - segment.x1 > _WIDE_GAP * size or x0 < segment.x0 - size:
            return True
        return y0 > segment.y1 + 0.3 * size or y1 < segment.y0 - 0.3 * size

    def _upright(self, box: Box, angle: int) -> Box:
        """A letter's box after the page was turned so that its line runs from left to right."""
        width, height = self._size
        left, low = self._crop[:2]
        x0, y0, x1, y1 = box[0] - left, box[1] - low, box[2] - left, box[3] - low
        if angle == 90:
            return y0, width - x1, y1, width - x0
        if angle == 180:
            return width - x1, height - y1, width - x0, height - y0
        return (height - y1, x0, height - y0, x1) if angle == 270 else box

    def _bounds(self, textpage: PdfTextPage, index: int) -> tuple[float, float, float, float]:
        left, right, bottom, top = self._box
        self._raw.FPDFText_GetCharBox(textpage, index, left, right, bottom, top)
        return left.value, bottom.value, right.value, top.value

    def _out_of_sight(self, textpage: PdfTextPage, index: int, style: _Style) -> str | None:
        """Why a letter is not seen where it stands: off the page, cut off, or something painted over it."""
        box = self._bounds(textpage, index)
        if _off(box, self._crop):
            return "outside the page"
        if style.clip is not None and _off(box, style.clip):
            return "outside the part that is shown"
        over = self._layers.covered(box, style.order) if not style.layer else None
        if over == "scan":
            self.result.invisible += 1
            return None
        return f"covered by a {over}" if over else None

    def _style(self, textpage: PdfTextPage, index: int, pointer: object, address: int | None) -> _Style:
        raw = self._raw
        raw.FPDFText_GetMatrix(textpage, index, self._matrix)
        scale = hypot(self._matrix.b, self._matrix.d) or 1.0
        size = raw.FPDFText_GetFontSize(textpage, index) * scale
        bold = raw.FPDFText_GetFontWeight(textpage, index) >= 600 or self._named_bold(textpage, index)
        order = self._layers.order_of(address)
        mode = raw.FPDFTextObj_GetTextRenderMode(pointer) if pointer else 0
        hidden = self._why_hidden(textpage, index, mode, size, address)
        angle = _quarter(self._matrix.a, self._matrix.b)
        return _Style(size, bold, hidden, order, self._layers.clip(address), mode in _INVISIBLE, angle)

    def _named_bold(self, textpage: PdfTextPage, index: int) -> bool:
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        self._raw.FPDFText_GetFontInfo(textpage, index, name, 128, flags)
        return b"bold" in name.value.lower()

    def _why_hidden(
        self, textpage: PdfTextPage, index: int, mode: int, size: float, address: int | None
    ) -> str | None:
        if size < _SMALLEST:
            return "letters of no size"
        box = self._bounds(textpage, index)
        if mode in _INVISIBLE:
            if not self._layers.pictured(box):
                return "invisible letters"
            self.result.invisible += 1
        # What is painted within a form, and where, is not known.
        unknown = self._layers.inked and self._layers.in_form(address)
        return None if mode in _STROKED or unknown else self._by_colour(textpage, index, box, address)

    def _by_colour(self, textpage: PdfTextPage, index: int, box: Box, address: int | None) -> str | None:
        red, green, blue, alpha = self._colour
        if not self._raw.FPDFText_GetFillColor(textpage, index, red, green, blue, alpha):
            return None
        if alpha.value <= _FAINT:
            return "transparent letters"
        letters = red.value, green.value, blue.value
        return Look(letters, self._layers.ground(box, self._layers.order_of(address))).why_unseen()


def _off(box: Box, shown: Box) -> bool:
    """Whether the middle of letters lies outside what is shown."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return not (shown[0] <= x <= shown[2] and shown[1] <= y <= shown[3])


def _raised(segment: Segment, style: _Style, low: float) -> bool:
    """Whether a letter is set small and high behind others, as the marks of notes are."""
    higher = low > segment.y0 + _HIGHER * segment.size
    return segment.angle == style.angle and style.size < _SMALLER * segment.size and higher


def _quarter(across: float, up: float) -> int:
    """The quarter turns of a line, in degrees; nothing for one that runs askew."""
    angle = degrees(atan2(up, across)) % 360
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= _SLANT else 0
