"""Whether a passage supports or contradicts a claim, and why, in words an editor reads."""

from claimcheck.evidence.stance.judges import FactJudge, combine
from claimcheck.evidence.stance.model import (
    Examination,
    Finding,
    Judge,
    Question,
    Reason,
    Stance,
    StanceVerdict,
)
from claimcheck.evidence.stance.verdict import JUDGE, examine, judge_stance

__all__ = [
    "JUDGE",
    "Examination",
    "FactJudge",
    "Finding",
    "Judge",
    "Question",
    "Reason",
    "Stance",
    "StanceVerdict",
    "combine",
    "examine",
    "judge_stance",
]
