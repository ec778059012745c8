"""Two claims of one article cannot both be right.

## What it checks
Pairs of sentences that give different figures, votes, dates, times of day, ages or outcomes for one thing, or
of which one denies the other. What two speakers say, two years, two of a kind (“a second plant”), plans and
what came of them, and a part of a whole are left alone. The finding names both places.

## Why it matters
Readers notice, and one of the two is wrong whatever the sources say.

## Example
    The port opened on 3 May.
    The council approved the new quay.
    The budget is $41 million.
    Since it opened in June, the port has been busy.
    The new quay, which the council has not approved, is short.
    The budget is $47 million.

## Instead
    The port opened on 3 May.
    The council approved the new quay.
    The budget is $41 million.
    Since it opened, the port has been busy.
    The new quay, which the council approved, is short.
    The budget includes $6 million for dredging.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the text sets one against the other on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext
from claimcheck.rules.relating import related


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find such pairs of claims."""
    return related(context, "disagreement", "Find out which of the two is right, or say whose each is.")
