"""A claim rests on a source that was withdrawn.

## What it checks
Accepted evidence from a retracted source, or from one whose roots are all retracted.

## Why it matters
It counts for nothing, and the sentence may have to be corrected.

## Example
    The harbour is safe, a study found.

## Instead
    The harbour is safe, a study found; it was withdrawn in May.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the article is about the withdrawal.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims that rest on withdrawn sources."""
    for view in context.sourced_claims():
        for layer in (view.assessment.statement, view.assessment.content):
            for item in layer.items:
                if item.excluded == "retracted":
                    source = context.sources[item.source]
                    why = (
                        f": {source.retracted.why.rstrip('.')}"
                        if source.retracted
                        else ", for all it rests on was"
                    )
                    message = f"{item.source} was withdrawn{why}."
                    fix = "Correct the text, or find another source; reject this evidence."
                    yield at_claim(view, message, fix, subject=f"{layer.layer} {item.source}")
