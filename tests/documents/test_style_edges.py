"""Style rules at their edges: comments, sheets for print, later rules that show again, broken numbers."""

from __future__ import annotations

import pytest

from claimcheck.documents.model import Document
from claimcheck.documents.readers import html, markdown

SEEN = "<p>The harbour board said on Monday that six cranes had fallen into the water in the storm.</p>"
WORDS = "Nobody sees it."


def read(head: str, attributes: str = 'class="note"') -> Document:
    page = f"<html><head>{head}</head><body>{SEEN}<p {attributes}>{WORDS}</p></body></html>"
    return html.read(page.encode(), "a.html")


def hides(document: Document) -> bool:
    assert (WORDS in document.text) is not any(WORDS in one.text for one in document.hidden)
    return WORDS not in document.text


@pytest.mark.parametrize(
    "sheet",
    [
        "/* boxes */ .note{display:none}",
        "/* desk@example.org */ .note{display:none}",
        "<!-- .note{display:none} -->",
        ".note{display:/* not */none}",
        ".note{display:none!important} .note{display:block}",
        ".note{display:block} .note{display:none}",
        ".note{display:block;display:none}",
        "@media screen{.note{display:none}}",
        "@media only screen { p{color:red} .note{display:none} } @media print{.note{display:block}}",
        "@media all{.note{display:none}",
    ],
)
def test_a_rule_hides_whatever_stands_around_it(sheet: str) -> None:
    assert hides(read(f"<style>{sheet}</style>"))


@pytest.mark.parametrize(
    "sheet",
    [
        ".note{display:none} .note{display:block}",
        ".note{display:none;display:block}",
        "/* .note{display:none} */",
        "/* .note{display:none}",
        "@media screen and (max-width:600px){.note{display:none}}",
        "@media print{.note{display:none}}",
        "@media screen{.note{display:none}} .note{display:block}",
    ],
)
def test_what_a_later_rule_shows_is_seen(sheet: str) -> None:
    assert not hides(read(f"<style>{sheet}</style>"))


@pytest.mark.parametrize(
    "head",
    [
        '<style media="print">.note{display:none}</style>',
        "<noscript><style>.note{display:none}</style></noscript>",
    ],
)
def test_a_sheet_that_does_not_hold_on_a_screen_hides_nothing(head: str) -> None:
    assert not hides(read(head))
    assert hides(read(head.replace("print", "screen").replace("noscript>", "span>")))


def test_an_elements_own_style_goes_before_a_rule_that_is_not_important() -> None:
    own = 'class="note" style="display:block"'
    assert not hides(read("<style>.note{display:none}</style>", own))
    assert hides(read("<style>.note{display:none !important}</style>", own))
    assert hides(read("", 'style="display:none!important;display:block"'))
    assert hides(read("", 'style="display:/**/none"'))


@pytest.mark.parametrize(
    "colour", ["rgb(.,.,.)", "rgba(1.2.3,0,0,1)", "hsl(0,..%,.%)", f"rgb({'9' * 400},0,0)"]
)
def test_a_colour_with_broken_numbers_is_no_colour(colour: str) -> None:
    assert not hides(read("", f'style="color:{colour}"'))
    assert WORDS in markdown.read_text(f'Six fell. <span style="color:{colour}">{WORDS}</span>\n').text


@pytest.mark.parametrize(("reach", "column"), [("9" * 5000, "ALM"), ("0", "B"), ("", "B"), ("2", "C")])
def test_a_cells_reach_is_read_within_bounds(reach: str, column: str) -> None:
    table = f'<table><tr><td colspan="{reach}">a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>'
    document = html.read(f"<html><body>{SEEN}{table}</body></html>".encode(), "a.html")
    places = [block.locator.cell for block in document.blocks if block.locator and block.locator.cell]
    assert places == ["table 1!A1", f"table 1!{column}1", "table 1!A2", "table 1!B2"]


def test_half_a_surrogate_pair_in_a_pages_data_is_replaced() -> None:
    body = "Six cranes \\ud800 fell into the water in the storm on Monday. " * 10
    data = f'{{"@type":"NewsArticle","headline":"A \\udc00","author":["B \\ud800"],"articleBody":"{body}"}}'
    document = html.read(
        f'<html><script type="application/ld+json">{data}</script><p>Six.</p></html>'.encode(), "a.html"
    )
    whole = "".join((document.text, document.title or "", *document.authors))
    assert whole.encode().decode() == whole
    assert "Six cranes \ufffd fell" in document.text
