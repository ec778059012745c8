"""A quotation stops where the source goes on to say something else.

## What it checks
Quotations whose accepted passage continues with words that turn the meaning.

## Why it matters
Every word may be right and the speaker misquoted all the same.

## Example
    “We will pay,” Ana Ruiz said.

## Instead
    “We will pay once the court has ruled,” Ana Ruiz said.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the text gives the rest elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext, at_claim
from claimcheck.rules.wording import matched, quoted


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find quotations that were cut short."""
    for view, item in matched(context, "truncated"):
        span, words = next(quoted(view.claim))
        message = f"{item.source} goes on after {short(words)} with words that change what it means."
        yield at_claim(
            view,
            message,
            "Quote on, or paraphrase the whole.",
            span=span,
            subject=f"{item.source} {item.start}",
        )
