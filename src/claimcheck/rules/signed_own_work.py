"""A claim was signed off by the writer alone.

## What it checks
Sign-offs of which none is by anybody but the article's writer.

## Why it matters
Nobody proofreads what they meant to write.

## Example
    (written and signed by the same person)

## Instead
    (signed by somebody else)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
On a desk of one.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims that only their writer signed."""
    for view in context.live_claims():
        writer = (view.article.article.writer or "").casefold()
        signers = {signoff.by.casefold() for signoff in view.claim.signoffs}
        if writer and signers == {writer}:
            message = f"Only {view.article.article.writer}, who wrote it, has signed this off."
            yield at_claim(view, message, f"Have somebody else sign: claimcheck sign {view.claim.id}")
