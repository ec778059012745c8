"""Cells of a workbook that hold something nobody sees."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from claimcheck.documents.model import Document
from claimcheck.documents.readers import sheet

DARK = PatternFill("solid", fgColor="FF003366")


def read(font: Font | None = None, fill: PatternFill | None = None, shown_as: str = "General") -> Document:
    workbook = openpyxl.Workbook()
    page = workbook.active
    assert page is not None
    page.title = "Budget"
    page.append(["Total", 41.2])
    cell = page["B1"]
    cell.number_format = shown_as
    if font is not None:
        cell.font = font
    if fill is not None:
        cell.fill = fill
    out = BytesIO()
    workbook.save(out)
    return sheet.read(out.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    ("font", "fill", "shown_as", "why"),
    [
        (Font(color="FFFFFFFF"), None, "General", "white on white"),
        (Font(color="FF003467"), DARK, "General", "letters in the colour of their background"),
        (Font(sz=1), None, "General", "letters too small to read"),
        (None, None, ";;;", "a number format that shows nothing"),
    ],
)
def test_they_are_kept_apart(font: Font | None, fill: PatternFill | None, shown_as: str, why: str) -> None:
    document = read(font, fill, shown_as)
    assert document.text == "Total\n"
    assert [(one.text, one.why, one.locator and one.locator.cell) for one in document.hidden] == [
        ("41.2", why, "Budget!B1")
    ]
    assert "hides 1 cell;" in document.warnings[0]


@pytest.mark.parametrize(
    ("font", "fill", "shown_as"),
    [
        (Font(color="FFFFFFFF"), DARK, "General"),
        (Font(color="FFFFFFFF"), PatternFill("lightGray"), "General"),
        (Font(color="FF000000"), None, "0.0;-0.0"),
    ],
)
def test_what_can_be_read_is_read(font: Font | None, fill: PatternFill | None, shown_as: str) -> None:
    document = read(font, fill, shown_as)
    assert document.text == "Total\t41.2\n"
    assert document.hidden == ()
