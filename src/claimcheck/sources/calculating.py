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
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from claimcheck.documents.model import Block, HiddenText
from claimcheck.documents.printed import Decimals, Untold, decimals_by_column, printed_figure
from claimcheck.documents.readers.hidden_cells import column_letters
from claimcheck.errors import ClaimcheckError

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
_KEY = re.compile(r"(?:(?P<sheet>.+)!)?([A-Z]{1,3})([1-9][0-9]{0,6})")
_ERROR = re.compile(r"#(?:REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!)")

_INSTEAD = "Write in the formula, in place of such a cell, the number that the source means."

_Columns = Mapping[tuple[str, int], Decimals | Untold]
"""By sheet and column, what stands before the decimals there."""
_Box = tuple[str, int, int, int, int]
"""Sheet, first column and row, last column and row."""


class BadFormula(ClaimcheckError):
    """A formula cannot be read, or cannot be worked out."""

    def __init__(self, formula: str, why: str, remedy: str = "") -> None:
        super().__init__(
            f"The calculation {formula[:80]!r} cannot be worked out: {why}.",
            remedy=remedy
            or "Use numbers, cells such as B4 or Budget!B4, ranges within a function, + - * / and "
            f"{', '.join(FUNCTIONS)}.",
        )


def table_cells(blocks: Iterable[Block], text: str) -> dict[str, str]:
    """What a source prints in each cell of its tables, by the cell's name, in the source's order."""
    found: dict[str, str] = {}
    for block in blocks:
        name = block.locator.cell if block.locator is not None else None
        if name:
            printed = text[block.start : block.end]
            found[name] = f"{found[name]} {printed}" if name in found else printed
    return found


def cells_named(formula: str, table: Mapping[str, str]) -> dict[str, str]:
    """Those of a table's cells that a formula names, in the source's order; not those left empty.

    Args:
        table: as :func:`table_cells` gives it.

    Raises:
        BadFormula: where it names no cell that holds something, too many, or cells beyond the last of its
            sheet, which may stand for rows that were never there.
    """
    wanted = [_box(match) for match in _NAMED.finditer(formula[:LONGEST])]
    found = {name: printed for name, printed in table.items() if any(_inside(name, box) for box in wanted)}
    if len(found) > MOST_CELLS:
        raise BadFormula(formula, f"it names more than {MOST_CELLS:,} cells")
    if not found:
        raise BadFormula(formula, "none of its cells holds anything in this source")
    ends = _last_cells(table)
    for box in wanted:
        corners = [corner for sheet, corner in ends.items() if box[0] in ("", sheet)]
        if not any(box[3] <= column and box[4] <= row for column, row in corners):
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
        place = _KEY.fullmatch(name) if name else None
        if place is not None and any(_touches(item.why, place, box) for box in wanted):
            raise BadFormula(formula, f"it takes in {name}, which is kept apart ({item.why})")


def _touches(why: str, place: re.Match[str], box: _Box) -> bool:
    """Whether a cell kept apart, or the whole row or column that is hidden there, lies within a range."""
    sheet, left, top, right, bottom = box
    in_rows = top <= int(place[3]) <= bottom or why.startswith("hidden column ")
    in_columns = left <= _column(place[2]) <= right or why.startswith("hidden row ")
    return sheet in ("", place["sheet"] or "") and in_rows and in_columns


def _last_cells(table: Mapping[str, str]) -> dict[str, tuple[int, int]]:
    """By sheet, the last column and the last row that hold something."""
    found: dict[str, tuple[int, int]] = {}
    for name in table:
        key = _KEY.fullmatch(name)
        if key is not None:
            column, row = found.get(key["sheet"] or "", (0, 0))
            found[key["sheet"] or ""] = max(column, _column(key[2])), max(row, int(key[3]))
    return found


def _beyond(box: _Box, corners: Sequence[tuple[int, int]]) -> str:
    if not corners:
        return f"this source has no sheet {box[0]!r}"
    named = " or ".join(f"{column_letters(column)}{row}" for column, row in corners[:3])
    return f"it reaches to {column_letters(box[3])}{box[4]}, but the table ends at {named}"


def work_out(formula: str, cells: Mapping[str, str], table: Mapping[str, str] | None = None) -> float:
    """The value of a formula over cells as printed.

    Args:
        table: all that the source prints in cells, as :func:`table_cells` gives it, which tells what a point
            or a comma means; without it the cells alone have to tell.

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
    decimals = _decimals(cells if table is None else table)

    def placed(match: re.Match[str]) -> str:
        ranges.append(_values(formula, match, cells, decimals))
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


def _box(match: re.Match[str]) -> _Box:
    """Sheet, and first and last column and row, of the cells that a formula names in one place."""
    sheet = (match["sheet"] or "").strip("'")
    first = (_column(match[2]), int(match[3]))
    last = (_column(match[4]), int(match[5])) if match[4] else first
    columns, rows = sorted((first[0], last[0])), sorted((first[1], last[1]))
    return sheet, columns[0], rows[0], columns[1], rows[1]


def _inside(name: str, box: _Box) -> bool:
    found = _KEY.fullmatch(name)
    if found is None:
        return False
    sheet, column, row = found["sheet"] or "", _column(found[2]), int(found[3])
    return (not box[0] or sheet == box[0]) and box[1] <= column <= box[3] and box[2] <= row <= box[4]


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def _values(formula: str, match: re.Match[str], cells: Mapping[str, str], decimals: _Columns) -> list[float]:
    box = _box(match)
    inside = {name: printed for name, printed in cells.items() if _inside(name, box)}
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


def _decimals(table: Mapping[str, str]) -> _Columns:
    """By sheet and column, what stands before the decimals there."""
    sheets: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for name, printed in table.items():
        sheet, column = _column_of(name)
        sheets[sheet].append((column, printed))
    told = {sheet: decimals_by_column(cells) for sheet, cells in sheets.items()}
    return {(sheet, column): one for sheet, columns in told.items() for column, one in columns.items()}


def _column_of(name: str) -> tuple[str, int]:
    """Sheet and column of a cell; zero for a name that is none."""
    key = _KEY.fullmatch(name)
    return (key["sheet"] or "", _column(key[2])) if key else ("", 0)


def _number(formula: str, name: str, printed: str, decimals: _Columns) -> float | None:
    """What a cell prints, where that is a number.

    Raises:
        BadFormula: where it can be read in two ways, and the table does not tell which is meant.
    """
    told = decimals.get(_column_of(name), ".")
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
