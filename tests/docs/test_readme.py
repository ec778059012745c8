"""What README shows is what the program does."""

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
README = ROOT / "README.md"
PROGRAM = Path(sys.executable).with_name("claimcheck")


def block_after(marker: str) -> re.Match[str]:
    found = re.search(rf"<!-- {marker}:[^\n]*-->\n```\w+\n(.*?)```", README.read_text(), re.S)
    assert found is not None
    return found


def test_the_help_block_is_what_help_prints() -> None:
    printed = subprocess.run([str(PROGRAM), "--help"], capture_output=True, text=True, check=True).stdout
    block = block_after("help")
    if os.environ.get("CLAIMCHECK_UPDATE"):
        text = README.read_text()
        README.write_text(text[: block.start(1)] + printed + text[block.end(1) :])
    assert block_after("help").group(1) == printed, "make it current with: CLAIMCHECK_UPDATE=1 make test"


def test_every_command_of_the_first_finding_runs(tmp_path: Path) -> None:
    """In order, from a checkout, as a newcomer would type them."""
    for folder in ("articles", "sources"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "home").mkdir()
    path = f"{PROGRAM.parent}:{os.environ['PATH']}"
    environ = {**os.environ, "HOME": str(tmp_path / "home"), "CLAIMCHECK_AS": "m.ito", "PATH": path}
    blocks = [block_after(marker).group(1) for marker in ("commands", "more commands")]
    lines = [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    assert sum(line.startswith("claimcheck ") for line in lines) > 7
    cwd = tmp_path
    for line in lines:
        if line.startswith("cd "):
            cwd = cwd / shlex.split(line)[1]
            continue
        done = subprocess.run(
            ["bash", "-c", line], cwd=cwd, env=environ, capture_output=True, text=True, check=False
        )
        wanted = int(line[-1]) if "# ends with " in line else 0
        assert done.returncode == wanted, (line, done.stderr)
    assert (cwd / "report.html").exists()


def test_what_readme_does_not_run_is_only_installing_and_building() -> None:
    text = README.read_text()
    shown = re.findall(r"^\$ (\S+ \S+)", text, re.MULTILINE)
    run = [
        line for marker in ("commands", "more commands") for line in block_after(marker).group(1).splitlines()
    ]
    ran = {" ".join(line[2:].split()[:2]) for line in run}
    assert set(shown) - ran == {"make demo", "make test", "make docs", "pip install"}


@pytest.mark.parametrize(
    "name", ["README.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))]
)
def test_links_between_pages_lead_somewhere(name: str) -> None:
    page = ROOT / name
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text()):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_worked_figures_are_what_the_scoring_gives() -> None:
    from claimcheck.assessment.opinion import form_opinion
    from claimcheck.assessment.weights import points

    def belief(*weights: float) -> float:
        return round(form_opinion(sum(points(w) for w in weights), 0.0, 2.0).belief, 3)

    page = (ROOT / "docs" / "scoring.md").read_text()
    shown = re.findall(r"\| (\.\d{3}) \|", page)
    secondary = 0.8 * 0.6
    assert shown == [
        f"{figure:.3f}".lstrip("0")
        for figure in (
            belief(0.8), belief(secondary), belief(secondary, secondary, secondary), belief(secondary),
            belief(secondary, secondary), belief(0.6 * 0.6 * 0.8**2 * 0.8),
        )
    ]  # fmt: skip
