"""Places as editors count them: never off by one, whatever the text holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lsp.positions import Change, Lines, Place, changed, reading_text

TEXTS = st.text(alphabet=st.sampled_from("ab é東😀\n\r\u2028\u0085\x0c\ufeff\ud800"), max_size=40)


def test_astral_characters_count_twice_and_odd_line_ends_not_at_all():
    lines = Lines("a😀b\nsecond\u2028still second\r\nthird\rfourth")
    assert lines.place(2) == Place(0, 3)
    assert lines.offset(Place(0, 3)) == 2
    assert lines.place(len("a😀b\nsecond\u2028")) == Place(1, 7)
    assert [lines.offset(Place(line, 0)) for line in range(4)] == [0, 4, 25, 31]


def test_places_outside_the_text_are_the_nearest_inside():
    lines = Lines("one\r\ntwo 😀")
    assert lines.offset(Place(0, 99)) == 3
    assert lines.offset(Place(9, 0)) == len("one\r\ntwo 😀")
    assert lines.place(99) == Place(1, 6)
    assert lines.offset(Place(1, 5)) == 9, "the middle of a pair is its beginning"
    assert Lines("").offset(Place(0, 5)) == 0


@given(TEXTS, st.integers(0, 40))
def test_going_there_and_back(text, offset):
    offset = min(offset, len(text))
    lines = Lines(text)
    back = lines.offset(lines.place(offset))
    # The offset between CR and LF is inside a line end, and its place is the line's end.
    inside = text[max(0, offset - 1) : offset + 1] == "\r\n"
    assert back == (offset - 1 if inside else offset)


@given(TEXTS, TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_an_edit_replaces_exactly_its_span(text, new, one, other):
    # A lone surrogate beside another makes a pair that no editor would cut.
    text = text.replace("\ud800", "x")
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    lines = Lines(text)
    if any(text[max(0, at - 1) : at + 1] == "\r\n" for at in (start, end)):
        return
    assert (
        changed(text, [Change(new, lines.place(start), lines.place(end))]) == text[:start] + new + text[end:]
    )


def test_each_change_counts_in_what_the_one_before_left():
    typed = [
        Change("Board", Place(0, 0), Place(0, 0)),
        Change(" met.\n", Place(0, 5), Place(0, 5)),
        Change("It ", Place(1, 0), Place(1, 0)),
        Change("The ", Place(0, 0), Place(0, 1)),
    ]
    assert changed("", typed) == "The oard met.\nIt "
    assert changed("anything", [Change("all of it")]) == "all of it"


@given(TEXTS)
def test_the_reading_text_keeps_lines_and_columns(buffer):
    buffer = buffer.lstrip("\ufeff")
    read = reading_text(buffer)
    assert "\r" not in read
    read.encode()
    one, other = Lines(buffer), Lines(read)
    for line in range(5):
        assert other.place(other.offset(Place(line, 3))) == one.place(one.offset(Place(line, 3)))


@pytest.mark.parametrize("unit", ["x", "é", "😀", "\r", "a\n"])
def test_five_megabytes_are_no_trouble(unit):
    text = unit * (5_000_000 // len(unit))
    lines = Lines(text)
    for at in range(0, len(text), len(text) // 20):
        assert lines.offset(lines.place(at)) <= at
    changed(text, [Change("y", Place(0, 10), Place(0, 12))])
