"""The figures of a claim that a cell may have: how much something is, or by how much it rose or fell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extraction.clauses.words import lemmas_of
from claimcheck.extraction.dates import DateMention
from claimcheck.extraction.figures import Figure

UP = frozenset("rise grow increase climb jump surge soar expand widen".split())
DOWN = frozenset("fall decrease drop decline sink slip plunge slide dip shrink narrow".split())
CHANGED = UP | DOWN | frozenset(("ease", "edge", "tick"))
_SKIPPED = ("ordinal", "multiple", "percentage points", "score", "age")
_BY = re.compile(r"(\w+) by\s+(?:about|around|nearly|some|almost|more than|over|just)?\s*$", re.IGNORECASE)
_MORE = re.compile(
    r"(?:\s+(?!and\b|or\b|in\b|on\b|than\b|of\b)\w+){0,2}?\s+(?:(?P<up>more|extra|additional)|(?P<down>fewer|less))\b",
    re.IGNORECASE,
)
"""Behind a figure: it is by so much more or fewer."""
_PART = re.compile(
    r"\b(?:another|extra|additional|further|other|next|first|last|remaining|got|gets?|up to|as many as|"
    r"target of|goal of|room for|capacity of|of (?:the|all|its|their|those|these))\s+"
    r"(?:about\s+|around\s+|some\s+|nearly\s+)?$",
    re.IGNORECASE,
)
"""Before a figure: it is no more than a part of how much there is, or what may be."""
_NO_LEVEL = re.compile(
    r"\s+times\b|(?:\s+(?!and\b|or\b)\w+){0,2}?\s+(?:too (?:many|few|much)|short\b|over budget|in excess)",
    re.IGNORECASE,
)
"""Behind a figure: it is how often, or by how much too many."""
_THAN = re.compile(r"\b(?:than|above|below)\b\s*", re.IGNORECASE)
_THAT_OF = len("that of the year ")
_BOUND = re.compile(r"\b(?:under|over|aged|age|above|below)[- ](?:the )?$", re.IGNORECASE)
_THE_SO_MANY = re.compile(r".*\b(?:the|all|these|both|its|their) [a-z]+", re.IGNORECASE)
"""A number in words of what the reader knows already: "the three depots"."""
_NAME = re.compile(r"\b[A-Z][^\W\d_]+ $")
_OLDEST = 120
_NEAR = 40


def levels_of(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Those of a text's figures that tell how much something is."""
    return [
        figure
        for figure in figures
        if figure.dimension not in _SKIPPED
        and not with_way(text, figure).change
        and not tells_whom(text, figure)
        and not _NO_LEVEL.match(text, figure.end)
        and not _PART.search(text[max(0, figure.start - _NEAR) : figure.start])
        and not _THE_SO_MANY.fullmatch(text[max(0, figure.start - len("these ")) : figure.end])
    ]


def changes_of(text: str, figures: Sequence[Figure], dates: Sequence[DateMention]) -> list[Figure]:
    """Those of a text's figures by how much something rose or fell since another time; not those by how much
    more it is than another thing.

    Args:
        dates: the dates of the text.
    """
    told = [with_way(text, figure) for figure in figures]
    return [figure for figure in told if figure.change and not _beside_another(text, figure, dates)]


def with_way(text: str, figure: Figure) -> Figure:
    """A figure behind "rose by" or before "more", which not every kind of figure is read with."""
    if figure.change:
        return figure
    before = _BY.search(text[max(0, figure.start - _NEAR) : figure.start])
    lemmas = set(lemmas_of(before[1].lower())) if before else set()
    more = _MORE.match(text, figure.end)
    if not lemmas.isdisjoint(UP | DOWN):
        return replace(figure, change="down" if lemmas.isdisjoint(UP) else "up")
    return replace(figure, change="up" if more["up"] else "down") if more else figure


def _beside_another(text: str, figure: Figure, dates: Sequence[DateMention]) -> bool:
    than = _THAN.search(text, figure.end, figure.end + _NEAR)
    if than is None:
        return False
    reach = range(than.end(), than.end() + _THAT_OF)
    return not any(mention.start in reach for mention in dates)


def tells_whom(text: str, figure: Figure) -> bool:
    """Whether a figure tells of whom or of what it is: "the under 25s", "those over 65", "Line 4/5"."""
    if figure.dimension == "age":
        return True
    if "/" in text[figure.start : figure.end] and _NAME.search(text[: figure.start][-_NEAR:]):
        return True
    if figure.dimension != "count" or figure.step != 1 or not 0 < figure.low < _OLDEST:
        return False
    behind = text[figure.end : figure.end + 1]
    bounded = _BOUND.search(text[max(0, figure.start - _NEAR) : figure.start])
    return behind == "s" or (bounded is not None and not figure.noun)
