"""Something is reported with a hedge first, and as plain fact later.

## What it checks
Pairs of sentences with one content, of which the earlier is hedged or attributed and the later is neither.

## Why it matters
This is how a rumour turns into a fact within one page.

## Example
    Reports indicate that troops were sent.
    The troops that were sent changed the war.

## Instead
    Reports indicate that troops were sent.
    If troops were sent, that would change the war.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where something printed in between confirms it.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext
from claimcheck.rules.relating import related


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find such pairs of claims."""
    return related(context, "hedge", "Keep the hedge, or say what has been confirmed since.")
