"""A waiver has run out.

## What it checks
The expiry of every waiver; the day itself still counts.

## Why it matters
A waiver is for a time. What it excused is a finding again.

## Example
    expires: "2026-03-03", and it is the 4th

## Instead
    expires: "2026-06-30"

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
It cannot be waived.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find waivers that have run out."""
    for waiver in context.hygiene.waivers:
        if waiver.expires[:10] < context.today.isoformat():
            yield Complaint(
                message=f"The waiver of {waiver.code} by {waiver.by} ran out on {waiver.expires[:10]}.",
                fix="Mend what it excused, or waive it again with a reason; remove this one.",
                path="claims/waivers.yaml",
                claim=waiver.claim,
                subject=f"{waiver.code} {waiver.expires}",
            )
