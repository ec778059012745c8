"""Nobody has said where a source got its information.

## What it checks
Sources of unknown lineage that support a claim.

## Why it matters
Unknown is not independent: all of them together count as one origin.

## Example
    (a paper's report, added without a word on where it is from)

## Instead
    (the same, with --original or --derived-from)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where it cannot be found out.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext, at_source


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find sources in use whose lineage is unknown."""
    used = {source for source, stance in context.used() if stance == "supports"}
    for source in context.sources.values():
        known = source.lineage != "unknown" or source.derived_from or source.study or source.wire
        if source.id in used and not known:
            message = f"Nobody has said where {short(source.title)} got its information."
            yield at_source(source, message, "Say it is original, or what it derives from, in its record.")
