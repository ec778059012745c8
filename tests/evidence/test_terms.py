from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evidence.terms import figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a budget of $41.2 million", {"41200000"}),
        ("the budget of $41,200,000", {"41200000"}),
        ("£9.4bn and €300k", {"9400000000", "300000"}),
        ("4.60 percent of 212,000 passengers", {"4.6", "212000"}),
        ("a 57-million scheme", {"57000000"}),
        ("in 2025, 14 people and 12 dogs", set()),
        ("2,025 people", {"2025"}),
        ("flight BA2490 and room 101b", set()),
        ("no figure", set()),
    ],
)
def test_a_telling_figure_is_the_same_however_it_is_written(text: str, found: set[str]) -> None:
    assert figures(text) == found


@given(st.text())
def test_any_text_has_figures_of_digits_only(text: str) -> None:
    assert all(figure.replace(".", "", 1).isdigit() for figure in figures(text))


def test_many_digits_take_linear_time() -> None:
    assert figures("1," * 200_000 + "9" * 200_000) == frozenset()
