"""A cache lies in the workspace, and is not used.

## What it checks
Whether derived files lie, or would lie, inside the workspace.

## Why it matters
Whoever can write in the workspace could forge them, and with them what the gate says. They are neither
read nor written, so every check is a cold one.

## Example
    (XDG_CACHE_HOME names a folder of the workspace)

## Instead
    (XDG_CACHE_HOME names a folder elsewhere)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
It cannot be waived: delete the folder, or let the variable name another.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find caches within the workspace."""
    for stray in context.strays:
        if stray.kind == "cache":
            yield Complaint(
                message="A cache within the workspace is not used: whoever wrote it could have forged it.",
                fix="Delete it, and let XDG_CACHE_HOME name a folder outside the workspace.",
                path=stray.path,
                subject=stray.path,
            )
