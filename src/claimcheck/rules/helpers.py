"""What several rules share: picking claims and evidence, and naming them in a message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.assessment.assess import LayerAssessment
from claimcheck.assessment.contradictions import EXCLUDED, grade_of, look_again
from claimcheck.assessment.status import Status
from claimcheck.assessment.weights import Item
from claimcheck.records.claim_models import Place
from claimcheck.records.locators import say_place
from claimcheck.records.models import Claim, Evidence, Layer, PartKind, Source
from claimcheck.records.shortening import shorten
from claimcheck.rules.model import ClaimView, RuleContext

GRAVE: frozenset[Status] = frozenset({"contradicted", "disputed"})
"""Statuses that say by themselves that something speaks against a claim."""
_ENDED = re.compile(r"(?<=[.!?])[\"”’»)]?\s+|\n\s*\n")


def short(text: str, width: int = 60) -> str:
    """A text on one line in quotation marks, cut to ``width`` code points."""
    return f"“{shorten(' '.join(text[: 4 * width].split()), width)}”" if text else ""


def some(names: Iterable[str], most: int = 4) -> str:
    """A few names, sorted, and how many more there are."""
    ordered = sorted(set(names))
    shown = ordered if len(ordered) <= most else [*ordered[: most - 1], f"{len(ordered) - most + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def accepted(claim: Claim, about: Layer | None = None) -> Iterator[Evidence]:
    """Evidence that a person accepted, in one layer or both."""
    return (item for item in claim.evidence if item.status == "accepted" and about in (None, item.about))


def weightiest_against(view: ClaimView, layer: LayerAssessment) -> list[Item]:
    """The passage of each source that was accepted against a layer, the weightiest first."""
    evidence = view.claim.evidence
    order = sorted(layer.against, key=lambda i: (-i.weight, i.source, evidence[i.index].start or 0))
    first: dict[str, Item] = {}
    for item in order:
        first.setdefault(item.source, item)
    return list(first.values())


def words_against(view: ClaimView, layer: LayerAssessment) -> str:
    """What the weightiest passage that was accepted against a layer says, as a sentence; or nothing."""
    for item in weightiest_against(view, layer)[:1]:
        evidence = view.claim.evidence[item.index]
        if evidence.exact and view.prints(evidence):
            words = in_sentence(evidence) if evidence.match == "truncated" else short(evidence.exact, 160)
            return f" {item.source} ({grade_of(item)}{in_cell(evidence)}) says: {words}{edited_since(view)}"
    return ""


def edited_since(view: ClaimView) -> str:
    """A sentence behind one on accepted evidence, where the text was edited since a decision on it."""
    return "" if view.claim.was is None else " The text was edited since it was first decided on."


def say_against(view: ClaimView, layer: LayerAssessment, item: Item, what: str) -> str:
    """One sentence on a passage that contradicts, with its grade and words, and why it does not weigh more.

    Args:
        what: what it contradicts, in a word or two.
    """
    evidence = view.claim.evidence[item.index]
    words = short(evidence.exact, 160) if view.prints(evidence) else ""
    says = f": {words}" if words else ""
    end = "" if words.endswith((".”", "!”", "?”", "…”")) else "."
    told = f"{item.source} ({grade_of(item)}{in_cell(evidence)}) contradicts {what}{says}{end}"
    return f"{told} {_weight(layer, item, what)}".rstrip() + edited_since(view)


def _weight(layer: LayerAssessment, item: Item, what: str) -> str:
    if item.excluded:
        return f"It does not count: {EXCLUDED[item.excluded]}."
    if layer.status in GRAVE:
        return ""
    if layer.lacks_support:
        light = "By its grade it weighs too little for the status “contradicted”"
        return f"{light}, but nothing that counts supports {'the claim' if layer.decides else what}."
    return "By its grade it weighs too little for the status “disputed”."


_SENTENCE = 160
_TAIL = 60


def in_sentence(evidence: Evidence) -> str:
    """A passage with what its sentence has before and behind it: the words that a quotation cut.

    Of a long one the middle is left out, for what was cut stands at an edge.
    """
    *earlier, before = _ENDED.split(evidence.prefix)
    before = before if earlier else before.partition(" ")[2]
    behind, *more = _ENDED.split(evidence.suffix, maxsplit=1)
    if not any(map(str.isalnum, behind)):
        behind = ""
    elif not more and behind.rstrip()[-1].isalnum():
        behind = f"{behind.rpartition(' ')[0]} …"
    whole = f"{before}{evidence.exact}{behind}"
    if len(whole) <= 2 * _SENTENCE:
        return short(whole, 2 * _SENTENCE)
    tail = f"{evidence.exact[-_TAIL:].partition(' ')[2]}{behind}"
    return f"{short(whole, _SENTENCE)[:-1]} {' '.join(tail.split())}”"


def in_cell(evidence: Evidence) -> str:
    """The cell of a table that a passage is, behind a comma: "2.1" by itself leads nobody back to it."""
    place = evidence.locator
    return f", {say_place(Place(cell=place.cell))}" if place is not None and place.cell else ""


def say_unsourced(view: ClaimView) -> str:
    """Why nothing counts for an unsourced claim, as a sentence of its own."""
    sentence = view.assessment.decisive.sentence.removeprefix("Unsourced: ")
    return f"{sentence[:1].upper()}{sentence[1:]}"


def decide_first(claim: Claim) -> str:
    """What to do where passages wait for a decision; empty where none does."""
    if not any(item.status == "proposed" for item in claim.evidence):
        return ""
    return f"Look at what was found (claimcheck explain {claim.id}), and accept what bears on it."


def part_texts(claim: Claim, kind: PartKind) -> Iterator[tuple[tuple[int, int], str]]:
    """The parts of one kind: span within the claim, and the words."""
    for part in claim.parts:
        if part.kind == kind:
            yield (part.start, part.end), claim.text[part.start : part.end]


def is_opinion(view: ClaimView) -> bool:
    """Whether a claim is somebody's judgement without anybody named."""
    named = any(attribution.speaker or attribution.source for attribution in view.claim.attributions)
    return view.claim.kind == "judgement" and not named


def with_sources(context: RuleContext, claim: Claim) -> Iterator[tuple[Evidence, Source]]:
    """Accepted items beside the source each comes from, where it is recorded."""
    for item in accepted(claim):
        source = context.sources.get(item.source)
        if source is not None:
            yield item, source


def fix_against(view: ClaimView, numbers: Iterable[int], fix: str) -> str:
    """What to do about evidence against a claim, by its indexes: where the text was edited since, first to
    read it again."""
    from claimcheck.assessment import explain

    return explain.behind(look_again(view.claim, numbers), fix)


def cheapest_fix(context: RuleContext, view: ClaimView) -> str:
    """What would clear a claim with the least trouble, found by trying."""
    from claimcheck.assessment import explain

    return explain.cheapest_fix(view.claim, view.assessment, context.policy)
