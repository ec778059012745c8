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


def test_every_command_of_the_first_desk_runs(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    shutil.copy(ROOT / "articles" / "port-ellery-budget.md", tmp_path / "articles")
    shutil.copy(ROOT / "sources" / "council-minutes-2026-03-03" / "text.txt", tmp_path / "minutes.md")
    environ = {**os.environ, "HOME": str(tmp_path / "home"), "CLAIMCHECK_AS": "m.ito"}
    (tmp_path / "home").mkdir()
    commands = [line[2:] for line in block_after("commands").group(1).splitlines() if line.startswith("$ ")]
    assert len(commands) > 5
    for command in commands:
        words = shlex.split(command)
        done = subprocess.run(
            [str(PROGRAM), *words[1:]], cwd=tmp_path, env=environ, capture_output=True, text=True, check=False
        )
        wanted = 1 if words[1] == "check" else 0
        assert done.returncode == wanted, (command, done.stderr)
    assert (tmp_path / "report.html").exists()


@pytest.mark.parametrize("name", ["README.md", "docs/scoring.md", "docs/records.md"])
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
