"""A source is recorded, but its text is not on hand.

## What it checks
Sources without an extracted text that are neither a testimony nor held privately.

## Why it matters
Nothing can be compared with it word for word, so evidence from it counts for nothing.

## Example
    (a source record with a title and an address)

## Instead
    (the same, added with its file)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where it is behind a door that will not open, and the article says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext, at_source


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find sources that are only cited."""
    for source in context.sources.values():
        if source.text is None and source.testimony is None and source.private is None:
            where = f" It could be had from: {source.obtainable}." if source.obtainable else ""
            message = f"The text of {short(source.title)} is not on hand.{where}"
            yield at_source(
                source, message, f"Get it and add it: claimcheck source add FILE (as {source.id})."
            )
