"""Something is reported with a hedge first, and as plain fact later.

## What it checks
Pairs of sentences with one content, of which the earlier is hedged (“may have”, “could”, “reportedly”, “is
said to”) or comes from nobody in particular (“reports indicate”), and the later is plain, or names it by a
noun with the very figure (“the £2 million saving”). The finding names both places.

## Why it matters
This is how a rumour turns into a fact within one page.

## Example
    Reports indicate that troops were sent.
    The raid may have cost 4 million euros.
    The new kiln could save £80,000 a year.
    The troops that were sent changed the war.
    The raid, which cost 4 million euros, failed.
    The £80,000 annual saving pays for two potters.

## Instead
    Reports indicate that troops were sent.
    The raid may have cost 4 million euros.
    If troops were sent, that would change the war.
    The raid failed, whatever it cost.
    The new kiln could save £80,000 a year, enough for two potters.

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
