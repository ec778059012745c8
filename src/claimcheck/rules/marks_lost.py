"""Words that were quoted in one place are printed as the article's own in another.

## What it checks
Runs of five or more words that stand in quotation marks in one sentence, and without marks or a speaker in
another.

## Why it matters
What somebody claimed turns into what the article says, and the quotation into plagiarism.

## Example
    “The towns are acting together to undercut us,” Ana Ruiz said.
    The towns are acting together to undercut the port.

## Instead
    “The towns are acting together to undercut us,” Ana Ruiz said.
    The towns' joint stand, as Ms Ruiz sees it, hurts the port.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
For titles and set phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from claimcheck.rules.helpers import part_texts, short
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim

_RUN = 5
"""Words in a row that are no coincidence."""
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find quoted runs of words that recur without marks."""
    for _, views in groupby(context.live_claims(), key=lambda view: view.article.slug):
        claims = list(views)
        origin: dict[tuple[str, ...], ClaimView] = {}
        for view in claims:
            for _, words in part_texts(view.claim, "quotation"):
                for run, _ in _runs(words, 0):
                    origin.setdefault(run, view)
        if origin:
            yield from _reused(claims, origin)


def _reused(claims: list[ClaimView], origin: dict[tuple[str, ...], ClaimView]) -> Iterator[Complaint]:
    for view in claims:
        if view.claim.attributions or any(part.kind == "quotation" for part in view.claim.parts):
            continue
        hits = [(span, origin[run]) for run, span in _runs(view.claim.text, 0) if run in origin]
        if hits:
            span = (hits[0][0][0], _end_of_stretch([span for span, _ in hits]))
            first = hits[0][1].claim
            message = (
                f"{short(view.claim.text[span[0] : span[1]])} stood in quotation marks in {short(first.text)}"
            )
            fix = "Set the marks and name the speaker again, or say it in words of your own."
            yield at_claim(view, message, fix, span=span, subject=first.id)


def _runs(text: str, start: int) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    found = [(match[0].casefold(), match.start(), match.end()) for match in _WORDS.finditer(text, start)]
    for place in range(len(found) - _RUN + 1):
        window = found[place : place + _RUN]
        yield tuple(word for word, _, _ in window), (window[0][1], window[-1][2])


def _end_of_stretch(spans: list[tuple[int, int]]) -> int:
    """Where the first unbroken stretch of overlapping runs ends."""
    end = spans[0][1]
    for start, stop in spans[1:]:
        if start > end:
            break
        end = stop
    return end
