"""A claim that needs two persons was signed off by fewer.

## What it checks
Claims that the desk's settings want a second person for, where only one has signed them as they stand. The
article's writer is no second person. Only articles at the stages cleared and published.

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

from collections.abc import Iterator, Mapping

from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.records.models import Claim
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims without a second sign-off."""
    if context.settings.desk.second_person == "none":
        return
    retracted = {source.id: source.retracted is not None for source in context.sources.values()}
    for view in context.live_claims():
        article, claim = view.article.article, view.claim
        late = article.stage in ("cleared", "published")
        if not late or not context.settings.desk.needs_second(claim.check_worthiness.label):
            continue
        signers = _holding(claim, retracted)
        signers.pop((article.writer or "").casefold(), None)
        if len(signers) == 1:
            (name,) = signers.values()
            message = f"Only {name} has signed this off as it stands; it needs a second person."
            yield at_claim(view, message, f"Have somebody else sign: claimcheck sign {claim.id}")


def _holding(claim: Claim, retracted: Mapping[str, bool]) -> dict[str, str]:
    """Who signed the claim as it stands, by the name as it is compared; of the spellings, the first."""
    now = claim_fingerprint(claim, retracted) if claim.signoffs else ""
    found: dict[str, str] = {}
    for signoff in claim.signoffs:
        if signoff.fingerprint == now:
            found.setdefault(signoff.by.casefold(), signoff.by)
    return found
