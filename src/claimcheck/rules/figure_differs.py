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

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.records.models import Claim, Evidence
from claimcheck.rules.helpers import accepted, in_cell, part_texts, short, some
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim
from claimcheck.rules.worked_out import agrees, worked_out

if TYPE_CHECKING:
    from claimcheck.extraction.figures import Figure

_AGREES = ("equal", "compatible")


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find figures that the accepted passages give otherwise."""
    from claimcheck.extraction.figures import find_figures

    for view in context.sourced_claims():
        spans = [span for span, _ in part_texts(view.claim, "figure")]
        given = [item for item in accepted(view.claim, "content") if item.stance == "supports"]
        passages = [item for item in given if item.calculation is None]  # CC406 looks at what was worked out
        if not spans or not passages:
            continue
        printed = find_figures(view.claim.text)
        stated = [(item, find_figures(item.exact)) for item in passages]
        values = worked_out(given, context.tables)
        for own in printed:
            if not any(own.start < end and start < own.end for start, end in spans):
                continue
            if any(agrees(own, value) for value in values):
                continue
            if differing := _differing(view.claim, own, printed, stated):
                words = view.claim.text[own.start : own.end]
                fix = "Print the source's figure, or accept a passage that has this one."
                message = f"The text has {short(words)}; {_say(view, differing)}."
                yield at_claim(view, message, fix, span=(own.start, own.end), subject=words)


def _differing(
    claim: Claim,
    own: Figure,
    printed: Sequence[Figure],
    stated: Sequence[tuple[Evidence, Sequence[Figure]]],
) -> list[tuple[Evidence, Figure]]:
    """The figures that passages have in place of one of the claim's; none where one of them has it."""
    from claimcheck.extraction.figures import compare_figures

    found = []
    for item, figures in stated:
        if item.parts and not any(_covers(claim, number, own) for number in item.parts):
            continue
        # What is another figure of the claim's is not in place of this one.
        others = [f for f in figures if not any(compare_figures(one, f) in _AGREES for one in printed)]
        if any(compare_figures(own, figure) in _AGREES for figure in figures):
            return []
        for figure in others:
            unsure = len(others) < len(figures) and not (own.unit or (own.noun and figure.noun))
            if not unsure and compare_figures(own, figure) == "different":
                found.append((item, figure))
    return found


def _covers(claim: Claim, number: int, own: Figure) -> bool:
    part = claim.parts[number] if number < len(claim.parts) else None
    return part is not None and part.start < own.end and own.start < part.end


def _say(view: ClaimView, differing: Sequence[tuple[Evidence, Figure]]) -> str:
    sources = {item.source for item, _ in differing}
    words = dict.fromkeys(short(item.exact[figure.start : figure.end]) for item, figure in differing)
    printed = all(view.prints(item) for item, _ in differing)
    if len(sources) > 1 or len(words) > 3 or not printed:
        return f"{some(sources)} {'has' if len(sources) == 1 else 'have'} another figure"
    place = in_cell(differing[0][0]) if len(differing) == 1 else ""
    return f"{some(sources)}{place}{',' if place else ''} has {' and '.join(words)}"
