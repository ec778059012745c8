"""The model that tells the writer's own view from fact: its file, its signs."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extraction.kinds import Signals, kind_of
from claimcheck.extraction.pages import Page
from claimcheck.extraction.views import SIGNS, Surroundings, shipped_view, signs_of
from claimcheck.extraction.views.model import read_view
from claimcheck.extraction.worthiness import wording_of
from claimcheck.extraction.worthiness.reading import ModelUnreadable

NOTHING = Surroundings(Page(), 0, 0, 0, told=False, named=False, worth=0.2, evaluation=0)


def test_a_damaged_model_is_refused() -> None:
    whole = files("claimcheck.extraction.views").joinpath("views.bin").read_bytes()
    read_view(whole)
    for damaged in (b"", b"CCV0" + whole[4:], whole[:-5], whole[:40] + b"x" * 20, whole[:200]):
        with pytest.raises(ModelUnreadable, match="opinion model cannot be read"):
            read_view(damaged)


def test_every_sign_has_a_name_and_a_weight() -> None:
    signs = signs_of(NOTHING, "The boat is late.", ["the", "boat", "is", "late"])
    assert len(signs) == len(SIGNS) == len(shipped_view().weights)


def test_a_page_of_opinion_makes_a_view_likelier() -> None:
    words = ["nothing", "about", "that", "is", "new"]
    likely = [
        shipped_view().likelihood(
            wording_of("Nothing about that is new."),
            signs_of(Surroundings(page, 0, 0, 0, False, False, 0.2, 0), "Nothing about that is new.", words),
        )
        for page in (Page(), Page(opinion=True))
    ]
    assert likely[0] < likely[1]


@given(st.text(max_size=400), st.floats(0, 1))
def test_no_text_is_too_odd(text: str, worth: float) -> None:
    kind_of(Signals(text, (), quoted=False, figures=0, dates=0, page=Page(opinion=True), worth=worth))


def test_a_very_long_text_is_read_to_its_limit() -> None:
    kind_of(Signals("It is not so. " * 400_000, (), quoted=False, figures=0, dates=0))
