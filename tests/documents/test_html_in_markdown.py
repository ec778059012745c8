"""Blocks of HTML in Markdown: their words are read, their tags are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.html_in_markdown import stretches_of_html
from claimcheck.documents.model import Document
from claimcheck.documents.readers import markdown


def read(text: str) -> list[tuple[str, str]]:
    document = markdown.read_text(text)
    return [(one.kind, document.text[one.start : one.end]) for one in document.blocks if one.kind != "markup"]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<p>The quay sank.</p>\n", [("paragraph", "The quay sank.")]),
        ("<div>\n<p>The <b>quay</b> sank.</p>\n<p>It cost $4.</p>\n</div>\n", [("paragraph", "The <b>quay</b> sank."), ("paragraph", "It cost $4.")]),
        ("<h1 align=center>Quay sinks</h1>\n\nIt sank.\n", [("headline", "Quay sinks"), ("paragraph", "It sank.")]),
        ("<ul><li>One fell.</li><li>Two stood.</li></ul>\n", [("list_item", "One fell."), ("list_item", "Two stood.")]),
        ("<figure><img src=a><figcaption>The quay in 2019.</figcaption></figure>\n", [("caption", "The quay in 2019.")]),
        ("<blockquote>It sank.</blockquote>\n", [("block_quote", "It sank.")]),
        ("<script>if (a < b) sank();</script>\n\nIt sank.\n", [("paragraph", "It sank.")]),
        ("<iframe src=a>No frames here.</iframe>\n\nIt sank.\n", [("paragraph", "It sank.")]),
        ("<hr>\n\nIt sank.\n", [("paragraph", "It sank.")]),
    ],
)  # fmt: skip
def test_words_of_html_are_read_as_their_tags_say(text: str, blocks: list[tuple[str, str]]) -> None:
    assert read(text) == blocks


def document() -> Document:
    table = "<table><tr><th>Year</th><th>Price</th></tr>\n<tr><td>2026</td><td>3.4</td></tr></table>"
    return markdown.read_text(f"| Pier | Cost |\n|---|---|\n| North | 12 |\n\n{table}\n\nIt sank.\n")


def test_cells_have_places_after_those_of_other_tables() -> None:
    found = document()
    cells = {
        one.locator.cell: found.text[one.start : one.end]
        for one in found.blocks
        if one.locator and one.locator.cell
    }
    assert cells["table 1!B2"] == "12"
    assert cells["table 2!B1"] == "Price"
    assert cells["table 2!A2"] == "2026"


@pytest.mark.parametrize(
    ("text", "hidden", "why"),
    [
        ("It cost ~~four~~ five million.", "four", "struck out"),
        ("It cost <del>four</del> five million.", "four", "struck out"),
        (
            "<style>.x { display: none }</style>\n\n<p class=x>Unseen.</p>\n\nSeen.",
            "Unseen.",
            "hidden by a style rule",
        ),
    ],
)
def test_what_is_struck_or_hidden_by_a_rule_is_kept_apart(text: str, hidden: str, why: str) -> None:
    found = markdown.read_text(text)
    assert [(one.text, one.why) for one in found.hidden] == [(hidden, why)]
    assert all(
        hidden not in found.text[one.start : one.end] for one in found.blocks if one.kind == "paragraph"
    )


@pytest.mark.parametrize(
    "text", ["It cost \\~~four~~ five.", "About ~4 to ~5 of them.", "`~~four~~` is code."]
)
def test_what_is_not_struck(text: str) -> None:
    assert markdown.read_text(text).hidden == ()


@given(st.text(alphabet='<>/ph1 tdrable!-\n"=x', max_size=60))
def test_stretches_cover_a_block_without_gaps(text: str) -> None:
    at = 0
    for one in stretches_of_html(text, 0, len(text)):
        assert one.start == at < one.end
        at = one.end
    assert at == len(text)


def test_a_huge_block_ends() -> None:
    found = markdown.read_text("<div>" + "<p>The quay sank.</p><script>" * 30_000)
    assert found.blocks[1].kind == "paragraph"
