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

from claimcheck.assessment.assess import LayerAssessment, OriginRow
from claimcheck.assessment.contradictions import grade_of
from claimcheck.assessment.origins import UNKNOWN
from claimcheck.rules.helpers import cheapest_fix, some
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find weak claims with one origin."""
    for view in context.sourced_claims():
        layer = view.assessment.decisive
        rows = [row for row in layer.origins if row.points_for > 0]
        least = context.policy.kinds[view.claim.kind].minimum_belief
        belief = layer.verdict.opinion.belief
        if layer.status != "weak" or layer.verdict.both or len(rows) != 1 or belief >= least:
            continue
        message = f"All its support comes from one origin{_say(layer, rows[0])}, belief {belief:.2f} "
        yield at_claim(view, f"{message}where {least:.2f} is needed.", cheapest_fix(context, view))


def _say(layer: LayerAssessment, row: OriginRow) -> str:
    """The origin, with the sources that rest on it and their grades."""
    support = [item for item in layer.items if item.stance == "supports" and item.weight]
    told = some(f"{item.source} ({grade_of(item)})" for item in support if row.origin in item.origins)
    if row.origin.startswith(UNKNOWN):
        return f" (sources of unknown lineage): {told}"
    return f": {told}" if row.members == (row.origin,) else f" ({row.origin}): {told}"
