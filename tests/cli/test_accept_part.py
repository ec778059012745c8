"""One part of a claim is named when a passage is accepted."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Runner

SENTENCE = "The repairs cost $12.5 million and took 14 months."


@pytest.fixture
def claim(run: Runner, desk: Path) -> str:
    (desk / "articles").mkdir()
    (desk / "articles" / "pier.md").write_text(f"# The pier\n\n{SENTENCE}\n")
    (desk / "minutes.txt").write_text("The board noted that the repairs cost $12.5 million.\n")
    run("init")
    run("source", "add", "minutes.txt", "--from", "official-record", "--original")
    run("extract", "articles/pier.md")
    found = run("check", "--format", "json").json["claims"]
    name = str(next(row["id"] for row in found if row["text"] == SENTENCE))
    words = "the repairs cost $12.5 million"
    run("desk", "evidence", name, "minutes", words, "--about", "content", "--stance", "supports")
    return name


def test_a_part_is_named_and_the_other_is_not_covered(run: Runner, claim: str) -> None:
    said = run("explain", claim).out
    assert "Parts: 1 “$12.5 million”; 2 “14 months”" in said
    assert "bears on" not in said
    assert run("accept", claim, "1", "--part", "1").status == 0
    assert "bears on: “$12.5 million”" in run("explain", claim).out
    told = [one["message"] for one in run("check", "--format", "json").json["findings"]]
    assert any("14 months" in message for message in told)
    assert run("accept", claim, "1", "--part", "0").status == 0
    assert "bears on" not in run("explain", claim).out


def test_a_part_that_there_is_not_is_refused_by_name(run: Runner, claim: str) -> None:
    refused = run("accept", claim, "1", "--part", "3")
    assert refused.status == 2
    assert "has no part 3" in refused.err
    assert "It has 2, counted from 1." in refused.err
