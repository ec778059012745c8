"""What a date in the text denotes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Granularity = Literal[
    "day",
    "weekday",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "fiscal year",
    "decade",
    "century",
    "period",
]


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that denote a time, and the interval of days they denote.

    Attributes:
        start: code point where the words begin; prepositions ("since", "between") lie outside.
        end: code point after the last word.
        earliest: first day of the interval; None if open to the past or not resolvable.
        latest: last day of the interval, inclusive; None if open to the future or not resolvable.
        granularity: the size of what was written, not of the interval ("mid-2024" is a year).
        relative: whether the words mean something only beside a publication date.
        recurring: whether they name something that comes again ("every Tuesday").
        month, day, weekday: what the words themselves say (1-12, 1-31, Monday 0), so that dates without a
            year can still be told apart when no publication date is known.
    """

    start: int
    end: int
    earliest: date | None
    latest: date | None
    granularity: Granularity
    relative: bool = False
    recurring: bool = False
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def resolved(self) -> bool:
        """Whether at least one end of the interval is known."""
        return self.earliest is not None or self.latest is not None
