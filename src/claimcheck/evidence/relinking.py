"""What happens to a claim's evidence when it is linked again: only untouched proposals are replaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claimcheck.records.models import Evidence

MOST_PER_STANCE = 3
"""Proposals of one stance and layer that one claim may carry."""

Key = tuple[str, str | None, int | None, int | None, str]


def key_of(evidence: Evidence) -> Key:
    """What makes two items the same: source, snapshot, start, end, about."""
    return (evidence.source, evidence.snapshot, evidence.start, evidence.end, evidence.about)


def relink(existing: Sequence[Evidence], proposals: Iterable[Evidence]) -> list[Evidence]:
    """The evidence of a claim after linking: decided items as they are, then fresh proposals, best first.

    What was accepted or rejected stays and is not proposed again; a proposal that a person added (it
    names no judge) stays too; earlier proposals of a judge give way.
    """
    kept = [item for item in existing if item.status != "proposed" or item.judge is None]
    known = {key_of(item) for item in kept}
    counts: Counter[tuple[str, str]] = Counter()
    fresh = []
    for item in proposals:
        group = (item.about, item.stance)
        if key_of(item) in known or counts[group] >= MOST_PER_STANCE:
            continue
        known.add(key_of(item))
        counts[group] += 1
        fresh.append(item)
    return kept + fresh
