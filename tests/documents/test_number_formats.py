"""What the eye reads in a workbook's cells: scaled, rounded, with the words that say how large a number is."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.readers import sheet
from claimcheck.documents.readers.number_formats import shown_number


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (1234567, '0.0,,"m"', "1.2m"),
        (1.2, '0.0" million"', "1.2 million"),
        (3, r"0\ \b\n", "3 bn"),
        (1234567, "#,##0,", "1,235"),
        (5000000, '"£"#,##0.0,,"m"', "£5.0m"),
        (4.2, '0.0"%"', "4.2%"),
        (12, '0" kg"', "12"),
        (12, '"about "0', "12"),
        (1500000, '[>=1000000]0.0,,"m";[>=1000]0.0,"k";0', "1.5m"),
        (1500, '[>=1000000]0.0,,"m";[>=1000]0.0,"k";0', "1.5k"),
        (15, '[>=1000000]0.0,,"m";[>=1000]0.0,"k";0', "15"),
        (7, "[<5]0.0;[<>7]0.00;0.000", "7.000"),
        (0.125, "0%", "13%"),
        (2.5, "0", "3"),
        (-2.5, "0", "-3"),
        (1.005, "0.00", "1.01"),
        (0.1 + 0.2, "0.0000", "0.3000"),
        (-0.004, "0.00", "0.00"),
        (-1234, "#,##0;(#,##0)", "-1,234"),
        (1234.5, "#,###.##", "1,234.5"),
        (1234.0, "#,###.##", "1,234"),
        (1200, "#,###", "1,200"),
        (100, "#", "100"),
        (1234.5, "_-* #,##0.00_-", "1,234.50"),
        (12, "[$€-407] #,##0", "€12"),
        (0.5, "# ?/?", "0.5"),
        (123456, "0.00E+00", "123456"),
        (1e300, "#,##0.00", None),
        (float("nan"), "0.0", "nan"),
        (float("inf"), "0.0", "inf"),
        (3, ";;", "3"),
        (3, "", "3"),
        (3, '"', "3"),
    ],
)
def test_a_number_is_shown_as_its_format_says(value: float, number_format: str, shown: str | None) -> None:
    found = shown_number(value, number_format)
    assert found == shown if shown is not None else found.endswith(".00")


@given(st.integers() | st.floats(), st.text(st.sampled_from('0#?,.%;"\\[]<>=E/mk _*€-'), max_size=20))
def test_no_format_stops_the_reader(value: float, number_format: str) -> None:
    assert shown_number(value, number_format)


@given(st.integers(-(10**12), 10**12), st.integers(0, 5))
def test_whole_numbers_lose_nothing(value: int, places: int) -> None:
    shown = shown_number(value, "#,##0" + ("." + "0" * places if places else ""))
    assert float(shown.replace(",", "")) == value


def test_formulas_that_no_spreadsheet_worked_out_are_told() -> None:
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.title = "Costs"
    page.append(["Year", "Total", "=1+1"])
    page.append([2024, 4, "=B2*2"])
    secret = workbook.create_sheet("Secret")
    secret["A1"] = "=2+2"
    secret.sheet_state = "hidden"
    out = BytesIO()
    workbook.save(out)
    told = [warning for warning in sheet.read(out.getvalue(), "a").warnings if "No result" in warning]
    assert len(told) == 1
    assert "Costs!C1, Costs!C2;" in told[0]
    assert "Secret" not in told[0]
