"""A claim's sources together do not carry it.

## What it checks
Claims with accepted evidence from several origins whose belief stays below what their kind needs, or whose
evidence has no weight.

## Why it matters
Several poor sources are not a good one.

## Example
    The harbour will close in May.

## Instead
    The harbour will close in May.

## Configuration
Its level is set by code or name under `[check.severity]`. What is enough: `minimum_belief` under
`[policy.status]` and by kind under `[policy.kinds]`.

## When to waive
Where the text says how uncertain it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import cheapest_fix
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find weak claims for which no other rule has a more exact word."""
    for view in context.sourced_claims():
        layer = view.assessment.decisive
        verdict = layer.verdict
        if layer.status != "weak" or verdict.unmet or verdict.both or verdict.uncovered:
            continue
        if layer.lacks_support:
            continue  # what contradicts it is told by a rule of its own
        if sum(row.points_for > 0 for row in layer.origins) != 1:
            yield at_claim(view, layer.sentence, cheapest_fix(context, view))
