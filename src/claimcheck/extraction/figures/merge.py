"""Figures written in two steps: "5ft 8in", "three hours and 20 minutes"."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.extraction.figures.model import Figure
from claimcheck.extraction.figures.units import TO_BASE

_BETWEEN = re.compile(r"[\s,]{0,2}(?:and\s)?\Z")
_STEPS = frozenset(
    {("foot", "inch"), ("stone", "lb"), ("hour", "minute"), ("minute", "second"), ("year", "month"),
     ("lb", "oz"),
     ("m", "cm"), ("week", "day"), ("day", "hour"), ("month", "day")}
)  # fmt: skip


def merged(figures: list[Figure], text: str) -> list[Figure]:
    """Joins a measure with the smaller unit that follows it; the value is in the first unit."""
    found: list[Figure] = []
    for figure in figures:
        last = found[-1] if found else None
        if last is None or not _joins(last, figure, text):
            found.append(figure)
            continue
        more = _in_unit(figure, last.unit)
        found[-1] = replace(last, end=figure.end, low=last.low + more, high=last.high + more, step=0.0)
    return found


def _joins(first: Figure, second: Figure, text: str) -> bool:
    if (first.unit, second.unit) not in _STEPS or first.low != first.high or second.precision != "exact":
        return False
    between = text[first.end : second.start]
    if "," in between and first.dimension != "duration":
        return False  # "it peaked at 5.2m, 40cm above the wall"
    return len(between) <= 6 and _BETWEEN.match(text, first.end, second.start) is not None


def _in_unit(figure: Figure, unit: str) -> float:
    if (unit, figure.unit) == ("month", "day"):
        return figure.low / 30.4375
    small = TO_BASE.get(figure.unit, (figure.unit, 1.0))[1]
    return figure.low * small / TO_BASE.get(unit, (unit, 1.0))[1]
