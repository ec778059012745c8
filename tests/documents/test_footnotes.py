"""Footnotes: which words they hang on, in every format that has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.footnotes import Mark, footnotes, hung
from claimcheck.documents.model import Block
from claimcheck.documents.readers import html, markdown, plain


def hanging(text: str) -> list[tuple[str, str]]:
    found = plain.read_text(text)
    return [(found.text[one.start : one.end], one.target) for one in found.references]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mill shut,[1] but the canteen stayed.\n\n[1] Log.\n", ["The mill shut"]),
        ("The mill shut. The canteen stayed [1].\n\n[1] Log.\n", ["The canteen stayed"]),
        ("The mill shut.[1][2]\n\n[1] Log.\n[2] Deed.\n", ["The mill shut.", "The mill shut."]),
        ("The mill shut [1, 2].\n\n[1] Log.\n[2] Deed.\n", ["The mill shut", "The mill shut"]),
        ("The mill shut [1–3].\n\n[1] Log.\n[2] Deed.\n[3] Will.\n", ["The mill shut"] * 3),
        ("The mill shut [1, p. 4].\n\n[1] Log.\n", ["The mill shut"]),
        ("The mill shut.¹ Rain fell.²\n\n¹ Log.\n² Deed.\n", ["The mill shut.", "Rain fell."]),
        ("The mill shut.† Rain fell.\n\n† Log.\n", ["The mill shut."]),
        ("Mills shut [1] and rain fell [2].\n\n1. Log.\n2. Deed.\n", ["Mills shut", "and rain fell"]),
        ("The field has 4 km² of oats.\n\n² Log.\n", []),
        ("He wrote [sic] and [1] stayed.\n\nNo note here.\n", []),
        ("Buy milk [1] today.\n\n7. Something else.\n", []),
    ],
)
def test_a_note_hangs_on_the_words_before_its_mark(text: str, words: list[str]) -> None:
    assert [one for one, _ in hanging(text)] == words


def test_a_note_goes_on_to_the_end_of_its_block() -> None:
    assert hanging("The mill shut.[1]\n\n[1] Ledger of the mill,\nvolume two.\n")[0][1] == (
        "Ledger of the mill, volume two."
    )


def test_numbers_that_begin_again_lead_to_the_next_note() -> None:
    text = "Oats fell.[1]\n\n[1] First log.\n\nRye rose.[1]\n\n[1] Second log.\n"
    assert hanging(text) == [("Oats fell.", "First log."), ("Rye rose.", "Second log.")]


def test_a_mark_before_all_words_hangs_on_those_after_it() -> None:
    block = (Block("paragraph", 0, 12),)
    assert hung("Oats rotted.", block, [Mark(0, 0, "Log")])[0].end == len("Oats rotted.")


def test_marks_of_a_web_page_leave_the_text_and_their_notes_are_footnotes() -> None:
    page = (
        '<p>The pier burnt down in 1974.<sup id="r1"><a href="#n1"><i>[</i>1<i>]</i></a></sup> It was oak.'
        '<sup>[<a href="#n1">1</a>, <a href="#n2">2</a>]</sup></p>'
        '<ol><li id="n1"><a href="#r1">^</a> Archive, box 12</li><li id="n2">2. Hale <a href="#r2">↩</a></li></ol>'
    )
    found = html.read(page.encode(), "a.html")
    assert found.text == "The pier burnt down in 1974. It was oak.\n\nArchive, box 12\n\n2. Hale\n"
    assert [(found.text[one.start : one.end], one.target) for one in found.references] == [
        ("The pier burnt down in 1974.", "Archive, box 12"),
        ("It was oak.", "Archive, box 12"),
        ("It was oak.", "Hale"),
    ]
    assert [block.kind for block in found.blocks] == ["paragraph", "footnote", "footnote"]


def test_raised_figures_of_a_web_page_stay_raised() -> None:
    found = html.read(b"<p>It has 4 m<sup>2</sup>, the 4<sup>th</sup> such field.</p>", "a.html")
    assert found.text == "It has 4 m², the 4th such field.\n"


def test_a_link_within_the_page_is_no_footnote() -> None:
    found = html.read(b'<p>He rose, see <a href="#a">a</a>.</p><p id="a">All of it.</p>', "a.html")
    assert found.references == ()
    assert found.text.startswith("He rose, see a.")


def test_a_definition_of_words_is_a_note_and_no_link() -> None:
    found = markdown.read_text("The mill shut [1].\n\n[1]: Ledger of the mill\n")
    assert [(one.kind, one.target) for one in found.references] == [("footnote", "Ledger of the mill")]


@given(st.text(alphabet="ab [1]^²,.\n†-", max_size=80))
def test_words_lie_in_the_text(text: str) -> None:
    for one in footnotes(text, 0, len(text), [Block("paragraph", 0, len(text))]):
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize("text", ["[1]" * 200_000, "a.¹" * 200_000, "[1] a\n" * 100_000, "[1,1" * 200_000])
def test_a_flood_of_marks_ends(text: str) -> None:
    assert isinstance(footnotes(text, 0, len(text), [Block("paragraph", 0, len(text))]), tuple)
