"""A part of a claim is covered by no evidence.

## What it checks
Where evidence is tied to parts of a claim (a figure, a date, a name): that each part has some.

## Why it matters
Words are ticked, not sentences. A claim is only as good as its worst part.

## Example
    Ana Ruiz, 52, opened the bridge on Monday.

## Instead
    Ana Ruiz opened the bridge on Monday.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the part is common knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find parts without evidence."""
    for view in context.sourced_claims():
        claim, layer = view.claim, view.assessment.decisive
        supported = any(row.points_for for row in layer.origins)
        for index in layer.verdict.uncovered if supported else ():
            part = claim.parts[index]
            yield at_claim(
                view,
                f"No accepted passage covers the {part.kind} {short(claim.text[part.start : part.end])}.",
                "Accept a passage for this part, or take it out of the text; where the passage means it in "
                "other words (“the chair” for a name), waive it and say so.",
                span=(part.start, part.end),
                subject=str(index),
            )
