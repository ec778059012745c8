"""What the browser enforces: the policy, the cookie, and that nothing leads out unasked."""

from __future__ import annotations

from collections.abc import Callable
from urllib.request import Request, urlopen

from page_desk import Desk
from playwright.sync_api import Page, expect

_WATCH = "addEventListener('securitypolicyviolation', (event) => (window.__broken ??= []).push(event.violatedDirective));"


def test_no_script_style_or_picture_but_our_own_is_obeyed(desk: Desk) -> None:
    page = desk.page
    page.evaluate(_WATCH)
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.__ran = 1";
          document.body.append(script);
        }"""
    ) if not trusted(page) else None
    page.evaluate(
        "document.body.insertAdjacentElement('beforeend', Object.assign(new Image(), {src: 'http://127.0.0.1:9/x.png'}))"
    )
    page.evaluate("document.body.setAttribute('style', 'outline: 3px solid red')")
    expect(page.locator("body")).to_have_css("outline-style", "none")
    assert page.evaluate("window.__ran") is None
    assert {"img-src", "style-src-attr"} <= set(page.evaluate("window.__broken"))


def trusted(page: Page) -> bool:
    """Whether the browser holds text back from becoming script or markup."""
    return bool(
        page.evaluate(
            "() => { try { document.createElement('div').innerHTML = '<b>x</b>'; return false } catch { return true } }"
        )
    )


def test_text_does_not_become_markup_but_through_our_one_policy(desk: Desk) -> None:
    assert trusted(desk.page)
    made = (
        "() => { try { trustedTypes.createPolicy('other', {}); return 'made' } catch { return 'refused' } }"
    )
    assert desk.page.evaluate(made) == "refused"


def test_scripts_cannot_read_the_session(desk: Desk) -> None:
    assert desk.page.evaluate("document.cookie") == ""
    (cookie,) = desk.page.context.cookies()
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    assert desk.served.origin.rpartition(":")[2] in cookie["name"]


def test_the_token_is_not_left_in_the_address_and_lets_in_once(
    desk: Desk, window: Callable[..., Page]
) -> None:
    assert "token" not in desk.page.url
    other = window()
    other.goto(desk.served.address)
    expect(other.get_by_role("heading")).to_contain_text("lets nobody in")
    other.goto(f"{desk.served.origin}/a/port-ellery-budget")
    expect(other.locator("#galley")).to_have_count(0)


def test_no_other_page_may_frame_the_review(desk: Desk, window: Callable[..., Page]) -> None:
    headers = urlopen(Request(f"{desk.served.origin}/static/page.css")).headers
    policy = desk.page.request.get(desk.page.url).headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_nothing_but_our_own_is_ever_asked_for(desk: Desk) -> None:
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url))
    desk.press("n", "n", "o")
    desk.page.keyboard.press("Escape")
    desk.press("d")
    assert asked
    assert all(url.startswith(desk.served.origin) for url in asked)


def test_a_click_outwards_warns_first_and_only_the_web_is_opened(desk: Desk) -> None:
    page = desk.page
    for address, opens in (
        ("https://council.example/minutes?x=1", True),
        ("http://council.example/", True),
        ("javascript:window.__ran=1", False),
        ("JaVaScRiPt:window.__ran=1", False),
        ("data:text/html,<script>window.__ran=1</script>", False),
        ("file:///etc/passwd", False),
        ("https://user:secret@council.example/", False),
        ("//council.example", False),
    ):
        page.evaluate(
            """(address) => {
              const made = document.createElement("button");
              made.id = "probe";
              made.dataset.away = address;
              made.textContent = "out";
              document.getElementById("galley").prepend(made);
            }""",
            address,
        )
        page.locator("#probe").click()
        dialog = desk.dialog("away")
        expect(dialog.locator("#away-address")).to_have_text(address)
        expect(dialog.locator("#away-go")).to_be_visible(visible=opens)
        if opens:
            expect(dialog.locator("#away-go")).to_have_attribute("rel", "noopener noreferrer external")
        page.keyboard.press("Escape")
        expect(page.locator("dialog[open]")).to_have_count(0)
        page.locator("#probe").evaluate("(made) => made.remove()")
    assert page.evaluate("window.__ran") is None
    assert len(page.context.pages) == 1
