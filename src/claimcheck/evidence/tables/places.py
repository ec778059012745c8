"""Cells of a table that a claim may speak of, and what of the claim their headings answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claimcheck.evidence.tables.claims import TableClaim
from claimcheck.evidence.tables.labels import Label, date_mark, read_figure
from claimcheck.evidence.tables.model import Cell, Row, Table
from claimcheck.evidence.tables.relations import said_of, told_by
from claimcheck.evidence.terms import stem, words
from claimcheck.extraction.clauses.lexicon import load_lexicon
from claimcheck.extraction.clauses.words import STRENGTH, Word, lemmas_of, read_words, relate
from claimcheck.extraction.figures import Figure, compare_figures

_LIMITS = frozenset(
    stem(word)
    for word in "youth young women men female male girls boys children foreign migrant elderly older rural "
    "urban adult adults adjusted provisional preliminary forecast forecasts projected projection projections "
    "target planned budgeted real nominal monthly quarterly weekly daily average median mean "
    "cumulative".split()
)
"""Words over a table that make its figures those of some only, or of another kind."""


_OF_A_SIZE = 30
_NUMBERED = re.compile(r"(\d+)([^\W\d_]{1,3})(?<!\ds|st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class Place:
    """A cell with what its headings say."""

    table: Table
    row: Row
    column: int
    cell: Cell

    @property
    def labels(self) -> tuple[Label, ...]:
        """The keys of its row and the headings of its column, which a claim about it has to name."""
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
            unit = next((label.unit for label in over if label.unit), "")
            return "" if unit in self.table.units else unit  # "(%)" over a table is that of its column
        return own.pop() if len(own) == 1 else None

    @property
    def gives_change(self) -> bool:
        """Whether its figure tells by how much something rose or fell."""
        return self.table.all_changes or any(label.change for label in self.labels)

    @property
    def gives_fall(self) -> bool:
        """Whether a figure without a sign in it tells by how much something fell."""
        over = self.table.titles if self.table.all_changes else self.labels
        told = [label for label in over if label.change]
        return bool(told) and all(label.fall for label in told)

    @property
    def everything(self) -> tuple[Label, ...]:
        """All headings that it stands under."""
        return (*self.labels, *self.row.over, *(head for _, head in self.row.keys), *self.table.titles)

    @property
    def near(self) -> Iterator[frozenset[str]]:
        """The stems of its headings: its own, then those that it stands under, then those of the table."""
        for labels in (
            (*self.labels, *(head for _, head in self.row.keys)),
            self.row.over,
            *((title,) for title in reversed(self.table.titles)),
        ):
            yield frozenset(mark for label in labels for mark in label.marks_of_all)


def places_of(claim: TableClaim, table: Table) -> Iterator[Place]:
    """The cells all of whose headings the claim answers."""
    columns = [
        column
        for column, labels in table.columns.items()
        if all(_held(label, claim) for label in labels) and (labels or not table.headed)
    ]
    rows = list(_rows(claim, table))
    told = {row.telling & claim.marks for row in rows}
    for row in rows:
        if any(row.required and row.required < other for other in told - {row.telling & claim.marks}):
            continue  # "All lines", where "Line 4" has all that the claim says of it, and more
        for column in columns:
            if column in row.figures:
                yield Place(table, row, column, row.figures[column])


def _rows(claim: TableClaim, table: Table) -> Iterator[Row]:
    for mark in ("", *sorted(claim.marks)):
        for row in table.by_rarest.get(mark, ()):
            if row.required <= claim.marks:
                yield row


def _held(label: Label, claim: TableClaim) -> bool:
    """Whether the claim says what a heading says, in these words or in others."""
    dates = {date_mark(mention) for mention in label.dates}
    return dates <= claim.marks and all(
        mark in claim.marks
        or not claim.marks.isdisjoint(said_of(mark))
        or any(_answers(other, written) for other in claim.words)
        for written, mark in label.words
    )


def _answers(word: Word, written: str, *, deed: bool = False) -> bool:
    """Whether a heading says a word in other words; a deed ("awarded") is not what it is of ("grants")."""
    relations = [relate(word, other) for other in _read(written)]
    return any(one in ("same", "derived") if deed else STRENGTH.get(one, 0.0) > 0 for one in relations)


@lru_cache(maxsize=4_096)
def _read(text: str) -> tuple[Word, ...]:
    return tuple(read_words(text))


def comparable(claim: TableClaim, figure: Figure, place: Place) -> Figure | None:
    """The cell's figure, where it counts what the claim's counts or does not say what it counts."""
    printed = place.cell.printed
    theirs = read_figure(printed, place.unit or "") if printed else None
    if printed is None or theirs is None:
        return None
    if printed.other and not _of_size(figure, theirs):
        theirs = read_figure(replace(printed, text=printed.other), place.unit or "") or theirs
    if figure.low < 0:
        theirs = replace(theirs, low=theirs.low * printed.sign, high=theirs.high * printed.sign)
    bare = theirs.dimension == "count" and not theirs.unit and not theirs.per
    if bare and figure.dimension == "percent" and theirs.high <= 100:
        columns = any(label.shares for labels in place.table.columns.values() for label in labels)
        over = place.labels if columns else place.everything
        shares = any(label.shares for label in over)
        return replace(theirs, dimension="percent", unit="percent") if shares else theirs
    if bare and (figure.dimension != "count" or figure.per):
        return theirs
    return theirs if compare_figures(figure, theirs) != "incomparable" else None


def _of_size(figure: Figure, other: Figure) -> bool:
    """Whether two figures are of about one size, so that a point in one is read rightly."""
    return other.low > 0 and 1 / _OF_A_SIZE < figure.high / other.low < _OF_A_SIZE


def place_named(place: Place) -> str:
    """What a cell prints, in which row and column."""
    keys = ", ".join(label.text for label, _ in place.row.keys if label.marks_of_all or label.dates)
    heads = ", ".join(label.text for label in place.table.columns.get(place.column, ()))
    row, column = f" in the row “{keys}”" if keys else "", f" in the column “{heads}”" if heads else ""
    return f"{place.cell.text}{row}{' and' if row and column else ''}{column}"


def _said_by(place: Place) -> Iterator[tuple[str, str]]:
    """The telling words of all headings; of those over the table none that head columns of their own:
    "visitors and income" does not make income one from visitors."""
    measures = frozenset[str]() if place.gives_change else place.table.measures
    heads = (*place.labels, *place.row.over, *(head for _, head in place.row.keys))
    yield from (pair for label in heads for pair in label.words)
    yield from (pair for label in place.table.titles for pair in label.words if pair[1] not in measures)


def _held_by(place: Place) -> frozenset[str]:
    """The marks of all headings; of those over the table no numbers: "Table 1" is not of line 1."""
    titles = {m for label in place.table.titles for m in (*label.marks_of_all, *label.marks)}
    heads = (*place.labels, *place.row.over, *(head for _, head in place.row.keys))
    held = {m for label in heads for m in (*label.marks_of_all, *label.marks)}
    if not place.gives_change:
        titles -= place.table.measures
    return frozenset(held | {mark for mark in titles if not mark.isdigit()})


def _held_in(claim: TableClaim, word: Word, held: frozenset[str]) -> bool:
    """Whether headings have a word; of "4B" both the number and the letter."""
    marks = claim.marks_at(word)
    split = _NUMBERED.fullmatch(word.text)
    both = split is None or {split[1], split[2].lower()} <= held or word.low in held
    return both and not marks.isdisjoint(held)


def unanswered(claim: TableClaim, place: Place, excused: frozenset[str]) -> list[str]:
    """The words and dates of the claim that no heading has, and that no other figure of it answers for."""
    held, said = _held_by(place) | excused, list(_said_by(place))
    found = [
        word.text
        for word in claim.wanted
        if not _held_in(claim, word, held)
        and not told_by(claim.marks_at(word), place.near)
        and not any(_answers(word, written, deed=word.start in claim.verbs) for written, _ in said)
    ]
    found += [
        claim.text[mention.start : mention.end]
        for mention in claim.open_dates
        if mention not in claim.dates or date_mark(mention) not in held
    ]
    return found


def limit_of(claim: TableClaim, place: Place) -> str | None:
    """What stands over the table and makes it one of others than the claim speaks of, or may do so: a group
    of people, a year, a place."""
    said = claim.marks | claim.around
    those = [pair for label in place.table.titles for pair in label.of_those]
    unsaid = [
        written
        for written, mark in those
        if mark not in said and not any(_answers(word, written) for word in claim.words)
    ]
    if unsaid:
        return unsaid[0]
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
    names = [pair for pair in over if pair[0][0].isupper() and known.isdisjoint(lemmas_of(pair[0].lower()))]
    return names[0][0] if names and all(mark not in said for _, mark in names) else None


def answered(claim: TableClaim, place: Place) -> Iterator[tuple[int, int]]:
    """The telling words and the dates of the claim that the cell's headings have, words first; nothing where
    no word of the claim, or of what it leans on, tells what the cell counts."""
    held, said = _held_by(place), list(_said_by(place))
    telling = [
        word
        for word in claim.telling
        if not claim.marks_at(word).isdisjoint(held) or any(_answers(word, written) for written, _ in said)
    ]
    if not telling:
        return
    yield from ((word.start, word.end) for word in telling if word in claim.reading.words)
    yield from ((mention.start, mention.end) for mention in claim.dates if date_mark(mention) in held)
