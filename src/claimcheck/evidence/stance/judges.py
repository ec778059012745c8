"""Judges behind one call, and how a learned one is held in check by the comparison of facts."""

from __future__ import annotations

from datetime import date

from claimcheck.evidence.stance.model import StanceVerdict
from claimcheck.evidence.stance.verdict import judge_stance

VETO = 0.7
"""Confidence from which what the comparison of facts found cannot be overruled."""


class FactJudge:
    """The comparison of facts as a :class:`Judge`."""

    def judge(
        self, claim: str, passage: str, *, claim_date: date | None = None, passage_date: date | None = None
    ) -> StanceVerdict:
        """What ``passage`` says about ``claim``."""
        return judge_stance(claim, passage, claim_date=claim_date, passage_date=passage_date)


def combine(facts: StanceVerdict, learned: StanceVerdict) -> StanceVerdict:
    """One verdict of two judges; the comparison of facts may veto the learned one, never the reverse.

    - A fact that differs (confidence at least ``VETO``) stands, whatever the learned judge says.
    - A hard gap (a hedge, somebody's statement, a figure or name the passage lacks) keeps support out.
    - Where the two contradict each other otherwise, the answer is neutral, with the reasons of both.
    - Where the facts leave it open for want of words, the learned verdict stands.
    """
    if facts.stance == learned.stance:
        return StanceVerdict(facts.stance, max(facts.confidence, learned.confidence), facts.reasons)
    if facts.stance == "contradicts" and facts.confidence >= VETO:
        return facts
    if facts.stance == "neutral":
        vetoed = learned.stance == "supports" and facts.confidence >= VETO
        return facts if vetoed else learned
    if learned.stance == "neutral":
        return StanceVerdict(facts.stance, facts.confidence * learned.confidence, facts.reasons)
    return StanceVerdict("neutral", 0.5, facts.reasons + learned.reasons)
