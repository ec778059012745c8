"""A quotation stops where the source goes on to say something else.

## What it checks
Quotations beside whose words the source has others, cut from the front, the end or the middle, that turn the
meaning. Where the passage is only proposed and no other one has the quotation whole, it is a warning.

## Why it matters
Every word may be right and the speaker misquoted all the same.

## Example
    “We will pay,” Ana Ruiz said.

## Instead
    “We will pay once the court has ruled,” Ana Ruiz said.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the text gives the rest elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.records.models import Evidence
from claimcheck.records.settings import RuleLevel
from claimcheck.rules.helpers import short
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim
from claimcheck.rules.wording import matched, quoted

_MARKS = "\"'“”‘’«», "


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find quotations that were cut short."""
    for view, item in matched(context, "truncated"):
        _, words = _printed(view, item)
        message = (
            f"{item.source} says more than {short(words.strip(_MARKS))}, and that changes what it means."
        )
        yield _complaint(view, item, message, "Quote on, or paraphrase the whole.", None)
    for view in context.claims_with_evidence():
        for item in _undecided(view):
            message = f"A passage of {item.source} is proposed for this quotation. {item.reason}"
            fix = f"Look at it: claimcheck explain {view.claim.id}. Quote on, or paraphrase the whole."
            yield _complaint(view, item, message, fix, "warning")


def _undecided(view: ClaimView) -> list[Evidence]:
    """Truncated quotations that nobody has decided on, where no other passage has the words whole."""
    said = [item for item in view.claim.evidence if item.about == "statement" and item.status != "rejected"]
    if any(item.stance == "supports" or item.status == "accepted" for item in said):
        return []
    return [item for item in said if item.match == "truncated"]


def _printed(view: ClaimView, item: Evidence) -> tuple[tuple[int, int], str]:
    """Where in the claim the quotation stands that an item is about, and its words."""
    parts = [view.claim.parts[n] for n in item.parts if n < len(view.claim.parts)]
    found = next((part for part in parts if part.kind == "quotation"), None)
    if found is None:
        return next(quoted(view.claim))
    return (found.start, found.end), view.claim.text[found.start : found.end]


def _complaint(view: ClaimView, item: Evidence, message: str, fix: str, level: RuleLevel | None) -> Complaint:
    span, _ = _printed(view, item)
    subject = f"{item.source} {item.start}"
    return at_claim(view, message, fix, span=span, subject=subject, level=level)
