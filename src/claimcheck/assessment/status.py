"""The status that a set of weighed items gives a claim: first match wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.assessment.opinion import DIGITS, Opinion, count_origins, form_opinion, total
from claimcheck.assessment.policy import Policy
from claimcheck.assessment.requirements import Unmet, unmet_needs
from claimcheck.assessment.weights import Item
from claimcheck.records.models import Claim

Status = Literal[
    "exempt",
    "unsourced",
    "ungraded",
    "circular",
    "contradicted",
    "disputed",
    "weak",
    "adequate",
    "strong",
]
Unsourced = Literal["", "uncited", "cited", "proposed"]
"""Why there is no evidence: the writer named nothing; named something that is not on hand or not read;
or the machine found something and nobody decided. Empty where there is evidence."""

SEVERITY: tuple[Status, ...] = (
    "contradicted",
    "disputed",
    "unsourced",
    "ungraded",
    "circular",
    "weak",
    "adequate",
    "strong",
    "exempt",
)
"""Worst first: what stands of a claim whose parts or layers differ (it is only as good as its worst part)."""

_NO_OPINION = form_opinion(0.0, 0.0, 1.0)
_AS_IF_ABSENT = frozenset({"no such source", "off the record", "retracted", "text not on hand", "no passage"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with what it rests on.

    Attributes:
        unmet: requirements of the claim's kind that the supporting items do not meet.
        both: origins that say one thing and the other.
        uncovered: indices of the claim's parts that no counting item covers, where others are covered.
        part: index of the part that decided, or None for the claim as a whole.
    """

    status: Status
    unsourced: Unsourced
    opinion: Opinion
    unmet: tuple[Unmet, ...] = ()
    both: tuple[str, ...] = ()
    uncovered: tuple[int, ...] = ()
    part: int | None = None


def worse(status: Status) -> int:
    """Sorting key: the worse a status, the smaller."""
    return SEVERITY.index(status)


def judge_items(claim: Claim, items: Sequence[Item], policy: Policy, *, proposed: bool = False) -> Verdict:
    """The verdict of items that share a layer, on the claim as good as its worst part.

    Args:
        items: what a person accepted, weighed; neutral items count for nothing.
        proposed: whether undecided proposals for this layer exist.
    """
    read = bool(items)
    items = [item for item in items if item.stance != "neutral"]
    if not items:
        return bare_verdict(why_unsourced(claim, read, proposed))
    aspects = _aspects(claim, items)
    covered = {part: own for part, own in aspects.items() if any(item.weight > 0.0 for item in own)}
    if not covered:
        return _judge_aspect(claim, items, policy, proposed, None)
    verdicts = [_judge_aspect(claim, own, policy, proposed, part) for part, own in covered.items()]
    worst = min(verdicts, key=lambda verdict: (worse(verdict.status), verdict.opinion.belief))
    uncovered = tuple(part for part in aspects if part is not None and part not in covered)
    if not uncovered:
        return worst
    status = min(worst.status, "weak", key=worse)
    return Verdict(
        status, "", worst.opinion, unmet=worst.unmet, both=worst.both, uncovered=uncovered, part=worst.part
    )


def _aspects(claim: Claim, items: Sequence[Item]) -> dict[int | None, list[Item]]:
    if not any(item.parts for item in items):
        return {None: list(items)}
    return {
        part: [item for item in items if not item.parts or part in item.parts]
        for part in range(len(claim.parts))
    }


def _judge_aspect(
    claim: Claim, items: Sequence[Item], policy: Policy, proposed: bool, part: int | None
) -> Verdict:
    support = [item for item in items if item.stance == "supports" and item.weight > 0.0]
    against = [item for item in items if item.stance == "contradicts" and item.weight > 0.0]
    opinion = form_opinion(total(count_origins(support)), total(count_origins(against)), policy.prior)
    ground = _groundless(claim, items, support, against, proposed)
    if ground is not None:
        return Verdict(ground[0], ground[1], opinion, part=part)
    kind = policy.kinds[claim.kind]
    unmet = unmet_needs(kind.needs, claim, support)
    both = _say_both(support, against)
    status = _graded(support, against, opinion, policy)
    if status is None:
        weak = opinion.belief < kind.minimum_belief or unmet or both
        status = "weak" if weak else _good(support, opinion, policy)
    return Verdict(status, "", opinion, unmet=unmet, both=both, part=part)


def _groundless(
    claim: Claim,
    items: Sequence[Item],
    support: Sequence[Item],
    against: Sequence[Item],
    proposed: bool,
) -> tuple[Status, Unsourced] | None:
    """Unsourced, ungraded or circular; None where something can be weighed."""
    present = [item for item in items if item.excluded not in _AS_IF_ABSENT]
    if not present:
        return "unsourced", why_unsourced(claim, bool(items), proposed)
    if not support and not against and any(item.excluded == "ungraded" for item in present):
        return "ungraded", ""
    rests = any(item.excluded == "circular" and item.stance == "supports" for item in present)
    return ("circular", "") if rests and not support else None


def bare_verdict(why: Unsourced) -> Verdict:
    """The verdict where nothing is weighed at all."""
    return Verdict("unsourced", why, _NO_OPINION)


def why_unsourced(claim: Claim, accepted: bool = False, proposed: bool = False) -> Unsourced:
    """Why nothing counts for a claim.

    Args:
        accepted: whether a person accepted something, which does not count.
        proposed: whether something waits for a decision.
    """
    if proposed:
        return "proposed"
    named = claim.attributions and any(said.speaker and not said.anonymous for said in claim.attributions)
    return "cited" if accepted or claim.citations or named else "uncited"


def _graded(
    support: Sequence[Item], against: Sequence[Item], opinion: Opinion, policy: Policy
) -> Status | None:
    """Contradicted or disputed; None where neither."""
    serious = opinion.points_against >= policy.serious_points
    if not serious:
        return None
    if not any(round(item.weight, DIGITS) >= policy.serious_weight for item in support):
        return "contradicted"
    return "disputed" if _opposed(support, against, policy) else None


def _opposed(support: Sequence[Item], against: Sequence[Item], policy: Policy) -> bool:
    """Whether some support meets serious contradiction from origins it does not share.

    The contradiction as a whole is known to be serious.
    """
    voices = {item.origins for item in support}
    contradicting = frozenset[str]().union(*(item.origins for item in against))
    if any(not voice & contradicting for voice in voices):
        return True
    for voice in voices:
        others = count_origins(item for item in against if not item.origins & voice)
        if round(total(others), DIGITS) >= policy.serious_points:
            return True
    return False


def _say_both(support: Sequence[Item], against: Sequence[Item]) -> tuple[str, ...]:
    sides = [frozenset[str]().union(*(item.origins for item in side)) for side in (support, against)]
    return tuple(sorted(sides[0] & sides[1]))


def _good(support: Sequence[Item], opinion: Opinion, policy: Policy) -> Status:
    heavy = any(round(item.weight, DIGITS) >= policy.strong_weight for item in support)
    return "strong" if opinion.belief >= policy.strong_belief and heavy else "adequate"
