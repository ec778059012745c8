"""Words that were quoted in one place are printed as the article's own in another.

## What it checks
Runs of six or more words that stand in quotation marks in one sentence, and without marks or a speaker in
another. The finding names both places.

## Why it matters
What somebody claimed turns into what the article says.

## Example
    “The towns are acting together to undercut us,” Ana Ruiz said.
    The towns are acting together to undercut the port.

## Instead
    “The towns are acting together to undercut us,” Ana Ruiz said.
    The towns' joint stand, as Ms Ruiz sees it, hurts the port.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
For titles and set phrases.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext
from claimcheck.rules.relating import related


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find such claims among the relations."""
    return related(
        context,
        "quotation-marks",
        "Set the marks and name the speaker again, or say it in words of your own.",
    )
