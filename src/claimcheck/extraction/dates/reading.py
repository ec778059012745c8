"""What all readers of dates share."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_letters

from claimcheck.extraction.dates.context import Context
from claimcheck.extraction.dates.intervals import Interval
from claimcheck.extraction.dates.model import DateMention, Granularity

Match = re.Match[str]
Reader = Callable[[Match, Context], DateMention | None]
STEPS = {
    "last": -1,
    "past": -1,
    "the previous": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "the following": 1,
}


_LETTERS = frozenset(ascii_letters)


def made(
    m: Match,
    interval: Interval,
    granularity: Granularity,
    *,
    relative: bool = False,
    recurring: bool = False,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
) -> DateMention:
    """The mention a match makes."""
    return DateMention(
        m.start(), m.end(), *interval, granularity, relative, recurring, month=month, day=day, weekday=weekday
    )


def capital(m: Match, group: str) -> bool:
    """Whether what a group matched begins with a capital."""
    return m[group][0].isupper()


def word_before(text: str, start: int) -> str:
    """The word that ends right before ``start``, in lower case; empty if punctuation stands between."""
    begin = max(0, start - 24)
    stop = start
    while stop > begin and (text[stop - 1] == "-" or text[stop - 1].isspace()):
        stop -= 1
    if not 1 <= start - stop <= 2:
        return ""
    first = stop
    while first > begin and text[first - 1] in _LETTERS:
        first -= 1
    return text[first:stop].lower()


def word_after(text: str, end: int) -> str:
    """The word that begins right after ``end``, as written."""
    found = re.match(r"[\s-]{1,2}([A-Za-z]+)", text[end : end + 24])
    return found[1] if found else ""
