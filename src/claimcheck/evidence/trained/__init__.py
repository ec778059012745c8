"""The trained judge: a small network that reads claim and passage together, held to the comparison of facts.

Its weights are a package of their own, ``claimcheck-desk-judge``, which the extra ``judge`` brings.
"""

from claimcheck.evidence.trained.judge import DamagedJudge, TrainedJudge, trained_judge_at_hand

__all__ = ["DamagedJudge", "TrainedJudge", "trained_judge_at_hand"]
