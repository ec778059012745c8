"""When two figures can both be right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extraction.figures import Figure, compare_figures, find_figures


def figure(text: str) -> Figure:
    (found,) = find_figures(text)
    return found


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("$41.2 million", "$41,200,000", "equal"),
        ("41.2 million people", "41,237,500 people", "compatible"),
        ("41.3 million people", "41,237,500 people", "different"),
        ("about 40 million people", "41.2 million people", "compatible"),
        ("about 40 million people", "55 million people", "different"),
        ("more than 75 houses", "78 houses", "compatible"),
        ("more than 75 houses", "57 houses", "different"),
        ("more than 75 houses", "75 houses", "different"),
        ("at least 75 houses", "75 houses", "compatible"),
        ("nearly 80 houses", "78 houses", "compatible"),
        ("nearly 80 houses", "83 houses", "different"),
        ("fewer than 50 pairs", "49 pairs", "compatible"),
        ("fewer than 50 pairs", "51 pairs", "different"),
        ("3 to 5 per cent", "4 per cent", "compatible"),
        ("3 to 5 per cent", "3-5%", "equal"),
        ("3 to 5 per cent", "6 per cent", "different"),
        ("2.3 per cent", "2.34 per cent", "compatible"),
        ("300 people", "300 metres", "incomparable"),
        ("300 people", "300 ships", "incomparable"),
        ("300 people", "300 soldiers", "compatible"),
        ("300 people", "250 soldiers", "incomparable"),
        ("20 killed", "20 deaths", "equal"),
        ("20 killed", "25 dead", "different"),
        ("5 per cent", "5 percentage points", "different"),
        ("$5m", "£5m", "incomparable"),
        ("two-thirds of voters", "66.7 per cent of voters", "compatible"),
        ("half of voters", "50% of voters", "equal"),
        ("one in five voters", "20% of voters", "equal"),
        ("a third of voters", "45% of voters", "different"),
        ("5 km", "5,000 metres", "equal"),
        ("20 miles", "32.2 km", "compatible"),
        ("24 months", "two years", "equal"),
        ("100 MW", "100 MWh", "incomparable"),
        ("It rose 5 per cent.", "It fell 5 per cent.", "different"),
        ("$15 an hour", "$15 a day", "incomparable"),
        ("won 2-1", "won 3-1", "different"),
        ("won 3-1", "lost 1-3", "compatible"),
        ("odds of 5-1", "a 5-1 win", "incomparable"),
        ("sales doubled", "sales rose by 100 per cent", "equal"),
        ("sales doubled", "sales rose by 50 per cent", "different"),
        ("sales more than doubled", "sales rose 150 per cent", "compatible"),
        ("sales more than doubled", "sales rose 60 per cent", "different"),
        ("output halved", "output fell by half", "equal"),
        ("output halved", "output rose by half", "different"),
        ("three times as many", "200 per cent more", "equal"),
        ("three times as many", "300 per cent more", "incomparable"),
        ("sales doubled", "40 per cent of sales", "incomparable"),
        ("12°C", "54°F", "compatible"),
        ("40C", "104F", "equal"),
        ("30C", "100F", "different"),
        ("a rise of 2C", "a rise of 3.6F", "equal"),
        ("temperatures of 41 degrees", "41C", "compatible"),
        ("temperatures of 41 degrees", "104F", "incomparable"),
        ("in 1h 32m", "in 92 minutes", "equal"),
        ("four point two million people", "4.2 million people", "equal"),
        ("tripled", "threefold", "equal"),
        ("a dozen ships", "12 ships", "equal"),
        ("thousands of homes", "14,000 homes", "compatible"),
        ("thousands of homes", "120 homes", "different"),
    ],
)
def test_verdicts(one: str, other: str, verdict: str) -> None:
    first, second = figure(one), figure(other)
    assert compare_figures(first, second) == verdict
    assert compare_figures(second, first) == verdict


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_whole_counts_agree_only_if_the_same(one: int, other: int) -> None:
    verdict = compare_figures(figure(f"{one:,} ships"), figure(f"{other:,} ships"))
    assert (verdict == "equal") == (one == other)


@given(
    st.floats(0.1, 1e9),
    st.floats(0.1, 1e9),
    st.sampled_from(["exact", "about", "more than", "nearly", "at most"]),
)
def test_comparing_is_symmetric(low: float, high: float, precision: str) -> None:
    one = Figure(0, 1, low, low, precision=precision)  # type: ignore[arg-type]
    other = Figure(0, 1, high, high)
    assert compare_figures(one, other) == compare_figures(other, one)
