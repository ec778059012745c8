"""Claims that say several things in one sentence, so that a passage may speak of one of them only."""

from __future__ import annotations

import re
from itertools import pairwise

from claimcheck.evidence.terms import stems
from claimcheck.records.models import Claim

_JOINT = re.compile(r"(?:[,;]\s+)?\b(?:and|but|while|whereas)\s+|;\s+|,\s+(?=\w+ed\b)")
_FEWEST = 3
"""Telling words, its figure among them, that a clause has; a list ("20 men and 30 women") has none."""
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half)\b",
    re.I,
)


def clauses_of(text: str) -> list[tuple[int, int]]:
    """The clauses of a compound claim that state a figure, as ``[start, end)`` in code points; none where it
    states one thing only."""
    cuts = [0, *(match.end() for match in _JOINT.finditer(text)), len(text)]
    found: list[tuple[int, int]] = []
    begin = 0
    for _, end in pairwise(cuts):
        if len(stems(text[begin:end])) >= _FEWEST:
            found.append((begin, end))
            begin = end
    if found and begin < len(text):
        found[-1] = (found[-1][0], len(text))
    stated = [(start, end) for start, end in found if _NUMBER.search(text, start, end)]
    return stated if len(found) > 1 else []


def parts_within(claim: Claim, text: str, spans: list[tuple[int, int]]) -> list[int]:
    """The parts of a claim that lie in some spans of what is looked for, where it has several figures or dates;
    none where it has one, for then the whole stands or falls with it.

    Args:
        text: what is looked for; the spans count in it.
    """
    if sum(part.kind in ("figure", "date") for part in claim.parts) < 2:
        return []
    found = []
    for number, part in enumerate(claim.parts):
        words = claim.text[part.start : part.end]
        at = text.find(words)
        if (
            part.kind != "rest"
            and at >= 0
            and any(start < at + len(words) and at < end for start, end in spans)
        ):
            found.append(number)
    return found
