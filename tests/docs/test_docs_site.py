"""The documentation: built strictly, its figures right, its command lines run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
BIN = Path(sys.executable).parent
WRITTEN = sorted(path.name for path in DOCS.glob("*.md") if path.name != "settings.md")
ELSEWHERE = ("pip ", "make ", "pre-commit ", "git clone ", "zensical ")
"""What a test cannot run here: installing and building, which have tests of their own or none."""


def console_lines(page: Path) -> list[str]:
    blocks = re.findall(r"^```console\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    assert all(line.startswith("$ ") for line in lines), (
        f"{page.name}: console blocks hold command lines only"
    )
    return [line[2:] for line in lines]


def bash(command: str, cwd: Path, home: Path) -> subprocess.CompletedProcess[str]:
    environ = {
        **os.environ,
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "HOME": str(home),
        "CLAIMCHECK_AS": "m.ito",
        "CLAIMCHECK_NOW": "2026-03-06T10:00:00Z",
        "GIT_AUTHOR_NAME": "m.ito",
        "GIT_AUTHOR_EMAIL": "m.ito@desk.example",
        "GIT_COMMITTER_NAME": "m.ito",
        "GIT_COMMITTER_EMAIL": "m.ito@desk.example",
    }
    return subprocess.run(
        ["bash", "-c", command],
        cwd=cwd,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The repository's own workspace in a git repository of its own."""
    copy = tmp_path / "checkout"
    copy.mkdir()
    for name in ("articles", "claims", "sources"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copy(ROOT / "claimcheck.toml", copy)
    (tmp_path / "home").mkdir()
    done = bash("git init -q -b main && git add . && git commit -qm begun", copy, tmp_path / "home")
    assert done.returncode == 0, done.stderr
    return copy


@pytest.mark.parametrize("name", WRITTEN)
def test_every_command_line_of_a_page_runs(name: str, checkout: Path, tmp_path: Path) -> None:
    """Lines run in order, in one folder; ``# ends with N`` says what exit status is right."""
    cwd = checkout
    for line in console_lines(DOCS / name):
        if line.startswith(ELSEWHERE):
            continue
        if line.startswith("cd "):
            cwd = cwd / shlex.split(line)[1]
            continue
        done = bash(line, cwd, tmp_path / "home")
        wanted = int(found[1]) if (found := re.search(r"# ends with (\d)$", line)) else 0
        assert done.returncode == wanted, (line, done.stdout[-2000:], done.stderr)


def test_no_command_line_hides_outside_a_block_that_is_run() -> None:
    for name in WRITTEN:
        text = re.sub(r"^```.*?^```", "", (DOCS / name).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        assert re.findall(r"^(?: {4}|\$ )claimcheck .*", text, re.MULTILINE) == [], name


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    shutil.copytree(DOCS, tmp_path / "docs")
    shutil.copy(ROOT / "zensical.toml", tmp_path)
    done = subprocess.run(
        [str(BIN / "zensical"), "build", "--strict", "--clean"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "build" / "site"
    pages = {path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*.md")}
    made = {path.relative_to(site) for path in site.rglob("*.html")}
    assert {page if page.stem != "README" else page.with_name("index.html") for page in pages} <= made
    loaded = re.findall(
        r'<(?:script|link|img)[^>]+(?:src|href)="(https?://[^"]+)', (site / "index.html").read_text()
    )
    assert loaded == [], "the site loads nothing from elsewhere"


def test_a_page_that_leads_nowhere_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n\n[gone](nowhere.md)\n")
    config = (ROOT / "zensical.toml").read_text().partition("nav = [")
    (tmp_path / "zensical.toml").write_text(config[0])
    done = subprocess.run(
        [str(BIN / "zensical"), "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0


def test_every_written_page_is_in_the_contents() -> None:
    named = set(re.findall(r'"([\w./-]+\.md)"', (ROOT / "zensical.toml").read_text()))
    assert named == {*WRITTEN, "settings.md", "commands/README.md", "rules/README.md"}
