"""A claim names no source, and none was found.

## What it checks
Claims without any evidence for which the text names nobody: no link, no note, no speaker.

## Why it matters
A reader cannot look it up, and neither can the desk. This is what the gate is for.

## Example
    The harbour spent $41 million on dredging.

## Instead
    The harbour spent $41 million on dredging, its annual accounts show.

## Configuration
The level follows the claim's check-worthiness: `unsourced_cfs` and `unsourced_ufs` under `[check]`; a level
for this rule under `[check.severity]` overrides both.

## When to waive
For common knowledge, better: have a named person exempt the claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import decide_first, is_opinion, say_unsourced
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims without any source."""
    for view in context.unsourced_claims("uncited"):
        # An opinion that nobody is named for has a rule of its own.
        if view.claim.check_worthiness.label == "NFS" and is_opinion(view):
            continue
        yield at_claim(view, _say(view), _fix(view), level=context.unsourced_level(view.claim))


def _say(view: ClaimView) -> str:
    if not view.claim.evidence:
        return "The text names no source for this, and none is recorded."
    return say_unsourced(view)


def _fix(view: ClaimView) -> str:
    look = decide_first(view.claim)
    add = "dd what it rests on (claimcheck source add FILE), then run claimcheck link."
    return f"{look} Or a{add}" if look else f"A{add}"
