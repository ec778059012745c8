"""A source was published after the article that rests on it.

## What it checks
Accepted supporting evidence whose source is dated after the article.

## Why it matters
It may rest on the article, and it cannot have been what the writer knew.

## Example
    (an article of 3 March that rests on a report of 9 March)

## Instead
    (the same article, resting on a report of 2 March)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the evidence confirms a published article after the fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import with_sources
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find hindsight."""
    for view in context.sourced_claims():
        printed = (view.article.article.published or "")[:10]
        for item, source in with_sources(context, view.claim) if printed else ():
            dated = (source.published or "")[:10]
            if dated > printed and item.stance == "supports":
                message = f"{source.id} is of {dated}, the article of {printed}."
                fix = "Use a source from before, or say that it was confirmed later."
                yield at_claim(view, message, fix, subject=f"{source.id} {item.about} {item.start}")
