"""Following addresses through the program: what is recorded, and that the gate asks nothing."""

from __future__ import annotations

import json
from pathlib import Path

from calling import Runner


def test_an_inward_address_is_recorded_as_unclear_and_no_finding(run: Runner, desk: Path) -> None:
    (desk / "a.md").write_text("The board spent $42 million in 2025.\n")
    run("init")
    run("extract", "a.md")
    assert run("source", "links").err.startswith("No source has an address")
    cited = run("source", "add", "--cited", "the shelf", "--id", "report", "--url", "http://127.0.0.1:9/x")
    assert cited.status == 0, cited.err
    done = run("source", "links")
    assert done.status == 0, done.err
    assert done.out.startswith("unclear  report  http://127.0.0.1:9/x")
    record = (desk / "sources" / "report.yaml").read_text()
    assert 'outcome: "unclear"' in record
    assert "CC507" not in run("check", "--format", "json").out
    (desk / "sources" / "report.yaml").write_text(record.replace('"unclear"', '"gone"'))
    found = json.loads(run("check", "--format", "json").out)["findings"]
    (dead,) = [finding for finding in found if finding["code"] == "CC507"]
    assert (dead["level"], dead["path"]) == ("warning", "sources/report.yaml")


def test_a_source_without_an_address_is_refused_by_name(run: Runner, desk: Path) -> None:
    run("init")
    run("source", "add", "--cited", "the shelf", "--id", "report")
    done = run("source", "links", "report")
    assert done.status == 2
    assert "claimcheck source edit report --url URL" in done.err
