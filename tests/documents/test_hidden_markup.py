"""What a Markdown file hides by HTML or in remarks is no part of any sentence, and is listed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.model import PROSE_KINDS, Document
from claimcheck.documents.reading import read_text_document
from claimcheck.evidence.speaking import seen_of
from claimcheck.records.models import Source
from claimcheck.sources.texts import SourceText

UNSEEN = "The harbour master knew of it."


def read(text: str) -> Document:
    return read_text_document(f"# Crane sinks\n\nIt sank on Monday.\n\n{text}\n\nIt rose again.\n", "md")


def prose(document: Document) -> str:
    return " ".join(document.text[b.start : b.end] for b in document.blocks if b.kind in PROSE_KINDS)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"<!-- {UNSEEN} -->", "a comment in the page's code"),
        (f"A word <!-- {UNSEEN} --> more.", "a comment in the page's code"),
        (f"[//]: # ({UNSEEN})", "a remark in the file"),
        (f'[comment]: <> "{UNSEEN}"', "a remark in the file"),
        (f'<div style="display: none">{UNSEEN}</div>', "display: none"),
        (f"<div style='display:none'>\n\n{UNSEEN}\n\n</div>", "display: none"),
        (f"<p hidden>{UNSEEN}</p>", "hidden attribute"),
        (f"<P HIDDEN>{UNSEEN}", "hidden attribute"),
        (f"A word <span style=color:white>{UNSEEN}</span> more.", "white on white"),
        (f"<div hidden><div>x</div>{UNSEEN}</div>", "hidden attribute"),
        (f"<template>{UNSEEN}</template>", "a template, never shown"),
        (f"<span class='sr-only'>{UNSEEN}</span>", "off-screen"),
    ],
)
def test_what_is_hidden_is_listed_and_no_prose(text: str, why: str) -> None:
    document = read(text)
    assert [(one.text.removeprefix("x "), one.why) for one in document.hidden] == [(UNSEEN, why)]
    assert UNSEEN not in prose(document)
    assert "It rose again." in prose(document)


@pytest.mark.parametrize(
    "text",
    [
        f"<div>{UNSEEN}</div>",
        f"<details><summary>More</summary>\n\n{UNSEEN}\n\n</details>",
        f"```\n<!-- {UNSEEN} -->\n```",
        "If a < b and c > d, it sank.",
        "<!-- more -->",
        "<br hidden>It sank.",
    ],
)
def test_what_is_shown_is_not(text: str) -> None:
    assert read(text).hidden == ()


def test_words_around_a_hidden_one_stay() -> None:
    document = read("It sank <span hidden>never</span> on Tuesday.")
    assert [document.text[b.start : b.end] for b in document.blocks[2:-1]] == [
        "It sank", "<span hidden>never</span>", "on Tuesday.",
    ]  # fmt: skip


def test_a_source_shows_blanks_in_its_place() -> None:
    document = read(f"<p hidden>{UNSEEN}</p>")
    source = Source.model_construct(id="page", authors=[], testimony=None, private=None)
    seen = seen_of(SourceText(source, document.text, document.blocks, ""))
    assert len(seen) == len(document.text)
    assert UNSEEN not in seen
    assert "It rose again." in seen


@given(
    st.lists(
        st.sampled_from(
            ["<p hidden>", "</p>", "<!--", "-->", "word ", "\n\n", "<b>", "[//]: # (a b)", "`", "- "]
        )
    )
)
def test_blocks_stay_in_order_whatever_is_hidden(pieces: list[str]) -> None:
    document = read_text_document("".join(pieces) + "end", "md")
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        at = block.end


@pytest.mark.parametrize("unit", ["<p hidden>", "<!--", "<a b='", "<", "[a]: ", "<p hidden>a</p>\n\n"])
def test_markup_without_end_ends(unit: str) -> None:
    assert read_text_document(unit * 30_000, "md").text
