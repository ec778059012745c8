"""Times of day, which are no quantities, and times taken ("1h 32m"), which are."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.documents.calendar_words import WEEKDAYS
from claimcheck.extraction.figures.lexicon import ONES, SCALES
from claimcheck.extraction.figures.model import Figure
from claimcheck.extraction.figures.nouns import is_plural
from claimcheck.extraction.figures.tokens import Tokens
from claimcheck.extraction.figures.units import SYMBOLS, first_words, key_of

_HOURS = frozenset(word for word, value in ONES.items() if 1 <= value <= 12) | {"midday", "midnight", "noon"}
_PAST_HOUR = frozenset({"half", "quarter", "five", "ten", "twenty", "twenty-five"})
_BEFORE_TIME = frozenset("at by until till from since before after around about the every".split())
_CLOCKED = frozenset(
    "open opens opened opening doors door train trains tram trams bus buses ferry ferries flight flights "
    "begin begins began start starts started leave leaves left depart departs departed departing arrive "
    "arrives arrived arriving kick kicks kickoff service meeting bulletin gates curtain alarm morning "
    "evening afternoon night tonight finish finishes finished end ends ended close closes shut shuts "
    "due scheduled programme broadcast mass lunch dinner breakfast".split()
)
_OPENING = frozenset(
    "open opens opening closed hours weekdays weekends weekday daily works work job shift shifts surgery "
    "staffed manned saturdays sundays".split()
).union(WEEKDAYS)
_WINDOW = 7


@cache
def _taken() -> re.Pattern[str]:
    return re.compile(
        r"(?P<h>\d{1,3})\s?h(?:rs?)?\s?(?P<m>\d{1,2})\s?m(?:ins?)?(?:\s?(?P<s>\d{1,2}(?:\.\d+)?)\s?s(?:ecs?)?)?(?!\w)"
        r"|(?P<m2>\d{1,3})\s?m(?:ins?)?\s?(?P<s2>\d{1,2}(?:\.\d+)?)\s?s(?:ecs?)?(?!\w)"
    )


def time_taken(tokens: Tokens, index: int) -> tuple[Figure, int] | None:
    """ "1h 32m", "2h05m10s", "3m 42.5s": in hours, or in minutes where there are none."""
    unit = tokens[index + 1]
    if unit.text not in ("h", "hr", "hrs", "m", "min", "mins"):
        return None
    found = _taken().match(tokens.text, tokens[index].start)
    if found is None:
        return None
    if found["h"]:
        value = int(found["h"]) + int(found["m"]) / 60 + float(found["s"] or 0) / 3600
    else:
        value = int(found["m2"]) + float(found["s2"]) / 60
    figure = Figure(
        found.start(), found.end(), value, value, "hour" if found["h"] else "minute", "duration", step=0.0
    )
    return figure, first_behind(tokens, index, found.end())


def first_behind(tokens: Tokens, index: int, end: int) -> int:
    """The first token that begins at or behind a code point."""
    while index < len(tokens) and tokens[index].start < end:
        index += 1
    return index


def time_in_words(tokens: Tokens, index: int) -> int | None:
    """Where "six o'clock", "half past six", "quarter to nine" or "ten to five" ends, or None."""
    if (
        tokens[index].lower in _HOURS
        and tokens[index + 1].lower == "o"
        and tokens[index + 3].lower == "clock"
    ):
        return index + 4
    at = index
    if tokens[at].lower == "a" and tokens[at + 1].lower == "quarter":
        at += 1
    if tokens[at].lower not in _PAST_HOUR and not _minutes(tokens, at):
        return None
    at += 3 if tokens[at + 1].text == "-" else 1
    at += tokens[at].lower in ("minutes", "minute")
    way, hour = tokens[at].lower, tokens[at + 1]
    if way not in ("past", "to") or not (hour.lower in _HOURS or _minutes(tokens, at + 1)):
        return None
    if way == "to" and not (tokens[index].lower in ("a", "quarter") or _stands_alone(tokens, index, at + 2)):
        return None
    return at + 2


def _minutes(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.numeral and token.text.isdigit() and len(token.text) <= 2 and 1 <= int(token.text) <= 29


def _stands_alone(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether "ten to five" is said of a clock: "at ten to five", and nothing is counted after it."""
    follows = tokens[stop]
    counts = is_plural(follows.lower) or follows.lower in SCALES or key_of(follows.text) in first_words()
    return tokens[index - 1].lower in ("at", "by", "until", "till", "since", "before") and not counts


def dotted_time(tokens: Tokens, index: int) -> bool:
    """Whether "7.30" is a time: "doors open at 7.30", "the 10.15 from Orton"; no price, share or rate."""
    hour, dot, minute = tokens[index].text.partition(".")
    if not (dot and len(minute) == 2 and minute.isdigit() and hour.isdigit() and int(hour) < 24):
        return False
    before, follows = tokens[index - 1].lower, tokens[index + 1]
    if int(minute) > 59 or before not in _BEFORE_TIME or _measured(tokens, index + 1):
        return False
    if before == "the":
        return follows.lower in ("from", "to", "train", "bus", "tram", "ferry", "flight", "service")
    near = tokens.lowers(index - _WINDOW, index) + tokens.lowers(index + 1, index + 4)
    return any(word in _CLOCKED for word in near)


def opening_hours(tokens: Tokens, index: int) -> int | None:
    """Where "9-5" ends if it says when something is open: "open 9-5 on weekdays, 10-4 at weekends"."""
    dash, second = tokens[index + 1], tokens[index + 2]
    joined = dash.text in ("-", "–") and second.glued
    if not (joined or dash.lower in ("to", "till", "until")):
        return None
    if not (_hour(tokens, index) and _hour(tokens, index + 2)):
        return None
    if _measured(tokens, index + 3):
        return None
    near = tokens.lowers(index - _WINDOW, index) + tokens.lowers(index + 3, index + 6)
    cues = sum(word in _OPENING for word in near)
    plain = "open" in near or (tokens[index].text, second.text) == ("9", "5")
    told = plain or (tokens[index - 1].lower == "from" and tokens[index + 3].lower == "on")
    return index + 3 if cues >= (1 if told else 2) else None


def _hour(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    return token.numeral and token.text.isdigit() and 1 <= int(token.text[:3]) <= 24 and len(token.text) < 3


def _measured(tokens: Tokens, at: int) -> bool:
    """Whether a unit, scale, sign or plural noun makes the numeral before a quantity."""
    token = tokens[at]
    if token.text in SYMBOLS or token.text == "%" or token.lower in SCALES:
        return True
    return is_plural(token.lower) or key_of(token.text) in first_words()
