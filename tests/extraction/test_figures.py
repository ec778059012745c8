"""What figures say: value, unit, noun, precision, change; and what is no figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extraction.figures import Figure, find_figures


def only(text: str) -> Figure:
    found = find_figures(text)
    assert len(found) == 1, [text[f.start : f.end] for f in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "written", "low", "high", "unit", "dimension"),
    [
        ("a budget of $41.2 million", "$41.2 million", 41.2e6, 41.2e6, "USD", "money"),
        ("a loan of £3-4bn", "£3-4bn", 3e9, 4e9, "GBP", "money"),
        ("it owes Rs 5 crore", "Rs 5 crore", 5e7, 5e7, "INR", "money"),
        ("a ¥300 trillion plan", "¥300 trillion", 3e14, 3e14, "JPY", "money"),
        ("a fee of 60 pence", "60 pence", 0.6, 0.6, "GBP", "money"),
        ("a grant of C$2.2bn", "C$2.2bn", 2.2e9, 2.2e9, "CAD", "money"),
        ("a sum of 50 trillion won", "50 trillion won", 5e13, 5e13, "KRW", "money"),
        ("between 10 and 12 ships", "10 and 12", 10, 12, "", "count"),
        ("growth of 3 to 5 per cent", "3 to 5 per cent", 3, 5, "percent", "percent"),
        ("two-thirds of members", "two-thirds", 2 / 3, 2 / 3, "", "fraction"),
        ("two and a half thousand homes", "two and a half thousand", 2500, 2500, "", "count"),
        ("two million and a half", "two million and a half", 2.5e6, 2.5e6, "", "count"),
        ("half a dozen ships", "half a dozen", 6, 6, "", "count"),
        ("one in five children", "One in five", 0.2, 0.2, "", "ratio"),
        ("one in five night passengers", "one in five", 0.2, 0.2, "", "ratio"),
        ("nine out of ten nurses", "nine out of ten", 0.9, 0.9, "", "ratio"),
        ("odds of 3-to-1", "3-to-1", 3, 3, "to one", "ratio"),
        ("sales doubled", "doubled", 2, 2, "times", "multiple"),
        ("a fourfold increase", "fourfold", 4, 4, "times", "multiple"),
        ("three times as many", "three times", 3, 3, "times", "multiple"),
        ("it was minus 5C at dawn", "minus 5C", -5, -5, "C", "temperature"),
        ("a wall of 300 metres", "300 metres", 300, 300, "m", "length"),
        ("he is 6ft 4in", "6ft 4in", 6 + 4 / 12, 6 + 4 / 12, "foot", "length"),
        ("a delay of an hour and a half", "an hour and a half", 1.5, 1.5, "hour", "duration"),
        ("three years in a row", "three years", 3, 3, "year", "duration"),
        ("four point two million people", "four point two million", 4.2e6, 4.2e6, "", "count"),
        ("nought point five per cent", "nought point five per cent", 0.5, 0.5, "percent", "percent"),
        (
            "three and three-quarter per cent",
            "three and three-quarter per cent",
            3.75,
            3.75,
            "percent",
            "percent",
        ),
        ("home in 1h 32m", "1h 32m", 1 + 32 / 60, 1 + 32 / 60, "hour", "duration"),
        ("a lap of 1m 12.6s", "1m 12.6s", 1.21, 1.21, "minute", "duration"),
        ("a load of 7.5t", "7.5t", 7.5, 7.5, "tonne", "mass"),
        ("odds of 9-2", "9-2", 4.5, 4.5, "to one", "ratio"),
        ("the 7/4 favourite", "7/4", 1.75, 1.75, "to one", "ratio"),
        ("passed by 311 votes to 287", "311 votes to 287", 311, 287, "", "score"),
        ("They lost 2-1.", "2-1", 2, 1, "", "score"),
        ("debt of 1.3 times income", "1.3 times", 1.3, 1.3, "times", "multiple"),
        ("nine in every ten nurses", "nine in every ten", 0.9, 0.9, "", "ratio"),
        ("one-in-three homes", "one-in-three", 1 / 3, 1 / 3, "", "ratio"),
        ("he is 5'10\" tall", "5'10\"", 5 + 10 / 12, 5 + 10 / 12, "foot", "length"),
        ("1,2 Mio francs", "1,2 Mio francs", 1.2e6, 1.2e6, "CHF", "money"),
        ("the 75-year-old pilot", "75-year-old", 75, 75, "year", "age"),
        ("Rovers won 2-1 at home", "2-1", 2, 1, "", "score"),
        ("the 21st vote", "21st", 21, 21, "", "ordinal"),
        ("one hundred and five people", "one hundred and five", 105, 105, "", "count"),
        ("5,00,000 votes", "5,00,000", 500_000, 500_000, "", "count"),
        ("1,5 million people", "1,5 million", 1.5e6, 1.5e6, "", "count"),
        ("hundreds of thousands of homes", "hundreds of thousands", 2e5, 1_999_999, "", "count"),
        ("it rose 12 basis points", "12 basis points", 0.12, 0.12, "percentage point", "percentage points"),
    ],
)
def test_value_unit_and_dimension(
    text: str, written: str, low: float, high: float, unit: str, dimension: str
) -> None:
    figure = only(text)
    assert text[figure.start : figure.end].lower() == written.lower()
    assert figure.low == pytest.approx(low)
    assert figure.high == pytest.approx(high)
    assert (figure.unit, figure.dimension) == (unit, dimension)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("about 40 people", "about"),
        ("some 1,200 people", "about"),
        ("more than 75 houses", "more than"),
        ("at least three ships", "at least"),
        ("no more than 20 guests", "at most"),
        ("fewer than 50 pairs", "less than"),
        ("nearly 300 seats", "nearly"),
        ("300-plus rooms", "at least"),
        ("exactly 12 votes", "exact"),
    ],
)
def test_precision_words(text: str, precision: str) -> None:
    assert only(text).precision == precision


def test_over_before_a_duration_means_during() -> None:
    assert only("It fell over three days.").precision == "exact"
    assert only("It took well over three days.").precision == "more than"


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prices rose 5 per cent.", "up"),
        ("Prices fell by about 5 per cent.", "down"),
        ("Prices rose to 5 per cent.", ""),
        ("a 12 percent increase", "up"),
        ("a cut of £3m", "down"),
        ("It is 20 per cent cheaper.", "down"),
        ("It raised its rate by 0.5 percentage points.", "up"),
        ("It stands at 5 per cent.", ""),
    ],
)
def test_a_change_is_told_from_a_level(text: str, change: str) -> None:
    assert only(text).change == change


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("1,200 local council workers walked out", "worker"),
        ("three people died", "person"),
        ("41 per cent of eligible voters", "voter"),
        ("a five-member panel", "member"),
        ("25 wounded people", "person"),
        ("20 killed", "killed"),
        ("one senior official", "official"),
    ],
)
def test_the_noun_counted(text: str, noun: str) -> None:
    assert only(text).noun == noun


def test_a_move_is_two_figures_and_a_span_is_one_range() -> None:
    assert [f.low for f in find_figures("It rose from 3 percent to 5 percent.")] == [3, 5]
    assert (only("prices ranging from 3 to 5 euros").low, only("prices ranging from 3 to 5 euros").high) == (
        3,
        5,
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Shares rose 3p to 142.5p.", [(0.03, "GBP"), (1.425, "GBP")]),
        ("The index fell 31 points to 7,402 points.", [(31, ""), (7402, "")]),
        ("It would cut the trip from 95 to 60 minutes.", [(95, "minute"), (60, "minute")]),
        ("It fell from 5.2 to 4.8 per cent.", [(5.2, "percent"), (4.8, "percent")]),
        ("The gap narrowed from $5 to $3 billion.", [(5e9, "USD"), (3e9, "USD")]),
    ],
)
def test_by_how_much_and_to_what_are_two_figures(text: str, values: list[tuple[float, str]]) -> None:
    assert [(pytest.approx(f.low), f.unit) for f in find_figures(text)] == values


def test_what_may_rise_by_a_range_is_one_figure() -> None:
    assert (only("Rents will rise £3 to £5.").low, only("Rents will rise £3 to £5.").high) == (3, 5)
    assert only("Prices rose 3 to 5 per cent.").high == 5


def test_a_height_beside_a_depth_is_no_sum() -> None:
    assert [f.low for f in find_figures("It peaked at 5.2m, 40cm above the wall.")] == [5.2, 40]


def test_rates_keep_what_they_count_by() -> None:
    assert only("They earn $15 an hour.").per == "hour"
    assert only("There were 12 deaths per 100,000 people.").per == "100000 person"


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2019.",
        "The 1990s were hard, and 4 March 2026 was worse.",
        "A Boeing 737 landed.",
        "COVID-19 spread in the G7.",
        "Article 5 was invoked.",
        "No. 10 declined to comment.",
        "The attacks of 9/11 changed it.",
        "It is open 24/7.",
        "Call 020 7946 0958 or 555-0142.",
        "Version 3.11.2 is out.",
        "It begins at 10:45 a.m., not 3pm.",
        "Doors open at 7.30; the 10.15 from Orton was late.",
        "It is open 9-5 on weekdays and 10-4 at weekends.",
        "They met between 7 and 9pm, at six o'clock, at half past six and at ten to five.",
        "It is in print (ISBN 978-1-4028-9462-6).",
        "Text 60777 or dial 999.",
        "She denied it.[^1] He did not.[^12] So it says.[4, 5]",
        "It was shut between junctions 9 and 10.",
        "She is a Band 6 nurse in Flat 4.",
        "The FTSE 100 and the S&P 500 closed.",
        "She lives at 221 Old Mill Road.",
        "An F-16 took off.",
        "No one came, and one of them left.",
        "The first lady spoke.",
        "He was first elected then.",
        "It was second to none.",
        "[12] and § 1201",
        "",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert [text[f.start : f.end] for f in find_figures(text)] == []


def test_last_digit_written_is_kept() -> None:
    assert only("41.2 million litres").step == pytest.approx(1e5)
    assert only("41,200,000 litres").step == 1


PIECES = st.sampled_from(
    ["one", "two", "half", "a", "third", "of", "million", "$", "£", "12", "3.5", "1,000", "%", "-", "–", "to", "and",
     "per", "cent", "between", "about", "more than", "people", "km", "2024", "March", "in", "doubled", "\n", ".", "’s",
     "\x00", "\u202e", "\ud800", "½", "old", "year"]
)  # fmt: skip


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=30))
def test_spans_lie_in_the_text_in_order_and_do_not_overlap(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    end = 0
    for figure in find_figures(text):
        assert end <= figure.start < figure.end <= len(text)
        assert figure.low <= figure.high or figure.dimension == "score"
        end = figure.end


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(text[f.start : f.end] for f in find_figures(text))


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "1",
        '"',
        "1/",
        "one ",
        "half a ",
        "-",
        "1-",
        "$",
        "1,",
        "million ",
        "between 1 and ",
        "March ",
        "\x00",
        "(",
    ],
)
def test_a_long_run_of_beginnings_is_read_to_its_end(unit: str) -> None:
    size = 120_000  # A reader that goes over its text again for every word would not end within the hour.
    text = (unit * (size // len(unit) + 1))[:size]
    assert all(0 <= found.start < found.end <= size for found in find_figures(text))


def test_a_text_that_ends_in_the_middle_of_a_ratio_is_read() -> None:
    assert only("two to").low == 2


def test_a_long_text_reads_like_its_lines() -> None:
    line = "The board of 12 members approved $41.2 million for 300 metres of wall. "
    found = find_figures(line * 2000)
    assert [f.low for f in found] == [12, 41.2e6, 300] * 2000
    assert found[-1].end <= len(line) * 2000
