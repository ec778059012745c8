"""Something is called the latest, and its date is more than a year old.

## What it checks
Sentences with words such as latest, most recent, current or now, whose date lies more than a year before
publication.

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
from claimcheck.rules.model import Complaint, RuleContext, at_claim

_NOW = re.compile(
    r"\b(?:latest|most recent|newest|current(?:ly)?|now(?:adays)?|to date|so far|this year)\b", re.IGNORECASE
)
_YEAR = timedelta(days=366)


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find old dates beside words that mean now."""
    from claimcheck.extraction.dates import find_dates

    for view in context.live_claims():
        published = view.article.article.published
        cue = _NOW.search(view.claim.text)
        if not published or not cue or not any(part_texts(view.claim, "date")):
            continue
        day = date.fromisoformat(published[:10])
        found = [m for m in find_dates(view.claim.text, published=day) if m.latest and not m.recurring]
        if found and all(mention.latest < day - _YEAR for mention in found if mention.latest):
            last = max(found, key=lambda mention: mention.latest or date.min)
            words = view.claim.text[last.start : last.end]
            message = f"{short(cue[0])} stands beside {short(words)}, more than a year before publication."
            fix = "Look for something newer, or give the date without calling it the latest."
            yield at_claim(view, message, fix, span=(last.start, last.end))
