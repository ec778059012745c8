"""Figures of claims against the cells of tables."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.readers.sheet import read
from claimcheck.documents.reading import read_text_document
from claimcheck.evidence.tables import CellFinding, Table, compare_cells, tables_of

RATES = """Year,Unemployment rate (%),Population
2022,5.9,1100000
2023,6.2,1150000
2024,8.1,1190000
"""
REGIONS = """Unemployment rate by region (%)
Region,2022,2023,2024
Harland,5.9,6.2,8.1
Norland,4.0,4.4,4.9
Total,5.0,5.3,6.5
"""
BUDGETS = """Department,Budget ($m),Spent ($m)
Parks,4.2,4.4
Police,31.0,33.5
Roads,12,11.8
"""
TIDY = """Region,Sex,Year,Measure,Value,Unit
Harland,Women,2024,Unemployment rate,9.0,%
Harland,Men,2024,Unemployment rate,7.5,%
Harland,Total,2024,Unemployment rate,8.1,%
"""
ARRESTS = """Region,2023,,2024,
,Men,Women,Men,Women
Harland,1200,1100,1300,1250
"""
DAY = date(2025, 1, 10)


def tables(text: str, *about: str) -> list[Table]:
    document = read(text.encode(), "t.csv")
    return list(tables_of("t", about, document.text, document.blocks))


def told(claim: str, text: str, *about: str, context: str = "") -> list[tuple[str, str]]:
    """Stance and cell of everything decided that tables say of a claim."""
    document = read(text.encode(), "t.csv")
    names = {block.start: block.locator.cell for block in document.blocks if block.locator}
    found = compare_cells(claim, tables(text, *about), context=context, published=DAY)
    return [(one.stance, names[one.start] or "") for one in found if one.stance != "neutral"]


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        ("Unemployment was 7.4 percent in 2024.", RATES, [("contradicts", "B4")]),
        ("Unemployment was 8.1 percent in 2024.", RATES, [("supports", "B4")]),
        ("The unemployment rate stood at 8 percent last year.", RATES, [("supports", "B4")]),
        ("The population was 1.4 million in 2024.", RATES, [("contradicts", "C4")]),
        ("The population was about 1.2 million in 2024.", RATES, [("supports", "C4")]),
        ("Unemployment in Norland was 7.4 percent in 2024.", REGIONS, [("contradicts", "D4")]),
        ("Unemployment was 7.4 percent in 2024.", REGIONS, [("contradicts", "D5")]),
        ("The parks department has a budget of $4.9 million.", BUDGETS, [("contradicts", "B2")]),
        ("The police spent $33.5 million.", BUDGETS, [("supports", "C3")]),
        ("Unemployment among women in Harland was 9 percent in 2024.", TIDY, [("supports", "E2")]),
        ("Unemployment in Harland was 7.4 percent in 2024.", TIDY, [("contradicts", "E4")]),
        ("In 2024, 1,400 women were arrested in Harland.", ARRESTS, [("contradicts", "E3")]),
        ("In 2023, 1,100 women were arrested in Harland.", ARRESTS, [("supports", "C3")]),
        ("Unemployment rose 1.9 percentage points in 2024.", RATES, [("supports", "B4")]),
    ],
)
def test_the_cell_whose_headings_answer_the_claim_decides(
    claim: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(claim, text, "Arrests" if text is ARRESTS else "Labour and finance") == expected


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Unemployment was 7.4 percent in 2021.", RATES),
        ("Unemployment was 7.4 percent in March 2024.", RATES),
        ("Unemployment was 7.4 percent in the first quarter of 2024.", RATES),
        ("Unemployment stood at 7.4 percent.", RATES),
        ("Unemployment in Norland was 7.4 percent in 2024.", RATES),
        ("Youth unemployment was 7.4 percent in 2024.", RATES),
        ("Unemployment among women was 7.4 percent in 2024.", RATES),
        ("Inflation was 7.4 percent in 2024.", RATES),
        ("Unemployment rose by 1.2 percent in 2024.", RATES),
        ("Unemployment could reach 7.4 percent in 2024.", RATES),
        ("Unemployment was not 7.4 percent in 2024.", RATES),
        ("Unemployment was expected to be 7.4 percent in 2024.", RATES),
        ("If unemployment was 7.4 percent in 2024, nobody noticed.", RATES),
        ("Unemployment was 7.4 percent, higher than in 2023.", RATES),
        ("Unemployment was 7.4 percent, compared with 2023.", RATES),
        ("Unemployment has been above 9 percent since 2022.", RATES),
        ("Unemployment averaged 7.4 percent between 2022 and 2024.", RATES),
        ("The population was 7.4 percent larger in 2024.", RATES),
        ("The number of unemployed was 90,000 in 2024.", RATES),
        ("Unemployment in Westland was 7.4 percent in 2024.", REGIONS),
        ("Unemployment in the north of Harland was 7.4 percent in 2024.", REGIONS),
        ("Employment in Harland was 74 percent in 2024.", REGIONS),
        ("The budget for roads is 14 million euros.", BUDGETS),
        ("Parks raised $4.9 million.", BUDGETS),
        ("Parks will have a budget of $4.9 million.", BUDGETS),
        ("The police budget rose by $3 million.", BUDGETS),
        ("Unemployment among young women in Harland was 12 percent in 2024.", TIDY),
        ("In 2024, 1,400 people were arrested in Harland.", ARRESTS),
        ("In 2022, 1,400 women were arrested in Harland.", ARRESTS),
    ],
)
def test_another_year_place_group_unit_or_measure_decides_nothing(claim: str, text: str) -> None:
    assert told(claim, text, "Arrests" if text is ARRESTS else "Statistics") == []


def test_each_figure_is_held_against_the_cell_of_its_own_year() -> None:
    claim = "Unemployment rose from 6.2 percent in 2023 to 7.4 percent in 2024."
    assert told(claim, RATES) == [("supports", "B3"), ("contradicts", "B4")]


def test_each_figure_is_held_against_the_cell_of_its_own_place() -> None:
    claim = "Unemployment in 2024 was 8.1 percent in Harland and 5.5 percent in Norland."
    assert told(claim, REGIONS) == [("supports", "D3"), ("contradicts", "D4")]


def test_what_a_figure_only_stands_beside_is_not_held_against_the_year() -> None:
    assert told("In 2024 unemployment fell from 9 percent to 8.1 percent.", RATES) == []
    up = "Unemployment was 8.1 percent in 2024, up from 5 percent."
    assert ("contradicts", "B4") not in told(up, RATES)


def test_a_claim_that_only_says_the_rate_leans_on_the_sentence_before_it() -> None:
    before = "Unemployment is what people talk of. "
    assert told("In 2024, the rate stood at 7.4 percent.", RATES, context=before) == [("contradicts", "B4")]
    other = "Inflation is what people talk of. "
    assert told("In 2024, the rate stood at 7.4 percent.", RATES, context=other) == []


def test_a_table_of_another_place_group_or_year_is_told_and_decides_nothing() -> None:
    claim = "Unemployment was 7.4 percent in 2024."
    around = "Unemployment in Harland is what people talk of. "
    for over in ("Norland labour statistics", "Youth unemployment in Harland", "Seasonally adjusted rates"):
        found = compare_cells(claim, tables(RATES, over), context=around, published=DAY)
        assert [one.stance for one in found] == ["neutral"], over
        assert "which the article does not say" in found[0].reason
    dated = compare_cells("The parks budget is $4.9 million.", tables(BUDGETS, "Council spending 2021"))
    assert [one.stance for one in dated] == ["neutral"]
    assert "2021" in dated[0].reason


def test_scale_and_unit_are_taken_from_headings() -> None:
    thousands = "Population (thousands),2023,2024\nHarland,1150,1190\n"
    assert told("The population of Harland was 1.19 million in 2024.", thousands) == [("supports", "C2")]
    unsaid = "Population,2023,2024\nHarland,1150,1190\n"
    assert told("The population of Harland was 1.19 million in 2024.", unsaid) == []
    euros = "Town,Debt (million euros)\nHarland,12.5\n"
    assert told("The debt of Harland is €14 million.", euros) == [("contradicts", "B2")]
    assert told("The debt of Harland is $14 million.", euros) == []


def test_a_unit_that_nothing_tells_decides_nothing() -> None:
    bare = "Town,Debt\nHarland,12.5\n"
    found = compare_cells("The debt of Harland is €14 million.", tables(bare))
    assert [(one.stance, "in what unit" in one.reason) for one in found] == [("neutral", True)]


def test_a_table_whose_cells_contradict_one_another_on_decimals_is_not_read() -> None:
    assert tables("Year;Unemployment (%)\n2024;8,1\n2023;6.2\n") == []
    comma = "Year;Unemployment (%)\n2024;8,1\n2023;6,2\n"
    assert told("Unemployment was 7.4 percent in 2024.", comma) == [("contradicts", "B2")]


def test_rows_that_headings_do_not_tell_apart_decide_nothing() -> None:
    twice = "Year,Unemployment (%)\n2024,8.1\n2024,7.9\n"
    assert told("Unemployment was 7.4 percent in 2024.", twice) == []


def test_numbered_rows_are_named_with_the_heading_of_their_column() -> None:
    districts = "District,Arrests\n1,120\n2,90\n4,77\n"
    assert told("There were 80 arrests in district 4.", districts) == [("contradicts", "B4")]
    assert told("There were 4 arrests in district 2.", districts) == [("contradicts", "B3")]
    assert told("There were 80 arrests.", districts) == []


def test_a_section_of_a_table_is_of_what_heads_it() -> None:
    parted = "Unemployment (%),2023,2024\nWomen\nHarland,7.0,9.0\nMen\nHarland,6.0,7.5\n"
    assert told("Unemployment in Harland was 8.1 percent in 2024.", parted) == []
    women = "Unemployment among women in Harland was 8.1 percent in 2024."
    assert told(women, parted) == [("contradicts", "C3")]


def test_keys_left_blank_are_those_above() -> None:
    merged = "Region,Year,Unemployment (%)\nHarland,2023,6.2\n,2024,8.1\nNorland,2023,4.4\n,2024,4.9\n"
    assert told("Unemployment in Norland was 5.5 percent in 2024.", merged) == [("contradicts", "C5")]


def test_tables_in_markdown_stand_under_their_heading() -> None:
    text = "# Report\n\n## Unemployment, percent\n\n| Region | 2024 |\n|---|---|\n| Harland | 8.1 |\n"
    document = read_text_document(text, "md")
    found = compare_cells(
        "Unemployment in Harland was 7.4 percent in 2024.",
        list(tables_of("t", (), document.text, document.blocks)),
    )
    assert [(one.stance, document.text[one.start : one.end]) for one in found] == [("contradicts", "8.1")]


def test_the_reason_names_both_figures_and_the_headings() -> None:
    found = compare_cells("Unemployment was 7.4 percent in 2024.", tables(RATES))
    assert found[0].reason == (
        "source: 8.1 in the row “2024” and in the column “Unemployment rate (%)”; article: 7.4 percent"
    )


def _town(number: int) -> str:
    return "Q" + str(number).translate(str.maketrans("0123456789", "abdefghkmo")) + "ax"


def test_a_huge_table_is_not_gone_through_for_every_claim() -> None:
    rows = [["Town", "Year", "Arrests"]]
    rows += [[_town(n), str(2000 + n % 25), str(n)] for n in range(12_000)]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    held = tables(out.getvalue())
    for n in range(1, 200):
        claim = f"There were 99 arrests in {_town(n)} in {2000 + n % 25}."
        found = compare_cells(claim, held)
        assert [one.stance for one in found] == ["supports" if n == 99 else "contradicts"]


CELLS = st.lists(
    st.lists(st.text(st.characters(exclude_characters="\x00\r\n"), max_size=12), min_size=1, max_size=5),
    min_size=1,
    max_size=8,
)


@given(CELLS, st.text(max_size=60))
def test_any_table_and_any_claim_give_cells_of_the_source(rows: list[list[str]], words: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["x", "1"], *rows])
    document = read(out.getvalue().encode("utf-8", "replace"), "t.csv")
    held = list(tables_of("t", (), document.text, document.blocks))
    places = {(block.start, block.end) for block in document.blocks}
    found: list[CellFinding] = compare_cells(f"{words} was 7 percent in 2024.", held)
    assert all((one.start, one.end) in places for one in found)
    assert json.dumps([one.reason for one in found])


def test_twelve_thousand_rows_of_one_key_decide_nothing_and_end() -> None:
    rows = "".join(f"Weston,{number + 100}\n" for number in range(12_000))
    assert told("Weston had 5,123 passengers.", f"Town,Passengers\n{rows}") == []
