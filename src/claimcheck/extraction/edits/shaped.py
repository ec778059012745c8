"""Claims whose bounds a person drew stay as they were drawn while their words stand. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.extraction.claims import Extraction
from claimcheck.extraction.naming import claim_id
from claimcheck.records.models import Anchor, Claim

_Span = tuple[int, int]


def as_drawn(old: Sequence[Claim], extraction: Extraction) -> Extraction:
    """The extraction with the sentences cut where a person cut them, and joined where a person joined them.

    Only claims that are marked as shaped count, and only where the new text still has their words.
    """
    found = {(claim.anchor.start, claim.anchor.end) for claim in extraction.claims}
    drawn = [span for span in _spans(old, extraction.text) if span not in found]
    if not drawn:
        return extraction
    claims: list[Claim] = []
    taken = {claim.id for claim in extraction.claims} | {claim.id for claim in old}
    for claim in extraction.claims:
        span = (claim.anchor.start, claim.anchor.end)
        if not any(_meet(span, other) for other in drawn):
            claims.append(claim)
            continue
        begun = [other for other in drawn if span[0] <= other[0] < span[1]]
        for piece in [*begun, *_left(span, drawn, extraction.text)]:
            claims.append(_piece(claim, piece, extraction.text, taken))
            taken.add(claims[-1].id)
    dropped = [
        item for item in extraction.dropped if not any(_meet((item.start, item.end), s) for s in drawn)
    ]
    return replace(
        extraction,
        claims=tuple(sorted(claims, key=lambda claim: claim.anchor.start)),
        dropped=tuple(dropped),
    )


def _spans(old: Sequence[Claim], text: str) -> Iterator[_Span]:
    """Where the shaped claims' words stand now, in order, each behind the one before."""
    after = 0
    live = (claim for claim in old if not claim.orphan)
    for claim in sorted(live, key=lambda claim: claim.anchor.start):
        if claim.shaped is None:
            continue
        here = claim.anchor.start
        start = here if text.startswith(claim.text, here) and here >= after else text.find(claim.text, after)
        if start >= 0:
            after = start + len(claim.text)
            yield start, after


def _meet(one: _Span, other: _Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _left(span: _Span, drawn: Sequence[_Span], text: str) -> Iterator[_Span]:
    """What of a sentence lies in no drawn claim and says something."""
    edges = [span[0], *(at for other in drawn if _meet(span, other) for at in other), span[1]]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = text[start:end]
        if start < end and any(map(str.isalnum, words)):
            lead = len(words) - len(words.lstrip())
            yield start + lead, start + len(words.rstrip())


def _piece(claim: Claim, span: _Span, text: str, taken: set[str]) -> Claim:
    """A stretch of a sentence as a claim; what a person said of it is put in its place by its words."""
    words = text[span[0] : span[1]]
    return claim.model_copy(
        update={
            "parts": [],
            "citations": [],
            "attributions": [],
            "resolved": {},
            "id": claim_id(claim.id.partition("/")[0], words, 0, taken),
            "text": words,
            "anchor": Anchor(start=span[0], end=span[1]),
        }
    )
