"""A statement reaches the reader third-hand.

## What it checks
Attributions with two or more relays between the speaker and this article, or with a translated one.

## Why it matters
Every relay loses something: the hedge, the date, the question that was asked.

## Example
    The mayor will resign, the agency reported, citing a broadcaster, as translated by a blog.

## Instead
    The mayor will resign, she told the broadcaster.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the text names every relay and the original cannot be had.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find statements with several relays."""
    for view in context.attributed_claims():
        for attribution in view.claim.attributions:
            hops = attribution.hops
            if len(hops) >= 2 or any(hop.how == "translated" for hop in hops):
                path = ", then ".join(f"{hop.name} ({hop.how})" for hop in hops)
                message = f"This is at least third-hand: {path}."
                yield at_claim(view, message, "Find the statement where it was first made.")
                break
