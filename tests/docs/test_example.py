"""The repository is itself a claimcheck workspace, and its example shows what README says it shows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from claimcheck.records.workspace import Workspace
from claimcheck.sources.texts import load_text

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("claimcheck")


def call(tmp_path: Path, *args: str) -> subprocess.CompletedProcess[str]:
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    environ = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"}
    return subprocess.run(
        [str(PROGRAM), *args], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )


def test_the_repository_passes_its_own_gate(tmp_path: Path) -> None:
    done = call(tmp_path, "check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_status_of_a_desk_s_day_occurs(tmp_path: Path) -> None:
    done = call(tmp_path, "check", "--format", "json")
    assert {"strong", "adequate", "weak", "contradicted", "disputed", "unsourced", "exempt"} <= {
        claim["status"] for claim in json.loads(done.stdout)["claims"]
    }


def test_what_is_only_cited_holds_no_invented_words() -> None:
    workspace = Workspace(ROOT)
    for loaded in workspace.sources():
        source = loaded.record
        if source.fictional:
            text = load_text(workspace, source)
            assert text is not None
            assert not text.changed
        else:
            assert source.text is None
            assert source.obtainable


def test_the_demo_runs_and_changes_nothing_here(tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in (ROOT / "claims").iterdir()}
    done = call(tmp_path, "demo", "-o", str(tmp_path / "report.html"))
    assert done.returncode == 0, done.stderr
    assert "the gate's exit status is 1" in done.stdout
    assert str(tmp_path / "report.html") in done.stdout
    page = (tmp_path / "report.html").read_text()
    assert "Disputed claims" in page
    assert {path: path.read_bytes() for path in (ROOT / "claims").iterdir()} == before
