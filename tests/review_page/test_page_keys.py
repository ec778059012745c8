"""Every key of the page does what the overlay says it does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from page_desk import Desk, Served
from playwright.sync_api import Page, expect

from claimcheck.records.workspace import Workspace
from claimcheck.review.web.pages.keys import PAGE_BINDINGS

TITLE, BUDGET, VOTE, MAYOR, MOORING, FERRY = (
    "2fy65ky5", "pvpq3xop", "5xowwohg", "ymjchevs", "c6fg5pp3", "xkygp3i5",
)  # fmt: skip
COST, NAMES = "3hx67ffg", "k3m4kjka"


def next_claim(desk: Desk) -> None:
    before = desk.here
    desk.press("n")
    expect(desk.card).to_have_attribute("data-number", "2")
    desk.press("ArrowRight")
    expect(desk.card).to_have_attribute("data-number", "3")
    assert desk.here != before


def previous_claim(desk: Desk) -> None:
    desk.go(BUDGET)
    desk.press("b")
    expect(desk.card).to_have_attribute("data-number", "2")
    desk.press("ArrowLeft", "ArrowLeft")
    expect(desk.said).to_have_text("This is the first claim shown.")


def choose_filter(desk: Desk) -> None:
    for letter, name in (
        ("d", "disputed"),
        ("w", "weak"),
        ("m", "mine"),
        ("c", "changed since sign-off"),
        ("a", "all"),
    ):
        desk.press("f")
        desk.page.keyboard.press(letter)
        desk.settled()
        expect(desk.page.locator(f"#show [data-filter='{name}']")).to_have_attribute("aria-pressed", "true")


def scroll_down(desk: Desk) -> None:
    desk.go(FERRY)
    desk.press("j")
    expect(desk.page.locator("#margin")).to_have_js_property("scrollTop", 90)


def scroll_up(desk: Desk) -> None:
    desk.go(FERRY)
    desk.press("j", "j", "k")
    expect(desk.page.locator("#margin")).to_have_js_property("scrollTop", 90)


def next_evidence(desk: Desk) -> None:
    desk.go(FERRY)
    desk.press("1", "e")
    expect(desk.card.locator(".passage.on")).to_have_attribute("data-n", "2")


def previous_evidence(desk: Desk) -> None:
    desk.go(FERRY)
    desk.press("2", "E")
    expect(desk.card.locator(".passage.on")).to_have_attribute("data-n", "1")


def accept(desk: Desk) -> None:
    desk.go(FERRY)
    desk.press("4", "a")
    expect(desk.said).to_have_text("Accepted.")
    assert (desk.on_disk().evidence[3].status, desk.on_disk().evidence[3].by) == ("accepted", "ann")


def accept_why(desk: Desk) -> None:
    desk.go(FERRY)
    desk.press("4", "A")
    desk.type("The courier heard it too.")
    desk.press_in_dialog("Enter")
    assert desk.on_disk().evidence[3].why == "The courier heard it too."


def reject(desk: Desk) -> None:
    desk.go(FERRY)
    desk.press("4", "r")
    expect(desk.said).to_have_text("Rejected.")
    assert desk.on_disk().evidence[3].status == "rejected"


def reject_why(desk: Desk) -> None:
    desk.go(FERRY)
    desk.press("4", "R")
    desk.type("It copies the release.")
    desk.press_in_dialog("Enter")
    assert (desk.on_disk().evidence[3].status, desk.on_disk().evidence[3].why) == (
        "rejected",
        "It copies the release.",
    )


def change_stance(desk: Desk) -> None:
    desk.go(FERRY)
    desk.press("4", "c")
    desk.press_in_dialog("n")
    assert desk.on_disk().evidence[3].stance == "neutral"
    desk.press("4", "c")
    desk.press_in_dialog("t")
    assert desk.on_disk().evidence[3].about == "statement"


def open_source(desk: Desk) -> None:
    desk.go(FERRY)
    desk.press("2", "o")
    expect(desk.dialog("source").locator("mark")).to_be_in_viewport()
    exact = desk.on_disk().evidence[1].exact
    assert "".join(desk.dialog("source").locator("mark").all_inner_texts()) == exact
    desk.page.keyboard.press("Escape")
    desk.press("Enter")
    expect(desk.dialog("source")).to_be_visible()


def add_quotation(desk: Desk) -> None:
    desk.go(MOORING)
    before = len(desk.on_disk().evidence)
    desk.press("p")
    desk.type("mooring fees shall remain unchanged until 31 December 2026")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.dialog("quotation").locator(".located")).to_contain_text(
        "verbatim, in council-minutes-2026-03-03"
    )
    assert len(desk.on_disk().evidence) == before
    desk.press_in_dialog("Enter")
    added = desk.on_disk().evidence[-1]
    assert (added.source, added.status) == ("council-minutes-2026-03-03", "accepted")
    assert added.exact == "mooring fees shall remain unchanged until 31 December 2026"


def attach_source(desk: Desk) -> None:
    desk.go(MOORING)
    desk.press("+")
    desk.page.keyboard.press("t")
    dialog = desk.dialog("attach")
    dialog.get_by_label("Title").fill("Call with the harbour office")
    dialog.get_by_label("Who told you").fill("Vera Lund")
    dialog.get_by_label("What they said").fill("The fees stay as they are until 2028.")
    dialog.get_by_role("button", name="Attach Enter").press("Enter")
    expect(desk.said).to_contain_text("Call with the harbour office: attached")
    told = [item.record.testimony for item in Workspace(desk.served.root).sources() if item.record.testimony]
    assert [(item.who, item.by) for item in told if item.who == "Vera Lund"] == [("Vera Lund", "ann")]


def open_sources(desk: Desk) -> None:
    desk.go(MOORING)
    desk.press("S")
    minutes = desk.dialog("tray").get_by_role("button", name="minutes of the meeting of 3 March")
    minutes.focus()
    desk.page.keyboard.press("Enter")
    expect(desk.dialog("source").locator(".st").first).to_be_visible()
    desk.settled()
    reading = desk.dialog("source").locator(".st.on")
    for _ in range(40):
        desk.page.keyboard.press("j")
        if "mooring" in "".join(reading.all_inner_texts()):
            break
    desk.press_in_dialog("c")
    (added,) = [item for item in desk.on_disk().evidence if item.by == "ann"]
    assert "mooring fees" in added.exact
    assert (added.stance, added.about, added.status) == ("contradicts", "content", "accepted")


def verify(desk: Desk) -> None:
    desk.press("v")
    expect(desk.card).to_have_attribute("data-number", "2")
    assert [item.decision for item in desk.on_disk(TITLE).signoffs] == ["verified"]


def sign(desk: Desk) -> None:
    decisions = {
        "f": "fixed in text",
        "a": "on author",
        "n": "could not determine",
        "e": "published at editor's risk",
    }
    for letter, decision in decisions.items():
        short = desk.here
        desk.press("s")
        desk.page.keyboard.press(letter)
        desk.type("Seen.")
        desk.press_in_dialog("Enter")
        expect(desk.card).not_to_have_attribute("data-short", short)
        last = desk.on_disk(short).signoffs[-1]
        assert (last.by, last.decision, last.why) == ("ann", decision, "Seen.")


def mark(desk: Desk) -> None:
    desk.go(MOORING)
    for letter, name in (("x", "exempt"), ("d", "states_dispute"), ("u", "unnamed_approved")):
        desk.press("m")
        desk.page.keyboard.press(letter)
        desk.type("So it is.")
        desk.press_in_dialog("Enter")
        assert getattr(desk.on_disk(), name).why == "So it is."


def tick_part(desk: Desk) -> None:
    desk.go(VOTE)
    desk.press("t")
    expect(desk.card.locator("[aria-pressed=true]")).to_have_count(1)
    desk.press("t")
    expect(desk.card.locator("[aria-pressed=true]")).to_have_count(2)
    assert [bool(part.ticked) for part in desk.on_disk().parts] == [True, True, False]


def waive(desk: Desk) -> None:
    desk.go(MOORING)
    desk.press("w")
    dialog = desk.dialog("waive")
    expect(dialog.locator(".options .choice").first).to_be_visible()
    desk.page.keyboard.press("1")
    desk.type("The council meets on it in May.")
    dialog.get_by_label("Last day it holds").fill("2999-05-31")
    desk.press_in_dialog("Enter")
    (waiver,) = [item for item in waivers(desk) if item.claim.endswith(MOORING)]
    assert (waiver.by, waiver.reason) == ("ann", "The council meets on it in May.")


def waivers(desk: Desk) -> list:
    found = Workspace(desk.served.root).waivers()
    return [] if found is None else list(found.record.waivers)


def attribution(desk: Desk) -> None:
    desk.go(MAYOR)
    desk.press("i")
    dialog = desk.dialog("attribution")
    dialog.get_by_label("Speaker").fill("Ines Calloway, mayor")
    dialog.get_by_label("Relayed by").fill("quoted: the town's press office")
    desk.press_in_dialog("Enter")
    (said,) = desk.on_disk().attributions
    assert said.speaker == "Ines Calloway, mayor"
    assert [(hop.how, hop.name) for hop in said.hops] == [("quoted", "the town's press office")]


def split(desk: Desk) -> None:
    desk.go(COST)
    total = len(Workspace(desk.served.root).article(desk.slug).record.claims)
    desk.press("x")
    dialog = desk.dialog("split")
    while dialog.locator("[aria-checked=true]").inner_text() != "the":
        desk.page.keyboard.press("ArrowRight")
    desk.press_in_dialog("Enter")
    claims = Workspace(desk.served.root).article(desk.slug).record.claims
    assert len(claims) == total + 1
    assert "the plan of 2023 allowed for $10.9 million." in [claim.text for claim in claims]
    expect(desk.page.locator("#galley .c")).to_have_count(total + 1)
    expect(desk.page.locator("#strip li")).to_have_count(total + 1)


def merge(desk: Desk) -> None:
    desk.go(NAMES)
    total = len(Workspace(desk.served.root).article(desk.slug).record.claims)
    desk.press("M")
    expect(desk.dialog("merge").locator(".about")).to_contain_text("become one claim")
    desk.press_in_dialog("Enter")
    assert len(Workspace(desk.served.root).article(desk.slug).record.claims) == total - 1
    expect(desk.page.locator("#galley .c")).to_have_count(total - 1)


def query(desk: Desk) -> None:
    desk.go(MOORING)
    ask(desk)
    expect(desk.card.locator(".query")).to_contain_text("Is 2028 right?")


def ask(desk: Desk) -> None:
    desk.press("Q")
    dialog = desk.dialog("query")
    dialog.get_by_label("To whom").fill("the mayor's office")
    dialog.get_by_label("What do you ask").fill("Is 2028 right?")
    desk.press_in_dialog("Enter")


def answer(desk: Desk) -> None:
    desk.go(MOORING)
    ask(desk)
    expect(desk.card.locator(".query")).to_have_count(1)
    desk.press("y")
    desk.dialog("answer").get_by_label("The answer").fill("Yes, 2028.")
    desk.press_in_dialog("Enter")
    expect(desk.card.locator(".query")).to_contain_text("Answer: Yes, 2028.")


def note(desk: Desk) -> None:
    desk.go(MOORING)
    desk.press("N")
    desk.type("Ask the harbour master too.")
    desk.page.keyboard.press("Control+Enter")
    expect(desk.card.locator(".talk .note")).to_contain_text("Ask the harbour master too.")


def assign(desk: Desk) -> None:
    desk.go(MOORING)
    desk.press("g")
    desk.type("r.osei")
    desk.press_in_dialog("Enter")
    expect(desk.card.locator(".told")).to_contain_text("r.osei")


def reply(desk: Desk) -> None:
    desk.go(MOORING)
    desk.press("l")
    desk.type("Ines Calloway")
    desk.press_in_dialog("Enter")
    expect(desk.card.locator(".told")).to_contain_text("Ines Calloway")
    assert [item.to for item in desk.on_disk().reply_sought] == ["Ines Calloway"]


def open_dropped(desk: Desk) -> None:
    desk.press("d")
    tray = desk.dialog("tray")
    total = len(Workspace(desk.served.root).article(desk.slug).record.claims)
    expect(tray.get_by_role("button", name="Restore").first).to_be_focused()
    desk.page.keyboard.press("Enter")
    expect(desk.page.locator("#galley .c")).to_have_count(total + 1)


def open_orphans(desk: Desk) -> None:
    desk.press("O")
    expect(desk.dialog("tray")).to_contain_text("Every claim's sentence stands in the article.")


def open_out(desk: Desk) -> None:
    desk.press("z")
    expect(desk.dialog("tray").get_by_role("table")).to_contain_text("r.osei")


def open_people(desk: Desk) -> None:
    desk.press("P")
    expect(desk.dialog("people")).to_contain_text("ann")


def undo(desk: Desk) -> None:
    desk.press("v", "u")
    expect(desk.card).to_have_attribute("data-number", "1")
    assert desk.on_disk().signoffs == []


def show_newest(desk: Desk) -> None:
    desk.press(".")
    expect(desk.said).to_have_text("This is how it stands now.")


def open_help(desk: Desk) -> None:
    desk.press("?")
    for binding in PAGE_BINDINGS:
        expect(desk.dialog("keys")).to_contain_text(binding.help)
    desk.page.keyboard.press("?")
    expect(desk.dialog("keys")).to_have_count(0)


def leave(desk: Desk) -> None:
    for key, name in (
        ("?", "keys"),
        ("s", "sign"),
        ("d", "tray"),
        ("Q", "query"),
        ("p", "quotation"),
        ("f", "filter"),
    ):
        desk.press(key)
        expect(desk.dialog(name)).to_be_visible()
        desk.page.keyboard.press("Escape")
        expect(desk.page.locator("dialog[open]")).to_have_count(0)
    assert desk.on_disk().signoffs == []


def quit(desk: Desk) -> None:
    desk.press("q")


DONE_BY: dict[str, Callable[[Desk], None]] = {
    check.__name__: check
    for check in (
        next_claim, previous_claim, choose_filter, scroll_down, scroll_up, next_evidence, previous_evidence,
        accept, accept_why, reject, reject_why, change_stance, open_source, add_quotation, attach_source,
        open_sources, verify, sign, mark, tick_part, waive, attribution, split, merge, query, answer, note,
        assign, reply, open_dropped, open_orphans, open_out, open_people, undo, show_newest, open_help, leave,
    )
}  # fmt: skip


def test_every_key_of_the_overlay_has_its_test() -> None:
    assert {binding.action for binding in PAGE_BINDINGS} == {*DONE_BY, "quit"}


def test_no_key_does_two_things() -> None:
    keys = [key for binding in PAGE_BINDINGS for key in binding.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("action", DONE_BY)
def test_key(action: str, desk: Desk) -> None:
    DONE_BY[action](desk)


def test_quit_leads_to_the_list_of_articles(desk: Desk) -> None:
    desk.page.keyboard.press("q")
    expect(desk.page.get_by_role("heading", name="Articles")).to_be_visible()
    expect(desk.page.get_by_role("link", name="Port Ellery Council Approves")).to_be_visible()


def test_in_a_text_field_keys_are_letters_and_esc_leaves_it(desk: Desk) -> None:
    desk.press("N")
    field = desk.page.locator("#note-text")
    expect(field).to_be_focused()
    desk.page.keyboard.type("very nasty v a r")
    expect(field).to_have_value("very nasty v a r")
    desk.page.keyboard.press("Escape")
    expect(field).not_to_be_focused()
    assert desk.on_disk().signoffs == []
    desk.press("n")
    expect(desk.card).to_have_attribute("data-number", "2")


def test_a_note_that_was_begun_is_still_there_on_coming_back(desk: Desk) -> None:
    desk.press("N")
    desk.page.keyboard.type("Half a thought")
    desk.page.keyboard.press("Escape")
    desk.press("n", "b")
    expect(desk.page.locator("#note-text")).to_have_value("Half a thought")


def test_keys_with_control_or_alt_belong_to_the_browser(desk: Desk) -> None:
    for key in ("Control+v", "Alt+v", "Meta+a"):
        desk.press(key)
    assert desk.on_disk().signoffs == []


def test_enter_on_a_button_presses_the_button(desk: Desk) -> None:
    desk.go(FERRY)
    desk.card.get_by_role("button", name="Sign …").focus()
    desk.page.keyboard.press("Enter")
    expect(desk.dialog("sign")).to_be_visible()
    expect(desk.dialog("source")).to_have_count(0)


def test_focus_comes_back_to_the_card_after_a_dialog(desk: Desk) -> None:
    desk.press("n", "s")
    desk.page.keyboard.press("f")
    desk.press_in_dialog("Enter")
    expect(desk.page.locator("#card-title")).to_be_focused()


def test_keys_can_be_bound_otherwise_in_ones_own_settings(
    example: Path, serve: Callable[..., Served], window: Callable[..., Page], home: Path
) -> None:
    settings = home / ".config" / "claimcheck" / "claimcheck.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[review.keys]\nverify = "Y"\nnext_claim = ["h"]\n')
    desk = Desk.open(serve(example), window(), "port-ellery-budget")
    desk.press("v", "n")
    expect(desk.card).to_have_attribute("data-number", "1")
    desk.press("h")
    expect(desk.card).to_have_attribute("data-number", "2")
    first = desk.here
    desk.press("Y")
    expect(desk.card).to_have_attribute("data-number", "3")
    assert len(desk.on_disk(first).signoffs) == 1
    desk.press("?")
    expect(desk.dialog("keys").locator("[data-action=verify] kbd")).to_have_text("Y")
