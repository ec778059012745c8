"""A source that weighs enough contradicts a claim, and what supports it, if anything, weighs too little.

## What it checks
Claims with serious contradiction and no supporting item of weight.

## Why it matters
What the sources say is the opposite of what the article says.

## Example
    The harbour made a profit.

## Instead
    The harbour made a loss, its auditors say.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Never: correct the text, or show why the source should not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import cheapest_fix, words_against
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find contradicted claims."""
    for view in context.sourced_claims():
        for layer in view.assessment.deciding_layers:
            if layer.status == "contradicted":
                message = f"{layer.sentence}{words_against(view, layer)}"
                yield at_claim(view, message, cheapest_fix(context, view), subject=layer.layer)
