"""By how much something rose or fell: cells that say so, or two cells that it is worked out from.

"Up 12 percent" is of two dates. Where the claim names both, or one and "on the year before", the cells of
both decide; where it only says "in 2024", likely a rise since 2023 is meant, and cells that differ decide
nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.evidence.stance.model import Stance
from claimcheck.evidence.tables.claims import TableClaim
from claimcheck.evidence.tables.finding import OPEN, SURE, CellFinding
from claimcheck.evidence.tables.labels import CHANGE_WORDS, Label, date_mark, read_figure
from claimcheck.evidence.tables.model import Table
from claimcheck.evidence.tables.places import Place, answered, limit_of, place_named, places_of, unanswered
from claimcheck.evidence.tables.spans import Span, base_months, span_of
from claimcheck.extraction.dates import DateMention
from claimcheck.extraction.figures import Figure, compare_figures

_SHARES = ("percent", "fraction", "ratio", "multiple")

_COMPARED = re.compile(
    r"\b(?:compared|comparison|higher|lower|more|fewer|less|up|down|on[- ](?:year|month|quarter)|"
    r"percentage|points?)\b",
    re.IGNORECASE,
)
"""Words of a comparison of two dates, which no heading has."""


@dataclass(frozen=True, slots=True)
class _Change:
    """What a table says of a change.

    Attributes:
        place: where; the later of two cells.
        low, high: by how much, as far as the last digit printed tells; a fall is below zero.
        read: a figure of the same kind.
        told: how the reason says it.
        sure: whether another figure in the claim cannot be right.
        doubt: why it decides nothing; empty where it does.
    """

    place: Place
    low: float
    high: float
    read: Figure
    told: str
    sure: bool
    doubt: str = ""


def changes_in(claim: TableClaim, table: Table) -> Iterator[CellFinding]:
    """What a table says of by how much something rose or fell, for a claim that tells one such figure."""
    span = span_of(claim) if len(claim.changes) == 1 else None
    if span is None:
        return
    figure = claim.changes[0]
    claim = claim.without([match.span() for match in _COMPARED.finditer(claim.text)])
    changes = [*_told(claim, figure, span, table), *_worked_out(claim, figure, span, table)]
    found = [finding for change in changes if (finding := _judged(claim, figure, span, change))]
    decided = [finding for finding in found if finding.stance != "neutral"]
    if decided and len({finding.stance for finding in decided}) == 1:
        yield decided[0]
    else:
        found.sort(key=lambda finding: -finding.confidence)
        yield from (replace(finding, stance="neutral", confidence=OPEN / 2) for finding in found[:1])


def _told(claim: TableClaim, figure: Figure, span: Span, table: Table) -> Iterator[_Change]:
    """The cells that print changes themselves: those of the later date, or of a table's only two dates."""
    if not table.changes:
        return
    printed_dates = {
        date_mark(one) for labels in table.columns.values() for label in labels for one in label.dates
    }
    of_all = printed_dates == span.marks and len(printed_dates) == 2
    views = [claim.at((span.new,), CHANGE_WORDS), *([claim.at((), CHANGE_WORDS)] if of_all else [])]
    for view in views:
        for place in places_of(view, table):
            dated = any(label.dates for label in place.labels)
            printed = place.cell.printed
            read = read_figure(printed, place.unit or "") if printed and place.gives_change else None
            if printed is None or read is None or dated is not bool(view.dates):
                continue
            if read.dimension == "count" and figure.dimension in _SHARES:
                continue  # "+24" beside "rose 24 percent": the table does not say of what
            value = printed.sign * read.low * (-1 if place.gives_fall and not printed.signed else 1)
            theirs = _base(span, place) if dated else span.months
            other = span.stated and theirs != span.months
            doubt = "the article compares with another date than the table, or than it says" if other else ""
            sure = printed.sure and theirs == span.months > 0 and (span.stated or _yearly(span))
            yield _Change(place, value, value, read, place_named(place), sure, doubt)


def _yearly(span: Span) -> bool:
    return span.new.granularity in ("year", "fiscal year")


def _base(span: Span, place: Place) -> int:
    """How many months back a table compares, by its headings; figures of years go by the year before."""
    told = next((months for label in place.everything if (months := base_months(label.text))), 0)
    return told or (12 if _yearly(span) else 0)


def _worked_out(claim: TableClaim, figure: Figure, span: Span, table: Table) -> Iterator[_Change]:
    """The changes between two cells whose headings differ in nothing but the date."""
    for old, new in _pairs(claim, span.old, span.new, table) if span.old else ():
        change = None if new.gives_change else _between(figure, span, old, new)
        if change is not None:
            yield change


def _pairs(
    claim: TableClaim, old: DateMention, new: DateMention, table: Table
) -> Iterator[tuple[Place, Place]]:
    """The cells of two dates whose headings are the same otherwise, where there is one of each."""
    before = _by_headings(places_of(claim.at((old,)), table))
    after = _by_headings(places_of(claim.at((new,)), table))
    for key, places in after.items():
        olds = before.get(key, [])
        if len(places) == len(olds) == 1 and places[0].cell != olds[0].cell:
            yield olds[0], places[0]


def _by_headings(places: Iterable[Place]) -> dict[tuple[object, ...], list[Place]]:
    found: dict[tuple[object, ...], list[Place]] = defaultdict(list)
    for place in places:
        found[_apart_from_date(place)].append(place)
    return found


def _apart_from_date(place: Place) -> tuple[object, ...]:
    def plain(label: Label) -> object:
        return (label.words, label.unit) if label.dates else label.text

    return tuple(plain(label) for label in place.labels)


def _between(figure: Figure, span: Span, old: Place, new: Place) -> _Change | None:
    first, last = _signed(old), _signed(new)
    if first is None or last is None or first.dimension != last.dimension or first.low <= 0:
        return None
    if not (any(one.dates for one in old.labels) and any(one.dates for one in new.labels)):
        return None
    told = f"{place_named(old)} and {place_named(new)}"
    printed = (old.cell.printed, new.cell.printed)
    sure = span.stated and all(one is not None and one.sure for one in printed)
    two_ways = {one is not None and one.other != "" for one in printed}
    a, b = first.step / 2, last.step / 2
    if len(two_ways) > 1:
        return None
    if figure.dimension in _SHARES:
        if first.dimension in _SHARES:
            return None  # percent of percent, or points: the claim does not say
        low, high = ((last.low - b) / (first.low + a) - 1), ((last.low + b) / max(first.low - a, 1e-9) - 1)
        share = replace(last, dimension="percent", unit="percent", noun="", step=0.0)
        return _Change(new, low * 100, high * 100, share, told, sure)
    if True in two_ways:
        return None
    points = figure.dimension == "percentage points"
    if points != (first.dimension == "percent"):
        return None
    read = (
        replace(last, step=0.0, dimension=figure.dimension, unit=figure.unit)
        if points
        else replace(last, step=0.0)
    )
    difference = last.low - first.low
    return _Change(new, difference - a - b, difference + a + b, read, told, sure)


def _signed(place: Place) -> Figure | None:
    printed = place.cell.printed
    read = read_figure(printed, place.unit or "") if printed else None
    return (
        replace(read, low=read.low * printed.sign, high=read.high * printed.sign)
        if read and printed
        else None
    )


def way_of(claim: TableClaim, table: Table) -> str:
    """Which way a table goes between the two dates that a claim names: ``up``, ``down`` or neither."""
    dates = sorted((one for one in claim.dates if one.earliest), key=lambda one: one.earliest or date.min)
    if len(dates) != 2 or dates[0].granularity != dates[1].granularity:
        return ""
    ways = set()
    for first, last in _pairs(claim, dates[0], dates[1], table):
        old, new = _signed(first), _signed(last)
        if old and new and old.low != new.low:
            ways.add("up" if new.low > old.low else "down")
    return ways.pop() if len(ways) == 1 else ""


def _judged(claim: TableClaim, figure: Figure, span: Span, change: _Change) -> CellFinding | None:
    view = claim.at((span.new,), CHANGE_WORDS)
    spans = tuple(answered(view, change.place))
    verdict = _verdict(figure, change)
    if not spans or verdict is None:
        return None
    open_words = unanswered(view, change.place, frozenset())
    gaps = [f"not covered: {words}" for words in open_words]
    limit = limit_of(view, change.place)
    gaps += [f"the table is of “{limit}”, which the article does not say"] if limit else []
    gaps += [] if claim.asserts else ["the article does not state it as a plain fact"]
    gaps += [change.doubt] if change.doubt else []
    if not verdict and not change.sure:
        gaps.append("from when to when is not plain")
    stance: Stance = "neutral" if gaps else "supports" if verdict else "contradicts"
    middle = (change.low + change.high) / 2
    way = f", {'up' if middle > 0 else 'down'} {abs(middle):.3g}" if change.low != change.high else ""
    way += " percent" if way and change.read.dimension == "percent" else ""
    ours = claim.text[figure.start : figure.end]
    return CellFinding(
        change.place.table.source,
        change.place.cell.start,
        change.place.cell.end,
        stance,
        SURE if stance != "neutral" else round(OPEN / (1 + len(open_words)), 3),
        "; ".join(
            [
                f"source: {change.told}{way}" + (", as in the article" if verdict else f"; article: {ours}"),
                *gaps,
            ]
        ),
        ((figure.start, figure.end), *spans),
        verdict,
    )


def _verdict(figure: Figure, change: _Change) -> bool | None:
    """Whether the figure of a claim is that of the table; None where the two cannot be compared."""
    if change.low < 0 < change.high or figure.low != figure.high:
        return None
    middle = (change.low + change.high) / 2
    same_way = middle == 0 or (middle > 0) == (figure.change == "up")
    values = sorted(abs(value) for value in (change.low, middle, change.high))
    told = [
        compare_figures(figure, replace(change.read, low=value, high=value, change=figure.change))
        for value in values
    ]
    if "incomparable" in told:
        return None
    agrees = any(one in ("equal", "compatible") for one in told)
    alike = (figure.dimension, figure.unit) == (change.read.dimension, change.read.unit)
    agrees = agrees or (alike and values[0] <= figure.low <= values[-1])
    return agrees and same_way
