"""A figure of the claim is the passage's number in another unit.

## What it checks
Each figure of a claim that no figure of the accepted supporting passages agrees with, where one of them has
the same number and another unit, currency or kind of quantity.

## Why it matters
Forty-one million dollars are not forty-one million euros, and a number that looks right is read past.

## Example
    The harbour spent $41 million.

## Instead
    The harbour spent €41 million.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the figure was converted, and happens to be the same number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.rules.helpers import accepted, part_texts, short
from claimcheck.rules.model import Complaint, RuleContext, at_claim

if TYPE_CHECKING:
    from claimcheck.extraction.figures import Figure


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find figures whose unit is not the source's."""
    from claimcheck.extraction.figures import compare_figures, find_figures

    for view in context.sourced_claims():
        spans = [span for span, _ in part_texts(view.claim, "figure")]
        passages = [item for item in accepted(view.claim, "content") if item.stance == "supports"]
        if not spans or not passages:
            continue
        stated = [(item, figure) for item in passages for figure in find_figures(item.exact)]
        for own in find_figures(view.claim.text):
            inside = any(own.start < end and start < own.end for start, end in spans)
            if not inside or any(compare_figures(own, one) != "incomparable" for _, one in stated):
                continue
            for item, other in stated:
                if _same_number(own, other):
                    printed, there = (
                        view.claim.text[own.start : own.end],
                        short(item.exact[other.start : other.end]) if view.prints(item) else "another unit",
                    )
                    message = f"The text has {short(printed)}; {item.source} has {there}."
                    fix = "Print the source's unit, or convert the number."
                    yield at_claim(view, message, fix, span=(own.start, own.end), subject=printed)
                    break


def _same_number(own: Figure, other: Figure) -> bool:
    same = (own.low, own.high) == (other.low, other.high)
    return same and (own.unit, own.dimension) != (other.unit, other.dimension)
