"""A claim rests on the article itself, or on what cites it.

## What it checks
Claims whose supporting sources all lead back to the article being checked.

## Why it matters
A text cannot be its own witness. Errors that were once printed come back as sources.

## Example
    The harbour will close in May.

## Instead
    The harbour will close in May, the port authority said.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Never.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims that support themselves."""
    for view in context.sourced_claims():
        if view.assessment.status == "circular":
            layer = view.assessment.decisive
            yield at_claim(view, layer.sentence, "Find a source that had it before this article.")
