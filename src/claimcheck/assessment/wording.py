"""The assessment in words: one sentence a status, one line an item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from claimcheck.assessment.contradictions import (
    EXCLUDED,
    concerned,
    grade_of,
    lacks_support,
    say_against,
    standing_against,
)
from claimcheck.assessment.opinion import count_origins
from claimcheck.assessment.origins import say_origin
from claimcheck.assessment.policy import Policy
from claimcheck.assessment.status import Unsourced, Verdict
from claimcheck.assessment.weights import Item
from claimcheck.records.counting import counted
from claimcheck.records.models import Claim, Evidence, Genre, Layer, Stance
from claimcheck.records.shortening import shorten


def say_exempt(claim: Claim, genre: Genre) -> str:
    """The sentence that says why a claim needs no sourcing, or nothing if it does."""
    if claim.exempt is not None:
        why = f": {claim.exempt.why}" if claim.exempt.why else "."
        return f"Exempt: {claim.exempt.by} said on {claim.exempt.at[:10]} that it needs no sourcing{why}"
    return "Exempt: the article is opinion." if genre == "opinion" else ""


def item_reason(item: Item) -> str:
    """One line on an item: its grade, its weight and points, or why it counts for nothing."""
    grade = grade_of(item)
    if item.excluded:
        return f"{item.source} ({item.stance}; {grade}): not counted, {EXCLUDED[item.excluded]}"
    relays = f", {counted(item.hops, 'relay')}" if item.hops else ""
    translated = ", translation not verified" if item.translated else ""
    translated += ", a machine's transcript nobody has heard" if item.unheard else ""
    if item.stance == "neutral":
        return f"{item.source} (neutral; {grade}{relays}{translated}): counts for neither side"
    return (
        f"{item.source} ({item.stance}; {grade}{relays}{translated}): "
        f"weight {item.weight:.3f}, {item.points:.3f} points"
    )


def say_verdict(
    claim: Claim, verdict: Verdict, items: Sequence[Item], policy: Policy, *, beside: Layer | None = None
) -> str:
    """One sentence that explains a verdict, and says what speaks against the claim whatever it weighs.

    Args:
        beside: the layer that is judged, where passages about the other one were accepted, so that the
            sentence must say which of the two questions it answers.
    """
    wanted = _wanted(claim, beside)
    against = standing_against(items)
    if verdict.status == "unsourced":
        told = say_unsourced(verdict, items, claim.evidence, beside=beside)
        return f"{told.removesuffix('.')}{say_against(against, wanted, causes=False)}."
    told, named = _say_counting(claim, verdict, items, policy, wanted)
    others = [item for item in against if item not in named]
    clear = verdict.status in ("adequate", "strong")
    causes = verdict.status != "ungraded"
    too_light_for = "disputed" if clear else ""
    return f"{told}{say_against(others, wanted, too_light_for=too_light_for, causes=causes)}."


def _say_counting(
    claim: Claim, verdict: Verdict, items: Sequence[Item], policy: Policy, wanted: str
) -> tuple[str, Sequence[Item]]:
    """What a verdict rests on, without a full stop; and the items against it that are named in it."""
    items = concerned(verdict, [item for item in items if item.stance != "neutral"])
    support = [item for item in items if item.stance == "supports" and item.weight > 0.0]
    against = [item for item in items if item.stance == "contradicts" and item.weight > 0.0]
    what = wanted if verdict.part is None else f"“{_part(claim, verdict.part)}”"
    match verdict.status:
        case "ungraded":
            return f"Ungraded: nobody has said how reliable {_names(items)} {_be(items)}", ()
        case "circular":
            circular = _names(items, "circular")
            return f"Circular: {circular} {_rest(items, 'circular')} on this article", ()
        case "contradicted":
            told = f"Contradicted by {_origins(against)} ({_names(against)}), and "
            if support:
                return f"{told}what supports {what} ({_names(support)}) weighs too little", against
            return f"{told}nothing supports {what}", against
        case "disputed":
            return (
                f"Disputed: {_origins(support)} for ({_names(support)}), {_origins(against)} against "
                f"({_names(against)}), conflict {verdict.opinion.conflict:.2f}"
            ), against
        case "weak":
            if lacks_support(verdict, items):
                counter = say_against(against, "it", too_light_for="contradicted")
                return f"Weak: nothing that counts supports {what}{counter}", against
            both = [item for item in against if not item.origins.isdisjoint(verdict.both)]
            return f"Weak: {'; '.join(_weaknesses(claim, verdict, support, policy, what))}", both
        case _:
            status, belief = verdict.status.capitalize(), verdict.opinion.belief
            return f"{status}: {_origins(support)} ({_names(support)}), belief {belief:.2f}", ()


def say_unsourced(
    verdict: Verdict,
    items: Sequence[Item] = (),
    evidence: Sequence[Evidence] = (),
    *,
    beside: Layer | None = None,
) -> str:
    """One sentence on why nothing counts.

    Args:
        items: what was accepted in the layer.
        evidence: all there is of the claim, for what is proposed.
        beside: the layer that is judged, where passages about the other one were accepted.
    """
    if verdict.unsourced == "proposed":
        return f"Unsourced: passages were found ({say_stances(evidence)}), but nobody has decided on them."
    decided = [item for item in items if item.stance != "neutral"]
    if decided:
        causes = sorted({EXCLUDED[item.excluded] for item in decided if item.excluded})
        return f"Unsourced: {_names(decided)} cannot count ({'; '.join(causes)})."
    if items:
        told = f"what was accepted from {_names(items)} neither supports nor contradicts it"
    elif beside is not None:
        told = _BESIDE[beside]
    else:
        told = _NAMED[verdict.unsourced]
        if any(item.status == "accepted" for item in evidence):
            told += "what was accepted neither supports nor contradicts it"
        else:
            told += _NONE[verdict.unsourced][bool(evidence)]
    return f"Unsourced: {told}{_say_waiting(evidence)}."


_NAMED: Mapping[Unsourced, str] = {
    "cited": "the text names a source, but ",
    "uncited": "the text names no source, and ",
}
_NONE: Mapping[Unsourced, tuple[str, str]] = {
    "cited": ("no passage of it was read", "no passage of it was accepted"),
    "uncited": ("none was found", "none was accepted"),
}
"""Without any evidence, and with some that nobody accepted."""


def _say_waiting(evidence: Sequence[Evidence]) -> str:
    number = sum(item.status == "proposed" for item in evidence)
    if not number:
        return ""
    wait = "waits" if number == 1 else "wait"
    return f"; {counted(number, 'proposed passage')} {wait} for a decision ({say_stances(evidence)})"


def say_stances(evidence: Sequence[Evidence]) -> str:
    """How many passages of each stance are proposed, what contradicts first; empty without any."""
    counts = Counter(item.stance for item in evidence if item.status == "proposed")
    return ", ".join(
        f"{counts[stance]} {many if counts[stance] > 1 else stance}"
        for stance, many in _STANCES.items()
        if counts[stance]
    )


_STANCES: Mapping[Stance, str] = {
    "contradicts": "contradict",
    "supports": "support",
    "neutral": "neutral",
}


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


def _part(claim: Claim, number: int) -> str:
    words = claim.text[claim.parts[number].start : claim.parts[number].end]
    return shorten(" ".join(words.split()).rstrip(",;:"), 60)


def _weaknesses(
    claim: Claim, verdict: Verdict, support: Sequence[Item], policy: Policy, wanted: str
) -> list[str]:
    least = policy.kinds[claim.kind].minimum_belief
    found = []
    if verdict.uncovered:
        parts = ", ".join(f"“{_part(claim, part)}”" for part in verdict.uncovered)
        found.append(f"nothing covers {parts}")
    if verdict.both:
        found.append(f"{', '.join(map(say_origin, verdict.both))} says both")
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
