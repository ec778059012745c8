"""How the quotations of a claim compare with a passage that a person chose, where it stands in its source."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.records.models import Claim, QuotationMatch
from claimcheck.sources.texts import SourceText

_WORST_FIRST: tuple[QuotationMatch, ...] = ("absent", "altered", "truncated", "edited", "verbatim")


def quoted_part(
    claim: Claim, text: SourceText, start: int, end: int
) -> tuple[tuple[int, ...], QuotationMatch | None]:
    """Which printed quotation a passage is of, and how the two compare.

    Args:
        start, end: the passage, in code points of the source's reading text.

    Returns:
        The number of its part, none where the claim has no other; and the verdict. Nothing where the claim
        quotes nobody; ``absent`` where it does and the passage has the words of no quotation.
    """
    found = _judged(claim, text, start, end, ())
    if not found:
        return (), None
    _, number, match = max(found, key=lambda one: (one[2] != "absent", one[0], -one[1]))
    return ((number,) if match != "absent" and len(claim.parts) > 1 else ()), match


def worst_match(
    claim: Claim, text: SourceText, start: int, end: int, parts: Sequence[int]
) -> QuotationMatch | None:
    """How all quotations among some parts compare with a passage: a passage speaks for them together.

    Args:
        parts: indexes; none for the claim as a whole.
    """
    found = {match for _, _, match in _judged(claim, text, start, end, parts)}
    return next((match for match in _WORST_FIRST if match in found), None)


def _judged(
    claim: Claim, text: SourceText, start: int, end: int, parts: Sequence[int]
) -> list[tuple[float, int, QuotationMatch]]:
    """Score, number and verdict of each quotation."""
    from claimcheck.evidence.quotations.in_place import judge_in_place
    from claimcheck.evidence.speaking import surroundings

    wanted = [
        (number, part)
        for number, part in enumerate(claim.parts)
        if part.kind == "quotation" and (not parts or number in parts)
    ]
    if not wanted:
        return []
    source, low = surroundings(text, start, end)
    found = []
    for number, part in wanted:
        printed = claim.text[part.start : part.end]
        verdict = judge_in_place(source, start - low, end - low, printed, claim.text)
        found.append((verdict.score, number, verdict.match))
    return found
