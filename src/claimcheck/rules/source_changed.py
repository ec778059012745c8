"""A source's text is not the one that was recorded.

## What it checks
The sha256 of each extracted text on disk against its record.

## Why it matters
Evidence points into the recorded text. In a changed one it may point at other words, and nobody has judged
those.

## Example
    (a text edited after it was added)

## Instead
    (the text as it was added)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Never: restore the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_source


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find texts that changed or went missing."""
    for source in context.sources.values():
        if source.text is not None:
            found = context.source_hashes.get(source.id)
            if found != source.text.sha256:
                what = "is missing" if found is None else "is not what was recorded"
                message = f"The text of {source.id} {what} ({source.text.path})."
                yield at_source(
                    source, message, "Restore the file, or add the new version as a source of its own."
                )
