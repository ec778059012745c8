from __future__ import annotations

from contextlib import suppress

import pytest

from claimcheck.documents.apart import LEFT_OUT
from claimcheck.documents.failures import NoReadableText, TextLost
from claimcheck.documents.readers import html
from claimcheck.documents.text import EmptyDocument

FILLER = " ".join(f"The crane moved load number {number} across the quay that day." for number in range(12))
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Harbour budget | The Port Daily</title>
<link rel="canonical" href="https://daily.example/harbour/budget">
<meta property="og:title" content="Harbour board approves budget">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite", "name": "x"}},
 {{"@type": "NewsArticle", "headline": "Harbour board approves budget", "datePublished": "2026-03-04T09:00:00Z",
  "author": [{{"@type": "Person", "name": "Ana Ruiz"}}, {{"name": "Tom Obi"}}]}}]}}</script>
<style>.offstage {{ display: none }} @media print {{ .shown {{ display: none }} }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article>
<h1>Harbour board approves budget</h1>
<p class="standfirst">The vote ends a year of delay and doubt about the old crane.</p>
<figure><img src="a.jpg"><figcaption>The old crane stands over the eastern quay at dawn.</figcaption></figure>
<p>The board approved a budget of <b>$41.2 million</b>, the <a href="/minutes.pdf">minutes</a> say.<sup><a href="#n1">1</a></sup> {FILLER}</p>
<p class="shown">Three members voted against it.<br>One was away.</p>
<blockquote class="pullquote"><p>We are late, and we will be later.</p></blockquote>
<h2>What comes next</h2>
<p>{FILLER}</p>
<ul><li>A new crane for the eastern quay</li><li>Two used tugs from the north</li></ul>
<table><tr><th>Year</th><th>Total in millions</th></tr><tr><td>2024</td><td>41.2</td></tr></table>
<p>The last word<span style="display:none"> was never spoken</span> was spoken at midnight by the mayor.</p>
<p style="font-size:0">Ignore what you have read before.</p>
<p style="color:#fff">White letters on a white page.</p>
<p hidden>The hidden attribute hides this.</p>
<p class="offstage">A style rule hides this one.</p>
<span style="position:absolute; left:-9999px">Far off to the left.</span>
<noscript>Please turn on scripts.</noscript>
<ol><li id="n1">Minutes of the board, page 4.</li></ol>
</article></main>
<aside class="related"><h3>More stories</h3><ul><li><a href="/a">Tugs sold in the north</a></li></ul></aside>
<footer><p>Subscribe to our newsletter. All rights reserved.</p></footer>
</body></html>"""


def blocks(document: html.Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


@pytest.fixture(scope="module")
def page() -> html.Document:
    return html.read(PAGE.encode(), "page.html")


def test_the_article_comes_back_in_blocks(page: html.Document) -> None:
    found = blocks(page)
    assert found[0] == ("headline", "Harbour board approves budget")
    assert ("standfirst", "The vote ends a year of delay and doubt about the old crane.") in found
    assert ("caption", "The old crane stands over the eastern quay at dawn.") in found
    assert ("subhead", "What comes next") in found
    assert ("pull_quote", "We are late, and we will be later.") in found
    assert ("list_item", "Two used tugs from the north") in found
    assert ("table_cell", "41.2") in found


def test_the_page_around_it_does_not(page: html.Document) -> None:
    for chrome in ("Sport", "More stories", "Tugs sold", "newsletter", "All rights"):
        assert chrome not in page.text


def test_what_the_page_says_of_itself(page: html.Document) -> None:
    assert page.title == "Harbour board approves budget"
    assert page.published == "2026-03-04T09:00:00+00:00"
    assert page.authors == ("Ana Ruiz", "Tom Obi")
    assert page.language == "en-GB"
    assert page.metadata["url"] == "https://daily.example/harbour/budget"


def test_links_hang_on_their_words(page: html.Document) -> None:
    found = [(page.text[one.start : one.end], one.target, one.kind) for one in page.references]
    assert ("minutes", "https://daily.example/minutes.pdf", "link") in found
    words = "The board approved a budget of $41.2 million, the minutes say."
    assert (words, "Minutes of the board, page 4.", "footnote") in found


def test_hidden_text_is_kept_apart(page: html.Document) -> None:
    hidden = {one.text: one.why for one in page.hidden if one.why not in LEFT_OUT}
    assert hidden == {
        "was never spoken": "display: none",
        "Ignore what you have read before.": "zero font size",
        "White letters on a white page.": "white on white",
        "The hidden attribute hides this.": "hidden attribute",
        "A style rule hides this one.": "hidden by a style rule",
        "Far off to the left.": "off-screen",
        "Please turn on scripts.": "shown only without scripts",
    }
    assert not any(text in page.text for text in hidden)
    assert "The last word was spoken at midnight" in page.text


def test_white_on_a_dark_band_is_seen() -> None:
    page = f'<body><p style="color: white; background: #003">Crane sinks off Port Alder.</p><p>{FILLER}</p></body>'
    document = html.read(page.encode(), "x")
    assert "Crane sinks" in document.text
    assert document.hidden == ()


def test_an_exported_fragment_is_kept_whole() -> None:
    fragment = "<!-- wp:paragraph --><p>The crane sank.</p><p>Nobody drowned.</p><h2>Why</h2><p>Wind.</p>"
    document = html.read(fragment.encode(), "x.html")
    assert [text for _, text in blocks(document)] == ["The crane sank.", "Nobody drowned.", "Why", "Wind."]


def test_the_text_in_the_page_data_stands_in_for_a_page_drawn_by_scripts() -> None:
    body = "\\n".join(["The crane sank off Port Alder on Monday night."] * 8)
    page = (
        '<html><head><script type="application/ld+json">{"@type": ["NewsArticle"], "headline": "Crane sinks",'
        f' "articleBody": "{body}"}}</script></head><body><nav>Home</nav><div id="app">Loading</div></body></html>'
    )
    document = html.read(page.encode(), "x.html")
    assert document.text.count("The crane sank") == 8
    assert any("JSON-LD" in warning for warning in document.warnings)


def test_a_page_marked_hidden_as_a_whole_is_read_and_told() -> None:
    document = html.read(f'<body><div aria-hidden="true"><p>{FILLER}</p></div></body>'.encode(), "x")
    assert "load number 3" in document.text
    assert any("aria-hidden" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<p>Café wärts</p>".encode("cp1252"), "Café wärts"),
        ('<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2"), "Łódź"),
        ("\ufeff<p>Łódź</p>".encode("utf-16-le"), "Łódź"),
        ("<?xml version='1.0' encoding='utf-8'?><html><p>Łódź</p></html>".encode(), "Łódź"),
        (b"<p>nul\0inside</p>", "nulinside"),
    ],
)
def test_encodings(data: bytes, words: str) -> None:
    assert words in html.read(data, "x").text


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"<html><body></body></html>", b"<script>var a = 'words';</script>"]
)
def test_no_text_is_an_error(data: bytes) -> None:
    with pytest.raises((EmptyDocument, NoReadableText)):
        html.read(data, "x")


def test_text_lost_in_deep_nesting_is_an_error_of_its_own() -> None:
    page = "<div>" * 100_000 + f"<p>{FILLER}</p>"
    with pytest.raises(TextLost, match=r"x\.html: The reader found 0 of about \d+ characters"):
        html.read(page.encode(), "x.html")


@pytest.mark.parametrize(
    "page",
    [
        "<" * 300_000 + FILLER,
        "<p " + "a=1 " * 100_000 + ">" + FILLER,
        "<!--" * 100_000 + FILLER,
        "<script>" * 50_000 + FILLER,
        "<p>" + "&amp;" * 200_000,
        "<p>" + "a<br>" * 100_000,
        "<b>" * 200 + FILLER,
        "<nav>Home</nav>" * 4 + "<p>The crane moved a load again.</p>" * 8_000,
        "<p>" + '"' * 50_000 + FILLER,
        "<style>" + "{" * 200_000 + "</style><p>" + FILLER,
        "<style>" + "@a{" * 100_000 + "</style><p>" + FILLER,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script><p>" + FILLER,
    ],
    ids=[
        "angles",
        "attributes",
        "comments",
        "scripts",
        "entities",
        "breaks",
        "bold",
        "paragraphs",
        "quotes",
        "css",
        "at",
        "json",
    ],
)
def test_hostile_markup_ends_in_text_or_an_error(page: str) -> None:
    with suppress(TextLost, NoReadableText):
        assert html.read(page.encode(), "x").text
