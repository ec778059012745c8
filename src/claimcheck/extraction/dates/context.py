"""What surrounds a date and decides which year or week it falls in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from claimcheck.extraction.dates import intervals
from claimcheck.extraction.dates.intervals import NOWHERE, Interval

_REACH = 60  # code points to either side that may tell past from future


@cache
def _future() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:will|shall|due|plans?|planned|planning|scheduled|expected|set to|going to|"
        r"(?:by|until|till)(?=\s*$)|upcoming|"  # "by Tuesday", not "by 12 percent on Tuesday"
        r"deadline|coming|hopes? to|begins?|starts?|opens?)\b",
        re.IGNORECASE,
    )


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:said|told|announced|reported|voted|approved|signed|published|released|wrote|\w{3,}ed|was|were|had)"
        r"\b[^.;]{0,24}$",
        re.IGNORECASE,
    )


@cache
def _moved() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:postponed|rescheduled|moved|delayed|adjourned|extended|suspended|deferred|brought "
        r"forward|put back)\b"
        r"[^.;]{0,40}\b(?:to|until|till)\s+$",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Context:
    """The text round a mention and the day of publication."""

    text: str
    published: date | None

    def looks_ahead(self, start: int, end: int) -> bool:
        """Whether the words before (or, failing a past verb, after) speak of what is to come."""
        before = self.text[max(0, start - _REACH) : start].rpartition(". ")[2]
        cues = list(_future().finditer(before))
        if _moved().search(before):
            return True
        if _reporting().search(before):
            return bool(cues) and before[cues[-1].end() :].strip() == ""
        after = self.text[end : end + _REACH].partition(". ")[0]
        return bool(cues) or re.match(r"[^,;]{0,40}\bwill\b", after) is not None

    def month(self, number: int, start: int, end: int) -> Interval:
        """A month without a year: the latest one begun, or the next one where the text looks ahead."""
        if self.published is None:
            return NOWHERE
        year = self.published.year
        if self.looks_ahead(start, end):
            return intervals.month(year + (number < self.published.month), number)
        return intervals.month(year - (number > self.published.month), number)

    def day(self, month: int, number: int, start: int, end: int) -> Interval:
        """A day without a year, likewise; up to a week ahead needs no cue."""
        if self.published is None:
            return NOWHERE
        here = intervals.day(self.published.year, month, number)[0]
        if here is None:
            return NOWHERE
        ahead = (here - self.published).days
        if self.looks_ahead(start, end):
            year = self.published.year + (ahead < 0)
        else:
            year = self.published.year - (ahead > 7)
        return intervals.day(year, month, number)

    def weekday(self, number: int, which: str, start: int, end: int) -> Interval:
        """A day of the week: the latest one (the publication day counts), or the next one."""
        if self.published is None:
            return NOWHERE
        back = (self.published.weekday() - number) % 7
        if which in ("last", "past"):
            back = back or 7
        elif which in ("next", "coming", "this coming") or (not which and self.looks_ahead(start, end)):
            back = back - 7 if back else (-7 if which else 0)
        moved = intervals.shift(self.published, "day", -back)
        return moved, moved
