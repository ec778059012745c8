"""Forty hostile strings in every field an article or a source can fill: no script runs, no layout breaks."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from page_desk import Desk, Served
from page_hostile import HOSTILE, UNHOLDABLE, lay_out_hostile, short
from page_states import claim_at, state_of
from playwright.sync_api import Dialog, Page, expect

from claimcheck.documents.model import HiddenText
from claimcheck.documents.unseen import IN_THE_TEXT
from claimcheck.records.models import Attribution, Claim, DeskFile, Dropped, Evidence, Hop, Note, Source
from claimcheck.review.views import ArticleState
from claimcheck.review.web.pages.apart import KeptApart, kept_apart
from claimcheck.review.web.pages.harmless import harmless, seen
from claimcheck.review.web.pages.render import ArticleLine, Pages, Shell

WATCH = """
addEventListener("securitypolicyviolation", (event) => (window.__broken ??= []).push(event.violatedDirective + " " + event.blockedURI));
"""


def test_there_are_more_than_forty_of_them() -> None:
    assert len(set(HOSTILE)) > 40


def test_no_hostile_string_runs_loads_or_breaks_the_page(
    tmp_path: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    served = serve(lay_out_hostile(tmp_path / "hostile"))
    page = window()
    asked: list[str] = []
    dialogs: list[Dialog] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: dialogs.append(dialog))
    page.add_init_script(WATCH)
    desk = Desk.open(served, page, "hostile")
    expect(page.locator("#galley .c")).to_have_count(len(HOSTILE))
    for number in range(len(HOSTILE)):
        expect(desk.card).to_have_attribute("data-short", short(number))
        unharmed(desk)
        if number < len(HOSTILE) - 1:
            desk.press("n")
    for key in "dzS":
        desk.press(key)
        unharmed(desk)
        page.keyboard.press("Escape")
    assert [url for url in asked if not url.startswith(served.origin)] == []
    assert dialogs == []
    assert page.evaluate("window.__broken") is None


def unharmed(desk: Desk) -> None:
    """Nothing ran, nothing but our own elements is there, and the page is as wide as its window."""
    found = desk.page.evaluate(
        """() => ({
          ran: window.__ran ?? null,
          foreign: document.querySelectorAll("body script, iframe, object, embed, svg, math, img, base, style, plaintext, [onerror], [onload], [onclick], [onfocus], [style]:not(html)").length,
          links: [...document.querySelectorAll("a[href]")].filter((link) => !/^(#|[/]|http:..127)/.test(link.getAttribute("href"))).length,
          wide: document.documentElement.scrollWidth - innerWidth,
          heads: document.querySelectorAll("h1").length,
        })"""
    )
    assert found["ran"] is None
    assert found["foreign"] == 0
    assert found["links"] == 0
    assert found["heads"] == 1
    assert found["wide"] <= 0


@pytest.mark.parametrize("number", [0, 41, 46])
def test_a_hostile_source_opens_and_its_words_are_all_there(
    number: int, tmp_path: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    served = serve(lay_out_hostile(tmp_path / "hostile"))
    desk = Desk.open(served, window(), "hostile", short(number))
    desk.press("1", "o")
    marked = desk.dialog("source").locator("mark").first
    expect(marked).to_be_visible()
    shown = re.sub(
        r"U\+([0-9A-F]{4,6})",
        lambda found: chr(int(found[1], 16)),
        "".join(desk.dialog("source").locator("mark").all_text_contents()),
    )
    assert shown == HOSTILE[number][: len(shown)]
    assert len(shown) >= min(len(HOSTILE[number]), 10_000)
    unharmed(desk)


def test_an_unseen_character_is_shown_and_counts_as_one_when_a_passage_is_selected(
    tmp_path: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    number = 42  # zero-width characters
    served = serve(lay_out_hostile(tmp_path / "hostile"))
    desk = Desk.open(served, window(), "hostile", short(number))
    desk.press("1", "o")
    expect(desk.dialog("source").locator(".unseen").first).to_have_text("U+200B")
    desk.page.evaluate(
        """() => {
          const line = document.querySelectorAll("#reading [data-at]")[2];
          getSelection().selectAllChildren(line);
        }"""
    )
    desk.press_in_dialog("c")
    assert HOSTILE[number] in [item.exact for item in desk.on_disk().evidence if item.by == "ann"]


# Without a browser: what no file can hold, in every field


class Elements(HTMLParser):
    """Names of elements and attributes, and what leads somewhere."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.targets: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.targets |= {value or "" for name, value in attrs if name in ("href", "src", "action")}


def hostile_state(bad: str) -> ArticleState:
    """An article in which one string stands in every field."""
    sentence = f"They wrote: {bad}."
    evidence = Evidence(
        source="letter", about="content", stance="supports", exact=bad, start=0, end=len(bad), status="proposed",
        reason=bad, judge=bad,
    )  # fmt: skip
    claim: Claim = claim_at(
        sentence, sentence, section=bad, evidence=[evidence], was=bad, resolved={bad: bad},
        attributions=[Attribution(kind="direct", speaker=bad, hedge=bad, translator=bad, hops=[Hop(name=bad)])],
    )  # fmt: skip
    source = Source(claimcheck=1, id="letter", title=bad, authors=[bad], publisher=bad, url=bad, notes=bad)
    note = Note(claim=claim.id, by=bad, at="2026-03-04T09:12:00Z", text=bad)
    return state_of(
        sentence, [claim], title=bad, sources={"letter": source}, texts={"letter": bad},
        desk=DeskFile(claimcheck=1, notes=[note]), dropped=[Dropped(text=bad, why=bad, start=0, end=len(bad))],
    )  # fmt: skip


def test_half_a_pair_of_surrogates_is_spelled_out() -> None:
    assert harmless("half \ud83d") == "half \\ud83d"
    assert seen("half \ud83d") == 'half <span class="unseen">U+D83D</span>'


@pytest.mark.parametrize("bad", [*HOSTILE, *UNHOLDABLE], ids=lambda bad: repr(bad[:24]))
def test_every_fragment_keeps_a_hostile_string_as_text(bad: str) -> None:
    state, pages = hostile_state(bad), Pages()
    apart = kept_apart([HiddenText(bad, bad), HiddenText(bad, min(IN_THE_TEXT))])
    shell = Shell(bad, owner=True, people=(bad,), presence={"aaaaaaaa": (bad,)}, today="2026-03-04")
    (claim,) = state.record.claims
    made = [
        pages.article(state, shell),
        pages.body(state),
        pages.strip(state),
        pages.card(state, claim, shell),
        pages.filters(state, "all"),
        pages.dropped(state, apart),
        pages.orphans(state),
        pages.out(state, shell),
        pages.sources(state),
        pages.source(state, "letter", 0, len(bad)),
        pages.source(state, "letter", whole=True, apart=apart),
        pages.source(state, "letter", apart=KeptApart(trouble=bad)),
        pages.index([ArticleLine("piece", bad, bad, 1, 1)], shell),
        pages.refused(404, bad, bad),
        pages.invited(bad, bad, bad),
    ]
    plain = hostile_state("harmless words")
    (innocent,) = plain.record.claims
    usual = Elements()
    for page in (
        pages.article(plain, Shell("ann", owner=True, people=("bo",), presence={"aaaaaaaa": ("bo",)})),
        pages.dropped(plain, kept_apart([HiddenText("a", "b")])), pages.sources(plain), pages.filters(plain, "all"), pages.body(plain), pages.out(plain, Shell("ann")), pages.orphans(plain),
        pages.source(plain, "letter", 0, 8, whole=True), pages.index([ArticleLine("piece", "a", "b", 1, 1)], Shell("ann")),
        pages.refused(404, "a", "b"), pages.invited("a", "b", "c"), pages.card(plain, innocent, Shell("ann")),
    ):  # fmt: skip
        usual.feed(page)
    usual.names |= {"del", "ins", "q", "mark", "em", "strong"}
    usual.attributes.add("data-window")  # where a source is too long to be shown at once
    for page in made:
        page.encode("utf-8")
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]", page
        )
        found = Elements()
        found.feed(page)
        assert found.names <= usual.names
        assert found.attributes <= usual.attributes
        assert all(target.startswith(("/", "#")) or target == "" for target in found.targets)
