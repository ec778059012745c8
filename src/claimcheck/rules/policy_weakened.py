"""A change lowers the bar that it is held to.

## What it checks
With `--policy-from REF`: whether settings, waivers, the baseline, the grades of sources, sign-offs and the
decisions that excuse a claim are laxer in the working tree than at that commit. The check itself goes by
the commit.

## Why it matters
Whoever proposes a change could otherwise switch off the rule that it breaks, or grade its own source up.

## Example
    (a pull request that sets unsourced_cfs = "note" beside an unsourced claim)

## Instead
    (the setting in a change of its own, which the desk's head merges)

## Configuration
Its level is set by code or name under `[check.severity]`, as the commit has it.

## When to waive
It cannot be waived: let whoever may decide merge the weakening by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find what a change makes laxer."""
    for weakening in context.hygiene.weakenings:
        if not weakening.foreign:
            yield Complaint(
                message=weakening.what,
                fix="Take it out of this change; it can be proposed in one of its own.",
                path=weakening.path,
                claim=weakening.claim,
                subject=f"{weakening.path} {weakening.what}",
                level=weakening.level,
            )
