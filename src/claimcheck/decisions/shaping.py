"""Decisions on what a claim is: who says it, where it begins and ends.

A claim shaped by a person is marked so, and extraction leaves it alone while its words still stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from claimcheck.decisions.desk import Change, Desk, with_fields
from claimcheck.errors import ClaimcheckError
from claimcheck.records.ids import claim_id as new_claim_id
from claimcheck.records.ids import evidence_key
from claimcheck.records.models import (
    Anchor,
    Attribution,
    Claim,
    ClaimFile,
    Evidence,
    Span,
)
from claimcheck.records.workspace import UnknownArticle, UnknownClaim
from claimcheck.records.writing import Data, canonical

S = TypeVar("S", bound=Span)

_AROUND = 32
_GAP = 200
"""Code points that may stand between two claims that are joined."""


class UnknownAttribution(ClaimcheckError):
    """The claim has no such attribution."""

    def __init__(self, claim: Claim, number: int) -> None:
        count = len(claim.attributions)
        super().__init__(
            f"The claim {claim.id} has no attribution {number}.",
            remedy=f"It has {count}, counted from 1; {count + 1} adds one.",
        )


class CutsNothing(ClaimcheckError):
    """A cut would leave nothing on one side, or goes through a part that is checked by itself."""

    def __init__(self, claim_id: str, why: str) -> None:
        super().__init__(
            f"{claim_id} cannot be cut there: {why}.", remedy="Choose the place between two words."
        )


class NotNeighbours(ClaimcheckError):
    """Two claims do not stand next to each other, so they are no one sentence."""

    def __init__(self, first: str, second: str, why: str) -> None:
        super().__init__(f"{first} and {second} cannot be joined: {why}.", remedy="Nothing was changed.")


def attribution_of(claim: Claim, number: int, **given: object) -> Attribution:
    """An attribution of a claim, counted from 1, with what is given instead; a new one says all of it.

    Args:
        given: fields of :class:`~claimcheck.records.models.Attribution`; None leaves one as it is, and an
            empty text takes it out.
    """
    known = claim.attributions[number - 1] if 1 <= number <= len(claim.attributions) else None
    whole = Attribution(kind="indirect", content=[Span(start=0, end=len(claim.text))])
    fields = {name: None if value == "" else value for name, value in given.items() if value is not None}
    return Attribution.model_validate({**dict(known or whole), **fields})


def set_attribution(desk: Desk, claim_id: str, number: int, attribution: Attribution | None) -> Change:
    """Say who says it: replace one attribution, counted from 1, add one behind the last, or take one out.

    Raises:
        UnknownClaim, UnknownAttribution; pydantic.ValidationError: where its spans leave the claim.
    """

    def change(claim: Claim) -> Claim:
        known = list(claim.attributions)
        if number < 1 or number > len(known) + (attribution is not None):
            raise UnknownAttribution(claim, number)
        known[number - 1 : number] = [] if attribution is None else [attribution]
        return with_fields(claim, attributions=known, shaped=desk.decided("attribution"))

    return desk.on_claim("edit attribution", claim_id, change)


def split(desk: Desk, claim_id: str, at: int) -> tuple[str, Change]:
    """Cut a claim in two, and give the id of the second half.

    The first half keeps the id. What was decided stands with both halves, which read otherwise than what was
    signed and so are open again.

    Args:
        at: where the second half begins, in code points of the claim's text.

    Raises:
        UnknownClaim, CutsNothing.
    """
    made: list[tuple[Claim, Claim, Claim]] = []

    def change(record: ClaimFile | None) -> ClaimFile:
        record = _known(desk, record, claim_id)
        index, claim = _found(record, claim_id)
        if desk.expect is not None:
            desk.expect(claim)
        first_end, second_start = _edges(claim, at)
        taken = {other.id for other in record.claims}
        text = claim.text[second_start:]
        same = sum(other.text == text for other in record.claims)
        name = new_claim_id(claim_id.partition("/")[0], text, same, taken)
        first = _piece(claim, 0, first_end, claim.id, desk)
        second = _piece(claim, second_start, len(claim.text), name, desk)
        made.append((claim, first, second))
        return _with_claims(record, [*record.claims[:index], first, second, *record.claims[index + 1 :]])

    edited = desk.editor.change_claims(claim_id.partition("/")[0], change)
    claim, first, second = made[-1]
    after: dict[str, Data] = {"claims": [canonical(first), canonical(second)]}
    return second.id, desk.done("split", claim_id, edited.path, {"claims": [canonical(claim)]}, after)


def join(desk: Desk, claim_id: str, other_id: str) -> Change:
    """Make one claim of two that stand next to each other; the earlier one's id stays.

    Raises:
        UnknownClaim, NotNeighbours.
    """
    slug = claim_id.partition("/")[0]
    text = desk.fresh().reading_text(slug)
    made: list[tuple[Claim, Claim, Claim]] = []

    def change(record: ClaimFile | None) -> ClaimFile:
        record = _known(desk, record, claim_id)
        pair = [_found(record, name)[1] for name in (claim_id, other_id)]
        first, second = sorted(pair, key=lambda item: item.anchor.start)
        if desk.expect is not None:
            desk.expect(pair[0])
        _check_neighbours(record, first, second)
        whole = _joined(first, second, text, desk)
        made.append((first, second, whole))
        rest = [whole if item.id == first.id else item for item in record.claims if item.id != second.id]
        return _with_claims(record, rest)

    edited = desk.editor.change_claims(slug, change)
    first, second, whole = made[-1]
    before: dict[str, Data] = {"claims": [canonical(first), canonical(second)]}
    return desk.done("join", whole.id, edited.path, before, {"claims": [canonical(whole)]})


def _known(desk: Desk, record: ClaimFile | None, claim_id: str) -> ClaimFile:
    if record is None:
        raise UnknownArticle(claim_id.partition("/")[0], desk.workspace.slugs())
    return record


def _found(record: ClaimFile, claim_id: str) -> tuple[int, Claim]:
    for index, claim in enumerate(record.claims):
        if claim.id == claim_id:
            return index, claim
    raise UnknownClaim(claim_id, [claim.id for claim in record.claims])


def _edges(claim: Claim, at: int) -> tuple[int, int]:
    """Where the first half ends and the second begins, without the space between them."""
    if not 0 < at < len(claim.text):
        raise CutsNothing(claim.id, "the cut lies outside its text")
    first, second = claim.text[:at].rstrip(), claim.text[at:]
    start = at + len(second) - len(second.lstrip())
    if not any(map(str.isalnum, first)) or not any(map(str.isalnum, second)):
        raise CutsNothing(claim.id, "one side would hold no word")
    for part in claim.parts:
        if part.kind != "rest" and part.start < len(first) and part.end > start:
            words = claim.text[part.start : part.end]
            raise CutsNothing(claim.id, f"it would go through “{words[:60]}”")
    if claim.text[at - 1].isalnum() and claim.text[at].isalnum():
        raise CutsNothing(claim.id, "it would go through a word")
    return len(first), start


def _piece(claim: Claim, start: int, end: int, name: str, desk: Desk) -> Claim:
    """A half of a claim, all that lies in it counted anew."""
    text = claim.text[start:end]
    kept = [index for index, part in enumerate(claim.parts) if _clipped(part, start, end)]
    return with_fields(
        claim,
        id=name,
        text=text,
        anchor=_anchor(claim, start, end),
        parts=[_moved(claim.parts[index], start, end) for index in kept],
        citations=[_moved(item, start, end) for item in claim.citations if _clipped(item, start, end)],
        attributions=[found for item in claim.attributions if (found := _attribution(item, start, end))],
        resolved={word: meaning for word, meaning in claim.resolved.items() if word in text},
        evidence=[
            _covering(item, kept) for item in claim.evidence if not item.parts or set(item.parts) & set(kept)
        ],
        was=claim.text,
        shaped=desk.decided("split"),
    )


def _anchor(claim: Claim, start: int, end: int) -> Anchor:
    prefix = (claim.anchor.prefix + claim.text[:start])[-_AROUND:]
    suffix = (claim.text[end:] + claim.anchor.suffix)[:_AROUND]
    at = claim.anchor.start
    return Anchor(start=at + start, end=at + end, prefix=prefix, suffix=suffix)


def _clipped(span: Span, start: int, end: int) -> bool:
    return span.start < end and span.end > start


def _moved(span: S, start: int, end: int) -> S:
    return span.model_copy(
        update={"start": max(span.start, start) - start, "end": min(span.end, end) - start}
    )


def _attribution(item: Attribution, start: int, end: int) -> Attribution | None:
    """What of an attribution lies in a half; the speaker stays with whatever content does."""

    def clip(spans: Iterable[Span]) -> list[Span]:
        return [_moved(span, start, end) for span in spans if _clipped(span, start, end)]

    source, cue, content = clip(item.source), clip(item.cue), clip(item.content)
    if not content and not source:
        return None
    return item.model_copy(update={"source": source, "cue": cue, "content": content})


def _covering(item: Evidence, kept: Sequence[int]) -> Evidence:
    parts = [kept.index(number) for number in item.parts if number in kept]
    return item.model_copy(update={"parts": parts})


def _check_neighbours(record: ClaimFile, first: Claim, second: Claim) -> None:
    def refuse(why: str) -> NotNeighbours:
        return NotNeighbours(first.id, second.id, why)

    if first.id == second.id or first.orphan or second.orphan:
        raise refuse("they are one" if first.id == second.id else "the sentence of one is gone")
    between = (first.anchor.end, second.anchor.start)
    if not 0 <= between[1] - between[0] <= _GAP:
        raise refuse("they do not follow one another")
    if any(_clipped(item.anchor, *between) for item in record.claims if not item.orphan):
        raise refuse("another claim stands between them")
    if any(_clipped(item, *between) for item in record.dropped):
        raise refuse("what was dropped stands between them; restore it first")


def _joined(first: Claim, second: Claim, text: str, desk: Desk) -> Claim:
    start, end = first.anchor.start, second.anchor.end
    shift = second.anchor.start - start
    behind = len(first.parts)
    known = {evidence_key(item) for item in first.evidence}
    more = [item for item in second.evidence if evidence_key(item) not in known]
    return with_fields(
        first,
        text=text[start:end],
        anchor=Anchor(start=start, end=end, prefix=first.anchor.prefix, suffix=second.anchor.suffix),
        parts=[*first.parts, *(_shifted(item, shift) for item in second.parts)],
        citations=[*first.citations, *(_shifted(item, shift) for item in second.citations)],
        attributions=[*first.attributions, *(_shifted_all(item, shift) for item in second.attributions)],
        resolved={**second.resolved, **first.resolved},
        evidence=[
            *first.evidence,
            *(i.model_copy(update={"parts": [number + behind for number in i.parts]}) for i in more),
        ],
        signoffs=[*first.signoffs, *second.signoffs],
        reply_sought=[*first.reply_sought, *second.reply_sought],
        corrections=[*first.corrections, *second.corrections],
        was=first.text,
        shaped=desk.decided("join"),
    )


def _shifted(span: S, by: int) -> S:
    return span.model_copy(update={"start": span.start + by, "end": span.end + by})


def _shifted_all(item: Attribution, by: int) -> Attribution:
    spans = {
        "source": [_shifted(span, by) for span in item.source],
        "cue": [_shifted(span, by) for span in item.cue],
        "content": [_shifted(span, by) for span in item.content],
    }
    return item.model_copy(update=spans)


def _with_claims(record: ClaimFile, claims: list[Claim]) -> ClaimFile:
    return ClaimFile.model_validate({**dict(record), "claims": claims})
