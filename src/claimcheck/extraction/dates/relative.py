"""Readers of dates that count from the day of publication, or come again."""

from __future__ import annotations

import re
from datetime import date

from claimcheck.extraction.dates import intervals
from claimcheck.extraction.dates.context import Context
from claimcheck.extraction.dates.intervals import NOWHERE
from claimcheck.extraction.dates.model import DateMention, Granularity
from claimcheck.extraction.dates.reading import STEPS, Match, capital, made, word_before
from claimcheck.extraction.dates.words import MOVABLE, SMALL_NUMBERS, WEEKDAYS

_FRACTION = re.compile(r"\d[.,]\Z")


def _number_of(words: str) -> int | None:
    """The number a count of units says; None for vague ones ("few", "several")."""
    cleaned = words.lower().removesuffix(" of").split()[-1]
    digits = cleaned.replace(",", "")
    return int(digits) if digits.isdigit() else SMALL_NUMBERS.get(cleaned)


def weekday(m: Match, context: Context) -> DateMention | None:
    """Tuesday, last Tuesday, every Tuesday, on Tuesdays."""
    name, which = m["weekday"].lower(), " ".join((m["which"] or "").lower().split())
    if not capital(m, "weekday") or (
        len(name) < 6 and not which and word_before(context.text, m.start()) != "on"
    ):
        return None
    number = WEEKDAYS[name]
    if word_before(context.text, m.start()) in MOVABLE:
        return made(m, NOWHERE, "day", relative=True)
    if m["plural"] or which in ("every", "each"):
        return made(m, NOWHERE, "weekday", recurring=True, weekday=number)
    if m["week"] and context.published is not None:
        monday = intervals.calendar_unit(context.published, "week", STEPS[m["week"].lower()])[0]
        moved = intervals.shift(monday, "day", number) if monday else None
        return made(m, (moved, moved), "weekday", relative=True, weekday=number)
    interval = context.weekday(number, which, m.start(), m.end())
    return made(m, interval, "weekday", relative=True, weekday=number)


def today(m: Match, context: Context) -> DateMention | None:
    """Today, yesterday, tonight, this morning, last night, the day before yesterday."""
    words = " ".join(m[0].lower().split())
    if words.startswith("last") and word_before(m.string, m.start()) in _FINAL:
        return None
    steps = {"yesterday": -1, "tomorrow": 1, "last": -1, "overnight": 0}
    step = steps.get(words.split()[0], 0)
    if "before yesterday" in words:
        step = -2
    elif "after tomorrow" in words:
        step = 2
    moved = intervals.shift(context.published, "day", step) if context.published else None
    return made(m, (moved, moved), "day", relative=True)


def calendar(m: Match, context: Context) -> DateMention | None:
    """Last month, this year, earlier this week, the end of next year."""
    which, unit = " ".join(m["which"].lower().split()), m["unit"].lower()
    if which == "last" and word_before(m.string, m.start()) in _FINAL:
        return None  # "her last year at school"
    granularity: Granularity = "period" if unit == "weekend" else unit  # type: ignore[assignment]
    published = context.published
    if published is None or which.startswith("the "):
        return made(m, NOWHERE, granularity, relative=True)
    interval = intervals.calendar_unit(published, unit, STEPS.get(which, 0))
    groups = m.groupdict()
    if groups.get("when"):
        early = groups["when"].lower() == "earlier"
        interval = (interval[0], published) if early else (published, interval[1])
    return made(
        m, intervals.part_of(interval, (groups.get("part") or "").lower()), granularity, relative=True
    )


def ago(m: Match, context: Context) -> DateMention | None:
    """Three years ago, a week from now, in two days' time; "earlier" and "later" need a day we do not
    have."""
    unit, way = (
        m["unit"].lower().replace("centurie", "century"),
        (m.groupdict().get("way") or "hence").lower(),
    )
    if _FRACTION.search(context.text, max(0, m.start() - 2), m.start()):
        return None  # "1.5 years ago"
    count = _number_of(m["count"])
    granularity: Granularity = "day" if unit == "night" else "week" if unit == "fortnight" else unit  # type: ignore[assignment]
    if way in ("earlier", "later", "before", "on") or count is None or context.published is None:
        if way in ("before", "on"):
            return None
        return made(m, NOWHERE, granularity, relative=True)
    moved = intervals.shift(context.published, unit, -count if way == "ago" else count)
    return made(m, intervals.around(moved, unit) if moved else NOWHERE, granularity, relative=True)


def span(m: Match, context: Context) -> DateMention | None:
    """The past five years, over the last decade, the next three months."""
    which, unit = m["which"].lower(), m["unit"].lower().replace("centurie", "century")
    singular = m["count"] is None and not m[0].lower().endswith("s")
    if (singular and which not in ("past", "last", "coming")) or (m["count"] is None and not singular):
        return None
    if singular and which == "last" and _final(m, unit):
        return None
    count = 1 if m["count"] is None else _number_of(m["count"])
    if count is None or context.published is None or which in ("previous", "following"):
        return made(m, NOWHERE, "period", relative=True)
    ahead = which in ("next", "coming")
    moved = intervals.shift(context.published, unit, count if ahead else -count)
    interval: tuple[date | None, date | None] = (
        (context.published, moved) if ahead else (moved, context.published)
    )
    return made(m, interval if moved else NOWHERE, "period", relative=True)


def _final(m: Match, unit: str) -> bool:
    """ "The last week of term", "the last night boat": the final one, not the one just past."""
    if m.string[m.end() : m.end() + 4].lower() == " of " or word_before(m.string, m.start()) in _FINAL:
        return True
    return unit in ("night", "day") and word_before(m.string, m.start()) not in _WITHIN


_FINAL = ("the", "his", "her", "its", "their", "my", "our", "your")
_WITHIN = ("in", "over", "within", "during", "for", "throughout")


def every(m: Match, _: Context) -> DateMention | None:
    """Every year, each month."""
    unit = m["unit"].lower().replace("centurie", "century")
    granularity: Granularity = "day" if unit == "night" else "week" if unit == "fortnight" else unit  # type: ignore[assignment]
    return made(m, NOWHERE, granularity, recurring=True)
