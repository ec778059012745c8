from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest

from claimcheck.documents.failures import DamagedDocument
from claimcheck.documents.readers import sheet

openpyxl = pytest.importorskip("openpyxl")


def cells(data: bytes) -> list[tuple[str | None, str]]:
    document = sheet.read(data, "a")
    return [(b.locator.cell if b.locator else None, document.text[b.start : b.end]) for b in document.blocks]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_csv_cells_have_their_places(sign: str) -> None:
    data = f"Year{sign}Total\n2024{sign}41.2\n2025{sign}\n".encode()
    assert cells(data) == [("A1", "Year"), ("B1", "Total"), ("A2", "2024"), ("B2", "41.2"), ("A3", "2025")]


def test_quoted_fields_may_hold_the_sign_and_line_breaks() -> None:
    assert cells(b'name,note\n"Ruiz, Ana","two\nlines"\n')[2:] == [("A2", "Ruiz, Ana"), ("B2", "two lines")]


def test_rows_are_lines_and_cells_are_parted_by_tabs() -> None:
    assert sheet.read(b"a,b\nc,d\n", "x").text == "a\tb\nc\td\n"


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_column_letters(column: int, letters: str) -> None:
    assert sheet.column_letters(column) == letters


def book() -> bytes:
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.title = "Budget"
    for row in (["Year", "Total", "Share", "Day"], [2024, 41200000, 0.0425, date(2026, 3, 4)]):
        page.append(row)
    page["B2"].number_format = '"$"#,##0'
    page["C2"].number_format = "0.0%"
    page["E3"] = "note"
    hidden = workbook.create_sheet("Secret")
    hidden["A1"] = "never shown"
    hidden.sheet_state = "hidden"
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def test_workbook_cells_read_as_they_are_shown() -> None:
    assert cells(book()) == [
        ("Budget!A1", "Year"),
        ("Budget!B1", "Total"),
        ("Budget!C1", "Share"),
        ("Budget!D1", "Day"),
        ("Budget!A2", "2024"),
        ("Budget!B2", "$41,200,000"),
        ("Budget!C2", "4.3%"),
        ("Budget!D2", "2026-03-04"),
        ("Budget!E3", "note"),
    ]


def test_a_hidden_sheet_is_kept_apart() -> None:
    (hidden,) = sheet.read(book(), "a").hidden
    assert (hidden.text.strip(), hidden.why) == ("never shown", "hidden sheet 'Secret'")


def test_hidden_rows_and_columns_are_kept_apart() -> None:
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.title = "Budget"
    for row in (["Year", "Note", "Total"], [2024, "private", 41], [2025, "secret", 43]):
        page.append(row)
    page.row_dimensions[2].hidden = True
    page.column_dimensions["B"].hidden = True
    out = BytesIO()
    workbook.save(out)
    document = sheet.read(out.getvalue(), "a")
    assert document.text == "Year\tTotal\n2025\t43\n"
    assert [(one.text, one.why, one.locator.cell) for one in document.hidden if one.locator] == [
        ("Note\tsecret", "hidden column B of 'Budget'", "Budget!B1"),
        ("2024\tprivate\t41", "hidden row 2 of 'Budget'", "Budget!A2"),
    ]
    assert document.warnings == (
        "The workbook hides 1 column, 1 row; what they hold is kept apart and is no evidence.",
    )
    assert document.blocks[-1].locator is not None
    assert document.blocks[-1].locator.cell == "Budget!C3"


def summed(formula: str, *, sheet_hidden: bool = False, row_hidden: bool = True) -> tuple[str, ...]:
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.title = "Budget"
    for row in ([2023, 40], [2024, 41], [2025, 43]):
        page.append(row)
    page["B5"] = formula
    page.row_dimensions[2].hidden = row_hidden
    other = workbook.create_sheet("Old 'uns")
    other["A1"] = 7
    other.sheet_state = "hidden" if sheet_hidden else "visible"
    out = BytesIO()
    workbook.save(out)
    *told, unstored = sheet.read(out.getvalue(), "a").warnings[1:]
    assert unstored.startswith("No result is stored")  # openpyxl works nothing out
    return tuple(told)


@pytest.mark.parametrize("formula", ["=SUM(B1:B3)", "=$B$2*2", "=B1+B2", "=SUBTOTAL(9,B1:B3)"])
def test_a_result_that_rests_on_hidden_cells_is_told(formula: str) -> None:
    (warning,) = summed(formula)
    assert warning.startswith("The result in Budget!B5 (")
    assert "counts in cells that are hidden" in warning


def test_a_sum_that_leaves_hidden_rows_out_is_told() -> None:
    (warning,) = summed("=SUBTOTAL(109,B1:B3)")
    assert "leaves out rows that are hidden" in warning


def test_a_result_that_rests_on_a_hidden_sheet_is_told() -> None:
    (warning,) = summed("=B1+'Old ''uns'!A1", sheet_hidden=True, row_hidden=False)
    assert "Budget!B5 ('Old ''uns'!A1)" in warning


@pytest.mark.parametrize("formula", ["=SUM(B1:B1)", '=CONCAT("B2",B1)', "=B22", "=LOG10(B1)", "=B3"])
def test_a_result_from_cells_that_are_shown_is_not(formula: str) -> None:
    assert summed(formula) == ()


def test_a_zip_that_is_no_workbook() -> None:
    with pytest.raises(DamagedDocument):
        sheet.read(b"PK\x03\x04 nothing", "a.xlsx")
