"""Rows and columns of a workbook that are not shown, and the formulas whose results rest on them.

openpyxl tells neither where it reads row by row, so both are taken from the sheets' XML.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from claimcheck.documents.model import HiddenText, Locator
from claimcheck.documents.packed import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHEET_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_COLUMNS_MOST = 16_384
_FORMULAS_MOST = 20_000
_NAMED = 5
"""So many cells are named in a warning, the others counted."""
_RANGE = re.compile(
    r"(?:(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))!)?"
    r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?(?![\w(!])"
)
_SHOWN_ONLY = re.compile(
    r"\A\s*\+?(?:SUBTOTAL\(\s*1[01][0-9]\s*,|AGGREGATE\(\s*[0-9]+\s*,\s*[1357]\s*,)", re.I
)
"""Sums that leave hidden rows out: a filter's or the writer's."""
_TEXT = re.compile(r'"(?:[^"]|"")*"')


@dataclass(frozen=True, slots=True)
class HiddenLines:
    """What of a sheet is not shown, rows and columns numbered from 1 on and in order.

    Attributes:
        formulas: the cells that are worked out, with how.
        unknown: those of them whose result the file does not hold.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    formulas: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()

    def hides(self, row: int, column: int) -> bool:
        """Whether the cell there is not shown."""
        return _any_within(self.rows, row, row) or _any_within(self.columns, column, column)


NOTHING_HIDDEN = HiddenLines((), ())


def column_letters(column: int) -> str:
    """``A`` for 1, ``Z`` for 26, ``AA`` for 27."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def hidden_lines(package: Package) -> dict[str, HiddenLines]:
    """What is hidden in each sheet, by its title."""
    book = package.tree("xl/workbook.xml")
    parts = package.relations("xl/_rels/workbook.xml.rels")
    found: dict[str, HiddenLines] = {}
    for sheet in book.iter("{*}sheet") if book is not None else ():
        part = parts.get(sheet.get(_SHEET_ID) or "", "")
        name = part.lstrip("/") if part.startswith("/") else f"xl/{part}"
        if name in package.names:
            found[sheet.get("name") or ""] = _hidden_in(package.read(name))
    return found


def _hidden_in(sheet: bytes) -> HiddenLines:
    from lxml import etree

    rows: set[int] = set()
    columns: set[int] = set()
    formulas: list[tuple[str, str]] = []
    unknown: list[str] = []
    last = 0
    # Element by element, each forgotten at once: a sheet may have half a million cells.
    for _, element in etree.iterparse(
        BytesIO(sheet),
        tag=("{*}row", "{*}col", "{*}f"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    ):
        if element.tag.endswith("}f"):
            if len(formulas) < _FORMULAS_MOST and (formula := _formula(element)):
                formulas.append(formula)
            continue
        size = "ht" if element.tag.endswith("row") else "width"
        unseen = element.get("hidden") in ("1", "true") or element.get(size) == "0"
        if size == "ht":
            last = int(element.get("r") or last + 1)
            rows.update([last] if unseen else [])
            unknown += _without_result(element) if len(unknown) < _FORMULAS_MOST else []
        elif unseen:
            first, until = int(element.get("min") or 1), int(element.get("max") or 1)
            columns.update(range(first, min(until, _COLUMNS_MOST) + 1))
        element.clear()
    return HiddenLines(tuple(sorted(rows)), tuple(sorted(columns)), tuple(formulas), tuple(unknown))


def _formula(element: _Element) -> tuple[str, str] | None:
    cell = element.getparent()
    name = cell.get("r") if cell is not None else None
    return (name, element.text[:2000]) if name and element.text else None


def _without_result(row: _Element) -> list[str]:
    """The cells of a row that a program wrote as formulas and no spreadsheet worked out."""
    bare = (one for one in row if one.get("t") != "str" and not one.findtext("{*}v"))
    return [name for one in bare if one.find("{*}f") is not None and (name := one.get("r"))]


def without_results(sheets: Mapping[str, HiddenLines], unseen: Set[str]) -> tuple[str, ...]:
    """A warning that names the cells which are read as empty because the file holds no results for them."""
    cells = [
        f"{title}!{cell}" for title, lines in sheets.items() if title not in unseen for cell in lines.unknown
    ]
    if not cells:
        return ()
    told = f"No result is stored for the formulas in {_listed(cells)}; they are read as empty."
    return (f"{told} Open the file in a spreadsheet program and save it.",)


def formulas_without_results(sheets: Mapping[str, HiddenLines], unseen: Set[str]) -> list[HiddenText]:
    """The formulas of the sheets shown whose cells are read as empty, kept apart."""
    return [
        HiddenText(f"={formula}", "formula without a stored result", Locator(cell=f"{title}!{cell}"))
        for title, lines in sheets.items()
        if title not in unseen and (unknown := set(lines.unknown))
        for cell, formula in lines.formulas
        if cell in unknown
    ]


def worked_out_over_hidden(sheets: Mapping[str, HiddenLines], unseen: Set[str]) -> tuple[str, ...]:
    """Warnings that name the cells shown whose formulas take in cells that are not, and those that leave them
    out.

    Args:
        unseen: titles of the sheets that are hidden as a whole.
    """
    within: list[str] = []
    without: list[str] = []
    for title, lines in sheets.items():
        for cell, formula in lines.formulas if title not in unseen else ():
            if _is_hidden(cell, lines):
                continue
            over = next(_hidden_ranges(formula, title, sheets, unseen), None)
            if over is not None:
                told = without if _SHOWN_ONLY.match(formula) else within
                told.append(f"{title}!{cell} ({over})")
    told_of = (
        (within, "counts in cells that are hidden: adding up what is shown gives another result"),
        (without, "leaves out rows that are hidden: what it says is not the whole"),
    )
    return tuple(f"The result in {_listed(cells)} {what}." for cells, what in told_of if cells)


def _listed(cells: list[str]) -> str:
    rest = len(cells) - _NAMED
    return ", ".join(cells[:_NAMED]) + (f" and {rest} other cells" if rest > 0 else "")


def column_number(letters: str) -> int:
    """1 for ``A``, 27 for ``AA``."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _is_hidden(cell: str, lines: HiddenLines) -> bool:
    match = _RANGE.fullmatch(cell)
    return match is not None and lines.hides(int(match[4]), column_number(match[3]))


def _hidden_ranges(
    formula: str, title: str, sheets: Mapping[str, HiddenLines], unseen: Set[str]
) -> Iterator[str]:
    """The ranges of a formula that hold something not shown."""
    for match in _RANGE.finditer(_TEXT.sub('""', formula)):
        sheet = (match[1] or match[2] or title).replace("''", "'")
        lines = sheets.get(sheet, NOTHING_HIDDEN)
        low, high = sorted((int(match[4]), int(match[6] or match[4])))
        left, right = sorted((column_number(match[3]), column_number(match[5] or match[3])))
        shown = not (_any_within(lines.rows, low, high) or _any_within(lines.columns, left, right))
        if sheet in unseen or not shown:
            yield match[0]


def _any_within(numbers: tuple[int, ...], low: int, high: int) -> bool:
    at = bisect_left(numbers, low)
    return at < len(numbers) and numbers[at] <= high
