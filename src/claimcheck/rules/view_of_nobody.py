"""A view is passed on, and nobody is named who holds it.

## What it checks
Views in the passive: often described as, widely seen as, generally considered.

## Why it matters
It borrows the weight of many without naming one, and cannot be checked.

## Example
    The port is often described as the gateway to the north.

## Instead
    The port is the gateway to the north, the chamber of trade says.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
For what nobody disputes.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext
from claimcheck.rules.relating import related


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find such claims among the relations."""
    return related(context, "no-source", "Name somebody who says so, or take it out.")
