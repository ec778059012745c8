"""A quotation changes its source's words.

## What it checks
Altered quotations whose differences touch neither numbers nor names nor negations, and go beyond what
newsroom style permits.
Where a passage is only proposed and has plainly the same words but for that, it is a warning.

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

from claimcheck.rules.model import Complaint, RuleContext
from claimcheck.rules.wording import complaints


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find them by comparing again with the passage."""
    yield from complaints(context, "words", "the words")
