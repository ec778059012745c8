"""A claim's sentence is gone from the article, and its evidence waits.

## What it checks
Claims that the last extraction could not find in the edited article.

## Why it matters
Evidence and sign-offs that people worked for are never dropped in silence; somebody has to say what becomes
of them.

## Example
    The board met on Tuesday.

## Instead
    The board met on Wednesday.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
While the passage may still come back.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims that are left without a sentence."""
    for view in context.claims:
        claim = view.claim
        if claim.orphan:
            kept = len(claim.evidence) + len(claim.signoffs)
            yield Complaint(
                message=f"{short(claim.text)} is gone from the article; {kept} decisions hang on it.",
                fix="Move its evidence to the sentence in its place, or remove the claim from the record.",
                path=view.article.record,
                article=view.article.slug,
                claim=claim.id,
            )
