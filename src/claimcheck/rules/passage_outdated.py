"""An accepted passage was taken from another version of its source.

## What it checks
The snapshot that each accepted passage names against the text its source has now.

## Why it matters
The words may have gone or moved in the new version; what a person judged was the old one.

## Example
    (a passage of the draft minutes)

## Instead
    (the same passage, accepted again in the final minutes)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
While the new version is being read.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short, with_sources
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find passages of older versions."""
    for view in context.sourced_claims():
        for item, source in with_sources(context, view.claim):
            if item.snapshot and source.text and item.snapshot != f"sha256:{source.text.sha256}":
                which = f"The passage {short(item.exact)}" if view.prints(item) else "A passage"
                message = f"{which} is of another version of {source.id}."
                fix = "Find the passage in the version on hand and accept it there."
                yield at_claim(view, message, fix, subject=f"{source.id} {item.about} {item.start}")
