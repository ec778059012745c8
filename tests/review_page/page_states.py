"""Articles made up for the tests of the page, without files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.assessment.assess import assess_claim
from claimcheck.assessment.policy import load_policy
from claimcheck.records.models import (
    Anchor,
    Article,
    Claim,
    ClaimFile,
    DeskFile,
    Dropped,
    Part,
    SignOff,
    Source,
    Worthiness,
)
from claimcheck.review.views import ArticleState

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def claim_id(number: int) -> str:
    """An id for the claim of a number."""
    digits = ""
    for _ in range(8):
        number, digit = divmod(number, 32)
        digits = _LETTERS[digit] + digits
    return f"piece/{digits}"


def claim_at(text: str, words: str, number: int = 0, **fields: object) -> Claim:
    """The claim that some words of a text are."""
    start = text.index(words)
    given = {
        "id": claim_id(number),
        "text": words,
        "anchor": Anchor(start=start, end=start + len(words)),
        "kind": "event",
        "check_worthiness": Worthiness(label="CFS", score=0.9),
    }
    return Claim.model_validate({**given, **fields})


def part(claim: Claim | str, words: str, kind: str = "figure") -> Part:
    """The part of a claim that some words of it are."""
    text = claim if isinstance(claim, str) else claim.text
    start = text.index(words)
    return Part.model_validate({"kind": kind, "start": start, "end": start + len(words)})


def state_of(
    text: str,
    claims: Sequence[Claim],
    *,
    path: str = "articles/piece.md",
    dropped: Sequence[Dropped] = (),
    sources: Mapping[str, Source] | None = None,
    texts: Mapping[str, str] | None = None,
    desk: DeskFile | None = None,
    by: str = "ann",
    title: str = "A piece",
) -> ArticleState:
    """An article as its review needs it."""
    policy = load_policy({})
    known = dict(sources or {})
    record = ClaimFile(
        claimcheck=1,
        article=Article(title=title, path=path, sha256="0" * 64),
        claims=list(claims),
        dropped=list(dropped),
    )
    return ArticleState(
        slug="piece",
        record=record,
        text=text,
        desk=desk or DeskFile(claimcheck=1),
        sources=known,
        texts=dict(texts or {}),
        assessments={claim.id: assess_claim(claim, known, policy) for claim in claims},
        policy=policy,
        by=by,
    )


def signed(state: ArticleState, claim: Claim, by: str, decision: str = "verified") -> Claim:
    """The claim with somebody's sign-off on it as it stands."""
    signoff = SignOff.model_validate(
        {
            "by": by,
            "at": "2026-03-04T09:12:00Z",
            "decision": decision,
            "fingerprint": state.fingerprint(claim),
        }
    )
    return claim.model_copy(update={"signoffs": [*claim.signoffs, signoff]})
