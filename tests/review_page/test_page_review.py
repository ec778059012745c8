"""The whole review of the example article by keyboard alone, and what a person at the keyboard relies on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from page_desk import Desk, Served
from playwright.sync_api import Page, expect

from claimcheck.records.workspace import Workspace

FERRY = "xkygp3i5"
VOTE = "5xowwohg"
BUDGET = "pvpq3xop"
MOORING = "c6fg5pp3"


def test_the_whole_article_is_reviewed_by_keyboard_alone(
    example: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    desk = Desk.open(serve(example, program=True), window(), "port-ellery-budget")
    page = desk.page
    desk.press("f")
    page.keyboard.press("n")  # not yet reviewed
    desk.settled()
    expect(page.locator("[data-filter='not yet reviewed']").first).to_have_attribute("aria-pressed", "true")
    total = int(page.locator("#filters").get_attribute("data-total") or 0)
    assert total == 19
    signed: list[str] = []
    while len(signed) < total:
        short = desk.here
        assert short not in signed
        for _ in range(desk.card.locator("[data-part][aria-pressed=false]").count()):
            left = desk.card.locator("[data-part][aria-pressed=false]").count()
            desk.press("t")
            expect(desk.card.locator("[data-part][aria-pressed=false]")).to_have_count(left - 1)
        if short == BUDGET:
            desk.press("a")
            expect(desk.card.locator(".passage.accepted")).to_have_count(2)
        if short == MOORING:
            desk.press("r")
            expect(desk.card.locator(".passage.proposed")).to_have_count(0)
        if short == VOTE:
            desk.press("s")
            page.keyboard.press("n")
            desk.type("The minutes say six to three.")
            page.keyboard.press("Enter")
        else:
            desk.press("v")
        signed.append(short)
        expect(page.locator("#progress")).to_have_text(f"{len(signed)} of {total} reviewed")
        desk.settled()
    expect(desk.said).to_contain_text("last claim shown")
    record = Workspace(desk.served.root).article(desk.slug).record
    by_ann = {claim.id: [item for item in claim.signoffs if item.by == "ann"] for claim in record.claims}
    assert all(len(items) == 1 for items in by_ann.values())
    assert by_ann[f"{desk.slug}/{VOTE}"][0].decision == "could not determine"
    assert by_ann[f"{desk.slug}/{VOTE}"][0].why == "The minutes say six to three."
    assert all(part.ticked and part.ticked.by == "ann" for claim in record.claims for part in claim.parts)
    accepted = [item.by for claim in record.claims for item in claim.evidence if item.by == "ann"]
    assert len(accepted) == 2


def test_a_decision_is_shown_in_the_text_and_the_strip_at_once(desk: Desk) -> None:
    desk.go(MOORING)
    desk.press("v")
    expect(desk.page.locator(f"#c-{MOORING}")).to_have_class("c s-unsourced done")
    cell = desk.page.locator(f"#strip [data-cell={MOORING}]")
    expect(cell).to_have_class("s-unsourced done")
    expect(cell.locator("a")).to_have_attribute("aria-label", "8: unsourced, reviewed by you")
    expect(desk.said).to_have_text("Signed: verified.")
    expect(desk.card).to_have_attribute("data-number", "9")


def test_where_one_is_stays_in_the_address(desk: Desk) -> None:
    desk.go(FERRY)
    desk.page.reload()
    desk.settled()
    assert desk.here == FERRY


def test_what_is_signed_under_a_filter_leaves_it_and_the_next_comes_up(desk: Desk) -> None:
    desk.press("f")
    desk.page.keyboard.press("u")
    desk.settled()
    expect(desk.page.locator("body")).to_have_attribute("data-through", "3")
    first = desk.here
    desk.press("n")
    expect(desk.card).not_to_have_attribute("data-short", first)
    second = desk.here
    assert desk.on_disk(second).id.endswith(second)
    desk.press("n", "n")
    expect(desk.said).to_have_text("This is the last claim shown.")


def test_undo_takes_back_and_shows_the_claim_it_was_about(desk: Desk) -> None:
    desk.go(FERRY)
    desk.press("v")
    expect(desk.card).not_to_have_attribute("data-short", FERRY)
    assert len(desk.on_disk(FERRY).signoffs) == 1
    desk.press("u")
    expect(desk.card).to_have_attribute("data-short", FERRY)
    assert desk.on_disk(FERRY).signoffs == []
    expect(desk.page.locator("#progress")).to_have_text("0 of 19 reviewed")


def test_the_two_sides_stand_beside_each_other(desk: Desk) -> None:
    desk.go(FERRY)
    supports = desk.card.locator(".side.supports").bounding_box()
    contradicts = desk.card.locator(".side.contradicts").bounding_box()
    assert supports is not None
    assert contradicts is not None
    assert supports["y"] == contradicts["y"]
    assert supports["x"] + supports["width"] <= contradicts["x"]
    expect(desk.card.locator(".supports .passage")).to_have_count(3)
    expect(desk.card.locator(".contradicts .passage")).to_have_count(1)


def test_the_heading_of_an_empty_side_has_room(desk: Desk) -> None:
    desk.go("x44e43jv")  # supported, and contradicted by nothing
    overflow = "node => node.scrollWidth - node.clientWidth"
    assert desk.card.locator(".side.contradicts h3").evaluate(overflow) == 0
    assert desk.card.locator(".sides").evaluate(overflow) == 0


def test_a_part_is_ticked_by_clicking_the_words_in_the_text(desk: Desk) -> None:
    desk.go(BUDGET)
    desk.page.locator(f"#c-{BUDGET} .p-figure").click()
    expect(desk.page.locator(f"#c-{BUDGET} .p-figure")).to_have_class("p p-figure ticked")
    assert desk.on_disk(BUDGET).parts[1].ticked is not None


def test_a_cell_of_the_strip_leads_to_its_claim(desk: Desk) -> None:
    desk.page.locator(f"#strip [data-cell={FERRY}] a").click()
    expect(desk.card).to_have_attribute("data-short", FERRY)
    expect(desk.page.locator(f"#c-{FERRY}")).to_be_in_viewport()


def test_a_sentence_of_the_text_is_brought_into_focus_by_clicking_it(desk: Desk) -> None:
    desk.page.locator(f"#c-{MOORING}").click()
    expect(desk.card).to_have_attribute("data-short", MOORING)
    expect(desk.page.locator(f"#c-{MOORING}")).to_have_attribute("aria-current", "true")


def test_words_that_differ_from_the_source_s_are_not_taken_for_support(desk: Desk) -> None:
    desk.go(MOORING)
    before = len(desk.on_disk().evidence)
    desk.press("p")
    dialog = desk.dialog("quotation")
    expect(dialog.get_by_role("radio", name="supports")).to_be_checked()
    desk.type("mooring fees shall remain unchanged until 31 December 2029")
    desk.page.keyboard.press("Control+Enter")
    expect(dialog.locator(".located")).to_contain_text("altered, in council-minutes-2026-03-03")
    expect(dialog.locator(".located")).to_contain_text("Say what the passage shows before you add it.")
    expect(dialog.locator("input[name=stance]:checked")).to_have_count(0)
    desk.page.keyboard.press("Control+Enter")
    expect(dialog).to_be_visible()
    assert len(desk.on_disk().evidence) == before
    desk.page.keyboard.press("c")
    desk.press_in_dialog("Enter")
    added = desk.on_disk().evidence[-1]
    assert (added.source, added.stance) == ("council-minutes-2026-03-03", "contradicts")


def test_the_part_that_a_passage_bears_on_is_named_in_the_dialog(desk: Desk) -> None:
    desk.go(BUDGET)
    desk.press("1", "c")
    choices = desk.dialog("stance").locator(".bears label")
    expect(choices).to_have_text(["the whole claim", "Port Ellery Council Approves", "$41.2 Million"])
    choices.nth(2).click()
    desk.press_in_dialog("s")
    (item,) = [one for one in desk.on_disk().evidence if one.parts]
    assert (item.parts, item.stance) == ([1], "supports")
    expect(desk.card).to_contain_text("of “$41.2 Million”")
