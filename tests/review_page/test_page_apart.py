"""What a file holds beside its text is shown on the page, and can become no evidence there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from page_desk import Desk, Served
from playwright.sync_api import Page, expect
from test_page_everybody import complaints

from claimcheck.documents.apart import dump_apart
from claimcheck.documents.model import HiddenText, Locator
from claimcheck.records.workspace import Workspace
from claimcheck.review.web.pages.apart import MOST, kept_apart

SLUG = "port-ellery-budget"
SOURCE = "council-minutes-2026-03-03"
WHITE = HiddenText("The mayor resigned in secret.", "white on white", Locator(paragraph=2))
DELETED = HiddenText("The budget fell to $39 million.", "deleted in a tracked change")


def test_stretches_are_told_apart_from_letters_of_the_text_and_very_many_are_counted() -> None:
    from claimcheck.documents.unseen import IN_THE_TEXT

    deceiving = HiddenText("Еllery", min(IN_THE_TEXT))
    told = kept_apart([WHITE, deceiving])
    assert [row.why for row in told.unseen] == ["white on white, paragraph 2"]
    assert [row.text for row in told.deceiving] == ["Еllery"]
    many = kept_apart([DELETED] * (MOST + 7))
    assert (len(many.unseen), many.count, many.more) == (MOST, MOST + 7, 7)


@pytest.fixture
def desk(example: Path, serve: Callable[..., Served], window: Callable[..., Page]) -> Desk:
    space = Workspace(example)
    space.apart_path(SLUG).write_text(dump_apart([WHITE, DELETED]))
    (space.source_folder(SOURCE) / "apart.json").write_text(dump_apart([DELETED]))
    return Desk.open(serve(example), window(), SLUG)


def test_what_the_articles_file_hides_is_counted_and_listed_and_cannot_be_restored(desk: Desk) -> None:
    page = desk.page
    expect(page.get_by_role("button", name="kept apart 2")).to_be_visible()
    desk.press("d")
    apart = page.locator("dialog[open] .apart")
    expect(apart).to_contain_text("Kept apart 2")
    expect(apart).to_contain_text("never evidence")
    expect(apart).to_contain_text("The mayor resigned in secret.")
    expect(apart).to_contain_text("white on white, paragraph 2")
    expect(apart.locator("button")).to_have_count(0)
    expect(page.locator("#galley")).not_to_contain_text("resigned in secret")


def test_what_a_sources_file_hides_stands_below_its_text_and_is_no_part_of_it(desk: Desk) -> None:
    page = desk.page
    page.goto(f"{desk.served.origin}/s/{SOURCE}?a={SLUG}")
    expect(page.locator(".apart")).to_contain_text("The budget fell to $39 million.")
    expect(page.locator(".apart")).to_contain_text("deleted in a tracked change")
    expect(page.locator(".apart .st")).to_have_count(0)
    expect(page.locator("#reading")).not_to_contain_text("$39 million")
    page.goto(f"{desk.served.origin}/s/coast-courier-2026-03-05?a={SLUG}")
    expect(page.locator(".apart")).to_have_count(0)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing_in_it(
    look: str, desk: Desk, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    shown = Desk.open(serve(desk.served.root), window(bypass_csp=True, color_scheme=look), SLUG)
    shown.press("d")
    assert complaints(shown.page) == []
    shown.page.goto(f"{shown.served.origin}/s/{SOURCE}?a={SLUG}")
    assert complaints(shown.page) == []


def test_a_damaged_list_is_told_and_the_rest_is_shown(desk: Desk) -> None:
    (desk.served.root / "sources" / SOURCE / "apart.json").write_text("{")
    page = desk.page
    page.goto(f"{desk.served.origin}/s/{SOURCE}?a={SLUG}")
    expect(page.locator(".alert")).to_contain_text("kept apart cannot be read")
    expect(page.locator("#reading")).to_be_visible()
