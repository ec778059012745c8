"""Sentences that stand in an article twice."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extraction.naming import normalise_text
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.terms import Article, Reading, quote


def find_repetitions(article: Article) -> Iterator[Relation]:
    """Sentences that stand in the article twice, word for word."""
    seen: dict[str, Reading] = {}
    for reading in article.readings:
        key = normalise_text(reading.claim.text)
        first = seen.setdefault(key, reading)
        if first is not reading and len(reading.tokens) >= 3:
            whole = (0, len(reading.claim.text))
            yield Relation(
                "",
                "repeated",
                first.claim.id,
                reading.claim.id,
                (0, len(first.claim.text)),
                whole,
                f"This sentence stands in the article twice: {quote(reading, whole)}",
            )
