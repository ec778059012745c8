"""Disputed claims: telling claims whose evidence conflicts from the rest, as average precision.

    python benchmarks/disputes.py

Over the claims of climate-fever, each with the passages its annotators saw. Every passage is judged and
weighed as a B secondary of its own origin; the score is the conflict of the opinion that results (kappa).
Beside it: the prevalence (what a random order earns), a count of stances by the same judge, and both again on
the annotators' own labels, which is what a perfect judge would earn.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from claimcheck.evidence.stance import JUDGE, Stance, judge_stance

POINTS = 2 * 0.48 / (1 - 0.48)
"""Of one B secondary (weight .48)."""
LABELS: dict[str, Stance] = {"SUPPORTS": "supports", "REFUTES": "contradicts", "NEI": "neutral"}
Stances = Sequence[tuple[Stance, float]]


class Passage(TypedDict):
    """One passage of a claim, with the annotators' label."""

    text: str
    label: str


class Row(TypedDict):
    """One claim."""

    claim: str
    evidence: list[Passage]
    label: str


def main() -> None:
    data = os.environ.get("CLAIMCHECK_DATA")
    if not data:
        sys.exit("skipped: CLAIMCHECK_DATA names no folder with verification/")
    with (Path(data) / "verification" / "dev.jsonl").open(encoding="utf-8") as lines:
        rows: list[Row] = [row for row in map(json.loads, lines) if row["dataset"] == "climate-fever"]
    wanted = [row["label"] == "CONFLICTING" for row in rows]
    judged = [[_judged(row["claim"], passage["text"]) for passage in row["evidence"]] for row in rows]
    labels = [[(LABELS.get(passage["label"], "neutral"), 1.0) for passage in row["evidence"]] for row in rows]
    print(f"{len(rows)} claims, {sum(wanted)} disputed; average precision")
    print(f"{sum(wanted) / len(wanted):.3f}  prevalence")
    for name, stances in ((JUDGE, judged), ("annotators' labels", labels)):
        for what, score in (("conflict", conflict), ("count of stances", count)):
            print(f"{average_precision([score(item) for item in stances], wanted):.3f}  {name}: {what}")


def _judged(claim: str, passage: str) -> tuple[Stance, float]:
    verdict = judge_stance(claim, passage)
    return verdict.stance, verdict.confidence


def conflict(stances: Stances) -> float:
    """The conflict of the opinion: 2 min(b, d)."""
    support = POINTS * sum(confidence for stance, confidence in stances if stance == "supports")
    against = POINTS * sum(confidence for stance, confidence in stances if stance == "contradicts")
    return 2 * min(support, against) / (support + against + 2)


def count(stances: Stances) -> float:
    """How many passages the weaker side has."""
    found = [stance for stance, _ in stances]
    return float(min(found.count("supports"), found.count("contradicts")))


def average_precision(scores: Sequence[float], wanted: Sequence[bool]) -> float:
    """Precision at each distinct score, weighted by the recall it adds; ties count together."""
    total, taken, hits = 0.0, 0, 0
    for score in sorted(set(scores), reverse=True):
        group = [want for value, want in zip(scores, wanted, strict=True) if value == score]
        taken += len(group)
        hits += sum(group)
        total += hits / taken * sum(group) / sum(wanted)
    return total


if __name__ == "__main__":
    main()
