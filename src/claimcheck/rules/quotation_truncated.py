"""A quotation stops where the source goes on to say something else.

## What it checks
Quotations beside whose words the source has others, cut from the front, the end or the middle, that turn the
meaning. Where the passage is only proposed and no other one has the quotation whole, it is a warning. The
verdict is the one that `link` or a person's decision recorded: `check` does not read the source again.

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
from dataclasses import replace

from claimcheck.records.models import Evidence
from claimcheck.rules.helpers import edited_since, in_sentence, short
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim
from claimcheck.rules.wording import fix_accepted, matched, printed_of, undecided

_CUT = "It says more, and that changes what the quotation means."
_MARKS = "\"'“”‘’«», "


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find quotations that were cut short."""
    for view, item in matched(context, "truncated"):
        _, words = printed_of(view.claim, item)
        more = f": {in_sentence(item)}" if view.prints(item) else "."
        message = (
            f"{item.source} says more than {short(words.strip(_MARKS))}, and that changes what it means"
            f"{more}{edited_since(view)}"
        )
        fix = fix_accepted(view, item, "Quote on, or paraphrase the whole.")
        yield _complaint(view, item, message, fix)
    for view in context.claims_with_evidence():
        for item in undecided(view, "truncated"):
            why = item.reason if view.prints(item) else _CUT
            message = f"A passage of {item.source} is proposed for this quotation. {why}"
            fix = f"Look at it: claimcheck explain {view.claim.id}. Quote on, or paraphrase the whole."
            yield replace(_complaint(view, item, message, fix), state="proposed", level="warning")


def _complaint(view: ClaimView, item: Evidence, message: str, fix: str) -> Complaint:
    span, _ = printed_of(view.claim, item)
    return at_claim(view, message, fix, span=span, subject=f"{item.source} {item.start}")
