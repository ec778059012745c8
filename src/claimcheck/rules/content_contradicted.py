"""Somebody did say it, but what was said is contradicted or disputed.

## What it checks
Claims that rest on the statement alone, whose content accepted evidence contradicts.

## Why it matters
A correct attribution does not make it right to pass on what is known to be wrong without saying so.

## Example
    The moon is hollow, Ana Ruiz said.

## Instead
    The moon is hollow, Ana Ruiz said; every measurement shows it is not.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the sentence around it sets it right.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find statements whose content does not stand."""
    for view in context.sourced_claims():
        layer = view.assessment.contested_content
        if layer is not None and view.claim.states_dispute is None:
            fix = "Say beside the statement what speaks against it, and have a named person record that."
            yield at_claim(view, f"That it was said is one thing; what was said: {layer.sentence}", fix)
