"""What lies behind and over the letters of a page: filled rectangles, pictures, and the part that is shown.

Only the page's own objects are looked at; of what stands within a form only that there are pictures or
shapes. A shape that is no rectangle is taken to be an unknown ground, and to cover nothing. Coordinates are
points, y up.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.documents.pdf.paint import Box, clip_of, is_opaque
from claimcheck.documents.web.colours import WHITE, Colour

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage

_SIDES_MOST = 6
"""Segments that a rectangle's path has at most."""
_SQUARE = 40.0
"""Points that the squares measure by which shapes are looked up."""
_SQUARES_MOST = 60
"""A shape over more squares is looked at everywhere."""
_SCAN = 0.6
"""Share of the page from which on a picture over letters is a scan of them, not something put before them."""
_OVER = 0.7
"""Points by which letters may stick out of what covers them."""


@dataclass(frozen=True, slots=True)
class _Shape:
    order: int
    box: Box
    colour: Colour | None
    solid: bool
    picture: PdfObject | None = None


class Layers:
    """The objects of a page in the order in which they are painted.

    Attributes:
        pictures: how many pictures there are, those within forms counted.
        covers: whether any shape or picture can cover letters.
        inked: whether shapes or pictures are painted within forms, whose places are not known.
    """

    def __init__(self, page: PdfPage) -> None:
        import pypdfium2.raw as raw

        self._raw = raw
        self._squares: dict[tuple[int, int], list[_Shape]] = {}
        self._large: list[_Shape] = []
        self._pictures: list[Box] = []
        self._page = page
        self._order: dict[int, int] = {}
        self._clips: dict[int, Box] = {}
        self._opaque: dict[int, bool] = {}
        self._within_forms: set[int] = set()
        self.inked = False
        self._nested = False
        self.pictures = 0
        for order, one in enumerate(page.get_objects()):
            self._take(one, order)
        self.covers = any(
            shape.solid or shape.picture
            for shapes in (self._large, *self._squares.values())
            for shape in shapes
        )

    def _take(self, one: PdfObject, order: int) -> None:
        raw = self._raw
        box = _bounds(one)
        if box is None:
            return
        if one.type == raw.FPDF_PAGEOBJ_IMAGE:
            self.pictures += 1
            self._nested |= one.level > 0
            self._pictures.append(box)
        if one.type == raw.FPDF_PAGEOBJ_TEXT:
            self._take_text(one, order)
        elif one.level > 0:
            self.inked |= one.type != raw.FPDF_PAGEOBJ_FORM
        elif one.type == raw.FPDF_PAGEOBJ_IMAGE:
            self._keep(_Shape(order, box, None, solid=False, picture=one))
        elif one.type == raw.FPDF_PAGEOBJ_SHADING:
            self._keep(_Shape(order, box, None, solid=False))
        elif one.type == raw.FPDF_PAGEOBJ_PATH and (shape := self._path(one, box, order)) is not None:
            self._keep(shape)

    def _take_text(self, one: PdfObject, order: int) -> None:
        address = ctypes.addressof(one.raw.contents)
        self._order[address] = order
        if one.level > 0:
            self._within_forms.add(address)
        elif (clip := clip_of(one)) is not None:
            self._clips[address] = clip

    def _keep(self, shape: _Shape) -> None:
        left, low, right, high = (math.floor(edge / _SQUARE) for edge in shape.box)
        if (right - left + 1) * (high - low + 1) > _SQUARES_MOST:
            self._large.append(shape)
            return
        for x in range(left, right + 1):
            for y in range(low, high + 1):
                self._squares.setdefault((x, y), []).append(shape)

    def _around(self, box: Box) -> list[_Shape]:
        """The shapes that the middle of letters may lie in."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return [*self._large, *self._squares.get((math.floor(x / _SQUARE), math.floor(y / _SQUARE)), ())]

    def _path(self, one: PdfObject, box: Box, order: int) -> _Shape | None:
        """A path that is filled."""
        raw = self._raw
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(one, mode, stroke) or not mode.value:
            return None
        parts = [ctypes.c_uint() for _ in range(4)]
        known = bool(raw.FPDFPageObj_GetFillColor(one, *parts)) and parts[3].value == 255
        rectangle = 0 < raw.FPDFPath_CountSegments(one) <= _SIDES_MOST
        red, green, blue = (part.value for part in parts[:3])
        plain = known and rectangle and not raw.FPDFPageObj_HasTransparency(one)
        return _Shape(order, box, (red, green, blue) if plain else None, solid=plain)

    def order_of(self, address: int | None) -> int | None:
        """When a text object is painted, by the address of its structure; None where that is not known."""
        return self._order.get(address) if address is not None else None

    def clip(self, address: int | None) -> Box | None:
        """The part of the page that a text object is painted on, where it is not all of it."""
        return self._clips.get(address) if address is not None else None

    def in_form(self, address: int | None) -> bool:
        """Whether a text object stands within a form."""
        return address is None or address not in self._order or address in self._within_forms

    def ground(self, box: Box, order: int | None) -> Colour | None:
        """The colour behind letters that are painted at ``order``; None where it is not known."""
        under = [
            shape
            for shape in self._around(box)
            if (order is None or shape.order < order) and _middle(box, shape.box)
        ]
        return max(under, key=lambda shape: shape.order).colour if under else WHITE

    def covered(self, box: Box, order: int | None) -> str | None:
        """What is painted over letters later, ``shape`` or ``picture``; ``scan`` for one of a whole page."""
        if order is None or not self.covers:
            return None
        over = [one for one in self._around(box) if one.order > order and _within(box, one.box)]
        if any(one.solid for one in over):
            return "shape"
        pictures = [one for one in over if one.picture is not None and self._is_opaque(one)]
        if not pictures:
            return None
        return "scan" if any(self._fills_page(one.box) for one in pictures) else "picture"

    def _fills_page(self, box: Box) -> bool:
        width, height = self._page.get_size()
        share = (box[2] - box[0]) * (box[3] - box[1]) / max(float(width * height), 1.0)
        return share >= _SCAN

    def _is_opaque(self, shape: _Shape) -> bool:
        """Whether nothing can be seen through a picture."""
        if shape.order not in self._opaque:
            picture = shape.picture
            self._opaque[shape.order] = picture is not None and is_opaque(picture, self._page)
        return self._opaque[shape.order]

    def pictured(self, box: Box) -> bool:
        """Whether a picture lies where the letters are, as where a scan has a text layer."""
        return self._nested or any(_middle(box, picture) for picture in self._pictures)


def _bounds(one: PdfObject) -> Box | None:
    from pypdfium2 import PdfiumError

    try:
        box = one.get_bounds()
    except PdfiumError:
        return None
    return box if all(map(math.isfinite, box)) else None


def _middle(box: Box, outer: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _within(box: Box, outer: Box) -> bool:
    low, high = outer[0] - _OVER, outer[2] + _OVER
    return low <= box[0] and box[2] <= high and outer[1] - _OVER <= box[1] and box[3] <= outer[3] + _OVER
