"""A table as a reader sees it: cells, and rows and columns with the headings that say what each is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck.documents.printed import Printed, without_notes
from claimcheck.evidence.tables.labels import Label

_COMPARES = re.compile(
    r"\b(?:on|from|over|since|against|compared|previous|year|month|quarter)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d(?:\.0)?")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; ``[start, end)`` in code points of the source's reading text."""

    name: str
    row: int
    column: int
    start: int
    end: int
    text: str
    printed: Printed | None

    @property
    def number(self) -> bool:
        """Whether it prints a figure."""
        return self.printed is not None

    @property
    def year(self) -> bool:
        """Whether it prints what may be a year."""
        return _YEAR.fullmatch(without_notes(self.text)) is not None

    @property
    def heads(self) -> bool:
        """Whether it can head a column: words, or a year."""
        return not self.number or self.year


@dataclass(frozen=True, slots=True)
class Row:
    """A row with figures.

    Attributes:
        keys: what names it, each with the heading of its column.
        figures: its figures by column.
        over: headings among the rows that it stands under but that a claim about it need not name.
    """

    keys: tuple[tuple[Label, Label], ...]
    figures: Mapping[int, Cell]
    over: tuple[Label, ...] = ()

    @property
    def required(self) -> frozenset[str]:
        """The marks of its keys that a claim about it has."""
        return frozenset(mark for key, _ in self.keys for mark in key.marks)

    @property
    def telling(self) -> frozenset[str]:
        """The marks of its keys and of what it stands under."""
        return self.required.union(*(label.marks for label in self.over))


@dataclass(frozen=True, eq=False)
class Table:
    """A table of a source.

    Attributes:
        titles: what stands over it: the sheet's name, the document's title and headings, rows of one cell.
        columns: the headings of each column, the outermost first.
    """

    source: str
    titles: tuple[Label, ...]
    columns: Mapping[int, tuple[Label, ...]]
    rows: Sequence[Row]

    @cached_property
    def measures(self) -> frozenset[str]:
        """The stems of the words that head columns of figures."""
        columns = {column for row in self.rows for column in row.figures}
        heads = (label for column in columns for label in self.columns.get(column, ()))
        return frozenset(mark for label in heads for _, mark in label.words)

    @cached_property
    def units(self) -> frozenset[str]:
        """The units that columns of figures have of their own."""
        columns = {column for row in self.rows for column in row.figures}
        return frozenset(
            label.unit for column in columns for label in self.columns.get(column, ()) if label.unit
        )

    @cached_property
    def headed(self) -> bool:
        """Whether some column of figures has a heading; then one without is no more than a count of rows."""
        columns = {column for row in self.rows for column in row.figures}
        return any(self.columns.get(column) for column in columns)

    @cached_property
    def changes(self) -> bool:
        """Whether it tells by how much things rose or fell, in a column or in all its cells."""
        heads = [label for labels in self.columns.values() for label in labels]
        heads += [key for row in self.rows for key, _ in row.keys]
        return self.all_changes or any(label.change for label in heads)

    @cached_property
    def all_changes(self) -> bool:
        """Whether all its figures are changes: its title says so, and signs or what it compares with too."""
        columns = any(label.change for labels in self.columns.values() for label in labels)
        signed = any(
            cell.printed is not None and cell.printed.signed
            for row in self.rows
            for cell in row.figures.values()
        )
        titles = [label for label in self.titles if label.change]
        return not columns and any(signed or _COMPARES.search(label.text) for label in titles)

    @cached_property
    def by_rarest(self) -> Mapping[str, Sequence[Row]]:
        """Rows by the rarest mark of their keys, so that a claim need not be held against every row; those
        whose keys ask for nothing stand under the empty mark."""
        counts: dict[str, int] = defaultdict(int)
        required = [row.required for row in self.rows]
        for marks in required:
            for mark in marks:
                counts[mark] += 1
        found: dict[str, list[Row]] = defaultdict(list)
        for row, marks in zip(self.rows, required, strict=True):
            found[min(marks, key=lambda mark: (counts[mark], mark), default="")].append(row)
        return found
