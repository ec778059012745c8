"""The writer's own references, on exactly the words of the claim they hang on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claimcheck.documents.model import Document, Reference
from claimcheck.records.models import Attribution, Citation


class References:
    """A document's references in text order, for quick look-up by span."""

    def __init__(self, document: Document) -> None:
        self._sorted: list[Reference] = sorted(
            document.references, key=lambda found: (found.end, found.start)
        )
        self._ends = [reference.end for reference in self._sorted]

    def within(self, start: int, end: int) -> list[Citation]:
        """The references that touch ``[start, end)``, clipped to it and counted from ``start``."""
        found: list[Citation] = []
        for reference in self._sorted[bisect_left(self._ends, start + 1) :]:
            if reference.start >= end:
                break
            if reference.target.strip():
                begin, stop = max(reference.start, start) - start, min(reference.end, end) - start
                found.append(Citation(start=begin, end=stop, target=reference.target, kind=reference.kind))
        return found


def named_citations(text: str, attributions: Sequence[Attribution]) -> list[Citation]:
    """Sources that the sentence names in words ("according to the audit office")."""
    found: dict[tuple[int, int], Citation] = {}
    for attribution in attributions:
        if attribution.anonymous or not attribution.source:
            continue
        start, end = attribution.source[0].start, attribution.source[0].end
        target = attribution.speaker or text[start:end]
        if target.strip() and end > start:
            found.setdefault((start, end), Citation(start=start, end=end, target=target, kind="named"))
    return list(found.values())
