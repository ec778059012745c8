"""A check-worthy claim of a cleared article was signed off by nobody.

## What it checks
Check-worthy claims without a sign-off. Only articles at the stages cleared and published.

## Why it matters
Cleared means that somebody stands behind each claim that matters.

## Example
    (a cleared article with an unsigned claim)

## Instead
    (the same, after claimcheck sign)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Never: sign it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims that nobody signed."""
    for view in context.live_claims():
        late = view.article.article.stage in ("cleared", "published")
        if late and view.claim.check_worthiness.label == "CFS" and not view.claim.signoffs:
            message = f"The article is {view.article.article.stage}, and nobody has signed this claim off."
            yield at_claim(view, message, f"Check it, then: claimcheck sign {view.claim.id}")
