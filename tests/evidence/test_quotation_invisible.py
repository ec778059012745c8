"""What cannot be seen, or looks like something else, is a difference and a warning, never a silent match."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evidence.quotations import PreparedSource, QuotationVerdict, judge_quotation, prepare_source

TEXT = "The harbour wall has stood for 140 years and nobody had asked for it."
PREPARED = prepare_source(TEXT)
LAYOUT = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85"
INVISIBLE = [
    character
    for character in map(chr, range(0x110000))
    if unicodedata.category(character) in ("Cf", "Cc")
    or character in "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    or 0xFE00 <= ord(character) <= 0xFE0F
    or 0xE0100 <= ord(character) <= 0xE01EF
]
LOOKALIKES = [("а", "a"), ("е", "e"), ("о", "o"), ("с", "c"), ("у", "y"), ("һ", "h"), ("ԁ", "d"), ("ѕ", "s")]
LOOKALIKES += [
    ("ο", "o"),
    ("α", "a"),
    ("ν", "v"),
    ("τ", "t"),
    ("Т", "T"),
    ("Τ", "T"),
    ("Ｔ", "T"),
    ("𝐡", "h"),
]
MONTHS = "January February March April June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _told(source: str | PreparedSource, quote: str) -> QuotationVerdict:
    verdict = judge_quotation(source, quote)
    assert verdict.match != "verbatim"
    assert verdict.warnings
    assert verdict.differences
    return verdict


@pytest.mark.parametrize("place", [" stood", "tood", "wall"])
def test_every_invisible_character_is_told_in_the_quotation(place: str) -> None:
    for character in INVISIBLE:
        if character not in LAYOUT:
            _told(PREPARED, TEXT.replace(place, character + place)[:-1])


def test_every_invisible_character_is_told_in_the_source() -> None:
    for character in INVISIBLE:
        if character not in LAYOUT:
            _told(TEXT.replace("tood", character + "tood"), TEXT[:-1])


def test_an_invisible_character_at_an_edge_is_told() -> None:
    for character in "\u200b\u200f\u2066\ufeff\x00":
        _told(PREPARED, character + TEXT[:-1])
        _told(PREPARED, TEXT[:-1] + character)


@pytest.mark.parametrize(("posing", "letter"), LOOKALIKES)
def test_letters_that_only_look_alike_are_told(posing: str, letter: str) -> None:
    at = (TEXT + "cyv").index(letter)
    source = TEXT if at < len(TEXT) else f"{TEXT} {letter}anyon"
    quote = source.replace(letter, posing, 1)
    verdict = judge_quotation(source, quote[:-1])
    assert verdict.match != "verbatim"
    assert verdict.differences
    assert verdict.warnings
    assert judge_quotation(quote, source[:-1]).match != "verbatim"


@given(st.text(alphabet=st.sampled_from(sorted({*INVISIBLE} - {*LAYOUT})), min_size=1, max_size=6), st.data())
def test_any_number_of_them_anywhere_is_told(hidden: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(min_value=0, max_value=len(TEXT) - 1))
    _told(PREPARED, TEXT[:at] + hidden + TEXT[at:-1])


def test_no_month_or_day_is_taken_for_another() -> None:
    for frame in ("They raised the money in {}, and the work began.", "The vote was held on {}."):
        for names in (MONTHS, DAYS):
            for one, other in itertools.permutations(names, 2):
                verdict = judge_quotation(frame.format(one), frame.format(other)[:-1])
                assert verdict.match not in ("verbatim", "edited"), (one, other)
