"""Workbooks and tables at the edges: the strict form, dates, durations, errors, encodings."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.printed import decimals_by_column, printed_figure
from claimcheck.documents.readers.date_formats import shown_time
from claimcheck.documents.readers.sheet import read
from claimcheck.documents.text import UndecodableText

USUAL = "http://schemas.openxmlformats.org/"
STRICT = "http://purl.oclc.org/ooxml/"


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Budget"
    for row in rows:
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def strict(data: bytes) -> bytes:
    """A workbook as the strict form of the standard names its parts."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            words = old.read(name)
            for part in (b"spreadsheetml", b"drawingml", b"officeDocument"):
                words = words.replace(USUAL.encode() + part + b"/2006/", STRICT.encode() + part + b"/")
            new.writestr(name, words)
    return out.getvalue()


def test_a_workbook_of_the_strict_form_is_read_like_any_other() -> None:
    data = workbook([["Pier", "Cost", "Opened"], ["North", 12.5, date(2024, 3, 1)]])
    changed = strict(data)
    assert STRICT.encode() in zipfile.ZipFile(BytesIO(changed)).read("xl/workbook.xml")
    assert (
        read(changed, "t.xlsx").text
        == read(data, "t.xlsx").text
        == "Pier\tCost\tOpened\nNorth\t12.5\t2024-03-01\n"
    )


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (datetime(2024, 3, 1), "yyyy-mm-dd", "2024-03-01"),
        (datetime(2024, 3, 1), "mm/dd/yyyy", "2024-03-01"),
        (datetime(2024, 3, 1), "mmm yyyy", "2024-03"),
        (datetime(2024, 3, 1), '[$-809]mmmm" of "yyyy', "2024-03"),
        (datetime(2024, 3, 1), "yyyy", "2024"),
        (date(2024, 3, 1), "d mmmm", "2024-03-01"),
        (datetime(2024, 3, 1, 14, 30), "yyyy-mm-dd hh:mm", "2024-03-01 14:30"),
        (datetime(1900, 1, 1, 2, 30), "h:mm", "02:30"),
        (time(1, 30), "h:mm", "01:30"),
        (time(1, 30, 5), "h:mm:ss", "01:30:05"),
        (timedelta(hours=26, minutes=30), "[h]:mm", "26:30"),
        (timedelta(minutes=95, seconds=4), "[mm]:ss", "95:04"),
        (timedelta(seconds=95), "[s]", "95"),
        (-timedelta(hours=2), "[h]:mm", "-2:00"),
    ],
)
def test_dates_and_durations_are_read_as_they_are_shown(
    value: date | time | timedelta, number_format: str, shown: str
) -> None:
    assert shown_time(value, number_format) == shown


def test_formulas_without_a_result_are_told_and_kept_apart() -> None:
    document = read(workbook([["Cost"], [3], [4], ["=SUM(A2:A3)"]]), "t.xlsx")
    assert document.text == "Cost\n3\n4\n"
    assert [(one.text, one.why) for one in document.hidden] == [
        ("=SUM(A2:A3)", "formula without a stored result")
    ]
    assert "Budget!A4" in document.warnings[0]
    assert not any("hides" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Stra\u00dfe;Kosten \u20ac\nK\u00f6nigsallee;12,5\n".encode("cp1252"), "Stra\u00dfe\tKosten \u20ac\nK\u00f6nigsallee\t12,5\n"),
        ("\ufeffPier;Cost\nNorth;12,5\n".encode(), "Pier\tCost\nNorth\t12,5\n"),
        ("Pier\tCost\nNorth\t12.5\n".encode("utf-16"), "Pier\tCost\nNorth\t12.5\n"),
        (b'Pier,Note\nNorth,"two\nlines, here"\n', "Pier\tNote\nNorth\ttwo lines, here\n"),
    ],
)  # fmt: skip
def test_tables_of_several_encodings_and_signs_are_read(data: bytes, text: str) -> None:
    assert read(data, "t.csv").text == text


def test_another_encoding_is_told_and_a_damaged_one_refused() -> None:
    told = read("Caf\u00e9,2\n".encode("cp1252"), "t.csv").warnings
    assert told == ("The table is not in UTF-8 and was read as Windows-1252: look at names with accents.",)
    with pytest.raises(UndecodableText):
        read("Caf\u00e9,2\n".encode() + b"\xe9,3\n", "t.csv")


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    document = read(b'Pier,Cost\nNorth,"12.5\nSouth,3\n', "t.csv")
    assert "never closed" in document.warnings[0]
    assert read(b'Pier,Cost\n"North ""Old""",3\n', "t.csv").warnings == ()


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1.2m", 1_200_000), ("£1,200", 1200), ("12%", 12), ("$3.4bn", 3.4e9), ("2.1 million", 2.1e6),
        ("640*", 640), ("640 [1]", 640), ("(3.2)", -3.2), ("-£3.2m", -3.2e6), ("−16", -16), ("+24", 24),
        ("1'234", 1234), ("12,34,567", 1_234_567), ("1,200 €", 1200), ("EUR 1200", 1200), ("1 200", 1200),
    ],
)  # fmt: skip
def test_a_figure_is_read_as_a_cell_prints_it(printed: str, value: float) -> None:
    figure = printed_figure(printed)
    assert figure is not None
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(
    "printed", ["", "n/a", "#REF!", "5-7", "1:30", "2024-03-01", "(3.2", "3.2)", "£m", "45 kg"]
)
def test_what_is_no_single_figure_is_none(printed: str) -> None:
    assert printed_figure(printed) is None


@pytest.mark.parametrize(
    ("cells", "decimals"),
    [
        (["1,234", "5"], "."), (["8,1", "1.234"], ","), (["1.234,5"], ","), (["8,1", "8.1"], "mixed"),
        (["950", "1.250", "2.300"], ","), (["1.250", "2.300"], "open"), (["1.250", "2.300", "100"], "open"),
        (["1.250", "0.125"], "."), (["7", "seven"], "."),
    ],
)  # fmt: skip
def test_what_stands_before_decimals_is_told_by_a_column(cells: list[str], decimals: str) -> None:
    assert decimals_by_column((2, cell) for cell in cells) == {2: decimals}


@pytest.mark.parametrize(
    ("columns", "decimals"),
    [
        ([["North"], ["1.250"], ["8,1"]], [",", ",", ","]),
        ([["North"], ["1.250"], ["8.1"]], [".", ".", "."]),
        ([["North"], ["1.250"], ["8.1"], ["8,1"]], [".", "mixed", ".", ","]),
        ([["North"], ["12"], ["8.1"], ["8,1"]], [".", ".", ".", ","]),
        ([["1.1", "1.2"], ["1.250"]], [".", "open"]),
        ([["North"], ["1.250", "2.300"], ["980", "1.100"]], [",", ",", ","]),
        ([], []),
    ],
)
def test_a_column_that_tells_nothing_is_read_as_the_others(
    columns: list[list[str]], decimals: list[str]
) -> None:
    cells = [(number, cell) for number, column in enumerate(columns, 1) for cell in column]
    assert decimals_by_column(cells) == dict(enumerate(decimals, 1))


@given(st.text(max_size=45), st.sampled_from([".", ","]))
def test_any_cell_is_a_figure_or_none(text: str, decimals: str) -> None:
    figure = printed_figure(text, "," if decimals == "," else ".")
    assert figure is None or figure.value == figure.value


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_come_back(number: int) -> None:
    figure = printed_figure(f"{number:,}")
    assert figure is not None
    assert figure.value == number
