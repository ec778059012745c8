"""How an altered quotation differs from the passage it is accepted from: shared by the rules that name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.records.models import Claim, Evidence
from claimcheck.rules.helpers import accepted, part_texts
from claimcheck.rules.model import ClaimView, RuleContext

_KINDS = {
    "number": "number",
    "date": "number",
    "negation": "negation",
    "modality": "negation",
    "quantifier": "negation",
    "name": "name",
}


@dataclass(frozen=True, slots=True)
class Alteration:
    """One altered quotation.

    Attributes:
        kind: ``number``, ``negation``, ``name`` or ``words``: the worst of what was altered.
        printed, source: the words on either side; both empty where only the verdict is known.
    """

    view: ClaimView
    item: Evidence
    span: tuple[int, int]
    kind: str
    printed: str
    source: str


def quoted(claim: Claim) -> Iterator[tuple[tuple[int, int], str]]:
    """The quotations in a claim: span within it, and the words; the whole claim if none is marked."""
    parts = list(part_texts(claim, "quotation"))
    yield from parts or [((0, len(claim.text)), claim.text)]


def matched(context: RuleContext, verdict: str) -> Iterator[tuple[ClaimView, Evidence]]:
    """Accepted items about a statement whose words were judged so."""
    for view in context.sourced_claims():
        for item in accepted(view.claim, "statement"):
            if item.match == verdict:
                yield view, item


def alterations(context: RuleContext, kind: str) -> Iterator[Alteration]:
    """Altered quotations whose worst difference is of one kind."""
    for view, item in matched(context, "altered"):
        found = _alteration(view, item)
        if found.kind == kind:
            yield found


_GRAVITY = ("number", "negation", "name", "words")


def _alteration(view: ClaimView, item: Evidence) -> Alteration:
    from claimcheck.evidence.quotations import judge_quotation

    found = []
    for span, words in quoted(view.claim):
        verdict = judge_quotation(item.exact, words.strip("\"'“”‘’«»"), context=view.claim.text)
        for difference in verdict.differences:
            if not difference.harmless:
                kind = _KINDS.get(difference.kind, "words")
                found.append(Alteration(view, item, span, kind, difference.printed, difference.source))
    if not found:
        return Alteration(view, item, next(quoted(view.claim))[0], "words", "", "")
    return min(found, key=lambda alteration: _GRAVITY.index(alteration.kind))


def say_alteration(found: Alteration, what: str) -> str:
    """One sentence on an alteration."""
    if not found.printed and not found.source:
        return f"The quotation does not have the words of {found.item.source}."
    printed = f"prints “{found.printed}”" if found.printed else "leaves words out"
    source = f"has “{found.source}”" if found.source else "has nothing there"
    return f"The quotation alters {what}: it {printed}, {found.item.source} {source}."
