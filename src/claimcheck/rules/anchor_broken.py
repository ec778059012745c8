"""A claim does not stand where its record says.

## What it checks
For every claim, that the reading text has exactly the claim's words between its offsets.

## Why it matters
A claim that points at other words gathers evidence for a sentence nobody wrote.

## Example
    The board met on Tuesday.

## Instead
    The board met on Tuesday.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Never: correct the record instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims whose offsets and words disagree."""
    for view in context.claims:
        claim = view.claim
        if not claim.orphan and view.article.text[claim.anchor.start : claim.anchor.end] != claim.text:
            yield Complaint(
                message=f"The text at {claim.anchor.start}-{claim.anchor.end} is not {short(claim.text)}.",
                fix=f"Run: claimcheck extract {view.article.article.path}",
                path=view.article.record,
                article=view.article.slug,
                claim=claim.id,
            )
