"""The assessment in words: one sentence a status, one line an item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.assessment.opinion import count_origins
from claimcheck.assessment.policy import Policy
from claimcheck.assessment.status import Verdict
from claimcheck.assessment.weights import Item
from claimcheck.records.counting import counted
from claimcheck.records.models import Claim, Genre, Layer


def say_exempt(claim: Claim, genre: Genre) -> str:
    """The sentence that says why a claim needs no sourcing, or nothing if it does."""
    if claim.exempt is not None:
        why = f": {claim.exempt.why}" if claim.exempt.why else "."
        return f"Exempt: {claim.exempt.by} said on {claim.exempt.at[:10]} that it needs no sourcing{why}"
    return "Exempt: the article is opinion." if genre == "opinion" else ""


def item_reason(item: Item) -> str:
    """One line on an item: its grade, its weight and points, or why it counts for nothing."""
    grade = f"{item.tier}, reliability {item.reliability}"
    if item.excluded:
        return f"{item.source} ({item.stance}; {grade}): not counted, {_EXCLUDED[item.excluded]}"
    relays = f", {counted(item.hops, 'relay')}" if item.hops else ""
    translated = ", translation not verified" if item.translated else ""
    translated += ", a machine's transcript nobody has heard" if item.unheard else ""
    if item.stance == "neutral":
        return f"{item.source} (neutral; {grade}{relays}{translated}): counts for neither side"
    return (
        f"{item.source} ({item.stance}; {grade}{relays}{translated}): "
        f"weight {item.weight:.3f}, {item.points:.3f} points"
    )


_EXCLUDED = {
    "no such source": "no source of that name is recorded",
    "off the record": "it is off the record",
    "retracted": "it, or all it rests on, was withdrawn",
    "text not on hand": "its text is not on hand",
    "no passage": "no passage of it is named",
    "ungraded": "nobody graded the source",
    "circular": "it rests on this article",
    "not word for word": "the words are not the source's",
}


def say_verdict(
    claim: Claim, verdict: Verdict, items: Sequence[Item], policy: Policy, *, beside: Layer | None = None
) -> str:
    """One sentence that explains a verdict.

    Args:
        beside: the layer that is judged, where passages about the other one were accepted, so that the
            sentence must say which of the two questions it answers.
    """
    wanted = _wanted(claim, beside)
    neutral = [item for item in items if item.stance == "neutral"]
    items = [item for item in items if item.stance != "neutral"]
    if verdict.status == "unsourced":
        near = any(item.status == "proposed" and item.stance == "neutral" for item in claim.evidence)
        return say_unsourced(verdict, items, neutral, near=near, beside=beside)
    support = [item for item in items if item.stance == "supports" and item.weight > 0.0]
    against = [item for item in items if item.stance == "contradicts" and item.weight > 0.0]
    pro, contra = _origins(support), _origins(against)
    match verdict.status:
        case "ungraded":
            return f"Ungraded: nobody has said how reliable {_names(items)} {_be(items)}."
        case "circular":
            return f"Circular: {_names(items, 'circular')} {_rest(items, 'circular')} on this article."
        case "contradicted":
            basis = "nothing of weight" if support else "nothing"
            return f"Contradicted by {contra} ({_names(against)}), and {basis} supports {wanted}."
        case "disputed":
            return (
                f"Disputed: {pro} for ({_names(support)}), {contra} against ({_names(against)}), "
                f"conflict {verdict.opinion.conflict:.2f}."
            )
        case "weak":
            return f"Weak: {'; '.join(_weaknesses(claim, verdict, support, policy, wanted))}."
        case _:
            belief = verdict.opinion.belief
            return f"{verdict.status.capitalize()}: {pro} ({_names(support)}), belief {belief:.2f}."


def say_unsourced(
    verdict: Verdict,
    items: Sequence[Item],
    neutral: Sequence[Item] = (),
    *,
    near: bool = False,
    beside: Layer | None = None,
) -> str:
    """One sentence on why nothing counts.

    Args:
        items: what was accepted for or against the claim.
        neutral: what was accepted and is neither.
        near: whether passages near the matter are proposed.
        beside: the layer that is judged, where passages about the other one were accepted.
    """
    if verdict.unsourced == "proposed":
        return "Unsourced: passages were found, but nobody has decided on them."
    if items:
        causes = sorted({_EXCLUDED[item.excluded] for item in items if item.excluded})
        return f"Unsourced: {_names(items)} cannot count ({'; '.join(causes)})."
    if neutral:
        return f"Unsourced: what was accepted from {_names(neutral)} neither supports nor contradicts it."
    if beside is not None:
        return f"Unsourced: {_BESIDE[beside]}."
    if verdict.unsourced == "cited":
        return "Unsourced: the text names a source, but no passage of it was read."
    found = "what was found neither supports nor contradicts it" if near else "none was found"
    return f"Unsourced: the text names no source, and {found}."


_BESIDE: Mapping[Layer, str] = {
    "statement": "the passages accepted are about what was said; none shows that it was said",
    "content": "the passages accepted are about whether it was said; none tells whether it is so",
}


def _wanted(claim: Claim, beside: Layer | None) -> str:
    """What support is missing for, in a word or two."""
    if beside is None:
        return "it"
    if beside == "statement":
        return "that it was said"
    said = claim.attributions or claim.kind in ("reported", "quotation")
    return "what was said" if said else "what it says"


def _weaknesses(
    claim: Claim, verdict: Verdict, support: Sequence[Item], policy: Policy, wanted: str
) -> list[str]:
    least = policy.kinds[claim.kind].minimum_belief
    found = []
    if verdict.uncovered:
        parts = ", ".join(
            f"“{claim.text[claim.parts[part].start : claim.parts[part].end]}”" for part in verdict.uncovered
        )
        found.append(f"nothing covers {parts}")
    if verdict.both:
        found.append(f"{', '.join(verdict.both)} says both")
    if not support:
        found.append(f"nothing that counts supports {wanted}")
    elif verdict.opinion.belief < least:
        found.append(
            f"{_origins(support)} ({_names(support)}), belief {verdict.opinion.belief:.2f} "
            f"where {least:.2f} is needed"
        )
    return found + [unmet.message for unmet in verdict.unmet]


def _origins(items: Sequence[Item]) -> str:
    return counted(len(count_origins(items)), "origin")


def _sources(items: Sequence[Item], excluded: str = "") -> list[str]:
    return sorted({item.source for item in items if not excluded or item.excluded == excluded})


def _names(items: Sequence[Item], excluded: str = "") -> str:
    names = _sources(items, excluded)
    shown = names if len(names) <= 3 else [*names[:2], f"{len(names) - 2} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _be(items: Sequence[Item]) -> str:
    return "is" if len(_sources(items)) == 1 else "are"


def _rest(items: Sequence[Item], excluded: str) -> str:
    return "rests" if len(_sources(items, excluded)) == 1 else "rest"
