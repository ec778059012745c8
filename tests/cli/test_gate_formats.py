"""The gate's formats through the program: all of them offered, several at once, one exit status."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from calling import Runner

from claimcheck.formats import FORMATS

ARTICLE = "The town council approved a budget of $41.2 million on Tuesday.\n"


def clean(run: Runner, desk: Path) -> None:
    findings(run, desk)
    (desk / "claimcheck.toml").write_text('[check]\nselect = ["CC001"]\n')


def findings(run: Runner, desk: Path) -> None:
    (desk / "articles").mkdir()
    (desk / "articles" / "budget.md").write_text(ARTICLE)
    run("init")
    assert run("extract", "articles/budget.md").status == 0


def bad_record(run: Runner, desk: Path) -> None:
    findings(run, desk)
    (desk / "claims" / "budget.yaml").write_text("claimcheck: 1\narticle: nothing\n")


def nothing_collected(run: Runner, desk: Path) -> None:
    run("init")


STATES = {clean: 0, findings: 1, bad_record: 2, nothing_collected: 2}


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_format_at_once_and_one_exit_status(run: Runner, desk: Path, state, tmp_path: Path) -> None:
    state(run, desk)
    out = tmp_path / "out"
    out.mkdir()
    outputs = [part for name in FORMATS for part in ("--output", f"{name}={out / name}")]
    done = run("check", *outputs)
    assert done.status == STATES[state], done.err
    assert done.out == (out / "text").read_text()
    json.loads((out / "json").read_text())
    json.loads((out / "gitlab").read_text())
    json.loads((out / "rdjson").read_text())
    assert json.loads((out / "sarif").read_text())["version"] == "2.1.0"
    assert ET.parse(out / "junit").getroot().tag == "testsuites"
    assert (out / "github").read_text().startswith("::")
    for name in ("json", "sarif", "junit"):
        assert run("check", "--format", name).status == STATES[state]


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
