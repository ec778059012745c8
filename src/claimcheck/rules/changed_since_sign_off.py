"""A claim or its evidence changed after a person decided on it.

## What it checks
The fingerprint of the latest sign-off of each person against the claim as it stands: text, attributions,
accepted evidence, retractions. Where nobody signed: accepted evidence of a sentence that was edited since.

## Why it matters
A signature is under what was read, not under what came of it.

## Example
    The harbour spent $42 million.

## Instead
    The harbour spent $41 million.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Never: look again and sign.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.rules.helpers import some
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find sign-offs of something else, and evidence accepted for another wording."""
    retracted = {source.id: source.retracted is not None for source in context.sources.values()}
    for view in context.live_claims():
        claim = view.claim
        if not claim.signoffs:
            if claim.was is not None and any(item.status == "accepted" for item in claim.evidence):
                message = "Its sentence was edited after evidence was accepted for it."
                fix = f"Read each passage against the new wording, then: claimcheck sign {claim.id}"
                yield at_claim(view, message, fix)
            continue
        now = claim_fingerprint(claim, retracted)
        latest = {signoff.by: signoff for signoff in sorted(claim.signoffs, key=lambda item: item.at)}
        outdated = [by for by, signoff in latest.items() if signoff.fingerprint != now]
        if outdated and len(outdated) == len(latest):
            message = f"It has changed since {some(outdated)} signed it off."
            yield at_claim(view, message, f"Look at it again, then: claimcheck sign {claim.id}")
