"""Figures of a sentence do not add up to the total it states, or do not give the percentage it states.

## What it checks
Sentences that state a total in so many words (“a total of”, “in all”, “altogether”, “combined”) beside two
or more exact figures of the same unit. And sentences that say from what to what something rose or fell and by
how many per cent, where no figures that would be printed so give that percentage. Rounding is allowed for.

## Why it matters
Readers add up, and a sum that is wrong by one means that one of the figures is wrong. A percentage of
the wrong base is among the commonest slips.

## Example
    The board hired 12 pilots and 9 clerks, a total of 22 people.

## Instead
    The board hired 12 pilots and 9 clerks, a total of 21 people.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the parts overlap, or are only some of the whole; where the percentage is of something else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.rules.helpers import short
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim

if TYPE_CHECKING:
    from claimcheck.extraction.figures import Figure

_WORDS = ("total", "together", "adding up to", "adds up to", "in all", "combined")
"""Each statement of a total holds one of them."""
_BEFORE = re.compile(
    r"\b(?:a (?:combined )?total of|adding up to|which adds up to|altogether|together|in all,?) $"
)
_AFTER = re.compile(r" (?:[\w-]+ )?(?:in all|altogether|in total|combined)\b")
_OPEN = re.compile(
    r"\b(?:includ|among|of (?:whom|which|them|these)|at least|more than|rest|other)", re.IGNORECASE
)


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find totals that are not the sum of their parts."""
    for view in context.live_claims():
        text, parts = view.claim.text, view.claim.parts
        if len(parts) < 3 or len([part for part in parts if part.kind == "figure"]) < 3:
            continue
        if not any(word in text for word in _WORDS) or _OPEN.search(text):
            continue
        from claimcheck.extraction.figures import find_figures

        found = _wrong_total(view, find_figures(text))
        if found is not None:
            yield found
    for view in context.live_claims():
        found = _wrong_percentage(view)
        if found is not None:
            yield found


def _wrong_percentage(view: ClaimView) -> Complaint | None:
    text = view.claim.text
    if "from " not in text or not any(mark in text for mark in ("per cent", "percent", "%")):
        return None
    from claimcheck.extraction.figures import find_figures
    from claimcheck.rules.growing import wrong_rate

    wrong = wrong_rate(text, find_figures(text))
    if wrong is None:
        return None
    first, second, printed = (text[one.start : one.end] for one in (wrong.first, wrong.second, wrong.rate))
    less = wrong.second.low < wrong.first.low
    comes_to = f"{wrong.comes_to:.0f}" if wrong.comes_to >= 10 else f"{wrong.comes_to:.1f}"
    change = f"{'a fall' if less else 'a rise'} of about {comes_to} per cent"
    message = f"From {short(first)} to {short(second)} is {change}, and the sentence says {short(printed)}."
    fix = "Find out which figure is wrong, or say what the percentage is of."
    return at_claim(view, message, fix, span=(wrong.rate.start, wrong.rate.end), subject=printed)


def _wrong_total(view: ClaimView, figures: list[Figure]) -> Complaint | None:
    text = view.claim.text
    totals = [figure for figure in figures if _is_total(text, figure)]
    if len(totals) != 1:
        return None
    total = totals[0]
    parts = [figure for figure in figures if figure is not total]
    kind = (total.unit, total.dimension)
    exact = all(one.precision == "exact" and one.low == one.high and not one.change for one in figures)
    if len(parts) < 2 or not exact or any((one.unit, one.dimension) != kind for one in parts):
        return None
    added = math.fsum(one.low for one in parts)
    # Each written figure may be rounded to its last digit.
    slack = math.fsum(one.step for one in figures if one.step > 1 or one.low % 1) / 2
    if total.dimension not in ("count", "money") or abs(added - total.low) <= slack + 1e-6:
        return None
    printed = text[total.start : total.end]
    message = f"The figures of this sentence add up to {added:,.10g}, and it says {short(printed)}."
    fix = "Find out which figure is wrong, or say what else is counted."
    return at_claim(view, message, fix, span=(total.start, total.end), subject=printed)


def _is_total(text: str, figure: Figure) -> bool:
    return bool(
        _BEFORE.search(text[max(0, figure.start - 40) : figure.start]) or _AFTER.match(text, figure.end)
    )
