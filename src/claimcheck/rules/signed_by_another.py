"""A new sign-off is in the name of somebody who did not make the change.

## What it checks
With `--policy-from REF`: whether each sign-off since that commit is in the name of an author of the commits
that touched its file. Short names are looked up in `[desk.people]`.

## Why it matters
A record can hold any name. One that is not the author's may be right (somebody typed for a colleague), but
the colleague should know.

## Example
    (by: r.osei, in a commit by M. Ito)

## Instead
    (by: m.ito, in a commit by M. Ito)

## Configuration
Its level is set by code or name under `[check.severity]`, as the commit has it.

## When to waive
It cannot be waived: ask the person named to sign, or to say so in the review.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find sign-offs in other people's names."""
    for weakening in context.hygiene.weakenings:
        if weakening.foreign:
            yield Complaint(
                message=weakening.what,
                fix="Ask the person named to confirm it.",
                path=weakening.path,
                claim=weakening.claim,
                subject=f"{weakening.path} {weakening.what}",
            )
