"""A quotation prints another name than its source.

## What it checks
Altered quotations in which a name differs from the accepted passage.
Where a passage is only proposed and has plainly the same words but for that, it is a warning.

## Why it matters
It puts words about one person into a sentence about another.

## Example
    “We trust Mr Ito,” Ana Ruiz said.

## Instead
    “We trust Mr Osei,” Ana Ruiz said.

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
    yield from complaints(context, "name", "a name")
