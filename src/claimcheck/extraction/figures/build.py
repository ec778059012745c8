"""From a number to a figure: its range, unit, noun, precision, change and rate."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.extraction.figures.context import change_of, precision_after, precision_before, rate_after
from claimcheck.extraction.figures.lexicon import DOWN, FUNCTION_WORDS, UP
from claimcheck.extraction.figures.measures import currency_at, unit_at
from claimcheck.extraction.figures.model import Dimension, Figure, Precision
from claimcheck.extraction.figures.nouns import noun_after
from claimcheck.extraction.figures.numbers import Number, fraction_at, read_number, scaled_like
from claimcheck.extraction.figures.special import Found, multiple_of, ratio_at, votes_at
from claimcheck.extraction.figures.tokens import END, Tokens
from claimcheck.extraction.figures.units import Unit

_DASHES = ("-", "–", "‑", "—")
_AFTER_FRACTION = frozenset(
    "of the a an its their his her all more less fewer higher lower larger smaller cheaper to from "
    "that what as".split()
)
_OTHER_HALVES = ("first", "second", "other", "a")
_BEFORE_FRACTION = UP | DOWN | {"by", "than", "about", "nearly", "in", "almost"}
_MOVED = frozenset("rose grew fell climbed sank slid slipped shrank leapt up down".split())
_IDIOMS = frozenset("off sided way handed figure figures digit digits time something to upmanship".split())
_NO_ONE = frozenset("no any some every each this that the which another someone anyone not is or".split())
_AFTER_ONE = frozenset(
    "another day thing way must can should who that is was and or has had by could would may might "
    "will in on at to for "
    "if as with of from but when where time more".split()
)


@dataclass(frozen=True, slots=True)
class _Span:
    """A number or range with its unit, while it is being read."""

    low: Number
    high: Number
    unit: Unit | None
    stop: int
    hyphen: bool = False
    precision: Precision = "exact"


def build_figure(tokens: Tokens, start: int, at: int, currency: str) -> Found | None:
    """The figure whose number begins at token ``at`` and whose currency, if any, at ``start``."""
    if not currency:
        special = _share(tokens, at)
        if special is not None:
            return special
    between = tokens[start - 1].lower == "between"
    number = read_number(tokens, at, money=bool(currency), joins=not between)
    if number is None:
        return None if currency else _single_unit(tokens, at)
    if not currency:
        found = (
            ratio_at(tokens, at, number) or multiple_of(tokens, at, number) or votes_at(tokens, at, number)
        )
        if found is not None:
            return _dressed(tokens, start, *found)
        if _pronoun(tokens, at, number) or _idiom(tokens, at, number):
            return None
    span = _unit(tokens, _range(tokens, start, number, currency, between), currency)
    return _finished(tokens, start, _shared(tokens, start, number, span))


def _pronoun(tokens: Tokens, at: int, number: Number) -> bool:
    """ "one" as a pronoun: "no one", "one of them", "one day"."""
    if tokens[at].lower != "one" or number.stop != at + 1:
        return False
    after = tokens[at + 1]
    if tokens[at - 1].text in _DASHES and tokens[at].glued:
        return True
    if tokens[at - 1].lower in _NO_ONE or after is END or not (after.word or after.text in _DASHES):
        return True
    return after.lower in _AFTER_ONE and not (after.lower == "in" and tokens[at + 2].numeral)


def _idiom(tokens: Tokens, at: int, number: Number) -> bool:
    """ "one-off", "six-figure", "net zero": number words that count nothing."""
    if tokens[at].lower == "zero" and tokens[at - 1].lower == "net":
        return True
    hyphen = tokens[number.stop].text in _DASHES and tokens[number.stop].glued
    after = tokens[number.stop + 1].lower
    return hyphen and (after in _IDIOMS if number.form == "words" else after in ("figure", "digit"))


def _share(tokens: Tokens, at: int) -> Found | None:
    """ "two-thirds of members", "half the budget", "half an hour", "a quarter of a century"."""
    fraction = fraction_at(tokens, at)
    if fraction is None and tokens[at].lower == "half" and tokens[at - 1].lower not in _OTHER_HALVES:
        fraction = Number(0.5, 0.5, 0.0, at + 1, "fraction")
    number = read_number(tokens, at)
    if fraction is None or (number is not None and number.stop > fraction.stop):
        return None
    stop = fraction.stop
    measured = _part_of_unit(tokens, at, fraction)
    if measured is not None:
        return measured
    if _ordinal_like(tokens, at, stop):
        return None
    noun = noun_after(tokens, stop, one=True)[0] if tokens[stop].lower == "of" else ""
    figure = Figure(
        tokens[at].start, tokens[stop - 1].end, fraction.low, fraction.low, "", "fraction", noun, step=0.0
    )
    return _dressed(tokens, at, figure, stop)


def _part_of_unit(tokens: Tokens, at: int, fraction: Number) -> Found | None:
    """ "half an hour", "a quarter of a century", "half a percentage point", "half-hour"."""
    stop = fraction.stop
    past = stop + (tokens[stop].lower == "of")
    article = tokens[past].lower in ("a", "an")
    if not article and not (tokens[stop].text in _DASHES and tokens[stop].glued):
        return None
    unit = unit_at(tokens, past + 1 if article else stop, fraction)
    if unit is None or unit[0].dimension in ("percent", "money"):
        return None
    return _finished(tokens, at, _Span(fraction, fraction, unit[0], unit[1], unit[2]))


def _ordinal_like(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether "a third", "one quarter" or "half" is no share here: nothing it is a share of follows."""
    word = tokens[at].lower
    single = word in ("a", "one") and stop == at + 2 and tokens[at + 1].text not in _DASHES
    if not (single or word == "half") or tokens[stop].lower in _AFTER_FRACTION:
        return False
    after = tokens[stop]
    closes = after is END or after.lower in FUNCTION_WORDS or not (after.word or after.text in _DASHES)
    return not (closes and tokens[at - 1].lower in _BEFORE_FRACTION)


def _single_unit(tokens: Tokens, at: int) -> Found | None:
    """ "more than a decade", "nearly an hour": one unit, where a widening word says it is meant as a
    measure."""
    if tokens[at].lower not in ("a", "an"):
        return None
    one = Number(1.0, 1.0, 1.0, at + 1, "words")
    unit = unit_at(tokens, at + 1, one)
    if unit is None or unit[2] or unit[0].dimension not in ("duration", "length", "mass"):
        return None
    half = tokens.lowers(unit[1], unit[1] + 3) == ["and", "a", "half"]
    if (
        not half
        and precision_before(tokens, at, duration=unit[0].name not in ("year", "decade", "century"))[0]
        == "exact"
    ):
        return None
    value = replace(one, low=1.5, high=1.5, step=0.0) if half else one
    return _finished(tokens, at, _Span(value, value, unit[0], unit[1] + 3 * half))


def _range(tokens: Tokens, start: int, first: Number, currency: str, between: bool) -> _Span:
    """The number with the far end of its range, if one follows."""
    single = _Span(first, first, None, first.stop)
    at, early = first.stop, None
    measured = unit_at(tokens, at, first)
    if measured is not None and not measured[2]:
        early, at = measured[0], measured[1]
    dash = tokens[at].text in _DASHES and (tokens[at].glued or tokens[at].text in "–—")
    word = tokens[at].lower
    if not (dash or word in ("to", "or") or (between and word == "and")):
        return single
    after = at + 2 if dash and tokens[at + 1].lower == "to" and tokens[at + 2].text in _DASHES else at + 1
    coin = currency_at(tokens, after)
    after = coin[1] if coin else after
    second = (
        read_number(tokens, after, money=bool(currency or coin))
        if tokens[after].lower not in ("a", "an")
        else None
    )
    if second is None or "vague" in (first.form, second.form) or (word == "to" and _moves(tokens, start)):
        return single
    scaled = scaled_like(first, second)
    if word == "to" and _arrives(tokens, start, scaled, second, early, bool(currency)):
        return single
    if not _ranges(scaled, second, word if not dash else "-", bool(early)):
        return single
    if (currency and not coin and not dash and not second.scaled and word != "or") or (
        early and not _same(tokens, second, early)
    ):
        return single
    return _Span(scaled, second, None, second.stop)


def _ranges(first: Number, second: Number, word: str, measured: bool) -> bool:
    if not first.low < second.low:
        return False
    if word == "or":
        return second.low <= 10 * first.low and not measured
    return word != "to" or second.low <= 1000 * max(first.low, 0.1)


def _same(tokens: Tokens, second: Number, unit: Unit) -> bool:
    later = unit_at(tokens, second.stop, second)
    return later is not None and later[0].dimension == unit.dimension


def _moves(tokens: Tokens, start: int) -> bool:
    """Whether "from 3 to 5" says that something moved, so that these are two figures and no range."""
    return tokens[start - 1].lower == "from" and any(
        word in UP or word in DOWN for word in tokens.lowers(start - 9, start)
    )


def _arrives(
    tokens: Tokens, start: int, first: Number, second: Number, early: Unit | None, money: bool
) -> bool:
    """Whether "rose 3p to 142.5p" says by how much and to what, so that it is no range.

    Something moved already ("rose", not "will rise"), and the second number is a sum of money with the
    first or too far from it for a range.
    """
    at = start - 1
    while (
        tokens[at].lower in ("by", "another", "further", "a", "about", "nearly", "almost") and at > start - 4
    ):
        at -= 1
    verb = tokens[at].lower
    moved = verb in _MOVED or (verb.endswith("ed") and (verb in UP or verb in DOWN))
    paid = money or (early is not None and early.dimension == "money")
    return moved and (second.low >= 10 * first.high or (paid and second.low >= 1.5 * first.high))


def _shared(tokens: Tokens, start: int, number: Number, span: _Span) -> _Span:
    """The 95 of "from 95 to 60 minutes" takes the unit, and the scale, of what it is set against."""
    if span.stop != number.stop or tokens[start - 1].lower != "from" or tokens[span.stop].lower != "to":
        return span
    coin = currency_at(tokens, span.stop + 1)
    second = read_number(tokens, coin[1] if coin else span.stop + 1, money=coin is not None)
    if second is None or "vague" in (number.form, second.form):
        return span
    found = unit_at(tokens, second.stop, second) if span.unit is None else None
    if second.scaled and not number.scaled and number.low < 1000 and number.low <= 20 * second.plain:
        scaled = replace(
            number,
            low=number.low * second.scale,
            high=number.high * second.scale,
            step=number.step * second.scale,
        )
        span = replace(span, low=scaled, high=scaled)
    return span if found is None or found[2] else replace(span, unit=found[0])


def _unit(tokens: Tokens, span: _Span, currency: str) -> _Span:
    if currency:
        return replace(span, unit=Unit(currency, "money"))
    found = unit_at(tokens, span.stop, span.high)
    if found is not None:
        return replace(span, unit=found[0], stop=found[1], hyphen=found[2])
    precision, more = precision_after(tokens, span.stop)
    if not more or tokens[span.stop].text not in ("-", "+"):
        return span
    found = unit_at(tokens, span.stop + more, span.high)  # "a hundred-odd miles"
    return span if found is None else replace(span, unit=found[0], stop=found[1], precision=precision)


def _finished(tokens: Tokens, start: int, span: _Span) -> Found | None:
    factor = span.unit.scale if span.unit else 1.0
    unit = span.unit.name if span.unit else ""
    dimension: Dimension = span.unit.dimension if span.unit else "count"
    stop, sign, first = span.stop, 1.0, start
    if _negative(tokens, start):
        sign, first = -1.0, start - 1
    low, high = sorted((sign * span.low.low * factor, sign * span.high.high * factor))
    step = max(span.low.step, span.high.step) * factor
    figure = Figure(tokens[first].start, tokens[stop - 1].end, low, high, unit, dimension, step=step)
    age = _age(tokens, start, stop, figure)
    if age is not None:
        return age
    noun, after = ("", stop)
    if dimension == "count":
        noun, after = noun_after(tokens, stop + precision_after(tokens, stop)[1], one=low == high == 1)
        after = after if noun else stop
    elif dimension in ("percent", "percentage points") and tokens[stop].lower == "of":
        noun = noun_after(tokens, stop, one=True)[0]
    per, last = rate_after(tokens, after)
    vague = span.low.form == "vague"
    figure = replace(figure, precision="about" if vague else span.precision)
    return _dressed(tokens, first, replace(figure, noun=noun, per=per), stop, last if per else stop)


def _negative(tokens: Tokens, start: int) -> bool:
    before = tokens[start - 1]
    if before.lower == "minus" or before.text == "−":
        return True
    return before.text in ("-", "–") and tokens[start].glued and not before.glued


def _age(tokens: Tokens, start: int, stop: int, figure: Figure) -> Found | None:
    """ "75-year-old", "aged 75", "75 years old", "Ann Lee, 75,"."""
    words = tokens.lowers(stop, stop + 2)
    if figure.dimension == "duration":
        if words in (["-", "old"], ["-", "olds"], ["of", "age"]) or words[:1] in (["old"], ["olds"]):
            stop += 2 if words[0] in ("-", "of") else 1
            aged = replace(figure, end=tokens[stop - 1].end, dimension="age")
            return _dressed(tokens, start, aged, stop)
        return None
    if figure.dimension != "count" or figure.high > 125:
        return None
    before = tokens[start - 1]
    listed = before.lower in ("and", "or") and tokens[start - 3].lower == "aged"
    said = (
        listed or before.lower in ("aged", "age", "ages") or tokens.lowers(start - 2, start) == ["age", "of"]
    )
    name = tokens[start - 2]
    apposed = (
        before.text in (",", "(")
        and name.word
        and name.text[0].isupper()
        and not tokens.opens_sentence(start - 2)
    )
    closed = (
        tokens[stop].text in ((",", ".", ";") if before.text == "," else (")",)) and tokens[start].numeral
    )
    if said or (apposed and closed and figure.low == figure.high and name.lower not in ("and", "or")):
        return replace(figure, unit="year", dimension="age"), stop
    return None


def _dressed(tokens: Tokens, start: int, figure: Figure, stop: int, last: int | None = None) -> Found:
    """Adds precision and change; returns the figure and the token to go on from."""
    last = stop if last is None else last
    before, taken = precision_before(tokens, start, duration=figure.dimension == "duration")
    after, more = precision_after(tokens, stop)
    precision: Precision = before if before != "exact" else after if after != "exact" else figure.precision
    if (
        figure.dimension in ("count", "percent", "percentage points", "money", "fraction")
        and not figure.change
    ):
        share = figure.dimension in ("percent", "fraction", "percentage points")
        change = change_of(tokens, start - taken, stop + more, comparable=share)
        figure = replace(figure, change=change)
    return replace(figure, precision=precision), max(last, stop + more)
