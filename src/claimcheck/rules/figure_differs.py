"""A figure of the claim differs from the passage that is accepted for it.

## What it checks
Each figure of a claim against the figures of every accepted supporting passage: a figure that differs from
a comparable one and agrees with none.

## Why it matters
A passage can support the sentence and still not its number. Figures are compared as a desk would: rounding,
units and words such as “about” are allowed for.

## Example
    The harbour spent $42 million.

## Instead
    The harbour spent $41.2 million.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the figure was worked out from the source's in a way that no calculation over cells can state.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import accepted, part_texts, short, some
from claimcheck.rules.model import Complaint, RuleContext, at_claim
from claimcheck.rules.worked_out import agrees, worked_out


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find figures that the accepted passages give otherwise."""
    from claimcheck.extraction.figures import compare_figures, find_figures

    for view in context.sourced_claims():
        spans = [span for span, _ in part_texts(view.claim, "figure")]
        given = [item for item in accepted(view.claim, "content") if item.stance == "supports"]
        passages = [item for item in given if item.calculation is None]  # CC406 looks at what was worked out
        if not spans or not passages:
            continue
        stated = [(item.source, figure) for item in passages for figure in find_figures(item.exact)]
        for own in find_figures(view.claim.text):
            if not any(own.start < end and start < own.end for start, end in spans):
                continue
            if any(agrees(own, value) for value in worked_out(given)):
                continue
            verdicts = [(compare_figures(own, figure), source) for source, figure in stated]
            differing = [source for verdict, source in verdicts if verdict == "different"]
            if differing and all(verdict in ("different", "incomparable") for verdict, _ in verdicts):
                printed = view.claim.text[own.start : own.end]
                message = f"The text has {short(printed)}; {some(differing)} has another figure."
                fix = "Print the source's figure, or accept a passage that has this one."
                yield at_claim(view, message, fix, span=(own.start, own.end), subject=printed)
