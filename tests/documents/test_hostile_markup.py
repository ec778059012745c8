"""Markup made to break a reader: styles that blow up, days beyond the calendar, figures of two minds."""

from __future__ import annotations

import pytest

from claimcheck.documents.original import original_of
from claimcheck.documents.printed import printed_figure
from claimcheck.documents.reading import read_text_document

SEEN = "The lock cost 41 million crowns."


@pytest.mark.parametrize(
    "style",
    [
        ".x:empty{display:none}",
        ".x:root{display:none}",
        ".x:first-child{display:none}",
        "div:nth-child(9999999999999999999){display:none}",
        "a{" * 3 + "&" * 20_000 + "{display:none}" + "}" * 3,
        "@media" + " " * 200_000 + "x{a{display:none}}",
    ],
    ids=["empty", "root", "first", "far", "nested", "blank"],
)
def test_a_style_in_markdown_hides_nothing_that_it_cannot_tell(style: str) -> None:
    document = read_text_document(f'<style>{style}</style>\n\n<div class="x">{SEEN}</div>\n', "md")
    assert SEEN in [document.text[b.start : b.end] for b in document.blocks if b.kind == "paragraph"]


def test_a_paragraph_within_a_quotation_is_quoted() -> None:
    document = read_text_document(f"<blockquote><p>{SEEN}</p></blockquote>\n\nIt was dear.\n", "md")
    kinds = {document.text[b.start : b.end]: b.kind for b in document.blocks}
    assert (kinds[SEEN], kinds["It was dear."]) == ("block_quote", "paragraph")


def test_a_day_that_no_calendar_has_is_none() -> None:
    mail = f"From: a@b.c\nSubject: Lock\nDate: 1 Jan 99999999999999999999 10:00:00 +0000\n\n{SEEN}\n"
    assert SEEN in read_text_document(mail, "txt").text


def test_tags_that_never_close_are_read_in_one_pass() -> None:
    assert original_of("<a " * 200_000, SEEN).places == ()


def test_a_figure_with_two_kinds_of_decimals_is_none() -> None:
    assert printed_figure("1.234.567,890") is None
