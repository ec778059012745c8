"""The baseline has findings that are no longer there.

## What it checks
Every entry of the baseline against the findings of this run, where the whole workspace was checked.

## Why it matters
An entry that has been mended would let the same finding come back unseen.

## Example
    (an entry for a claim that is sourced by now)

## Instead
    (claimcheck baseline prune)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
It cannot be waived.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find entries that met nothing."""
    hygiene = context.hygiene
    for fingerprint, description in hygiene.baseline.findings.items() if hygiene.whole else ():
        if fingerprint not in hygiene.fingerprints:
            yield Complaint(
                message=f"The baseline still has: {short(description, 100)}",
                fix="Run: claimcheck baseline prune",
                path="claims/baseline.json",
                subject=fingerprint,
            )
