"""What of a web page no reader sees, and what they see all the same; and where its tables' cells are."""

from __future__ import annotations

import pytest

from claimcheck.documents.model import Document
from claimcheck.documents.readers import html

FILLER = " ".join(f"The crane moved load number {number} across the quay that day." for number in range(12))
UNSEEN = "The harbour master knew of it."


def page(body: str, style: str = "") -> Document:
    head = f"<head><style>{style}</style></head>" if style else ""
    whole = f"<html>{head}<body><article><h1>Crane sinks</h1><p>{FILLER}</p>{body}<p>{FILLER}</p></article></body>"
    return html.read(whole.encode(), "page.html")


@pytest.mark.parametrize(
    ("style", "why"),
    [
        ("font-size: 1px", "letters too small to read"),
        ("font-size:.05em", "letters too small to read"),
        ("font: 0/0 a", "zero font size"),
        ("FONT-SIZE: 0PX", "zero font size"),
        ("opacity: 0.01", "fully transparent"),
        ("filter: opacity(0)", "fully transparent"),
        ("color: #fefefe", "white on white"),
        ("color: hsl(0, 0%, 100%)", "white on white"),
        ("color: rgba(0, 0, 0, 0)", "transparent letters"),
        ("-webkit-text-fill-color: transparent", "transparent letters"),
        ("background: #036; color: #003366", "letters in the colour of their background"),
        ("position: absolute; top: -100vh", "off-screen"),
        ("transform: translateX(-9999px)", "off-screen"),
        ("transform: scale(0)", "a box of no size"),
        ("height: 0; overflow: hidden", "a box of no size"),
        ("width: 1px; height: 1px; overflow: hidden", "a box of no size"),
        ("clip-path: inset(100%)", "clipped away"),
        ("visibility: hidden", "visibility: hidden"),
    ],
)
def test_styles_that_hide(style: str, why: str) -> None:
    document = page(f'<p style="{style}">{UNSEEN}</p>')
    assert [(one.text, one.why) for one in document.hidden] == [(UNSEEN, why)]
    assert UNSEEN not in document.text


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ("<p style='opacity: .5'>{}</p>", ""),
        ("<p style='margin-left: -150px'>{}</p>", ""),
        ("<div style='max-height: 1em; overflow: hidden'>{}</div>", ""),
        ("<p style='transform: scale(0.9)'>{}</p>", ""),
        ("<div style='background: #036'><p style='color: #fff'>{}</p></div>", ""),
        ("<div style='background: url(a.jpg)'><p style='color: white'>{}</p></div>", ""),
        ("<table><tr><td bgcolor='#000'><font color='#ffffff'>{}</font></td></tr></table>", ""),
        ("<p class='white band'>{}</p>", ".white { color: #fff } .band { background: #06c }"),
        ("<p style='color: white'>{}</p>", "body { background: #111; color: #eee }"),
        ("<div style='font-size: 0'><span style='font-size: 16px'>{}</span></div>", ""),
        (
            "<div class='grid'><p class='cell'>{}</p></div>",
            ".grid { font-size: 0 } .grid > .cell { font-size: 1rem }",
        ),
        ("<div style='visibility: hidden'><p style='visibility: visible'>{}</p></div>", ""),
        ("<p aria-hidden='true'>{}</p>", ""),
        ("<details><summary>More</summary><p>{}</p></details>", ""),
    ],
)
def test_what_looks_hidden_and_is_seen(body: str, style: str) -> None:
    document = page(body.format(UNSEEN), style)
    assert UNSEEN in document.text
    assert document.hidden == ()


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (
            "<div style='background: #000'><span style='color: black'>{}</span></div>",
            "letters in the colour of their background",
        ),
        ("<dialog><p>{}</p></dialog>", "a closed dialog"),
        ("<template><p>{}</p></template>", "a template, never shown"),
        ("<noscript><p>{}</p></noscript>", "shown only without scripts"),
        ("<!-- {} -->", "a comment in the page's code"),
        ("<div aria-hidden='true'><p>{}</p></div>", "aria-hidden"),
    ],
)
def test_elements_that_hide(body: str, why: str) -> None:
    document = page(body.format(UNSEEN))
    assert [(one.text, one.why) for one in document.hidden] == [(UNSEEN, why)]
    assert UNSEEN not in document.text


def test_code_in_comments_is_no_remark() -> None:
    document = page(
        "<!-- <p>The old text of the page stood here once.</p> --><!-- end of the header part -->"
    )
    assert document.hidden == ()


def test_what_one_element_hides_is_one_stretch_with_its_paragraph() -> None:
    menu = "<ul hidden><li>North quay</li><li>South quay</li></ul>"
    document = page(f"<p>The mayor <span hidden>never</span> spoke.</p>{menu}")
    found = [(one.text, one.locator.paragraph if one.locator else None) for one in document.hidden]
    assert found == [("never", 3), ("North quay\nSouth quay", 3)]


def cells(document: Document) -> dict[str, str]:
    return {
        block.locator.cell: document.text[block.start : block.end]
        for block in document.blocks
        if block.locator is not None and block.locator.cell
    }


def test_cells_have_their_places() -> None:
    document = page(
        "<table><caption>Costs in millions</caption><thead><tr><th>Pier</th><th colspan='2'>Cost</th></tr></thead>"
        "<tr><td rowspan='2'>North</td><td>2024</td><td>12.5</td></tr><tr><td>2025</td><td><p>13.7</p></td></tr>"
        "</table><table><tr><td>East</td><td>15</td></tr><tr><td>West</td><td></td></tr></table>"
    )
    assert cells(document) == {
        "table 1!A1": "Pier", "table 1!B1": "Cost", "table 1!A2": "North", "table 1!B2": "2024",
        "table 1!C2": "12.5", "table 1!B3": "2025", "table 1!C3": "13.7", "table 2!A1": "East",
        "table 2!B1": "15", "table 2!A2": "West",
    }  # fmt: skip
    assert "North\t2024\t12.5\n2025\t13.7\n\nEast\t15\nWest" in document.text


def test_a_table_that_lays_out_the_page_has_no_cells() -> None:
    document = page(f"<table><tr><td>Menu</td><td><p>{FILLER}</p><p>{FILLER}</p></td></tr></table>")
    assert cells(document) == {}


@pytest.mark.parametrize("span", ["0", "-1", "x", "99999999999999999999", "²"])
def test_odd_spans_count_as_one_or_end(span: str) -> None:
    document = page(
        f"<table><tr><td colspan='{span}'>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>"
    )
    assert cells(document)["table 1!A1"] == "A"
