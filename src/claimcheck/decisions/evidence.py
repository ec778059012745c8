"""Decisions on evidence: accept, reject, change its stance, add some by hand.

An item is named by its number within the claim, counted from 1 as ``review`` shows it, or by its short
key (:func:`claimcheck.records.ids.evidence_key`), which stays the same when linking adds or removes
proposals. Scripts should use the key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from claimcheck.decisions.claims import UnknownPart
from claimcheck.decisions.comparing import quoted_part, worst_match
from claimcheck.decisions.desk import Change, Desk, with_fields
from claimcheck.errors import ClaimcheckError
from claimcheck.records.changed import wording_decided_on
from claimcheck.records.ids import evidence_key, find_evidence
from claimcheck.records.models import (
    Claim,
    Evidence,
    EvidenceStatus,
    Layer,
    Place,
    Reliability,
    Source,
    Stance,
    Tier,
)
from claimcheck.records.workspace import UnknownSource
from claimcheck.sources.places import find_place
from claimcheck.sources.texts import SourceText, load_text

_SAID: tuple[Layer, Stance] = ("statement", "supports")
"""What evidence bears on that shows that words were said."""


class UnknownEvidence(ClaimcheckError):
    """The claim has no such evidence."""

    def __init__(self, claim: Claim, wanted: int | str) -> None:
        items = [f"{number} ({evidence_key(item)})" for number, item in enumerate(claim.evidence, 1)]
        remedy = f"There are: {', '.join(items[:10])}." if items else "It has none; run: claimcheck link"
        super().__init__(f"The claim {claim.id} has no evidence {str(wanted)[:40]!r}.", remedy=remedy)


class AlreadyDecided(ClaimcheckError):
    """The evidence already has that status."""

    def __init__(self, claim_id: str, number: int, item: Evidence) -> None:
        super().__init__(
            f"Evidence {number} of {claim_id} was {item.status} by {item.by} at {item.at}.",
            remedy="Nothing was changed.",
        )


class PassageNotFound(ClaimcheckError):
    """The words given as evidence do not stand in the source, or stand there more than once."""

    def __init__(self, source: str, times: int) -> None:
        what = "do not stand in" if times == 0 else f"stand {times} times in"
        remedy = "Copy them exactly." if times == 0 else "Give more of the passage, or its place or start."
        super().__init__(f"These words {what} the text of {source}.", remedy=remedy)


class PassageElsewhere(ClaimcheckError):
    """The words given as evidence stand in the source, but not at the place that was named."""

    def __init__(self, source: str, place: str) -> None:
        super().__init__(
            f"These words stand in the text of {source}, but not at {place}.",
            remedy="Leave the place out, or name theirs.",
        )


class TextNotHeld(ClaimcheckError):
    """A passage was given of a source whose text is not on hand."""

    def __init__(self, source: str) -> None:
        super().__init__(
            f"The text of {source} is not on hand, so no passage of it can be evidence.",
            remedy="Add the document with claimcheck source add, or record what was said as testimony.",
        )


class PassageNeeded(ClaimcheckError):
    """A document whose text is on hand was given as evidence without a passage, which counts for nothing."""

    def __init__(self, source: str) -> None:
        super().__init__(
            f"The text of {source} is on hand, and without a passage of it this would count for nothing.",
            remedy="Give the passage word for word; only a testimony or a source without text needs none.",
        )


class PrivateWords(ClaimcheckError):
    """The words of a confidential source would go into the workspace."""

    def __init__(self, source: str) -> None:
        super().__init__(
            f"{source} is confidential; its words may not stand in the workspace.",
            remedy="Give the evidence without a passage.",
        )


def accept(
    desk: Desk,
    claim_id: str,
    evidence: int | str,
    why: str = "",
    *,
    stance: Stance | None = None,
    about: Layer | None = None,
    tier: Tier | None = None,
    reliability: Reliability | None = None,
    parts: Sequence[int] | None = None,
) -> Change:
    """Count an item of evidence, as it is or with what the person corrects.

    The words of a quotation are compared anew where it is said to be supported after its claim was edited,
    and where the passage is now for other parts.

    Args:
        parts: the parts of the claim that it bears on, counted from 1; none for the claim as a whole.

    Raises:
        UnknownClaim, UnknownEvidence, UnknownPart, AlreadyDecided.
    """
    corrected: dict[str, object] = {
        "stance": stance,
        "about": about,
        "tier": tier,
        "reliability": reliability,
    }
    fields = {name: value for name, value in corrected.items() if value is not None}
    if parts is not None:
        fields["parts"] = part_indexes(desk.editor.claim(claim_id), parts)
    claim = desk.editor.claim(claim_id)
    fields |= _compared_anew(desk, claim, claim.evidence[_index(claim, evidence)], fields)
    return _decide(desk, "accept", claim_id, evidence, "accepted", why, fields)


def part_indexes(claim: Claim, numbers: Sequence[int]) -> list[int]:
    """Parts of a claim counted from 1, as a record counts them.

    Raises:
        UnknownPart.
    """
    for number in numbers:
        if not 1 <= number <= len(claim.parts):
            raise UnknownPart(claim, number)
    return sorted({number - 1 for number in numbers})


def _compared_anew(desk: Desk, claim: Claim, item: Evidence, fields: dict[str, object]) -> dict[str, object]:
    """How the words compare with a passage that is now for an edited claim, or for other parts of it."""
    parts = fields.get("parts", item.parts)
    edited = claim.was is not None and fields.get("stance") == "supports"
    if item.match is None or not isinstance(parts, list) or not (edited or parts != item.parts):
        return {}
    text = _held(desk, item.source)
    if item.start is None or item.end is None or text is None:
        return {"match": None} if parts != item.parts else {}
    if text.text[item.start : item.end] != item.exact:
        return {"match": None} if parts != item.parts else {}
    return {"match": worst_match(claim, text, item.start, item.end, parts)}


def _held(desk: Desk, source: str) -> SourceText | None:
    try:
        return load_text(desk.workspace, desk.workspace.source(source).record)
    except UnknownSource:
        return None


def reject(desk: Desk, claim_id: str, evidence: int | str, why: str = "") -> Change:
    """Set an item of evidence aside; it is not proposed again.

    Raises:
        UnknownClaim, UnknownEvidence, AlreadyDecided.
    """
    return _decide(desk, "reject", claim_id, evidence, "rejected", why, {})


def change_stance(
    desk: Desk,
    claim_id: str,
    evidence: int | str,
    stance: Stance,
    why: str = "",
    *,
    about: Layer | None = None,
    parts: Sequence[int] | None = None,
) -> Change:
    """Say what an item shows, and about which layer; what was accepted or rejected stays so, in the new name.

    As at :func:`accept`, an edited quotation that is now said to be supported is compared anew.

    Args:
        parts: the parts of the claim that it bears on, counted from 1; none for the claim as a whole.

    Raises:
        UnknownClaim, UnknownEvidence, UnknownPart.
    """

    def change(claim: Claim) -> Claim:
        index = _index(claim, evidence)
        item = claim.evidence[index]
        fields: dict[str, object] = {"stance": stance, "about": about or item.about}
        if parts is not None:
            fields["parts"] = part_indexes(claim, parts)
        fields |= _compared_anew(desk, claim, item, fields)
        if item.status != "proposed":
            fields |= {"by": desk.by, "at": desk.now, "why": why or item.why}
        return _replace(claim, index, item, fields)

    return desk.on_claim("change stance", claim_id, change)


def _decide(
    desk: Desk,
    verb: str,
    claim_id: str,
    evidence: int | str,
    status: EvidenceStatus,
    why: str,
    fields: dict[str, object],
) -> Change:
    def change(claim: Claim) -> Claim:
        index = _index(claim, evidence)
        item = claim.evidence[index]
        if item.status == status and all(getattr(item, name) == value for name, value in fields.items()):
            raise AlreadyDecided(claim_id, index + 1, item)
        decided = {"status": status, "by": desk.by, "at": desk.now, "why": why}
        read = _as_it_stands(claim) if status == "accepted" else claim
        return _replace(read, index, item, {**fields, **decided})

    return desk.on_claim(verb, claim_id, change)


def _as_it_stands(claim: Claim) -> Claim:
    """The claim that something is accepted for: an earlier wording that nobody decided on is gone."""
    return claim if wording_decided_on(claim) is not None else with_fields(claim, was=None)


def _index(claim: Claim, wanted: int | str) -> int:
    index = find_evidence(claim, wanted)
    if index is None:
        raise UnknownEvidence(claim, wanted)
    return index


def _replace(claim: Claim, index: int, item: Evidence, fields: dict[str, object]) -> Claim:
    items = list(claim.evidence)
    items[index] = Evidence.model_validate({**dict(item), **fields})
    return with_fields(claim, evidence=items)


def add_evidence(
    desk: Desk,
    claim_id: str,
    source: str,
    about: Layer,
    stance: Stance,
    *,
    exact: str = "",
    start: int | None = None,
    place: str = "",
    parts: list[int] | None = None,
    tier: Tier | None = None,
    reliability: Reliability | None = None,
    why: str = "",
) -> Change:
    """Add evidence that a person found; it counts at once, for a person stands behind it.

    Where the passage is to show that a quotation was said, the words are compared.

    Args:
        exact: the passage, word for word as in the source's reading text; empty for a testimony as a
            whole, a confidential source, or a document that is only cited.
        start: offset of the passage in the reading text, in code points, where it stands there more
            than once.
        place: instead, where it stands, as reports name places ("page 4", "00:01:02").

    Raises:
        UnknownClaim, UnknownSource, PassageNeeded, PassageNotFound, TextNotHeld, PrivateWords,
        BadPlace, NothingThere, PassageElsewhere, AlreadyDecided.
    """
    record = desk.fresh().source(source).record
    held, span = _find_passage(desk, record, exact, start, place)
    end = None if span is None else span + len(exact)
    item = Evidence(
        source=source,
        about=about,
        stance=stance,
        exact=exact,
        **_surroundings(held, span, end),
        start=span,
        end=end,
        parts=parts or [],
        tier=tier,
        reliability=reliability,
        status="accepted",
        by=desk.by,
        at=desk.now,
        why=why,
    )
    return add_item(desk, claim_id, _with_match(desk.editor.claim(claim_id), item, held))


def _with_match(claim: Claim, item: Evidence, held: SourceText | None) -> Evidence:
    """The item with how it compares where it is to show that words were said, and for which part it is."""
    if (item.about, item.stance) != _SAID or held is None or item.start is None or item.end is None:
        return item
    if item.parts:
        return item.model_copy(update={"match": worst_match(claim, held, item.start, item.end, item.parts)})
    parts, match = quoted_part(claim, held, item.start, item.end)
    return item.model_copy(update={"parts": list(parts), "match": match})


def add_item(desk: Desk, claim_id: str, item: Evidence) -> Change:
    """Add an accepted item to a claim; a proposal or rejected item of the same passage becomes it.

    With a quotation it is kept who says the words in the source; that they are others is told to mind.

    Raises:
        UnknownClaim, AlreadyDecided.
    """
    item = _with_speaker(desk, claim_id, item)
    change = desk.on_claim("add evidence", claim_id, lambda claim: _with_added(claim, item))
    if (item.about, item.stance) != _SAID or item.match in (None, "verbatim", "edited"):
        return change
    return replace(change, mind=f"the quotation is {item.match} in this passage")


def _with_speaker(desk: Desk, claim_id: str, item: Evidence) -> Evidence:
    if item.match is None or item.start is None or item.end is None:
        return item
    text = load_text(desk.workspace, desk.workspace.source(item.source).record)
    if text is None:
        return item
    from claimcheck.evidence.speaking import who_says

    claim = desk.editor.claim(claim_id)
    quoted = [part for n, part in enumerate(claim.parts) if part.kind == "quotation" and n in item.parts]
    quoted = quoted or [part for part in claim.parts if part.kind == "quotation"]
    span = (quoted[0].start, quoted[0].end) if quoted else (0, len(claim.text))
    return item.model_copy(update={"said_by": who_says(text, item.start, item.end, claim, span)})


def _with_added(claim: Claim, item: Evidence) -> Claim:
    index = find_evidence(claim, evidence_key(item))
    if index is None:
        return with_fields(_as_it_stands(claim), evidence=[*claim.evidence, item])
    known = claim.evidence[index]
    same = known.stance == item.stance and known.calculation == item.calculation
    if known.status == "accepted" and same:
        raise AlreadyDecided(claim.id, index + 1, known)
    return _replace(_as_it_stands(claim), index, item, {"judge": known.judge, "reason": known.reason})


class _Surroundings(TypedDict, total=False):
    prefix: str
    suffix: str
    locator: Place | None
    snapshot: str


def _surroundings(held: SourceText | None, start: int | None, end: int | None) -> _Surroundings:
    """What helps to find a passage again: the words about it, its place in the original, which text."""
    if held is None or start is None or end is None:
        return {}
    from claimcheck.evidence.proposing import AROUND, place_at

    return {
        "prefix": held.text[max(start - AROUND, 0) : start],
        "suffix": held.text[end : end + AROUND],
        "locator": place_at(held, start),
        "snapshot": held.snapshot,
    }


def _find_passage(
    desk: Desk, source: Source, exact: str, start: int | None, place: str
) -> tuple[SourceText | None, int | None]:
    """The text the passage stands in, and where."""
    if not exact:
        # A testimony, or a confidential source, is attested by a person and stands as a whole.
        if source.text is not None and source.testimony is None and source.private is None:
            raise PassageNeeded(source.id)
        return None, None
    if source.private is not None:
        raise PrivateWords(source.id)
    held = load_text(desk.workspace, source)
    if held is None:
        raise TextNotHeld(source.id)
    if start is not None:
        if held.text[start : start + len(exact)] != exact:
            raise PassageNotFound(source.id, 0)
        return held, start
    starts = _starts(held.text, exact)
    if place:
        spots = find_place(held, place)
        # Words of a place may begin in it and go on in the next cue or cell.
        there = [at for at in starts if any(spot.start <= at < spot.end for spot in spots)]
        if starts and not there:
            raise PassageElsewhere(source.id, place)
        starts = there
    if len(starts) != 1:
        raise PassageNotFound(source.id, len(starts))
    return held, starts[0]


def _starts(text: str, exact: str) -> list[int]:
    found, at = [], text.find(exact)
    while at >= 0:
        found.append(at)
        at = text.find(exact, at + len(exact))
    return found
