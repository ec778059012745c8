"""Findings from relations between claims of one article."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.records.locators import say_place
from claimcheck.rules.model import ClaimView, Complaint, Relation, RuleContext, at_claim
from claimcheck.rules.places import FileLines
from claimcheck.rules.report import say_spot


def related(
    context: RuleContext,
    kind: str,
    fix: str,
    at_first: Callable[[ClaimView, ClaimView, Relation], bool] = lambda first, second, relation: False,
) -> Iterator[Complaint]:
    """A complaint at the later claim of each pair that extraction related so, which names the other place.

    Args:
        at_first: tells the pairs whose earlier claim is the one to complain of.
    """
    relations = [item for article in context.articles for item in article.relations if item.kind == kind]
    live = {view.claim.id: view for view in context.live_claims()} if relations else {}
    for relation in relations:
        first, second = live.get(relation.first), live.get(relation.second)
        if first is None or second is None:
            continue
        view, span, other, there = second, relation.second_span, first, relation.first_span
        if at_first(first, second, relation):
            view, span, other, there = first, relation.first_span, second, relation.second_span
        message = relation.message
        if other is not view:
            message = f"{message} The other place: {_place(other, there[0])}."
        yield at_claim(view, message, fix, span=span, subject=f"{other.claim.id} {relation.message}")


def _place(view: ClaimView, at: int) -> str:
    """Where a code point of a claim stands, as ``file:line:column`` or as its page and paragraph."""
    article, start = view.article, view.claim.anchor.start + at
    line, column, *_ = FileLines(article.text, article.original, lined=article.lined).span(start, start + 1)
    return say_spot(article.article.path, line, column, say_place(view.claim.locator))
