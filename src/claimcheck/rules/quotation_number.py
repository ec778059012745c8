"""A quotation prints another number or date than its source.

## What it checks
Altered quotations in which a number or a date differs from the accepted passage.

## Why it matters
A swapped figure is the error that sounds right, and the one most often copied on.

## Example
    “We spent 41 million,” Ana Ruiz said.

## Instead
    “We spent 14 million,” Ana Ruiz said.

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
    for found in alterations(context, "number"):
        message = say_alteration(found, "a number or a date")
        fix = "Print the source's words, or paraphrase without quotation marks."
        yield at_claim(
            found.view, message, fix, span=found.span, subject=f"{found.item.source} {found.item.start}"
        )
