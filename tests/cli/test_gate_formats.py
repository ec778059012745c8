"""The gate's formats through the program: each golden in each state, valid, several at once, one exit status.

CLAIMCHECK_UPDATE=1 writes the golden files anew.
"""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import Runner

from claimcheck.formats import FORMATS

sys.path.insert(0, str(Path(__file__).parents[1] / "formats"))
from format_schemas import WITH_SCHEMA, assert_valid

GOLDENS = Path(__file__).parent / "goldens"
ARTICLE = """---
title: Budget approved
date: 2026-03-06
---

# Budget approved

The town council approved a budget of $41.2 million on Tuesday.

Reports indicate that the 😀 mayor has left the country. “We were never asked about any of it.”
"""
CRASH = """
import sys, types
broken = types.ModuleType("claimcheck.rules.uncited")
def check(context):
    raise RuntimeError("broken on purpose")
broken.check = check
sys.modules["claimcheck.rules.uncited"] = broken
"""
Environ = dict[str, str]


def findings(run: Runner, desk: Path, article: str = ARTICLE) -> Environ:
    (desk / "articles").mkdir()
    (desk / "articles" / "budget.md").write_text(article)
    run("init")
    assert run("extract", "articles/budget.md").status == 0
    return {}


def clean(run: Runner, desk: Path) -> Environ:
    findings(run, desk)
    (desk / "claimcheck.toml").write_text('[check]\nselect = ["CC001"]\n')
    return {}


def bad_record(run: Runner, desk: Path) -> Environ:
    findings(run, desk)
    (desk / "claims" / "budget.yaml").write_text("claimcheck: 1\narticle: nothing\n")
    return {}


def nothing_collected(run: Runner, desk: Path) -> Environ:
    run("init")
    return {}


def crashed_rule(run: Runner, desk: Path) -> Environ:
    """A rule that fails to run; planted from outside, for none of ours does."""
    findings(run, desk)
    planted = desk.parent / "planted"
    planted.mkdir()
    (planted / "sitecustomize.py").write_text(CRASH)
    return {"PYTHONPATH": str(planted)}


STATES: dict[Callable[[Runner, Path], Environ], int] = {
    clean: 0,
    findings: 1,
    bad_record: 2,
    nothing_collected: 2,
    crashed_rule: 2,
}


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_format_in_every_state(run: Runner, desk: Path, state, tmp_path: Path) -> None:
    environ = state(run, desk)
    out = tmp_path / "out"
    out.mkdir()
    outputs = [part for name in FORMATS for part in ("--output", f"{name}={out / name}")]
    done = run("check", *outputs, **environ)
    assert done.status == STATES[state], done.err
    assert "Traceback" not in done.err
    assert done.out == (out / "text").read_text()
    for name in FORMATS:
        printed = (out / name).read_text()
        golden = GOLDENS / f"{name}-{state.__name__}.txt"
        if os.environ.get("CLAIMCHECK_UPDATE"):
            GOLDENS.mkdir(exist_ok=True)
            golden.write_text(printed)
        assert printed == golden.read_text(), f"{golden.name}; CLAIMCHECK_UPDATE=1 writes it anew"
        if name in WITH_SCHEMA:
            assert_valid(name, printed)


@pytest.mark.parametrize("name", FORMATS)
def test_the_format_does_not_decide_the_exit_status(run: Runner, desk: Path, name: str) -> None:
    findings(run, desk)
    assert run("check", "--format", name).status == 1
    assert run("check", "--format", name, "--fail-on", "error", "--no-baseline").status == 1
    (desk / "claims" / "budget.yaml").write_text("claimcheck: 1\narticle: nothing\n")
    assert run("check", "--format", name).status == 2


def test_no_golden_is_left_over() -> None:
    expected = {f"{name}-{state.__name__}.txt" for name in FORMATS for state in STATES}
    assert {path.name for path in GOLDENS.iterdir()} == expected


EVIL = (
    "The board spent $42 million \x1b[31min red\x1b[0m \x07 \u202eand back\u202c %0A::error::owned "
    "</testcase><script>alert(1)</script> ]]> =cmd|' /C calc'!A0 `code` [x](javascript:1) | cell \u2028 \U000e0041 "
    "in 2025.\n\n::error file=x::a line of its own said that $5 million were lost.\n\n"
    "=cmd|' /C calc'!A0 was worth $7 million in 2024, the board of the harbour said.\n\n"
    f"The harbour paid $3 million {'and more ' * 11_000} in 2023.\n"
)


def test_hostile_text_comes_through_harmless(run: Runner, desk: Path, tmp_path: Path) -> None:
    findings(run, desk, EVIL)
    outputs = [part for name in FORMATS for part in ("--output", f"{name}={tmp_path / name}")]
    done = run("check", "--all", *outputs)
    assert done.status == 1, done.err
    for name in FORMATS:
        printed = (tmp_path / name).read_text()
        hidden = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
        assert [c for c in printed if c != "\n" and unicodedata.category(c) in hidden] == [], name
        if name in WITH_SCHEMA:
            assert_valid(name, printed)
    lines = (tmp_path / "github").read_text().splitlines()
    assert all(line.startswith(("::error file=articles", "::warning file=", "::notice ")) for line in lines)
    assert not any("%0A" in line for line in lines)
    table = (tmp_path / "markdown").read_text()
    assert "<script" not in table
    assert "](javascript" not in table
    assert json.loads((tmp_path / "json").read_text())["exit_code"] == 1


def test_hostile_text_is_harmless_in_a_spreadsheet_and_a_word_file(run: Runner, desk: Path) -> None:
    findings(run, desk, EVIL)
    rows = run("export", "csv").out.splitlines()
    assert not any(cell.lstrip('"').startswith(("=", "+", "@")) for row in rows for cell in row.split(","))
    assert run("export", "docx", "budget", "-o", "budget.docx").status == 0


def test_an_unknown_format_is_refused_before_anything_is_written(run: Runner, desk: Path) -> None:
    findings(run, desk)
    done = run("check", "--output", "json=a.json", "--output", "sarf=b")
    assert done.status == 2
    assert "sarif" in done.err
    assert not (desk / "a.json").exists()


def test_a_report_that_cannot_be_written_is_no_green_gate(run: Runner, desk: Path) -> None:
    clean(run, desk)
    done = run("check", "--output", "json=no/such/folder.json")
    assert done.status == 2
    assert "Traceback" not in done.err
