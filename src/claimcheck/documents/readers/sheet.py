"""Tables: .csv and .xlsx. Every cell that holds something is a block, its locator the cell (``Budget!B4``).

Rows are lines of the reading text, cells parted by tabs. A workbook's cells are read as they are shown: a
formula's last result, with percent, decimals and dates as the number format writes them.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from claimcheck.documents.build import TextBuilder
from claimcheck.documents.failures import DamagedDocument, NoReadableText
from claimcheck.documents.model import Document, HiddenText, Locator
from claimcheck.documents.packed import Package
from claimcheck.documents.readers.date_formats import shown_time
from claimcheck.documents.readers.hidden_cells import (
    NOTHING_HIDDEN,
    HiddenLines,
    column_letters,
    formulas_without_results,
    hidden_lines,
    without_results,
    worked_out_over_hidden,
)
from claimcheck.documents.readers.number_formats import shown_number
from claimcheck.documents.readers.unseen_cells import CellLooks
from claimcheck.documents.text import ReadingError, UndecodableText, decode_reading_text
from claimcheck.documents.unseen import warnings_of_unseen
from claimcheck.errors import MissingExtra

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook.workbook import Workbook

_CELLS_MOST = 500_000
_FIELD_MOST = 10_000_000
_SAID = re.compile(r"sep=([,;\t|])\n")
"""A line before the table by which some programs say what parts its cells; it is no row."""
_QUOTED_FIELD = re.compile(r"\"[^\"]*\"")


class TooManyCells(ReadingError):
    """More cells than a source has any use for."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"The table has more than {_CELLS_MOST:,} cells.",
            place=place,
            remedy="Save the part that is cited as a file of its own.",
        )


def read(data: bytes, place: str) -> Document:
    """A .csv, .tsv or .xlsx file, told apart by content.

    Raises:
        DamagedDocument, LockedDocument, PackedTooTightly, TooManyCells, NoReadableText, MissingExtra.
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _read_workbook(data, place)
    text, warnings = _decoded(data, place)
    return _read_csv(text, place, warnings)


def _decoded(data: bytes, place: str) -> tuple[str, tuple[str, ...]]:
    """The text of a table: UTF-8, or else Windows-1252, in which spreadsheet programs of the West save."""
    try:
        return decode_reading_text(data, place), ()
    except UndecodableText:
        damaged = not data.decode("utf-8", "ignore").isascii()  # some of it is UTF-8
        if damaged or not (again := _in_windows_1252(data)):
            raise
    told = "The table is not in UTF-8 and was read as Windows-1252: look at names with accents."
    return decode_reading_text(again.encode(), place), (told,)


def _in_windows_1252(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return ""


def _read_csv(source: str, place: str, warnings: tuple[str, ...] = ()) -> Document:
    csv.field_size_limit(_FIELD_MOST)
    builder = TextBuilder()
    count = 0
    said = _SAID.match(source)
    table, sign = (source[said.end() :], said[1]) if said else (source, _delimiter(source))
    try:
        for number, row in enumerate(csv.reader(StringIO(table, newline=""), delimiter=sign), 1):
            count = _add_row(builder, number, row, "", count, place)
    except csv.Error as error:
        raise DamagedDocument(place, "CSV", str(error)) from error
    if _QUOTED_FIELD.sub("", table).count('"') % 2:
        warnings += ("A quotation mark is never closed: what follows it, rows too, was read as one cell.",)
    return _document(builder, "csv", place, warnings=warnings)


def _delimiter(source: str) -> str:
    """The sign that parts the cells: the one found equally often in the first lines, tabs before others:
    those stand in no prose.
    """
    sample = _QUOTED_FIELD.sub("", source[:20_000])
    lines = [line for line in sample.split("\n")[:20] if line.strip()]
    scores = []
    for sign in ",;\t|":
        counts = [line.count(sign) for line in lines if sign in line]
        usual = max(sorted(set(counts)), key=counts.count, default=0)
        scores.append((counts.count(usual), sign == "\t" and usual > 0, usual, sign))
    return max(scores)[-1]


def _add_row(
    builder: TextBuilder, number: int, row: Sequence[str], sheet: str, count: int, place: str
) -> int:
    joiner = "\n"
    for column, cell in enumerate(row, 1):
        words = " ".join(cell.split())
        if not words:
            continue
        count += 1
        if count > _CELLS_MOST:
            raise TooManyCells(place)
        name = f"{column_letters(column)}{number}"
        where = Locator(cell=f"{sheet}!{name}" if sheet else name)
        builder.add(words, "table_cell", locator=where, joiner=joiner)
        joiner = "\t"
    return count


def _document(
    builder: TextBuilder,
    kind: str,
    place: str,
    hidden: Iterable[HiddenText] = (),
    warnings: tuple[str, ...] = (),
    title: str | None = None,
) -> Document:
    if not builder.blocks:
        raise NoReadableText(place, "table")
    text = builder.text()
    return Document(
        text=text,
        format=kind,
        blocks=tuple(builder.blocks),
        extracted=True,
        title=title,
        hidden=tuple(hidden),
        warnings=(*warnings, *warnings_of_unseen(text)),
    )


def _read_workbook(data: bytes, place: str) -> Document:
    package = Package(data, place, "Excel")
    if "xl/workbook.xml" not in package.names:
        raise DamagedDocument(place, "Excel", "it holds no workbook")
    for name in package.names:
        if name.startswith("xl/") and name.endswith(".xml"):
            package.read(name)
    data = Package(data, place, "Excel").in_usual_form() or data
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtra("Reading .xlsx files", "office") from error
    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
        return _workbook(book, hidden_lines(Package(data, place, "Excel")), place)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError) as error:
        raise DamagedDocument(place, "Excel", "its sheets cannot be read") from error


def _workbook(book: Workbook, lines_of: dict[str, HiddenLines], place: str) -> Document:
    builder = TextBuilder()
    hidden: list[HiddenText] = []
    looks = CellLooks()
    count = 0
    for sheet in book.worksheets:
        seen = sheet.sheet_state == "visible"
        target = builder if seen else TextBuilder()
        lines = lines_of.get(sheet.title, NOTHING_HIDDEN) if seen else NOTHING_HIDDEN
        apart: dict[str, list[tuple[str, str]]] = {}
        for number, row in enumerate(sheet.iter_rows(), 1):
            cells = [_shown(cell.value, str(cell.number_format or "General")) for cell in row]
            if seen:
                cells = _without_unseen(row, cells, looks, sheet.title, hidden)
            if lines.hides(number, 0) or lines.columns:
                cells = _set_apart(cells, number, lines, apart)
            count = _add_row(target, number, cells, sheet.title, count, place)
        if not seen and target.blocks:
            hidden.append(HiddenText(target.text(), f"hidden sheet {sheet.title!r}"))
        for what, found in apart.items():
            words = "\t".join(text for _, text in found)
            where = Locator(cell=f"{sheet.title}!{found[0][0]}")
            hidden.append(HiddenText(words, f"hidden {what} of {sheet.title!r}", where))
    title = book.properties.title
    unseen = frozenset(sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible")
    warnings = (
        *_hidden_warnings(hidden),
        *worked_out_over_hidden(lines_of, unseen),
        *without_results(lines_of, unseen),
    )
    hidden += formulas_without_results(lines_of, unseen)
    return _document(builder, "xlsx", place, hidden, warnings, title=str(title) if title else None)


def _without_unseen(
    row: Sequence[Cell | MergedCell], cells: list[str], looks: CellLooks, sheet: str, hidden: list[HiddenText]
) -> list[str]:
    """The cells of a row, those empty whose letters nobody sees: they are kept apart."""
    shown = list(cells)
    for at, (cell, words) in enumerate(zip(row, cells, strict=True)):
        why = looks.why_unseen(cell) if words.strip() else None
        if why:
            where = Locator(cell=f"{sheet}!{column_letters(at + 1)}{cell.row}")
            hidden.append(HiddenText(" ".join(words.split()), why, where))
            shown[at] = ""
    return shown


def _set_apart(
    cells: list[str], number: int, lines: HiddenLines, apart: dict[str, list[tuple[str, str]]]
) -> list[str]:
    """The cells of a row, those empty that are not shown: they go to ``apart``, by their row or column."""
    shown = list(cells)
    for column, cell in enumerate(cells, 1):
        if not lines.hides(number, column):
            continue
        letters, words = column_letters(column), " ".join(cell.split())
        what = f"row {number}" if lines.hides(number, 0) else f"column {letters}"
        if words:
            apart.setdefault(what, []).append((f"{letters}{number}", words))
        shown[column - 1] = ""
    return shown


def _hidden_warnings(hidden: Sequence[HiddenText]) -> tuple[str, ...]:
    """That something is not shown: sums over it come out otherwise than the eye would add up."""
    if not hidden:
        return ()
    counts = Counter(one.why.split()[1] if one.why.startswith("hidden ") else "cell" for one in hidden)
    parts = ", ".join(f"{count} {what}{'s' if count > 1 else ''}" for what, count in sorted(counts.items()))
    return (f"The workbook hides {parts}; what they hold is kept apart and is no evidence.",)


def _shown(value: object, number_format: str) -> str:
    """A cell's value as its number format shows it, for the formats that change what a reader reads."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date | time | timedelta):
        return shown_time(value, number_format)
    if isinstance(value, int | float):
        return shown_number(value, number_format)
    return str(value)
