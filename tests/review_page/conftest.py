"""A browser, and a review served to it from a copy of the example workspace."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from page_desk import ROOT, Desk, Served, copy_example
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip
PATIENCE = 30_000
"""Milliseconds: a busy machine is no fault of the page."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        why = "Chromium is not here; install it with: apt-get install chromium fonts-liberation"
        if os.environ.get("CI", "").lower() in ("1", "true", "yes"):
            pytest.fail(why)
        pytest.skip(why)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the repository's own workspace."""
    return copy_example(ROOT, tmp_path / "desk")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own: settings, journal and caches lie there."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "CACHE", "DATA", "STATE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    return home


@pytest.fixture
def serve(home: Path) -> Iterator[Callable[..., Served]]:
    """Starts a review of a workspace; ended when the test ends."""
    running: list[Served] = []

    def start(root: Path, by: str = "ann", *, program: bool = False) -> Served:
        served = (Served.launch if program else Served.start)(root, by)
        running.append(served)
        return served

    yield start
    for served in running:
        served.end()


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a window of its own, with cookies of its own; what it did wrong fails the test that used it."""
    contexts: list[BrowserContext] = []
    wrongs: list[str] = []

    def open_window(width: int = 1280, height: int = 860, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrongs.append(str(error)))
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not wrongs


@pytest.fixture
def desk(example: Path, serve: Callable[..., Served], window: Callable[..., Page]) -> Desk:
    """The example article, open in a window before ann."""
    return Desk.open(serve(example), window(), "port-ellery-budget")
