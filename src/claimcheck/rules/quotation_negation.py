"""A quotation turns its source around: a negation, a modal verb or a quantifier is lost or added.

## What it checks
Altered quotations that drop or add a not, weaken or strengthen a may, or widen a some to an all.

## Why it matters
One small word decides whether the speaker said it or its opposite.

## Example
    “We will close the harbour,” Ana Ruiz said.

## Instead
    “We will not close the harbour,” Ana Ruiz said.

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
    for found in alterations(context, "negation"):
        message = say_alteration(found, "what is denied or how far it goes")
        fix = "Print the source's words, or paraphrase without quotation marks."
        yield at_claim(
            found.view, message, fix, span=found.span, subject=f"{found.item.source} {found.item.start}"
        )
