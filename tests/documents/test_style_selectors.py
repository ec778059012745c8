"""Which rules of a page's own style sheets hide what: selectors, the cascade, blocks around rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from claimcheck.documents.model import Document
from claimcheck.documents.readers import html
from claimcheck.documents.web.selectors import parse_selector
from claimcheck.documents.web.siblings import Places
from claimcheck.documents.web.stylesheets import cascade, declarations_of, rules_of

FILLER = " ".join(f"The crane moved load number {number} across the quay that day." for number in range(12))
UNSEEN = "The harbour master knew of it."
NONE = "display: none"


def seen_rows(style: str, rows: int) -> list[int]:
    """Numbers of the rows that a page shows of a table."""
    body = "".join(
        f"<tr><td>Quay {number}</td><td>{number}0 tonnes</td></tr>" for number in range(1, rows + 1)
    )
    shown = page(f"<table><tbody>{body}</tbody></table>", style).text
    return [number for number in range(1, rows + 1) if f"Quay {number}\t" in shown]


@pytest.mark.parametrize(
    ("selector", "shown"),
    [
        ("tr:nth-child(odd)", range(2, 301, 2)),
        ("tr:nth-child(n+121)", range(1, 121)),
        ("tr:nth-child(-n+180)", range(181, 301)),
        ("tr:nth-last-child(-n+140)", range(1, 161)),
        ("tr:nth-of-type(3n)", [number for number in range(1, 301) if number % 3]),
        ("tr:not(:nth-child(250))", [250]),
        ("tr:nth-last-of-type(n+2)", [300]),
    ],
)
def test_rows_far_down_a_table_are_told_by_their_place(selector: str, shown: list[int]) -> None:
    assert seen_rows(f"{selector} {{ display: none }}", 300) == list(shown)


def test_what_stands_far_behind_a_mark_is_behind_it():
    rows = "".join(f"<li>Quay {number}</li>" for number in range(300))
    items = lxml_html.fromstring(f"<ul><li class='mark'>Mark</li>{rows}</ul>")
    behind, beside = parse_selector(".mark ~ li"), parse_selector(".mark + li")
    assert behind is not None
    assert beside is not None
    assert [sum(map(one.meets, items.iter("li"))) for one in (behind, beside)] == [300, 1]


def test_a_table_of_very_many_rows_is_numbered_once():
    rows = "".join(f"<tr><td>{number}</td></tr>" for number in range(60_000))
    table = lxml_html.fromstring(f"<table>{rows}</table>")
    places = Places()
    odd = parse_selector("tr:nth-child(odd)", places)
    third = parse_selector("tr:nth-last-child(3)", places)
    assert odd is not None
    assert third is not None
    assert sum(map(odd.meets, table.iter("tr"))) == 30_000
    assert [row.text_content() for row in table.iter("tr") if third.meets(row)] == ["59997"]


def page(body: str, style: str) -> Document:
    whole = (
        f"<html><head><style>{style}</style></head><body class='day'><article id='main'><h1>Crane sinks</h1>"
        f"<p>{FILLER}</p>{body}<p>{FILLER}</p></article></body></html>"
    )
    return html.read(whole.encode(), "page.html")


@pytest.mark.parametrize(
    ("style", "body"),
    [
        (".box .note { display: none }", "<div class='box'><div><p class='note'>{}</p></div></div>"),
        ("article > p.secret { display: none }", "<p class='secret old'>{}</p>"),
        ("[hidden-note] { display: none }", "<p hidden-note>{}</p>"),
        ("p[data-state='off'] { visibility: hidden }", "<p data-state='off'>{}</p>"),
        ("[class^=ad-] { display: none }", "<p class='ad-12'>{}</p>"),
        ("[data-kind~='b' i] { display:none }", "<p data-kind='a B c'>{}</p>"),
        (".a.b { display: none }", "<p class='c b a'>{}</p>"),
        ("h1 ~ .late { display: none }", "<p class='late'>{}</p>"),
        ("i + .late { display: none }", "<div><i></i><p class='late'>{}</p></div>"),
        ("#main .box:not(.open) p { display: none }", "<div class='box'><p>{}</p></div>"),
        (":is(.x, .y) > p { display: none }", "<div class='y'><p>{}</p></div>"),
        (".list li:nth-child(n+2) { display: none }", "<ul class='list'><li></li><li>{}</li></ul>"),
        ("body.day .night-only, .x { font-size: 0 }", "<p class='night-only'>{}</p>"),
        (".md\\:hidden { display: none }", "<p class='md:hidden'>{}</p>"),
        ("aside.note { position: absolute; left: -9999px }", "<aside class='note'>{}</aside>"),
        ("@layer base { .note { display: none } }", "<p class='note'>{}</p>"),
        ("@supports (display: grid) { .note { display: none } }", "<p class='note'>{}</p>"),
        ("@media print, screen { .note { display: none } }", "<p class='note'>{}</p>"),
        (".box { color: red; .note { display: none } }", "<div class='box'><p class='note'>{}</p></div>"),
        (".box { &.shut { display: none } }", "<div class='box shut'>{}</div>"),
        (".note { content: '}'; display: none }", "<p class='note'>{}</p>"),
        (".note { display: none } p { display: block }", "<p class='note'>{}</p>"),
        (".note { display: none !important } #main .note { display: block }", "<p class='note'>{}</p>"),
        (
            ".box { background: #fff } .box .note { color: #fefefe }",
            "<p class='box'><b class='note'>{}</b></p>",
        ),
    ],
)
def test_rules_that_hide(style: str, body: str) -> None:
    document = page(body.format(UNSEEN), style)
    assert [one.text for one in document.hidden] == [UNSEEN]
    assert UNSEEN not in document.text


@pytest.mark.parametrize(
    ("style", "body"),
    [
        (".box > .note { display: none }", "<div class='box'><div><p class='note'>{}</p></div></div>"),
        (".a.b { display: none }", "<p class='a'>{}</p>"),
        ("p[data-state='off'] { display: none }", "<p data-state='offer'>{}</p>"),
        (".note:hover { display: none }", "<p class='note'>{}</p>"),
        (".note::before { display: none }", "<p class='note'>{}</p>"),
        ("@media print { .note { display: none } }", "<p class='note'>{}</p>"),
        ("@media screen and (max-width: 600px) { .note { display: none } }", "<p class='note'>{}</p>"),
        ("@supports not (display: grid) { .note { display: none } }", "<p class='note'>{}</p>"),
        (".note { display: none } #main .note { display: block }", "<p class='note'>{}</p>"),
        (
            ".box .note { display: none } .box .note { display: flex }",
            "<p class='box'><b class='note'>{}</b></p>",
        ),
        (".note { display: none }", "<p class='note' style='display: block'>{}</p>"),
        (".note { visibility: hidden } .note b { visibility: visible }", "<p class='note'><b>{}</b></p>"),
        ("p { display: block }", "<p hidden>{}</p>"),
        (".note { display: none; display: -x-$ }  .note { display: block }", "<p class='note'>{}</p>"),
        (".list li:first-child { display: none }", "<ul class='list'><li></li><li>{}</li></ul>"),
    ],
)
def test_rules_that_do_not(style: str, body: str) -> None:
    document = page(body.format(UNSEEN), style)
    assert UNSEEN in document.text
    assert document.hidden == ()


def test_what_most_of_the_running_text_meets_hides_nothing() -> None:
    document = page("", "#main > p { opacity: 0 }")
    assert FILLER in document.text
    assert any("read as shown" in warning for warning in document.warnings)


def test_a_hidden_menu_is_hidden_although_it_is_most_of_the_page() -> None:
    entries = "".join(f"<li>Quay number {number} and its sheds</li>" for number in range(200))
    document = page(f"<ul class='menu all'>{entries}</ul>", ".menu.all > li { display: none }")
    assert "Quay number 3" not in document.text
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("selector", "weight"),
    [("a", (0, 0, 1)), ("*", (0, 0, 0)), ("#x .y > z:not(#q)", (2, 1, 1)), (":where(#x) b", (0, 0, 1))],
)
def test_specificity(selector: str, weight: tuple[int, int, int]) -> None:
    found = parse_selector(selector)
    assert found is not None
    assert found.specificity == weight


@pytest.mark.parametrize(
    "selector", ["", ">", "a >", "a > > b", "p:has(b)", "::before", "a b)", "p[", "1p", "a!b"]
)
def test_what_is_no_selector_here(selector: str) -> None:
    assert parse_selector(selector) is None


def test_the_cascade_goes_by_importance_then_the_own_style_then_order() -> None:
    weak, strong = declarations_of("display: none; color: red"), declarations_of("display: none !important")
    own = declarations_of("display: block")
    assert cascade([weak], own) == "color: red; display: block"
    assert cascade([weak, strong], own) == "color: red; display: none"
    assert (
        cascade([declarations_of("font-size: 0")], declarations_of("font: 16px serif")) == "font: 16px serif"
    )


@given(st.text(alphabet="ab.#>+~ :()[]=\"'*,{};@&\\!-", max_size=60))
def test_no_sheet_and_no_selector_is_a_crash(text: str) -> None:
    root = lxml_html.fromstring("<div class='a' id='b'><b class='a'>x</b></div>")
    selector = parse_selector(text)
    assert selector is None or selector.meets(root[0]) in (True, False)
    rules_of([text, f".a {{ display: none }} {text}"])


def test_a_huge_sheet_on_a_deep_page_ends() -> None:
    sheet = " ".join(f".a .a .a .b{number % 7} {{ display: none }}" for number in range(20_000))
    body = "<div class='a'>" * 150 + UNSEEN + "</div>" * 150
    assert UNSEEN in page(body, sheet).text
