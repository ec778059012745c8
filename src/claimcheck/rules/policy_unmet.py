"""A claim does not have what claims of its kind must have.

## What it checks
The requirements by kind: a quotation word for word in a primary source; a figure from a primary source or
two origins; an allegation from a document or two good origins; an editor's approval of an unnamed source; a
fair origin for background.

## Why it matters
Enough belief can add up from the wrong things.

## Example
    The harbour spent $41 million.

## Instead
    The harbour spent $41 million.

## Configuration
Its level is set by code or name under `[check.severity]`. What each kind needs: `needs` under
`[policy.kinds]`.

## When to waive
Where the desk's standards name the exception.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import cheapest_fix
from claimcheck.rules.model import Complaint, RuleContext, at_claim

_ELSEWHERE = frozenset({"attribution", "reply-sought"})


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find weak claims with unmet requirements, but for those that have rules of their own."""
    for view in context.sourced_claims():
        layer = view.assessment.decisive
        # Where something contradicts a claim and nothing supports it, its needs are beside the point.
        supported = layer.status == "weak" and not layer.lacks_support
        for unmet in layer.verdict.unmet if supported else ():
            if unmet.need not in _ELSEWHERE:
                fix = cheapest_fix(context, view)
                message = f"A claim of the kind “{view.claim.kind}”: {unmet.message}."
                yield at_claim(view, message, fix, subject=unmet.need)
