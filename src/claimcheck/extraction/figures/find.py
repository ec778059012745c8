"""Finding the figures of a text, left to right, in linear time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from claimcheck.extraction.dates import DateMention, find_dates
from claimcheck.extraction.figures.build import build_figure
from claimcheck.extraction.figures.clock import opening_hours, time_in_words, time_taken
from claimcheck.extraction.figures.guards import name_in_words, taken_by_name
from claimcheck.extraction.figures.lexicon import (
    BARE_MULTIPLES,
    DENOMINATORS,
    FOLDS,
    GLYPHS,
    MULTIPLES,
    ORDINALS,
    SCALES,
)
from claimcheck.extraction.figures.measures import currency_at
from claimcheck.extraction.figures.merge import merged
from claimcheck.extraction.figures.model import Figure
from claimcheck.extraction.figures.numbers import STARTERS
from claimcheck.extraction.figures.special import Found, height_at, multiple_at, odds_at, ordinal_at, score_at
from claimcheck.extraction.figures.tokens import Tokens
from claimcheck.extraction.figures.units import DOLLAR_PREFIXES, PREFIX_WORDS, SYMBOLS, by_words, currencies

_PIECE = 50_000  # code points read at a time
_MULTIPLE_WORDS = frozenset(MULTIPLES) | frozenset(BARE_MULTIPLES) | frozenset(FOLDS) | {"twice", "thrice"}


@cache
def _triggers() -> frozenset[str]:
    """Every word or sign that can begin a figure, in lower case; numerals besides."""
    coins = {code.lower() for code in currencies()} | set(SYMBOLS) | set(DOLLAR_PREFIXES) | set(PREFIX_WORDS)
    return _MULTIPLE_WORDS | STARTERS | frozenset(ORDINALS) | frozenset(GLYPHS) | coins


@cache
def _after_article() -> frozenset[str]:
    """What may follow "a" where the two begin a figure ("a million", "a third", "a decade", "A$5")."""
    parts = {*DENOMINATORS, *(f"{word}s" for word in DENOMINATORS)}
    units = {words[0].lower() for words in by_words()}
    return frozenset(SCALES) | parts | units | {"dozen", "score", "-", "‑", "–", "$"}


@dataclass(frozen=True, slots=True)
class _Dates:
    """Where dates stand: their numbers are no figures."""

    starts: list[int]
    ends: list[int]

    def end_at(self, position: int) -> int:
        """The end of the date that holds a position, or 0."""
        at = bisect_right(self.starts, position) - 1
        return self.ends[at] if at >= 0 and position < self.ends[at] else 0


def _blocking(dates: Sequence[DateMention]) -> _Dates:
    """Spans of dates; a counted stretch ("the past five years") stays a figure too."""
    blocking = [
        mention
        for mention in dates
        if not (mention.relative and mention.granularity == "period" and mention.month is None)
        and not mention.recurring
    ]
    return _Dates([mention.start for mention in blocking], [mention.end for mention in blocking])


_SPACED = {code: " " for code in range(128) if not chr(code).isalnum()}
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _signs() -> re.Pattern[str]:
    """A digit, or a sign that says a fraction or a currency: where none stands, only words make figures."""
    return re.compile("[0-9" + "".join(map(re.escape, (*GLYPHS, *SYMBOLS))) + "]")


@cache
def _number_words() -> frozenset[str]:
    return (_MULTIPLE_WORDS | STARTERS | frozenset(ORDINALS)) - {"a", "an"}


def _may_hold(text: str) -> bool:
    """Whether a text can hold a figure at all: most sentences cannot, and making tokens is dear."""
    if _signs().search(text):
        return True
    lower = text.lower()
    words = set(lower.translate(_SPACED).split() if lower.isascii() else _LETTERS.findall(lower))
    if not words.isdisjoint(_number_words()):
        return True
    return not words.isdisjoint(("a", "an")) and not words.isdisjoint(_after_article())


def find_figures(text: str, dates: Sequence[DateMention] | None = None) -> list[Figure]:
    """The figures a text states, in order, without overlap.

    Counts, shares, money, measures, ranges, ratios, multiples, ordinals, scores and ages, in digits or
    words. Years and other dates are not figures, nor are numbers in names ("Boeing 737"), telephone
    numbers, versions, addresses and times of day. Offsets count code points.

    Args:
        dates: what ``find_dates`` says of the same text, where it is known already.
    """
    if not _may_hold(text):
        return []
    blocking = _blocking(find_dates(text) if dates is None else dates)
    if len(text) <= _PIECE:
        return _figures(text, blocking)
    return [
        replace(figure, start=figure.start + offset, end=figure.end + offset)
        for offset, piece in _pieces(text)
        for figure in _figures(piece, blocking, offset)
    ]


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A long text in pieces that end at a line, a sentence or at least a space, to keep memory small."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        if end < len(text):
            cuts = (text.rfind(mark, start + 1, end) + len(mark) for mark in ("\n", ". ", " "))
            end = next((cut for cut in cuts if cut > start + _PIECE // 2), end)
        yield start, text[start:end]
        start = end


def _figures(text: str, dates: _Dates, offset: int = 0) -> list[Figure]:
    """The figures of a piece of text that begins ``offset`` code points behind what ``dates`` count from."""
    tokens = Tokens(text)
    found: list[Figure] = []
    index, triggers = 0, _triggers()
    while index < len(tokens):
        token = tokens[index]
        if not (token.numeral or token.lower in triggers):
            index += 1
            continue
        if token.lower in ("a", "an") and tokens[index + 1].lower not in _after_article():
            index += 1
            continue
        blocked = dates.end_at(token.start + offset)
        if blocked:
            while index < len(tokens) and tokens[index].start + offset < blocked:
                index += 1
            continue
        read = _read(tokens, index)
        if read is None:
            index += 1
        elif isinstance(read, int):
            index = read
        else:
            figure, stop = read
            if not dates.end_at(tokens[stop - 1].start + offset):
                found.append(figure)
            index = max(stop, index + 1)
    return merged(found, text)


def _read(tokens: Tokens, index: int) -> Found | int | None:
    """The figure that begins at a token, where to go on if the numeral is a name, or None."""
    token = tokens[index]
    if token.numeral:
        return _numeral(tokens, index)
    if token.word:
        word = token.lower
        if word in _MULTIPLE_WORDS:
            return multiple_at(tokens, index)
        if word in STARTERS and name_in_words(tokens, index):
            return index + 1
        clock = time_in_words(tokens, index) if word in STARTERS else None
        if clock is not None:
            return clock
        found = ordinal_at(tokens, index) if word in ORDINALS or word.endswith("ty") else None
        if found is None and word in STARTERS:
            found = build_figure(tokens, index, index, "")
        if found is not None:
            return found
    elif token.text in GLYPHS:
        return build_figure(tokens, index, index, "")
    return _money(tokens, index)


def _numeral(tokens: Tokens, index: int) -> Found | int | None:
    """What begins at a numeral, likewise: prices and times before scores, scores before names."""
    found = odds_at(tokens, index) or time_taken(tokens, index) or height_at(tokens, index)
    if found is not None:
        return found
    hours = opening_hours(tokens, index)
    if hours is not None:
        return hours
    if not tokens[index].glued and tokens[index + 1].glued:
        score = score_at(tokens, index)
        if score is not None:
            return score
    skipped = taken_by_name(tokens, index)
    if skipped is not None:
        return skipped
    return ordinal_at(tokens, index) or score_at(tokens, index) or build_figure(tokens, index, index, "")


def _money(tokens: Tokens, index: int) -> Found | None:
    currency = currency_at(tokens, index)
    if currency is None:
        return None
    unit, at = currency
    if not (tokens[at].numeral or (tokens[at].lower in STARTERS and tokens[index].text in "$£€¥")):
        return None
    return build_figure(tokens, index, at, unit)
