"""A stated calculation over a table does not give the figure of the claim.

## What it checks
Each calculation kept with accepted evidence is worked out again from the cells of the source's own table,
and must give a figure of the claim, rounding and words such as “about” allowed for. One that cannot be worked
out, and cells of the record that are not what the table or the passage has, are told as well. Whether “1.250”
is a thousand is told by its column, or else by its table; what these leave open is told, not guessed.

A calculation is kept with `claimcheck desk evidence CLAIM SOURCE --about content --stance supports
--calculation 'SUM(B2:B7)'`.

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

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from claimcheck.rules.helpers import accepted, short
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim

if TYPE_CHECKING:
    from claimcheck.records.models import Evidence


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find calculations that give another figure, or none."""
    for view in context.sourced_claims():
        for item in accepted(view.claim):
            if item.calculation is not None and (found := _complaint(item, view, context)) is not None:
                yield found


def _complaint(item: Evidence, view: ClaimView, context: RuleContext) -> Complaint | None:
    from claimcheck.sources.calculating import BadFormula, cells_named, work_out

    assert item.calculation is not None  # looked at by check()
    formula, cells = item.calculation.formula, item.calculation.cells
    subject = f"{item.source} {formula}"
    prints = view.prints(item)
    try:
        table = context.tables.get(item.source)
        printed = cells if table is None else cells_named(formula, table)
        message = _copied_wrong(item, printed)
        if message:
            if not prints:
                message = f"The record's cells for {formula} are not those of {item.source}."
            fix = f"Add the calculation anew: {_command(item, view)}"
            return at_claim(view, message, fix, subject=subject)
        value = work_out(formula, printed, table)
    except BadFormula as error:
        told = error.message if prints else f"{formula} over {item.source} cannot be worked out."
        return at_claim(view, told, error.remedy or "", subject=subject)
    return _of_figures(item, view, value, subject)


def _of_figures(item: Evidence, view: ClaimView, value: float, subject: str) -> Complaint | None:
    from claimcheck.extraction.figures import find_figures
    from claimcheck.rules.worked_out import agrees

    figures = find_figures(view.claim.text)
    if item.stance != "supports" or any(agrees(figure, value) for figure in figures):
        return None
    said = ", ".join(short(view.claim.text[f.start : f.end]) for f in figures[:3]) or "no figure"
    formula = item.calculation.formula if item.calculation else ""
    gives = f"{value:,.10g}" if view.prints(item) else "another figure"
    message = f"{formula} over {item.source} gives {gives}; the text has {said}."
    fix = f"Print what the calculation gives, or add the right one: {_command(item, view)}"
    return at_claim(view, message, fix, subject=subject)


def _command(item: Evidence, view: ClaimView) -> str:
    """The command that keeps a calculation with a claim."""
    what = f"--about {item.about} --stance {item.stance} --calculation 'FORMULA'"
    return f"claimcheck desk evidence {view.claim.id} {item.source} {what}"


def _copied_wrong(item: Evidence, printed: Mapping[str, str]) -> str | None:
    """What is wrong with the cells kept with the formula: they are not the source's, or the passage, which
    reaches over all of them, has them otherwise."""
    if item.calculation is None:
        return None
    formula, cells = item.calculation.formula, item.calculation.cells
    for name in sorted({*cells, *printed}):
        if cells.get(name) != printed.get(name):
            kept, there = (short(one[name]) if name in one else "nothing" for one in (cells, printed))
            return f"The record has {kept} in cell {name} for {formula}; {item.source} has {there}."
    kept_all = list(cells.values())
    if item.exact and [item.exact] != kept_all[:1] and any(one not in item.exact for one in kept_all):
        return f"The cells of {formula} are not what the passage of {item.source} has."
    return None
