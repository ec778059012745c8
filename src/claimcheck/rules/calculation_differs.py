"""A stated calculation over a table does not give the figure of the claim.

## What it checks
Each calculation kept with accepted evidence is worked out again from the cells it names, and must give a
figure of the claim, rounding and words such as “about” allowed for. One that cannot be worked out, and cells
that the passage does not have, are told as well.

## Why it matters
A sum done once by hand is copied from draft to draft, and nobody adds up again.

## Example
    The three piers cost $41.9 million.

## Instead
    The three piers cost $41.2 million.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the claim states a figure that the calculation is only a step to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.rules.helpers import accepted, short
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim

if TYPE_CHECKING:
    from claimcheck.records.models import Evidence


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find calculations that give another figure, or none."""
    for view in context.sourced_claims():
        for item in accepted(view.claim):
            if item.calculation is not None and (found := _complaint(view, item)) is not None:
                yield found


def _complaint(view: ClaimView, item: Evidence) -> Complaint | None:
    from claimcheck.extraction.figures import find_figures
    from claimcheck.rules.worked_out import agrees
    from claimcheck.sources.calculating import BadFormula, work_out

    assert item.calculation is not None  # looked at by check()
    if _copied_wrong(item):
        message = f"The cells of {item.calculation.formula} are not what the passage of {item.source} has."
        fix = "Add the calculation anew: claimcheck desk evidence … --calculation"
        return at_claim(view, message, fix, subject=f"{item.source} {item.calculation.formula}")
    formula, subject = item.calculation.formula, f"{item.source} {item.calculation.formula}"
    try:
        value = work_out(formula, item.calculation.cells)
    except BadFormula as error:
        return at_claim(view, error.message, error.remedy or "", subject=subject)
    figures = find_figures(view.claim.text)
    if item.stance != "supports" or any(agrees(figure, value) for figure in figures):
        return None
    said = ", ".join(short(view.claim.text[f.start : f.end]) for f in figures[:3]) or "no figure"
    message = f"{formula} over {item.source} gives {value:,.10g}; the text has {said}."
    return at_claim(
        view, message, "Print what the calculation gives, or mend the calculation.", subject=subject
    )


def _copied_wrong(item: Evidence) -> bool:
    """Whether a cell kept with the formula is not in the passage, which reaches over all of them."""
    printed = list(item.calculation.cells.values()) if item.calculation else []
    return bool(item.exact) and [item.exact] != printed[:1] and any(one not in item.exact for one in printed)
