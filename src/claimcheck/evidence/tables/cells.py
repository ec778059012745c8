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

from claimcheck.evidence.stance.model import Stance
from claimcheck.evidence.tables.changes import changes_in, way_of
from claimcheck.evidence.tables.claims import TableClaim, compared, goes_with, marks_of
from claimcheck.evidence.tables.finding import OPEN, SURE, CellFinding
from claimcheck.evidence.tables.labels import CHANGE_WORDS
from claimcheck.evidence.tables.model import Table
from claimcheck.evidence.tables.places import (
    Place,
    answered,
    comparable,
    limit_of,
    place_named,
    places_of,
    unanswered,
)
from claimcheck.evidence.tables.ranks import ranks_in, tells_rank
from claimcheck.evidence.tables.relations import told_by
from claimcheck.evidence.tables.shares import shares_in
from claimcheck.extraction.clauses.words import Word
from claimcheck.extraction.figures import Figure, compare_figures

_SCALES_APART = 300
"""Figures of which one is so many times the other are likely counted in other units than the headings say."""
_MOST_UNANSWERED = 2
"""Words of a claim that a cell may leave open and still be worth a look."""


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
    found = [finding for table in tables for finding in _compare(claim, table)] if claim.figures else []
    if claim.figures:
        found += [finding for table in tables for finding in shares_in(claim, table)]
    if claim.changes:
        found += [finding for table in tables for finding in changes_in(claim, table)]
    if tells_rank(text):
        found += [finding for table in tables for finding in ranks_in(claim, table)]
    return sorted(found, key=lambda finding: finding.stance == "neutral")


def _compare(claim: TableClaim, table: Table) -> Iterator[CellFinding]:
    places = [place for place in places_of(claim, table) if place.unit is not None]
    found: dict[int, list[tuple[Figure, CellFinding]]] = defaultdict(list)
    for figure in claim.figures if places else ():
        fitting = [(place, theirs) for place in places if (theirs := comparable(claim, figure, place))]
        meant = _meant(claim, figure, [place for place, _ in fitting])
        chosen = None if meant is None else {id(place) for place in meant.places}
        verdicts = [
            _judged(claim, figure, place, theirs, meant.excused if meant else frozenset())
            for place, theirs in fitting
            if chosen is None or id(place) in chosen
        ]
        for finding in _settled([one for one in verdicts if one], sure=meant is not None):
            found[finding.start].append((figure, finding))
    contrary = bool(found and claim.way) and {claim.way, way_of(claim, table)} == {"up", "down"}
    for findings in found.values():
        for finding in _of_one_cell(claim, findings):
            against = contrary and finding.stance == "supports"
            yield (
                _undecided(finding, "from one date to the other the table goes the other way")
                if against
                else finding
            )


def _of_one_cell(claim: TableClaim, findings: Sequence[tuple[Figure, CellFinding]]) -> Iterator[CellFinding]:
    """What one cell says of several figures: it is about one of them, the one that it has."""
    agreeing = [finding for _, finding in findings if finding.stance == "supports" or finding.agrees]
    if len(findings) == 1 or agreeing:
        yield agreeing[0] if agreeing else findings[0][1]
        return
    plain = [finding for figure, finding in findings if not compared(claim, figure)]
    decided = [finding for finding in plain if finding.stance != "neutral"]
    plain = decided if len(decided) == 1 else plain
    if len(plain) == 1:
        yield plain[0]
    elif plain:
        yield _undecided(plain[0], "which figure is meant cannot be told")


@dataclass(frozen=True, slots=True)
class _Meant:
    """The cells that a figure may speak of, and the marks of what only the claim's other figures speak of."""

    places: list[Place]
    excused: frozenset[str]


def _meant(claim: TableClaim, figure: Figure, places: Sequence[Place]) -> _Meant | None:
    """Which of several cells a figure speaks of; None where that cannot be told."""
    rivals = [other for other in claim.figures if other.dimension == figure.dimension]
    whole = [place for place in places if not unanswered(claim, place, frozenset())]
    if len(rivals) == len(whole) == 1:
        return _Meant(whole, frozenset())
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
    claim: TableClaim, figure: Figure, place: Place, theirs: Figure, excused: frozenset[str]
) -> CellFinding | None:
    """What a cell says of a figure; None where nothing tells that it counts what the claim speaks of."""
    spans = tuple(answered(claim, place))
    if not spans:
        return None
    agrees = compare_figures(figure, theirs) in ("equal", "compatible")
    open_words = unanswered(claim, place, excused)
    gaps = [f"not covered: {words}" for words in open_words]
    if agrees and claim.changed is not None and not excused and not _named(claim.changed, place):
        gaps.append(f"not covered: {claim.changed.text}")
    gaps += _doubts(claim, figure, place, theirs, agrees)
    stance: Stance = "neutral" if gaps else "supports" if agrees else "contradicts"
    ours = claim.text[figure.start : figure.end]
    told = f"source: {place_named(place)}" + (", as in the article" if agrees else f"; article: {ours}")
    return CellFinding(
        place.table.source,
        place.cell.start,
        place.cell.end,
        stance,
        SURE if stance != "neutral" else round(OPEN / (1 + len(open_words)), 3),
        "; ".join([told, *gaps]),
        ((figure.start, figure.end), *spans),
        agrees,
    )


def _named(word: Word, place: Place) -> bool:
    """Whether a word of rising or falling is said by the headings: rain that fell, the town of Fell."""
    marks = marks_of(word)
    keys = {mark for label in place.labels for _, mark in label.words}
    return told_by(marks, place.near) or (word.text[0].isupper() and not marks.isdisjoint(keys))


def _doubts(claim: TableClaim, figure: Figure, place: Place, theirs: Figure, agrees: bool) -> Iterator[str]:
    """Why a cell whose headings answer the claim decides nothing all the same."""
    limit = limit_of(claim, place)
    if limit:
        yield f"the table is of “{limit}”, which the article does not say"
    if (theirs.dimension == "count" and figure.dimension != "count") or bool(figure.per) != bool(theirs.per):
        yield "the table does not say in what unit"
    printed = place.cell.printed
    if place.gives_change and CHANGE_WORDS.isdisjoint(claim.marks):
        yield "the table tells by how much it rose or fell"
    if printed is not None and printed.sign < 0 <= figure.low:
        yield "the figure of the table is below zero"
    if printed is not None and not printed.sure and not agrees:
        yield "the figure of the table can be read in two ways"
    if not agrees and theirs.low and not 1 / _SCALES_APART < figure.high / theirs.low < _SCALES_APART:
        yield "the two are too far apart to be counted in the same unit"
    if not claim.asserts:
        yield "the article does not state it as a plain fact"
    if figure.low != figure.high:
        yield "the article gives a range"


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
    return replace(finding, stance="neutral", confidence=OPEN / 2, reason=reason)
