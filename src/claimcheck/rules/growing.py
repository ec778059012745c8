"""By how many per cent something rose or fell, held against the two figures that the same sentence names."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.extraction.figures import Figure

_LEVELS = frozenset(
    ("count", "money", "length", "area", "mass", "volume", "energy", "power", "data", "duration")
)
_RISE = (
    r"(?:rise|increase|jump|growth|gain|surge|climb|hike|leap|uplift|fall|drop|decrease|decline|cut|reduction|"
    r"slump|plunge|dip)"
)
_ROSE = (
    r"(?:rose|risen|rising|rises?|increas(?:e[ds]?|ing)|jump(?:ed|s|ing)?|gr(?:ew|ow|own|owing|ows)|gained|"
    r"surg(?:ed|ing)|climb(?:ed|s|ing)?|soar(?:ed|ing)|went up|fell|fallen|falls?|falling|dropp(?:ed|ing)|"
    r"drops?|decreas(?:e[ds]?|ing)|declin(?:e[ds]?|ing)|plunged|slumped|shrank|shrunk|went down)"
)
_ABOUT = (
    r"(?:(?:about|around|roughly|nearly|almost|some|approximately|just (?:over|under)|more than|over|under|"
    r"less than) )?"
)
_WORDS = r"(?:[ -][\w’'-]+){0,6}?"
_PAIR = (
    rf"(?:from {_ABOUT}\[L\]{_WORDS} to {_ABOUT}\[L\]|"
    rf"to {_ABOUT}\[L\]{_WORDS},?(?: up| down)? from {_ABOUT}\[L\])"
)
_END = r"(?=\)?[.,;:!?)–—]|\)?$)"
_BEHIND = re.compile(
    rf"{_PAIR}{_WORDS}(?:,| [-–—]| \()\s?(?:which is |that is )?"
    rf"(?:an? (?:[\w-]+ )?{_RISE} of {_ABOUT}\[P\]|(?:up|down)(?: by)? {_ABOUT}\[P\]|"
    rf"an? {_ABOUT}\[P\] {_RISE}|{_ABOUT}\[P\] (?:more|higher|lower|less|up|down)){_END}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:{_ROSE}(?: by)? {_ABOUT}\[P\]|an? {_ABOUT}\[P\] {_RISE}|(?:up|down)(?: by)? {_ABOUT}\[P\])"
    rf"{_WORDS},? {_PAIR}(?! (?:and|to|by)\b)",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:real terms|inflation|adjust\w*|annual\w*|per year|averag\w*|each year|every year|compound\w*|"
    r"year-on-year|year on year|expect\w*|forecast\w*|compared|relative|respectively|cumulative\w*|per head|"
    r"per person|per capita|levels?|net of|excluding|including|since)\b",
    re.IGNORECASE,
)
"""Words by which a percentage may be of something else than the two figures beside it."""
_NEAR = 40
_LEAST_OFF = 1.0
"""Points by which a percentage must miss what the figures can come to, rounding allowed for."""
_LOOSE = 0.1
"""Share by which "about" may be off."""
_NO_LESS = frozenset({"more than", "at least"})
_NO_MORE = frozenset({"less than", "at most"})


@dataclass(frozen=True, slots=True)
class WrongRate:
    """A percentage that does not follow.

    Attributes:
        rate: the figure that states it.
        comes_to: per cents from the first figure to the second, without a sign.
        first, second: the two figures.
    """

    rate: Figure
    comes_to: float
    first: Figure
    second: Figure


def wrong_rate(text: str, figures: Sequence[Figure]) -> WrongRate | None:
    """The percentage of a sentence with two levels and one change between them, where it cannot be theirs."""
    figures = [one for figure in figures for one in _parted(text, figure)]
    rates = [figure for figure in figures if figure.dimension == "percent"]
    levels = [figure for figure in figures if figure.dimension != "percent"]
    if len(rates) != 1 or len(levels) != 2 or _OTHERWISE.search(text):
        return None
    rate, (one, two) = rates[0], levels
    if not _comparable(one, two) or rate.low != rate.high:
        return None
    marked = _marked(text, figures)
    found = _BEHIND.search(marked) or _BEFORE.search(marked)
    if found is None:
        return None
    pair = re.search(_PAIR, found[0], re.IGNORECASE)
    first, second = (one, two) if pair is not None and pair[0].lower().startswith("from") else (two, one)
    if _can_be(rate, first, second):
        return None
    return WrongRate(rate, abs(second.low / first.low - 1) * 100, first, second)


def _parted(text: str, figure: Figure) -> Iterator[Figure]:
    """A figure; of "from 41 million to 52 million", which reads as a range too, both its ends."""
    words = text[figure.start : figure.end]
    ranged = figure.low < figure.high and figure.dimension in _LEVELS and words.count(" to ") == 1
    if not ranged or not re.search(rf"\bfrom {_ABOUT}\Z", text[: figure.start][-_NEAR:], re.IGNORECASE):
        yield figure
        return
    at = figure.start + words.index(" to ")
    yield replace(figure, end=at, high=figure.low)
    yield replace(figure, start=at + len(" to "), low=figure.high)


def _comparable(one: Figure, two: Figure) -> bool:
    alike = (one.dimension, one.unit, one.per) == (two.dimension, two.unit, two.per)
    nouns = not (one.noun and two.noun) or one.noun == two.noun
    single = one.low == one.high and two.low == two.high
    return alike and nouns and single and one.dimension in _LEVELS and one.low > 0 and two.low > 0


def _marked(text: str, figures: Sequence[Figure]) -> str:
    """The text with "[L]" for each level and "[P]" for the percentage."""
    pieces, at = [], 0
    for figure in sorted(figures, key=lambda figure: figure.start):
        pieces += [text[at : figure.start], "[P]" if figure.dimension == "percent" else "[L]"]
        at = figure.end
    return "".join([*pieces, text[at:]])


def _can_be(rate: Figure, first: Figure, second: Figure) -> bool:
    """Whether some figures that are printed so, rounded, give a percentage that is printed so."""
    (low, high), (lower, upper) = _reach(first), _reach(second)
    changes = [upper / low - 1, lower / high - 1]
    nearest = 0.0 if min(changes) < 0 < max(changes) else min(abs(change) for change in changes)
    furthest = max(abs(change) for change in changes)
    off = max(rate.step / 2, _LOOSE * rate.low if rate.precision != "exact" else 0.0) + _LEAST_OFF
    at_least = nearest * 100 - off if rate.precision not in _NO_LESS else 0.0
    at_most = furthest * 100 + off if rate.precision not in _NO_MORE else math.inf
    return at_least <= rate.low <= at_most


def _reach(figure: Figure) -> tuple[float, float]:
    """From where to where a figure may have been rounded: its last digit, its zeros beyond two digits."""
    zeros = _zeros(figure.low)
    two_digits = 10.0 ** (math.floor(math.log10(figure.low)) - 1)
    step = max(figure.step if figure.step > 1 or figure.low % 1 else 0.0, min(zeros, two_digits))
    slack = max(step / 2, _LOOSE * figure.low if figure.precision != "exact" else 0.0)
    return max(figure.low - slack, figure.low / 2), figure.low + slack


def _zeros(value: float) -> float:
    """1,000 for 3,000: the place of the last digit that is no zero; nothing for one that has decimals."""
    if value % 1 or value < 1:
        return 0.0
    place = 1.0
    while value % (place * 10) == 0:
        place *= 10
    return place if place > 1 else 0.0
