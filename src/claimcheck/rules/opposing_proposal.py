"""A passage that may contradict a claim was found, and nobody has decided on it.

## What it checks
Claims for which a contradicting passage is proposed, whether they have accepted evidence or none. The message
says how good the source is.

## Why it matters
What speaks against a claim must not drown among what speaks for it.

## Example
    The harbour will close in May.

## Instead
    The harbour will close in May.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Hardly ever: deciding is quicker.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.assessment.weights import graded, say_grade
from claimcheck.records.models import Evidence, Layer
from claimcheck.records.shortening import shorten
from claimcheck.rules.helpers import in_cell, short
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim

_WIDTH = 160


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find undecided contradictions."""
    for view in context.claims_with_evidence():
        for item in view.claim.evidence:
            if item.status == "proposed" and item.stance == "contradicts":
                fix = f"Read it (claimcheck explain {view.claim.id}), then claimcheck accept or reject."
                subject = f"{item.source} {item.about} {item.start}"
                yield at_claim(view, _say(context, view, item), fix, subject=subject)


def _say(context: RuleContext, view: ClaimView, item: Evidence) -> str:
    grade = say_grade(*graded(item, context.sources.get(item.source)))
    layers = {layer.layer for layer in view.assessment.deciding_layers}
    what = "this" if item.about in layers else _OTHER[item.about]
    told = view.prints(item)
    words = f": {short(item.exact, _WIDTH)}" if item.exact and told else ""
    why = f" ({shorten(item.reason.rstrip('.'), _WIDTH)})" if item.reason and told else ""
    end = "" if words or why else "."
    return f"A passage of {item.source} ({grade}{in_cell(item)}) may contradict {what}{words}{why}{end}"


_OTHER: Mapping[Layer, str] = {"statement": "that it was said", "content": "what was said"}
