"""A passage that contradicts a sourced claim was found, and nobody has decided on it.

## What it checks
Claims with accepted support for which a contradicting passage is proposed.

## Why it matters
What speaks against a claim must not drown among what speaks for it.

## Example
    The harbour will close in May.

## Instead
    The harbour will close in May.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Hardly ever: deciding is quicker.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import accepted, short
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find undecided contradictions of claims that have support."""
    for view in context.sourced_claims():
        layers = {item.about for item in accepted(view.claim) if item.stance == "supports"}
        for item in view.claim.evidence:
            if item.status == "proposed" and item.stance == "contradicts" and item.about in layers:
                message = f"A passage of {item.source} may contradict this: {short(item.exact)}"
                fix = "Read it, then claimcheck accept or reject."
                yield at_claim(view, message, fix, subject=f"{item.source} {item.about} {item.start}")
