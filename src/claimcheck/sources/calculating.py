"""Calculations over the cells of a table: a formula as a spreadsheet has it, worked out from what is printed.

Cells are read as they are printed: "$1,234.50" is 1234.5, "£1.2m" is 1,200,000, "12 %" is 12, "(300)" is
-300, and "1.234,5" is 1234.5. Whether "1.250" is a thousand or little more than one is told by the whole
table, as where claims are held against cells; what it leaves open is refused. Python's own parser reads the
formula; of what it finds only numbers, cells, the four operations and ``FUNCTIONS`` are worked out.
"""

from __future__ import annotations

import ast
import math
import operator
import re
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence

from claimcheck.documents.model import HiddenText
from claimcheck.documents.printed import Decimals, Untold, printed_figure
from claimcheck.documents.readers.hidden_cells import column_letters
from claimcheck.errors import ClaimcheckError
from claimcheck.sources.printed_tables import (
    NOWHERE,
    Box,
    Place,
    PrintedTable,
    column_number,
    place_of,
)

FUNCTIONS: Mapping[str, Callable[[Sequence[float]], float]] = {
    "SUM": math.fsum,
    "AVERAGE": statistics.fmean,
    "MEDIAN": statistics.median,
    "MIN": min,
    "MAX": max,
    "COUNT": len,
    "ABS": lambda values: abs(values[0]),
}
"""By name, what each makes of the numbers it is given, cells of ranges one by one."""
LONGEST = 400
"""Code points of a formula at most."""
MOST_CELLS = 2000
"""Cells that one formula may name."""
_OPERATIONS: Mapping[type[ast.AST], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_CELL = r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})"
_NAMED = re.compile(rf"(?<![\w.$!'])(?:(?P<sheet>'[^'!]+'|[^\W\d]\w*)!)?{_CELL}(?::{_CELL})?(?![\w(])")
_ERROR = re.compile(r"#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!)")

_INSTEAD = "Write in the formula, in place of such a cell, the number that the source means."


_Columns = Mapping[tuple[str, int], Decimals | Untold]
"""By sheet and column, what stands before the decimals there."""


class BadFormula(ClaimcheckError):
    """A formula cannot be read, or cannot be worked out."""

    def __init__(self, formula: str, why: str, remedy: str = "") -> None:
        super().__init__(
            f"The calculation {formula[:80]!r} cannot be worked out: {why}.",
            remedy=remedy
            or "Use numbers, cells such as B4 or Budget!B4, ranges within a function, + - * / and "
            f"{', '.join(FUNCTIONS)}.",
        )


def cells_named(formula: str, table: PrintedTable) -> dict[str, str]:
    """Those of a table's cells that a formula names, in the source's order; not those left empty.

    Raises:
        BadFormula: where it names no cell that holds something, too many, or cells beyond the last of its
            sheet, which may stand for rows that were never there.
    """
    wanted = [_box(match) for match in _NAMED.finditer(formula[:LONGEST])]
    found = {name: table[name] for name in table.inside(*wanted)}
    if len(found) > MOST_CELLS:
        raise BadFormula(formula, f"it names more than {MOST_CELLS:,} cells")
    if not found:
        raise BadFormula(formula, "none of its cells holds anything in this source")
    for box in wanted:
        corners = [corner for sheet, corner in table.ends.items() if box.sheet in ("", sheet)]
        if not any(box.right <= column and box.bottom <= row for column, row in corners):
            raise BadFormula(formula, _beyond(box, corners))
    return found


def refuse_kept_apart(formula: str, apart: Iterable[HiddenText]) -> None:
    """Refuse a formula that takes in cells which the workbook hides, or holds no result for.

    A spreadsheet counts them in, and the source's text does not have them.

    Raises:
        BadFormula: with the first of them.
    """
    wanted = [_box(match) for match in _NAMED.finditer(formula[:LONGEST])]
    for item in apart:
        name = item.locator.cell if item.locator is not None else None
        place = place_of(name) if name else None
        if place is not None and any(_touches(item.why, place, box) for box in wanted):
            raise BadFormula(formula, f"it takes in {name}, which is kept apart ({item.why})")


def _touches(why: str, place: Place, box: Box) -> bool:
    """Whether a cell kept apart, or the whole row or column that is hidden there, lies within a range."""
    in_rows = box.top <= place.row <= box.bottom or why.startswith("hidden column ")
    in_columns = box.left <= place.column <= box.right or why.startswith("hidden row ")
    return box.sheet in ("", place.sheet) and in_rows and in_columns


def _beyond(box: Box, corners: Sequence[tuple[int, int]]) -> str:
    if not corners:
        return f"this source has no sheet {box.sheet!r}"
    named = " or ".join(f"{column_letters(column)}{row}" for column, row in corners[:3])
    return f"it reaches to {column_letters(box.right)}{box.bottom}, but the table ends at {named}"


def work_out(formula: str, cells: Mapping[str, str], table: PrintedTable | None = None) -> float:
    """The value of a formula over cells as printed.

    Args:
        table: all that the source prints in cells, which tells what a point or a comma means; without it the
            cells alone have to tell.

    Raises:
        BadFormula: with why: a cell that is empty or no number, or can be read in two ways, a function there
            is not, a division by zero.
    """
    written = formula.strip().removeprefix("=")
    if len(written) > LONGEST:
        raise BadFormula(formula, f"it is longer than {LONGEST} characters")
    bare = _NAMED.sub("", written)
    if (
        "_" in bare or not bare.isascii()
    ):  # the parser reads look-alikes of "_", which stands for our cells, as "_"
        raise BadFormula(formula, "it is no formula")
    ranges: list[list[float]] = []
    kept = PrintedTable(cells)
    decimals = (kept if table is None else table).decimals

    def placed(match: re.Match[str]) -> str:
        ranges.append(_values(formula, match, kept, decimals))
        return f"_[{len(ranges) - 1}]"

    try:
        tree = ast.parse(_NAMED.sub(placed, written), mode="eval")
        value = _value(formula, tree.body, ranges)
    except (SyntaxError, RecursionError, MemoryError, ValueError) as error:
        raise BadFormula(formula, "it is no formula") from error
    except (ZeroDivisionError, OverflowError) as error:
        raise BadFormula(formula, "it divides by zero or grows beyond all bounds") from error
    if not math.isfinite(value):
        raise BadFormula(formula, "it grows beyond all bounds")
    return value


def _value(formula: str, node: ast.AST, ranges: Sequence[list[float]]) -> float:
    if isinstance(node, ast.Constant):
        value = node.value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        inner = _value(formula, node.operand, ranges)
        return -inner if isinstance(node.op, ast.USub) else inner
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        left, right = (_value(formula, side, ranges) for side in (node.left, node.right))
        return _OPERATIONS[type(node.op)](left, right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        return _called(formula, node.func.id, node.args, ranges)
    values = _range(node, ranges)
    if values is None:
        raise BadFormula(formula, "it has something that is neither number, cell, operation nor function")
    if len(values) != 1:
        raise BadFormula(formula, "a range stands only within a function, such as SUM")
    return values[0]


def _called(formula: str, name: str, given: Sequence[ast.AST], ranges: Sequence[list[float]]) -> float:
    function = FUNCTIONS.get(name.upper())
    if function is None:
        raise BadFormula(formula, f"there is no function {name}")
    values: list[float] = []
    for node in given:
        many = _range(node, ranges)
        values.extend(many if many is not None else [_value(formula, node, ranges)])
    if not values:
        raise BadFormula(formula, f"{name.upper()} is given nothing")
    return float(function(values))


def _range(node: ast.AST, ranges: Sequence[list[float]]) -> list[float] | None:
    """The values of a cell or range, which stands in the tree as an index of ``_``."""
    if not (isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "_"):
        return None
    number = node.slice.value if isinstance(node.slice, ast.Constant) else None
    return ranges[number] if isinstance(number, int) and 0 <= number < len(ranges) else None


def _box(match: re.Match[str]) -> Box:
    """The cells that a formula names in one place."""
    first = (column_number(match[2]), int(match[3]))
    last = (column_number(match[4]), int(match[5])) if match[4] else first
    (left, right), (top, bottom) = sorted((first[0], last[0])), sorted((first[1], last[1]))
    return Box((match["sheet"] or "").strip("'"), left, top, right, bottom)


def _values(formula: str, match: re.Match[str], cells: PrintedTable, decimals: _Columns) -> list[float]:
    inside = {name: cells[name] for name in cells.inside(_box(match))}
    sheets = sorted({name.rpartition("!")[0] for name in inside})
    if len(sheets) > 1:
        which = f"{sheets[0]}!{match[0]}" if sheets[0].isidentifier() else f"'{sheets[0]}'!{match[0]}"
        raise BadFormula(formula, f"{match[0]} is in several tables; write which, as in {which}")
    if not match[4] and len(inside) != 1:
        raise BadFormula(formula, f"the cell {match[0]} is empty")
    error = _error_among(inside)
    if error:
        raise BadFormula(formula, f"the cell {error} holds an error")
    numbers = [(name, _number(formula, name, printed, decimals)) for name, printed in inside.items()]
    if match[4]:  # as in a spreadsheet, headings within a range are passed over
        return [number for _, number in numbers if number is not None]
    name, number = numbers[0]
    if number is None:
        raise BadFormula(formula, f"the cell {name} holds no number: {inside[name][:40]!r}")
    return [number]


def _number(formula: str, name: str, printed: str, decimals: _Columns) -> float | None:
    """What a cell prints, where that is a number.

    Raises:
        BadFormula: where it can be read in two ways, and the table does not tell which is meant.
    """
    sheet, column, _ = place_of(name) or NOWHERE
    told = decimals.get((sheet, column), ".")
    figure = printed_figure(printed, "," if told == "," else ".")
    why = ""
    if told == "mixed" and any(mark in printed for mark in ".,"):
        if figure is not None or printed_figure(printed, ",") is not None:
            why = "in its column or table some figures have decimals behind a comma, others behind a point"
    elif told == "open" and figure is not None and figure.other:
        why = f"that can be {figure.text} or {figure.other}, and nothing in its table tells which"
    if why:
        raise BadFormula(formula, f"{name} prints {printed[:40]!r}; {why}", _INSTEAD)
    return figure.value if figure else None


def _error_among(cells: Mapping[str, str]) -> str:
    """The first cell that holds an error, as "B3 (#REF!)", or nothing."""
    return next((f"{name} ({printed})" for name, printed in cells.items() if _ERROR.fullmatch(printed)), "")
