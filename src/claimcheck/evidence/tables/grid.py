"""Tables as a reader sees them: which cells are figures, and which headings say what each is about.

Rows and columns are told by the names of the cells (``Budget!B4``), so only sources whose reader knows them
(.csv, .xlsx, .docx, .html, .md) have tables.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimcheck.documents.headings import Headings
from claimcheck.documents.model import Block
from claimcheck.documents.printed import decimals_by_column, printed_figure
from claimcheck.evidence.tables.captions import captions_of
from claimcheck.evidence.tables.labels import Label, label_of
from claimcheck.evidence.tables.model import Cell, Row, Table
from claimcheck.evidence.tables.periods import with_years
from claimcheck.evidence.tables.relations import of_money
from claimcheck.sources.printed_tables import place_of

_MISSING = frozenset(("-", "–", "—", ".", "..", "...", "…", ":", "x", "n/a", "na", "nan", "null", "none"))
_ERROR = re.compile(r"#[A-Z/0]{2,6}[!?]?", re.IGNORECASE)
"""What a spreadsheet writes in a cell that it could not work out."""
_DESCRIBING = frozenset(
    "head leader manager chair director mayor capital contact code id address website note remark "
    "comment".split()
)
"""Headings of columns that say more of what another column names."""
_CODES = frozenset("code id no nr ref key".split())
_FEWEST_NAMES = 5
"""Rows from which on a column whose texts all differ may only describe what another column names."""


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    titles: list[Label]
    heads: list[list[Cell]]
    rows: list[list[Cell]]


def tables_of(source: str, about: Sequence[str], text: str, blocks: Sequence[Block]) -> Iterator[Table]:
    """The tables of a source that hold figures, in its order.

    Args:
        about: what the source's record says of it: title, publisher.
    """
    captions = captions_of(text, blocks)
    for sheet, (heading, written) in _sheets(text, blocks).items():
        decimals = decimals_by_column((cell.column, cell.text) for cell in written)
        if "mixed" in decimals.values():
            continue
        cells = [
            replace(cell, printed=printed_figure(cell.text, "," if decimals[cell.column] == "," else "."))
            for cell in written
        ]
        said = (*about, heading, *captions.get(sheet, ()), _named(sheet))
        over = tuple(label_of(words) for words in said if words)
        for parts in _tables(_rows(cells)):
            if parts.rows:
                yield with_years(_table(source, over, parts))


def _named(sheet: str) -> str:
    """A sheet's name, where a person gave it one."""
    return "" if re.fullmatch(r"(?:sheet|table) ?\d*", sheet, re.IGNORECASE) else sheet


def _sheets(text: str, blocks: Sequence[Block]) -> dict[str, tuple[str, list[Cell]]]:
    """The cells of each table, with the headings that it stands under."""
    headings = Headings()
    found: dict[str, tuple[str, list[Cell]]] = {}
    for block in blocks:
        headings.enter(block, text)
        name = block.locator.cell if block.locator is not None else None
        place = place_of(name) if name else None
        if name is None or place is None:
            continue
        words = text[block.start : block.end]
        if words.casefold() in _MISSING or _ERROR.fullmatch(words):
            continue
        _, cells = found.setdefault(place.sheet, (headings.path(), []))
        cells.append(Cell(name, place.row, place.column, block.start, block.end, words, None))
    return found


def _rows(cells: Sequence[Cell]) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
    return [rows[number] for number in sorted(rows)]


def _tables(rows: Sequence[list[Cell]]) -> list[_Parts]:
    """The tables that stand under one another: rows of headings begin a new one after rows of figures."""
    found = [_Parts([], [], [])]
    for row in rows:
        parts = found[-1]
        heads = all(cell.heads for cell in row)
        bare = not any(cell.number for cell in row)
        if len(row) == 1 and bare:
            # Within a table one cell alone may head the rows that follow; then it is one of their keys.
            inside = parts.rows or parts.heads
            (parts.rows.append(row) if inside else parts.titles.append(label_of(row[0].text)))
        elif heads and not parts.rows and (bare or not _repeats(parts.heads, row)):
            parts.heads.append(row)
        elif bare and len(row) > 1:
            found.append(_Parts([], [row], []))
        else:
            parts.rows.append(row)
    return found


def _repeats(heads: Sequence[list[Cell]], row: Sequence[Cell]) -> bool:
    """Whether every column of a row has a heading already: its years are figures or keys."""
    above = {cell.column for cell in heads[-1]} if heads else set()
    return all(cell.column in above for cell in row)


def _table(source: str, over: tuple[Label, ...], parts: _Parts) -> Table:
    columns = _headed(parts)
    keyed = _key_columns(parts, columns)
    rows: list[Row] = []
    section: tuple[Label, ...] = ()
    carried: dict[int, Cell] = {}
    for cells in parts.rows:
        if len(cells) == 1 and not cells[0].number:
            section = (label_of(cells[0].text),)
            continue
        carried = _carried(carried, cells, keyed)
        figures = {cell.column: cell for cell in cells if cell.number and cell.column not in keyed}
        keys = tuple(
            (label_of(carried[column].text if column in carried else ""), _last(columns.get(column)))
            for column in sorted(keyed)
        )
        if figures:
            rows.append(Row(keys, figures, section))
    return Table(source, (*over, *parts.titles), columns, _in_sections(rows))


def _in_sections(rows: Sequence[Row]) -> list[Row]:
    """Rows with the heading among them as their last key, unless these only say that money comes in or goes
    out and no two rows have the same name."""
    names = Counter(row.required for row in rows)
    of_flows = all(of_money(label.marks_of_all) for row in rows for label in row.over)
    if not any(row.over for row in rows) or (of_flows and max(names.values()) == 1):
        return list(rows)
    empty = label_of("")
    return [Row((*row.keys, ((*row.over, empty)[0], empty)), row.figures) for row in rows]


def _last(labels: tuple[Label, ...] | None) -> Label:
    return labels[-1] if labels else label_of("")


def _headed(parts: _Parts) -> dict[int, tuple[Label, ...]]:
    """The headings of each column; those of upper rows reach to the next one beside them."""
    used = sorted({cell.column for row in [*parts.rows, *parts.heads] for cell in row})
    found: dict[int, list[Label]] = {column: [] for column in used}
    for number, row in enumerate(parts.heads):
        lowest = number == len(parts.heads) - 1
        heads = {cell.column: cell.text for cell in row}
        current = ""
        for column in used:
            current = heads.get(column, "" if lowest else current)
            if current:
                found[column].append(label_of(current))
    return {column: tuple(labels) for column, labels in found.items()}


def _key_columns(parts: _Parts, columns: Mapping[int, tuple[Label, ...]]) -> frozenset[int]:
    """The columns whose cells name the rows: words and years; the first, where there is no other."""
    rows = [row for row in parts.rows if len(row) > 1]
    texts: dict[int, list[Cell]] = defaultdict(list)
    for row in rows:
        for cell in row:
            texts[cell.column].append(cell)
    keyed = {
        column
        for column, cells in texts.items()
        if sum(not cell.number for cell in cells) * 2 > len(cells) or _dates(cells, columns.get(column, ()))
    }
    if not keyed and len(texts) > 1:
        keyed = {min(texts)}
    named = [column for column in sorted(keyed) if _names_all(texts[column], rows)]
    plain = [column for column in named if not _CODES & _last(columns.get(column)).marks_of_all]
    first = next(iter(plain or named), None)
    describing = {
        column
        for column in keyed
        if first is not None
        and column != first
        and (column > first or column in named)
        and (
            (_DESCRIBING | _CODES) & _last(columns.get(column)).marks_of_all
            or _describes(texts[column], rows)
        )
    }
    return frozenset(keyed - describing)


def _dates(cells: Sequence[Cell], heads: Sequence[Label]) -> bool:
    """Whether a column of numbers is one of years: by its heading, or because they are in order."""
    if not all(cell.year for cell in cells):
        return False
    years = [int(cell.text[:4]) for cell in cells]
    titled = any({"year", "period", "date"} & label.marks_of_all for label in heads)
    return titled or len(set(years)) < len(years) or all(b - a in (1, -1) for a, b in pairwise(years))


def _names_all(cells: Sequence[Cell], rows: Sequence[list[Cell]]) -> bool:
    return len({cell.text for cell in cells}) == len(cells) == len(rows)


def _describes(cells: Sequence[Cell], rows: Sequence[list[Cell]]) -> bool:
    """Whether a column only says more of what its row is about, as the capital of a country."""
    return (
        len(rows) >= _FEWEST_NAMES
        and _names_all(cells, rows)
        and not any(cell.heads and cell.number for cell in cells)
    )


def _carried(above: Mapping[int, Cell], cells: Sequence[Cell], keyed: frozenset[int]) -> dict[int, Cell]:
    """The keys of a row; one left blank is the one above while all before it are blank too."""
    own = {cell.column: cell for cell in cells if cell.column in keyed}
    found: dict[int, Cell] = {}
    blank = True
    for column in sorted({*above, *own}):
        if column in own:
            found[column] = own[column]
            blank = False
        elif blank:
            found[column] = above[column]
    return found
