"""Where a page's cells stand in their tables, cells that reach over several columns or rows counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

_REACH_MOST = 1_000
_LEAST = 2
"""Rows and columns of a table of data, at least."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's place: its table's number in the page, and row and column, counted from 1 on."""

    table: int
    row: int
    column: int


@dataclass(slots=True)
class Grid:
    """A table while it is read: which columns cells of earlier rows still reach into."""

    number: int
    row: int = 0
    column: int = 0
    reach: dict[int, int] = field(default_factory=dict)

    def next_row(self) -> None:
        """A row begins."""
        self.row += 1
        self.column = 0
        self.reach = {column: last for column, last in self.reach.items() if last >= self.row}

    def next_cell(self, columns: str | None, rows: str | None) -> Cell:
        """The place of the next cell; the arguments are its attributes ``colspan`` and ``rowspan``."""
        if not self.row:
            self.next_row()
        self.column += 1
        while self.reach.get(self.column, 0) >= self.row:
            self.column += 1
        place = Cell(self.number, self.row, self.column)
        wide, high = _count(columns), _count(rows)
        if high > 1:
            self.reach.update(dict.fromkeys(range(self.column, self.column + wide), self.row + high - 1))
        self.column += wide - 1
        return place


def _count(value: str | None) -> int:
    """A number of columns or rows, at least one; only as many digits are read as Python takes in any case."""
    reach = int(value[:9]) if value and value.isascii() and value.isdigit() else 1
    return min(max(reach, 1), _REACH_MOST)


def holds_data(cells: Iterable[tuple[Cell, int]], longest: int) -> bool:
    """Whether a table's cells are figures and names rather than a page's columns.

    Args:
        cells: the place and the length of each stretch of text in it.
        longest: characters that most cells of a table of data have at most.
    """
    lengths: dict[tuple[int, int], list[int]] = {}
    for cell, length in cells:
        lengths.setdefault((cell.row, cell.column), []).append(length)
    stretches = [length for cell in lengths.values() for length in cell]
    rows, columns = ({place[side] for place in lengths} for side in (0, 1))
    if len(rows) < _LEAST or len(columns) < _LEAST:
        return False
    long = sum(length > longest for length in stretches)
    return 3 * long <= len(stretches) and 2 * len(stretches) <= 3 * len(lengths)
