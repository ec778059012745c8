"""The headline says more than the body bears out.

## What it checks
Headlines, standfirsts and captions that are firmer, larger or less attributed than the sentence in the body
they rest on.

## Why it matters
Most readers read nothing else.

## Example
    # Harbour will close
    The harbour may close in May, the board said.

## Instead
    # Harbour may close
    The harbour may close in May, the board said.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Hardly ever.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext
from claimcheck.rules.relating import related


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find such pairs of claims."""
    return related(context, "headline", "Say in the headline what the body says, no more.")
