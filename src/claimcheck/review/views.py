"""What the screens show of an article: its state as read, and one claim of it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from claimcheck.assessment.assess import Assessment
from claimcheck.assessment.explain import cheapest_fix
from claimcheck.assessment.policy import Policy
from claimcheck.documents.model import Block
from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.records.ids import evidence_key
from claimcheck.records.models import Claim, ClaimFile, DeskFile, Evidence, Note, Query, SignOff, Source
from claimcheck.reporting.differences import Stretch, compare_words
from claimcheck.reporting.paragraphs import paragraph_around
from claimcheck.reporting.passages import PassageView, view_evidence

Filter = Literal["all", "not yet reviewed", "disputed", "weak", "unsourced", "changed since sign-off", "mine"]


@dataclass(frozen=True, slots=True)
class ArticleState:
    """One article and all that its review needs, as read at one moment.

    Attributes:
        text: the article's reading text.
        texts: reading texts of the sources on hand, by id.
        by: who reviews.
        known: fingerprints worked out before, by claim id, each with the claim it is of.
        order: the claims as the article has them, where that was worked out before.
        snapshots: by source id, ``sha256:`` and the hash of its text as it lies there now.
        turns: by source id, who speaks and from which second, by the offset where a turn begins.
    """

    slug: str
    record: ClaimFile
    text: str
    desk: DeskFile
    sources: Mapping[str, Source]
    texts: Mapping[str, str]
    assessments: Mapping[str, Assessment]
    policy: Policy
    by: str
    known: Mapping[str, tuple[Claim, str]] = field(default_factory=dict)
    order: Sequence[Claim] = ()
    snapshots: Mapping[str, str] = field(default_factory=dict)
    turns: Mapping[str, Mapping[int, str]] = field(default_factory=dict)

    def claim(self, claim_id: str) -> Claim | None:
        """A claim by its id."""
        if claim_id in self.known:
            return self.known[claim_id][0]
        return next((claim for claim in self.record.claims if claim.id == claim_id), None)

    def ordered(self) -> list[Claim]:
        """The claims as the article has them; those whose sentence is gone come last."""
        if self.order:
            return list(self.order)
        return sorted(self.record.claims, key=lambda claim: (claim.orphan, claim.anchor.start))

    def fingerprint(self, claim: Claim) -> str:
        """The fingerprint a sign-off on the claim would have."""
        known = self.known.get(claim.id)
        if known is not None and known[0] is claim:
            return known[1]
        retracted = {name: source.retracted is not None for name, source in self.sources.items()}
        return claim_fingerprint(claim, retracted)

    def assigned(self, claim_id: str) -> str:
        """Who is to check a claim, or nobody."""
        return next((item.to for item in self.desk.assignments if item.claim == claim_id), "")

    def reviewed(self, claim: Claim) -> bool:
        """Whether the reviewer has signed the claim as it stands."""
        last = [item for item in claim.signoffs if item.by == self.by][-1:]
        return bool(last) and last[0].fingerprint == self.fingerprint(claim) and not self.moved(claim)

    def changed(self, claim: Claim) -> bool:
        """Whether every sign-off on the claim was on something else."""
        latest = {item.by: item.fingerprint for item in claim.signoffs}
        return bool(latest) and (self.fingerprint(claim) not in latest.values() or bool(self.moved(claim)))

    def moved(self, claim: Claim) -> list[str]:
        """Sources of its accepted evidence whose text is no longer what the evidence was taken from."""
        found = {
            item.source
            for item in claim.evidence
            if item.status == "accepted"
            and item.snapshot is not None
            and self.snapshots.get(item.source, item.snapshot) != item.snapshot
        }
        return sorted(found)

    def why_changed(self, claim: Claim) -> list[str]:
        """What changed since the claim was last signed, one sentence each; nothing where nothing did."""
        if not self.changed(claim):
            return []
        signed = max(item.at for item in claim.signoffs)
        told = ["The sentence was edited."] if claim.was is not None and claim.shaped is None else []
        if claim.shaped is not None and claim.shaped.at > signed:
            told.append(f"{claim.shaped.by} changed its {_SHAPED.get(claim.shaped.why, 'bounds')}.")
        for item in claim.evidence:
            if item.status != "proposed" and item.by is not None and (item.at or "") > signed:
                told.append(f"{item.by} {item.status} a passage of {item.source}.")
            source = self.sources.get(item.source)
            if item.status == "accepted" and source is not None and source.retracted is not None:
                told.append(f"{item.source} was withdrawn: {source.retracted.why}")
        told += [f"The text of {name} is not what the passage was taken from." for name in self.moved(claim)]
        return list(dict.fromkeys(told)) or ["Its evidence or attribution was changed."]

    def left(self) -> int:
        """How many claims the reviewer has not yet signed as they stand."""
        return sum(not claim.orphan and not self.reviewed(claim) for claim in self.record.claims)


_SHAPED = {"attribution": "attribution"}


def turns_shown(blocks: Iterable[Block]) -> dict[int, str]:
    """What is set over each turn of a transcript: the second at which it begins, and who speaks."""
    found = {}
    for block in blocks:
        time = block.locator.time if block.locator else None
        told = " · ".join(part for part in (time, block.speaker) if part)
        if told and block.kind == "cue":
            found[block.start] = told
    return found


FILTERS: tuple[tuple[str, Filter, Callable[[ArticleState, Claim], bool]], ...] = (
    ("a", "all", lambda state, claim: True),
    ("n", "not yet reviewed", lambda state, claim: not claim.orphan and not state.reviewed(claim)),
    ("d", "disputed", lambda state, claim: _status(state, claim) in ("disputed", "contradicted")),
    ("w", "weak", lambda state, claim: _status(state, claim) in ("weak", "ungraded", "circular")),
    ("u", "unsourced", lambda state, claim: _status(state, claim) == "unsourced"),
    ("c", "changed since sign-off", lambda state, claim: state.changed(claim)),
    ("m", "mine", lambda state, claim: state.assigned(claim.id) == state.by),
)
"""Key, name, and which claims it lets through."""


def _status(state: ArticleState, claim: Claim) -> str:
    return state.assessments[claim.id].status


def passing(state: ArticleState, name: Filter) -> list[str]:
    """Ids of the claims that a filter lets through, in order."""
    keep = next(test for _, known, test in FILTERS if known == name)
    return [claim.id for claim in state.ordered() if keep(state, claim)]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One item of evidence.

    Attributes:
        number: within the claim, counted from 1, as every command counts it.
        key: the short key that stays when the number does not.
        parts: words of the parts of the claim that it bears on; none for the whole.
    """

    number: int
    key: str
    passage: PassageView
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim, with all that is shown of it.

    Attributes:
        number, total: place of the claim among all of the article.
        before, after: the paragraph around the sentence.
        fix: the cheapest way to clear it, or empty.
        since: what changed since the claim was signed; empty where nothing did.
    """

    claim: Claim
    number: int
    total: int
    before: str
    after: str
    assessment: Assessment
    fix: str
    evidence: tuple[EvidenceView, ...]
    signed: tuple[tuple[SignOff, bool], ...]
    since: tuple[Stretch, ...]
    changed: bool
    fingerprint: str
    assigned: str
    queries: tuple[Query, ...]
    notes: tuple[Note, ...]


def view_claim(state: ArticleState, claim: Claim) -> ClaimView:
    """All that is shown of a claim."""
    order = [item.id for item in state.ordered()]
    assessment = state.assessments[claim.id]
    around = ("", "")
    if not claim.orphan:
        around = paragraph_around(state.text, claim.anchor.start, claim.anchor.end)
    fingerprint = state.fingerprint(claim)
    return ClaimView(
        claim=claim,
        number=order.index(claim.id) + 1,
        total=len(order),
        before=around[0],
        after=around[1],
        assessment=assessment,
        fix=cheapest_fix(claim, assessment, state.policy),
        evidence=_evidence(state, claim, assessment),
        signed=tuple((item, item.fingerprint == fingerprint) for item in claim.signoffs),
        since=compare_words(claim.was, claim.text) if claim.was is not None else (),
        changed=state.changed(claim),
        fingerprint=fingerprint,
        assigned=state.assigned(claim.id),
        queries=tuple(item for item in state.desk.queries if item.claim == claim.id),
        notes=tuple(item for item in state.desk.notes if item.claim == claim.id),
    )


def _evidence(state: ArticleState, claim: Claim, assessment: Assessment) -> tuple[EvidenceView, ...]:
    passages = view_evidence(claim, assessment, state.sources, state.texts)
    return tuple(
        EvidenceView(number, evidence_key(item), passage, _bears_on(claim, item))
        for number, (item, passage) in enumerate(zip(claim.evidence, passages, strict=True), 1)
    )


def _bears_on(claim: Claim, item: Evidence) -> tuple[str, ...]:
    parts = [claim.parts[number] for number in item.parts if number < len(claim.parts)]
    return tuple(claim.text[part.start : part.end] for part in parts)


def in_order(view: ClaimView) -> list[EvidenceView]:
    """Evidence as the screen lists it: for, against, neutral, proposals, rejected."""
    groups: list[EvidenceView] = []
    for _, items in grouped(view):
        groups += items
    return groups


def grouped(view: ClaimView) -> list[tuple[str, list[EvidenceView]]]:
    """Evidence by heading; headings without any are left out, but for the two sides."""

    def where(status: str, stance: str | None = None) -> list[EvidenceView]:
        return [
            item
            for item in view.evidence
            if item.passage.status == status and stance in (None, item.passage.stance)
        ]

    found = [
        ("For", where("accepted", "supports")),
        ("Against", where("accepted", "contradicts")),
        ("Neither", where("accepted", "neutral")),
        ("Proposed, not counted until somebody accepts", where("proposed")),
        ("Rejected", where("rejected")),
    ]
    return [(title, items) for title, items in found if items]
