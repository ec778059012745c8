"""A date means something only beside the day of publication.

## What it checks
Dates such as yesterday, last month or on Tuesday, and spans that run up to publication (for 75 years).

## Why it matters
They go wrong when publication slips, and for every later reader. In an article without a date nobody can
resolve them; that is one finding for all of them.

## Example
    The board met yesterday.

## Instead
    The board met on 3 March 2026.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Ignore the rule where house style wants relative dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from claimcheck.rules.helpers import short
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim
from claimcheck.rules.relating import related

if TYPE_CHECKING:
    from claimcheck.extraction.dates import DateMention

_NAMED = 4
"""Dates that a message names at most."""
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find dates that hang on publication."""
    yield from related(context, "relative", "Say since when.")
    undated: dict[str, list[tuple[ClaimView, DateMention]]] = {}
    for view in context.live_claims():
        # A year hangs on nothing, and reading dates is dear.
        text = view.claim.text
        dates = [text[part.start : part.end] for part in view.claim.parts if part.kind == "date"]
        if all(map(_YEAR.fullmatch, dates)):
            continue
        from claimcheck.extraction.dates import find_dates

        published = view.article.article.published
        day = date.fromisoformat(published[:10]) if published else None
        for mention in find_dates(view.claim.text, published=day):
            if mention.relative and day is None:
                undated.setdefault(view.article.slug, []).append((view, mention))
            elif mention.relative and day is not None:
                words = short(view.claim.text[mention.start : mention.end])
                message = f"{words} counts from the day of publication, {day.isoformat()}{_meant(mention)}."
                fix = "Give the date, or make sure it still holds on the day of publication."
                span = (mention.start, mention.end)
                yield at_claim(view, message, fix, span=span, subject=str(mention.start))
    yield from map(_without_day, undated.values())


def _without_day(found: list[tuple[ClaimView, DateMention]]) -> Complaint:
    """One complaint for an article's dates, all of which hang on a day that it does not give."""
    words = [short(view.claim.text[mention.start : mention.end]) for view, mention in found]
    listed = f"{', '.join(words[:_NAMED])}{f' and {len(words) - _NAMED} more' if len(words) > _NAMED else ''}"
    counts = "counts" if len(words) == 1 else "count"
    return at_claim(
        found[0][0],
        f"{listed} {counts} from a day of publication that the article does not give.",
        "Give the day at the head of the file (a line `date: 2026-03-04` between two lines `---`), or write "
        "the dates out.",
        span=(found[0][1].start, found[0][1].end),
        subject="no day of publication",
        level="warning",
    )


def _meant(mention: DateMention) -> str:
    first, last = mention.earliest, mention.latest
    if first is None or last is None:
        return ""
    return f"; it then means {first.isoformat()}" + (f" to {last.isoformat()}" if last != first else "")
