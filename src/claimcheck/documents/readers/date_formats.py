"""Dates, times and durations of a workbook as their number formats show them, in ISO's order.

A format that shows only month and year makes a month of the day behind it, "[h]:mm" a duration of hours.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_LITERAL = re.compile(r"\"[^\"]*\"|\\\\.|_.|\*.|\[\$[^\]]*\]|\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[(h|m|s)+\]", re.IGNORECASE)
_MINUTES = re.compile(r"(?<=h)([^a-z0-9]*)m{1,2}|m{1,2}(?=[^a-z0-9]*s)", re.IGNORECASE)
_ZERO_DAY = date(1900, 1, 1)
"""The day that times of day without a date lie on, or before."""


def shown_time(value: date | time | timedelta, number_format: str) -> str:
    """A date as 2024-03-01, or 2024-03 or 2024 where the format shows no more; a time of day as 14:30, a
    duration as hours and minutes, 26:30."""
    shape = _LITERAL.sub("", number_format.split(";")[0]).lower()
    if isinstance(value, timedelta):
        return _duration(value, shape)
    if isinstance(value, time):
        return value.isoformat(timespec="auto" if value.second else "minutes")
    if not isinstance(value, datetime):
        return _day(value, shape)
    clocked = "h" in shape or "s" in shape
    plain = _MINUTES.sub(r"\1", shape)
    if clocked and value.date() <= _ZERO_DAY and not any(sign in plain for sign in "ymd"):
        return value.time().isoformat(timespec="auto" if value.second else "minutes")
    if value.time() == time() or not clocked:
        return _day(value.date(), shape)
    return value.isoformat(sep=" ", timespec="minutes")


def _day(day: date, shape: str) -> str:
    if "y" not in shape or "d" in shape:
        return day.isoformat()
    return f"{day:%Y-%m}" if "m" in _MINUTES.sub(r"\1", shape) else f"{day:%Y}"


def _duration(value: timedelta, shape: str) -> str:
    seconds = round(abs(value).total_seconds())
    sign = "-" if value < timedelta() else ""
    elapsed = _ELAPSED.search(shape)
    if elapsed and elapsed[1] == "s":
        return f"{sign}{seconds}"
    tail = f":{seconds % 60:02}" if "s" in shape or seconds % 60 else ""
    if elapsed and elapsed[1] == "m":
        return f"{sign}{seconds // 60}{tail}"
    hours, minutes = divmod(seconds // 60, 60)
    return f"{sign}{hours}:{minutes:02}{tail}"
