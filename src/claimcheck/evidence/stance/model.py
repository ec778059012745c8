"""What a stance judge answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

Stance = Literal["supports", "contradicts", "neutral"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in words an editor reads.

    Attributes:
        text: such as "source: 57 years old; article: 75 years old".
        claim_span: code points of the claim it is about, or None.
        passage_span: code points of the passage it is about, or None.
    """

    text: str
    claim_span: Span | None = None
    passage_span: Span | None = None


@dataclass(frozen=True, slots=True)
class StanceVerdict:
    """What a passage says about a claim, how surely (0 to 1), and why."""

    stance: Stance
    confidence: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One mismatch between claim and passage.

    Attributes:
        kind: ``contradiction``: both cannot be right; ``gap``: the passage leaves it open.
        check: the comparison that found it.
        weight: how sure it is, 0 to 1.
    """

    kind: Literal["contradiction", "gap"]
    check: str
    weight: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Examination:
    """What the comparison of facts found, mismatch by mismatch.

    Attributes:
        topic: how much of the claim's words the passage answers, 0 to 1.
    """

    verdict: StanceVerdict
    findings: tuple[Finding, ...]
    topic: float


@dataclass(frozen=True, slots=True)
class Question:
    """A claim, a passage, and the day each was published, where known."""

    claim: str
    passage: str
    claim_date: date | None = None
    passage_date: date | None = None


class Judge(Protocol):
    """Anything that judges a passage; a later, learned judge stands behind the same call."""

    def judge(
        self, claim: str, passage: str, *, claim_date: date | None = None, passage_date: date | None = None
    ) -> StanceVerdict:
        """What ``passage`` says about ``claim``."""
        ...
