"""A quotation changes its source's words.

## What it checks
Altered quotations whose differences touch neither numbers nor names nor negations, and go beyond what
newsroom style permits.

## Why it matters
Inside quotation marks the words are the speaker's, not the writer's.

## Example
    “We were glad to see it,” Ana Ruiz said.

## Instead
    “We were relieved to see it,” Ana Ruiz said.

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
    for found in alterations(context, "words"):
        message = say_alteration(found, "the words")
        fix = "Print the source's words, or paraphrase without quotation marks."
        yield at_claim(
            found.view, message, fix, span=found.span, subject=f"{found.item.source} {found.item.start}"
        )
