"""A claim's source is named, but its text is not on hand or no passage was read.

## What it checks
Claims whose text names a source, or whose accepted evidence cannot count: no text, no passage, withdrawn,
off the record.

## Why it matters
A citation shows where to look, not that anybody looked. Citations that do not say what they are cited for
are common.

## Example
    The harbour spent $41 million, its accounts show.

## Instead
    The harbour spent $41 million, its accounts show.

## Configuration
The level follows the claim's check-worthiness: `unsourced_cfs` and `unsourced_ufs` under `[check]`; a level
for this rule under `[check.severity]` overrides both.

## When to waive
While the source is on its way; set a short term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.records.models import Claim, Source
from claimcheck.rules.helpers import cheapest_fix, decide_first, say_unsourced, some
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim

_WORD = re.compile(r"\w{5,}")


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims whose named source nobody has read."""
    for view in context.unsourced_claims("cited"):
        level = context.unsourced_level(view.claim)
        yield at_claim(view, say_unsourced(view), _fix(context, view), level=level)


def _fix(context: RuleContext, view: ClaimView) -> str:
    claim = view.claim
    if look := decide_first(claim):
        return look
    if view.assessment.statement.decides and view.assessment.content.items:
        return cheapest_fix(context, view)
    if view.assessment.decisive.items:
        return "Accept a passage that counts and says so; if no source here has one, add one that does."
    shared = {s.id: _shared(claim, s) for s in context.sources.values() if _is_on_hand(s)}
    most = max(shared.values(), default=0)
    meant = [name for name, number in shared.items() if number == most] if most else []
    if meant:
        return (
            f"{some(meant)} may be what is meant: find the words there, and add them (claimcheck desk "
            f"evidence {claim.id} {meant[0]} WORDS); if it is not, add what is (claimcheck source add FILE)."
        )
    return "Get the source, add it (claimcheck source add FILE), and accept the passage that says so."


def _is_on_hand(source: Source) -> bool:
    return source.text is not None and source.private is None and source.retracted is None


def _shared(claim: Claim, source: Source) -> int:
    """How many telling words that name the claim's source stand in the source's id or title too."""
    spans = [span for attribution in claim.attributions for span in attribution.source] or list(
        claim.citations
    )
    said = " ".join(claim.text[span.start : span.end] for span in spans).casefold()
    known = f"{source.id.replace('-', ' ')} {source.title}".casefold()
    return len(set(_WORD.findall(said)).intersection(_WORD.findall(known)))
