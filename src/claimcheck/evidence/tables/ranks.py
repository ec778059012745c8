"""Ranks: "the most passengers of all lines", "the second lowest", "more than any other port".

The row that a claim names is held against the other rows of its column. Totals and averages take no part; a
tie, fewer than three rows, rows missing between them, or a rank over time ("the highest ever") decides
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.evidence.stance.model import Stance
from claimcheck.evidence.tables.claims import TableClaim
from claimcheck.evidence.tables.finding import SURE, CellFinding
from claimcheck.evidence.tables.labels import Label, read_figure
from claimcheck.evidence.tables.model import Row, Table
from claimcheck.evidence.tables.places import (
    Place,
    answered,
    limit_of,
    place_named,
    places_of,
    unanswered,
)
from claimcheck.evidence.tables.relations import told_by
from claimcheck.evidence.terms import stem

_HIGH = "most|highest|largest|biggest|greatest|longest|busiest|wettest|hottest|warmest|dearest"
_LOW = "fewest|lowest|smallest|least|shortest|quietest|driest|coldest|cheapest"
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth")
_RANK = re.compile(
    rf"\bthe (?:(?P<nth>{'|'.join(_ORDINALS)})[- ])?(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))\b"
    r"|\b(?:(?P<more>more|higher|larger|bigger|greater|longer)|(?P<less>less|fewer|lower|smaller|shorter))\b"
    r"(?P<than>[^.;,]{0,60}?\bthan any other)\b",
    re.IGNORECASE,
)
_NO_RANK = re.compile(r"\b(?:one of|among|nearly|almost|probably|perhaps|arguably|for|at)\s+$", re.I)
_OF_CHANGE = re.compile(
    r"(?:\s+\w+){0,2}\s+(?:increase|rise|growth|gain|jump|surge|fall|drop|decline|decrease|loss|cut|change|"
    r"improvement|difference)s?\b",
    re.IGNORECASE,
)
_CHOSEN = re.compile(r"\b(?:selected|sample|examples?|extract|top|main|largest|leading)\b", re.IGNORECASE)
"""Said over a table that does not have all there are."""
_OVER_TIME = re.compile(
    r"\b(?:since|ever|record|history|yet|so far|in \w+ (?:years|months|decades)|(?:its|their|his|her) "
    rf"(?:\w+[- ])?(?:{_HIGH}|{_LOW}))\b",
    re.IGNORECASE,
)
_NUMBERS = "three four five six seven eight nine ten eleven twelve".split()
_OF_SO_MANY = re.compile(
    rf"\b(?:of|among) (?:all )?(?:the )?(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})\b"
    r"(?! (?:per ?cent|thousand|million|billion))",
    re.IGNORECASE,
)
_MEASURES = {
    "busiest": "passenger traveller visitor visit traffic customer",
    "quietest": "passenger traveller visitor visit traffic customer",
    "wettest": "rain rainfall precipitation",
    "driest": "rain rainfall precipitation",
    "hottest": "temperature",
    "warmest": "temperature",
    "coldest": "temperature",
    "dearest": "price fare cost fee rent",
    "cheapest": "price fare cost fee rent",
    "largest": "population inhabitant",
    "biggest": "population inhabitant",
    "smallest": "population inhabitant",
}
"""What a word of size counts where the claim does not name it."""
_TOTALS = frozenset(
    map(stem, "total sum all overall whole average mean median together combined both".split())
)
_FEWEST = 3
_ALIKE = 0.005
_MISSING = 0.02
"""By which share a total may be above the sum of the rows; beyond it some are not in the table."""


@dataclass(frozen=True, slots=True)
class _Rank:
    """A rank that a claim gives: the word and where it stands, from which end it counts, and the number."""

    start: int
    end: int
    word: str
    high: bool
    nth: int


def tells_rank(text: str) -> bool:
    """Whether a text may give a rank; quick, for claims without figures."""
    return _RANK.search(text) is not None


def ranks_in(claim: TableClaim, table: Table) -> Iterator[CellFinding]:
    """What the rows of a table say of the one rank that a claim gives."""
    ranks = [rank for match in _RANK.finditer(claim.text) if (rank := _read(claim.text, match))]
    if len(ranks) != 1 or _OVER_TIME.search(claim.text) or table.all_changes:
        return
    if any(_CHOSEN.search(title.text) for title in table.titles):
        return
    rank = ranks[0]
    if rank.word in ("most", "least") and not _counts(claim, rank):
        return
    counted = _OF_SO_MANY.search(claim.text, rank.start)
    spent = [(rank.start, rank.end), *([(counted.start("n"), counted.end("n"))] if counted else [])]
    view = claim.without(spent)
    places = [
        place
        for place in places_of(view, table)
        if not unanswered(view, place, frozenset()) and not limit_of(view, place)
    ]
    if len(places) == 1 and claim.asserts:
        finding = _judged(view, rank, counted, places[0])
        if finding is not None:
            yield finding


def _counts(claim: TableClaim, rank: _Rank) -> bool:
    """Whether "most" is of things that are counted ("most passengers"), not a degree ("most punctual")."""
    tagged = zip(claim.reading.words, claim.reading.tags, strict=True)
    tags = [tag for word, tag in tagged if word.start >= rank.end][:2]
    return tags[:1] == ["noun"] or tags == ["adj", "noun"] or tags == ["part", "noun"]


def _read(text: str, match: re.Match[str]) -> _Rank | None:
    if _NO_RANK.search(text[max(0, match.start() - 30) : match.start()]):
        return None
    if _OF_CHANGE.match(text, match.end()):
        return None
    if match["than"]:
        word = match["more"] or match["less"]
        return _Rank(match.start(), match.start() + len(word), "", bool(match["more"]), 1)
    word = (match["high"] or match["low"]).lower()
    nth = _ORDINALS.index(match["nth"].lower()) + 2 if match["nth"] else 1
    return _Rank(match.start(), match.end(), word, bool(match["high"]), nth)


def _judged(
    claim: TableClaim, rank: _Rank, counted: re.Match[str] | None, place: Place
) -> CellFinding | None:
    """What the column of a cell says of its rank; None where it is not plainly what the claim speaks of."""
    rivals = rivals_of(place)
    own = figure_of(place.row, place)
    if own is None or rivals is None or len(rivals) + 1 < _FEWEST or place.gives_change:
        return None
    if counted and _number(counted["n"]) != len(rivals) + 1:
        return None
    spans = tuple(answered(claim, place))
    measure = _measure(claim, rank, place)
    if not spans or not measure:
        return None
    values = [value for _, value in rivals]
    if any(abs(value - own) <= _ALIKE * abs(own) for value in values):
        return None
    ahead = sum(value > own if rank.high else value < own for value in values)
    agrees = ahead + 1 == rank.nth
    if not agrees and measure == "named" and rank.word in _MEASURES:
        return None  # "the largest firm, with 900 staff" may be the largest by what it sells
    stance: Stance = "supports" if agrees else "contradicts"
    beyond = max(rivals, key=lambda one: one[1] if rank.high else -one[1])[0]
    other = Place(place.table, beyond, place.column, beyond.figures[place.column])
    told = f"source: {place_named(place)}, number {ahead + 1} of {len(rivals) + 1} from the "
    told += f"{'top' if rank.high else 'bottom'}; beside it {place_named(other)}"
    words = claim.text[rank.start : rank.end] + ("" if rank.word else " than any other")
    told += ", as in the article" if agrees else f"; article: {words}"
    cell = place.cell
    return CellFinding(
        place.table.source, cell.start, cell.end, stance, SURE, told, ((rank.start, rank.end), *spans), agrees
    )


def rivals_of(place: Place) -> list[tuple[Row, float]] | None:
    """The other rows that differ from a cell's own in their first name only, with their figures; None where
    its own row is a total, or one of the figures cannot be read."""
    named = next((at for at, (key, _) in enumerate(place.row.keys) if key.text and not key.dates), None)
    if named is None or is_total(place.row.keys[named][0]):
        return None
    rest = _but(place.row, named)
    found: list[tuple[Row, float]] = []
    for row in place.table.rows:
        if row is place.row or place.column not in row.figures or _but(row, named) != rest:
            continue
        if is_total(row.keys[named][0]):
            continue
        value = figure_of(row, place)
        if value is None:
            return None
        found.append((row, value))
    if _gaps([place.row, *(row for row, _ in found)], place):
        return None
    own = figure_of(place.row, place) or 0.0
    shown = own + sum(value for _, value in found)
    if any(whole > shown * (1 + _MISSING) for whole in _totals(place, named)):
        return None
    return _without_sums(found, own)


def _totals(place: Place, named: int) -> Iterator[float]:
    """The figures of the rows of a cell's column that are of all."""
    for row in place.table.rows:
        if len(row.keys) > named and is_total(row.keys[named][0]):
            whole = figure_of(row, place)
            if whole is not None:
                yield whole


def _gaps(rows: Sequence[Row], place: Place) -> bool:
    """Whether rows are missing between some: hidden ones are kept apart, and may hold more than others."""
    numbers = {row.figures[place.column].row for row in rows}
    known = {cell.row for row in place.table.rows for cell in row.figures.values()}
    return any(number not in known for number in range(min(numbers), max(numbers)))


def _without_sums(rows: Sequence[tuple[Row, float]], own: float) -> list[tuple[Row, float]]:
    """Rows without the one that is the sum of all others, though nothing in its name says so."""
    everything = own + sum(value for _, value in rows)
    return [
        (row, value)
        for row, value in rows
        if not (len(rows) >= _FEWEST and abs(everything - 2 * value) <= _ALIKE * abs(value))
    ]


def _but(row: Row, named: int) -> tuple[str, ...] | None:
    if len(row.keys) <= named:
        return None
    return tuple(key.text for at, (key, _) in enumerate(row.keys) if at != named)


def is_total(key: Label) -> bool:
    """Whether a name of a row says that it is of all, or of some of another row."""
    return (
        not key.words or not _TOTALS.isdisjoint(key.marks_of_all) or key.text.lower().startswith("of which")
    )


def figure_of(row: Row, place: Place) -> float | None:
    """The figure of a row in the column of a cell, below zero for a loss; None where it cannot be read."""
    cell = row.figures.get(place.column)
    read = read_figure(cell.printed, place.unit or "") if cell and cell.printed else None
    return read.low * cell.printed.sign if read and cell and cell.printed else None


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS.index(written.lower()) + _FEWEST


def _measure(claim: TableClaim, rank: _Rank, place: Place) -> str:
    """How the claim tells what is ranked: ``named``, ``implied`` by the word of rank, or not at all."""
    heads = [*place.table.columns.get(place.column, ()), *place.table.titles, *place.row.over]
    held = frozenset(mark for label in heads for mark in label.marks_of_all)
    if not held.isdisjoint(map(stem, _MEASURES.get(rank.word, "").split())):
        return "implied"
    keyed = frozenset(
        mark for key, head in place.row.keys for mark in (*key.marks_of_all, *head.marks_of_all)
    )
    marks = [claim.marks_at(word) for word in claim.telling]
    named = any(one.isdisjoint(keyed) and (one & held or told_by(one, [held])) for one in marks)
    return "named" if named else ""
