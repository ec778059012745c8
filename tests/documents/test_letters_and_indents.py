"""Plain text with paragraphs set in, and e-mails as they are saved or pasted."""

from __future__ import annotations

import pytest

from claimcheck.documents.readers import plain


def blocks(text: str) -> list[tuple[str, str]]:
    found = plain.read_text(text)
    return [(one.kind, " ".join(text[one.start : one.end].split())) for one in found.blocks]


def test_a_paragraph_whose_first_line_is_set_in_is_whole() -> None:
    text = (
        "Council sells depot\n\n    The county council voted on Tuesday to sell the old\n"
        "Marsh Lane depot for $3.4 million.\n    The depot has stood empty since 2019.\n    Nobody bid.\n"
    )
    assert blocks(text) == [
        ("headline", "Council sells depot"),
        (
            "paragraph",
            "The county council voted on Tuesday to sell the old Marsh Lane depot for $3.4 million.",
        ),
        ("paragraph", "The depot has stood empty since 2019."),
        ("paragraph", "Nobody bid."),
    ]


def test_a_line_set_in_that_ends_its_sentence_stands_alone() -> None:
    text = "Depot\n\n    The county council sold the old Marsh Lane depot.\nNobody had bid for it before that day.\n"
    assert len(blocks(text)) == 3


LETTER = """From: "Ann Lowe" <ann@marsh.example>
To: desk@marsh.example,
  news@marsh.example
Subject: Re: Fwd: Council sells depot
Date: Wed, 4 Mar 2026 10:00:00 +0000

The county council sold the old Marsh Lane depot for $3.4 million.
"""


def test_the_head_of_an_e_mail_is_no_text() -> None:
    found = plain.read_text(LETTER)
    assert [one.kind for one in found.blocks] == ["front_matter", "paragraph"]
    assert (found.title, found.authors) == ("Council sells depot", ("Ann Lowe",))
    assert found.published == "2026-03-04T10:00:00+00:00"


@pytest.mark.parametrize("sent", ["Wednesday, in the morning", "", "2026-99-99"])
def test_a_day_that_cannot_be_read_is_none(sent: str) -> None:
    text = LETTER.replace("Date: Wed, 4 Mar 2026 10:00:00 +0000", f"Sent: {sent}")
    assert plain.read_text(text).published is None


@pytest.mark.parametrize(
    "text",
    [
        "From: the harbour\nTo: the hills\n\nA walk of nine miles.\n",
        "From: A\nTo: B\nDate: C\n\nNo subject is given here.\n",
        "Subject: one\nSubject: two\nSubject: three\nIt goes straight on without a gap.\n",
    ],
)
def test_what_only_looks_like_one_is_text(text: str) -> None:
    assert all(one.kind != "front_matter" for one in plain.read_text(text).blocks)


def test_a_head_without_end_ends() -> None:
    assert plain.read_text("From: a\n" + "To: b\n \n" * 200_000 + "x").text
