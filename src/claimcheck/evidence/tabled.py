"""Proposals from tables: cells that have a claim's figure, or another in its place."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date

from claimcheck.evidence.proposing import evidence_at
from claimcheck.evidence.source_library import Library
from claimcheck.evidence.tables import CELL_JUDGE, CellFinding, compare_cells, tells_rank
from claimcheck.records.models import Claim, Evidence


def in_tables(
    claim: Claim, text: str, library: Library, context: str, published: date | None, barred: Set[str]
) -> Iterator[Evidence]:
    """What the cells of tables say of the content of a claim, decided ones first.

    Args:
        text: the content, with the words that lean on its surroundings spelled out.
        context: the article's text before the claim.
        barred: ids of sources that are no evidence for it.
    """
    if not library.tables:
        return
    if not any(part.kind == "figure" for part in claim.parts) and not tells_rank(text):
        return
    tables = [table for table in library.tables if table.source not in barred]
    for finding in compare_cells(text, tables, context=context, published=published):
        yield evidence_at(
            library.texts[finding.source],
            finding.start,
            finding.end,
            about="content",
            stance=finding.stance,
            parts=_parts(claim, text, finding),
            confidence=finding.confidence,
            reason=finding.reason,
            judge=CELL_JUDGE,
        )


def _parts(claim: Claim, text: str, finding: CellFinding) -> list[int]:
    """The parts of the claim that a cell speaks of; none named where it speaks of the whole."""
    if finding.stance == "neutral":
        return []
    figures = [number for number, part in enumerate(claim.parts) if part.kind == "figure"]
    told = finding.spans[:1] if finding.stance == "contradicts" else finding.spans
    found = [number for number in range(len(claim.parts)) if _told(claim, number, text, told)]
    whole = len(found) == len(claim.parts) or (finding.stance == "contradicts" and len(figures) == 1)
    return [] if whole else found


def _told(claim: Claim, number: int, text: str, spans: tuple[tuple[int, int], ...]) -> bool:
    part = claim.parts[number]
    words = claim.text[part.start : part.end]
    at = text.find(words)
    return at >= 0 and any(start < at + len(words) and at < end for start, end in spans)
