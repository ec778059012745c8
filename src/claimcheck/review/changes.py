"""What somebody did to a claim between two looks at it, in words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.records.ids import evidence_key
from claimcheck.records.models import Claim, Decided, Evidence

_MARKS = {
    "exempt": "exempt from sourcing",
    "states_dispute": "stating the dispute itself",
    "unnamed_approved": "rightly using an unnamed source",
}
_SHOWS = {"supports": "for", "contradicts": "against", "neutral": "neither for nor against"}
_Told = tuple[str, str]


def describe(before: Claim | None, after: Claim | None) -> tuple[str, list[str]]:
    """Who changed a claim, where that is told by what they left, and what they did, one sentence each."""
    if before is None or after is None:
        return "", ["The claim is new." if before is None else "The claim is gone from the record."]
    told = [
        *_evidence(before, after),
        *_signed(before, after),
        *_marked(before, after),
        *_rest(before, after),
    ]
    names = [name for name, _ in told if name]
    return (names[-1] if names else ""), [what for _, what in told]


def _evidence(before: Claim, after: Claim) -> Iterator[_Told]:
    old, new = _by_key(before), _by_key(after)
    for key, item in new.items():
        was = old.get(key)
        what = f"“{_short(item.exact)}” of {item.source}" if item.exact else item.source
        if was is None:
            verb = "was proposed" if item.status == "proposed" else f"was added and {item.status}"
            yield item.by or "", f"{what} {verb} ({item.stance})."
        elif was.status != item.status:
            verb = "is open again" if item.status == "proposed" else f"was {item.status}"
            yield item.by or "", f"{what} {verb}{f': {item.why}' if item.why else ''}."
        elif (was.stance, was.about) != (item.stance, item.about):
            yield item.by or "", f"{what} is now {_SHOWS[item.stance]} the {item.about}."
        elif was != item:
            yield item.by or "", f"{what} was changed."
    for key, item in old.items():
        if key not in new:
            yield "", f"A passage of {item.source} was taken out."


def _by_key(claim: Claim) -> Mapping[str, Evidence]:
    return {evidence_key(item): item for item in claim.evidence}


def _signed(before: Claim, after: Claim) -> Iterator[_Told]:
    for item in after.signoffs:
        if item not in before.signoffs:
            yield item.by, f"{item.by} signed it: {item.decision}."
    for item in before.signoffs:
        if item not in after.signoffs:
            yield item.by, f"The sign-off by {item.by} was taken back."


def _marked(before: Claim, after: Claim) -> Iterator[_Told]:
    for name, words in _MARKS.items():
        was: Decided | None = getattr(before, name)
        now: Decided | None = getattr(after, name)
        if was != now:
            yield (now.by if now else ""), f"It {'was' if now else 'is no longer'} marked as {words}."
    for old, new in zip(before.parts, after.parts, strict=False):
        if old.ticked != new.ticked and before.text == after.text:
            words = after.text[new.start : new.end]
            by = new.ticked.by if new.ticked else ""
            yield by, f"“{_short(words)}” was {'ticked' if new.ticked else 'unticked'}."


def _rest(before: Claim, after: Claim) -> Iterator[_Told]:
    if before.text != after.text:
        yield "", f"The sentence now reads: “{_short(after.text)}”"
    if before.orphan != after.orphan:
        yield "", "Its sentence is gone from the article." if after.orphan else "Its sentence is back."
    if before.attributions != after.attributions:
        yield "", "Its attribution was changed."
    for item in after.reply_sought:
        if item not in before.reply_sought:
            yield item.by, f"{item.by} recorded an attempt to reach {item.to}."


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
