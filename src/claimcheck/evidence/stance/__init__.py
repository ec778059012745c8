"""Whether a passage supports or contradicts a claim, and why, in words an editor reads."""

from claimcheck.evidence.stance.judges import FactJudge, combine
from claimcheck.evidence.stance.model import Judge, Reason, Stance, StanceVerdict
from claimcheck.evidence.stance.verdict import JUDGE, judge_stance

__all__ = ["JUDGE", "FactJudge", "Judge", "Reason", "Stance", "StanceVerdict", "combine", "judge_stance"]
