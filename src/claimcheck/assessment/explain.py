"""Why a claim stands where it stands, what each origin is worth to it, and the cheapest way to clear it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimcheck.assessment.assess import Assessment, LayerAssessment, OriginRow
from claimcheck.assessment.contradictions import look_again
from claimcheck.assessment.opinion import Opinion
from claimcheck.assessment.origins import UNKNOWN
from claimcheck.assessment.policy import Policy
from claimcheck.assessment.requirements import Unmet, unmet_needs
from claimcheck.assessment.status import Status, judge_items
from claimcheck.assessment.weights import Item, points
from claimcheck.records.models import Claim, Layer, Reliability, Tier

RULE_VERSION = "assessment/1"
"""Of the method itself; the policy's version is that of its constants."""

_MOST_LEFT_OUT = 50
_CLEAR: frozenset[Status] = frozenset({"adequate", "strong", "exempt"})
_BY_HAND = frozenset({"approval-of-unnamed", "attribution", "reply-sought"})
"""Needs that no further source meets."""
_LETTERS: tuple[Reliability, ...] = ("C", "B", "A")
_PURCHASES: tuple[tuple[int, Reliability, Tier], ...] = (
    (1, "C", "secondary"),
    (1, "B", "secondary"),
    (2, "C", "secondary"),
    (1, "B", "first-hand"),
    (2, "B", "secondary"),
    (1, "C", "primary"),
    (1, "B", "primary"),
    (3, "B", "secondary"),
    (1, "A", "primary"),
    (2, "A", "primary"),
)
"""Further sources, the least trouble first."""


@dataclass(frozen=True, slots=True)
class WithoutOrigin:
    """What the layer would be if nothing rested on one origin."""

    origin: str
    status: Status
    belief: float
    changes: bool


@dataclass(frozen=True, slots=True)
class LayerExplanation:
    """One layer, explained."""

    layer: Layer
    status: Status
    sentence: str
    opinion: Opinion
    origins: tuple[OriginRow, ...]
    reasons: tuple[str, ...]
    unmet: tuple[str, ...]
    without: tuple[WithoutOrigin, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What ``claimcheck explain`` prints of a claim.

    Attributes:
        layers: those that decide, the one the status rests on first, then the other one where accepted
            evidence speaks against it although it does not decide.
        cheapest_fix: what to do with the least trouble, one sentence; about what speaks against the claim
            where only that is left, and empty where nothing is.
        rule_version, policy_version: of the method and of its constants.
    """

    claim: str
    status: Status
    sentence: str
    layers: tuple[LayerExplanation, ...]
    if_accepted: Status | None
    cheapest_fix: str
    rule_version: str
    policy_version: str


def explain(claim: Claim, assessment: Assessment, policy: Policy) -> Explanation:
    """Explain an assessment that :func:`~claimcheck.assessment.assess.assess_claim` made of ``claim``."""
    layers = sorted(assessment.deciding_layers, key=lambda layer: layer.layer != assessment.deciding)
    if assessment.contested is not None:
        layers.append(assessment.contested)
    return Explanation(
        claim=claim.id,
        status=assessment.status,
        sentence=assessment.sentence,
        layers=tuple(_explain_layer(claim, layer, policy) for layer in layers),
        if_accepted=assessment.if_accepted,
        cheapest_fix=cheapest_fix(claim, assessment, policy),
        rule_version=RULE_VERSION,
        policy_version=assessment.policy_version,
    )


def _explain_layer(claim: Claim, layer: LayerAssessment, policy: Policy) -> LayerExplanation:
    return LayerExplanation(
        layer=layer.layer,
        status=layer.status,
        sentence=layer.sentence,
        opinion=layer.verdict.opinion,
        origins=layer.origins,
        reasons=layer.reasons,
        unmet=tuple(unmet.message for unmet in layer.verdict.unmet),
        without=() if layer.status == "exempt" else leave_one_out(claim, layer, policy),
    )


def leave_one_out(claim: Claim, layer: LayerAssessment, policy: Policy) -> tuple[WithoutOrigin, ...]:
    """What the layer's status and belief would be without each origin in turn, in the table's order.

    Of very many origins only the heaviest are tried.
    """
    found = []
    for row in layer.origins[:_MOST_LEFT_OUT]:
        left = [
            replace(item, origins=item.origins - {row.origin})
            for item in layer.items
            if item.weight == 0.0 or item.origins != {row.origin}
        ]
        verdict = judge_items(claim, left, policy)
        changes = verdict.status != layer.status
        found.append(WithoutOrigin(row.origin, verdict.status, verdict.opinion.belief, changes))
    return tuple(found)


def cheapest_fix(claim: Claim, assessment: Assessment, policy: Policy) -> str:
    """The least trouble that would clear the claim, found by trying each way; empty where it is clear."""
    fix = _found_by_trying(claim, assessment, policy)
    contested = [assessment.contested] if assessment.contested else []
    against = (item.index for layer in (*assessment.deciding_layers, *contested) for item in layer.against)
    return behind(look_again(claim, against), fix) if fix else ""


def behind(first: str, fix: str) -> str:
    """What to do, behind what is to be done first, if anything."""
    return f"{first}{fix[:1].lower()}{fix[1:]}" if first else fix


def _found_by_trying(claim: Claim, assessment: Assessment, policy: Policy) -> str:
    if assessment.status in _CLEAR:
        settled = assessment.status == "exempt" or claim.states_dispute is not None
        return "" if settled else _fix_against(assessment, assessment.deciding_layers)
    undecided = any(layer.verdict.unsourced == "proposed" for layer in assessment.deciding_layers)
    if assessment.if_accepted in _CLEAR or undecided:
        return f"Decide on the proposals: if all are accepted, the claim is {assessment.if_accepted}."
    unclear = [layer for layer in assessment.deciding_layers if layer.status not in _CLEAR]
    fixes = [_fix_layer(claim, layer, policy) for layer in unclear]
    if unclear == [assessment.statement] and (shown := _by_layer(claim, assessment)):
        fixes = [f"{shown} If not: {fixes[0][:1].lower()}{fixes[0][1:]}"]
    if len(fixes) > 1:
        fixes = [f"For the {layer.layer}: {fix}" for layer, fix in zip(unclear, fixes, strict=True)]
    if assessment.contested is not None and claim.states_dispute is None:
        fixes.append(_fix_against(assessment, ()))
    opposed = any(item.status == "proposed" and item.stance == "contradicts" for item in claim.evidence)
    return " ".join(["Decide first on what may contradict it.", *fixes] if opposed else fixes)


def _by_layer(claim: Claim, assessment: Assessment) -> str:
    """What was accepted about the content may be the statement itself: then somebody has to say so."""
    if assessment.content.decides or assessment.statement.verdict.opinion.points_for:
        return ""
    for item in assessment.content.items:
        if item.stance == "supports" and item.weight:
            command = f"claimcheck accept {claim.id} {item.index + 1} --about statement"
            return f"If {item.source} shows that it was said: {command}."
    return ""


def _fix_against(assessment: Assessment, deciding: Sequence[LayerAssessment]) -> str:
    """What to do where accepted evidence speaks against a claim and its status does not say so.

    Args:
        deciding: the layers that decide whose contradictions are meant too.
    """
    layers = [*deciding, *([assessment.contested] if assessment.contested else [])]
    items = [item for layer in layers for item in layer.against]
    against = _named(items)
    if not against:
        return ""
    if all(item.excluded == "ungraded" for item in items):
        return f"Grade {against}, so that what speaks against the claim can be weighed."
    said = assessment.contested is not None and assessment.contested.layer == "content"
    where = "beside the statement" if said else "in the text"
    many = len({item.source for item in items}) > 1
    return (
        f"Say {where} what {against} {'say' if many else 'says'} against it and have a named person record "
        f"that, or show why {'they' if many else 'it'} should not count."
    )


def _fix_layer(claim: Claim, layer: LayerAssessment, policy: Policy) -> str:
    if layer.status == "contradicted":
        return f"Correct the text, or show why {_against(layer)} should not count."
    if layer.status == "disputed":
        return (
            f"State the dispute in the text and have a named person record that, or show why "
            f"{_against(layer)} should not count."
        )
    return _fix_support(claim, layer, policy)


def _fix_support(claim: Claim, layer: LayerAssessment, policy: Policy) -> str:
    by_hand = [unmet.message for unmet in _needs_by_hand(claim, layer, policy)]
    easier = _without_needs_by_hand(claim, policy)
    if by_hand and _clears(claim, layer.items, easier):
        return f"Only this is missing: {'; '.join(by_hand)}."
    fix = (
        _by_grading(claim, layer, easier)
        or _by_lineage(claim, layer, easier)
        or _by_sources(claim, layer, easier)
        or _by_settling(layer)
    )
    if layer.lacks_support:
        wrong = f"{_against(layer)} {'are' if ' and ' in _against(layer) else 'is'} wrong"
        fix = f"Correct the text; or show that {wrong}, and {fix[:1].lower()}{fix[1:]}"
    return f"{fix} Besides: {'; '.join(by_hand)}." if by_hand else fix


def _needs_by_hand(claim: Claim, layer: LayerAssessment, policy: Policy) -> tuple[Unmet, ...]:
    needs = [need for need in policy.kinds[claim.kind].needs if need in _BY_HAND]
    counting = [item for item in layer.items if item.stance == "supports" and item.weight]
    return unmet_needs(needs, claim, counting)


def _without_needs_by_hand(claim: Claim, policy: Policy) -> Policy:
    kind = policy.kinds[claim.kind]
    left = replace(kind, needs=tuple(need for need in kind.needs if need not in _BY_HAND))
    return replace(policy, kinds={**policy.kinds, claim.kind: left})


def _against(layer: LayerAssessment) -> str:
    return _named(item for item in layer.items if item.stance == "contradicts" and item.weight)


def _named(items: Iterable[Item]) -> str:
    names = sorted({item.source for item in items})
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]])


def _clears(claim: Claim, items: Sequence[Item], policy: Policy) -> bool:
    return judge_items(claim, items, policy).status in _CLEAR


def _by_grading(claim: Claim, layer: LayerAssessment, policy: Policy) -> str:
    ungraded = [item for item in layer.items if item.excluded == "ungraded"]
    for letter in _LETTERS if ungraded else ():
        graded = [_regrade(item, letter, policy) for item in layer.items]
        if _clears(claim, graded, policy):
            return f"Grade {_named(ungraded)}: reliability {letter} or better would do."
    against = _named(item for item in ungraded if item.stance == "contradicts")
    if against and layer.status == "ungraded":
        return (
            f"Grade {_named(ungraded)}: until then nobody knows how heavy the contradiction by {against} is."
        )
    return ""


def _regrade(item: Item, letter: Reliability, policy: Policy) -> Item:
    if item.excluded != "ungraded":
        return item
    factor = policy.hop**item.hops * (policy.translation if item.translated else 1.0)
    factor *= policy.transcript if item.unheard else 1.0
    weight = min(policy.cap, policy.reliability[letter] * policy.tier[item.tier] * factor)
    return replace(item, reliability=letter, weight=weight, points=points(weight), excluded="")


def _by_lineage(claim: Claim, layer: LayerAssessment, policy: Policy) -> str:
    unknown = frozenset({f"{UNKNOWN}:supports"})
    unstated = sorted({item.source for item in layer.items if item.origins == unknown and item.weight})
    if len(unstated) < 2:
        return ""
    told = [
        replace(item, origins=frozenset({item.source})) if item.origins == unknown else item
        for item in layer.items
    ]
    if not _clears(claim, told, policy):
        return ""
    return f"Say where {', '.join(unstated)} got it: from origins of their own, they would do."


def _by_sources(claim: Claim, layer: LayerAssessment, policy: Policy) -> str:
    for number, letter, tier in _PURCHASES:
        further = [_further(claim, layer.layer, place, letter, tier, policy) for place in range(number)]
        if _clears(claim, [*layer.items, *further], policy):
            return _say_purchase(number, letter, tier, claim.kind == "quotation", bool(layer.origins))
    return ""


def _say_purchase(number: int, letter: Reliability, tier: Tier, has_words: bool, own_origin: bool) -> str:
    count = ("one", "two", "three")[number - 1]
    origins = "from different origins" if number > 1 else "from an origin of its own" if own_origin else ""
    words = "that has the words" if has_words else ""
    phrases = f"{tier} source{'s' * (number > 1)} of reliability {letter} or better", origins, words
    return f"Accept {count} {' '.join(phrase for phrase in phrases if phrase)}."


def _further(claim: Claim, layer: Layer, place: int, letter: Reliability, tier: Tier, policy: Policy) -> Item:
    weight = min(policy.cap, policy.reliability[letter] * policy.tier[tier])
    name = f"further source {place}"
    return Item(
        index=-1,
        source=name,
        about=layer,
        stance="supports",
        weight=weight,
        points=points(weight),
        origins=frozenset({name}),
        excluded="",
        tier=tier,
        reliability=letter,
        parts=(),
        match="verbatim" if claim.kind == "quotation" else None,
        named=True,
        document=True,
        hops=0,
        translated=False,
    )


def _by_settling(layer: LayerAssessment) -> str:
    if layer.verdict.both:
        return f"Settle what {', '.join(layer.verdict.both)} says: it says one thing and the other."
    return "Find sources that do not rest on this article, and passages that cover every part."
