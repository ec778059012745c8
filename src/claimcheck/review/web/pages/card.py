"""The card in the margin: one claim, all that is known of it, and what can be done with it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.records.models import Attribution, Claim, Decided
from claimcheck.review.views import ArticleState, ClaimView, EvidenceView, view_claim
from claimcheck.review.web.pages.marks import Mark, mark_of, seen_token, short_id, why_unsourced

_WORTHINESS = {"CFS": "check-worthy", "UFS": "factual, less pressing", "NFS": "no factual claim"}
_KINDS = {"supports": "Supports", "contradicts": "Contradicts", "neutral": "Neither"}


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part that is ticked by itself; ``number`` counts from 1."""

    number: int
    kind: str
    text: str
    ticked: Decided | None


@dataclass(frozen=True, slots=True)
class Side:
    """Passages of one stance, accepted ones first, then proposals."""

    stance: str
    title: str
    items: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a person did: the label, the words, and whether it still holds."""

    label: str
    text: str
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """One claim as the margin shows it.

    Attributes:
        seen: stands for exactly what is shown; sent with each decision.
        order: numbers of the passages as they are shown, for going from one to the next.
        changes: what changed since the last sign-off, where that no longer holds.
        others: names of others who are on the claim now.
    """

    view: ClaimView
    mark: Mark
    seen: str
    why: str
    worthiness: str
    parts: tuple[PartLine, ...]
    sides: tuple[Side, Side]
    neutral: Side
    rejected: tuple[EvidenceView, ...]
    told: tuple[Told, ...]
    changes: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def ticked(self) -> int:
        """How many parts are ticked."""
        return sum(part.ticked is not None for part in self.parts)

    @property
    def next_part(self) -> int:
        """The first part that is not ticked, or 0."""
        return next((part.number for part in self.parts if part.ticked is None), 0)


def card_of(state: ArticleState, claim: Claim, others: tuple[str, ...] = ()) -> Card:
    """The card of a claim."""
    view = view_claim(state, claim)
    return Card(
        view=view,
        mark=mark_of(state, claim),
        seen=seen_token(claim),
        why=why_unsourced(state, claim),
        worthiness=_WORTHINESS[claim.check_worthiness.label],
        parts=tuple(
            PartLine(number, part.kind, claim.text[part.start : part.end], part.ticked)
            for number, part in enumerate(claim.parts, 1)
        ),
        sides=(_side(view, "supports"), _side(view, "contradicts")),
        neutral=_side(view, "neutral"),
        rejected=tuple(item for item in view.evidence if item.passage.status == "rejected"),
        told=tuple(_told(view)),
        changes=tuple(state.why_changed(claim)) if view.changed else (),
        others=others,
    )


def _side(view: ClaimView, stance: str) -> Side:
    items = [
        item for item in view.evidence if item.passage.stance == stance and item.passage.status != "rejected"
    ]
    items.sort(key=lambda item: (item.passage.status != "accepted", item.number))
    return Side(stance, _KINDS[stance], tuple(items))


def chain_of(attribution: Attribution) -> tuple[str, ...]:
    """Who says it and who relays it, from the one who spoke outwards."""
    first = attribution.speaker or "somebody who is not named"
    if attribution.anonymous and attribution.speaker:
        first += " (unnamed)"
    links = [first, *(f"{hop.how} by {hop.name}" for hop in attribution.hops)]
    return (*links, *([f"translated by {attribution.translator}"] if attribution.translator else []))


def _told(view: ClaimView) -> list[Told]:
    claim = view.claim
    told = [
        Told("Signed", _because(f"{item.decision}, {item.by}, {_minute(item.at)}", item.why), holds)
        for item, holds in view.signed
    ]
    for label, mark in (
        ("Exempt", claim.exempt),
        ("Dispute stated in the text", claim.states_dispute),
        ("Unnamed source approved", claim.unnamed_approved),
        ("Restored", claim.restored),
    ):
        told += [Told(label, _because(f"{mark.by}, {mark.at[:10]}", mark.why))] if mark else []
    told += [Told("Given to", view.assigned)] if view.assigned else []
    for attempt in claim.reply_sought:
        said = attempt.answer if attempt.answer is not None else "no answer yet"
        how = f", {attempt.how}" if attempt.how else ""
        told.append(Told("Reply sought", f"{attempt.to}{how}, {_minute(attempt.at)}: {said}"))
    told += [Told("Corrected", f"{item.was} → {item.now} ({item.by})") for item in claim.corrections]
    return told


def _because(text: str, why: str) -> str:
    return f"{text}: {why}" if why else text


def _minute(time: str) -> str:
    return time[:16].replace("T", " ")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The claim that a claim can be merged with: the next of the article."""

    short: str
    text: str


def following(state: ArticleState, claim: Claim) -> Neighbour | None:
    """The next claim of the article, if there is one."""
    live = [item for item in state.ordered() if not item.orphan]
    ids = [item.id for item in live]
    if claim.orphan or claim.id not in ids[:-1]:
        return None
    other = live[ids.index(claim.id) + 1]
    return Neighbour(short_id(other), other.text)
