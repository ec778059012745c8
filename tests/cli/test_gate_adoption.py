"""Adopting the gate on an archive: a baseline, then only what is new, and what is gone is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Ran, Runner

ARTICLE = """The harbour board met on 3 March 2026. The port handled 41 ships in February 2026.

The council paid $3 million for the quay in January 2026.
"""


@pytest.fixture
def adopted(run: Runner, desk: Path) -> Path:
    (desk / "articles").mkdir()
    (desk / "articles" / "harbour.md").write_text(ARTICLE)
    run("init")
    assert run("extract", "articles/harbour.md").status == 0
    assert run("check").status == 1
    assert run("baseline", "add").status == 0
    assert run("check").status == 0
    return desk


def found(done: Ran) -> list[str]:
    return [finding["code"] for finding in done.json["findings"]]


def test_one_new_claim_is_exactly_one_finding(run: Runner, adopted: Path) -> None:
    path = adopted / "articles" / "harbour.md"
    path.write_text(ARTICLE + "\nThe ferry sank on 5 March 2026 with 12 lorries on board.\n")
    assert run("extract", "articles/harbour.md").status == 0
    done = run("check", "--fail-on", "warning", "--format", "json")
    assert done.status == 1
    assert found(done) == ["CC101"]


def test_a_finding_that_is_gone_is_exactly_one_stale_entry_until_pruned(run: Runner, adopted: Path) -> None:
    path = adopted / "articles" / "harbour.md"
    path.write_text(ARTICLE.split("\n\n")[0] + "\n")
    assert run("extract", "articles/harbour.md").status == 0
    assert found(run("check", "--format", "json")) == ["CC904"]
    assert run("baseline", "prune").out.startswith("1 stale entries taken out")
    assert found(run("check", "--format", "json")) == []


def test_pruning_adds_nothing_and_adding_takes_nothing_out(run: Runner, adopted: Path) -> None:
    baseline = adopted / "claims" / "baseline.json"
    before = baseline.read_bytes()
    assert run("baseline", "add").status == 0
    assert run("baseline", "prune").status == 0
    assert baseline.read_bytes() == before


def test_an_expired_waiver_lets_the_finding_return(run: Runner, adopted: Path) -> None:
    (adopted / "claims" / "baseline.json").unlink()
    claim = run("check", "--format", "json").json["findings"][0]["claim"]
    waived = run("waive", "CC101", claim, "--reason", "read in court", "--expires", "2026-04-20")
    assert waived.status == 0, waived.err

    def about(now: str) -> set[str]:
        findings = run("check", "--format", "json", CLAIMCHECK_NOW=now).json["findings"]
        return {finding["code"] for finding in findings if finding["claim"] == claim}

    assert about("2026-04-05T12:00:00Z") == set()
    assert about("2026-04-06T12:00:00Z") == {"CC905"}, "fourteen days before the end"
    assert about("2026-04-21T12:00:00Z") == {"CC101", "CC901"}
