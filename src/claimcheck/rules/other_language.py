"""A text is in a language that claimcheck does not read.

## What it checks
The language of each article, and of each source that accepted evidence comes from.

## Why it matters
Sentences, speakers, figures and stances are read as English. In another language what is found is
unreliable, and what is not found is not absent.

## Example
    Der Rat tagte am Dienstag.

## Instead
    The council met on Tuesday.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where a person who reads the language has checked the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext, at_source


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find texts in other languages."""
    for view in context.articles:
        language = view.article.language
        if not _is_english(language):
            message = f"The article is in {short(language, 20)}; claimcheck reads English only."
            fix = "Check it by hand: nothing found here means nothing was understood, not that all is well."
            yield Complaint(
                message=message, fix=fix, path=view.article.path, article=view.slug, subject=language
            )
    used = {source for source, _ in context.used()}
    for source in context.sources.values():
        if source.id in used and not source.translated and not _is_english(source.language):
            message = f"Accepted evidence comes from a text in {short(source.language, 20)}."
            yield at_source(source, message, "Have somebody who reads the language verify each passage.")


def _is_english(language: str) -> bool:
    return language.casefold().replace("_", "-").split("-")[0] in ("en", "eng", "english")
