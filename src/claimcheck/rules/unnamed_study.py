"""A study is leaned on a second time without its name.

## What it checks
Later mentions of “a study” that may be one named before.

## Why it matters
The reader cannot tell whether it is another, and one study looks like two.

## Example
    A 2025 study by the reef institute found cracks.
    Cracks were also noted in a study.

## Instead
    A 2025 study by the reef institute found cracks.
    The reef institute's study also noted rust.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where there is only one it can be.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext
from claimcheck.rules.relating import related


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find such claims among the relations."""
    return related(context, "unnamed-study", "Name the study again.")
