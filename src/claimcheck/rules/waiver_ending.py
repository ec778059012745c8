"""A waiver in use ends within fourteen days.

## What it checks
Running waivers that excuse a finding and end soon.

## Why it matters
Nobody should learn on the day of publication that a finding is back.

## Example
    expires: "2026-03-10", and it is the 4th

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

_NOTICE = timedelta(days=14)


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find waivers that end soon."""
    today, soon = context.today.isoformat(), (context.today + _NOTICE).isoformat()
    for position, waiver in enumerate(context.hygiene.waivers):
        if position in context.hygiene.used_waivers and today <= waiver.expires[:10] <= soon:
            yield Complaint(
                message=f"The waiver of {waiver.code} by {waiver.by} ends on {waiver.expires[:10]}.",
                fix="Mend what it excuses, or renew it with a reason.",
                path="claims/waivers.yaml",
                claim=waiver.claim,
                subject=f"{waiver.code} {waiver.expires}",
            )
