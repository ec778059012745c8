"""A judge that takes words in common for support."""

from datetime import date

from claimcheck.evidence.stance import Reason, StanceVerdict


class EchoJudge:
    """Support where a passage has at least a third of the claim's words."""

    def judge(
        self, claim: str, passage: str, *, claim_date: date | None = None, passage_date: date | None = None
    ) -> StanceVerdict:
        """What ``passage`` says about ``claim``."""
        wanted, held = set(claim.lower().split()), set(passage.lower().split())
        if len(wanted & held) * 3 < len(wanted):
            return StanceVerdict("neutral", 0.5)
        return StanceVerdict("supports", 0.6, (Reason("says it in much the same words"),))
