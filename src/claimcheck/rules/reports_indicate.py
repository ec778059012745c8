"""A claim leans on reports without saying whose.

## What it checks
Attributions to “reports”, “media” or rumour, and to nobody at all (“reportedly”).

## Why it matters
It sounds like a source, but nobody can look it up; later sentences tend to repeat it as fact.

## Example
    Reports indicate that the harbour will close.

## Instead
    The harbour will close, the port authority's notice of 3 March says.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
While the report is being traced; set a short term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.records.models import Attribution, Claim
from claimcheck.rules.model import Complaint, RuleContext, at_claim

_REPORTS = re.compile(r"\b(?:reports?|media|rumou?rs?|speculation|allegations?)\b", re.IGNORECASE)
_WHOSE = re.compile(
    r"\b(?:report|study|survey|analysis|paper)s?\s(?:\w+\s){0,3}?by\s(?!(?:several|some|many|various|other|local|"
    r"foreign|unnamed|news|media)\b)\w|\w['’]s?\s(?:\w+\s){0,3}?(?:report|study|survey|analysis|paper)s?\b",
    re.IGNORECASE,
)
_HEDGES = frozenset({"reportedly", "allegedly", "supposedly", "purportedly", "apparently"})


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find attributions to reports without a name."""
    for view in context.attributed_claims():
        for attribution in view.claim.attributions:
            if is_hearsay(view.claim, attribution):
                message = "Reports of nobody in particular are no source."
                yield at_claim(view, message, "Name the report, or take it out.", span=span_of(attribution))
                break


def is_hearsay(claim: Claim, attribution: Attribution) -> bool:
    """Whether an attribution leans on unnamed reports rather than on an unnamed person."""
    named = bool(attribution.speaker) and not attribution.anonymous
    words = " ".join(claim.text[span.start : span.end] for span in attribution.source)
    hedge = (attribution.hedge or "").casefold() in _HEDGES
    reports = bool(_REPORTS.search(words)) and not is_somebodys_report(claim, attribution)
    return not named and (reports or (hedge and not words))


def is_somebodys_report(claim: Claim, attribution: Attribution) -> bool:
    """Whether what is leaned on says whose report it is: “a report by the institute”."""
    return any(_WHOSE.search(claim.text[span.start : span.end]) for span in attribution.source)


def span_of(attribution: Attribution) -> tuple[int, int] | None:
    """The words that attribute: the source, or else the cue."""
    spans = attribution.source or attribution.cue
    return (spans[0].start, spans[-1].end) if spans else None
