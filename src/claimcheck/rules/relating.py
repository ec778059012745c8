"""Findings from relations between claims of one article."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def related(context: RuleContext, kind: str, fix: str) -> Iterator[Complaint]:
    """A complaint at the later claim of each pair that extraction related so."""
    live = {view.claim.id: view for view in context.live_claims()}
    for article in context.articles:
        for relation in article.relations:
            first, second = live.get(relation.first), live.get(relation.second)
            if relation.kind == kind and first and second:
                message = f"{relation.message} It bears on {short(first.claim.text)}"
                yield at_claim(second, message, fix, subject=f"{first.claim.id} {relation.message}")
