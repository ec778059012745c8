"""First paint of the review page in Chromium: an article of 1,500 claims against the repository's example.

Run: ``python benchmarks/first_paint.py``. Needs Debian's Chromium and the packages of the tests. The page is
reloaded in turn, seven times a round; medians of the browser's own first-contentful-paint, and of the moment
at which the page takes keys.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from review_page import ROOT, long_desk

FLAGS = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync".split()
ROUNDS, LOADS = 3, 7
_TIMES = "() => [performance.getEntriesByName('first-contentful-paint')[0].startTime, performance.now()]"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        served = {name: _serve(*place) for name, place in _desks(Path(folder)).items()}
        pages = {name: _opened(browser.new_page(), address) for name, (_, address) in served.items()}
        for _ in range(ROUNDS):
            found = {name: _load(page) for name, page in pages.items()}
            paint, ready = (found["long"][at] / found["example"][at] for at in (0, 1))
            print(f"first paint {found['long'][0]:.0f} ms, {paint:.2f} x the example's; ready {ready:.2f} x")
        for process, _ in served.values():
            process.terminate()


def _desks(folder: Path) -> dict[str, tuple[Path, str]]:
    for name in ("articles", "claims", "sources"):
        shutil.copytree(ROOT / name, folder / "example" / name)
    shutil.copy(ROOT / "claimcheck.toml", folder / "example")
    long_desk(folder / "long", 1_500)
    return {"example": (folder / "example", "four-capitals"), "long": (folder / "long", "long")}


def _serve(folder: Path, article: str) -> tuple[subprocess.Popen[str], str]:
    program = Path(sys.executable).with_name("claimcheck")
    command = [str(program), "--as", "m.ito", "review", "--no-browser", article]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    found = re.search(r"http\S+", process.stdout.readline())
    assert found is not None
    return process, found[0]


def _opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector("body[data-ready]")
    return page


def _load(page: Page) -> tuple[float, float]:
    taken = []
    for _ in range(LOADS):
        page.reload()
        page.wait_for_selector("body[data-ready]")
        taken.append(page.evaluate(_TIMES))
    return median(row[0] for row in taken), median(row[1] for row in taken)


if __name__ == "__main__":
    main()
