"""A claim's source is named, but its text is not on hand or no passage was read.

## What it checks
Claims whose text names a source, or whose accepted evidence cannot count: no text, no passage, withdrawn,
off the record.

## Why it matters
A citation shows where to look, not that anybody looked. Citations that do not say what they are cited for
are common.

## Example
    The harbour spent $41 million, its accounts show.

## Instead
    The harbour spent $41 million, its accounts show.

## Configuration
The level follows the claim's check-worthiness: `unsourced_cfs` and `unsourced_ufs` under `[check]`; a level
for this rule under `[check.severity]` overrides both.

## When to waive
While the source is on its way; set a short term.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import unsourced
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims whose named source nobody has read."""
    for view in unsourced(context, "cited"):
        sentence = view.assessment.decisive.sentence.removeprefix("Unsourced: ")
        yield at_claim(
            view,
            f"{sentence[0].upper()}{sentence[1:]}",
            "Get the source, add it (claimcheck source add FILE), and accept the passage that says so.",
            level=context.unsourced_level(view.claim),
        )
