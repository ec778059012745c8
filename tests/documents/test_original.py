"""From the reading text of a page back to the page's code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.original import original_of
from claimcheck.documents.readers import html

PAGE = """<!doctype html>
<html><head><title>Mill closes</title></head>
<body><nav><a href="/m">Mill closes</a></nav>
<article>
<h1>Mill closes</h1>
<p>The <b>T</b>arn mill&nbsp;shut its gates on Friday, with the loss
   of 212 jobs.<sup><a href="#fn1">[1]</a></sup> The owner blamed energy prices.</p>
<p>&ldquo;We were told <span hidden>absolutely</span> nothing,&rdquo; said Joan Petrie. &#8220;It hurt.&#8221;</p>
<table><tr><td>2015</td><td>400</td></tr><tr><td>2025</td><td>212</td></tr></table>
<p id="fn1">Annual report of R&amp;D Paper, page 4.</p>
</article></body></html>"""


def code(words: str, page: str = PAGE) -> str:
    """What stands in the page's code where words of its reading text are found."""
    text = html.read(page.encode(), "page.html").text
    start = text.index(words)
    found = original_of(page, text).span(start, start + len(words))
    return "" if found is None else page[slice(*found)]


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("The Tarn mill shut", "The <b>T</b>arn mill&nbsp;shut"),
        ("with the loss of 212 jobs.", "with the loss\n   of 212 jobs."),
        ("The owner blamed energy prices.", "The owner blamed energy prices."),
        ("“We were told nothing,”", "&ldquo;We were told <span hidden>absolutely</span> nothing,&rdquo;"),
        ("“It hurt.”", "&#8220;It hurt.&#8221;"),
        ("R&D Paper, page 4", "R&amp;D Paper, page 4"),
        ("212\n", "212"),
    ],
)
def test_words_lead_back_to_the_code(words: str, there: str) -> None:
    assert code(words) == there


def test_a_headline_is_not_found_in_the_menu() -> None:
    text = html.read(PAGE.encode(), "page.html").text
    found = original_of(PAGE, text).span(0, 4)
    assert found is not None
    assert PAGE[: found[0]].count("\n") == 4


def test_line_ends_of_windows_count_as_one() -> None:
    text = html.read(PAGE.encode(), "page.html").text
    assert original_of(PAGE.replace("\n", "\r\n"), text) == original_of(PAGE, text)


def test_text_from_the_data_of_a_page_is_found_there() -> None:
    body = r"The quay \"A\" sank.\nIt cost \u00a34 million, " + "and nobody was told of it for days. " * 12
    page = f'<html><head><script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Quay", "articleBody": "{body}"}}</script></head><body><div id="app"></div></body></html>'
    text = html.read(page.encode(), "page.html").text
    for words in ("sank", "4 million"):
        found = original_of(page, text).span(text.index(words), text.index(words) + len(words))
        assert found is not None
        assert page[slice(*found)] == words


def test_what_is_not_there_has_no_place() -> None:
    assert original_of("<p>Something else entirely.</p>", "The mill closed.").span(0, 16) is None
    assert original_of("", "The mill closed.").span(0, 16) is None
    assert original_of(PAGE, "").span(0, 0) is None


@given(st.text(max_size=80), st.text(max_size=60), st.integers(0, 70), st.integers(0, 70))
def test_no_page_and_no_span_is_a_crash(page: str, reading: str, start: int, end: int) -> None:
    original = original_of(page, reading)
    found = original.span(start, end)
    assert found is None or 0 <= found[0] <= found[1] <= len(original.text)


def test_a_huge_page_of_one_line_ends() -> None:
    page = "<p>" + "the same words again and again " * 60_000 + "</p>"
    reading = "\n".join(["the same words again and again"] * 5_000)
    assert original_of(page, reading).span(0, 8) is not None
