"""A waiver runs for more than a quarter of a year.

## What it checks
How far ahead each waiver's expiry lies; the most is 92 days.

## Why it matters
A waiver without an end in sight is a lowered bar.

## Example
    expires: "2099-12-31"

## Instead
    expires: "2026-06-03"

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
It cannot be waived.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from claimcheck.rules.model import Complaint, RuleContext

_MOST = timedelta(days=92)


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find waivers that run too long."""
    latest = (context.today + _MOST).isoformat()
    for waiver in context.hygiene.waivers:
        if waiver.expires[:10] > latest:
            yield Complaint(
                message=f"The waiver of {waiver.code} by {waiver.by} runs until {waiver.expires[:10]}.",
                fix=f"Let it end by {latest}; it can be renewed.",
                path="claims/waivers.yaml",
                claim=waiver.claim,
                subject=f"{waiver.code} {waiver.expires}",
            )
