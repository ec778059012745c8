"""A claim that needs two persons was signed off by fewer.

## What it checks
Claims that the desk's settings want a second person for, with sign-offs of fewer than two. Only articles at
the stages cleared and published.

## Why it matters
The second pair of eyes finds what the first read over.

## Example
    (a published article with one signature)

## Instead
    (the same, with two)

## Configuration
Its level is set by code or name under `[check.severity]`. Which claims need two: `second_person` under
`[desk]`.

## When to waive
Where the desk is one person that day, and an editor says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import some
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims without a second sign-off."""
    wanted = context.settings.desk.second_person
    for view in context.live_claims() if wanted != "none" else ():
        signers = {signoff.by.casefold() for signoff in view.claim.signoffs}
        late = view.article.article.stage in ("cleared", "published")
        needs = wanted == "all" or view.claim.check_worthiness.label == "CFS"
        if late and needs and len(signers) == 1:
            message = f"Only {some(signers)} has signed this off; it needs a second person."
            yield at_claim(view, message, f"Have somebody else sign: claimcheck sign {view.claim.id}")
