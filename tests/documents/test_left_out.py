"""What a page shows and the reader leaves out of the article: listed with the reason, and brought back."""

from __future__ import annotations

import pytest

from claimcheck.documents.apart import CALL, CONTROL, FORMULA, FRAME, LEFT_OUT, LINKS
from claimcheck.documents.readers import html
from claimcheck.documents.web.source import visible_length
from claimcheck.extraction.claims import extract_claims

PAGE = """<html><head><title>Mill closes</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Mill closes</h1><div class="share">Share this story with friends</div>
<p>The Tarn mill shut its gates on Friday after 140 years, with the loss of 212 jobs.</p>
<p>The owner, Lund Paper, blamed energy prices, which doubled in three years. <button>Read aloud</button></p>
<p>Workers learned of it by text message on the night before, said Joan Petrie, a fitter.</p>
<p>The heat lost is <math><mi>q</mi><mo>=</mo><mn>3</mn></math> a day.</p>
<div class="widget">The site was valued at $4 million in 2019.</div></article></main>
<aside class="related"><h3>Most read</h3><a href="a">Ten best walks in Tarn</a></aside>
<footer><p>The Tarn Post is printed on paper made in Tarn.</p></footer></body></html>"""


def listed(page: str, keep: tuple[str, ...] = ()) -> dict[str, str]:
    return {one.text: one.why for one in html.read(page.encode(), "page.html", keep).hidden}


def test_everything_left_out_is_listed_with_its_reason() -> None:
    assert listed(PAGE) == {
        "Home\nSport": LINKS,
        "Share this story with friends": CALL,
        "Read aloud": CONTROL,
        "q=3": FORMULA,
        "The site was valued at $4 million in 2019.": FRAME,
        "Most read": CALL,
        "Ten best walks in Tarn": LINKS,
        "The Tarn Post is printed on paper made in Tarn.": FRAME,
    }


def test_nothing_that_is_seen_is_lost() -> None:
    document = html.read(PAGE.encode(), "page.html")
    told = "".join([document.text, *(one.text for one in document.hidden)])
    assert len("".join(told.split())) == visible_length(PAGE)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("The site was valued", "The site was valued at $4 million in 2019."),
        ("Share  this", "Share this story with friends"),
        ("Ten best walks", "Ten best walks in Tarn"),
        ("Sport", "Sport"),
        ("Read aloud", "Read aloud"),
    ],
)
def test_what_is_asked_for_is_read_and_claimed(words: str, text: str) -> None:
    document = html.read(PAGE.encode(), "page.html", [words])
    assert [document.text[start:end] for start, end in document.kept] == [text]
    assert not any(text in one.text for one in document.hidden if one.why in LEFT_OUT)
    assert text in [claim.text for claim in extract_claims(document, slug="mill").claims]


def test_what_is_hidden_is_not_brought_back() -> None:
    page = PAGE.replace("<footer>", "<p hidden>Nobody sees this sentence at all.</p><footer>")
    document = html.read(page.encode(), "page.html", ["Nobody sees"])
    assert document.kept == ()
    assert "Nobody" not in document.text
    assert "'Nobody sees'" in document.warnings[0]


def test_what_is_read_anyway_needs_no_asking() -> None:
    document = html.read(PAGE.encode(), "page.html", ["The Tarn mill", "", "   "])
    assert document.kept == ()
    assert document.warnings == ()
