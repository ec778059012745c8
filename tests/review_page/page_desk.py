"""What the tests of the page share: a served workspace, and the page as a person at the keyboard has it."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from playwright.sync_api import Locator, Page, expect

from claimcheck.cli.invocation import Invocation
from claimcheck.cli.review_page import _desk
from claimcheck.records.models import Claim
from claimcheck.records.workspace import Workspace
from claimcheck.review.web.addresses import loopback_addresses
from claimcheck.review.web.app import create_app
from claimcheck.review.web.room import open_room
from claimcheck.review.web.serving import listen

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("claimcheck")
_ADDRESS = re.compile(r"http://\S+/enter\?token=\S+")


def copy_example(root: Path, target: Path) -> Path:
    """The repository's articles, claims and sources, as a workspace of their own."""
    target.mkdir()
    for name in ("articles", "claims", "sources"):
        shutil.copytree(root / name, target / name)
    (target / "claims" / "baseline.json").unlink()  # so that there are findings to waive
    settings = (root / "claimcheck.toml").read_text().replace("[desk.people]", '[desk.people]\nann = "Ann"')
    (target / "claimcheck.toml").write_text(settings)
    return target.resolve()


@dataclass
class Served:
    """A review that is served, by this process or by a program of its own.

    Attributes:
        address: where the owner comes in, once.
        end: ends it.
    """

    root: Path
    address: str
    end: Callable[[], None]

    @classmethod
    def start(cls, root: Path, by: str) -> Served:
        """Serve within this process, which is quicker than the program."""
        invocation = Invocation(root, by)
        listening = listen("127.0.0.1", 0)
        addresses = loopback_addresses("127.0.0.1", listening.port)
        room = open_room(_desk(invocation, "", by, addresses))
        config = uvicorn.Config(
            create_app(room), access_log=False, log_level="warning", ws="none", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=lambda: asyncio.run(server.serve([listening.socket])), daemon=True)
        thread.start()

        def end() -> None:
            server.should_exit = True
            room.hub.end()
            thread.join(30)

        return cls(root, addresses.url(f"/enter?token={room.visitors.link()}"), end)

    @classmethod
    def launch(cls, root: Path, by: str) -> Served:
        """Start the program itself, as a person does."""
        process = subprocess.Popen(
            [str(PROGRAM), "-C", str(root), "--as", by, "review", "--no-browser", "--port", "0"],
            cwd=root, env={**os.environ, "PYTHONUNBUFFERED": "1"}, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert process.stdout is not None
        found = _ADDRESS.search(process.stdout.readline())
        assert found is not None

        def end() -> None:
            process.terminate()
            process.wait(30)

        return cls(root, found[0], end)

    @property
    def origin(self) -> str:
        return self.address.partition("/enter")[0]

    def claim(self, slug: str, short: str) -> Claim:
        """A claim as it is on disk now."""
        return Workspace(self.root).claim(f"{slug}/{short}")[1]


@dataclass
class Desk:
    """The page of one article, before one person."""

    served: Served
    page: Page
    slug: str

    @classmethod
    def open(cls, served: Served, page: Page, slug: str, at: str = "") -> Desk:
        """Enter with the printed address and open an article."""
        page.goto(served.address)
        page.goto(f"{served.origin}/a/{slug}{f'?c={at}' if at else ''}")
        desk = cls(served, page, slug)
        desk.settled()
        return desk

    def settled(self) -> None:
        """Wait until the page has done what it was asked."""
        expect(self.page.locator("body[data-ready]:not([data-busy])")).to_have_count(1)

    def press(self, *keys: str) -> None:
        """Press keys, as a person does who looks before the next."""
        for key in keys:
            self.settled()
            self.page.keyboard.press(key)
        self.settled()

    def press_in_dialog(self, *keys: str) -> None:
        """Press keys that answer a dialog, and wait until it is done and closed."""
        for key in keys:
            self.page.keyboard.press(key)
        expect(self.page.locator("dialog[open]")).to_have_count(0)
        self.settled()

    def type(self, text: str) -> None:
        """Type into what has focus."""
        self.page.keyboard.insert_text(text)

    @property
    def card(self) -> Locator:
        return self.page.locator("#margin .card")

    @property
    def here(self) -> str:
        """Short id of the claim in focus."""
        return self.card.get_attribute("data-short") or ""

    @property
    def said(self) -> Locator:
        """What the page told last."""
        return self.page.locator("#said")

    def dialog(self, name: str) -> Locator:
        return self.page.locator(f"#d-{name}[open]")

    def go(self, short: str) -> None:
        """Step to a claim by keyboard."""
        order = (self.page.locator("#filters").get_attribute("data-through") or "").split()
        steps = order.index(short) - order.index(self.here)
        for _ in range(abs(steps)):
            before = self.here
            self.press("n" if steps > 0 else "b")
            expect(self.card).not_to_have_attribute("data-short", before)

    def on_disk(self, short: str = "") -> Claim:
        """A claim as it is on disk now; the one in focus by default."""
        return self.served.claim(self.slug, short or self.here)

    def no_sideways_scroll(self) -> None:
        """The page is never wider than its window."""
        wide, window = self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide <= window
