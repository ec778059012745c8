"""A statement is given to one person, but the testimony it rests on is another's.

## What it checks
Accepted testimony for a statement: whether the witness and the speaker named in the text share a name.

## Why it matters
The right words from the wrong mouth are a false quotation.

## Example
    “We never agreed,” Ana Ruiz said.

## Instead
    “We never agreed,” Kofi Osei said.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where a spokesperson spoke for the one who is named, and the text says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.rules.helpers import some, with_sources
from claimcheck.rules.model import Complaint, RuleContext, at_claim

_WORD = re.compile(r"[^\W\d_]{2,}")


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find statements whose witness is somebody else."""
    for view in context.sourced_claims():
        speakers = [attribution.speaker for attribution in view.claim.attributions if attribution.speaker]
        names = {word for speaker in speakers for word in _words(speaker)}
        for item, source in with_sources(context, view.claim):
            witness = source.testimony.who if source.testimony and source.named else ""
            if item.about != "statement" or item.stance != "supports" or not names or not witness:
                continue
            if not names & set(_words(witness)):
                message = (
                    f"The text has {some(speakers)} say it, but {source.id} is the testimony of {witness}."
                )
                yield at_claim(view, message, "Name the one who said it.", subject=source.id)


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]
