"""The trained judge as a :class:`~claimcheck.evidence.stance.Judge`, many pairs at a time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.stance import Examination, Question, Reason, StanceVerdict, examine
from claimcheck.evidence.stance.judges import VETO
from claimcheck.evidence.trained.network import Network
from claimcheck.evidence.trained.weighing import Weighing


class DamagedJudge(ClaimcheckError):
    """The package of the trained judge is there, but its files cannot be used."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"The trained judge in {folder} cannot be used: {why}.",
            remedy='Install claimcheck-desk-judge anew, or leave it out: judges.use = ["facts"]',
        )


class TrainedJudge:
    """Network and comparison of facts, weighed together; the facts may veto.

    Args:
        folder: with ``judge.onnx``, ``tokenizer.json`` and ``judge.json`` (name, version, weights, bars).

    Attributes:
        version: name and version, as proposals record them.
        network, weighing: the two steps of a verdict.

    Raises:
        DamagedJudge: where one of them is missing or misshapen.
    """

    def __init__(self, folder: Path) -> None:
        try:
            card = json.loads((folder / "judge.json").read_bytes())
            self.version = f"{card['name']}/{card['version']}"
            self.weighing = Weighing(card["weights"], card["support_bar"], card["contradiction_bar"])
            self.network = Network(folder)
        except Exception as error:  # onnxruntime and tokenizers raise classes of their own
            raise DamagedJudge(folder, f"{type(error).__name__}: {str(error)[:200]}") from error

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


def installed_judge() -> TrainedJudge:
    """The judge of the installed package ``claimcheck-desk-judge``.

    Raises:
        ImportError: where it is not installed.
        DamagedJudge.
    """
    from claimcheck_desk_judge import FOLDER

    return TrainedJudge(FOLDER)
