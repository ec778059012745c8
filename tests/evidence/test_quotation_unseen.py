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
NOT_RUN_YET: frozenset[int] = frozenset()
"""Sets that were written and committed before the checker is run on them."""
CASES: list[dict[str, Any]] = [row for row in map(json.loads, LINES) if row["set"] not in NOT_RUN_YET]
KNOWN_WRONG = frozenset(
    (
        "[The Danes] organised it, not us",
        "The witness identified the man",
        "Our deposits are insured",
        "The audience wept",
        "the hero shoots his father",
        "It is the best play in London",
        "The guards treated me decently",
        "The village is growing.",
        "[Marsh] hits harder than any lightweight I ever trained, and he listens",
        "[Halloran] saw no sign of a wage spiral and … would vote to hold",
        "I heard the mill bell at midnight, and I knew by the way it rang that somebody was hurt.",
        "The tenants will pay at Michaelmas and not before; they have lost half the barley and all the hay",
        "[Mr Vane] left an envelope on my desk, and I did not open it.",
        "Die Stadt ist schuldenfrei",
        "Nous signerons l'accord avec la Sarvénie avant l'été",
        "The building was found to be in good repair",
        "this minister has never broken a promise",
        "The company is insolvent … and I shall appoint an administrator",
        "[Herr Tolksdorf] hat die Kasse nie angerührt",
        "The train reached the viaduct",
        "I have been well treated and want for nothing",
    )
)
"""Quotations whose verdict is not right yet."""
KNOWN_ELSEWHERE = frozenset(
    (
        "We will not rest until the port reopens",
        "I … never saw that letter",
        "Many farms were counted twice",
        "[Halloran] saw no sign of a wage spiral and … would vote to hold",
        "[Mr Vane] left an envelope on my desk, and I did not open it.",
        "We shall rebuild the harbour … and we shall do it with our own hands, with the stones of the old mole "
        "and the timber that the storm has been so good as to leave on the beach",
        "Lord Ashburn alone of the council spoke for peace",
        "[Lemm] gave me the job, and she never let me forget that she had fought for it",
    )
)
"""Quotations whose passage is placed otherwise than a person would."""
KNOWN_UNSAID = frozenset(("Nous signerons l'accord avec la Sarvénie avant l'été",))
"""Words the speaker had written down and did not say: told as nobody's, where a person said truncated."""


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
    if "speaker" in case and case["quote"] not in KNOWN_UNSAID:
        assert verdict.wrong_speaker is case.get("wrong", False), verdict.warnings
    if start < 0 or verdict.start is None or case["quote"] in KNOWN_ELSEWHERE:
        return
    shared = max(0, min(verdict.end, end) - max(verdict.start, start))
    assert shared >= 0.9 * (max(verdict.end, end) - min(verdict.start, start))
