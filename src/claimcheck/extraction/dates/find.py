"""Finding the dates of a text, left to right, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from claimcheck.extraction.dates import intervals
from claimcheck.extraction.dates.context import Context
from claimcheck.extraction.dates.grammar import pattern
from claimcheck.extraction.dates.model import DateMention
from claimcheck.extraction.dates.readers import READERS
from claimcheck.extraction.dates.words import DECADE_WORDS, MONTHS, SEASONS, SMALL_NUMBERS, WEEKDAYS

_WORD = re.compile(r"[A-Za-z]+|\d+")
_PART = tuple(
    "month_year which_month part_year part_this season decade short_decade word_decade century "
    "word_century".split()
)
_SHORT = ("numeric", "attacks", "day_month", "ago", "short_decade", "century")
_DIGITS: dict[int, tuple[str, ...]] = {
    1: _SHORT,
    2: _SHORT,
    3: ("ago",),
    4: ("iso", "year_quarter", "split_year", "decade", "year"),
}
"""Patterns that a numeral can begin, by how many digits it has."""
_BEFORE: dict[str, frozenset[str]] = {
    "iso": frozenset("-"),
    "numeric": frozenset("/."),
    "attacks": frozenset("/"),
    "decade": frozenset("sS'’"),
    "short_decade": frozenset("sS"),
}
"""Patterns that need one of these characters right after the numeral."""
_TELLING = frozenset().union(*_BEFORE.values())
_THE = ("beside", "calendar", "span")
_AFTER_THE = frozenset("day previous following past last next coming".split())
_NEXT_WORD = re.compile(r"\s+([A-Za-z]+)")
_WHICH: tuple[str, ...] = ("weekday", "which_month", "season", "day_part", "calendar", "span", "every")
_JOIN = re.compile(
    r"(?:\s?[-–—]\s?|\s+(?:to|until|till|through|and)\s+(?:the\s+|early\s+|late\s+)?)\Z", re.IGNORECASE
)
_OPEN_BEFORE = re.compile(
    r"\b(since|until|till|by|before|after)\s+(?:the\s+|about\s+|at\s+least\s+)?\Z", re.IGNORECASE
)


@cache
def _triggers() -> dict[str, tuple[str, ...]]:
    """Which patterns a word can begin."""
    found: dict[str, tuple[str, ...]] = {}
    found |= dict.fromkeys(SMALL_NUMBERS, ("ago",)) | dict.fromkeys(("few", "several"), ("ago",))
    found |= dict.fromkeys(MONTHS, ("month_day", "month_year", "bare_month"))
    found |= dict.fromkeys(WEEKDAYS, ("day_month", "month_day", "weekday"))
    found |= {f"{name}s": ("weekday",) for name in WEEKDAYS if len(name) >= 6}
    found |= dict.fromkeys(SEASONS, ("season",)) | dict.fromkeys(DECADE_WORDS, ("word_decade",))
    found |= dict.fromkeys(("early", "start", "beginning", "mid", "middle", "late", "end"), _PART)
    found |= dict.fromkeys(
        ("this", "last", "next", "past", "coming", "every", "each", "previous", "following"), _WHICH
    )
    found |= dict.fromkeys(("today", "tonight", "overnight"), ("today",))
    found |= dict.fromkeys(("yesterday", "tomorrow"), ("day_part", "today"))
    found |= dict.fromkeys(("earlier", "later"), ("calendar",))
    found |= dict.fromkeys(("fiscal", "financial", "tax", "academic", "school", "fy"), ("fiscal",))
    found |= dict.fromkeys(("first", "second", "third", "fourth", "final"), ("quarter",))
    found |= dict.fromkeys(
        ("sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"), ("word_century",)
    )
    found |= dict.fromkeys(
        ("christmas", "boxing", "new", "valentine", "st", "halloween", "hallowe"), ("holiday",)
    )
    found |= {"q": ("short_quarter",), "h": ("short_quarter",), "in": ("in_time",)}
    found |= {"the": _THE, "twenty": ("ago", "word_century")}
    return found


def _at(context: Context, position: int, names: tuple[str, ...]) -> DateMention | None:
    for name in names:
        match = pattern(name).match(context.text, position)
        found = READERS[name](match, context) if match else None
        if found is not None:
            return found
    return None


def _mentions(context: Context) -> Iterator[DateMention]:
    triggers, text, done = _triggers(), context.text, 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < done:
            continue
        first = word[0]
        if first[0].isdigit():
            glued = start and (
                text[start - 1] in "$£€¥₹#"
                or text[start - 1].isalpha()
                or text[start - 2 : start] in (". ,",)
            )
            if len(first) > 4 or glued:
                continue
            after = text[word.end() : word.end() + 1]
            names = _numeral_patterns(len(first), after if after in _TELLING else "")
        else:
            names = triggers.get(first.lower(), ())
            if not names or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
                continue
            if names is _THE and not _after_the(text, word.end()):
                continue
            if first.lower() in ("early", "late") and _behind_time(text, start, word.end()):
                continue
        found = _at(context, start, names)
        if found is not None:
            done = found.end
            yield found


@cache
def _numeral_patterns(digits: int, after: str) -> tuple[str, ...]:
    """The patterns that a numeral of so many digits can begin, before such a character."""
    return tuple(name for name in _DIGITS[digits] if name not in _BEFORE or after in _BEFORE[name])


_LATE = re.compile(
    r"(?P<it>\bit\s+)?\b(?:was|were|is|are|be|been|being|ran|runs?|running|arriv(?:e[ds]?|ing)|(?:came|comes?|coming)\s+in|"
    r"too|so|very|often|always|usually|frequently|regularly|rarely|seldom|mostly|minutes?|hours?|days?|weeks?)\s+\Z",
    re.IGNORECASE,
)
_IN = re.compile(r"\s+(?:in|on)\s")


def _behind_time(text: str, start: int, end: int) -> bool:
    """Whether "late" before "in 2020" says what somebody was ("trains were late"), not when in that year."""
    if _IN.match(text, end) is None:
        return False
    before = _LATE.search(text[max(0, start - 24) : start])
    return before is not None and before["it"] is None


def _after_the(text: str, end: int) -> bool:
    following = _NEXT_WORD.match(text, end)
    return following is not None and following[1].lower() in _AFTER_THE


def _joined(first: DateMention, second: DateMention, context: Context) -> DateMention | None:
    """Two dates that are the ends of one stretch ("between 2013 and 2021"), as one mention."""
    join = context.text[first.end : second.start]
    if len(join) > 16 or not _JOIN.match(join) or first.recurring or second.recurring:
        return None
    before = context.text[max(0, first.start - 14) : first.start].lower()
    if "and" in join.split() and not re.search(r"\bbetween\s+(?:the\s+)?\Z", before):
        return None
    if (
        "to" in join.split()
        and not re.search(r"\b(?:from|period|years?|span\w*|,|\()\s*(?:the\s+)?\Z", before)
        and first.granularity != second.granularity
    ):
        return None
    earliest = first.earliest
    if first.month and second.earliest and not re.search(r"\d{4}", context.text[first.start : first.end]):
        year = second.earliest.year - (second.month is not None and first.month > second.month)
        day = first.day or 1
        earliest = intervals.day(year, first.month, day)[0]
    if earliest and second.latest and earliest > second.latest:
        return None
    return DateMention(
        first.start, second.end, earliest, second.latest, "period", first.relative and second.relative
    )


def _opened(mention: DateMention, context: Context) -> DateMention:
    """The interval after "since", "until", "by", "before", "after"."""
    found = _OPEN_BEFORE.search(context.text[max(0, mention.start - 24) : mention.start])
    if found is None or not mention.resolved or mention.recurring:
        return mention
    word = found[1].lower()
    if word == "since":
        today = context.published
        return replace(
            mention, latest=today if today and mention.earliest and today >= mention.earliest else None
        )
    if word == "after":
        return replace(
            mention,
            earliest=intervals.shift(mention.latest, "day", 1) if mention.latest else None,
            latest=None,
        )
    if word == "before":
        return replace(
            mention,
            earliest=None,
            latest=intervals.shift(mention.earliest, "day", -1) if mention.earliest else None,
        )
    return replace(mention, earliest=None)


def find_dates(text: str, *, published: date | None = None) -> list[DateMention]:
    """The dates a text mentions, in order, without overlap.

    Relative dates ("last Tuesday", "in March", "three years ago") resolve against ``published``; without
    it their interval stays unknown. A day or month without a year is the latest one begun, unless the
    words near by look ahead ("will", "by", "due"). Both day-month orders are read; a numeric date whose
    order cannot be told is found but not resolved. Offsets count code points.
    """
    context = Context(text, published)
    found: list[DateMention] = []
    for mention in _mentions(context):
        joined = _joined(found[-1], mention, context) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(mention)
    return [_opened(mention, context) for mention in found]
