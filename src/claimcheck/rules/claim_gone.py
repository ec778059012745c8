"""A claim's sentence is gone from the article, and its evidence waits.

## What it checks
Claims that the last extraction could not find in the edited article.

## Why it matters
Evidence and sign-offs that people worked for are never dropped in silence; somebody has to say what becomes
of them.

## Example
    The board met on Tuesday.

## Instead
    The board met on Wednesday.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
While the passage may still come back.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.records.counting import counted
from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims that are left without a sentence."""
    for view in context.claims:
        claim = view.claim
        if claim.orphan:
            decided = sum(item.status != "proposed" for item in claim.evidence) + len(claim.signoffs)
            waiting = f"{counted(decided, 'decision')} wait{'s' * (decided == 1)} on it"
            fix = (
                f"Give its evidence to the sentence in its place: claimcheck desk move {claim.id} CLAIM; "
                f"or let it go: claimcheck desk discard {claim.id}"
            )
            yield at_claim(view, f"{short(claim.text)} is gone from the article; {waiting}.", fix)
