"""From the words of a date to the interval they denote: one reader per pattern."""

from __future__ import annotations

import re

from claimcheck.extraction.dates import intervals
from claimcheck.extraction.dates.context import Context
from claimcheck.extraction.dates.intervals import NOWHERE
from claimcheck.extraction.dates.model import DateMention, Granularity
from claimcheck.extraction.dates.reading import STEPS, Match, Reader, capital, made, word_after, word_before
from claimcheck.extraction.dates.relative import ago, calendar, every, span, today, weekday
from claimcheck.extraction.dates.words import (
    COUNTED_AFTER_YEAR,
    DECADE_WORDS,
    HOLIDAYS,
    MONTHS,
    MONTHS_SHORT,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    YEARLY_EVENTS,
)

_MODAL_MONTHS = frozenset(
    {"march", "may", "mar", "sun", "sat", "mon", "wed", "fri", "dec", "jan", "jun", "april", "june", "august"}
)
_BEFORE_MONTH = frozenset(
    "in since by until till from during of last next this late early and to through before after "
    "between".split()
)
_REACHED = re.compile(r"\b(?:back|dat(?:es|ed|ing))(?:\s+as\s+far)?(?:\s+back)?\s+to\s\Z", re.IGNORECASE)
_SERIAL = re.compile(r"-\d{3}")
_VERBS = frozenset({"is", "was", "has"})
_CENTURY_WORDS = {
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}


def iso(m: Match, _: Context) -> DateMention | None:
    """2026-03-04."""
    interval = intervals.day(int(m["year"]), int(m["m"]), int(m["d"]))
    if interval == NOWHERE:
        return None
    return made(m, interval, "day", month=int(m["m"]), day=int(m["d"]))


def numeric(m: Match, _: Context) -> DateMention | None:
    """4/3/2026 and 4.3.2026; where day and month could be either, the interval stays unknown."""
    first, second = int(m["a"]), int(m["b"])
    if m["sep"] == "." and len(m["y"]) != 4:
        return None
    year = int(m["y"]) + ((2000 if int(m["y"]) < 70 else 1900) if len(m["y"]) == 2 else 0)
    if first > 12 or m["sep"] == "." or first == second:
        day, month = first, second
    elif second > 12:
        day, month = second, first
    else:
        return made(m, NOWHERE, "day")
    if not 1 <= month <= 12:
        return None
    interval = intervals.day(year, month, day)
    return None if interval == NOWHERE else made(m, interval, "day", month=month, day=day)


def attacks(m: Match, _: Context) -> DateMention | None:
    """9/11, the attacks of 11 September 2001."""
    return made(m, intervals.day(2001, 9, 11), "day", month=9, day=11)


def day_of_month(m: Match, context: Context) -> DateMention | None:
    """4 March 2026, March 4, Tuesday 4 March, 4-6 March."""
    if not capital(m, "month"):
        return None
    month, day = MONTHS[m["month"].lower()], int(m["day"])
    last = int(m["day2"]) if m["day2"] else day
    weekday = WEEKDAYS[m["weekday"].lower()] if m["weekday"] else None
    if not 1 <= day <= last <= 31:
        return None
    if m["year"]:
        ends = intervals.day(int(m["year"]), month, day)[0], intervals.day(int(m["year"]), month, last)[1]
        if None in ends:  # a day the calendar has not
            ends = NOWHERE
        return made(m, ends, "day", month=month, day=day, weekday=weekday)
    first = context.day(month, day, m.start(), m.end())[0]
    until = intervals.day(first.year, month, last)[1] if first else None
    return made(
        m,
        (first, until),
        "day" if last == day else "period",
        relative=True,
        month=month,
        day=day,
        weekday=weekday,
    )


def holiday(m: Match, context: Context) -> DateMention | None:
    """Christmas Day 2025, on New Year's Eve, every Halloween."""
    name = " ".join(m["holiday"].lower().replace("'", "").replace("’", "").split())
    month, day = HOLIDAYS[name.removeprefix("st ").removeprefix("st. ")]
    if not capital(m, "holiday"):
        return None
    if m["year"]:
        return made(m, intervals.day(int(m["year"]), month, day), "day", month=month, day=day)
    if word_before(context.text, m.start()) in ("every", "each"):
        return made(m, NOWHERE, "day", recurring=True, month=month, day=day)
    interval = context.day(month, day, m.start(), m.end())
    return made(m, interval, "day", relative=True, month=month, day=day)


def month_year(m: Match, _: Context) -> DateMention | None:
    """March 2026, mid-March 2026."""
    if not capital(m, "month"):
        return None
    month = MONTHS[m["month"].lower()]
    interval = intervals.part_of(intervals.month(int(m["year"]), month), (m["part"] or "").lower())
    return made(m, interval, "month", month=month)


def which_month(m: Match, context: Context) -> DateMention | None:
    """Last March, this October, early March."""
    if not capital(m, "month"):
        return None
    month, which = MONTHS[m["month"].lower()], " ".join((m["which"] or "").lower().split())
    if which in ("every", "each"):
        return made(m, NOWHERE, "month", recurring=True, month=month)
    if context.published is None:
        return made(m, NOWHERE, "month", relative=True, month=month)
    here, year = context.published.month, context.published.year
    if which == "last":
        interval = intervals.month(year - (month >= here), month)
    elif which in ("next", "this coming"):
        interval = intervals.month(year + (month <= here), month)
    elif which == "this":
        interval = intervals.month(year, month)
    else:
        interval = intervals.part_of(context.month(month, m.start(), m.end()), m["part"].lower())
    return made(m, interval, "month", relative=True, month=month)


def bare_month(m: Match, context: Context) -> DateMention | None:
    """March, as in "in March": a month that could be a name or a verb needs a preposition before it."""
    name = m["month"].lower()
    before, after = word_before(context.text, m.start()), word_after(context.text, m.end())
    if not capital(m, "month") or (name in MONTHS_SHORT and before not in _BEFORE_MONTH):
        return None
    if (name in _MODAL_MONTHS and before not in _BEFORE_MONTH) or (
        after[:1].isupper() and before not in _BEFORE_MONTH
    ):
        return None
    number = MONTHS[name]
    return made(m, context.month(number, m.start(), m.end()), "month", relative=True, month=number)


def season(m: Match, context: Context) -> DateMention | None:
    """Spring 2024, last summer, this autumn."""
    which, first = " ".join((m["which"] or "").lower().split()), SEASONS[m["season"].lower()]
    before = word_before(context.text, m.start("season"))
    if m["year"]:
        return made(m, intervals.season(int(m["year"]), first), "season")
    if which in ("every", "each"):
        return made(m, NOWHERE, "season", recurring=True)
    if not which and (
        m["season"].lower() == "fall" or before not in ("the", "in", "early", "late", "mid", "since", "by")
    ):
        return None
    if (
        m["season"].lower() == "fall"
        and which in ("this", "past")
        and word_after(context.text, m.end()) == "in"
    ):
        return None
    if context.published is None:
        return made(m, NOWHERE, "season", relative=True)
    year, here = context.published.year, context.published.month
    if which in ("last", "past"):
        year -= first + 2 >= here
    elif which in ("next", "coming", "this coming"):
        year += first <= here
    elif not which:
        year = context.year_of(first, m.start(), m.end(), 3) or year
    return made(m, intervals.months(year, first, 3), "season", relative=True)


def short_quarter(m: Match, context: Context) -> DateMention | None:
    """Q3 2025, H1, 2025 Q3."""
    kind, number = m["q"][0], int(m["q"][1])
    if not kind.isupper() or (kind == "H" and number > 2):
        return None
    short = m.groupdict().get("yy")
    year = int(m["year"]) if m["year"] else 2000 + int(short) if short else None
    granularity: Granularity = "quarter" if kind == "Q" else "half"
    size = 3 if kind == "Q" else 6
    if year is not None:
        return made(m, intervals.months(year, (number - 1) * size + 1, size), granularity)
    if kind == "H" and word_before(context.text, m.start()) not in _BEFORE_MONTH | {"the", "for"}:
        return None  # hydrogen, a road, a visa
    first = (number - 1) * size + 1
    year = context.year_of(first, m.start(), m.end(), size)
    interval = NOWHERE if year is None else intervals.months(year, first, size)
    return made(m, interval, granularity, relative=True)


def quarter(m: Match, context: Context) -> DateMention | None:
    """The third quarter of 2025, the first half of this year."""
    size: int = 3 if m["what"].lower() == "quarter" else 6
    granularity: Granularity = "quarter" if size == 3 else "half"
    number = min(ORDINALS[m["nth"].lower()], 12 // size)
    if m["year"]:
        return made(m, intervals.months(int(m["year"]), (number - 1) * size + 1, size), granularity)
    if context.published is None:
        return made(m, NOWHERE, granularity, relative=True)
    year = context.published.year + STEPS.get(m["which"].lower().split()[0], 0)
    return made(m, intervals.months(year, (number - 1) * size + 1, size), granularity, relative=True)


def _full_year(digits: str, like: int | None = None) -> int:
    if len(digits) == 4:
        return int(digits)
    if like is not None:
        return like - like % 100 + int(digits) + (100 if int(digits) < like % 100 else 0)
    return int(digits) + (2000 if int(digits) < 70 else 1900)


def fiscal(m: Match, _: Context) -> DateMention | None:
    """Fiscal year 2026, FY26, financial year 2025-26."""
    first = _full_year(m["y1"])
    if not 1900 <= first <= 2199:
        return None
    if m["y2"]:
        last = _full_year(m["y2"], first)
        return made(m, intervals.years(first, last), "fiscal year") if first < last <= first + 2 else None
    return made(m, intervals.fiscal(first), "fiscal year")


def split_year(m: Match, context: Context) -> DateMention | None:
    """2025-26, 2013-2021."""
    first = int(m["y1"])
    last = _full_year(m["y2"], first)
    if not first < last <= first + 150 or (len(m["y2"]) == 2 and int(m["y2"]) <= 12 and last != first + 1):
        return None
    if word_after(context.text, m.end()) in COUNTED_AFTER_YEAR:
        return None
    return made(m, intervals.years(first, last), "fiscal year" if last == first + 1 else "period")


def decade(m: Match, context: Context) -> DateMention | None:
    """The 1990s, the '90s, the late nineties."""
    word = m["decade"].lower()
    number = DECADE_WORDS[word] if word in DECADE_WORDS else int(word)
    if m.groupdict().get("n"):
        number += 100 * (int(m["n"]) - 1)
    elif number < 100:
        before = word_before(context.text, m.start("decade"))
        quoted = context.text[max(0, m.start("decade") - 1) : m.start("decade")] in ("'", "’", "‘")
        if not (quoted or m["part"] or before == "the"):
            return None
        if word_before(context.text, m.start()) in ("his", "her", "their", "its", "my"):
            return None  # ages and temperatures: "in his forties"
        number += 1900 if number > 20 else 2000
    interval = intervals.part_of(intervals.years(number, number + 9), (m["part"] or "").lower())
    return made(m, interval, "decade")


def century(m: Match, _: Context) -> DateMention | None:
    """The 19th century, the late nineteenth century."""
    number = _CENTURY_WORDS.get(m["n"].lower()) or int(m["n"])
    if not 1 <= number <= 22:
        return None
    interval = intervals.years(number * 100 - 99, number * 100)
    return made(m, intervals.part_of(interval, (m["part"] or "").lower()), "century")


def year(m: Match, context: Context) -> DateMention | None:
    """2024, mid-2024: a year, unless it counts, costs or measures something."""
    number, part = int(m["year"]), (m.groupdict().get("part") or "").lower()
    text, before = context.text, word_before(context.text, m.start())
    glued = text[m.start() - 1 : m.start()]
    if _SERIAL.match(text, m.end()):
        return None  # an ISSN
    if not part and (
        (glued in tuple("$£€¥₹.,/#+-_:−") and glued) or text[m.end() : m.end() + 1] in tuple("%/:°$€£_")
    ):
        return None
    after = word_after(text, m.end())
    if after.lower() in COUNTED_AFTER_YEAR and before not in ("in", "since", "the", "by", "until"):
        return None
    if not part and not _year_likely(number, before, after, text, m.end()):
        return None
    return made(m, intervals.part_of(intervals.years(number, number), part), "year")


def _year_likely(number: int, before: str, after: str, text: str, end: int) -> bool:
    if before in (
        "about",
        "nearly",
        "almost",
        "over",
        "than",
        "some",
        "least",
        "no",
        "number",
        "page",
        "room",
        "flight",
        "boeing",
        "rs",
    ):
        return False
    if text[end : end + 1].isalpha():
        return False
    round_count = number % 100 == 0 and after.endswith("s") and before not in ("the", "in", "since")
    plural = after.islower() and after.endswith("s") and len(after) > 3 and after not in YEARLY_EVENTS
    if round_count or (plural and before in ("", "and", "or", "to", "for", "with", "than")):
        return False
    cued = before in (
        "in",
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "during",
        "from",
        "of",
        "circa",
    )
    reached = before == "to" and _REACHED.search(text, max(0, end - 30), end - 4) is not None
    return 1900 <= number <= 2100 or (
        number >= 1000 and (cued or reached) and (not after.endswith("s") or after in _VERBS)
    )


READERS: dict[str, Reader] = {
    "iso": iso,
    "numeric": numeric,
    "attacks": attacks,
    "day_month": day_of_month,
    "month_day": day_of_month,
    "month_year": month_year,
    "which_month": which_month,
    "bare_month": bare_month,
    "season": season,
    "short_quarter": short_quarter,
    "year_quarter": short_quarter,
    "quarter": quarter,
    "fiscal": fiscal,
    "split_year": split_year,
    "decade": decade,
    "short_decade": decade,
    "word_decade": decade,
    "century": century,
    "word_century": century,
    "part_year": year,
    "part_this": calendar,
    "year": year,
    "holiday": holiday,
    "weekday": weekday,
    "today": today,
    "day_part": today,
    "beside": today,
    "calendar": calendar,
    "ago": ago,
    "in_time": ago,
    "span": span,
    "every": every,
}
"""Every pattern of the grammar and what reads it."""
