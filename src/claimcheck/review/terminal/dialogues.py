"""What is asked before a decision is written: each dialogue yields questions and returns the decision."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.decisions import claims, desk_work, evidence
from claimcheck.decisions.desk import Change, Desk
from claimcheck.records.models import Claim, Decision, Layer, Stance
from claimcheck.review.bench import Decide, Waivable
from claimcheck.review.views import FILTERS, ArticleState, ClaimView, Filter, passing


@dataclass(frozen=True, slots=True)
class Choose:
    """A question answered with one key.

    Attributes:
        options: key and what it stands for.
    """

    question: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question answered with a line of text."""

    question: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A decision ready to be written, and what is told of it.

    Attributes:
        judges: whether it rests on what the claim says now; a note or a query does not.
        moves_on: whether the next claim is shown after it.
    """

    told: str
    decide: Decide
    judges: bool = True
    moves_on: bool = False


@dataclass(frozen=True, slots=True)
class Show:
    """The person wants other claims shown."""

    filter: Filter


Outcome = Deed | Show | str
"""What is to be written, what is to be shown, or why there is nothing to do."""
Dialogue = Generator[Choose | Ask, str, Outcome]

_DECISIONS: tuple[tuple[str, Decision], ...] = (
    ("v", "verified"),
    ("f", "fixed in text"),
    ("o", "on author"),
    ("n", "could not determine"),
    ("e", "published at editor's risk"),
)
_STANCES: tuple[tuple[str, Stance], ...] = (("s", "supports"), ("c", "contradicts"), ("n", "neutral"))
_LAYERS: tuple[tuple[str, Layer], ...] = (("t", "statement"), ("k", "content"))
_SHORT = 9
"""Options that digits can name."""


def verify(view: ClaimView) -> Deed:
    """Sign as verified: one key, for most claims need no more."""
    return Deed("signed: verified", _signing(view, "verified", ""), moves_on=True)


def sign(view: ClaimView) -> Dialogue:
    """Sign with any decision, and a reason if there is one to give."""
    key = yield Choose("Sign as", _DECISIONS)
    decision = dict(_DECISIONS)[key]
    why = yield Ask("Why (Enter for none)", optional=True)
    return Deed(f"signed: {decision}", _signing(view, decision, why), moves_on=True)


def _signing(view: ClaimView, decision: Decision, why: str) -> Decide:
    return lambda desk: claims.sign(desk, view.claim.id, decision, why, seen=view.fingerprint)


def accept(claim_id: str, key: str, number: int, why: str = "") -> Deed:
    """Accept an item as it is."""
    return Deed(f"{number} accepted", lambda desk: evidence.accept(desk, claim_id, key, why))


def reject(claim_id: str, key: str, number: int, why: str = "") -> Deed:
    """Reject an item."""
    return Deed(f"{number} rejected", lambda desk: evidence.reject(desk, claim_id, key, why))


def with_reason(claim_id: str, key: str, number: int, verb: str) -> Dialogue:
    """Accept or reject an item and say why."""
    why = yield Ask(f"Why {verb} {number}")
    return (accept if verb == "accept" else reject)(claim_id, key, number, why)


def change_stance(claim: Claim, key: str, number: int) -> Dialogue:
    """Say what an item shows, which layer it is about, or which part of a claim that has several."""
    now = claim.evidence[number - 1].stance
    options = (*_STANCES, *((letter, f"about the {layer}") for letter, layer in _LAYERS))
    of_part = (("p", "about one part"),) if len(claim.parts) > 1 else ()
    chosen = yield Choose(f"{number} is", (*options, *of_part))
    if chosen == "p":
        return (yield from _choose_part(claim, key, number, now))
    stance, about = dict(_STANCES).get(chosen, now), dict(_LAYERS).get(chosen)
    return Deed(
        f"{number}: {dict(options)[chosen]}",
        lambda desk: evidence.change_stance(desk, claim.id, key, stance, about=about),
    )


def _choose_part(claim: Claim, key: str, number: int, now: Stance) -> Dialogue:
    """Say which part of its claim an item bears on."""
    words = [claim.text[part.start : part.end] for part in claim.parts]
    options = (("0", "the whole claim"), *_numbered([f"“{text}”" for text in words]))
    part = int((yield Choose(f"{number} is about", options)))
    return Deed(
        f"{number}: about {options[part][1]}",
        lambda desk: evidence.change_stance(desk, claim.id, key, now, parts=[part] if part else []),
    )


def choose_filter(state: ArticleState) -> Dialogue:
    """Ask which claims are to be shown."""
    options = tuple((key, f"{name} ({len(passing(state, name))})") for key, name, _ in FILTERS)
    chosen = yield Choose("Show", options)
    return Show(next(name for key, name, _ in FILTERS if key == chosen))


def mark(claim: Claim) -> Dialogue:
    """Set one of the three marks, or take it back where it is set."""
    marks = {
        "x": ("exempt", claim.exempt, claims.exempt),
        "d": ("text states the dispute", claim.states_dispute, claims.states_dispute),
        "u": ("unnamed source approved", claim.unnamed_approved, claims.approve_unnamed),
    }
    options = tuple(
        (key, f"{name}{' (take back)' if done else ''}") for key, (name, done, _) in marks.items()
    )
    name, done, act = marks[(yield Choose("Mark as", options))]
    if done is not None:
        return Deed(f"taken back: {name}", lambda desk: act(desk, claim.id, "", undo=True))
    why = yield Ask("Why")
    return Deed(f"marked: {name}", lambda desk: act(desk, claim.id, why))


def tick(claim: Claim) -> Dialogue:
    """Tick one part."""
    if not claim.parts:
        return "This claim has no parts to tick."
    words = [claim.text[part.start : part.end] for part in claim.parts]
    number = int((yield Choose("Tick", _numbered(words)))) if len(words) > 1 else 1
    return Deed(f"ticked: {words[number - 1]}", lambda desk: claims.tick(desk, claim.id, number))


def waive(claim_id: str, findings: Sequence[Waivable]) -> Dialogue:
    """Waive one of the claim's findings."""
    if not findings:
        return "The check finds nothing here that could be waived."
    number = yield Choose("Waive", _numbered([f"{code} {message}" for code, message in findings]))
    code = findings[int(number) - 1][0]
    reason = yield Ask(f"Why waive {code}")
    expires = yield Ask("Last day it holds, such as 2026-12-31")
    return Deed(
        f"{code} waived until {expires}", lambda desk: desk_work.waive(desk, code, claim_id, reason, expires)
    )


def query(claim_id: str) -> Dialogue:
    """Put a question to somebody."""
    to = yield Ask("Query to whom")
    what = yield Ask("What do you ask")
    due = yield Ask("Answer due (YYYY-MM-DD, Enter for no day)", optional=True)

    def put(desk: Desk) -> Change:
        return desk_work.query(desk, claim_id, to, what, due or None)[1]

    return Deed(f"query to {to} is out", put, judges=False)


def answer(view: ClaimView) -> Dialogue:
    """Record the answer to a query that is out."""
    out = [item for item in view.queries if item.answer is None]
    if not out:
        return "No query on this claim is out."
    number = 1
    if len(out) > 1:
        number = int((yield Choose("Answer to", _numbered([f"{item.to}: {item.what}" for item in out]))))
    asked = out[number - 1]
    text = yield Ask(f"What does {asked.to} answer")
    slug = view.claim.id.partition("/")[0]
    return Deed(
        f"answer of {asked.to} recorded",
        lambda desk: desk_work.answer(desk, slug, asked.id, text),
        judges=False,
    )


def note(claim_id: str) -> Dialogue:
    """Leave a remark."""
    text = yield Ask("Note")
    return Deed("noted", lambda desk: desk_work.note(desk, claim_id, text), judges=False)


def assign(claim_id: str) -> Dialogue:
    """Say who is to check the claim."""
    to = yield Ask("Who is to check it")
    return Deed(f"given to {to}", lambda desk: desk_work.assign(desk, claim_id, to), judges=False)


def reply(claim_id: str) -> Dialogue:
    """Record an attempt to get a reply."""
    to = yield Ask("Whom did you try to reach")
    how = yield Ask("How (by telephone, by mail …)", optional=True)
    said = yield Ask("What did they answer (Enter for nothing yet)", optional=True)
    return Deed(
        f"attempt to reach {to} recorded",
        lambda desk: claims.reply_attempt(desk, claim_id, to, how, said or None),
        judges=False,
    )


def restore(slug: str, start: int) -> Dialogue:
    """Bring back what was dropped."""
    why = yield Ask("Why restore it (Enter for none)", optional=True)
    return Deed("restored", lambda desk: claims.restore(desk, slug, start, why), judges=False)


def _numbered(words: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(number), text) for number, text in enumerate(words[:_SHORT], 1))


AboutClaim = Callable[[ClaimView, Callable[[str], Sequence[Waivable]]], Dialogue]
"""Makes the dialogue of an action from the claim and from what says which findings it has."""

ABOUT_CLAIM: Mapping[str, AboutClaim] = {
    "sign": lambda view, findings: sign(view),
    "mark": lambda view, findings: mark(view.claim),
    "tick_part": lambda view, findings: tick(view.claim),
    "waive": lambda view, findings: waive(view.claim.id, findings(view.claim.id)),
    "query": lambda view, findings: query(view.claim.id),
    "answer": lambda view, findings: answer(view),
    "note": lambda view, findings: note(view.claim.id),
    "assign": lambda view, findings: assign(view.claim.id),
    "reply": lambda view, findings: reply(view.claim.id),
}
"""By the action of the key."""
