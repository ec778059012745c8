"""Differences that a reader would see as one: two words of the comparison within one word of the text."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.evidence.quotations.model import Difference


def merged(found: list[Difference]) -> list[Difference]:
    """Several words beside one ("will not" for "won't", "can" for "cannot") are one difference."""
    kept: list[Difference] = []
    for item in found:
        last = kept[-1] if kept else None
        if last and (last.harmless or item.harmless) and _share_a_word(last, item):
            graver = last if item.harmless else item
            item = replace(
                graver,
                printed=_both(last.printed, item.printed),
                source=_both(last.source, item.source),
                printed_start=min(last.printed_start, item.printed_start),
                printed_end=max(last.printed_end, item.printed_end),
                source_start=min(last.source_start, item.source_start),
                source_end=max(last.source_end, item.source_end),
            )
            kept.pop()
        kept.append(item)
    return kept


def _both(one: str, other: str) -> str:
    return one if one == other else f"{one} {other}".strip()


def _share_a_word(one: Difference, other: Difference) -> bool:
    there, here = (one.source_start, one.source_end), (one.printed_start, one.printed_end)
    if there[0] < there[1] and there == (other.source_start, other.source_end):
        return True
    return here[0] < here[1] and here == (other.printed_start, other.printed_end)
