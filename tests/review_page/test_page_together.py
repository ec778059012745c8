"""More than one at work: two browsers, a text editor on the records, an article that is edited meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from page_desk import Desk, Served
from playwright.sync_api import Page, expect

BUDGET, VOTE, MOORING, FERRY = "pvpq3xop", "5xowwohg", "c6fg5pp3", "xkygp3i5"
SLUG = "port-ellery-budget"


def invite(desk: Desk, name: str, role: str = "editor") -> str:
    """Invite somebody on the page, by keyboard, and read the link."""
    desk.press("P")
    people = desk.dialog("people")
    people.get_by_label("Name, as decisions").fill(name)
    people.get_by_label("Role").select_option(role)
    desk.page.keyboard.press("Enter")
    people.get_by_role("button", name="Make an invitation").press("Enter")
    link = people.locator(".slot .address")
    expect(link).to_contain_text("/enter?token=")
    address = link.inner_text()
    desk.page.keyboard.press("Escape")
    desk.settled()
    return address


def enter(desk: Desk, page: Page, address: str) -> Desk:
    """Follow an invitation in another browser."""
    page.goto(address)
    page.get_by_role("button", name=re.compile("Enter as")).click()
    expect(page.get_by_role("heading", name="Articles")).to_be_visible()
    page.goto(f"{desk.served.origin}/a/{SLUG}")
    other = Desk(desk.served, page, SLUG)
    other.settled()
    return other


def two(desk: Desk, window: Callable[..., Page]) -> Desk:
    return enter(desk, window(), invite(desk, "r.osei"))


def test_an_invited_person_decides_under_their_own_name(desk: Desk, window: Callable[..., Page]) -> None:
    other = two(desk, window)
    other.go(MOORING)
    other.press("v")
    expect(other.card).not_to_have_attribute("data-short", MOORING)
    assert [item.by for item in desk.on_disk(MOORING).signoffs] == ["r.osei"]
    expect(desk.page.locator(f"#c-{MOORING}")).to_have_class(re.compile("by-other"))


def test_an_invitation_lets_in_once(desk: Desk, window: Callable[..., Page]) -> None:
    address = invite(desk, "r.osei")
    enter(desk, window(), address)
    late = window()
    late.goto(address)
    expect(late.get_by_role("heading")).to_contain_text("lets nobody in")


def test_one_sees_who_is_on_a_claim(desk: Desk, window: Callable[..., Page]) -> None:
    other = two(desk, window)
    other.go(BUDGET)
    expect(desk.page.locator("#here")).to_contain_text("r.osei is on claim 3")
    desk.go(BUDGET)
    expect(desk.card.locator("#others")).to_have_text("r.osei is on this claim")


def test_two_decide_on_one_claim_and_both_versions_are_shown(desk: Desk, window: Callable[..., Page]) -> None:
    other = two(desk, window)
    desk.go(FERRY)
    other.go(FERRY)
    other.press("4", "a")
    expect(other.said).to_have_text("Accepted.")
    expect(desk.card.locator(".stale-bar")).to_contain_text("r.osei changed this claim meanwhile")
    expect(desk.card.locator(".passage[data-n='4']")).to_have_class(re.compile("proposed"))
    desk.press("v")
    dialog = desk.dialog("conflict")
    expect(dialog.locator(".about")).to_contain_text("r.osei changed this claim")
    expect(dialog.locator(".was .passage[data-n='4']")).to_contain_text("proposed")
    expect(dialog.locator(".now .passage[data-n='4']")).to_contain_text("accepted")
    expect(dialog.locator(".now .differs").first).to_be_visible()
    assert [item.by for item in desk.on_disk(FERRY).signoffs if item.by == "ann"] == []
    desk.page.keyboard.press("Escape")
    desk.settled()
    expect(desk.card).to_have_attribute("data-short", FERRY)
    expect(desk.card.locator(".passage[data-n='4']")).to_have_class(re.compile("accepted"))
    assert [item.by for item in desk.on_disk(FERRY).signoffs if item.by == "ann"] == []


def test_whoever_has_seen_both_versions_may_decide_all_the_same(
    desk: Desk, window: Callable[..., Page]
) -> None:
    other = two(desk, window)
    desk.go(FERRY)
    other.go(FERRY)
    other.press("4", "r")
    expect(other.said).to_have_text("Rejected.")
    desk.press("4", "a")
    dialog = desk.dialog("conflict")
    again = dialog.get_by_role("button", name="Decide all the same")
    expect(again).to_contain_text("accept passage 4")
    again.press("Enter")
    expect(dialog).to_have_count(0)
    expect(desk.card.locator(".passage[data-n='4']")).to_have_class(re.compile("accepted"))
    decided = desk.on_disk(FERRY).evidence[3]
    assert (decided.status, decided.by) == ("accepted", "ann")


LISTEN = """slug => {
  window.heard = 0;
  window.bars = [];
  new EventSource(`/events?a=${slug}`).addEventListener("claim", () => (window.heard += 1));
  const look = () => window.bars.push(...[...document.querySelectorAll(".stale-bar")].map((bar) => bar.innerText));
  new MutationObserver(look).observe(document.getElementById("margin"), { childList: true, subtree: true });
}"""
"""Counts what the server tells of claims, and keeps every bar that ever said a claim had changed."""


def test_ones_own_decisions_are_no_news_to_oneself(desk: Desk) -> None:
    with desk.page.expect_response(re.compile("/events")):
        desk.page.evaluate(LISTEN, SLUG)
    for _ in range(3):
        desk.press("v")
    desk.page.wait_for_function("window.heard >= 3")
    desk.page.wait_for_timeout(300)  # the page waits a little before it tells of news
    assert desk.page.evaluate("window.bars") == []
    expect(desk.card.locator(".stale-bar")).to_have_count(0)


def test_what_one_does_in_another_window_is_news_in_this_one(desk: Desk) -> None:
    desk.go(BUDGET)
    page = desk.page.context.new_page()
    page.goto(f"{desk.served.origin}/a/{SLUG}?c={FERRY}")
    other = Desk(desk.served, page, SLUG)
    desk.go(FERRY)
    other.press("4", "a")
    expect(desk.card.locator(".stale-bar")).to_contain_text("changed this claim meanwhile")
    expect(other.card.locator(".stale-bar")).to_have_count(0)
    desk.press(".")
    expect(desk.card.locator(".passage[data-n='4']")).to_have_class(re.compile("accepted"))
    expect(desk.card.locator(".stale-bar")).to_have_count(0)


def test_work_on_different_claims_does_not_collide(desk: Desk, window: Callable[..., Page]) -> None:
    other = two(desk, window)
    desk.go(MOORING)
    other.go(BUDGET)
    other.press("v")
    desk.press("v")
    expect(desk.page.locator("dialog[open]")).to_have_count(0)
    assert desk.on_disk(MOORING).signoffs[-1].by == "ann"
    assert desk.on_disk(BUDGET).signoffs[-1].by == "r.osei"


def test_news_never_moves_what_one_reads(desk: Desk, window: Callable[..., Page]) -> None:
    other = two(desk, window)
    desk.go(FERRY)
    desk.press("j", "j")
    before = desk.page.evaluate("[scrollY, document.getElementById('margin').scrollTop]")
    other.go(MOORING)
    other.press("v")
    expect(desk.page.locator(f"#c-{MOORING}")).to_have_class(re.compile("new"))
    assert desk.page.evaluate("[scrollY, document.getElementById('margin').scrollTop]") == before
    assert desk.here == FERRY


def test_a_text_editor_on_the_records_is_noticed_and_nothing_is_overwritten(desk: Desk) -> None:
    desk.go(MOORING)
    records = desk.served.root / "claims" / f"{SLUG}.yaml"
    text = records.read_text()
    changed = text.replace('kind: "reported"', "kind: reported")
    at = changed.index(f"- id: {SLUG}/{MOORING}")
    end = changed.index("- id:", at + 5)
    block = changed[at:end]
    assert "kind: reported" in block
    records.write_text(changed[:at] + block.replace("kind: reported", "kind: prediction") + changed[end:])
    expect(desk.page.locator("#notice, .stale-bar").filter(visible=True).first).to_be_visible()
    expect(desk.card.locator(".facts")).to_contain_text("reported")
    desk.press(".")
    expect(desk.card.locator(".facts")).to_contain_text("prediction")
    desk.press("v")
    assert desk.on_disk(MOORING).kind == "prediction"
    assert desk.on_disk(MOORING).signoffs[-1].by == "ann"


def test_an_article_that_changed_under_the_page_is_told_and_shown_when_asked_for(desk: Desk) -> None:
    records = desk.served.root / "claims" / f"{SLUG}.yaml"
    text = records.read_text()
    records.write_text(text.replace("Port Ellery Council Approves", "Port Ellery Council Passes", 1))
    notice = desk.page.locator("#notice")
    expect(notice).to_contain_text("The article or its records changed meanwhile.")
    desk.press(".")
    expect(notice).to_be_hidden()


def test_a_decision_on_what_a_text_editor_has_changed_is_a_conflict(desk: Desk) -> None:
    desk.go(MOORING)
    records = desk.served.root / "claims" / f"{SLUG}.yaml"
    text = records.read_text()
    at = text.index(f"- id: {SLUG}/{MOORING}")
    end = text.index("- id:", at + 5)
    records.write_text(text[:at] + text[at:end].replace("kind: reported", "kind: prediction") + text[end:])
    desk.press("v")
    expect(desk.dialog("conflict").locator(".now")).to_be_visible()
    assert [item.by for item in desk.on_disk(MOORING).signoffs if item.by == "ann"] == []


def test_a_claim_that_changed_since_it_was_signed_says_what_changed(
    example: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    served = serve(example)
    desk = Desk.open(served, window(), SLUG, BUDGET)
    desk.press("v")
    records = example / "claims" / f"{SLUG}.yaml"
    text = records.read_text()
    at = text.index(f"- id: {SLUG}/{BUDGET}")
    end = text.index("- id:", at + 5)
    was = '  was: "Port Ellery Council Approves $40.2 Million Budget"\n'
    block = re.sub(r'fingerprint: "cc1:[0-9a-f]+"', 'fingerprint: "cc1:0000000000000000"', text[at:end])
    records.write_text(text[:at] + block + was + text[end:])
    expect(desk.page.locator(f"#c-{BUDGET}")).to_have_class(re.compile("changed"))
    desk.go(BUDGET)
    expect(desk.card.locator(".alert")).to_contain_text("Changed since it was signed")
    expect(desk.card.locator(".since del")).to_contain_text("$40.2")
    expect(desk.card.locator(".since ins")).to_contain_text("$41.2")


def test_when_the_server_has_gone_it_is_said_and_nothing_pretends_to_be_saved(desk: Desk) -> None:
    desk.served.end()
    desk.press("v")
    expect(desk.said).to_contain_text("The server does not answer")
    expect(desk.said).to_have_class(re.compile("bad"))
    expect(desk.card).to_have_attribute("data-number", "1")


def test_a_reader_sees_what_only_others_may_do_and_is_told_so(
    desk: Desk, window: Callable[..., Page]
) -> None:
    other = enter(desk, window(), invite(desk, "r.osei", "reader"))
    expect(other.card.get_by_role("button", name="Verified")).to_be_disabled()
    other.press("v")
    expect(other.said).to_contain_text("may not sign")
    assert other.on_disk().signoffs == []
