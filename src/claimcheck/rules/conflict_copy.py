"""A second version of a record lies beside it.

## What it checks
Files in `claims/` and `sources/` whose names are those that shared drives, file managers and merge tools
give to a second version, such as `harbour (conflicted copy).yaml` or `harbour.yaml.orig`.

## Why it matters
Somebody's decisions may stand in the version that nothing reads.

## Example
    (claims/harbour.yaml and claims/harbour (conflicted copy).yaml)

## Instead
    (claims/harbour.yaml alone)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
It cannot be waived: merge the two and delete the copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find second versions of records."""
    for stray in context.strays:
        if stray.kind == "copy":
            yield Complaint(
                message=f"This is a second version of {stray.original}, and nothing reads it.",
                fix="Merge it, by claim: claimcheck conflicts --merge",
                path=stray.path,
                subject=stray.path,
            )
