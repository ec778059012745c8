"""The cell of a table that a claim's figure speaks of, and whether it says the same.

A cell is what the claim speaks of only if its headings and the claim answer one another: each telling word
and date of the row's keys and the column's headings stands in the claim, and each of the claim's in them or
over the table. A row of another year, place or group of people is so never held against a claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from claimcheck.evidence.stance.model import Stance
from claimcheck.evidence.tables.claims import TableClaim, compared, goes_with, marks_of
from claimcheck.evidence.tables.grid import Cell, Row, Table
from claimcheck.evidence.tables.labels import Label, date_mark, read_figure
from claimcheck.evidence.terms import stem, words
from claimcheck.extraction.clauses.lexicon import load_lexicon
from claimcheck.extraction.clauses.words import STRENGTH, Word, read_words, relate
from claimcheck.extraction.figures import Figure, compare_figures

CELL_JUDGE = "cells/1"
_SURE = 0.85
_OPEN = 0.5
_SCALES_APART = 300
"""Figures of which one is so many times the other are likely counted in other units than the headings say."""
_MOST_UNANSWERED = 2
"""Words of a claim that a cell may leave open and still be worth a look."""
_LIMITS = frozenset(
    stem(word)
    for word in "youth young women men female male girls boys children foreign migrant elderly older rural "
    "urban adult adults adjusted provisional preliminary forecast forecasts projected projection projections "
    "target planned budgeted real nominal monthly quarterly weekly daily average median mean "
    "cumulative".split()
)
"""Words over a table that make its figures those of some only, or of another kind."""


@dataclass(frozen=True, slots=True)
class CellFinding:
    """What a cell says of a claim.

    Attributes:
        start, end: the cell in the source's reading text, code points.
        spans: what of the claim it speaks of: the figure first, then words and dates.
        agrees: whether it has the claim's figure.
    """

    source: str
    start: int
    end: int
    stance: Stance
    confidence: float
    reason: str
    spans: tuple[tuple[int, int], ...]
    agrees: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell with what its headings say."""

    table: Table
    row: Row
    column: int
    cell: Cell

    @property
    def labels(self) -> tuple[Label, ...]:
        return (*(key for key, _ in self.row.keys), *self.table.columns.get(self.column, ()))

    def dated(self, at: int) -> bool:
        """Whether the heading at a position is a date."""
        return at < len(self.labels) and bool(self.labels[at].dates)

    @property
    def unit(self) -> str | None:
        """How its figure is to be read; None where its headings disagree."""
        own = {label.unit for label in self.labels if label.unit}
        if not own:
            over = (*(head for _, head in self.row.keys), *reversed(self.table.titles))
            return next((label.unit for label in over if label.unit), "")
        return own.pop() if len(own) == 1 else None

    @property
    def everything(self) -> tuple[Label, ...]:
        return (*self.labels, *(head for _, head in self.row.keys), *self.table.titles)


def compare_cells(
    text: str, tables: Sequence[Table], *, context: str = "", published: date | None = None
) -> list[CellFinding]:
    """What the cells of tables say of a claim, decided ones first.

    Args:
        text: the claim, with the words that lean on its surroundings spelled out.
        context: the article's text before it.
        published: the article's date, for relative dates.
    """
    claim = TableClaim(text, context, published)
    if not claim.figures:
        return []
    found = [finding for table in tables for finding in _compare(claim, table)]
    return sorted(found, key=lambda finding: finding.stance == "neutral")


def _compare(claim: TableClaim, table: Table) -> Iterator[CellFinding]:
    places = [place for place in _places(claim, table) if place.unit is not None]
    found: dict[int, list[tuple[Figure, CellFinding]]] = defaultdict(list)
    for figure in claim.figures if places else ():
        fitting = [(place, theirs) for place in places if (theirs := _comparable(claim, figure, place))]
        meant = _meant(claim, figure, [place for place, _ in fitting])
        verdicts = [
            _judged(claim, figure, place, theirs, meant.excused if meant else frozenset())
            for place, theirs in fitting
            if meant is None or place in meant.places
        ]
        for finding in _settled([one for one in verdicts if one], sure=meant is not None):
            found[finding.start].append((figure, finding))
    for findings in found.values():
        yield from _of_one_cell(claim, findings)


def _of_one_cell(claim: TableClaim, findings: Sequence[tuple[Figure, CellFinding]]) -> Iterator[CellFinding]:
    """What one cell says of several figures: it is about one of them, the one that it has."""
    agreeing = [finding for _, finding in findings if finding.stance == "supports" or finding.agrees]
    if len(findings) == 1 or agreeing:
        yield agreeing[0] if agreeing else findings[0][1]
        return
    plain = [finding for figure, finding in findings if not compared(claim, figure)]
    if len(plain) == 1:
        yield plain[0]
    elif plain:
        yield _undecided(plain[0], "which figure is meant cannot be told")


def _places(claim: TableClaim, table: Table) -> Iterator[_Place]:
    """The cells all of whose headings the claim answers."""
    columns = [
        column for column, labels in table.columns.items() if all(_held(label, claim) for label in labels)
    ]
    for row in _rows(claim, table):
        for column in columns:
            if column in row.figures:
                yield _Place(table, row, column, row.figures[column])


def _rows(claim: TableClaim, table: Table) -> Iterator[Row]:
    for mark in ("", *sorted(claim.marks)):
        for row in table.by_rarest.get(mark, ()):
            if row.required <= claim.marks:
                yield row


def _held(label: Label, claim: TableClaim) -> bool:
    """Whether the claim says what a heading says, in these words or in others."""
    dates = {date_mark(mention) for mention in label.dates}
    return dates <= claim.marks and all(
        mark in claim.marks or any(_answers(other, written) for other in claim.words)
        for written, mark in label.words
    )


def _answers(word: Word, written: str) -> bool:
    return any(STRENGTH.get(relate(word, other), 0.0) for other in _read(written))


@lru_cache(maxsize=4_096)
def _read(text: str) -> tuple[Word, ...]:
    return tuple(read_words(text))


def _comparable(claim: TableClaim, figure: Figure, place: _Place) -> Figure | None:
    """The cell's figure, where it counts what the claim's counts or does not say what it counts."""
    theirs = read_figure(place.cell.text, place.unit or "")
    if theirs is None:
        return None
    bare = theirs.dimension == "count" and not theirs.unit and not theirs.per
    if bare and figure.dimension == "percent" and theirs.high <= 100:
        shares = any(label.shares for label in place.everything)
        return replace(theirs, dimension="percent", unit="percent") if shares else theirs
    if bare and (figure.dimension != "count" or figure.per):
        return theirs
    return theirs if compare_figures(figure, theirs) != "incomparable" else None


@dataclass(frozen=True, slots=True)
class _Meant:
    """The cells that a figure may speak of, and the marks of what only the claim's other figures speak of."""

    places: list[_Place]
    excused: frozenset[str]


def _meant(claim: TableClaim, figure: Figure, places: Sequence[_Place]) -> _Meant | None:
    """Which of several cells a figure speaks of; None where that cannot be told."""
    rivals = [other for other in claim.figures if other.dimension == figure.dimension]
    kept = list(places)
    excused: set[str] = set()
    positions = range(max((len(place.labels) for place in places), default=0))
    # Names first: where they tell the figures apart, one date is the date of all.
    for at in sorted(positions, key=lambda at: any(place.dated(at) for place in places)):
        labels = {place.labels[at].text: place.labels[at] for place in places if at < len(place.labels)}
        mentions = [one for label in labels.values() if (one := claim.mention(label))]
        mentions.sort(key=lambda one: one.start)
        if not mentions:
            continue
        own = mentions[0]
        if len(mentions) > 1 or (own.label.dates and len(rivals) > 1 and not excused):
            told = goes_with(claim, rivals, mentions).get(figure.start)
            if told is None:
                return None
            own = told
        kept = [place for place in kept if at < len(place.labels) and place.labels[at] == own.label]
        excused.update(mark for one in mentions if one != own for mark in one.label.marks - own.label.marks)
    return _Meant(kept, frozenset(excused))


def _judged(
    claim: TableClaim, figure: Figure, place: _Place, theirs: Figure, excused: frozenset[str]
) -> CellFinding | None:
    """What a cell says of a figure; None where nothing tells that it counts what the claim speaks of."""
    spans = tuple(_answered(claim, place))
    if not spans:
        return None
    agrees = compare_figures(figure, theirs) in ("equal", "compatible")
    unanswered = _unanswered(claim, place, excused)
    gaps = [f"not covered: {words}" for words in unanswered]
    if agrees and claim.changed is not None and not excused:
        gaps.append(f"not covered: {claim.changed.text}")
    gaps += _doubts(claim, figure, place, theirs, agrees)
    stance: Stance = "neutral" if gaps else "supports" if agrees else "contradicts"
    ours = claim.text[figure.start : figure.end]
    told = f"source: {_said(place)}" + (", as in the article" if agrees else f"; article: {ours}")
    return CellFinding(
        place.table.source,
        place.cell.start,
        place.cell.end,
        stance,
        _SURE if stance != "neutral" else round(_OPEN / (1 + len(unanswered)), 3),
        "; ".join([told, *gaps]),
        ((figure.start, figure.end), *spans),
        agrees,
    )


def _doubts(claim: TableClaim, figure: Figure, place: _Place, theirs: Figure, agrees: bool) -> Iterator[str]:
    """Why a cell whose headings answer the claim decides nothing all the same."""
    limit = _limit(claim, place)
    if limit:
        yield f"the table is of “{limit}”, which the article does not say"
    if (theirs.dimension == "count" and figure.dimension != "count") or bool(figure.per) != bool(theirs.per):
        yield "the table does not say in what unit"
    if not agrees and theirs.low and not 1 / _SCALES_APART < figure.high / theirs.low < _SCALES_APART:
        yield "the two are too far apart to be counted in the same unit"
    if not claim.asserts:
        yield "the article does not state it as a plain fact"
    if figure.low != figure.high:
        yield "the article gives a range"


def _said(place: _Place) -> str:
    keys = ", ".join(label.text for label, _ in place.row.keys if label.marks_of_all or label.dates)
    heads = ", ".join(label.text for label in place.table.columns.get(place.column, ()))
    row, column = f" in the row “{keys}”" if keys else "", f" in the column “{heads}”" if heads else ""
    return f"{place.cell.text}{row}{' and' if row and column else ''}{column}"


def _held_by(place: _Place) -> frozenset[str]:
    return frozenset(mark for label in place.everything for mark in (*label.marks_of_all, *label.marks))


def _unanswered(claim: TableClaim, place: _Place, excused: frozenset[str]) -> list[str]:
    """The words and dates of the claim that no heading has, and that no other figure of it answers for."""
    held = _held_by(place) | excused
    found = [
        word.text
        for word in claim.wanted
        if marks_of(word).isdisjoint(held)
        and not any(_answers(word, written) for label in place.everything for written, _ in label.words)
    ]
    found += [
        claim.text[mention.start : mention.end]
        for mention in claim.reading.dates
        if mention not in claim.dates or date_mark(mention) not in held
    ]
    return found


def _limit(claim: TableClaim, place: _Place) -> str | None:
    """What stands over the table and makes it one of others than the claim speaks of, or may do so: a group
    of people, a year, a place."""
    said = claim.marks | claim.around
    over = [pair for label in place.table.titles for pair in label.words]
    group = next((written for written, mark in over if mark in _LIMITS and mark not in claim.marks), None)
    if group or claim.dates or any(label.dates for label in place.labels):
        return group or (None if claim.names else _strange(over, said))
    year = next((label for label in place.table.titles for mention in label.dates if mention.resolved), None)
    when = year.text[year.dates[0].start : year.dates[0].end] if year else None
    return when if when and not _says(said, when) else None if claim.names else _strange(over, said)


def _says(said: frozenset[str], words_: str) -> bool:
    return {stem(plain) for _, plain in words(words_)} <= said


def _strange(over: Sequence[tuple[str, str]], said: frozenset[str]) -> str | None:
    """A name over the table, where neither the claim nor the article before it has any of the names there."""
    known = load_lexicon().known
    names = [pair for pair in over if pair[0][0].isupper() and pair[0].lower() not in known]
    return names[0][0] if names and all(mark not in said for _, mark in names) else None


def _answered(claim: TableClaim, place: _Place) -> Iterator[tuple[int, int]]:
    """The telling words and the dates of the claim that the cell's headings have, words first; nothing where
    no word of the claim, or of what it leans on, tells what the cell counts."""
    held = _held_by(place)
    labels = place.everything
    telling = [
        word
        for word in claim.telling
        if not marks_of(word).isdisjoint(held)
        or any(_answers(word, written) for label in labels for written, _ in label.words)
    ]
    if not telling:
        return
    yield from ((word.start, word.end) for word in telling if word in claim.reading.words)
    yield from ((mention.start, mention.end) for mention in claim.dates if date_mark(mention) in held)


def _settled(verdicts: Sequence[CellFinding], *, sure: bool) -> Iterator[CellFinding]:
    """What of several cells that one figure may speak of is told: nothing decided where they disagree."""
    by_stance: dict[Stance, list[CellFinding]] = defaultdict(list)
    for finding in verdicts:
        by_stance[finding.stance].append(finding)
    decided = [*by_stance["supports"], *by_stance["contradicts"]]
    if sure and len(decided) == 1:
        yield decided[0]
        return
    if decided:
        yield from (
            _undecided(one, "which cell is meant cannot be told") for one in decided[:_MOST_UNANSWERED]
        )
        return
    near = [
        finding for finding in by_stance["neutral"] if finding.reason.count("not covered") <= _MOST_UNANSWERED
    ]
    yield from sorted(near, key=lambda finding: -finding.confidence)[:_MOST_UNANSWERED]


def _undecided(finding: CellFinding, why: str) -> CellFinding:
    reason = f"{finding.reason}; {why}"
    return replace(finding, stance="neutral", confidence=_OPEN / 2, reason=reason)
