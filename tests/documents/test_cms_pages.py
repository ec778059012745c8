"""Pages as content systems, office programs and old editors save them."""

from __future__ import annotations

import json

import pytest

from claimcheck.documents.apart import CONTROL, FRAME, STRUCK
from claimcheck.documents.model import Document
from claimcheck.documents.readers import html

SALE = "The county council voted on Tuesday to sell the old Marsh Lane depot for $3.4 million."
SAID = "“We had three offers and took the best of them,” said Helen Strand, who chairs the committee."
BUILT = "The depot, built in 1958, has stood empty since the bus company left in 2019."
TEXT = f"<p>{SALE}</p><p>{SAID}</p><p>{BUILT}</p>"


def read(page: str) -> Document:
    return html.read(page.encode(), "page.html")


def blocks(document: Document) -> dict[str, str]:
    return {document.text[one.start : one.end]: one.kind for one in document.blocks}


@pytest.mark.parametrize(
    "struck",
    [
        "<s>1957</s>",
        "<del>1957</del>",
        "<strike>1957</strike>",
        "<span style='text-decoration: line-through'>1957</span>",
    ],
)
def test_words_struck_out_are_kept_apart(struck: str) -> None:
    document = read(f"<h1>Depot sold</h1><p>It was built in {struck} <ins>1958</ins> by Norrey.</p>")
    assert "It was built in 1958 by Norrey." in document.text
    assert [(one.text, one.why) for one in document.hidden] == [("1957", STRUCK)]


def test_the_headline_of_a_page_that_is_all_data_comes_from_the_data() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Council sells depot",
        "articleBody": " ".join([SALE, SAID, BUILT]),
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    document = read(f"<html><head>{script}</head><body><div id='root'></div></body></html>")
    assert blocks(document)["Council sells depot"] == "headline"


def test_a_title_in_large_letters_is_the_headline() -> None:
    document = read(
        f"<html><head><title>Council sells depot</title></head><body><font size=5>Council sells depot</font>{TEXT}</body></html>"
    )
    assert blocks(document)["Council sells depot"] == "headline"


def test_a_page_saved_by_an_office_program() -> None:
    document = read(
        f"<div class=WordSection1><p class=MsoTitle>Council sells depot</p>{TEXT}"
        "<p class=MsoFootnoteText>Council minutes, 3 March 2026.</p></div>"
    )
    assert blocks(document)["Council sells depot"] == "headline"
    assert blocks(document)["Council minutes, 3 March 2026."] == "footnote"


def test_comments_below_a_page_without_a_frame_are_no_article() -> None:
    document = read(f"<h1>Council sells depot</h1>{TEXT}<div class=comments><p>They gave it away.</p></div>")
    assert "They gave it away." not in document.text
    assert [(one.text, one.why) for one in document.hidden] == [("They gave it away.", FRAME)]


def test_a_whole_page_named_like_a_menu_is_read() -> None:
    assert SALE in read(f"<div class='menu related'><h1>Council sells depot</h1>{TEXT}</div>").text


def test_headings_that_open_what_stands_under_them_are_read() -> None:
    document = read(
        f"<h1>The sale explained</h1><h3><button>Who bought it?</button></h3>{TEXT}<button>Print</button>"
    )
    assert blocks(document)["Who bought it?"] == "subhead"
    assert [(one.text, one.why) for one in document.hidden] == [("Print", CONTROL)]


def test_a_body_field_is_no_standfirst() -> None:
    field = "field--name-body field--type-text-with-summary"
    document = read(f"<h1>Council sells depot</h1><div class='{field}'>{TEXT}</div>")
    assert "standfirst" not in blocks(document).values()


def test_captions_below_the_last_paragraph_are_read() -> None:
    nav = "<nav><ul><li><a href=a>Home</a></li><li><a href=b>News</a></li><li><a href=c>Shop</a></li></ul></nav>"
    figure = "<figure><figcaption>The gates were locked in 2019 by the bus company.</figcaption></figure>"
    document = read(f"<body>{nav}<main><h1>Council sells depot</h1>{TEXT * 2}{figure}</main></body>")
    assert blocks(document)["The gates were locked in 2019 by the bus company."] == "caption"


def test_what_is_never_laid_out_is_hidden() -> None:
    document = read(
        f"<article><h1>Depot sold</h1>{TEXT}<amp-box layout=nodisplay><p>Unseen words.</p></amp-box></article>"
    )
    assert [one.text for one in document.hidden] == ["Unseen words."]
