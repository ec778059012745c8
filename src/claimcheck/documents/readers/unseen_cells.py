"""Cells of a workbook whose letters nobody sees: in the colour of their ground, tiny, or formatted away."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, cast

from claimcheck.documents.web.colours import WHITE, Colour, Look, parse_colour

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.styles.colors import Color

_SMALLEST = 2.0
"""Points up to which letters cannot be read."""
_NOTHING = ";;;"
"""A number format that shows neither numbers nor text."""
_THEME_WHITE = 0


class CellLooks:
    """Why cells of each style are not seen, worked out once a style."""

    def __init__(self) -> None:
        self._known: dict[Hashable, str | None] = {}

    def why_unseen(self, cell: Cell | MergedCell) -> str | None:
        """Why nobody sees what a cell of a workbook that is only read holds, or None."""
        key = tuple(cast("ReadOnlyCell", cell).style_array)
        if key not in self._known:
            self._known[key] = _why(cell)
        return self._known[key]


def _why(cell: Cell | MergedCell) -> str | None:
    if str(cell.number_format).replace(" ", "") == _NOTHING:
        return "a number format that shows nothing"
    font, fill = cell.font, cell.fill
    if font is None or fill is None:
        return None
    if font.sz is not None and float(font.sz) <= _SMALLEST:
        return "letters too small to read"
    pattern, painted = getattr(fill, "fill_type", "gradient"), getattr(fill, "fgColor", None)
    ground = WHITE if pattern is None else _colour(painted) if pattern == "solid" else None
    letters = _colour(font.color)
    return Look(letters, ground).why_unseen() if letters is not None else None


def _colour(colour: Color | None) -> Colour | None:
    """A colour that is given by its parts, or is the theme's white; None for any other."""
    if colour is None:
        return None
    if colour.type == "theme":
        return WHITE if colour.theme == _THEME_WHITE and not colour.tint else None
    found = parse_colour(f"#{str(colour.rgb)[-6:].lower()}") if colour.type == "rgb" else None
    return found if isinstance(found, tuple) else None
