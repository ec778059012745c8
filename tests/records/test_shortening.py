from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.records.shortening import shorten


def test_text_is_cut_behind_a_word_and_shows_it():
    reason = "the source only reports what the minister of finance said"
    assert shorten(reason, 41) == "the source only reports what the…"
    assert shorten("a rise of 4.2 percent, in May", 23) == "a rise of 4.2 percent…"
    assert shorten(reason, len(reason)) == reason


def test_a_word_too_long_for_the_width_is_cut():
    assert shorten("see " + "x" * 50, 20) == "see " + "x" * 15 + "…"


@given(st.text(max_size=60), st.integers(1, 70))
def test_never_longer_than_asked_for_and_a_beginning_of_it(text, width):
    cut = shorten(text, width)
    assert len(cut) <= width
    assert text.startswith(cut) or (cut.endswith("…") and text.startswith(cut[:-1]))
