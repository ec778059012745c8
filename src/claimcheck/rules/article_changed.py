"""The article is no longer the text that its claims were taken from.

## What it checks
Whether the article's file still has the content that was last extracted.

## Why it matters
A sentence written since then has been checked by nobody, and the gate would not see it.

## Example
    The board met on Tuesday.

## Instead
    The board met on Tuesday.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Never: extract the article again.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find articles that were edited after their claims were extracted."""
    for view in context.articles:
        if view.stale:
            yield Complaint(
                message="The article has changed since its claims were extracted.",
                fix=f"Run: claimcheck extract {view.article.path}",
                path=view.article.path,
                article=view.slug,
            )
