"""Something is called the latest, and its date is more than a year old.

## What it checks
Sentences with words such as latest or most recent whose date lies more than a year before publication, or
before a later year that the article itself names.

## Why it matters
Copied paragraphs keep their “most recent”; readers take it for today's.

## Example
    The most recent inspection was in March 2023.

## Instead
    The most recent inspection was in February 2026.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where there is nothing newer, and a note says who looked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from claimcheck.rules.helpers import part_texts, short
from claimcheck.rules.model import ClaimView, Complaint, Relation, RuleContext, at_claim
from claimcheck.rules.relating import related

_NOW = re.compile(r"\b(?:latest|most recent(?:ly)?|newest|up-to-date)\b", re.IGNORECASE)
_YEAR = timedelta(days=366)


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find old dates beside words that mean now, and those that another date of the article outdates."""
    outdated = list(related(context, "stale", "Look for something newer, or say as of when.", _older_first))
    yield from outdated
    said = {complaint.claim for complaint in outdated}
    for view in context.live_claims():
        published = view.article.article.published
        if not published or not any(part_texts(view.claim, "date")) or view.claim.id in said:
            continue
        cue = _NOW.search(view.claim.text)
        if not cue:
            continue
        from claimcheck.extraction.dates import find_dates

        day = date.fromisoformat(published[:10])
        found = [m for m in find_dates(view.claim.text, published=day) if m.latest and not m.recurring]
        if found and all(mention.latest < day - _YEAR for mention in found if mention.latest):
            last = max(found, key=lambda mention: mention.latest or date.min)
            words = view.claim.text[last.start : last.end]
            message = f"{short(cue[0])} stands beside {short(words)}, more than a year before publication."
            fix = "Look for something newer, or give the date without calling it the latest."
            yield at_claim(view, message, fix, span=(last.start, last.end))


def _older_first(first: ClaimView, second: ClaimView, relation: Relation) -> bool:
    """Whether it is the earlier sentence that has the older date."""
    from claimcheck.extraction.dates import find_dates

    words = (
        first.claim.text[slice(*relation.first_span)],
        second.claim.text[slice(*relation.second_span)],
    )
    days = [max((m.latest for m in find_dates(text) if m.latest), default=date.max) for text in words]
    return days[0] < days[1]
