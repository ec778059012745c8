"""Findings from relations between claims of one article."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_claim


def related(context: RuleContext, kind: str, fix: str) -> Iterator[Complaint]:
    """A complaint at the later claim of each pair that extraction related so."""
    relations = [item for article in context.articles for item in article.relations if item.kind == kind]
    live = {view.claim.id: view for view in context.live_claims()} if relations else {}
    for relation in relations:
        second = live.get(relation.second)
        if second and relation.first in live:
            subject = f"{relation.first} {relation.message}"
            yield at_claim(second, relation.message, fix, span=relation.second_span, subject=subject)
