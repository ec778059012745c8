"""Passages were found for a claim, but nobody has decided on them.

## What it checks
Claims that rest on nothing but proposals.

## Why it matters
Only evidence that a person accepted counts. What a machine finds is an offer.

## Example
    The harbour spent $41 million.

## Instead
    The harbour spent $41 million.

## Configuration
The level follows the claim's check-worthiness: `unsourced_cfs` and `unsourced_ufs` under `[check]`; a level
for this rule under `[check.severity]` overrides both.

## When to waive
Hardly ever: deciding is quicker.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.assessment.wording import say_stances
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims that wait for a decision."""
    for view in context.unsourced_claims("proposed"):
        yield at_claim(
            view,
            f"Proposed passages wait for a decision ({say_stances(view.claim.evidence)}); "
            f"if all were accepted: {view.assessment.if_accepted}.",
            f"Decide: claimcheck explain {view.claim.id}, then claimcheck accept or reject.",
            level=context.unsourced_level(view.claim),
        )
