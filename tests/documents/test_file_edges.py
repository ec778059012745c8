"""Files as other programs write them: a sign said before a table, tabs beside commas, the strict form."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from claimcheck.documents.readers import docx, markdown, sheet


def rows(source: str) -> list[str]:
    return sheet.read(source.encode(), "a.csv").text.splitlines()


def test_a_line_that_says_what_parts_the_cells_is_no_row() -> None:
    document = sheet.read(b"sep=;\nYear, or so;Cost, all;Per, head\n2024;1,5;2,5\n", "a.csv")
    assert document.text.splitlines() == ["Year, or so\tCost, all\tPer, head", "2024\t1,5\t2,5"]
    assert document.blocks[0].locator is not None
    assert document.blocks[0].locator.cell == "A1"


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("Name, first\tCost, total\nA, b\t1,5\n", ["Name, first\tCost, total", "A, b\t1,5"]),
        ("a,b,c\n1,2,3\n4,5,6\twith a tab\n", ["a\tb\tc", "1\t2\t3", "4\t5\t6 with a tab"]),
        ("one\ntwo\n", ["one", "two"]),
    ],
)
def test_tabs_part_cells_where_every_line_has_them(source: str, read: list[str]) -> None:
    assert rows(source) == read


def test_a_word_file_of_the_strict_form_is_read() -> None:
    names = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        run = "<w:p><w:r><w:t>Six cranes fell.</w:t></w:r></w:p>"
        package.writestr("word/document.xml", f"<w:document {names}><w:body>{run}</w:body></w:document>")
    assert docx.read(out.getvalue(), "a.docx").text == "Six cranes fell.\n"


@pytest.mark.parametrize(
    ("line", "hidden"),
    [
        ("Write `<b hidden>it</b>` so.", []),
        ("Write ``<b hidden>`it`</b>`` so.", []),
        ("Write ` <b hidden>nobody reads it</b> so.", ["nobody reads it"]),
        ("Write `so` <b hidden>nobody reads it</b> and `so`.", ["nobody reads it"]),
    ],
)
def test_code_within_a_line_is_shown_as_it_stands(line: str, hidden: list[str]) -> None:
    assert [one.text for one in markdown.read_text(f"# Head\n\n{line}\n").hidden] == hidden


def test_many_backticks_cost_little() -> None:
    markdown.read_text("`` ` <b> " * 20_000)
