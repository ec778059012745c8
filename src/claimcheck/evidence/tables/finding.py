"""What a cell of a table says of a claim."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.evidence.stance.model import Stance

CELL_JUDGE = "cells/2"
SURE = 0.85
"""Confidence of what headings and figures decide."""
OPEN = 0.5
"""Confidence of a lead, before what it leaves open is counted."""


@dataclass(frozen=True, slots=True)
class CellFinding:
    """What a cell says of a claim.

    Attributes:
        start, end: the cell in the source's reading text, code points.
        spans: what of the claim it speaks of: the figure first, then words and dates.
        agrees: whether it has the claim's figure.
    """

    source: str
    start: int
    end: int
    stance: Stance
    confidence: float
    reason: str
    spans: tuple[tuple[int, int], ...]
    agrees: bool
