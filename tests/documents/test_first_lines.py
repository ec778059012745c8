"""What the first lines of a plain text tell: its day, its title, and the buttons of a page left in it."""

import io

import pytest
from docx import Document as WordFile

from claimcheck.documents.model import Document
from claimcheck.documents.readers import docx
from claimcheck.documents.reading import read_text_document

BODY = "The council said that the wall had cracked in May 2024.\n\nIt will be rebuilt by 12 March 2028.\n"
HEADING = "Harbour wall to be rebuilt"


def read(*lines: str) -> Document:
    return read_text_document("\n\n".join((*lines, BODY)), "txt")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("For immediate release: 17 November 2026", "2026-11-17"),
        ("FOR IMMEDIATE RELEASE 17 November 2026", "2026-11-17"),
        ("Interview with Ana Ruiz, 10 November 2026", "2026-11-10"),
        ("Interview with Ana Ruiz, harbour master, 10 November 2026", "2026-11-10"),
        ("Minutes of the meeting held on 2 November 2026", "2026-11-02"),
        ("Press release, 19 November 2026", "2026-11-19"),
        ("Published: 3 May 2026", "2026-05-03"),
        ("Published: 3 May 2026 at 10am", "2026-05-03"),
        ("Harbour journal, 3 May 2026", "2026-05-03"),
        ("Tarn, 3 May 2026", "2026-05-03"),
        ("Statement — November 19, 2026", "2026-11-19"),
        ("Record of interview: 2026-06-04", "2026-06-04"),
    ],
)
def test_a_line_that_names_the_day_of_the_text_dates_it(line: str, day: str) -> None:
    assert read(line).published == day
    assert read(HEADING, line).published == day


@pytest.mark.parametrize(
    "line",
    [
        "Harbour wall collapsed on 2 November 2026",
        "The wall fell on 2 November 2026.",
        "Embargoed until 3 May 2026",
        "Press release: embargoed until noon, 3 May 2026",
        "Deadline: 3 May 2026",
        "Report for the year ended 31 March 2026",
        "Notes on the meetings of 3 May 2026 and 4 May 2026",
        "Council to meet on 3 May 2026",
        "Letter of 31 February 2026",
    ],
)
def test_no_day_is_guessed(line: str) -> None:
    assert read(line).published is None
    assert read(HEADING, line).published is None


def test_two_days_in_the_first_lines_are_none() -> None:
    assert read("Minutes of 3 May 2026", "Interview with Ana Ruiz, 4 May 2026").published is None


@pytest.mark.parametrize(
    "masthead", ["TARRANT COUNTY COUNCIL", "MINISTRY OF WORKS", "PRESS RELEASE", "FOR IMMEDIATE RELEASE"]
)
def test_the_heading_below_a_masthead_is_the_title(masthead: str) -> None:
    assert read(masthead, HEADING).title == HEADING


def test_a_headline_in_capitals_stays_the_title() -> None:
    assert read("DOZENS DEAD IN HARBOUR FIRE", "How the fire spread").title == "DOZENS DEAD IN HARBOUR FIRE"


def test_buttons_above_the_headline_are_no_title() -> None:
    buttons = ("Skip to content", "Save for later", "Share", "Listen to this article")
    assert read(*buttons, HEADING).title == HEADING


@pytest.mark.parametrize(
    ("creator", "authors"), [("python-docx", ()), ("Microsoft Office User", ()), ("Ana Ruiz", ("Ana Ruiz",))]
)
def test_a_program_is_no_author(creator: str, authors: tuple[str, ...]) -> None:
    file, saved = WordFile(), io.BytesIO()
    file.add_paragraph("The wall had cracked in three places, the council said.")
    file.core_properties.author = creator
    file.save(saved)
    assert docx.read(saved.getvalue(), "a.docx").authors == authors
