"""Percentages of a change that do not follow from the two figures beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extraction.figures import find_figures
from claimcheck.rules.growing import wrong_rate


def comes_to(text: str) -> int | None:
    wrong = wrong_rate(text, find_figures(text))
    return None if wrong is None else round(wrong.comes_to)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Membership grew from 100 to 300, a rise of more than 250 per cent.", 200),
        ("Membership grew from 100 to 300, a rise of less than 150 per cent.", 200),
        ("Rents rose from £200 a month in 2020 to £300 a month in 2024, an increase of 60 per cent.", 50),
        ("The number of pilots fell from 400 to 300, a 30 percent drop.", 25),
        ("Sales rose 60% to £300 from £200.", 50),
        ("Sales rose by 60 per cent, from £200 to £300.", 50),
        ("Passengers went from 41.2 million to 52.1 million (up 36 per cent).", 26),
        ("The workforce shrank by 40 per cent, from 500 to 350 people.", 30),
        ("The share fell 40 per cent to 140p from 200p.", 30),
        ("Ticket prices jump by 25% from 20 to 23 euros in May.", 15),
        ("Waste grew from 240 tonnes to 300 tonnes, which is a rise of 20 per cent.", None),
        ("Waste grew from 240 tonnes to 300 tonnes – up by 40 per cent.", 25),
    ],
)
def test_a_percentage_that_does_not_follow(text: str, rate: int | None) -> None:
    assert comes_to(text) == rate


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose by 50% to £300 from £200.",
        "Profit rose from $1 million to $2 million, up 80 per cent.",
        "Passengers went from about 40 million to about 50 million, up 30 per cent.",
        "The fee goes from £200 to £300, and 60 per cent of members object.",
        "Of the staff, 60 per cent moved from 200 desks to 300 desks.",
        "Rents rose from £200 to £300, up 12 per cent annually.",
        "Rents rose from £200 to £300, a rise of 60 per cent when adjusted for inflation.",
        "Fees rose from £200 to £300 and fines from £40 to £50, a rise of 60 per cent.",
        "It rose from 5 per cent to 6 per cent, a rise of 10 per cent.",
        "A rise of 60 per cent was feared; it went from £200 to £300.",
        "The fund moved 60 per cent of it from London to Leeds, £200 to £300 a head.",
        "Membership grew from 100 to 300, a rise of more than 150 per cent.",
        "Membership grew from 100 to 300, a rise of at least 150 per cent.",
        "Membership grew from 100 to 110, a rise of less than 50 per cent.",
        "Emissions fell 40 per cent from 1990 levels, from 600 tonnes to 300 tonnes.",
        "Trains ran from 200 stations to 300 ferries, a rise of 60 per cent.",
        "from to per cent %",
        "",
    ],
)
def test_what_is_of_something_else_or_rounded_is_left_alone(text: str) -> None:
    assert comes_to(text) is None


@given(st.integers(2, 10**7), st.integers(2, 10**7))
def test_the_percentage_itself_is_never_wrong(first: int, second: int) -> None:
    way = "rise" if second > first else "fall"
    rate = f"{abs(second / first - 1) * 100:.0f}"
    assert (
        comes_to(f"It went from {first:,} tonnes to {second:,} tonnes, a {way} of {rate} per cent.") is None
    )


def test_a_sentence_of_a_hundred_thousand_words_ends() -> None:
    text = "It rose 60 per cent" + " from £200 and more to £300 so" * 20_000
    assert wrong_rate(text, find_figures(text)) is None
