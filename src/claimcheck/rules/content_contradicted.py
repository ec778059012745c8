"""Somebody did say it, but accepted evidence speaks against what was said.

## What it checks
Claims that rest on the statement alone, whose content accepted evidence contradicts, whatever its grade.

## Why it matters
A correct attribution does not make it right to pass on what is known to be wrong without saying so.

## Example
    The moon is hollow, Ana Ruiz said.

## Instead
    The moon is hollow, Ana Ruiz said; every measurement shows it is not.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the sentence around it sets it right.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import GRAVE, words_against
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find statements whose content does not stand."""
    for view in context.sourced_claims():
        layer = view.assessment.contested
        if layer is None or layer.layer != "content" or view.claim.states_dispute is not None:
            continue
        grave = layer.status in GRAVE
        told = (
            f"{layer.sentence[:1].lower()}{layer.sentence[1:]}"
            if grave
            else "contradicted, by nothing of weight."
        )
        message = f"That it was said is one thing; what was said is {told}{words_against(view, layer)}"
        fix = "Say beside the statement what speaks against it, and have a named person record that."
        yield at_claim(view, message, fix)
