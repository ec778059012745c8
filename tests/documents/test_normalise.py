from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.normalise import (
    changes_direction,
    hidden_characters,
    without_accents,
    without_hidden,
    words_of,
)


def test_words_keep_their_place_in_the_original() -> None:
    text = "The com-\nmittee’s “1,200.5” plans; 中文"
    words = words_of(text)
    assert words.plain == ("the", "committee's", "1,200.5", "plans", "中", "文")
    assert text[words.starts[1] : words.ends[1]] == "com-\nmittee’s"


def test_numbers_signs_and_abbreviations_are_words() -> None:
    assert words_of("$5m, 40 % of U.S. aid at -3 °C, 5-10").plain == (
        "$", "5m", "40", "%", "of", "u.s.", "aid", "at", "-", "3", "°", "c", "5", "10",
    )  # fmt: skip


def test_accents_fold_in_bare_only() -> None:
    words = words_of("Café Łódź Øster")
    assert words.plain == ("café", "łódź", "øster")
    assert words.bare == ("cafe", "lodz", "oster")
    assert without_accents("й") == "й"


def test_lookalikes_fold_in_bare_and_are_told() -> None:
    words = words_of("the h\u0430rbour and the quay")
    assert words.bare[1] == "harbour"
    assert words.plain[1] != "harbour"
    assert list(words.odd) == [1]


def test_a_text_in_another_script_is_not_odd() -> None:
    assert words_of("Стена у моря стоит уже сто лет").odd == {}


def test_hidden_characters_are_named_and_removed() -> None:
    text = "a\u200bb\u202ec"
    assert hidden_characters(text) == ("U+200B zero width space", "U+202E right-to-left override")
    assert without_hidden(text) == "abc"
    assert changes_direction(text)
    assert not changes_direction("abc")


@given(st.text(max_size=200))
def test_spans_are_ordered_and_inside(text: str) -> None:
    words = words_of(text)
    at = 0
    for start, end in zip(words.starts, words.ends, strict=True):
        assert at <= start < end <= len(text)
        at = end
