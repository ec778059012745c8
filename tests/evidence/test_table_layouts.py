"""Claims against tables of lines and years, regions and months: layouts, signs, changes, ranks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.readers.sheet import read
from claimcheck.documents.reading import read_text_document
from claimcheck.evidence.tables import compare_cells, tables_of
from claimcheck.evidence.tables.captions import captions_of
from claimcheck.evidence.tables.spans import base_months

LINES = """Line,2022,2023,2024
Line 1,12.4,13.0,13.9
Line 2,8.8,8.1,8.6
Line 3,3.9,4.0,3.7
Line 4,1.8,2.0,2.1
All lines,26.9,27.1,28.3
"""
SALES = """Region,Jan 2024,Feb 2024,Mar 2024
North,1.2,-3.2,(0.4)
South,0.8,−1.1,2.5
"""
ACCOUNTS = """,2022/23,2023/24
Income,,
Fees,14.2,15.1
Grants,3.0,2.2
Total income,17.2,17.3
Spending,,
Staff,9.8,10.6
Repairs,4.1,5.9
Total spending,13.9,16.5
"""
PUPILS = """School,Head,2023,2024,Change
Alder Grove,Ms Byrne,412,436,+24
Beacon Hill,Mr Osei,"1,204","1,188",−16
Canal Street,Ms Duda,388,390,+2
"""
HOMES = """District,2021,2022,2023[2],2024 (p)
Easton,310,280,295,402
Weston (a),150,n/a,170,..
Norham,95,88,101*,77
"""
MONTHS = "Station,Jan,Feb,Mar\nHill Top,142,98,77\nLow Farm,66,51,48\n"
YEARS_DOWN = "Month,2023,2024\nJan,142,98\nFeb,66,51\n"
OVER = {
    LINES: "Passengers by line, millions",
    SALES: "Retail sales, change on the year before (%)",
    ACCOUNTS: "Harbour Trust: income and spending (£m)",
    PUPILS: "Pupils at town schools",
    HOMES: "Housing: new homes started [1]",
    MONTHS: "Rainfall in millimetres by station, 2024",
    YEARS_DOWN: "Arrests",
}


def told(claim: str, text: str, over: str | None = None) -> list[str]:
    """What tables decide of a claim, as ``supports D5``."""
    document = read(text.encode(), "t.csv")
    names = {block.start: block.locator.cell for block in document.blocks if block.locator}
    title = OVER[text] if over is None else over
    tables = list(tables_of("t", (title,), document.text, document.blocks))
    found = compare_cells(claim, tables, published=date(2025, 1, 10))
    return sorted(f"{one.stance} {names[one.start]}" for one in found if one.stance != "neutral")


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        ("Line 4 carried 2.1 million passengers in 2024.", LINES, ["supports D5"]),
        ("Line 4 carried 2.4 million passengers in 2024.", LINES, ["contradicts D5"]),
        ("Line 2 carried 8.8 million passengers in 2024.", LINES, ["contradicts D3"]),
        ("Some 13 million people travelled on Line 1 in 2023.", LINES, ["supports C2"]),
        ("All lines together carried 30.1 million passengers in 2024.", LINES, ["contradicts D6"]),
        ("The trust spent £5.9 million on repairs in 2023/24.", ACCOUNTS, ["supports C8"]),
        ("Fees brought in £14.2 million in 2022/23.", ACCOUNTS, ["supports B3"]),
        ("Staff cost the trust £10.6 million in 2022/23.", ACCOUNTS, ["contradicts B7"]),
        ("Beacon Hill had 1,204 pupils in 2024.", PUPILS, ["contradicts D3"]),
        ("Work was started on 295 new homes in Easton in 2023.", HOMES, ["supports D2"]),
        ("Work started on 420 new homes in Easton in 2024.", HOMES, ["contradicts E2"]),
        ("Weston saw 170 new homes started in 2023.", HOMES, ["supports D3"]),
        ("Norham saw 101 new homes started in 2023.", HOMES, ["supports D4"]),
        ("At Hill Top, 142 millimetres of rain were recorded in January 2024.", MONTHS, ["supports B2"]),
        ("Low Farm had 61 mm of rainfall in February 2024.", MONTHS, ["contradicts C3"]),
        ("There were 66 arrests in February 2023.", YEARS_DOWN, ["supports B3"]),
        ("There were 66 arrests in February 2024.", YEARS_DOWN, ["contradicts C3"]),
    ],
)
def test_the_cell_of_the_row_and_year_decides(claim: str, text: str, expected: list[str]) -> None:
    assert told(claim, text) == expected


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Line 5 carried 2.4 million passengers in 2024.", LINES),
        ("Line 4 carried 2.4 million passengers in 2021.", LINES),
        ("Line 4 carried 2.4 million passengers.", LINES),
        ("Line 4 carried 2.4 million tonnes of freight in 2024.", LINES),
        ("Line 4 lost 2.4 million passengers in 2024.", LINES),
        ("Line 4 cost 2.4 million pounds in 2024.", LINES),
        ("Line 4 carried 2.4 million passengers in the first half of 2024.", LINES),
        ("Lines 3 and 4 carried 5.8 million passengers in 2024.", LINES),
        ("Some 2.1 million more passengers travelled on Line 4 in 2024.", LINES),
        ("Another 2.1 million passengers travelled on Line 4 in 2024.", LINES),
        ("A further 2.4 million passengers travelled on Line 4 in 2024.", LINES),
        ("Up to 2.4 million passengers travelled on Line 4 in 2024.", LINES),
        ("Line 4 carried 2.4 million passengers too many in 2024.", LINES),
        ("Line 4 carried half of the 2.4 million passengers in 2024.", LINES),
        ("Line 4 carried passengers 2.4 million times in 2024.", LINES),
        ("Passengers except those on Line 4 numbered 26.2 million in 2024.", LINES),
        ("Line 4B carried 2.4 million passengers in 2024.", LINES),
        ("Line 4/5 carried 2.4 million passengers in 2024.", LINES),
        ("Bus line 4 carried 2.4 million passengers in 2024.", LINES),
        ("The trust paid £16.1 million in fees in 2023/24.", ACCOUNTS),
        ("The trust owed £4.9 million for repairs in 2023/24.", ACCOUNTS),
        ("Repairs cost €4.9 million in 2023/24.", ACCOUNTS),
        ("Alder Grove had 463 teachers in 2024.", PUPILS),
        ("Alder Grove has 5 pupils in 2024 with the same name.", PUPILS),
        ("Alder Grove got 40 pupils in 2024.", PUPILS),
        ("Alder Grove has room for 500 pupils in 2024.", PUPILS),
        ("The trust awarded grants of £2.5 million in 2023/24.", ACCOUNTS),
        ("The trust gave out £2.5 million in grants in 2023/24.", ACCOUNTS),
        ("Weston saw 160 new homes started in 2024.", HOMES),
        ("Easton demolished 420 homes in 2024.", HOMES),
        ("Hill Top had 98 millimetres of rainfall in January 2023.", MONTHS),
        ("On one day in January 2024, 64 mm of rain fell at Hill Top.", MONTHS),
    ],
)
def test_another_line_year_thing_or_deed_decides_nothing(claim: str, text: str) -> None:
    assert told(claim, text) == []


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        ("Retail sales in the North fell by 3.2 percent in February 2024.", SALES, ["supports C2"]),
        ("Retail sales in the South dropped 1.1 percent in February 2024 from a year earlier.", SALES, ["supports C3"]),
        ("Retail sales in the North rose 3.2 percent in February 2024 from a year earlier.", SALES, ["contradicts C2"]),
        ("In March 2024 retail sales in the North were down 0.4 percent.", SALES, ["supports D2"]),
        ("Retail sales in the North rose by 3.2 percent in February 2024.", SALES, []),
        ("Retail sales in the North fell by 3.2 percent between January and February 2024.", SALES, []),
        ("Retail sales in the North were 3.2 percent in February 2024.", SALES, []),
        ("Passenger numbers at Beacon Hill fell by 16 between 2023 and 2024.", PUPILS, []),
        ("Pupil numbers at Beacon Hill fell by 16 between 2023 and 2024.", PUPILS, ["supports E3"]),
        ("Pupil numbers at Alder Grove rose by 42 between 2023 and 2024.", PUPILS, ["contradicts E2"]),
        ("New homes started in Easton rose 36 percent between 2023 and 2024.", HOMES, ["supports E2"]),
        ("New homes started in Easton rose 26 percent between 2023 and 2024.", HOMES, ["contradicts E2"]),
        ("New homes started in Easton fell 36 percent between 2023 and 2024.", HOMES, ["contradicts E2"]),
        ("New homes started in Easton rose 36 percent in 2024.", HOMES, ["supports E2"]),
        ("New homes started in Easton rose 26 percent in 2024.", HOMES, []),
        ("Passengers on Line 1 rose 7 percent in 2024 compared with 2023.", LINES, ["supports D2"]),
        ("Passengers on Line 1 rose 9 percent from 2022 to 2023.", LINES, ["contradicts C2"]),
        ("Line 1 carried 60 percent more passengers than Line 2 in 2024.", LINES, []),
        ("Line 3 carried 300,000 fewer passengers in 2024 than in 2023.", LINES, ["supports D4"]),
        ("Line 1 carried 300,000 more passengers in 2024 than in 2023.", LINES, ["contradicts D2"]),
    ],
)  # fmt: skip
def test_changes_are_told_by_a_cell_or_worked_out_from_two(
    claim: str, text: str, expected: list[str]
) -> None:
    assert told(claim, text) == expected


def test_both_figures_of_a_rise_support_only_if_the_table_rises_too() -> None:
    rise = "Passenger numbers on Line 1 rose from 12.4 million in 2022 to 13.9 million in 2024."
    assert told(rise, LINES) == ["supports B2", "supports D2"]
    turned = "Passenger numbers on Line 1 fell from 12.4 million in 2022 to 13.9 million in 2024."
    assert told(turned, LINES) == []


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Line 1 carried the most passengers of all lines in 2024.", ["supports D2"]),
        ("Line 2 carried the most passengers in 2024.", ["contradicts D3"]),
        ("Line 2 carried the second most passengers in 2024.", ["supports D3"]),
        ("Line 4 carried fewer passengers than any other line in 2024.", ["supports D5"]),
        ("Line 4 carried the fewest passengers of the four lines in 2024.", ["supports D5"]),
        ("Line 4 carried the fewest passengers of the eight lines in 2024.", []),
        ("Line 2 carried the most passengers in 2024 since it opened.", []),
        ("Line 2 carried the most passengers in its history in 2024.", []),
        ("Line 2 was one of the lines with the most passengers in 2024.", []),
        ("Line 2 carried the most passengers of the northern lines in 2024.", []),
        ("Line 2 carried the most passengers in 2021.", []),
        ("Line 2 did not carry the most passengers in 2024.", []),
        ("Line 1 had the highest fares in 2024.", []),
        ("Line 1 had the biggest increase in passengers in 2024.", []),
        ("Line 1 had the highest growth in passengers in 2024.", []),
    ],
)
def test_ranks_are_told_by_the_other_rows_of_the_column(claim: str, expected: list[str]) -> None:
    assert told(claim, LINES) == expected


def test_a_table_of_some_only_tells_no_rank() -> None:
    claim = "Line 1 carried the most passengers in 2024."
    assert told(claim, LINES, "Passengers on selected lines, millions") == []
    assert told(claim, LINES.replace("Line 2,8.8,8.1,8.6", ",,,"), OVER[LINES]) == []
    assert told(claim, LINES.replace("28.3", "44.9"), OVER[LINES]) == []
    tied = LINES.replace("8.6", "13.9")
    assert told(claim, tied, OVER[LINES]) == []


@pytest.mark.parametrize(
    ("printed", "comma"),
    [("1,234.5", False), ("1 234.5", False), ("1'234.5", False), ("1.234,5", True), ("1 234,5", True)],
)
def test_separators_of_several_countries_are_read(printed: str, comma: bool) -> None:
    other = "7,5" if comma else "7.5"
    text = f"District;2024\nHarland;{printed}\nNorland;{other}\n"
    claim = "There were 1,234.5 thousand arrests in Harland in 2024."
    assert told(claim, text, "Arrests (thousands)") == ["supports B2"]
    other_claim = "There were 1,334.5 thousand arrests in Harland in 2024."
    assert told(other_claim, text, "Arrests (thousands)") == ["contradicts B2"]


def test_a_point_before_three_digits_is_read_as_the_article_counts() -> None:
    text = "District,2024\nHarland,1.234\nNorland,1.118\n"
    assert told("There were 1,234 arrests in Harland in 2024.", text, "Arrests") == ["supports B2"]
    assert told("There were 1,334 arrests in Harland in 2024.", text, "Arrests") == ["contradicts B2"]
    assert told("There were 1.23 million arrests in Harland in 2024.", text, "Arrests (millions)") == [
        "supports B2"
    ]
    assert told("There were 140 arrests in Harland in 2024.", text, "Arrests") == ["contradicts B2"]
    beside = "District,2024\nHarland,1.234\nNorland,950\nWestland,2.118\n"
    assert told("There were 1,334 arrests in Harland in 2024.", beside, "Arrests") == ["contradicts B2"]


UNTITLED = """
| Line | 2023 | 2024 |
|---|---|---|
| Line 1 | 13.0 | 13.9 |
| Line 4 | 2.0 | 2.1 |
"""


def in_markdown(text: str, claim: str = "Line 4 carried 2.4 million passengers in 2024.") -> list[str]:
    document = read_text_document(text, "md")
    tables = list(tables_of("t", (), document.text, document.blocks))
    return [one.stance for one in compare_cells(claim, tables) if one.stance != "neutral"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("**Passengers by line, millions**\n", ""),
        ("Table 3: Passengers by line (millions)\n", ""),
        ("", "\nTable 3. Passengers by line (millions)\n"),
        ("## Passengers by line, millions\n", ""),
        ("Passengers by line\n\nin millions\n", ""),
    ],
)
def test_what_stands_over_or_under_a_table_says_what_it_is_of(above: str, below: str) -> None:
    assert in_markdown(f"# Trams\n\nTrams run in town.\n\n{above}{UNTITLED}{below}") == ["contradicts"]


@pytest.mark.parametrize(
    "above",
    ["Line 4 has many passengers, millions of them.\n", "Source: passengers' office, millions\n", ""],
)
def test_sentences_and_sources_over_a_table_do_not(above: str) -> None:
    assert in_markdown(f"# Trams\n\n{above}{UNTITLED}") == []


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Notes on passengers, millions", True),
        ("Seed sales, millions", True),
        ("Share of passengers by line, millions", True),
        ("Advertising spend, millions", True),
        ("Note: passengers, millions", False),
        ("Notes: passengers, millions", False),
        ("See passengers, millions", False),
        ("Share this table in millions", False),
        ("Sources: millions of passengers", False),
        ("Photograph by a passenger of millions", False),
        ("Advertisement, millions", False),
    ],
)
def test_notes_sources_and_pictures_are_no_captions(line: str, caption: bool) -> None:
    document = read_text_document(f"# Trams\n\n**{line}**\n{UNTITLED}", "md")
    (captions,) = captions_of(document.text, document.blocks).values()
    assert captions == ((line,) if caption else ())


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Sales rose 3 per cent on the year", 12),
        ("The annual UK rate was 3 per cent", 12),
        ("Annual Change, per cent", 12),
        ("Monthly rate", 1),
        ("Sales rose 3 per cent, the Annual Report says", 0),
        ("Sales rose 3 per cent, the annual report says", 0),
        ("Its annual general meeting heard that sales rose", 0),
        ("The Annual Survey of Yards tells of sales", 0),
    ],
)
def test_an_annual_report_is_no_base(text: str, months: int) -> None:
    assert base_months(text) == months


def test_the_number_of_a_table_is_not_the_number_of_a_line() -> None:
    text = f"# Trams\n\nTable 7: Passengers by line (millions)\n{UNTITLED}| All lines | 15.0 | 16.0 |\n"
    assert in_markdown(text, "Line 7 carried 16 million passengers in 2024.") == []


AGES = "Unemployment rate,2023,2024\nAll,5.1,5.0\nUnder 25,11.8,12.1\n25 and over,4.2,4.1\n"
FRAME = ",line,year,passengers\n0,Line 1,2024.0,13900000.0\n1,Line 4,2023.0,2000000.0\n2,Line 4,2024.0,2100000.0\n"
ROADS = "Code,Road,Vehicles per day 2024,Rank 2024\nA12,Coast road,19100,2\nA7,Ring road,40800,1\nB3,Mill street,6100,3\n"
PRICES = "Type,2022,2023\nFlat,182,188\nTerraced house,240,247\n"
PORTS = "Port,2021,2022\nBrill,4015,4300\nCastor,12240,13310\nDunmere,930,951\nTotal,17185,18561\n"
MONTHLY = "Date,Region,Cases\n2024-02-01,North,120\n2024-03-01,North,118\n2024-02-01,South,98\n"
SEATS = (
    "Party,Seats,,Share of vote (%),\n,2020,2024,2020,2024\nCivic Union,19,23,38.1,41.7\n"
    "Green List,8,11,17.0,20.9\nHarbour Party,21,14,40.2,31.3\n"
)
THEATRE = (
    "Season,Performances,Tickets sold,Income (€)\n2022/23,140,39800,1190000\n2023/24,152,41200,1260000\n"
)
QUARTERS = "Year,Q1,Q2\n2023,240,212\n2024,198,187\n"


@pytest.mark.parametrize(
    ("claim", "text", "over", "expected"),
    [
        ("Unemployment among the under 25s was 12.1 percent in 2024.", AGES, "Percent", ["supports C3"]),
        ("Unemployment among the under 25s was 11.2 percent in 2024.", AGES, "Percent", ["contradicts C3"]),
        ("Unemployment among the over 65s was 12.1 percent in 2024.", AGES, "Percent", []),
        ("Line 4 carried 2.1 million passengers in 2024.", FRAME, "", ["supports D4"]),
        ("There were 2 crashes on Line 4 in 2024.", FRAME, "", []),
        ("The ring road carried 40,800 vehicles a day in 2024.", ROADS, "Traffic", ["supports C3"]),
        ("The ring road carried 41,900 vehicles a day in 2024.", ROADS, "Traffic", ["contradicts C3"]),
        ("The ring road had 3 accidents in 2024.", ROADS, "Traffic", []),
        ("A flat cost £188,000 in 2023.", PRICES, "House prices, thousand pounds", ["supports C2"]),
        ("A new flat cost £210,000 in 2023.", PRICES, "House prices, thousand pounds", []),
        ("Castor handled 72 percent of all freight in 2022.", PORTS, "Freight handled, tonnes", ["supports C3"]),
        ("Brill handled more than half of all freight in 2022.", PORTS, "Freight handled, tonnes", ["contradicts C2"]),
        ("Half of all freight in 2022 was handled for Brill by road.", PORTS, "Freight handled, tonnes", []),
        ("There were 118 measles cases in the North in March 2024.", MONTHLY, "Measles", ["supports C3"]),
        ("There were 130 measles cases in the North on 1 March 2024.", MONTHLY, "Measles", []),
        ("There were 212 burglaries in the second quarter of 2023.", QUARTERS, "Burglaries", ["supports C2"]),
        ("There were 212 burglaries in the second quarter of 2024.", QUARTERS, "Burglaries", ["contradicts C3"]),
        ("Burglaries fell 12 percent in the second quarter of 2024 from a year earlier.", QUARTERS, "Burglaries",
         ["supports C3"]),
        ("The Green List won 25 percent of the vote in 2024.", SEATS, "Seats and share of vote (%)", ["contradicts E4"]),
        ("The Green List won 12 percent of seats in 2024.", SEATS, "Seats and share of vote (%)", []),
        ("The Green List won 8 seats narrowly in 2024.", SEATS, "Seats and share of vote (%)", []),
        ("The Harbour Party won back five seats in 2024.", SEATS, "Seats and share of vote (%)", []),
        ("The Harbour Party won the most seats in 2020.", SEATS, "Seats and share of vote (%)", ["supports B5"]),
        ("The theatre earned €1.36 million in 2023/24.", THEATRE, "Theatre: tickets sold and income", ["contradicts D3"]),
        ("The theatre earned €0.9 million from tickets in 2023/24.", THEATRE, "Theatre: tickets sold and income", []),
        ("The theatre sold out 60 performances in 2023/24.", THEATRE, "Theatre: tickets sold and income", []),
        ("The three ports handled 18,561 tonnes of freight in 2022.", PORTS, "Freight handled, tonnes", ["supports C5"]),
    ],
)  # fmt: skip
def test_ages_codes_quarters_and_shares(claim: str, text: str, over: str, expected: list[str]) -> None:
    assert told(claim, text, over) == expected


GRID = st.lists(st.lists(st.integers(12, 19_999), min_size=3, max_size=3), min_size=3, max_size=3)
NAMES = ("Line 1", "Line 14", "Night line")
SPANS = (2021, 2022, 2023)


def written(tenths: int, style: str) -> str:
    plain = f"{tenths / 10:,.1f}"
    return plain if style == "en" else plain.translate(str.maketrans(",.", ".," if style == "de" else " ,"))


def drawn(grid: list[list[int]], layout: str, style: str) -> str:
    cells = [[written(value, style) for value in row] for row in grid]
    years = [str(year) for year in SPANS]
    if layout == "wide":
        rows = [["Line", *years], *([name, *row] for name, row in zip(NAMES, cells, strict=True))]
    elif layout == "turned":
        rows = [["Year", *NAMES], *([year, *(row[at] for row in cells)] for at, year in enumerate(years))]
    else:
        rows = [["Line", "Year", "Passengers"]]
        rows += [
            [name, years[at], row[at]] for name, row in zip(NAMES, cells, strict=True) for at in range(3)
        ]
    return "\n".join(";".join(row) for row in rows) + "\n"


@given(GRID, st.sampled_from(["wide", "turned", "long"]), st.sampled_from(["en", "de", "fr"]), st.data())
def test_in_any_layout_the_own_cell_decides_and_no_other(
    grid: list[list[int]], layout: str, style: str, data: st.DataObject
) -> None:
    text = drawn(grid, layout, style)
    row, year = data.draw(st.sampled_from(range(3))), data.draw(st.sampled_from(range(3)))
    own, other = (
        grid[row][year],
        grid[data.draw(st.sampled_from(range(3)))][data.draw(st.sampled_from(range(3)))],
    )
    claim = f"{NAMES[row]} carried {{:,}} passengers in {SPANS[year]}."
    right = told(claim.format(own * 100), text, "Passengers, thousands")
    assert [one.split()[0] for one in right] == ["supports"]
    wrong = told(claim.format(other * 100), text, "Passengers, thousands")
    assert "contradicts" not in "".join(wrong) if own == other else "supports" not in "".join(wrong)
    absent = f"Line 7 carried {own * 100:,} passengers in {SPANS[year]}."
    assert told(absent, text, "Passengers, thousands") == []
