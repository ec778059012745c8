"""What one item of evidence weighs, and why an item counts for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from claimcheck.assessment.origins import UNKNOWN, Lineage
from claimcheck.assessment.policy import Policy
from claimcheck.records.models import (
    Claim,
    Evidence,
    Layer,
    QuotationMatch,
    Reliability,
    Source,
    Stance,
    Tier,
)

Exclusion = Literal[
    "",
    "no such source",
    "off the record",
    "retracted",
    "text not on hand",
    "no passage",
    "ungraded",
    "circular",
    "not word for word",
]
"""Why an item weighs nothing; empty where it counts."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of evidence, weighed.

    Attributes:
        index: position in the claim's evidence.
        weight: ``w`` in [0, cap].
        points: ``2w / (1 - w)``.
        origins: ids of the origins it rests on, without withdrawn ones; unknown lineage is one per stance.
        parts: indices of the claim's parts it covers; empty means the whole claim.
        unheard: True where it is a machine's transcript that nobody compared with the recording.
        document: True where the source is a text or a testimony on hand, not held privately.
    """

    index: int
    source: str
    about: Layer
    stance: Stance
    weight: float
    points: float
    origins: frozenset[str]
    excluded: Exclusion
    tier: Tier
    reliability: Reliability
    parts: tuple[int, ...]
    match: QuotationMatch | None
    named: bool
    document: bool
    hops: int
    translated: bool
    unheard: bool = False


def points(weight: float) -> float:
    """Points of evidence of a weight below 1: ``2w / (1 - w)``, so that one item alone gives belief ``w``."""
    return 2.0 * weight / (1.0 - weight)


def graded(evidence: Evidence, source: Source | None) -> tuple[Tier, Reliability]:
    """The grade that counts for an item: its own, else its source's; where there is no source, the least."""
    tier = evidence.tier or (source.tier if source else "tertiary")
    return tier, evidence.reliability or (source.reliability if source else "F")


def say_grade(tier: Tier, reliability: Reliability) -> str:
    """A grade in the words that every message uses."""
    return f"{tier}, reliability {reliability}"


def weigh(
    index: int, claim: Claim, sources: Mapping[str, Source], lineage: Lineage, policy: Policy, article: str
) -> Item:
    """Weigh one item of a claim's evidence as if it were accepted."""
    evidence = claim.evidence[index]
    source = sources.get(evidence.source)
    origins, fate = _origins(evidence, lineage, article)
    tier, reliability = graded(evidence, source)
    weight = 0.0
    excluded: Exclusion = "no such source"
    unheard = source is not None and source.unheard_at(evidence.start, evidence.end)
    if source is not None:
        weight = _weight(source, tier, reliability, policy, unheard)
        excluded = _exclusion(claim, evidence, source, weight, fate)
    weight = 0.0 if excluded else weight
    return Item(
        index=index,
        source=evidence.source,
        about=evidence.about,
        stance=evidence.stance,
        weight=weight,
        points=points(weight),
        origins=origins,
        excluded=excluded,
        tier=tier,
        reliability=reliability,
        parts=tuple(evidence.parts),
        match=evidence.match,
        named=source.named if source else True,
        document=source is not None and source.text is not None,
        hops=source.hops if source else 0,
        translated=_unverified(source),
        unheard=unheard,
    )


def _unverified(source: Source | None) -> bool:
    return source is not None and source.translated and source.translation_verified is None


def _weight(source: Source, tier: Tier, reliability: Reliability, policy: Policy, unheard: bool) -> float:
    factor = policy.translation if _unverified(source) else 1.0
    factor *= policy.transcript if unheard else 1.0
    return min(
        policy.cap, policy.reliability[reliability] * policy.tier[tier] * policy.hop**source.hops * factor
    )


def _origins(evidence: Evidence, lineage: Lineage, article: str) -> tuple[frozenset[str], Exclusion]:
    roots = lineage.of(evidence.source)
    standing = [root for root in roots if not root.retracted]
    if not standing:
        return frozenset(), "retracted"
    outside = [root for root in standing if root.id != article]
    if not outside:
        return frozenset({article}), "circular"
    known = frozenset(root.id for root in outside if root.id != UNKNOWN)
    # Beside a known root an unknown one proves no second origin.
    return known or frozenset({f"{UNKNOWN}:{evidence.stance}"}), ""


def _exclusion(claim: Claim, evidence: Evidence, source: Source, weight: float, fate: Exclusion) -> Exclusion:
    if source.terms == "off record":
        return "off the record"
    if source.retracted is not None or fate == "retracted":
        return "retracted"
    attested = source.testimony is not None or source.private is not None
    if source.text is None and not attested:
        return "text not on hand"
    if not attested and not evidence.exact:
        return "no passage"
    if weight == 0.0:
        return "ungraded"
    if fate == "circular":
        return "circular"
    return "" if _words_hold(claim, evidence) else "not word for word"


def _words_hold(claim: Claim, evidence: Evidence) -> bool:
    """A quotation is supported only by a passage that has its words; other evidence needs no match."""
    if evidence.about != "statement" or evidence.stance != "supports":
        return True
    if evidence.match is None:
        return claim.kind != "quotation"
    return evidence.match in ("verbatim", "edited")
