"""Months and quarters among the headings of a table, with the year that stands elsewhere in it.

"Jan", "Feb" head the columns and 2024 the rows, or stands over the table: only both together are a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.documents.calendar_words import MONTH
from claimcheck.documents.printed import without_notes
from claimcheck.evidence.tables.labels import Label, label_of
from claimcheck.evidence.tables.model import Row, Table

_PART = re.compile(
    rf"{MONTH}|[qh][1-4]|(?:1st|2nd|3rd|4th|first|second|third|fourth) (?:quarter|half)",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_FEWEST_MONTHS = 2


def with_years(table: Table) -> Table:
    """A table whose months and quarters have their year, and whose first days of months are months.

    Where rows have the months and columns the years, or the other way round, each figure becomes a row of
    its own, whose last key is its date.
    """
    table = _by_months(table)
    in_columns = any(_lacking(labels) for labels in table.columns.values())
    in_rows = any(_lacking([key for key, _ in row.keys]) for row in table.rows)
    if in_columns and all(_year_of(key for key, _ in row.keys) for row in table.rows):
        return _one_a_figure(table)
    if in_rows and any(_year_of(labels) for labels in table.columns.values()):
        return _one_a_figure(table)
    return _joined(table, _year_over(table.titles) if in_columns or in_rows else "")


def _by_months(table: Table) -> Table:
    """A table of 2024-02-01, 2024-03-01 … is by months: that is how programs write them."""
    labels = {label for heads in table.columns.values() for label in heads}
    labels |= {key for row in table.rows for key, _ in row.keys}
    days = {label for label in labels if _DAY.fullmatch(label.text)}
    firsts = {label.text[5:] for label in days if label.text.endswith("-01")}
    if len(firsts) < _FEWEST_MONTHS or len({label.text[8:] for label in days}) > 1:
        return table

    def month(label: Label) -> Label:
        return label_of(label.text[:7]) if label in days else label

    columns = {column: tuple(month(label) for label in heads) for column, heads in table.columns.items()}
    rows = [replace(row, keys=tuple((month(key), head) for key, head in row.keys)) for row in table.rows]
    return replace(table, columns=columns, rows=rows)


def _one_a_figure(table: Table) -> Table:
    empty = label_of("")
    columns = {column: tuple(_undated(labels)) for column, labels in table.columns.items()}
    rows = []
    for row in table.rows:
        heads = dict(row.keys)
        for column, cell in row.figures.items():
            dated = _dated([*heads, *table.columns.get(column, ())], "")
            when = [label for label in dated if label.dates and not label.words]
            keys = [(key, heads[key]) for key in _undated([*heads])]
            rows.append(
                replace(row, keys=(*keys, *((label, empty) for label in when)), figures={column: cell})
            )
    return replace(table, columns=columns, rows=rows)


def _undated(labels: Iterable[Label]) -> Iterator[Label]:
    """Headings that are no months, quarters or years."""
    return (label for label in labels if not _is_part(label) and not _year_of([label]))


def _joined(table: Table, year: str) -> Table:
    columns = {column: tuple(_dated(labels, year)) for column, labels in table.columns.items()}
    return replace(table, columns=columns, rows=[_dated_row(row, year) for row in table.rows])


def _dated_row(row: Row, year: str) -> Row:
    labels = _dated([key for key, _ in row.keys], year)
    if [key for key, _ in row.keys] == labels:
        return row
    heads: dict[str, Label] = {key.text: head for key, head in row.keys}
    empty = label_of("")
    return replace(row, keys=tuple((label, heads.get(label.text, empty)) for label in labels))


def _dated(labels: Sequence[Label], year: str) -> list[Label]:
    """Headings in which a month and its own year, or else the year given, are one."""
    if not any(_is_part(label) for label in labels):
        return list(labels)
    own = _year_of(labels)
    found = [label for label in labels if not (own and _year_of([label]))]
    when = own or year
    return [label_of(f"{label.text} {when}") if when and _is_part(label) else label for label in found]


def _is_part(label: Label) -> bool:
    return len(label.text) <= 16 and _PART.fullmatch(without_notes(label.text)) is not None


def _lacking(labels: Sequence[Label]) -> bool:
    return any(_is_part(label) for label in labels) and not _year_of(labels)


def _year_of(labels: Iterable[Label]) -> str:
    """The one year that some headings are, or nothing."""
    years = {
        without_notes(label.text)
        for label in labels
        if len(label.dates) == 1 and label.dates[0].granularity == "year" and not label.words
    }
    return years.pop() if len(years) == 1 else ""


def _year_over(titles: Sequence[Label]) -> str:
    """The year that the nearest of the titles with dates is of, where it is only one."""
    for title in reversed(titles):
        if title.dates:
            mention = title.dates[0]
            one = len(title.dates) == 1 and mention.granularity == "year"
            return title.text[mention.start : mention.end] if one else ""
    return ""
