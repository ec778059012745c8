"""A quotation turns its source around: a negation, a modal verb or a quantifier is lost or added.

## What it checks
Altered quotations that drop or add a not, weaken or strengthen a may, or widen a some to an all.
Where a passage is only proposed and has plainly the same words but for that, it is a warning.

## Why it matters
One small word decides whether the speaker said it or its opposite.

## Example
    “We will close the harbour,” Ana Ruiz said.

## Instead
    “We will not close the harbour,” Ana Ruiz said.

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
    yield from complaints(context, "negation", "what is denied or how far it goes")
