"""What goes out of date: the latest of something that is not, and spans that count up to publication."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extraction.dates import DateMention, find_dates
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.terms import Article, Reading, quote

_LATEST = re.compile(
    r"\b(?:most recent(?:ly)?|latest|newest|to date|so far|in a row|up-to-date)\b", re.IGNORECASE
)
_LATEST_SIGNS = ("most recent", "latest", "newest", "to date", "so far", "in a row", "up-to-date")
_SPAN = re.compile(
    r"\b(?:has|have|'ve|’s)\b[^.;]{0,120}?\b(?P<span>for (?:(?:more|less) than |over |nearly |almost |"
    r"about |some |at least |the past |"
    r"the last )*(?:\d[\d,.]*|[a-z]+)(?: and a half)? (?:years|decades|months|centuries))\b",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"(?<!\bhas )(?<!\bhave )(?<!\bhad )\b(?P<view>(?:often|widely|sometimes|commonly|"
    r"frequently|generally|increasingly) "
    r"(?:described|seen|regarded|considered|viewed|characteri[sz]ed|portrayed|thought|believed|"
    r"perceived))\b(?!\s+by\b)"
    r"(?![^.,;]{0,40}\bby (?:the |some |many |several )?[A-Za-z]+s?\b (?:as|to)\b)",
    re.IGNORECASE,
)
_HOW_OFTEN = ("often", "widely", "sometimes", "commonly", "frequently", "generally", "increasingly")
_VIEW_SIGNS = (
    *("described", "seen", "regarded", "considered", "viewed", "characteri", "portrayed", "thought"),
    *("believed", "perceived"),
)


def _absolute(reading: Reading) -> list[DateMention]:
    return [
        date
        for date in find_dates(reading.claim.text)
        if date.latest is not None and not date.relative and not date.recurring
    ]


def find_stale_dates(article: Article) -> Iterator[Relation]:
    """Sentences that call something the latest and date it to a year before the latest year of the
    article."""
    if not article.mentions(*_LATEST_SIGNS):
        return
    if not any(_LATEST.search(reading.claim.text) for reading in article.readings):
        return
    dated = [(reading, _absolute(reading)) for reading in article.readings]
    newest: tuple[Reading, DateMention] | None = None
    for reading, dates in dated:
        if reading.claim.kind == "prediction":
            continue
        for date in dates:
            if date.latest and (
                newest is None or not newest[1].latest or date.latest.year > newest[1].latest.year
            ):
                newest = (reading, date)
    if newest is None or newest[1].latest is None:
        return
    for reading, dates in dated:
        cue = _LATEST.search(reading.claim.text)
        if not cue or not dates or reading.in_quotation(cue.start()) or reading is newest[0]:
            continue
        last = max(dates, key=lambda date: date.latest.toordinal() if date.latest else 0)
        if last.latest and last.latest.year < newest[1].latest.year:
            yield _stale(reading, cue.span(), last, *newest)


def _stale(
    reading: Reading, cue: tuple[int, int], last: DateMention, other: Reading, newest: DateMention
) -> Relation:
    message = (
        f"{quote(reading, cue)} with {quote(reading, (last.start, last.end))} stands beside "
        f"{quote(other, (newest.start, newest.end))}: it may be out of date."
    )
    ours, theirs = (last.start, last.end), (newest.start, newest.end)
    first, second = (reading, other) if reading.index < other.index else (other, reading)
    spans = (ours, theirs) if first is reading else (theirs, ours)
    return Relation("CC402", "stale", first.claim.id, second.claim.id, *spans, message)


def find_open_spans(article: Article) -> Iterator[Relation]:
    """Spans that run up to publication ("for more than 75 years"): true on one day only."""
    if not article.mentions("years", "decades", "months", "centuries"):
        return
    for reading in article.readings:
        match = _SPAN.search(reading.claim.text)
        if match and not reading.in_quotation(match.start("span")):
            span = match.span("span")
            message = f"{quote(reading, span)} counts up to the day of publication: say since when."
            yield Relation("CC403", "relative", reading.claim.id, reading.claim.id, span, span, message)


def find_views_of_nobody(article: Article) -> Iterator[Relation]:
    """Views in the passive that nobody is named for ("often described as …")."""
    if not (article.mentions(*_VIEW_SIGNS) and article.mentions(*_HOW_OFTEN)):
        return
    for reading in article.readings:
        match = _VIEW.search(reading.claim.text)
        if match and not reading.in_quotation(match.start("view")):
            span = match.span("view")
            message = f"{quote(reading, span)}: by whom? No source is named."
            yield Relation("CC606", "no-source", reading.claim.id, reading.claim.id, span, span, message)
