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

from claimcheck.assessment.assess import LayerAssessment
from claimcheck.rules.helpers import GRAVE, fix_against, say_against, some, weightiest_against, words_against
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find statements whose content does not stand."""
    for view in context.sourced_claims():
        layer = view.assessment.contested
        if layer is None or layer.layer != "content" or view.claim.states_dispute is not None:
            continue
        yield at_claim(
            view,
            f"That it was said is one thing; {_say(view, layer)}",
            fix_against(view, (item.index for item in layer.against), _fix(layer)),
        )


def _say(view: ClaimView, layer: LayerAssessment) -> str:
    if layer.status not in GRAVE:
        return say_against(view, layer, weightiest_against(view, layer)[0], "what was said")
    told = layer.sentence.replace(" supports what was said", " supports it")
    return f"what was said is {told[:1].lower()}{told[1:]}{words_against(view, layer)}"


def _fix(layer: LayerAssessment) -> str:
    ungraded = {item.source for item in layer.against if item.excluded == "ungraded"}
    if ungraded and layer.status not in GRAVE:
        return f"Grade {some(ungraded)}, so that what speaks against the statement can be weighed."
    return (
        "Say beside the statement what speaks against it and have a named person record that "
        "(claimcheck desk mark); reject the passage if it says something else."
    )
