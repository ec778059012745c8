"""Quotations of many domains that were written before the checker was run on them. All sentences are invented.

``unseen_quotations.jsonl`` holds a case a line; the passage that a verdict points at stands between ⟦ and ⟧ in
the source. What the first runs gave stands in ``benchmarks/RESULTS.md``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.evidence.quotations import judge_quotation

LINES = (Path(__file__).parent / "unseen_quotations.jsonl").read_text(encoding="utf-8").splitlines()
NOT_RUN_YET: frozenset[int] = frozenset({10})
"""Sets that were written and committed before the checker is run on them."""
CASES: list[dict[str, Any]] = [row for row in map(json.loads, LINES) if row["set"] not in NOT_RUN_YET]
KNOWN_WRONG = frozenset(
    (
        "[The Danes] organised it, not us",
        "The aircraft was fit to fly",
        "The witness identified the man",
        "Our deposits are insured",
        "every second borrower would default",
        "The audience wept",
        "the hero shoots his father",
        "It is the best play in London",
        "The guards treated me decently",
        "The village is growing.",
    )
)
"""Quotations whose verdict is not right yet."""
KNOWN_ELSEWHERE = frozenset(
    (
        "We will not rest until the port reopens",
        "I … never saw that letter",
        "Many farms were counted twice",
    )
)
"""Quotations whose passage is placed otherwise than a person would."""


def _judged(case: dict[str, Any]) -> tuple[Any, int, int]:
    marked = case["source"]
    start = marked.find("⟦")
    source = marked.replace("⟦", "", 1)
    end = source.find("⟧")
    options = {name: case[name] for name in ("speaker", "segments") if name in case}
    return judge_quotation(source.replace("⟧", "", 1), case["quote"], **options), start, end


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['set']}-{case['group']}-{case['quote'][:30]}"
)
def test_unseen_quotation(case: dict[str, Any]) -> None:
    verdict, start, end = _judged(case)
    if case["quote"] not in KNOWN_WRONG:
        assert verdict.match in case["match"]
    if "speaker" in case:
        assert verdict.wrong_speaker is case.get("wrong", False), verdict.warnings
    if start < 0 or verdict.start is None or case["quote"] in KNOWN_ELSEWHERE:
        return
    shared = max(0, min(verdict.end, end) - max(verdict.start, start))
    assert shared >= 0.9 * (max(verdict.end, end) - min(verdict.start, start))
