"""Cells of tables as evidence, from link to the gate and the report: each leads back to its cell."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from calling import Runner

ARTICLE = """# Trams

Line 4 carried 2.4 million passengers in 2024.

Line 1 carried the most passengers of all lines in 2024.
"""


@pytest.fixture
def claims(run: Runner, desk: Path) -> list[str]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Line data, all"
    for row in (
        ["Passengers by line, millions"],
        ["Line", 2023, 2024],
        ["Line 1", 13.0, 13.9],
        ["Line 2", 8.1, 8.6],
        ["Line 4", 2.0, 2.1],
    ):
        sheet.append(row)
    book.save(desk / "company.xlsx")
    (desk / "articles").mkdir()
    (desk / "articles" / "trams.md").write_text(ARTICLE)
    run("init")
    run("source", "add", "company.xlsx", "--tier", "primary", "--reliability", "A", "--original")
    run("extract", "articles/trams.md")
    run("link")
    found = run("extract", "--json", "articles/trams.md").json["claims"]
    return [claim["id"] for claim in found if "passengers" in claim["text"]]


def test_a_cell_leads_back_to_its_place_everywhere(run: Runner, desk: Path, claims: list[str]) -> None:
    line, most = claims
    told = run("explain", line).out
    assert "contradicts" in told
    assert "source show company --at 'Line data, all!C5'" in told
    assert "«2.1»" in run("source", "show", "company", "--at", "Line data, all!C5").out
    assert "supports" in run("explain", most).out
    assert run("accept", line, "1").status == 0
    gate = run("check", "--all")
    assert "(primary, reliability A, cell Line data, all!C5) says: “2.1”" in gate.out
    run("report", "-o", "report.html")
    assert "cell Line data, all!C5" in (desk / "report.html").read_text()


def test_calculations_over_what_a_workbook_hides_are_refused(
    run: Runner, desk: Path, claims: list[str]
) -> None:
    book = openpyxl.load_workbook(desk / "company.xlsx")
    sheet = book["Line data, all"]
    sheet.row_dimensions[4].hidden = True
    sheet["C6"] = "=SUM(C3:C5)"
    book.save(desk / "hidden.xlsx")
    run("source", "add", "hidden.xlsx")
    aside = ("--about", "content", "--stance", "supports", "--calculation")
    over = run("desk", "evidence", claims[0], "hidden", *aside, "SUM(C3:C5)")
    assert over.status == 2
    assert "hidden row 4" in over.err
    result = run("desk", "evidence", claims[0], "hidden", *aside, "C6 * 2")
    assert result.status == 2
    assert "formula without a stored result" in result.err
    assert run("desk", "evidence", claims[0], "hidden", *aside, "C3 + C5").status == 0
