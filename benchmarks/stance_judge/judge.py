"""A trained network and the comparison of facts as one judge, as the program would ask it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from running import Running
from weighing import Weighing

from claimcheck.evidence.stance import Examination, Question, Reason, StanceVerdict, examine
from claimcheck.evidence.stance.judges import VETO


class TrainedJudge:
    """Network and comparison of facts, weighed together; the facts may veto.

    Args:
        folder: with ``judge.onnx``, ``tokenizer.json`` and ``judge.json`` (name, version, weights, bars).

    Attributes:
        version: name and version, as proposals record them.
        network, weighing: the two steps of a verdict.

    Attributes:
        version: name and version, as proposals record them.
        network, weighing: the two steps of a verdict.

    Raises:
        DamagedJudge: where one of them is missing or misshapen.
    """

    def __init__(self, folder: Path) -> None:
        card = json.loads((folder / "judge.json").read_bytes())
        self.version = f"{card['name']}/{card['version']}"
        self.weighing = Weighing(card["weights"], card["support_bar"], card["contradiction_bar"])
        self.network = Running(folder)

    def judge(
        self, claim: str, passage: str, *, claim_date: date | None = None, passage_date: date | None = None
    ) -> StanceVerdict:
        """What ``passage`` says about ``claim``."""
        return self.judge_all([Question(claim, passage, claim_date, passage_date)])[0]

    def judge_all(self, questions: Sequence[Question]) -> list[StanceVerdict]:
        """A verdict for each question, in order; asking together is several times as quick."""
        if not questions:
            return []
        examined = [
            examine(q.claim, q.passage, claim_date=q.claim_date, passage_date=q.passage_date)
            for q in questions
        ]
        logits = self.network.logits([(q.claim, q.passage) for q in questions])
        return [self.verdict(row, facts) for row, facts in zip(logits.tolist(), examined, strict=True)]

    def verdict(self, logits: Sequence[float], facts: Examination) -> StanceVerdict:
        """The verdict on one pair, from the network's logits and what the comparison of facts found."""
        stance, confidence = self.weighing.decide(self.weighing.chances(logits, facts))
        told = facts.verdict
        if stance == "supports" and told.stance == "contradicts" and told.confidence >= VETO:
            return StanceVerdict("neutral", 0.5, told.reasons)  # the veto: never support against a fact
        if stance == told.stance:
            return StanceVerdict(stance, round(confidence, 3), told.reasons)
        read = Reason(f"the trained judge reads the passage so ({confidence:.2f})")
        reasons = told.reasons if stance == "neutral" else (read, *_fitting(stance, facts))
        return StanceVerdict(stance, round(confidence, 3), reasons)


def _fitting(stance: str, facts: Examination) -> tuple[Reason, ...]:
    """What the comparison of facts noticed besides: what differs, or which words it did not find."""
    kind = "contradiction" if stance == "contradicts" else "gap"
    return tuple(finding.reason for finding in facts.findings if finding.kind == kind)[:2]
