"""A trained network and the comparison of facts as one judge, as the program would ask it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pydantic import BaseModel
from running import Running
from weighing import Weighing

from claimcheck.evidence.stance import Examination, Reason, Stance, StanceVerdict, examine
from claimcheck.evidence.stance.judges import VETO


class Card(BaseModel):
    """``judge.json``: what the network is called, and how its answers are weighed; see :class:`Weighing`."""

    name: str
    version: int
    support_bar: float
    contradiction_bar: float
    doubt_bar: float
    weights: dict[str, tuple[float, float, float]]


class TrainedJudge:
    """Network and comparison of facts as one judge. What the facts found stands; see :meth:`verdict`.

    Args:
        folder: with ``judge.onnx``, ``tokenizer.json`` and ``judge.json`` (a :class:`Card`).

    Attributes:
        version: name and version.
        network, weighing: the two steps of a verdict.
    """

    def __init__(self, folder: Path) -> None:
        card = Card.model_validate_json((folder / "judge.json").read_bytes())
        self.version = f"{card.name}/{card.version}"
        self.weighing = Weighing(card.weights, card.support_bar, card.contradiction_bar, card.doubt_bar)
        self.network = Running(folder)

    def judge(
        self, claim: str, passage: str, *, claim_date: date | None = None, passage_date: date | None = None
    ) -> StanceVerdict:
        """What ``passage`` says about ``claim``."""
        facts = examine(claim, passage, claim_date=claim_date, passage_date=passage_date)
        return self.verdict(self.network.logits(claim, passage), facts)

    def verdict(self, logits: Sequence[float], facts: Examination) -> StanceVerdict:
        """The verdict on one pair, from the network's logits and what the comparison of facts found.

        A fact that differs stands, whatever the network reads. Where the facts say support, the network may
        doubt it, and the pair is left open. Where they leave it open, it is heard from its bars on; but it
        makes no support of a passage that lacks a figure or name, or only hedges or reports.
        """
        told = facts.verdict
        if told.stance == "contradicts":
            return told
        if told.stance == "supports":
            doubt = self.weighing.doubt(logits)
            read = Reason(f"the trained judge reads a contradiction ({doubt:.2f})")
            return StanceVerdict("neutral", 0.5, (read,)) if doubt >= self.weighing.doubt_bar else told
        stance, confidence = self.weighing.decide(self.weighing.chances(logits, facts))
        if stance == "neutral" or (stance == "supports" and told.confidence >= VETO):
            return told
        read = Reason(f"the trained judge reads the passage so ({confidence:.2f})")
        return StanceVerdict(stance, round(confidence, 3), (read, *_fitting(stance, facts)))


def _fitting(stance: Stance, facts: Examination) -> tuple[Reason, ...]:
    """What the comparison of facts noticed besides: what differs, or which words it did not find."""
    kind = "contradiction" if stance == "contradicts" else "gap"
    return tuple(finding.reason for finding in facts.findings if finding.kind == kind)[:2]
