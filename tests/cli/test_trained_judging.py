"""The trained judge through the program: only where it is asked for, and a plain word where it is missing."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from calling import Runner

installed = pytest.mark.skipif(
    not all(map(find_spec, ("onnxruntime", "tokenizers", "claimcheck_desk_judge"))),
    reason="the extra [judge] is not installed",
)
CLAIM = "Lindqvist was a writer."
REPORT = "Lindqvist was a Swedish novelist, chemist and translator who lived in Uppsala.\n"
LINE = json.dumps({"id": "1", "claim": CLAIM, "passage": REPORT}).encode()


@pytest.fixture
def without_onnxruntime(tmp_path: Path) -> str:
    """A PYTHONPATH on which onnxruntime cannot be imported."""
    folder = tmp_path / "path"
    folder.mkdir()
    (folder / "onnxruntime.py").write_text("raise ImportError('not here')\n")
    return str(folder)


def workspace(run: Runner, desk: Path, settings: str) -> None:
    (desk / "articles").mkdir()
    (desk / "articles" / "life.md").write_text(f"# A life\n\n{CLAIM}\n")
    (desk / "life.txt").write_text(REPORT)
    assert run("init").status == 0
    with (desk / "claimcheck.toml").open("a") as file:
        file.write(settings)
    assert run("extract", "articles/life.md").status == 0
    assert run("source", "add", "life.txt", "--id", "life").status == 0


@installed
def test_judge_stance_asks_it_only_with_the_flag(run: Runner) -> None:
    alone = run("judge", "stance", stdin=LINE).json
    both = run("judge", "stance", "--trained", stdin=LINE).json
    assert (alone["stance"], both["stance"]) == ("neutral", "supports")
    assert both["reasons"][0].startswith("the trained judge reads the passage so")


@installed
def test_link_asks_it_where_settings_name_it(run: Runner, desk: Path) -> None:
    workspace(run, desk, '\n[judges]\nuse = ["facts", "trained"]\n')
    assert run("link").status == 0
    record = (desk / "claims" / "life.yaml").read_text()
    assert "judge: desk-judge/1" in record
    assert run("link").status == 0
    assert (desk / "claims" / "life.yaml").read_text() == record


@installed
def test_link_leaves_it_out_where_settings_do_not_name_it(run: Runner, desk: Path) -> None:
    workspace(run, desk, "")
    assert run("link").status == 0
    assert "desk-judge" not in (desk / "claims" / "life.yaml").read_text()


def test_without_what_runs_it_one_sentence_says_what_to_install(
    run: Runner, desk: Path, without_onnxruntime: str
) -> None:
    workspace(run, desk, '\n[judges]\nuse = ["facts", "trained"]\n')
    for told in (
        run("judge", "stance", "--trained", stdin=LINE, PYTHONPATH=without_onnxruntime),
        run("link", PYTHONPATH=without_onnxruntime),
    ):
        assert told.status == 2
        assert "claimcheck-desk[judge]" in told.err
        assert len(told.err.splitlines()) == 1
    assert run("judge", "stance", stdin=LINE, PYTHONPATH=without_onnxruntime).status == 0
