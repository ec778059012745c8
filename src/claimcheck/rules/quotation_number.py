"""A quotation prints another number or date than its source.

## What it checks
Altered quotations in which a number or a date differs from the accepted passage.
Where a passage is only proposed and has plainly the same words but for that, it is a warning.

## Why it matters
A swapped figure is the error that sounds right, and the one most often copied on.

## Example
    “We spent 41 million,” Ana Ruiz said.

## Instead
    “We spent 14 million,” Ana Ruiz said.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the speaker corrected the wording afterwards, and the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext
from claimcheck.rules.wording import complaints


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find them by comparing again with the passage."""
    yield from complaints(context, "number", "a number or a date")
