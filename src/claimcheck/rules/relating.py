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
    lines: dict[str, FileLines] = {}
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
            article = other.article
            if article.slug not in lines:
                lines[article.slug] = FileLines(article.text, article.original, lined=article.lined)
            message = f"{message} The other place: {_place(other, there[0], lines[article.slug])}."
        yield at_claim(view, message, fix, span=span, subject=f"{other.claim.id} {relation.message}")


def _place(view: ClaimView, at: int, lines: FileLines) -> str:
    """Where a code point of a claim stands, as ``file:line:column`` or as its page and paragraph."""
    start = view.claim.anchor.start + at
    line, column, *_ = lines.span(start, start + 1)
    return say_spot(view.article.article.path, line, column, say_place(view.claim.locator))
