"""For everybody: axe-core, 200 % zoom, a tablet, dark, forced colours, print, and long articles."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_desk import Desk, Served
from playwright.sync_api import Page, expect

SLUG, FERRY, BUDGET = "port-ellery-budget", "xkygp3i5", "pvpq3xop"
_LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "tablet": {"color_scheme": "light", "width": 820, "height": 1180},
    "tablet, dark": {"color_scheme": "dark", "width": 820, "height": 1180},
}


def complaints(page: Page) -> list[str]:
    """What axe-core finds wrong, WCAG 2.2 A and AA and its own best practices."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{item['id']}: {node['html'][:160]}" for item in found for node in item["nodes"]]


@pytest.mark.parametrize("look", _LOOKS)
def test_axe_finds_nothing(
    look: str, example: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    desk = Desk.open(serve(example), window(bypass_csp=True, **_LOOKS[look]), SLUG, FERRY)
    wrong = {"article": complaints(desk.page)}
    few = {"s": "sign", "?": "keys", "o": "source", "d": "tray"}
    more = {
        "z": "tray", "P": "people", "f": "filter", "x": "split", "i": "attribution", "p": "quotation",
        "+": "attach", "m": "mark", "Q": "query",
    }  # fmt: skip
    for key, name in (few if look.startswith("tablet") else few | more).items():
        desk.press(key)
        expect(desk.dialog(name)).to_be_visible()
        wrong[f"{key} {name}"] = complaints(desk.page)
        desk.page.keyboard.press("Escape")
    desk.press("v", "f")
    desk.page.keyboard.press("w")
    desk.settled()
    wrong["filtered"] = complaints(desk.page)
    desk.page.goto(f"{desk.served.origin}/articles")
    wrong["articles"] = complaints(desk.page)
    desk.page.goto(f"{desk.served.origin}/s/council-minutes-2026-03-03?a={SLUG}")
    wrong["source"] = complaints(desk.page)
    desk.page.goto(f"{desk.served.origin}/nothing")
    wrong["refused"] = complaints(desk.page)
    assert {name: found for name, found in wrong.items() if found} == {}


def test_there_are_landmarks_and_one_heading_of_the_first_level(desk: Desk) -> None:
    page = desk.page
    for role in ("banner", "main", "article"):
        expect(page.get_by_role(role)).to_have_count(1)  # type: ignore[arg-type]
    expect(page.get_by_role("navigation", name="The whole article, by status")).to_be_visible()
    expect(page.get_by_role("region", name="The claim in focus")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_what_was_saved_is_said_to_screen_readers(desk: Desk) -> None:
    desk.press("v")
    expect(desk.page.get_by_role("status").filter(has_text="Signed: verified.")).to_have_attribute(
        "aria-live", "polite"
    )
    expect(desk.page.locator("#card-title")).to_be_focused()


def test_status_is_told_by_letter_and_line_and_never_by_colour_alone(desk: Desk) -> None:
    seen: dict[str, tuple[str, str]] = {}
    for name in ("contradicted", "disputed", "unsourced", "weak", "adequate", "strong"):
        look = desk.page.locator(f"#galley .c.s-{name}").first.evaluate(
            "(at) => [getComputedStyle(at, '::after').content, getComputedStyle(at).textDecoration]"
        )
        letter = re.findall(r'"([A-Z])', look[0])[0]
        line = re.sub(r"rgb.*?\)|color\(.*?\)", "", look[1]).strip()
        seen[name] = (letter, line)
    assert len({letter for letter, _ in seen.values()}) == len(seen)
    assert len({line for _, line in seen.values()}) == len(seen)


@pytest.mark.parametrize(("width", "height"), [(640, 430), (820, 1180), (1024, 768), (1280, 720)])
def test_no_window_scrolls_sideways(
    width: int, height: int, example: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    """640 by 430 is a laptop's window at 200 %."""
    desk = Desk.open(serve(example), window(width, height), SLUG, FERRY)
    desk.no_sideways_scroll()
    expect(desk.page.locator(f"#c-{FERRY}")).to_be_in_viewport()
    expect(desk.card.get_by_role("button", name="Verified")).to_be_in_viewport()
    for key in "s?dozP":
        desk.press(key)
        desk.no_sideways_scroll()
        box = desk.page.locator("dialog[open]").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        desk.page.keyboard.press("Escape")


def test_the_review_goes_on_at_200_percent(
    example: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    desk = Desk.open(serve(example), window(640, 430, device_scale_factor=2), SLUG)
    for number in range(2, 6):
        desk.press("v")
        expect(desk.card).to_have_attribute("data-number", str(number))
        expect(desk.page.locator(f"#c-{desk.here}")).to_be_in_viewport()


def test_dark_is_dark(example: Path, serve: Callable[..., Served], window: Callable[..., Page]) -> None:
    desk = Desk.open(serve(example), window(color_scheme="dark"), SLUG)
    expect(desk.page.locator("body")).to_have_css("background-color", "rgb(25, 24, 22)")


def test_without_motion_nothing_moves(
    example: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    desk = Desk.open(serve(example), window(reduced_motion="reduce"), SLUG)
    expect(desk.page.locator("#galley .c").first).to_have_css("transition-duration", "0s")


def test_in_forced_colours_what_is_in_focus_is_still_marked(
    example: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    desk = Desk.open(serve(example), window(forced_colors="active"), SLUG, FERRY)
    expect(desk.page.locator(f"#c-{FERRY}")).to_have_css("outline-style", "solid")


def test_printed_it_is_the_article_and_the_card_without_controls(desk: Desk) -> None:
    desk.go(FERRY)
    desk.page.emulate_media(media="print")
    expect(desk.page.locator("#galley")).to_be_visible()
    expect(desk.card).to_be_visible()
    for control in (".tools", ".decide", ".acts >> nth=0", ".note-form", "#show"):
        expect(desk.page.locator(control)).to_be_hidden()
    printed = desk.page.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    assert len(printed) > 20_000


LONG = 1500


@pytest.fixture
def long_article(tmp_path: Path) -> Path:
    """1,500 claims in 20,000 words."""
    root = tmp_path / "long"
    for name in ("articles", "claims", "sources"):
        (root / name).mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    sentences = [
        f"In year {number} the harbour of Port Ellery counted {number * 3} ships at its quays and moorings."
        for number in range(1, LONG + 1)
    ]
    paragraphs = [" ".join(sentences[at : at + 5]) for at in range(0, LONG, 5)]
    text = "\n\n".join(paragraphs) + "\n"
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    rows, at = [], 0
    for number, sentence in enumerate(sentences):
        at = text.index(sentence, at)
        short = "aaaaa" + letters[number // 1024] + letters[number // 32 % 32] + letters[number % 32]
        rows.append(
            f'- id: ships/{short}\n  text: "{sentence}"\n  anchor: {{start: {at}, end: {at + len(sentence)}}}\n'
            "  kind: quantity\n  check_worthiness: {label: CFS, score: 0.9}\n"
        )
        at += len(sentence)
    head = f'claimcheck: 1\narticle: {{title: "Ships", path: "articles/ships.txt", sha256: "{"0" * 64}"}}\nclaims:\n'
    (root / "claims" / "ships.yaml").write_text(head + "".join(rows))
    (root / "claims" / "ships.txt").write_text(text)
    return root.resolve()


def test_a_long_article_is_whole_and_its_keys_are_as_quick(
    long_article: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    desk = Desk.open(serve(long_article), window(), "ships")
    page = desk.page
    expect(page.locator("#galley .c")).to_have_count(LONG)
    expect(page.locator("#rest")).to_have_count(0)
    assert page.locator("#strip li").count() <= 240
    last = page.locator("#filters").get_attribute("data-through", timeout=60_000)
    assert last is not None
    page.goto(f"{desk.served.origin}/a/ships?c={last.split()[-3]}")
    desk.settled()
    expect(page.locator(f"#c-{desk.here}")).to_be_in_viewport()
    desk.press("v", "v")
    expect(desk.card).to_have_attribute("data-number", str(LONG))
    expect(page.locator("#progress")).to_have_text(f"2 of {LONG} reviewed")
    desk.no_sideways_scroll()


def test_the_page_itself_holds_but_the_beginning_of_a_long_article(
    long_article: Path, serve: Callable[..., Served], window: Callable[..., Page]
) -> None:
    desk = Desk.open(serve(long_article), window(), "ships")
    served = desk.page.request.get(desk.page.url.partition("?")[0]).text()
    assert served.count('class="c ') < LONG / 4
    assert len(served) < 250_000
