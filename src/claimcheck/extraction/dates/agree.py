"""Whether two dates can be the same time."""

from __future__ import annotations

from datetime import date
from typing import Literal

from claimcheck.extraction.dates.model import DateMention

Agreement = Literal["equal", "compatible", "different", "incomparable"]


def dates_agree(a: DateMention, b: DateMention) -> Agreement:
    """Compare what two mentions denote.

    - equal: the same interval of days;
    - compatible: the intervals overlap ("in March 2026" and "4 March 2026");
    - different: they do not;
    - incomparable: one of them recurs, or is not resolved and the words themselves (month, day, weekday)
      do not settle it.
    """
    if a.recurring or b.recurring:
        return "equal" if _written(a) == _written(b) and a.recurring == b.recurring else "incomparable"
    if not (a.resolved and b.resolved):
        return _by_words(a, b)
    if (a.earliest, a.latest) == (b.earliest, b.latest):
        return "equal"
    first, last = _ends(a), _ends(b)
    return "compatible" if first[0] <= last[1] and last[0] <= first[1] else "different"


def _ends(mention: DateMention) -> tuple[date, date]:
    return mention.earliest or date.min, mention.latest or date.max


def _written(mention: DateMention) -> tuple[str, int | None, int | None, int | None]:
    return mention.granularity, mention.month, mention.day, mention.weekday


def _by_words(a: DateMention, b: DateMention) -> Agreement:
    """What month, day and weekday say where a year is missing; ends of stretches are not compared so."""
    if "period" in (a.granularity, b.granularity):
        return "incomparable"
    pairs = [(a.month, b.month), (a.day, b.day), (_weekday(a), _weekday(b))]
    shared = [(x, y) for x, y in pairs if x is not None and y is not None]
    if not shared:
        return "incomparable"
    return "compatible" if all(x == y for x, y in shared) else "different"


def _weekday(mention: DateMention) -> int | None:
    if mention.weekday is None and mention.earliest is not None and mention.earliest == mention.latest:
        return mention.earliest.weekday()
    return mention.weekday
