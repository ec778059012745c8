"""How the network's answer and the comparison of facts are weighed together. Pure.

A softmax regression over a few dozen features, fitted on pairs that the network was not trained on
(``benchmarks/stance_judge/weigh.py``), and bars from which the network is heard.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.evidence.stance import Examination, Stance

STANCES: tuple[Stance, ...] = ("supports", "contradicts", "neutral")


@dataclass(frozen=True, slots=True)
class Weighing:
    """The fitted weights.

    Attributes:
        weights: by feature, what it adds to the logit of each of ``STANCES``.
        support_bar, contradiction_bar: least probability at which either is said.
        doubt_bar: least probability of a contradiction, to the network alone, that keeps a support back.
    """

    weights: Mapping[str, Sequence[float]]
    support_bar: float
    contradiction_bar: float
    doubt_bar: float

    def chances(self, logits: Iterable[float], facts: Examination) -> list[float]:
        """The probability of each of ``STANCES``."""
        sums = [0.0, 0.0, 0.0]
        for name, value in features(logits, facts):
            for at, weight in enumerate(self.weights.get(name, ())):
                sums[at] += weight * value
        return _softmax(sums)

    def doubt(self, logits: Sequence[float]) -> float:
        """How probable a contradiction is to the network alone."""
        return _softmax(logits)[STANCES.index("contradicts")]

    def decide(self, chances: Sequence[float]) -> tuple[Stance, float]:
        """The stance that is said, and its probability: the likeliest, if it reaches its bar."""
        supports, contradicts, neutral = chances
        if supports >= max(contradicts, neutral, self.support_bar):
            return "supports", supports
        if contradicts >= max(supports, neutral, self.contradiction_bar):
            return "contradicts", contradicts
        return "neutral", neutral


def _softmax(logits: Sequence[float]) -> list[float]:
    raised = [math.exp(each - max(logits)) for each in logits]
    return [each / sum(raised) for each in raised]


def features(logits: Iterable[float], facts: Examination) -> Iterator[tuple[str, float]]:
    """What is weighed: the network's centred logits and what the facts found, by the comparison that did."""
    values = [float(each) for each in logits]
    mean = sum(values) / len(values)
    yield "one", 1.0
    for stance, value in zip(STANCES, values, strict=True):
        yield f"network {stance}", value - mean
    yield f"facts {facts.verdict.stance}", facts.verdict.confidence
    yield "topic", facts.topic
    strongest: dict[str, float] = {}
    for finding in facts.findings:
        name = f"{finding.kind} {finding.check}"
        strongest[name] = max(strongest.get(name, 0.0), finding.weight)
    yield from strongest.items()
