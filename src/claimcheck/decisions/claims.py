"""Decisions on a claim as a whole, and on its article. Whether they are enough, the rules judge."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.decisions.desk import Change, Desk, NothingSaid, check_published, with_fields
from claimcheck.errors import ClaimcheckError
from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.records.ids import claim_id as new_claim_id
from claimcheck.records.models import (
    Anchor,
    Article,
    Claim,
    ClaimFile,
    Correction,
    Decision,
    Dropped,
    ReplyAttempt,
    SignOff,
    Stage,
    Worthiness,
)
from claimcheck.records.workspace import UnknownArticle
from claimcheck.records.writing import Data, canonical


class ChangedMeanwhile(ClaimcheckError):
    """The claim is not what the person saw when deciding."""

    def __init__(self, claim_id: str) -> None:
        super().__init__(
            f"The claim {claim_id} changed while you were looking at it.",
            remedy="Nothing was signed. Look at it as it is now and decide again.",
        )


class AlreadySigned(ClaimcheckError):
    """The person has signed exactly this already, so it would be no second signature."""

    def __init__(self, claim_id: str, signoff: SignOff) -> None:
        super().__init__(
            f"{signoff.by} has signed {claim_id} as it stands: {signoff.decision}, {signoff.at[:16]}.",
            remedy="Nothing was changed. A second signature has to be somebody else's.",
        )


class OwnWork(ClaimcheckError):
    """The writer signs where the desk wants two people who did not write it."""

    def __init__(self, claim_id: str, writer: str) -> None:
        super().__init__(
            f"{writer} wrote this, and {claim_id} needs the signatures of others.",
            remedy="Nothing was signed. Leave a note, or have somebody else sign.",
        )


class NotRecorded(ClaimcheckError):
    """There is no such decision to take back, or it stands already."""

    def __init__(self, claim_id: str, what: str, stands: bool) -> None:
        state = "is already recorded as" if stands else "is not recorded as"
        super().__init__(f"The claim {claim_id} {state} {what}.", remedy="Nothing was changed.")


class UnknownPart(ClaimcheckError):
    """The claim has no such part."""

    def __init__(self, claim: Claim, number: int) -> None:
        super().__init__(
            f"The claim {claim.id} has no part {number}.",
            remedy=f"It has {len(claim.parts)}, counted from 1." if claim.parts else "It has no parts.",
        )


class NotDropped(ClaimcheckError):
    """No dropped stretch of the article begins there."""

    def __init__(self, slug: str, start: int, known: list[Dropped]) -> None:
        near = sorted(known, key=lambda item: abs(item.start - start))[:3]
        listed = ", ".join(f"{item.start} ({item.text[:40]!r})" for item in near)
        super().__init__(
            f"Nothing that was dropped from {slug} begins at {start}.",
            remedy=f"Near it: {listed}." if near else "Nothing was dropped from it.",
        )


def fingerprint_now(desk: Desk, claim: Claim) -> str:
    """The fingerprint a sign-off on this claim would have at this moment.

    Raises:
        RecordError: where a source of the accepted evidence cannot be read.
    """
    workspace = desk.workspace
    known = set(workspace.source_ids())
    cited = {item.source for item in claim.evidence if item.status == "accepted"} & known
    retracted = {name: workspace.source(name).record.retracted is not None for name in cited}
    return claim_fingerprint(claim, retracted)


def sign(desk: Desk, claim_id: str, decision: Decision, why: str = "", *, seen: str | None = None) -> Change:
    """Put one's name to a claim.

    Args:
        seen: fingerprint of the claim as the person saw it; where it is given and the claim is no longer
            that, nothing is signed.

    Raises:
        UnknownClaim, ChangedMeanwhile, AlreadySigned, OwnWork.
    """

    desk.fresh()

    def change(claim: Claim) -> Claim:
        fingerprint = fingerprint_now(desk, claim)
        if seen is not None and seen != fingerprint:
            raise ChangedMeanwhile(claim_id)
        _check_signer(desk, claim, decision, fingerprint, why)
        signed = SignOff(by=desk.by, at=desk.now, decision=decision, fingerprint=fingerprint, why=why)
        # Whoever signs has read the sentence as it is: from now on edits are told against this wording.
        return with_fields(claim, signoffs=[*claim.signoffs, signed], was=None)

    return desk.on_claim("sign", claim_id, change)


def _check_signer(desk: Desk, claim: Claim, decision: Decision, fingerprint: str, why: str) -> None:
    """Refuse a signature that says nothing new, and the writer's where the desk wants two others."""
    by = desk.by.casefold()
    own = [item for item in claim.signoffs if item.by.casefold() == by]
    if (
        own
        and (own[-1].decision, own[-1].fingerprint) == (decision, fingerprint)
        and why in ("", own[-1].why)
    ):
        raise AlreadySigned(claim.id, own[-1])
    if desk.workspace.settings.desk.needs_second(claim.check_worthiness.label):
        writer = desk.workspace.article(claim.id.partition("/")[0]).record.article.writer
        if writer is not None and writer.casefold() == by:
            raise OwnWork(claim.id, writer)


def exempt(desk: Desk, claim_id: str, why: str, *, undo: bool = False) -> Change:
    """Say that a claim needs no sourcing, or take that back.

    Raises:
        UnknownClaim, NothingSaid, NotRecorded.
    """
    return _mark(desk, "exempt", claim_id, "exempt", why, undo)


def states_dispute(desk: Desk, claim_id: str, why: str, *, undo: bool = False) -> Change:
    """Say that the text itself states the dispute, or take that back.

    Raises:
        UnknownClaim, NothingSaid, NotRecorded.
    """
    return _mark(desk, "states dispute", claim_id, "states_dispute", why, undo)


def approve_unnamed(desk: Desk, claim_id: str, why: str, *, undo: bool = False) -> Change:
    """Approve the use of an unnamed source in a claim, or take that back.

    Raises:
        UnknownClaim, NothingSaid, NotRecorded.
    """
    return _mark(desk, "approve unnamed", claim_id, "unnamed_approved", why, undo)


def _mark(desk: Desk, verb: str, claim_id: str, name: str, why: str, undo: bool) -> Change:
    if not why.strip() and not undo:
        raise NothingSaid("a reason")

    def change(claim: Claim) -> Claim:
        if (getattr(claim, name) is None) == undo:
            raise NotRecorded(claim_id, verb, stands=not undo)
        return with_fields(claim, **{name: None if undo else desk.decided(why)})

    return desk.on_claim(verb, claim_id, change)


def tick(desk: Desk, claim_id: str, part: int, why: str = "") -> Change:
    """Say that one part (counted from 1) was checked by itself.

    Raises:
        UnknownClaim, UnknownPart.
    """

    def change(claim: Claim) -> Claim:
        if not 1 <= part <= len(claim.parts):
            raise UnknownPart(claim, part)
        parts = list(claim.parts)
        parts[part - 1] = parts[part - 1].model_copy(update={"ticked": desk.decided(why)})
        return with_fields(claim, parts=parts)

    return desk.on_claim("tick", claim_id, change)


def reply_attempt(desk: Desk, claim_id: str, to: str, how: str = "", answer: str | None = None) -> Change:
    """Record an attempt to get a reply from the one a claim is about.

    Raises:
        UnknownClaim, NothingSaid.
    """
    if not to.strip():
        raise NothingSaid("the name of the one who was asked")
    attempt = ReplyAttempt(to=to, at=desk.now, by=desk.by, how=how, answer=answer)
    return desk.on_claim(
        "reply attempt",
        claim_id,
        lambda claim: with_fields(claim, reply_sought=[*claim.reply_sought, attempt]),
    )


def correct(
    desk: Desk,
    claim_id: str,
    now: str,
    *,
    was: str | None = None,
    notice: str = "",
    cause: str = "",
    found_by: str = "",
) -> Change:
    """Record a correction after publication; the claim itself follows when the article is extracted again.

    Args:
        now: what it says, corrected.
        was: what it said; the claim's text where None.

    Raises:
        UnknownClaim, NothingSaid.
    """
    if not now.strip():
        raise NothingSaid("the corrected words")

    def change(claim: Claim) -> Claim:
        correction = Correction(
            at=desk.now,
            by=desk.by,
            was=was or claim.text,
            now=now,
            notice=notice,
            cause=cause,
            found_by=found_by,
        )
        return with_fields(claim, corrections=[*claim.corrections, correction])

    return desk.on_claim("correct", claim_id, change)


def set_stage(desk: Desk, slug: str, stage: Stage, published: str | None = None) -> Change:
    """Move an article on: draft, checking, cleared, published.

    Args:
        published: day, or day and time, of publication, where it is known now.

    Raises:
        UnknownArticle, NoDay.
    """
    day = check_published(published)
    return _on_article(desk, "set stage", slug, {"stage": stage, **({"published": day} if day else {})})


def set_writer(desk: Desk, slug: str, writer: str) -> Change:
    """Say who wrote an article, whose own sign-off is no second person's.

    Raises:
        UnknownArticle, NothingSaid.
    """
    if not writer.strip():
        raise NothingSaid("the writer's name")
    return _on_article(desk, "set writer", slug, {"writer": writer.strip()})


def _on_article(desk: Desk, verb: str, slug: str, fields: dict[str, str]) -> Change:
    def change(article: Article) -> Article:
        return Article.model_validate({**dict(article), **fields})

    edited = desk.editor.change_article(slug, change)
    before: dict[str, Data] = {} if edited.before is None else {"article": canonical(edited.before.article)}
    return desk.done(verb, slug, edited.path, before, {"article": canonical(edited.after.article)})


Build = Callable[[ClaimFile, Dropped, str], Claim]
"""Makes a claim, with the id given, of a stretch of the article that was dropped."""


def plain_claim(record: ClaimFile, dropped: Dropped, claim_id: str) -> Claim:
    """A claim without parts or attributions, check-worthy because a person asked for it."""
    return Claim(
        id=claim_id,
        text=dropped.text,
        anchor=Anchor(start=dropped.start, end=dropped.end),
        kind="state",
        check_worthiness=Worthiness(label="CFS", score=1.0),
    )


def restore(desk: Desk, slug: str, start: int, why: str = "", *, build: Build = plain_claim) -> Change:
    """Bring back a sentence that was dropped, as a claim.

    Args:
        start: where the dropped stretch begins in the reading text, in code points.
        build: makes the claim; extraction has one that finds parts and attributions.

    Raises:
        UnknownArticle, NotDropped.
    """
    touched: list[tuple[Dropped, Claim]] = []

    def change(record: ClaimFile | None) -> ClaimFile:
        if record is None:
            raise UnknownArticle(slug, desk.workspace.slugs())
        dropped = next((item for item in record.dropped if item.start == start), None)
        if dropped is None:
            raise NotDropped(slug, start, record.dropped)
        taken = {claim.id for claim in record.claims}
        same = sum(claim.text == dropped.text for claim in record.claims)
        name = new_claim_id(slug, dropped.text, same, taken)
        claim = with_fields(build(record, dropped, name), restored=desk.decided(why))
        touched.append((dropped, claim))
        later = (index for index, item in enumerate(record.claims) if item.anchor.start > start)
        claims = list(record.claims)
        claims.insert(next(later, len(claims)), claim)
        rest = [item for item in record.dropped if item is not dropped]
        return ClaimFile.model_validate({**dict(record), "claims": claims, "dropped": rest})

    edited = desk.editor.change_claims(slug, change)
    dropped, claim = touched[-1]
    before: dict[str, Data] = {"dropped": [canonical(dropped)]}
    return desk.done("restore", claim.id, edited.path, before, {"claims": [canonical(claim)]})
