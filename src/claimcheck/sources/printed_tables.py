"""What a source prints in the cells of its tables, by the names of the cells: "B4", or "Budget!B4"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from claimcheck.documents.model import Block
from claimcheck.documents.printed import Decimals, Untold, decimals_by_column

_KEY = re.compile(r"(?:(?P<sheet>.+)!)?([A-Z]{1,3})([1-9][0-9]{0,6})")


_row = itemgetter(0)


class Box(NamedTuple):
    """A range of cells: sheet (empty for any), first column and row, last column and row, all inclusive."""

    sheet: str
    left: int
    top: int
    right: int
    bottom: int


class Place(NamedTuple):
    """Where a cell is: sheet, empty where its source has but one, column and row, both from 1."""

    sheet: str
    column: int
    row: int


class PrintedTable(Mapping[str, str]):
    """What is printed in each cell, in the source's order.

    What follows from all cells together is worked out once, when it is first asked for, so that a table that
    many calculations rest on is read once.
    """

    def __init__(self, cells: Mapping[str, str]) -> None:
        self._cells = cells

    def __getitem__(self, name: str) -> str:
        return self._cells[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    @cached_property
    def decimals(self) -> Mapping[tuple[str, int], Decimals | Untold]:
        """By sheet and column, what stands before the decimals there; cells without a place are column 0."""
        sheets: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for name, printed in self._cells.items():
            sheet, column, _ = place_of(name) or NOWHERE
            sheets[sheet].append((column, printed))
        told = {sheet: decimals_by_column(cells) for sheet, cells in sheets.items()}
        return {(sheet, column): one for sheet, columns in told.items() for column, one in columns.items()}

    @cached_property
    def ends(self) -> Mapping[str, tuple[int, int]]:
        """By sheet, the last column and the last row that hold something."""
        return {
            sheet: (max(columns), max(rows[-1][0] for rows in columns.values()))
            for sheet, columns in self._columns.items()
        }

    def inside(self, *boxes: Box) -> list[str]:
        """Names of the cells within any of some ranges, in the source's order."""
        found: dict[str, int] = {}
        for box in boxes:
            for sheet in [box.sheet] if box.sheet else self._columns:
                for column, rows in self._columns.get(sheet, {}).items():
                    if box.left <= column <= box.right:
                        first = bisect_left(rows, box.top, key=_row)
                        last = bisect_right(rows, box.bottom, key=_row)
                        found.update((name, position) for _, position, name in rows[first:last])
        return sorted(found, key=found.__getitem__)

    @cached_property
    def _columns(self) -> Mapping[str, Mapping[int, list[tuple[int, int, str]]]]:
        """By sheet and column, the rows that hold something, each with its cell's position and name."""
        found: dict[str, dict[int, list[tuple[int, int, str]]]] = {}
        for position, name in enumerate(self._cells):
            place = place_of(name)
            if place is not None:
                columns = found.setdefault(place.sheet, {})
                columns.setdefault(place.column, []).append((place.row, position, name))
        for columns in found.values():
            for rows in columns.values():
                rows.sort()
        return found


NOWHERE = Place("", 0, 0)


def table_cells(blocks: Iterable[Block], text: str) -> PrintedTable:
    """What a source prints in each cell of its tables; of a cell of several blocks, one behind another."""
    found: dict[str, list[str]] = {}
    for block in blocks:
        name = block.locator.cell if block.locator is not None else None
        if name:
            found.setdefault(name, []).append(text[block.start : block.end])
    return PrintedTable({name: " ".join(printed) for name, printed in found.items()})


def place_of(name: str) -> Place | None:
    """Where a cell is, by its name; None for a name that is none."""
    key = _KEY.fullmatch(name)
    return Place(key["sheet"] or "", column_number(key[2]), int(key[3])) if key else None


def column_number(letters: str) -> int:
    """The number of a column, from 1: 2 for "B", 27 for "AA"."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
