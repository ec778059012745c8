"""Six revisions of an article that was checked: only what changed is reopened, and nobody's work is lost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from day_tools import Day

from claimcheck.decisions import claims as on_claims
from claimcheck.decisions import evidence as on_evidence
from claimcheck.decisions.desk import Desk
from claimcheck.records.edits import Editor
from claimcheck.records.workspace import Workspace

ARTICLE = """# Lantern Mill sold to its tenants

The tenants of Lantern Mill bought the building for 2.4 million crowns on Thursday. Twelve workshops will stay.

The mill closed in 1987 after a fire destroyed the dye house. Restorer Ines Halloran said the roof "will not leak again".

The district council granted a loan of 600,000 crowns, and the lottery fund paid for the new staircase. Councillor Per Oland voted against the loan.

The first open day drew 900 visitors. They queued along the canal for two hours.

The tenants plan a bakery in the boiler room. A second lift is to follow in 2028.
"""
LEDGER = ARTICLE.replace("# Lantern Mill sold to its tenants", "# Ledger of the mill trust")


@dataclass
class Revised:
    """The desk after an edit: what `extract` said, and each claim by an id or by words of its sentence."""

    day: Day
    before: dict[str, dict[str, Any]]
    told: str

    def now(self) -> dict[str, dict[str, Any]]:
        return {claim["id"]: claim for claim in self.day.claims("mill")}

    def named(self, words: str) -> str:
        (found,) = [key for key, claim in self.before.items() if words in claim["text"]]
        return found

    def findings(self, rule: str) -> set[str]:
        report = json.loads(self.day.run("check", "--format", "json", status=None))
        return {item["claim"] for item in report["findings"] if item["name"] == rule}

    def untouched(self, *but: str) -> None:
        """Every claim but those named has its text, evidence, sign-offs and marks, and no more to be done."""
        now = self.now()
        gone = {self.named(words) for words in but}
        for key, claim in self.before.items():
            if key not in gone:
                kept = {name: value for name, value in now[key].items() if name != "anchor"}
                assert kept == {name: value for name, value in claim.items() if name != "anchor"}
        assert self.findings("changed-since-sign-off") | self.findings("claim-gone") <= gone

    def decisions(self, words: str) -> None:
        """What people decided on a claim is all still there, whatever became of its sentence."""
        key = self.named(words)
        was, now = self.before[key], self.now()[key]
        assert (now["evidence"], now["signoffs"]) == (was["evidence"], was["signoffs"])


Revise = Callable[[str, str], Revised]
"""Puts other words in the draft, and extracts it again."""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The article with accepted evidence and a sign-off on every claim, and one exemption."""
    folder = tmp_path_factory.mktemp("mill")
    for name in ("desk", "home"):
        (folder / name).mkdir()
    day = Day(folder / "desk", folder / "home")
    (day.root / "mill.md").write_text(ARTICLE)
    (day.root / "ledger.md").write_text(LEDGER)
    day.run("init")
    day.run("extract", "mill.md")
    day.run("source", "add", "ledger.md", "--from", "official-record", "--original")
    desk = Desk(Editor(Workspace(day.root), day.home), "ann", day.now)
    for claim in day.claims("mill"):
        if claim["text"] in LEDGER:
            on_evidence.add_evidence(desk, claim["id"], "ledger", "content", "supports", exact=claim["text"])
        if "second lift" in claim["text"]:
            on_claims.exempt(desk, claim["id"], "a plan, and said to be one")
    for claim in day.claims("mill"):
        on_claims.sign(desk, claim["id"], "verified")
        on_claims.sign(replace(desk, by="bo"), claim["id"], "verified")
    return folder


@pytest.fixture
def revise(checked: Path, tmp_path: Path) -> Revise:
    def make(old: str, new: str) -> Revised:
        assert ARTICLE.count(old) == 1
        shutil.copytree(checked / "desk", tmp_path / "desk")
        shutil.copytree(checked / "home", tmp_path / "home")
        day = Day(tmp_path / "desk", tmp_path / "home", "2026-03-06T15:00:00Z")
        before = {claim["id"]: claim for claim in day.claims("mill")}
        assert all(claim["signoffs"] for claim in before.values())
        (day.root / "mill.md").write_text(ARTICLE.replace(old, new))
        compared = day.run("compare", "mill", "mill.md", status=None)
        told = day.run("extract", "mill.md")
        return Revised(day, before, told + "\n" + compared)

    return make


def test_a_figure_changed(revise: Revise) -> None:
    done = revise("900 visitors", "700 visitors")
    done.untouched("first open day")
    done.decisions("first open day")
    drew = done.named("first open day")
    assert done.now()[drew]["was"] == "The first open day drew 900 visitors."
    assert done.told.count("The first open day drew [-900-]{+700+} visitors.") == 2, "extract and compare"
    assert "1 changed, 10 same" in done.told
    assert done.findings("changed-since-sign-off") == {drew}


def test_a_negation_added(revise: Revise) -> None:
    done = revise("Twelve workshops will stay", "Twelve workshops will not stay")
    done.untouched("Twelve workshops")
    done.decisions("Twelve workshops")
    assert done.told.count("Twelve workshops will {+not +}stay.") == 2
    assert done.findings("changed-since-sign-off") == {done.named("Twelve workshops")}


def test_an_exempt_claim_that_changed_is_exempt_no_more(revise: Revise) -> None:
    done = revise("in 2028", "in 2027")
    done.untouched("second lift")
    lift = done.named("second lift")
    assert done.before[lift]["exempt"] is not None
    assert done.now()[lift]["exempt"] is None
    assert f"decision reopened: {lift}" in done.told


def test_a_paragraph_moved(revise: Revise) -> None:
    paragraph = ARTICLE.split("\n\n")[2] + "\n\n"
    assert paragraph.startswith("The mill closed")
    done = revise(ARTICLE, ARTICLE.replace(paragraph, "") + "\n" + paragraph)
    done.untouched()
    assert done.findings("changed-since-sign-off") == set()
    assert "2 moved, 9 same" in done.told
    assert done.told.count("same and moved: ") == 2
    text = (done.day.root / "mill.md").read_text()
    for claim in done.now().values():
        assert text[claim["anchor"]["start"] : claim["anchor"]["end"]] == claim["text"]


def test_a_sentence_split(revise: Revise) -> None:
    done = revise("600,000 crowns, and the lottery fund", "600,000 crowns. The lottery fund")
    done.untouched("600,000 crowns")
    done.decisions("600,000 crowns")
    (fresh,) = done.now().keys() - done.before.keys()
    second = done.now()[fresh]
    assert second["text"] == "The lottery fund paid for the new staircase."
    assert (second["evidence"], second["signoffs"]) == ([], []), "nobody has decided on it yet"
    assert done.findings("changed-since-sign-off") == {done.named("600,000 crowns")}
    assert "[-crowns, and the lottery fund paid for the new staircase.-]{+crowns.+}" in done.told


def test_two_sentences_merged(revise: Revise) -> None:
    done = revise("900 visitors. They queued", "900 visitors, who queued")
    done.untouched("first open day", "They queued")
    done.decisions("first open day")
    done.decisions("They queued")
    kept = {done.named("first open day"), done.named("They queued")}
    orphans = {key for key, claim in done.now().items() if claim["orphan"]}
    assert len(orphans) == 1
    assert done.findings("claim-gone") == orphans
    assert done.findings("changed-since-sign-off") == kept - orphans
    assert "{+visitors, who queued along the canal for two hours.+}" in done.told


def test_a_sentence_deleted(revise: Revise) -> None:
    done = revise(" Councillor Per Oland voted against the loan.", "")
    done.untouched("Per Oland")
    done.decisions("Per Oland")
    gone = done.named("Per Oland")
    assert done.now()[gone]["orphan"]
    assert done.findings("claim-gone") == {gone}
    assert "deleted: Councillor Per Oland voted against the loan." in done.told
    assert f"orphaned {gone}" in done.told
    # Put back, it is as decided as before.
    (done.day.root / "mill.md").write_text(ARTICLE)
    assert f"revived {gone}" in done.day.run("extract", "mill.md")
    assert done.now()[gone] == done.before[gone]


def test_lines_broken_anew_and_curly_quotation_marks_reopen_nothing(revise: Revise) -> None:
    curly = ARTICLE.replace('"will not leak again"', "“will not leak again”")
    done = revise(ARTICLE, curly.replace("after a fire", "after\na fire"))
    assert done.findings("changed-since-sign-off") == set()
    assert "11 same" in done.told


def test_several_edits_are_told_against_what_was_signed(revise: Revise) -> None:
    done = revise("900 visitors", "700 visitors")
    drew = done.named("first open day")
    path = done.day.root / "mill.md"
    path.write_text(ARTICLE.replace("900 visitors", "750 visitors"))
    done.day.run("extract", "mill.md")
    assert done.now()[drew]["was"] == "The first open day drew 900 visitors."
    path.write_text(ARTICLE)
    done.day.run("extract", "mill.md")
    assert done.now()[drew] == done.before[drew], "put back, both sign-offs hold again"
    path.write_text(ARTICLE.replace("900 visitors", "800 visitors"))
    done.day.run("extract", "mill.md")
    done.day.run("sign", drew, by="cy")
    assert done.now()[drew]["was"] is None, "whoever signs has read it as it is"
    assert done.findings("changed-since-sign-off") == set()
