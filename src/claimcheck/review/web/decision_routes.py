"""Everything that is decided on a claim, each by one request; all of it goes through the decisions layer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request

from claimcheck.decisions import claims, desk_work, evidence, passages, shaping
from claimcheck.decisions.desk import Change, Desk
from claimcheck.decisions.undoing import in_words, undo
from claimcheck.records.models import Attribution, Claim, Hop
from claimcheck.review.views import ArticleState
from claimcheck.review.web import bodies
from claimcheck.review.web.bodies import Conflict, Difference, Done, Located, Refused
from claimcheck.review.web.pages.marks import seen_token
from claimcheck.review.web.room import From, InRoom, Room, may
from claimcheck.review.web.visitors import Visitor

_ANSWERS: dict[int | str, dict[str, object]] = {
    403: {"model": Refused},
    404: {"model": Refused},
    409: {"model": Conflict},
    422: {"model": Refused},
}
router = APIRouter(prefix="/api/a/{slug}", responses=_ANSWERS, tags=["decisions"])
_MARKS: Mapping[str, Callable[..., Change]] = {
    "exempt": claims.exempt,
    "states-dispute": claims.states_dispute,
    "unnamed-approved": claims.approve_unnamed,
}


@dataclass(frozen=True, slots=True)
class _At:
    """A claim that a visitor wants to decide on."""

    room: Room
    visitor: Visitor
    slug: str
    claim_id: str

    def decide(self, done: str, seen: str | None, act: Callable[[Desk, Claim], Change]) -> Done:
        """Write a decision and say how things stand."""
        change, state = self.room.decide(self.visitor, self.claim_id, seen, act)
        mind = f"; mind: {change.mind}" if change.mind else ""
        return answer(self.room, self.slug, state, done + mind, change.subject)


def answer(
    room: Room, slug: str, state: ArticleState, done: str, claim_id: str, *, undo: bool = True
) -> Done:
    """What is said after a decision: how the claim stands now."""
    claim = state.claim(claim_id)
    return Done(
        done=done,
        undo=undo,
        slug=slug,
        claim=claim_id.partition("/")[2],
        mark=room.mark(state, claim) if claim is not None else None,
        seen=seen_token(claim) if claim is not None else "",
        revision=room.readings.revision(slug),
    )


def _at(request: Request, room: InRoom, visitor: From, slug: str, short: str) -> _At:
    """The claim, where the visitor's role allows the action, which is the last step of the path."""
    may(visitor, request.url.path.rpartition("/")[2])
    return _At(room, visitor, slug, f"{slug}/{short}")


At = Annotated[_At, Depends(_at)]
_CLAIM = "/claims/{short}"


@router.post(_CLAIM + "/accept")
def accept(at: At, body: bodies.OnItem) -> Done:
    """Accept an item of evidence."""
    return at.decide(
        "accepted", body.seen, lambda desk, claim: evidence.accept(desk, claim.id, body.key, body.why)
    )


@router.post(_CLAIM + "/reject")
def reject(at: At, body: bodies.OnItem) -> Done:
    """Reject an item of evidence."""
    return at.decide(
        "rejected", body.seen, lambda desk, claim: evidence.reject(desk, claim.id, body.key, body.why)
    )


@router.post(_CLAIM + "/stance")
def stance(at: At, body: bodies.ToStance) -> Done:
    """Say what an item of evidence shows, and about which layer."""

    def act(desk: Desk, claim: Claim) -> Change:
        return evidence.change_stance(
            desk, claim.id, body.key, body.stance, about=body.about, parts=body.parts
        )

    return at.decide(f"now {body.stance}", body.seen, act)


@router.post(_CLAIM + "/evidence")
def select(at: At, body: bodies.Passage) -> Done:
    """Add a passage that was selected in a source."""

    def act(desk: Desk, claim: Claim) -> Change:
        return passages.select_passage(
            desk, claim.id, body.source, body.start, body.end, body.about, body.stance, body.why
        )

    return at.decide("passage added", body.seen, act)


@router.post(_CLAIM + "/quotation")
def quotation(at: At, body: bodies.Quoted) -> Located:
    """Find pasted words in the sources, judge them word by word, and add them unless ``dry``."""
    desk = at.room.desk_of(at.visitor)
    found = passages.locate_quotation(desk, at.claim_id, body.quote, body.source)
    verdict = found.verdict
    located = Located(
        match=verdict.match,
        score=verdict.score,
        source=found.source,
        start=verdict.start,
        end=verdict.end,
        exact=found.exact if verdict.start is not None else "",
        differences=[
            Difference(kind=item.kind, printed=item.printed, source=item.source)
            for item in verdict.differences
        ],
        warnings=list(verdict.warnings),
    )
    if body.dry:
        return located

    def act(desk: Desk, claim: Claim) -> Change:
        return passages.add_quotation(desk, claim.id, found, body.about, body.stance, body.why)

    done = at.decide("quotation added", body.seen, act)
    return located.model_copy(update={"undo": True, **done.model_dump(exclude={"slug", "others"})})


@router.post(_CLAIM + "/attribution")
def attribution(at: At, body: bodies.Attributed) -> Done:
    """Say who says it."""

    def act(desk: Desk, claim: Claim) -> Change:
        made = None if body.remove else _attribution(claim, body)
        return shaping.set_attribution(desk, claim.id, body.number, made)

    return at.decide("attribution " + ("removed" if body.remove else "changed"), body.seen, act)


def _attribution(claim: Claim, body: bodies.Attributed) -> Attribution:
    hops = None if body.hops is None else [Hop(name=hop.name, how=hop.how) for hop in body.hops]
    return shaping.attribution_of(
        claim,
        body.number,
        speaker=body.speaker,
        kind=body.kind,
        anonymous=body.anonymous,
        hedge=body.hedge,
        translator=body.translator,
        hops=hops,
    )


@router.post(_CLAIM + "/sign")
def sign(at: At, body: bodies.Signed) -> Done:
    """Put one's name to a claim, with the fingerprint of what was on the screen."""

    def act(desk: Desk, claim: Claim) -> Change:
        fingerprint = at.room.state(at.visitor, at.slug).fingerprint(claim)
        return claims.sign(desk, claim.id, body.decision, body.why, seen=fingerprint)

    return at.decide(f"signed: {body.decision}", body.seen, act)


@router.post(_CLAIM + "/tick")
def tick(at: At, body: bodies.Ticked) -> Done:
    """Tick one part as checked."""
    return at.decide(
        "ticked", body.seen, lambda desk, claim: claims.tick(desk, claim.id, body.part, body.why)
    )


@router.post(_CLAIM + "/mark")
def mark(at: At, body: bodies.Marked) -> Done:
    """Mark a claim as exempt, as stating the dispute, or its unnamed source as approved."""

    def act(desk: Desk, claim: Claim) -> Change:
        return _MARKS[body.mark](desk, claim.id, body.why, undo=body.undo)

    return at.decide(f"{'taken back' if body.undo else 'marked'}: {body.mark}", body.seen, act)


@router.post(_CLAIM + "/split")
def split(at: At, body: bodies.Cut) -> Done:
    """Cut a claim in two."""
    made: list[str] = []

    def act(desk: Desk, claim: Claim) -> Change:
        second, change = shaping.split(desk, claim.id, body.at)
        made.append(second.partition("/")[2])
        return change

    done = at.decide("split in two", body.seen, act)
    return done.model_copy(update={"others": made})


@router.post(_CLAIM + "/merge")
def merge(at: At, body: bodies.Joined) -> Done:
    """Make one claim of two neighbours."""
    other = f"{at.slug}/{body.with_}"
    done = at.decide("joined", body.seen, lambda desk, claim: shaping.join(desk, claim.id, other))
    gone = {at.claim_id.partition("/")[2], body.with_} - {done.claim}
    return done.model_copy(update={"others": sorted(gone)})


@router.post(_CLAIM + "/waive")
def waive(at: At, body: bodies.Waived) -> Done:
    """Excuse a finding, for a reason and a time."""

    def act(desk: Desk, claim: Claim) -> Change:
        return desk_work.waive(desk, at.room.desk.rule(body.code), claim.id, body.reason, body.expires)

    return at.decide(f"waived until {body.expires}", body.seen, act)


@router.post(_CLAIM + "/query")
def query(at: At, body: bodies.Asked) -> Done:
    """Record a question that goes out."""

    def act(desk: Desk, claim: Claim) -> Change:
        return desk_work.query(desk, claim.id, body.to, body.what, body.due or None)[1]

    return at.decide(f"query to {body.to} is out", None, act)


@router.post(_CLAIM + "/answer")
def answer_query(at: At, body: bodies.Answered) -> Done:
    """Record the answer to a query."""
    return at.decide(
        "answer recorded", None, lambda desk, claim: desk_work.answer(desk, at.slug, body.query, body.text)
    )


@router.post(_CLAIM + "/note")
def note(at: At, body: bodies.Noted) -> Done:
    """Leave a remark."""
    return at.decide("noted", None, lambda desk, claim: desk_work.note(desk, claim.id, body.text))


@router.post(_CLAIM + "/assign")
def assign(at: At, body: bodies.Assigned) -> Done:
    """Say who is to check the claim."""
    return at.decide(
        f"given to {body.to}", None, lambda desk, claim: desk_work.assign(desk, claim.id, body.to)
    )


@router.post(_CLAIM + "/reply")
def reply(at: At, body: bodies.Sought) -> Done:
    """Record an attempt to get a reply."""

    def act(desk: Desk, claim: Claim) -> Change:
        return claims.reply_attempt(desk, claim.id, body.to, body.how, body.said or None)

    return at.decide(f"attempt to reach {body.to} recorded", None, act)


@router.get(_CLAIM + "/findings")
def findings(room: InRoom, visitor: From, slug: str, short: str) -> list[dict[str, str]]:
    """What the check complains of about a claim and a waiver could excuse."""
    claim_id = f"{slug}/{short}"
    room.known_claim(visitor, claim_id)
    return [{"code": code, "message": message} for code, message in room.desk.findings(claim_id)]


@router.post("/restore")
def restore(room: InRoom, visitor: From, slug: str, body: bodies.Restored) -> Done:
    """Bring back what was dropped, as a claim."""
    may(visitor, "restore")
    with room.readings.lock:
        change = claims.restore(room.desk_of(visitor), slug, body.start, body.why, build=room.desk.build)
        return answer(room, slug, room.state(visitor, slug), "restored", change.subject)


@router.post("/undo")
def take_back(room: InRoom, visitor: From, slug: str, body: bodies.Empty) -> Done:
    """Take back one's own last decision, wherever it was; what others did since stays."""
    may(visitor, "undo")
    with room.readings.lock:
        room.state(visitor, slug)
        change = undo(room.desk_of(visitor))
        there = change.subject.partition("/")[0]
        state = room.state(visitor, there if there in room.readings.slugs() else slug)
        return answer(
            room, state.slug, state, f"taken back: {in_words(change.verb)}", change.subject, undo=False
        )
