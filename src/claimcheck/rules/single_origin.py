"""All support for a claim comes from one origin.

## What it checks
Weak claims whose supporting sources, however many, go back to one root.

## Why it matters
Forty reprints of one agency report are one report. What nobody stated the lineage of counts as one origin.

## Example
    The harbour will close in May.

## Instead
    The harbour will close in May.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where there can be only one origin, and the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.assessment.origins import UNKNOWN
from claimcheck.rules.helpers import cheapest_fix, some
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find weak claims with one origin."""
    for view in context.sourced_claims():
        layer = view.assessment.decisive
        rows = [row for row in layer.origins if row.points_for > 0]
        least = context.policy.kinds[view.claim.kind].minimum_belief
        if layer.status != "weak" or len(rows) != 1 or layer.verdict.opinion.belief >= least:
            continue
        origin = "sources of unknown lineage" if rows[0].origin.startswith(UNKNOWN) else rows[0].origin
        yield at_claim(
            view,
            f"All its support comes from one origin ({origin}): {some(rows[0].members)}.",
            cheapest_fix(context, view),
        )
