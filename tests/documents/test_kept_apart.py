"""What a file holds beside what is read of it: told, listed, and read again from where it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.apart import dump_apart, parse_apart, say_apart, say_why
from claimcheck.documents.model import HiddenText, Locator
from claimcheck.documents.reading import read_document

TAGGED = "".join(chr(0xE0000 + ord(letter)) for letter in "the clerk lied")


def letters(tmp_path: Path, text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return [(item.text, item.why) for item in read_document(path).hidden]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"The clerk spoke{TAGGED} on Monday.", ("the clerk lied", "tag characters (invisible letters)")),
        ("It paid \u202e1.5 million\u202c on Monday.", ("1.5 million", "direction of reading changed")),
        ("The b\u043eard met on Monday.", ("b\u043eard", "lookalike letters of another alphabet")),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.csv"])
def test_letters_that_are_not_what_they_seem_are_listed(
    tmp_path: Path, text: str, found: tuple[str, str], name: str
) -> None:
    assert letters(tmp_path, text, name) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The board met on Monday.",
        "\u041c\u043e\u0441\u043a\u0432\u0430 and \u0391\u03b8\u03ae\u03bd\u03b1 are cities.",
        "The flag \U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f flew on Monday.",
        "The sign \u2067\u05e9\u05dc\u05d5\u05dd\u2069 hung there.",
    ],
)
def test_ordinary_letters_are_not(tmp_path: Path, text: str) -> None:
    assert letters(tmp_path, text) == []


def test_a_word_with_lookalikes_is_listed_once_where_it_first_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One line.\n\nThe b\u043eard met.\n\nThe b\u043eard left.\n", encoding="utf-8")
    assert [item.locator for item in read_document(path).hidden] == [Locator(paragraph=2)]


def test_very_many_strange_letters_end_in_a_list(tmp_path: Path) -> None:
    text = " ".join(f"b\u043eard{TAGGED}\u202ex{number}" for number in range(30_000))
    assert 0 < len(letters(tmp_path, text)) <= 600


PLACES = st.none() | st.builds(
    Locator, page=st.none() | st.integers(1, 99), cell=st.none() | st.just("table 1!B2"), paragraph=st.none()
)
ITEMS = st.lists(st.builds(HiddenText, st.text(), st.text(min_size=1), PLACES), max_size=4)


@given(ITEMS)
def test_what_is_kept_comes_back(items: list[HiddenText]) -> None:
    places = [item.locator if item.locator != Locator() else None for item in items]
    back = parse_apart(dump_apart(items))
    assert [(item.text, item.why) for item in back] == [(item.text, item.why) for item in items]
    assert [item.locator for item in back] == places


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"claimcheck": 2, "apart": []}', '{"claimcheck": 1, "apart": [1]}']
)
def test_a_damaged_list_is_an_error(text: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        parse_apart(text)


def test_how_it_is_told() -> None:
    items = [
        HiddenText("a", "page header", Locator(page=3)),
        HiddenText("b", "white on white"),
        HiddenText("c", "page header"),
    ]
    assert say_apart(items) == "3: 2 page header, 1 white on white"
    assert say_why(items[0]) == "page header, page 3"


@pytest.mark.parametrize("place", ['"page": "four"', '"page": true', '"cell": 3', '"time": []'])
def test_a_list_whose_places_are_none_is_refused(place: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        parse_apart('{"claimcheck": 1, "apart": [{"text": "a", "why": "b", ' + place + "}]}")
