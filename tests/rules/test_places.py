from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.rules.places import LineIndex


def test_lines_and_columns_count_code_points():
    index = LineIndex("one\ntwo 😀 x\n\nend")
    assert [index.position(offset) for offset in (0, 3, 4, 10, 12, 13, 16, 99)] == [
        (1, 1),
        (1, 4),
        (2, 1),
        (2, 7),
        (3, 1),
        (4, 1),
        (4, 4),
        (4, 4),
    ]


@given(st.text(alphabet=st.sampled_from("aé東😀\n\ud800"), max_size=60), st.integers(0, 60))
def test_byte_columns_are_those_of_the_encoded_line(text, offset):
    offset = min(offset, len(text))
    before = text[:offset].rpartition("\n")[2]
    assert LineIndex(text).byte_column(offset) == len(before.encode("utf-8", "surrogatepass")) + 1


def test_byte_columns_hold_across_the_known_offsets():
    text = "é" * 10_000
    assert [LineIndex(text).byte_column(offset) for offset in (4095, 4096, 4097, 10_000)] == [
        8191,
        8193,
        8195,
        20_001,
    ]


@given(st.text(alphabet=st.sampled_from("ab \n"), max_size=400), st.integers(0, 400), st.integers(0, 300))
def test_an_excerpt_marks_the_first_line_of_its_span(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    excerpt = LineIndex(text).excerpt(start, end)
    assert "\n" not in excerpt.text
    assert 0 <= excerpt.start <= excerpt.end <= len(excerpt.text) <= 100
    marked = text[start:end].split("\n")[0]
    assert marked.startswith(excerpt.text[excerpt.start : excerpt.end])


@pytest.mark.parametrize("character", ["x", "é"])
def test_five_megabytes_in_a_line_with_many_findings(character):
    text = character * 5_000_000
    index = LineIndex(text)
    for offset in range(0, len(text), 1000):
        index.byte_column(offset)
        index.excerpt(offset, offset + 500)
