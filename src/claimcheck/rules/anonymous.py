"""A claim rests on somebody who is not named.

## What it checks
Attributions to unnamed or collective sources (“officials”, “the intelligence community”), unless an editor
approved.

## Why it matters
Readers cannot judge what they are not told. An unnamed source needs a reason and an editor.

## Example
    Officials said the harbour will close.

## Instead
    The harbour master, Ana Ruiz, said the harbour will close.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the text says why the source is not named and what it can know.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext, at_claim
from claimcheck.rules.reports_indicate import is_hearsay, is_somebodys_report, span_of


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find unnamed speakers that no editor approved."""
    for view in context.attributed_claims():
        if view.claim.unnamed_approved is not None:
            continue
        for attribution in view.claim.attributions:
            told = is_hearsay(view.claim, attribution) or is_somebodys_report(view.claim, attribution)
            if attribution.anonymous and not told:
                span = span_of(attribution)
                who = short(view.claim.text[slice(*span)], 40) if span else "somebody"
                fix = "Name the person, or have an editor approve the unnamed source."
                yield at_claim(view, f"{who[0].upper()}{who[1:]} is not named.", fix, span=span)
                break
