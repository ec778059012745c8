"""How an altered quotation differs from the passage accepted or proposed for it: what several rules share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claimcheck.records.models import NARRATION, Claim, Evidence, QuotationMatch
from claimcheck.rules.helpers import accepted, edited_since, fix_against, part_texts
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim

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
        all_printed: what the quotation prints otherwise, once for each difference that matters.
    """

    view: ClaimView
    item: Evidence
    span: tuple[int, int]
    kind: str
    printed: str
    source: str
    all_printed: tuple[str, ...] = ()


def quoted(claim: Claim) -> Iterator[tuple[tuple[int, int], str]]:
    """The quotations in a claim: span within it, and the words; the whole claim if none is marked."""
    parts = list(part_texts(claim, "quotation"))
    yield from parts or [((0, len(claim.text)), claim.text)]


def printed_of(claim: Claim, item: Evidence) -> tuple[tuple[int, int], str]:
    """The quotation of a claim that an item is about: where it stands in the claim, and its words."""
    parts = [claim.parts[n] for n in item.parts if n < len(claim.parts)]
    found = next((part for part in parts if part.kind == "quotation"), None)
    if found is None:
        return next(quoted(claim))
    return (found.start, found.end), claim.text[found.start : found.end]


def matched(context: RuleContext, verdict: QuotationMatch) -> Iterator[tuple[ClaimView, Evidence]]:
    """Accepted items about a statement whose words were judged so."""
    for view in context.sourced_claims():
        for item in accepted(view.claim, "statement"):
            if item.match == verdict:
                yield view, item


def undecided(view: ClaimView, *verdicts: QuotationMatch) -> list[Evidence]:
    """Proposals judged so that nobody has decided on, where no other passage has the words or is accepted."""
    said = [item for item in view.claim.evidence if item.about == "statement" and item.status != "rejected"]
    if not any(item.match in verdicts for item in said):
        return []
    settled = [item for item in said if item.stance == "supports" or item.status == "accepted"]
    return [
        item
        for item in said
        if item.match in verdicts and not any(_same_words(view.claim, item, other) for other in settled)
    ]


def _same_words(claim: Claim, item: Evidence, other: Evidence) -> bool:
    """Whether two items are about one quotation of a claim, which one without parts is in any case."""
    return not (item.parts and other.parts) or printed_of(claim, item) == printed_of(claim, other)


def complaints(context: RuleContext, kind: str, what: str) -> Iterator[Complaint]:
    """Altered quotations whose worst difference is of one kind; a warning where nobody has decided yet.

    Args:
        what: what was altered, as the messages call it.
    """
    fix = "Print the source's words, or paraphrase without quotation marks."
    for view, item in matched(context, "altered"):
        found = _alteration(view, item)
        if found.kind == kind:
            subject = f"{item.source} {item.start}"
            message = f"{say_alteration(found, what)}{edited_since(view)}"
            yield at_claim(view, message, fix_accepted(view, item, fix), span=found.span, subject=subject)
    for found in _proposed(context):
        if found.kind == kind:
            look = f"Look at it: claimcheck explain {found.view.claim.id}. {fix}"
            subject = f"{found.item.source} {found.item.start}"
            complaint = at_claim(
                found.view, _say_proposed(found, what), look, span=found.span, subject=subject
            )
            yield replace(complaint, state="proposed", level="warning")


def fix_accepted(view: ClaimView, item: Evidence, fix: str) -> str:
    """What to do about an accepted passage that a quotation does not agree with."""
    numbers = [number for number, other in enumerate(view.claim.evidence) if other is item]
    return fix_against(view, numbers, fix)


_GRAVITY = ("number", "negation", "name", "words")


def _alteration(view: ClaimView, item: Evidence) -> Alteration:
    from claimcheck.evidence.quotations import judge_quotation

    found = []
    for span, words in [printed_of(view.claim, item)] if item.parts else quoted(view.claim):
        verdict = judge_quotation(item.exact, words.strip("\"'“”‘’«»"), context=view.claim.text)
        harmful = [difference for difference in verdict.differences if not difference.harmless]
        printed = tuple(difference.printed for difference in harmful)
        for difference in harmful:
            kind = _KINDS.get(difference.kind, "words")
            found.append(Alteration(view, item, span, kind, difference.printed, difference.source, printed))
    if not found:
        return Alteration(view, item, next(quoted(view.claim))[0], "words", "", "")
    return min(found, key=lambda alteration: _GRAVITY.index(alteration.kind))


_LEAST_SCORE = 0.6
_MOST_DIFFERENCES = 2
_LEAST_KEPT = 3
_LEAST_KEPT_OF_ANOTHER = 5
"""Words with content that a quotation must keep, in a source that is not cited and not by the speaker."""


def _proposed(context: RuleContext) -> Iterator[Alteration]:
    """Of each quotation the nearest proposal that has plainly the same words, but for what was altered."""
    for view in context.claims_with_evidence():
        told: set[tuple[int, int]] = set()
        near = undecided(view, "altered")
        for item in sorted(near, key=lambda item: -(item.confidence or 0)):
            if item.stance != "contradicts" or (item.confidence or 0) < _LEAST_SCORE:
                continue
            found = _alteration(view, item)
            if found.span not in told and _plainly(found):
                told.add(found.span)
                yield found


def _plainly(found: Alteration) -> bool:
    """Whether a passage is the quotation altered, and not another sentence in like words."""
    from claimcheck.evidence.speaking import is_somebody_else, speaker_of
    from claimcheck.evidence.terms import stems

    claim, item = found.view.claim, found.item
    if not found.all_printed or len(found.all_printed) > _MOST_DIFFERENCES or item.said_by == NARRATION:
        return False
    kept = claim.text[slice(*found.span)]
    for printed in found.all_printed:
        kept = kept.replace(printed, " ", 1)
    left = len(set(stems(kept)))
    speaker = speaker_of(claim, *found.span)
    other = bool(speaker and item.said_by and is_somebody_else(speaker, item.said_by))
    if any(citation.source == item.source for citation in claim.citations):
        return left > 0
    if item.said_by and speaker and not other:
        return left > 0
    return left >= (_LEAST_KEPT_OF_ANOTHER if other else _LEAST_KEPT)


def _say_proposed(found: Alteration, what: str) -> str:
    source = found.item.source
    if not found.view.prints(found.item):
        return f"A proposed passage of {source} has other words than the quotation: that alters {what}."
    if not found.source:
        there = f"{source} has the words without “{found.printed}”, which the quotation prints"
    elif not found.printed:
        there = f"{source} has “{found.source}”, which the quotation leaves out"
    else:
        there = f"{source} has “{found.source}” where the quotation prints “{found.printed}”"
    return f"A proposed passage of {there}: that alters {what}."


def say_alteration(found: Alteration, what: str) -> str:
    """One sentence on an alteration."""
    if not found.printed and not found.source:
        if found.view.claim.was is not None:
            return f"The quotation was accepted as not having the words of {found.item.source}."
        return f"The quotation does not have the words of {found.item.source}."
    if not found.view.prints(found.item):
        return f"The quotation alters {what}: {found.item.source} has other words."
    printed = f"prints “{found.printed}”" if found.printed else "leaves words out"
    source = f"has “{found.source}”" if found.source else "has nothing there"
    return f"The quotation alters {what}: it {printed}, {found.item.source} {source}."
