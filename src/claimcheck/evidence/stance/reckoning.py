"""What follows from the figures of a text: sums, differences, shares, and parts of a whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.figures import Figure

MOST_FIGURES = 12
"""Figures of a passage that are reckoned with one another."""
_TOLERANCE, _LOOSE = 0.03, 1.3
_SHARES = (2.0, 3.0, 4.0, 5.0, 10.0)


def reckoned(passage: Reading, figure: Figure) -> bool:
    """Whether the figure follows from others of the passage, so that both may be right."""
    low, high = figure.low, figure.high
    if figure.precision in ("more than", "at least"):
        high *= _LOOSE
    elif figure.precision in ("less than", "at most", "nearly"):
        low /= _LOOSE
    return any(low * (1 - _TOLERANCE) <= value <= high * (1 + _TOLERANCE) for value in _results(passage))


def _results(passage: Reading) -> Iterator[float]:
    """The passage's figures, their halves and doubles and so on, and what two of them give together."""
    figures = passage.figures[:MOST_FIGURES]
    for figure in figures:
        if not figure.noun and not figure.unit:
            yield figure.low
        if figure.dimension == "percent":
            yield 100 - figure.low
    values = list(dict.fromkeys((v, f.dimension) for f in figures for v in (f.low, f.high)))
    for one, measure in values:
        yield from (one * share for share in _SHARES)
        yield from (one / share for share in _SHARES)
        for other, measured in values:
            if (measure == "percent") == (measured == "percent"):  # votes and per cent have no sum
                yield from (one + other, abs(one - other))
            if other:
                yield from (one / other, 100 * one / other)
            if 0 < other < 1:
                yield from (one * other, one * (1 - other))


def is_part(reading: Reading, figure: Figure) -> bool:
    """Whether a figure counts some of a whole: "three of the 44", "three deaths were of children"."""
    after = reading.text[figure.end : figure.end + 40].split()[:4]
    return "of" in after[:2] or any(pair in (("was", "of"), ("were", "of")) for pair in pairwise(after))
