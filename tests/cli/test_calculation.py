"""A figure worked out from a table, from the command to the gate."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Runner

ARTICLE = "# Piers\n\nThe three piers cost $41.2 million.\n"
TABLE = 'Pier,Cost\nNorth,"$12,500,000"\nSouth,"$13,700,000"\nEast,"$15,000,000"\n'
ASIDE = ("--about", "content", "--stance", "supports")


@pytest.fixture
def claim(run: Runner, desk: Path) -> str:
    (desk / "articles").mkdir()
    (desk / "articles" / "piers.md").write_text(ARTICLE)
    (desk / "budget.csv").write_text(TABLE)
    run("init")
    run("source", "add", "budget.csv", "--from", "official-record", "--original")
    run("extract", "articles/piers.md")
    return run("extract", "--json", "articles/piers.md").json["claims"][0]["id"]


def found(run: Runner) -> set[str]:
    return {finding["code"] for finding in run("check", "--format", "json").json["findings"]}


def test_check_works_a_calculation_out_again(run: Runner, desk: Path, claim: str) -> None:
    added = run("desk", "evidence", claim, "budget", *ASIDE, "--calculation", "=SUM(B2:B4)")
    assert (added.status, added.err) == (0, "")
    assert "SUM(B2:B4) gives 41,200,000" in added.out
    assert not found(run) & {"CC401", "CC406"}
    assert "worked out: SUM(B2:B4)" in run("explain", claim).out
    (desk / "articles" / "piers.md").write_text(ARTICLE.replace("41.2", "42.1"))
    run("extract", "articles/piers.md")
    assert "CC406" in found(run)


def test_another_formula_over_the_same_cells_takes_the_place_of_the_first(
    run: Runner, desk: Path, claim: str
) -> None:
    run("desk", "evidence", claim, "budget", *ASIDE, "--calculation", "SUM(B2:B4)")
    again = run("desk", "evidence", claim, "budget", *ASIDE, "--calculation", "SUM(B2:B4)")
    assert again.status == 2
    other = run("desk", "evidence", claim, "budget", *ASIDE, "--calculation", "AVERAGE(B2:B4)")
    assert other.status == 0
    assert "the claim has another figure" in other.err
    assert "CC406" in found(run)


def test_a_signature_does_not_outlive_its_calculation(run: Runner, desk: Path, claim: str) -> None:
    run("desk", "evidence", claim, "budget", *ASIDE, "--calculation", "SUM(B2:B4)")
    run("sign", claim, "--decision", "verified")
    assert "CC702" not in found(run)
    run("desk", "evidence", claim, "budget", *ASIDE, "--calculation", "SUM(B2:B4) + 0")
    assert "CC702" in found(run)


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ("B9 * 2", "none of its cells"),
        ("B2 *", "no formula"),
        ("A2 + B2", "holds no number"),
        ("B2 / (B2 - B2)", "divides"),
    ],
)
def test_what_cannot_be_worked_out_is_not_recorded(
    run: Runner, desk: Path, claim: str, formula: str, why: str
) -> None:
    before = (desk / "claims" / "piers.yaml").read_bytes()
    refused = run("desk", "evidence", claim, "budget", *ASIDE, "--calculation", formula)
    assert refused.status == 2
    assert why in refused.err
    assert "Traceback" not in refused.err
    assert (desk / "claims" / "piers.yaml").read_bytes() == before


def test_words_and_a_calculation_exclude_each_other(run: Runner, desk: Path, claim: str) -> None:
    both = run("desk", "evidence", claim, "budget", "North", *ASIDE, "--calculation", "B2")
    assert both.status == 2
    assert "leave WORDS, --at and --start out" in both.err


def test_a_record_edited_together_with_its_passage_is_told(run: Runner, desk: Path, claim: str) -> None:
    run("desk", "evidence", claim, "budget", *ASIDE, "--calculation", "SUM(B2:B4)")
    assert "CC406" not in found(run)
    record = desk / "claims" / "piers.yaml"
    kept = record.read_text()
    record.write_text(kept.replace("$13,700,000", "$13,900,000"))
    assert "CC406" in found(run)
    record.write_text(kept)
    assert "CC406" not in found(run)
    cells = desk / "sources" / "budget" / "blocks.json"
    cells.write_text(cells.read_text().replace('"B3"', '"C3"'))
    assert "CC406" in found(run)
