"""Shares: "Line 2 carried a third of all passengers", worked out from a cell and the total of its column.

Only a total that the other rows add up to is one, and only who or what stands before the figure has the
share; of "a third of the passengers on Line 2" the table tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.evidence.stance.model import Stance
from claimcheck.evidence.tables.claims import TableClaim
from claimcheck.evidence.tables.finding import SURE, CellFinding
from claimcheck.evidence.tables.labels import read_figure
from claimcheck.evidence.tables.model import Row, Table
from claimcheck.evidence.tables.places import (
    Place,
    answered,
    limit_of,
    place_named,
    places_of,
    unanswered,
)
from claimcheck.evidence.tables.ranks import figure_of, is_total, rivals_of
from claimcheck.extraction.figures import Figure, compare_figures

_SHARES = ("percent", "fraction", "ratio")
_OF_ALL = re.compile(r"\s*of (?P<all>all|the total|the overall|the whole|total)\b", re.IGNORECASE)
_FEWEST = 2
_ALIKE = 0.01


def shares_in(claim: TableClaim, table: Table) -> Iterator[CellFinding]:
    """What a table says of the one share of a total that a claim gives."""
    shares = [figure for figure in claim.figures if figure.dimension in _SHARES]
    of_all = _OF_ALL.match(claim.text, shares[0].end) if len(shares) == 1 else None
    if of_all is None or not claim.asserts or table.all_changes:
        return
    view = claim.without([of_all.span("all")])
    places = [
        place
        for place in places_of(view, table)
        if not place.gives_change
        and not unanswered(view, place, frozenset())
        and not limit_of(view, place)
        and _before(view, shares[0], place)
    ]
    finding = _judged(view, shares[0], places[0]) if len(places) == 1 else None
    if finding is not None:
        yield finding


def _before(claim: TableClaim, figure: Figure, place: Place) -> bool:
    """Whether the claim names a cell's row before the figure, and never behind it."""
    names = {mark for key, _ in place.row.keys if not key.dates for _, mark in key.words}
    at = [word.start for word in claim.reading.words if not names.isdisjoint(claim.marks_at(word))]
    return bool(at) and max(at) < figure.start


def _judged(claim: TableClaim, figure: Figure, place: Place) -> CellFinding | None:
    printed = place.cell.printed
    read = read_figure(printed, place.unit or "") if printed else None
    total = _total(place)
    if printed is None or read is None or total is None or read.dimension in _SHARES or total[1] <= 0:
        return None
    row, whole = total
    share = printed.sign * read.low / whole * 100
    theirs = replace(read, low=share, high=share, dimension="percent", unit="percent", noun="", step=0.1)
    verdict = compare_figures(figure, theirs)
    if verdict == "incomparable" or not 0 <= share <= 100:
        return None
    agrees = verdict in ("equal", "compatible")
    stance: Stance = "supports" if agrees else "contradicts"
    of_all = place_named(Place(place.table, row, place.column, row.figures[place.column]))
    told = f"source: {place_named(place)}, {share:.3g} percent of {of_all}"
    told += ", as in the article" if agrees else f"; article: {claim.text[figure.start : figure.end]}"
    cell = place.cell
    spans = ((figure.start, figure.end), *answered(claim, place))
    return CellFinding(place.table.source, cell.start, cell.end, stance, SURE, told, spans, agrees)


def _total(place: Place) -> tuple[Row, float] | None:
    """The row of the total and its figure, where all other rows of the column add up to it."""
    named = next((at for at, (key, _) in enumerate(place.row.keys) if key.text and not key.dates), None)
    others = rivals_of(place)
    own = figure_of(place.row, place)
    if named is None or others is None or own is None or len(others) < _FEWEST:
        return None
    everything = own + sum(value for _, value in others)
    for row in place.table.rows:
        if place.column in row.figures and len(row.keys) > named and is_total(row.keys[named][0]):
            whole = figure_of(row, place)
            if whole is not None and abs(whole - everything) <= _ALIKE * abs(whole):
                return row, whole
    return None
