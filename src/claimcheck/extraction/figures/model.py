"""What a figure in the text says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Dimension = Literal[
    "count",
    "percent",
    "percentage points",
    "money",
    "ratio",
    "fraction",
    "multiple",
    "ordinal",
    "duration",
    "length",
    "area",
    "mass",
    "volume",
    "speed",
    "temperature",
    "energy",
    "power",
    "data",
    "frequency",
    "angle",
    "score",
    "age",
]
Precision = Literal["exact", "about", "more than", "at least", "less than", "at most", "nearly"]
Change = Literal["", "up", "down"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as the text states it.

    Attributes:
        start: code point where the figure begins; precision words ("about") lie outside.
        end: code point after it; the unit belongs to the figure, the noun counted does not.
        low: the value after scale, in ``unit``.
        high: the same as ``low`` but for ranges ("3 to 5"), vague plurals ("dozens of") and scores, whose
            two sides are ``low`` and ``high`` as written.
        unit: canonical unit: "", "percent", "percentage point", an ISO currency, "km", "kg", "year" …
        dimension: what kind of quantity. "one in five" is a ratio, "two-thirds" a fraction, "doubled",
            "threefold" and "three times as many" multiples; all shares compare with percentages.
        noun: head noun counted, lower case singular; "" if there is none.
        precision: the word before it that widens the value.
        change: whether it states by how much something rose or fell.
        step: size of the last digit written, after scale: 100,000 for "41.2 million", 1 for "41,200,000";
            0 for values that are exact as words ("two-thirds").
        per: what a rate counts by ("hour", "100000 person"); "" if it is none.
    """

    start: int
    end: int
    low: float
    high: float
    unit: str = ""
    dimension: Dimension = "count"
    noun: str = ""
    precision: Precision = "exact"
    change: Change = ""
    step: float = 1.0
    per: str = ""
