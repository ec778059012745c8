"""Whether two figures can be the same quantity."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal

from claimcheck.extraction.figures.model import Figure
from claimcheck.extraction.figures.units import TO_BASE

Comparison = Literal["equal", "compatible", "different", "incomparable"]
_SHARES = frozenset({"percent", "ratio", "fraction"})
_DEATH = frozenset({"dead", "killed", "death", "fatality"})
_HURT = frozenset({"injured", "wounded", "injury"})
_PERSONS = frozenset(
    "person man woman child resident worker employee soldier troop civilian official student pupil "
    "voter patient "
    "passenger refugee migrant protester member victim citizen adult teenager staff personnel police officer "
    "demonstrator participant villager inmate prisoner hostage job staffer nurse doctor teacher "
    "killed dead death "
    "fatality injured wounded fan spectator visitor tourist user customer household".split()
)
_DEGREES = {"C": (1.0, 0.0), "F": (5 / 9, 32.0), "K": (1.0, 273.15)}
"""Size of a degree in degrees Celsius, and where zero Celsius lies in its own degrees."""
_CLOSE = 1e-9
_LOOSE_FRACTION = 0.05


def compare_figures(a: Figure, b: Figure) -> Comparison:
    """Compare two figures as a desk would.

    - incomparable: they measure different things. Dimension, currency, unit family, what a rate counts by,
      or the noun counted differ: 300 people are never 300 metres. A general noun ("people") and a special
      one ("soldiers") can agree but not differ; a missing noun agrees with any.
    - different: the values cannot both be right; also percent against percentage points, a rise against a
    fall.
    - equal: the same value with the same precision, whatever the writing: 41.2 million and 41,200,000.
    - compatible: they can both be right. One is the other rounded to the last digit it writes (41.2 million,
      41,237,500); one lies within the other's range; or a precision word allows it: "about" to the nearest
      round step (at most a tenth), "nearly" up to a tenth below, "more than 75" any larger value.

    Percentages, ratios and fractions compare as shares; a share written as a fraction is read loosely, to a
    twentieth of its value. Multiples compare with the share by which something changed ("doubled", "rose by
    100 per cent"). Measures convert (miles, km; Celsius, Fahrenheit); months and years convert, days and
    months do not.
    """
    if {a.dimension, b.dimension} == {"percent", "percentage points"}:
        return "different"
    if a.dimension == b.dimension == "temperature" and a.unit != b.unit:
        return _temperatures(a, b)
    growth = _as_growth(a, b)
    if growth is not None:
        return growth
    factors = _common(a, b)
    if factors is None:
        return "incomparable"
    nouns = _nouns(a, b)
    if nouns == "incomparable":
        return "incomparable"
    verdict = "different" if {a.change, b.change} == {"up", "down"} else _values(a, b, *factors)
    if nouns == "general":
        return "incomparable" if verdict == "different" else "compatible"
    return verdict


def _temperatures(a: Figure, b: Figure) -> Comparison:
    """Celsius, Fahrenheit and kelvin: as degrees of the thermometer or, since nothing tells a height from a
    rise for sure, as steps; bare degrees may be of either scale."""
    if "degree" in (a.unit, b.unit):
        verdict = _values(a, b, 1.0, 1.0)
        return "incomparable" if verdict == "different" else "compatible"
    verdicts = [
        _values(_moved(a, zero_a), _moved(b, zero_b), by_a, by_b)
        for (by_a, zero_a), (by_b, zero_b) in (
            (_DEGREES[a.unit], _DEGREES[b.unit]),
            ((_DEGREES[a.unit][0], 0.0), (_DEGREES[b.unit][0], 0.0)),
        )
    ]
    return next((verdict for verdict in verdicts if verdict != "different"), "different")


def _moved(figure: Figure, zero: float) -> Figure:
    return replace(figure, low=figure.low - zero, high=figure.high - zero)


def _as_growth(a: Figure, b: Figure) -> Comparison | None:
    """ "doubled" against "rose by 100 per cent": a multiple and a share of the same change."""
    if {a.dimension, b.dimension} & _SHARES == set() or "multiple" not in (a.dimension, b.dimension):
        return None
    multiple, share = (a, b) if a.dimension == "multiple" else (b, a)
    if not share.change or share.unit == "to one" or share.dimension == "ratio":
        return "incomparable"
    way = multiple.change or ("up" if multiple.low > 1 else "down")
    if way != share.change:
        return "different" if multiple.change else "incomparable"
    low, high = (abs(value - 1.0) for value in (multiple.low, multiple.high))
    grown = replace(multiple, low=min(low, high), high=max(low, high), dimension="fraction", unit="")
    verdict = _values(grown, share, 1.0, _share(share))
    # "three times as many" says no change, and "three times more" is read both ways
    return "incomparable" if verdict == "different" and not multiple.change else verdict


def _common(a: Figure, b: Figure) -> tuple[float, float] | None:
    """Factors that bring both to one unit, or None where there is none."""
    if a.per != b.per and a.per and b.per:
        return None
    if a.dimension in _SHARES and b.dimension in _SHARES and (a.unit == "to one") == (b.unit == "to one"):
        return _share(a), _share(b)
    if a.dimension != b.dimension:
        return None
    if a.unit == b.unit:
        return 1.0, 1.0
    first, second = TO_BASE.get(a.unit, (a.unit, 1.0)), TO_BASE.get(b.unit, (b.unit, 1.0))
    return (first[1], second[1]) if first[0] == second[0] else None


def _share(figure: Figure) -> float:
    return 0.01 if figure.dimension == "percent" else 1.0


def _nouns(a: Figure, b: Figure) -> Literal["same", "general", "incomparable"]:
    if a.dimension not in ("count", "ordinal") or not a.noun or not b.noun or a.noun == b.noun:
        return "same"
    pair = {a.noun, b.noun}
    if pair <= _DEATH or pair <= _HURT:
        return "same"
    return "general" if "person" in pair and pair <= _PERSONS else "incomparable"


def _values(a: Figure, b: Figure, by_a: float, by_b: float) -> Comparison:
    if a.dimension == "score":
        if (a.low, a.high) == (b.low, b.high):
            return "equal"
        # the loser of 3-1 lost 1-3
        return "compatible" if (a.low, a.high) == (b.high, b.low) else "different"
    same = _near(a.low * by_a, b.low * by_b) and _near(a.high * by_a, b.high * by_b)
    if same and a.precision == b.precision:
        return "equal"
    if same and _admits_its_value(a) and _admits_its_value(b):
        return "compatible"
    first, second = _interval(a, by_a, b.step * by_b), _interval(b, by_b, a.step * by_a)
    return "compatible" if first[0] <= second[1] and second[0] <= first[1] else "different"


def _near(x: float, y: float) -> bool:
    return math.isclose(x, y, rel_tol=_CLOSE, abs_tol=1e-12)


def _admits_its_value(figure: Figure) -> bool:
    return figure.precision not in ("more than", "less than")


def _interval(figure: Figure, by: float, other_step: float) -> tuple[float, float]:
    """What values a figure leaves open, in the common unit."""
    low, high, size = figure.low * by, figure.high * by, abs(figure.high * by)
    half = _rounding(figure, by, other_step)
    tiny = max(size, 1e-9) * 1e-9
    if figure.precision == "more than":
        return high + tiny * 10, math.inf
    if figure.precision == "at least":
        return low - half, math.inf
    if figure.precision == "less than":
        return -math.inf, low - tiny * 10
    if figure.precision == "at most":
        return -math.inf, high + half
    if figure.precision == "nearly":
        return low - 0.1 * size, high
    if figure.precision == "about":
        around = max(min(_roundness(size), 0.1 * size), half)
        return low - around, high + around
    return low - half - tiny, high + half + tiny


def _rounding(figure: Figure, by: float, other_step: float) -> float:
    """Half the last digit written, where the other figure is written more finely; else the digits are all."""
    if figure.dimension == "fraction":
        return _LOOSE_FRACTION * abs(figure.high) * by
    return figure.step * by / 2 if other_step < figure.step * by else 0.0


def _roundness(value: float) -> float:
    """The largest of 1, 5, 10, 50, 100 … (or tenths) that divides a value: how roughly "about" means it."""
    if value == 0:
        return 0.0
    exponent = math.floor(math.log10(value))
    for power in range(exponent, exponent - 6, -1):
        for digit in (5, 1):
            unit = digit * 10.0**power
            ratio = value / unit
            if abs(ratio - round(ratio)) < 1e-6 and round(ratio) >= 1:
                return unit
    return 10.0 ** (exponent - 5)
