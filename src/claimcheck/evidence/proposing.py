"""A proposal as a record keeps it: the passage, what helps to find it again, and where it lies."""

from __future__ import annotations

from claimcheck.documents.headings import locator_at
from claimcheck.documents.model import Locator
from claimcheck.records.models import Evidence, Layer, Place, QuotationMatch, Stance
from claimcheck.sources.grading import grade_for
from claimcheck.sources.texts import SourceText

AROUND = 32
"""Code points kept before and after a passage, to find it again."""


def evidence_at(
    text: SourceText,
    start: int,
    end: int,
    *,
    about: Layer,
    stance: Stance,
    confidence: float,
    reason: str,
    judge: str,
    parts: list[int] | None = None,
    match: QuotationMatch | None = None,
    said_by: str | None = None,
    locator: Locator | None = None,
) -> Evidence:
    """A proposal of the passage ``[start, end)`` of a source, with what helps to find it again.

    Args:
        locator: where a person would look it up; as the source's blocks tell unless given.
    """
    grade = grade_for(text.source, about)
    own = (text.source.tier, text.source.reliability) == (grade.tier, grade.reliability)
    return Evidence(
        source=text.source.id,
        about=about,
        stance=stance,
        exact=text.text[start:end],
        prefix=text.text[max(start - AROUND, 0) : start],
        suffix=text.text[end : end + AROUND],
        start=start,
        end=end,
        locator=_place(locator) or place_at(text, start),
        snapshot=text.snapshot,
        parts=parts or [],
        tier=None if own else grade.tier,
        reliability=None if own else grade.reliability,
        match=match,
        said_by=said_by,
        confidence=min(max(confidence, 0.0), 1.0),
        reason=reason,
        judge=judge,
        status="proposed",
    )


def place_at(text: SourceText, start: int) -> Place | None:
    """Where an offset of a source lies, as a record keeps it, or None."""
    return _place(locator_at(text.text, text.blocks, start))


def _place(locator: Locator | None) -> Place | None:
    if locator is None:
        return None
    return Place(
        page=locator.page,
        paragraph=locator.paragraph,
        cell=locator.cell,
        time=locator.time,
        heading=locator.heading,
    )
