"""Sources of weight disagree about a claim.

## What it checks
Claims whose support meets serious contradiction from other origins, in the same layer: statement against
statement, content against content.

## Why it matters
A reader who is told one side as plain fact is misled, whichever side is right.

## Example
    The harbour made a profit.

## Instead
    The harbour says it made a profit; its auditors put it at a loss.

## Configuration
Its level is set by code or name under `[check.severity]`. A dispute whose conflict is below
`slight_conflict` under `[policy.status]` is a warning.

## When to waive
Better: state the dispute in the text and have a named person record that; the status stays, the error goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import cheapest_fix, words_against
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find disputes that no named person has recorded as stated in the text."""
    for view in context.sourced_claims():
        for layer in view.assessment.deciding_layers:
            if layer.status != "disputed" or view.claim.states_dispute is not None:
                continue
            slight = layer.verdict.opinion.conflict < context.policy.slight_conflict
            yield at_claim(
                view,
                f"{layer.sentence}{words_against(view, layer)}",
                cheapest_fix(context, view),
                subject=layer.layer,
                state="slight" if slight else "",
                level="warning" if slight else None,
            )
