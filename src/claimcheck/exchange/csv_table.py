"""A table of claims as CSV (RFC 4180), safe to open in a spreadsheet, and read back without loss."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from typing import get_type_hints

from claimcheck.errors import ClaimcheckError
from claimcheck.exchange.escaping import cell, uncell
from claimcheck.exchange.model import ExportedArticle, Holdings
from claimcheck.records.changed import wording_decided_on
from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.records.models import Claim, EvidenceStatus, Stance
from claimcheck.rules.places import FileLines, claim_place

BOM = "\ufeff"
"""Excel reads a file as UTF-8 only where this stands first."""


class BadTable(ClaimcheckError):
    """A CSV file is not a table that claimcheck wrote."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"This is no table of claims: {why}.", place=f"line {line}")


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim, as a line of the table.

    Attributes:
        place: ``path:line:column`` in the article's file, 1-based, in code points; or page, cell, time.
        supporting, contradicting: accepted items; neutral ones are counted in neither.
        proposed, rejected: items of any stance.
        signed_by: each sign-off as ``NAME: DECISION, DAY``, separated by semicolons; one given for something
            else ends in ``(changed since)``.
        sources: ids of the sources with accepted evidence, sorted, separated by semicolons.
        changed: ``yes`` where the sentence was edited after it was decided on, so that the status is that of
            the earlier wording; else empty.
    """

    id: str
    place: str
    text: str
    kind: str
    worthiness: str
    status: str
    sentence: str
    supporting: int
    contradicting: int
    proposed: int
    rejected: int
    signed_by: str
    sources: str
    changed: str


_COLUMNS = [item.name for item in fields(ClaimLine)]


def lines_of(holdings: Holdings) -> list[ClaimLine]:
    """Every live claim, by article and place."""
    retracted = {name: source.retracted is not None for name, source in holdings.sources.items()}
    return [line for article in holdings.articles for line in _of_article(article, retracted)]


def _of_article(article: ExportedArticle, retracted: Mapping[str, bool]) -> Iterator[ClaimLine]:
    lines, path = FileLines(article.text, article.original), article.record.article.path
    for claim in article.live:
        yield _line(article, claim, claim_place(path, claim, lines), retracted)


def _line(article: ExportedArticle, claim: Claim, place: str, retracted: Mapping[str, bool]) -> ClaimLine:
    now = claim_fingerprint(claim, retracted)
    assessment = article.assessments[claim.id]
    return ClaimLine(
        id=claim.id,
        place=place,
        text=claim.text,
        kind=claim.kind,
        worthiness=claim.check_worthiness.label,
        status=assessment.status,
        sentence=assessment.sentence,
        supporting=_count(claim, "accepted", "supports"),
        contradicting=_count(claim, "accepted", "contradicts"),
        proposed=_count(claim, "proposed"),
        rejected=_count(claim, "rejected"),
        signed_by="; ".join(
            f"{s.by}: {s.decision}, {s.at[:10]}{'' if s.fingerprint == now else ' (changed since)'}"
            for s in claim.signoffs
        ),
        sources="; ".join(sorted({item.source for item in claim.evidence if item.status == "accepted"})),
        changed="yes" if wording_decided_on(claim) is not None else "",
    )


def _count(claim: Claim, status: EvidenceStatus, stance: Stance | None = None) -> int:
    return sum(item.status == status and stance in (None, item.stance) for item in claim.evidence)


def render(holdings: Holdings, *, bom: bool = False) -> str:
    """The table, lines ended by CR LF.

    Args:
        bom: put a byte order mark in front, for Excel.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for line in lines_of(holdings):
        writer.writerow([cell(value) if isinstance(value, str) else value for value in astuple(line)])
    return (BOM if bom else "") + out.getvalue()


def read(text: str) -> list[ClaimLine]:
    """The lines of a table that :func:`render` wrote.

    Raises:
        BadTable: where the columns are others, or a count is no number.
    """
    rows = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), strict=True)
    try:
        if next(rows, None) != _COLUMNS:
            raise BadTable(1, f"the columns are not {', '.join(_COLUMNS)}")
        return [_read_line(row, rows.line_num) for row in rows]
    except csv.Error as error:
        raise BadTable(rows.line_num, str(error)) from None


def _read_line(row: list[str], number: int) -> ClaimLine:
    if len(row) != len(_COLUMNS):
        raise BadTable(number, f"{len(row)} cells where {len(_COLUMNS)} are expected")
    types = get_type_hints(ClaimLine)
    values: dict[str, object] = {}
    for name, value in zip(_COLUMNS, row, strict=True):
        if types[name] is int and not (value.isascii() and value.isdigit()):
            raise BadTable(number, f"{name} is no number")
        values[name] = int(value) if types[name] is int else uncell(value)
    return ClaimLine(**values)  # type: ignore[arg-type]
