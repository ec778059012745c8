"""A waiver excuses nothing.

## What it checks
Running waivers that met no finding, and waivers of rules that do not exist.

## Why it matters
It would excuse the next finding of that kind, which nobody has looked at.

## Example
    (a waiver of a claim that has since been sourced)

## Instead
    (no waiver)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
It cannot be waived.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext
from claimcheck.rules.registry import RULES


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find waivers without a finding."""
    hygiene = context.hygiene
    names = {name: rule.code for rule in RULES for name in (rule.code.casefold(), rule.name)}
    names.update(hygiene.plugins)
    for position, waiver in enumerate(hygiene.waivers):
        code = names.get(waiver.code.casefold())
        running = waiver.expires[:10] >= context.today.isoformat()
        if code is None:
            message = f"The waiver by {waiver.by} names {short(waiver.code, 40)}, which is no rule."
        elif running and hygiene.whole and code in hygiene.ran and position not in hygiene.used_waivers:
            message = f"The waiver of {waiver.code} by {waiver.by} excuses nothing any more."
        else:
            continue
        path, subject = "claims/waivers.yaml", f"{waiver.code} {waiver.expires}"
        yield Complaint(message, "Remove it.", path, claim=waiver.claim, subject=subject)
