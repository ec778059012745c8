"""A cut that no rule knows is read carefully wherever an editor works, and the gate goes by what was recorded."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from calling import Runner

SPEECH = (
    "My brother-in-law, who sells fish, will swear to you that the water in the bay is clean enough to "
    "drink. I have seen what he pours into it.\n"
)
KEPT = "the water in the bay is clean enough to drink"
ARTICLE = f"# The bay\n\n“{KEPT.capitalize()},” Ana Ruiz said on Monday.\n"


@pytest.fixture
def desk_at_work(run: Runner, desk: Path) -> Path:
    run("init")
    (desk / "speech.txt").write_text(SPEECH, encoding="utf-8")
    (desk / "bay.md").write_text(ARTICLE, encoding="utf-8")
    run("source", "add", "speech.txt", "--from", "official-record", "--original")
    run("extract", "bay.md")
    return desk


def test_quote_tells_what_was_cut(run: Runner, desk_at_work: Path) -> None:
    told = run("quote", KEPT)
    assert (told.status, told.out.split()[0]) == (1, "TRUNCATED")


def test_judge_tells_it_to_scripts(run: Runner, desk: Path) -> None:
    line = json.dumps({"id": 1, "source_text": SPEECH, "quote": KEPT}).encode()
    assert run("judge", "quotes", "-", stdin=line + b"\n").json["match"] == "truncated"


def test_what_link_recorded_is_what_the_gate_goes_by(run: Runner, desk_at_work: Path) -> None:
    run("link")
    proposed = run("check", "--format", "json").json
    warned = [one for one in proposed["findings"] if one["code"] == "CC206"]
    assert [one["level"] for one in warned] == ["warning"]
    claim = warned[0]["claim"]
    run("accept", claim, "1", "--stance", "supports")
    codes = {
        one["code"] for one in run("check", "--format", "json").json["findings"] if one["level"] == "error"
    }
    assert "CC206" in codes
    records = desk_at_work / "claims/bay.yaml"
    records.write_text(records.read_text("utf-8").replace("match: truncated", "match: verbatim"), "utf-8")
    assert "CC206" not in {one["code"] for one in run("check", "--format", "json").json["findings"]}


def test_the_report_shows_the_words_that_were_cut(run: Runner, desk_at_work: Path) -> None:
    run("link")
    run("report", "-o", "report.html")
    page = (desk_at_work / "report.html").read_text(encoding="utf-8")
    assert "what he pours into it" in " ".join(re.findall(r"<ins[^>]*>(.*?)</ins>", page, re.S))
