"""A judgement is printed as the article's own.

## What it checks
Claims of the kind judgement that name nobody whose judgement it is, in news.

## Why it matters
In news a reader takes what stands there as found, not as felt.

## Example
    The plan is a disgrace.

## Instead
    The plan is a disgrace, the opposition leader said.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
In reviews and comment: set the article's genre instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import is_opinion
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find judgements of nobody."""
    for view in context.claims_of("judgement"):
        if is_opinion(view) and view.article.article.genre == "news":
            message = "This is a judgement, and nobody is named whose it is."
            yield at_claim(view, message, "Say whose it is, or say what it rests on.")
