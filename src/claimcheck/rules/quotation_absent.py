"""A quotation is not in the source it is accepted from.

## What it checks
Quotations whose accepted passage was compared word for word and does not have them.

## Why it matters
Words in quotation marks are a promise that somebody said exactly that.

## Example
    “We never agreed to this,” Ana Ruiz said.

## Instead
    Ana Ruiz said the board had not agreed.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the speaker corrected the wording afterwards, and the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import edited_since, short
from claimcheck.rules.model import Complaint, RuleContext, at_claim
from claimcheck.rules.wording import fix_accepted, matched, quoted


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find quotations that are not there."""
    for view, item in matched(context, "absent"):
        span, words = next(quoted(view.claim))
        message = f"{item.source} does not have the words {short(words)}.{edited_since(view)}"
        fix = "Take the quotation marks off, or accept the passage that has the words."
        fix = fix_accepted(view, item, fix)
        yield at_claim(view, message, fix, span=span, subject=f"{item.source} {item.start}")
