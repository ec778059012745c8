"""What several rules share: picking claims and evidence, and naming them in a message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.records.models import Claim, Evidence, Layer, PartKind, Source
from claimcheck.rules.model import ClaimView, RuleContext


def short(text: str, width: int = 60) -> str:
    """A text on one line in quotation marks, cut to ``width`` code points."""
    flat = " ".join(text[: 4 * width].split())
    return f"“{flat}”" if len(flat) <= width else f"“{flat[: width - 1].rstrip()}…”"


def some(names: Iterable[str], most: int = 4) -> str:
    """A few names, sorted, and how many more there are."""
    ordered = sorted(set(names))
    shown = ordered if len(ordered) <= most else [*ordered[: most - 1], f"{len(ordered) - most + 1} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def accepted(claim: Claim, about: Layer | None = None) -> Iterator[Evidence]:
    """Evidence that a person accepted, in one layer or both."""
    return (item for item in claim.evidence if item.status == "accepted" and about in (None, item.about))


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


def cheapest_fix(context: RuleContext, view: ClaimView) -> str:
    """What would clear a claim with the least trouble, found by trying."""
    from claimcheck.assessment import explain

    return explain.cheapest_fix(view.claim, view.assessment, context.policy)
