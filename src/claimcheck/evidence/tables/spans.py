"""Between which two dates a claim says that something rose or fell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claimcheck.evidence.tables.claims import TableClaim
from claimcheck.evidence.tables.labels import date_mark
from claimcheck.extraction.dates import DateMention, find_dates

_HALVES = re.compile(r"\s+(?:and|to|until|through)\s+|\s*[–—-]\s*")
_OLDER = re.compile(
    r"\b(?:from|since|than|over|against|before|compared (?:with|to)|on)\s+"
    r"(?:in\s+|that (?:of|in)\s+|the\s+)?$",
    re.IGNORECASE,
)
_NEAR = 40
_BASE = re.compile(
    r"\b(?P<a>year|month|quarter)[- ]on[- ](?P=a)\b|\b(?P<b>year|month|quarter) (?:earlier|before|ago)\b|"
    r"\b(?:previous|preceding|prior) (?P<c>year|month|quarter)\b|\bon the (?P<d>year|month|quarter)\b|"
    r"\b(?P<e>annual|yearly|monthly|quarterly)\b|\b(?P<f>yoy|y/y|mom|m/m|qoq|q/q)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(r"\s+(?:reports?|meetings?|accounts|reviews?|general|conferences?)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"\s+[A-Z]")
_MONTHS = {"y": 12, "a": 12, "q": 3, "m": 1}


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when something changed.

    Attributes:
        old: None where nothing tells it.
        stated: whether the claim says it; else a year is thought to be compared with the one before.
    """

    old: DateMention | None
    new: DateMention
    stated: bool

    @property
    def marks(self) -> frozenset[str]:
        """Both dates as tables write them."""
        return frozenset(date_mark(mention) for mention in (self.old, self.new) if mention)

    @property
    def months(self) -> int:
        """How many months lie between the two; 0 where one is not known."""
        first, last = self.old.earliest if self.old else None, self.new.earliest
        return (last.year - first.year) * 12 + last.month - first.month if first and last else 0


def base_months(text: str) -> int:
    """How many months back a text compares ("on the year", "month on month"); 0 if it does not."""
    bases = [match for match in _BASE.finditer(text) if not (match["e"] and _in_a_name(text, match))]
    found = {_MONTHS[next(filter(None, match.groups()))[0].lower()] for match in bases}
    return found.pop() if len(found) == 1 else 0


def _in_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether "annual" names a paper or a meeting ("the Annual Report"); a label may begin "Annual Rate"."""
    if _PAPER.match(text, match.end()):
        return True
    return match.start() > 0 and match[0][0].isupper() and _CAPITAL.match(text, match.end()) is not None


def span_of(claim: TableClaim) -> Span | None:
    """From when to when; None where the claim does not tell it plainly."""
    dates = [mention for mention in claim.reading.dates if mention.resolved]
    if len(dates) == 1 and dates[0].granularity == "period":
        return _halves(claim.text[dates[0].start : dates[0].end])
    if len(dates) == 2:
        return _of_two(claim.text, dates[0], dates[1])
    if len(dates) != 1 or _older(claim.text, dates[0]):
        return None
    months = base_months(claim.text)
    span = months or (12 if dates[0].granularity in ("year", "fiscal year") else 0)
    return Span(_earlier(dates[0], span) if span else None, dates[0], bool(months))


def _older(text: str, mention: DateMention) -> bool:
    return _OLDER.search(text[max(0, mention.start - _NEAR) : mention.start]) is not None


def _of_two(text: str, first: DateMention, second: DateMention) -> Span | None:
    old, new = (first, second) if _older(text, first) else (second, first)
    if _older(text, new) or not _older(text, old) or old.granularity != new.granularity:
        return None
    alone = find_dates(text[old.start : old.end])  # "since 2022" reaches to the day of the article
    in_order = len(alone) == 1 and alone[0].earliest and new.earliest and alone[0].earliest < new.earliest
    return Span(alone[0], new, True) if in_order else None


def _halves(text: str) -> Span | None:
    """The two dates of "2022 to 2023" or "January and February 2024"."""
    parts = _HALVES.split(text)
    right = find_dates(parts[-1])
    if len(parts) != 2 or len(right) != 1 or right[0].earliest is None:
        return None
    for written in (parts[0], f"{parts[0]} {right[0].earliest.year}"):
        left = find_dates(written)
        if len(left) == 1 and left[0].resolved and left[0].granularity == right[0].granularity:
            return Span(left[0], right[0], True)
    return None


def _earlier(mention: DateMention, months: int) -> DateMention | None:
    """The stretch of whole months that lies so many months before another."""
    first, last = mention.earliest, mention.latest
    after = last + timedelta(days=1) if last else None
    if first is None or after is None or first.day != 1 or after.day != 1:
        return None
    ends = _shifted(after, months) - timedelta(days=1)
    return replace(mention, earliest=_shifted(first, months), latest=ends)


def _shifted(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return day.replace(year=number // 12, month=number % 12 + 1)
