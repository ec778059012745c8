"""The trained judge: a small network that reads claim and passage together, held to the comparison of facts.

Its weights are a package of their own, ``claimcheck-desk-judge`` (the extra ``judge``).
"""

from claimcheck.evidence.trained.judge import TrainedJudge, installed_judge

__all__ = ["TrainedJudge", "installed_judge"]
