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

import re
from collections.abc import Iterator

from claimcheck.records.models import Attribution, Claim
from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext, at_claim
from claimcheck.rules.reports_indicate import is_hearsay, is_somebodys_report, span_of

_TOLD = re.compile(
    r"\b(?:(?:is|are|was|were|be|been|being|often|widely|commonly|generally|frequently|sometimes|increasingly)\b.*"
    r"\b(?:said|told|reported|described|regarded|seen|viewed|believed|thought|understood|alleged|accused|claimed|"
    r"assumed|presumed|perceived|portrayed|characteri[sz]ed|announced|expected|feared|suspected|rumou?red|held)"
    r"|estimated|expected|rumou?red|alleged|feared|perception|belief|feeling|consensus|speculation|suspicion|"
    r"complaints|allegations|accusations|calls)\b|ly\Z",
    re.IGNORECASE,
)
"""Cues that need no words for a speaker: passives of saying and thinking, "a perception", "reportedly"."""


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find unnamed speakers that no editor approved."""
    for view in context.attributed_claims():
        if view.claim.unnamed_approved is not None:
            continue
        for attribution in view.claim.attributions:
            told = is_hearsay(view.claim, attribution) or is_somebodys_report(view.claim, attribution)
            if attribution.anonymous and not told and _is_told(view.claim, attribution):
                span = span_of(attribution)
                fix = "Name the person, or have an editor approve the unnamed source."
                yield at_claim(view, _say(view.claim, attribution), fix, span=span)
                break


def _say(claim: Claim, attribution: Attribution) -> str:
    span = span_of(attribution)
    if span is None:
        return "The text does not say who says this."
    words = short(claim.text[slice(*span)], 40)
    return f"{words} is not named." if attribution.source else f"The text does not say who: {words}."


def _is_told(claim: Claim, attribution: Attribution) -> bool:
    """Whether a cue without words for its source hides a speaker: "is said to", not "focusing on", whose
    subject stands in the sentence."""
    cue = " ".join(claim.text[span.start : span.end] for span in attribution.cue)
    return bool(attribution.source or not cue or attribution.hedge or _TOLD.search(cue))
