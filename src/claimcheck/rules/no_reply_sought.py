"""An allegation is printed, and nobody has recorded asking for a reply.

## What it checks
Claims of the kind allegation without a recorded attempt to reach the one they are about.

## Why it matters
It is fair, in many places it is law, and the reply is where errors come to light.

## Example
    The mayor allegedly took bribes from the builder.

## Instead
    The mayor took bribes, the indictment says; her lawyer denies it.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where a court has decided and the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find allegations without a reply sought."""
    for view in context.claims_of("allegation"):
        if not view.claim.reply_sought:
            message = "This is an allegation, and no attempt to get a reply is recorded."
            yield at_claim(view, message, "Ask the one it is about, and record whom, when and how.")
