"""What of an object is painted: the part of the page it is cut to, and whether a picture can be seen through.

Coordinates are points, y up.
"""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
_PATHS_MOST, _SEGMENTS_MOST = 20, 100
"""A part cut out by more than this is taken to be the whole page."""
_OPAQUE = 0.98
"""Share of a picture's points that must be opaque."""


def clip_of(one: PdfObject) -> Box | None:
    """The box around the part of the page that one of its own objects is cut to, or None for all of it."""
    import pypdfium2.raw as raw

    clip = raw.FPDFPageObj_GetClipPath(one)
    count = raw.FPDFClipPath_CountPaths(clip) if clip else 0
    box: Box | None = None
    for number in range(count if count <= _PATHS_MOST else 0):
        around = _around(clip, number)
        if around is not None:
            box = around if box is None else _both(box, around)
    return box


def _around(clip: object, number: int) -> Box | None:
    """The box around one of the paths that cut."""
    import pypdfium2.raw as raw

    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    segments = raw.FPDFClipPath_CountPathSegments(clip, number)
    for index in range(segments if segments <= _SEGMENTS_MOST else 0):
        segment = raw.FPDFClipPath_GetPathSegment(clip, number, index)
        if segment and raw.FPDFPathSegment_GetPoint(segment, x, y):
            points.append((x.value, y.value))
    if not points or not all(map(math.isfinite, (value for point in points for value in point))):
        return None
    across, up = [point[0] for point in points], [point[1] for point in points]
    return min(across), min(up), max(across), max(up)


def _both(one: Box, other: Box) -> Box:
    """What lies in both boxes; turned inside out where nothing does, so that nothing lies in it."""
    left, low = max(one[0], other[0]), max(one[1], other[1])
    return left, low, min(one[2], other[2]), min(one[3], other[3])


def is_opaque(picture: PdfObject, page: PdfPage) -> bool:
    """Whether a picture lets nothing through, its mask and the way it is blended looked at."""
    import pypdfium2.raw as raw

    if raw.FPDFPageObj_HasTransparency(picture):
        return False
    bitmap = raw.FPDFImageObj_GetRenderedBitmap(page.pdf, page, picture)
    if not bitmap:
        return False
    try:
        if raw.FPDFBitmap_GetFormat(bitmap) != raw.FPDFBitmap_BGRA:
            return True
        size = raw.FPDFBitmap_GetStride(bitmap) * raw.FPDFBitmap_GetHeight(bitmap)
        points = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), size)[3::4]
        return points.count(b"\xff") >= _OPAQUE * max(len(points), 1)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
