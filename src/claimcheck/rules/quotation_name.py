"""A quotation prints another name than its source.

## What it checks
Altered quotations in which a name differs from the accepted passage.

## Why it matters
It puts words about one person into a sentence about another.

## Example
    “We trust Mr Ito,” Ana Ruiz said.

## Instead
    “We trust Mr Osei,” Ana Ruiz said.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the speaker corrected the wording afterwards, and the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_claim
from claimcheck.rules.wording import alterations, say_alteration


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find them by comparing again with the accepted passage."""
    for found in alterations(context, "name"):
        message = say_alteration(found, "a name")
        fix = "Print the source's words, or paraphrase without quotation marks."
        yield at_claim(
            found.view, message, fix, span=found.span, subject=f"{found.item.source} {found.item.start}"
        )
