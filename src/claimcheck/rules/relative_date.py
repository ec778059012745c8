"""A date means something only beside the day of publication.

## What it checks
Dates such as yesterday, last month or on Tuesday, and spans that run up to publication (for 75 years).

## Why it matters
They go wrong when publication slips, and for every later reader. In an article without a date nobody can
resolve them.

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

from claimcheck.records.settings import RuleLevel
from claimcheck.rules.helpers import part_texts, short
from claimcheck.rules.model import Complaint, RuleContext, at_claim
from claimcheck.rules.relating import related

if TYPE_CHECKING:
    from claimcheck.extraction.dates import DateMention

_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find dates that hang on publication."""
    yield from related(context, "relative", "Say since when.")
    for view in context.live_claims():
        # A year hangs on nothing, and reading dates is dear.
        if all(_YEAR.fullmatch(words) for _, words in part_texts(view.claim, "date")):
            continue
        from claimcheck.extraction.dates import find_dates

        published = view.article.article.published
        day = date.fromisoformat(published[:10]) if published else None
        for mention in find_dates(view.claim.text, published=day):
            if mention.relative:
                words = short(view.claim.text[mention.start : mention.end])
                message = f"{words} counts from a day of publication that the article does not give."
                if day is not None:
                    message = (
                        f"{words} counts from the day of publication, {day.isoformat()}{_meant(mention)}."
                    )
                fix = "Give the date, or make sure it still holds on the day of publication."
                level: RuleLevel | None = "warning" if day is None else None
                span = (mention.start, mention.end)
                yield at_claim(view, message, fix, span=span, subject=str(mention.start), level=level)


def _meant(mention: DateMention) -> str:
    first, last = mention.earliest, mention.latest
    if first is None or last is None:
        return ""
    return f"; it then means {first.isoformat()}" + (f" to {last.isoformat()}" if last != first else "")
