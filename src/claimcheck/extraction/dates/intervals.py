"""Calendar arithmetic: the first and last day of what a phrase names."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from claimcheck.extraction.dates.words import PARTS

Interval = tuple[date | None, date | None]
NOWHERE: Interval = (None, None)


def day(year: int, month: int, number: int) -> Interval:
    """One day, or nowhere if the calendar has no such day."""
    try:
        found = date(year, month, number)
    except ValueError:
        return NOWHERE
    return found, found


def month(year: int, number: int) -> Interval:
    """One calendar month."""
    if not 1 <= year <= 9998:
        return NOWHERE
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def months(year: int, first: int, count: int) -> Interval:
    """``count`` months from month ``first`` (1-12) of ``year``."""
    last = first - 1 + count - 1
    return month(year, first)[0], month(year + last // 12, last % 12 + 1)[1]


def years(first: int, last: int) -> Interval:
    """Whole years, both included."""
    if not (1 <= first <= 9998 and 1 <= last <= 9998):
        return NOWHERE
    return date(first, 1, 1), date(last, 12, 31)


def season(year: int, first_month: int) -> Interval:
    """A season of a year; a winter may be meant from either side of New Year, so it holds both."""
    if first_month == 12:
        return months(year, 1, 14)
    return months(year, first_month, 3)


def fiscal(year: int) -> Interval:
    """A fiscal year named by one number: wide enough for those that begin the April before and after."""
    return months(year - 1, 4, 24)


def part_of(interval: Interval, word: str) -> Interval:
    """The stretch of an interval that "early", "mid", "late", "end of" … leave of it."""
    first, last = interval
    share = PARTS.get(word)
    if first is None or last is None or share is None:
        return interval
    length = (last - first).days
    return first + timedelta(days=int(length * share[0])), first + timedelta(
        days=int(length * share[1] + 0.5)
    )


def add_months(start: date, count: int) -> date | None:
    """The same day ``count`` months on (negative: back), the last of the month at most."""
    index = start.year * 12 + start.month - 1 + count
    year, number = divmod(index, 12)
    if not 1 <= year <= 9998:
        return None
    return date(year, number + 1, min(start.day, monthrange(year, number + 1)[1]))


def shift(start: date, unit: str, count: int) -> date | None:
    """A day ``count`` units on; None beyond the calendar."""
    per_month = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    if unit in per_month:
        return add_months(start, count * per_month[unit]) if abs(count) < 10_000 else None
    per_day = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
    try:
        return start + timedelta(days=count * per_day[unit])
    except (OverflowError, KeyError):
        return None


def around(found: date, unit: str) -> Interval:
    """The interval that "N units ago" means: as wide as its unit is coarse."""
    if unit in ("year", "decade"):
        return years(found.year, found.year) if unit == "year" else years(found.year - 2, found.year + 2)
    if unit in ("month", "quarter"):
        return month(found.year, found.month)
    if unit in ("week", "fortnight"):
        return found - timedelta(days=3), found + timedelta(days=3)
    return found, found


def calendar_unit(published: date, unit: str, step: int) -> Interval:
    """This (0), last (-1) or next (1) week, month, year … seen from a day."""
    if unit == "week":
        monday = published - timedelta(days=published.weekday() - 7 * step)
        return monday, monday + timedelta(days=6)
    if unit == "weekend":
        saturday = published + timedelta(days=5 - published.weekday() + 7 * step)
        if step < 0 and published.weekday() == 6:
            saturday = published - timedelta(days=8)
        return saturday, saturday + timedelta(days=1)
    if unit == "month":
        moved = add_months(published.replace(day=1), step)
        return month(moved.year, moved.month) if moved else NOWHERE
    if unit == "quarter":
        moved = add_months(published.replace(month=(published.month - 1) // 3 * 3 + 1, day=1), 3 * step)
        return months(moved.year, moved.month, 3) if moved else NOWHERE
    if unit == "year":
        return years(published.year + step, published.year + step)
    if unit == "decade":
        return years((published.year // 10 + step) * 10, (published.year // 10 + step) * 10 + 9)
    if unit == "century":
        return years((published.year // 100 + step) * 100, (published.year // 100 + step) * 100 + 99)
    moved = shift(published, "day", step)
    return moved, moved
