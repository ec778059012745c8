"""What surrounds a date and decides which year or week it falls in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claimcheck.extraction.dates import intervals
from claimcheck.extraction.dates.intervals import NOWHERE, Interval
from claimcheck.extraction.dates.tense import outlook


@dataclass(frozen=True, slots=True)
class Context:
    """The text round a mention and the day of publication."""

    text: str
    published: date | None

    def year_of(self, month: int, start: int, end: int, length: int = 1) -> int | None:
        """The year of a stretch of ``length`` months from a month on that is given without a year: of the
        latest one begun, or of the next one where the verb looks ahead."""
        if self.published is None:
            return None
        year, here = self.published.year, self.published.month
        found = outlook(self.text, start, end)
        before, after = (here - month) % 12, (month - here) % 12
        if found == "ahead" or (found in ("nearest", "resolved") and after < before):
            return year + (month + length - 1 < here)
        return year - (month > here)

    def month(self, number: int, start: int, end: int) -> Interval:
        """A month without a year."""
        year = self.year_of(number, start, end)
        return NOWHERE if year is None else intervals.month(year, number)

    def day(self, month: int, number: int, start: int, end: int) -> Interval:
        """A day without a year, likewise; up to a week ahead needs no cue."""
        if self.published is None:
            return NOWHERE
        here = intervals.day(self.published.year, month, number)[0]
        if here is None:
            return NOWHERE
        ahead, found = (here - self.published).days, outlook(self.text, start, end)
        if found == "ahead" or (found in ("nearest", "resolved") and ahead % 365 < 183):
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
        elif which in ("next", "coming", "this coming") or self._next(which, back, start, end):
            back -= 7
        moved = intervals.shift(self.published, "day", -back)
        return moved, moved

    def _next(self, which: str, back: int, start: int, end: int) -> bool:
        """Whether a day of the week is the one to come, not the one so many days ago."""
        found = "past" if which or not back else outlook(self.text, start, end)
        return found in ("ahead", "resolved") or (found == "nearest" and back > 3)
