"""A quotation does not say who is speaking.

## What it checks
Claims of the kind quotation without anybody to whom the words are given, from five words on.

## Why it matters
Words that nobody said can be checked against nothing.

## Example
    “A turning point for the whole coast.”

## Instead
    “A turning point for the whole coast,” Ana Ruiz said.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the sentence before names the speaker beyond doubt.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext, at_claim
from claimcheck.rules.wording import quoted

_SENTENCE = 5
"""Words; what is shorter is a term or a title rather than somebody's sentence."""


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find quotations without a speaker."""
    for view in context.claims_of("quotation"):
        claim = view.claim
        named = any(attribution.speaker or attribution.source for attribution in claim.attributions)
        if not named:
            span, words = next(quoted(claim))
            if len(words.split()) < _SENTENCE:
                continue
            message = f"Nobody is named as the speaker of {short(words)}."
            yield at_claim(view, message, "Say who said it, and where.", span=span)
