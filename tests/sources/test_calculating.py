"""Formulas over the cells of a table."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.model import Block, HiddenText, Locator
from claimcheck.documents.readers.sheet import read
from claimcheck.sources.calculating import (
    BadFormula,
    cells_named,
    refuse_kept_apart,
    work_out,
)
from claimcheck.sources.printed_tables import Box, PrintedTable, place_of, table_cells

TABLE = b"""Pier,2025,2026,share
North,"$12,500,000","$14,000,000",12 %
South,"13 700 000",(300),88%
East,15,,n/a
"""
CELLS = {
    "A2": "North", "B2": "$12,500,000", "C2": "$14,000,000", "D2": "12 %", "B3": "13 700 000", "C3": "(300)",
    "D3": "88%", "B4": "15", "D4": "n/a",
}  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("B2", 12_500_000),
        ("=SUM(B2:B4)", 26_200_015),
        ("sum(b2:b4)", 26_200_015),
        ("SUM($B$2:$B$4, 5)", 26_200_020),
        ("(C2 - B2) / B2 * 100", 12),
        ("AVERAGE(D2:D3)", 50),
        ("COUNT(B2:D4)", 7),
        ("MEDIAN(B2,B3,B4)", 12_500_000),
        ("-C3", 300),
        ("ABS(C3) + MAX(1, 2) - MIN(1, 2)", 301),
        ("SUM(A2:B2)", 12_500_000),
        ("1.5 * 2", 3),
    ],
)
def test_formulas_give_what_a_spreadsheet_gives(formula: str, value: float) -> None:
    assert work_out(formula, CELLS) == pytest.approx(value)


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ("", "no formula"),
        ("B2 +", "no formula"),
        ("B9", "the cell B9 is empty"),
        ("A2", "holds no number"),
        ("D4", "holds no number"),
        ("B2:B4", "only within a function"),
        ("B2 / (B4 - 15)", "divides by zero"),
        ("VLOOKUP(B2)", "no function VLOOKUP"),
        ("SUM()", "given nothing"),
        ("SUM(A2:A2)", "given nothing"),
        ("B2 ** 9", "neither number, cell"),
        ("B2 if 1 else 2", "neither number, cell"),
        ("'x'", "neither number, cell"),
        ("_[0]", "no formula"),
        ("_ [9]", "no formula"),
        ("\uff3f[9] + B2", "no formula"),
        ("_ ['x']", "no formula"),
        ("__import__('os')", "no formula"),
        ("eval('1')", "no function eval"),
        ("B2.real", "neither number, cell"),
        ("True", "neither number, cell"),
        ("9e999", "beyond all bounds"),
        ("(" * 300, "no formula"),
        ("1+" * 5000 + "1", "longer than"),
        ("\0", "no formula"),
    ],
)
def test_what_cannot_be_worked_out_says_why(formula: str, why: str) -> None:
    with pytest.raises(BadFormula, match="cannot be worked out") as told:
        work_out(formula, CELLS)
    assert why in str(told.value)


def test_cells_are_taken_from_the_source_as_printed() -> None:
    document = read(TABLE, "budget.csv")
    assert cells_named("SUM(B2:C3) / B4", table_cells(document.blocks, document.text)) == {
        "B2": "$12,500,000",
        "C2": "$14,000,000",
        "B3": "13 700 000",
        "C3": "(300)",
        "B4": "15",
    }
    with pytest.raises(BadFormula, match="none of its cells holds anything"):
        cells_named("Z9 + 1", table_cells(document.blocks, document.text))


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ("SUM(B2:B9)", "it reaches to B9, but the table ends at D4"),
        ("SUM(B2:F4)", "it reaches to F4, but the table ends at D4"),
        ("SUM(B2:B4) + AVERAGE(C2:C40)", "it reaches to C40"),
        ("SUM(Budget!B2:B4) + B2", "this source has no sheet 'Budget'"),
    ],
)
def test_cells_beyond_the_table_are_refused(formula: str, why: str) -> None:
    document = read(TABLE, "budget.csv")
    with pytest.raises(BadFormula, match="cannot be worked out") as told:
        cells_named(formula, table_cells(document.blocks, document.text))
    assert why in str(told.value)


def test_an_empty_cell_within_the_table_is_passed_over() -> None:
    table = PrintedTable({"A1": "Pier", "B1": "Cost", "B2": "3", "B4": "4"})
    assert work_out("SUM(B2:B4)", cells_named("SUM(B2:B4)", table)) == 7


def test_of_several_sheets_the_formula_names_one() -> None:
    cells = {"Budget!B2": "1", "Old plan!B2": "2"}
    assert work_out("Budget!B2 + 'Old plan'!B2", cells) == 3
    with pytest.raises(BadFormula, match="in several tables; write which, as in"):
        work_out("B2", cells)


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=20))
def test_a_sum_is_the_sum(numbers: list[int]) -> None:
    cells = {f"B{row}": f"{number:,}" for row, number in enumerate(numbers, 1)}
    assert work_out(f"SUM(B1:B{len(numbers)})", cells) == sum(numbers)


@given(st.text(alphabet="AB12:(),+-*/ SUM'!_[]%.=", max_size=60))
def test_any_formula_is_worked_out_or_refused(formula: str) -> None:
    try:
        value = work_out(formula, CELLS)
    except BadFormula:
        return
    assert math.isfinite(value)


def test_of_several_tables_of_a_page_the_formula_names_one() -> None:
    table = PrintedTable({"table 1!B2": "4", "table 2!B2": "5", "table 2!B3": "6"})
    assert work_out("SUM('table 2'!B2:B3)", cells_named("SUM('table 2'!B2:B3)", table)) == 11
    with pytest.raises(BadFormula, match="as in 'table 1'!B2"):
        work_out("B2 + 1", cells_named("B2 + 1", table))


NAMES = st.builds(
    lambda sheet, column, row: f"{sheet}{column}{row}",
    st.sampled_from(["", "Budget!", "Old plan!"]),
    st.sampled_from(["A", "B", "Z", "AA", "AB"]),
    st.integers(1, 12),
)
BOXES = st.builds(
    Box,
    st.sampled_from(["", "Budget", "Plan"]),
    *(st.integers(1, 12), st.integers(1, 6), st.integers(1, 30), st.integers(1, 12)),
)


@given(st.lists(NAMES | st.text(max_size=3), unique=True), st.lists(BOXES, max_size=3))
def test_the_cells_of_ranges_are_those_that_lie_within_them(names: list[str], boxes: list[Box]) -> None:
    def within(name: str) -> bool:
        place = place_of(name)
        return place is not None and any(
            box.sheet in ("", place.sheet)
            and box.left <= place.column <= box.right
            and box.top <= place.row <= box.bottom
            for box in boxes
        )

    table = PrintedTable(dict.fromkeys(names, "1"))
    assert table.inside(*boxes) == [name for name in names if within(name)]


def test_a_table_that_very_many_calculations_rest_on_is_read_once() -> None:
    rows = 100_000
    table = PrintedTable({f"{column}{row}": f"{row}.25" for row in range(1, rows + 1) for column in "AB"})
    total = 0.0
    for row in range(1, rows, 20):
        formula = f"SUM(A{row}:B{row + 1}) / 2"
        total += work_out(formula, cells_named(formula, table), table)
    assert total == sum(2 * row + 1.5 for row in range(1, rows, 20))


def test_a_cell_of_two_paragraphs_is_one() -> None:
    blocks = [
        Block("table_cell", 0, 5, locator=Locator(cell="A1")),
        Block("table_cell", 6, 9, locator=Locator(cell="A1")),
    ]
    assert table_cells(blocks, "North pier") == {"A1": "North pie"}


@pytest.mark.parametrize(
    ("cells", "formula", "value"),
    [
        ({"B2": "£1.2m", "B3": "£800,000"}, "B2 + B3", 2_000_000),
        ({"B2": "1.234,5", "B3": "7,5"}, "SUM(B2:B3)", 1242),
        ({"B2": "640*", "B3": "655 (p)"}, "B3 - B2", 15),
        ({"B2": "12%", "B3": "88%"}, "SUM(B2:B3)", 100),
    ],
)
def test_cells_are_worked_with_as_they_are_printed(cells: dict[str, str], formula: str, value: float) -> None:
    assert work_out(formula, cells) == pytest.approx(value)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"B2": "3", "B3": "#REF!"}, r"the cell B3 \(#REF!\) holds an error"),
        ({"B2": "8,1", "B3": "7.5"}, "B2 prints '8,1'; in its column or table some figures have decimals"),
        ({"B2": "1.250", "B3": "2.300"}, r"B2 prints '1.250'; that can be 1.250 or 1250, and nothing"),
        ({"B2": "£1.250m", "B3": "4"}, r"that can be £1.250m or £1250m"),
    ],
)
def test_errors_and_figures_of_two_readings_are_not_summed(cells: dict[str, str], why: str) -> None:
    with pytest.raises(BadFormula, match=why):
        work_out("SUM(B2:B3)", cells)


@pytest.mark.parametrize(
    ("rest", "value"),
    [
        ({"B9": "1.250,50"}, 3550),
        ({"B9": "1.250.000"}, 3550),
        ({"B9": "950"}, 3550),
        ({"C2": "12,5"}, 3550),
        ({"A2": "1.1", "C2": "12,5"}, 3550),
        ({"B9": "12.5"}, 3.55),
        ({"C2": "1,250.75"}, 3.55),
        ({"Other!C2": "12,5", "B9": "0.125"}, 3.55),
        ({"B9": "1,250,000"}, 3.55),
    ],
)
def test_a_point_before_three_digits_is_told_by_the_column_or_the_table(
    rest: dict[str, str], value: float
) -> None:
    cells = {"B3": "1.250", "B4": "2.300"}
    assert work_out("SUM(B3:B4)", cells, PrintedTable({**rest, **cells})) == pytest.approx(value)
    assert work_out("B3 + B4", cells, PrintedTable({**rest, **cells})) == pytest.approx(value)


@pytest.mark.parametrize(
    ("rest", "why"),
    [
        ({}, "nothing in its table tells which"),
        ({"B9": "12.500", "C2": "40"}, "nothing in its table tells which"),
        ({"A2": "1.1", "A3": "1.2"}, "nothing in its table tells which"),
        ({"Other!B2": "8,1"}, "nothing in its table tells which"),
        ({"C2": "8,1", "D2": "8.1"}, "in its column or table some figures have decimals behind a comma"),
        ({"B8": "8,1", "B9": "8.1"}, "in its column or table some figures have decimals behind a comma"),
    ],
)
def test_what_a_table_leaves_open_is_said_and_not_guessed(rest: dict[str, str], why: str) -> None:
    cells = {"B3": "1.250"}
    with pytest.raises(BadFormula) as told:
        work_out("B3 * 2", cells, PrintedTable({**rest, **cells}))
    assert "B3 prints '1.250'; " in str(told.value)
    assert why in str(told.value)
    assert (
        told.value.remedy
        == "Write in the formula, in place of such a cell, the number that the source means."
    )
    assert work_out("1250 * 2", {}, PrintedTable({**rest, **cells})) == 2500


def test_whole_numbers_and_words_of_a_column_with_mixed_decimals_are_worked_with() -> None:
    cells = {"B2": "Cost, all", "B3": "15", "B4": "8"}
    assert work_out("SUM(B2:B4)", cells, PrintedTable({**cells, "B8": "8,1", "B9": "8.1"})) == 23


@pytest.mark.parametrize(
    ("item", "formula", "refused"),
    [
        (("hidden row 9 of 'Budget'", "Budget!B9"), "SUM(C2:C12)", True),
        (("hidden row 9 of 'Budget'", "Budget!B9"), "SUM(Budget!C2:C8)", False),
        (("hidden row 9 of 'Budget'", "Budget!B9"), "SUM(Plan!C2:C12)", False),
        (("hidden column C of 'Budget'", "Budget!C4"), "SUM(B20:D20)", True),
        (("formula without a stored result", "Budget!B4"), "SUM(B2:B5)", True),
        (("formula without a stored result", "Budget!B4"), "B2 + B3", False),
        (("white on white", "Budget!B4"), "B4", True),
    ],
)
def test_a_formula_over_what_is_kept_apart_is_refused(
    item: tuple[str, str], formula: str, refused: bool
) -> None:
    apart = [HiddenText("5", item[0], Locator(cell=item[1])), HiddenText("x", "white on white")]
    if not refused:
        refuse_kept_apart(formula, apart)
        return
    with pytest.raises(BadFormula, match="kept apart"):
        refuse_kept_apart(formula, apart)
