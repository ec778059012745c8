"""One origin says one thing and the other.

## What it checks
Claims that one root, directly or through reprints, both supports and contradicts.

## Why it matters
Either a passage was misread, or the source corrected itself; both have to be settled before it counts.

## Example
    The harbour made a profit.

## Instead
    The harbour first reported a profit, then a loss.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Hardly ever.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.assessment.assess import LayerAssessment
from claimcheck.assessment.origins import say_origin
from claimcheck.rules.helpers import short, some
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find origins on both sides of one claim."""
    for view in context.sourced_claims():
        for layer in view.assessment.deciding_layers:
            for origin in layer.verdict.both:
                members = next(row.members for row in layer.origins if row.origin == origin)
                which = "" if members == (origin,) else f" ({some(members)})"
                message = f"{say_origin(origin)} is on both sides of this claim{which}"
                message += _words(view, layer, origin)
                fix = "Read both passages again; reject one, or state the correction."
                yield at_claim(view, message, fix, subject=f"{layer.layer} {origin}")


def _words(view: ClaimView, layer: LayerAssessment, origin: str) -> str:
    """The weightiest passage on either side, where both have words."""
    evidence, told = view.claim.evidence, []
    for stance, side in (("supports", "for it"), ("contradicts", "against it")):
        items = [i for i in layer.items if i.stance == stance and i.weight and origin in i.origins]
        first = min(items, key=lambda item: (-item.weight, item.source, evidence[item.index].start or 0))
        words = short(evidence[first.index].exact, 120) if view.prints(evidence[first.index]) else ""
        told.append(f"{side} {words}")
    return f": {', '.join(told)}" if all(told[n].endswith("”") for n in (0, 1)) else "."
