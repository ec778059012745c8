"""Figures of a claim and of a passage that are much the same: 14 and 14.2 million, one in five and 21 %."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claimcheck.extraction.figures import Figure, find_figures

APART = 0.1
"""How far two figures may differ, as a share of the larger, and still be worth a look side by side."""
_SHARES = {"percent": 100.0, "ratio": 1.0, "fraction": 1.0}
_TELLING = ("money", "mass", "length", "area", "volume", "energy", "power", "temperature", "percent")


@lru_cache(maxsize=4_096)  # the same passages are asked for claim after claim
def telling(text: str) -> tuple[Figure, ...]:
    """The figures of a text that tell what it is about: shares, sums of money, measures, large counts."""
    return tuple(figure for figure in find_figures(text) if _tells(figure))


def _tells(figure: Figure) -> bool:
    if figure.dimension == "count":
        return figure.low >= 100 and bool(figure.noun)
    return figure.dimension in _SHARES or figure.dimension in _TELLING


def any_near(mine: Sequence[Figure], passage: str) -> bool:
    """Whether a passage has a figure near one of these, of the same kind."""
    return bool(mine) and any(_near(a, b) for b in telling(passage) for a in mine)


def _near(a: Figure, b: Figure) -> bool:
    if a.dimension in _SHARES and b.dimension in _SHARES:
        low, other = a.low / _SHARES[a.dimension], b.low / _SHARES[b.dimension]
    elif (a.dimension, a.unit, a.noun) == (b.dimension, b.unit, b.noun):
        low, other = a.low, b.low
    else:
        return False
    return abs(low - other) <= APART * max(abs(low), abs(other))
