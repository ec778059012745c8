"""A claim rests only on sources that nobody graded.

## What it checks
Claims whose accepted sources have reliability F.

## Why it matters
Without a grade a source counts for nothing. A person has to say who stands behind it.

## Example
    The harbour will close in May.

## Instead
    The harbour will close in May.

## Configuration
The level follows the claim's check-worthiness: `unsourced_cfs` and `unsourced_ufs` under `[check]`; a level
for this rule under `[check.severity]` overrides both.

## When to waive
Hardly ever: grading takes a minute.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import cheapest_fix
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims whose sources are ungraded."""
    for view in context.sourced_claims():
        if view.assessment.status == "ungraded":
            fix = cheapest_fix(context, view)
            level = context.unsourced_level(view.claim)
            yield at_claim(view, view.assessment.decisive.sentence, fix, level=level)
