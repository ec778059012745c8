"""One study appears as if it were two.

## What it checks
References to studies, reports, surveys or research in one article that share their subject, year or findings
but are introduced anew. What is called a second or another one by the text is left alone, unless both
studied the same number (“a separate study of 48,200 people”). The finding names both places.

## Why it matters
Two sources sound like confirmation. If they are one, there is none.

## Example
    A 2025 study called fears overstated.
    Similarly, a study by the harbour institute found little to fear.

## Instead
    A 2025 study by the harbour institute called fears overstated.
    The study found little to fear.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where they have been shown to be two.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext
from claimcheck.rules.relating import related


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find such pairs of claims."""
    return related(
        context, "same-study", "Find out whether they are one; if so, say it at the second mention."
    )
