"""Questions across articles, asked of the index."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Engine, func
from sqlmodel import Session, col, select

from claimcheck.index.tables import (
    ArticleRow,
    AssignmentRow,
    ClaimRow,
    EvidenceRow,
    QueryRow,
    SignOffRow,
    SourceRow,
)


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    """Where one article stands; ``undecided`` counts claims with proposals nobody decided.

    A claim whose sentence is gone counts in ``orphans`` and nowhere else.

    Attributes:
        spoken_against: claims with accepted evidence against them that their status does not tell of.
        opposed: claims for which a contradicting passage is proposed.
    """

    slug: str
    title: str
    stage: str
    claims: int
    by_status: dict[str, int]
    undecided: int
    spoken_against: int
    opposed: int
    signed: int
    changed: int
    orphans: int


@dataclass(frozen=True, slots=True)
class PersonStatus:
    """What one person has signed, and what is assigned to them and still open."""

    name: str
    signed: int
    assigned_open: int


@dataclass(frozen=True, slots=True)
class OpenQuery:
    """A question that is out; ``overdue`` as of the day asked for."""

    id: str
    article: str
    claim: str
    to: str
    what: str
    asked: str
    due: str | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """The state of the desk."""

    articles: tuple[ArticleStatus, ...]
    people: tuple[PersonStatus, ...]
    queries: tuple[OpenQuery, ...]


def desk_status(engine: Engine, today: str) -> DeskStatus:
    """Where every article, person and open question stands.

    Args:
        today: ISO date; a query that was due before it is overdue.
    """
    with Session(engine) as session:
        articles = tuple(
            _article(session, row) for row in session.exec(select(ArticleRow).order_by(ArticleRow.slug))
        )
        return DeskStatus(articles, tuple(_people(session)), tuple(_queries(session, today)))


def _article(session: Session, row: ArticleRow) -> ArticleStatus:
    claims = session.exec(select(ClaimRow).where(ClaimRow.article == row.slug)).all()
    live = [claim for claim in claims if not claim.orphan]
    counts: dict[str, int] = {}
    for claim in live:
        counts[claim.status] = counts.get(claim.status, 0) + 1
    waiting = _having(session, row, EvidenceRow.status == "proposed")
    opposed = _having(session, row, EvidenceRow.stance == "contradicts", EvidenceRow.status == "proposed")
    withdrawn = select(SourceRow.id).where(SourceRow.state == "retracted")
    against = _having(
        session,
        row,
        EvidenceRow.stance == "contradicts",
        EvidenceRow.status == "accepted",
        col(EvidenceRow.source).not_in(withdrawn),
    )
    silent = {claim.id for claim in live if claim.status not in ("contradicted", "disputed", "exempt")}
    standing = {claim.id for claim in live}
    return ArticleStatus(
        slug=row.slug,
        title=row.title,
        stage=row.stage,
        claims=len(live),
        by_status=counts,
        undecided=len(waiting & standing),
        spoken_against=len(against & silent),
        opposed=len(opposed & standing),
        signed=sum(claim.signed > 0 for claim in live),
        changed=sum(claim.changed for claim in live),
        orphans=len(claims) - len(live),
    )


def _having(session: Session, row: ArticleRow, *which: ColumnElement[bool] | bool) -> set[str]:
    """Ids of the article's claims that have evidence of a sort."""
    return set(session.exec(select(EvidenceRow.claim).where(EvidenceRow.article == row.slug, *which)).all())


def _people(session: Session) -> list[PersonStatus]:
    signed = dict(
        session.exec(
            select(SignOffRow.signed_by, func.count())
            .join(ClaimRow, col(ClaimRow.id) == SignOffRow.claim)
            .where(SignOffRow.current, col(ClaimRow.orphan).is_(False))
            .group_by(SignOffRow.signed_by)
        ).all()
    )
    assigned = dict(
        session.exec(
            select(AssignmentRow.person, func.count())
            .join(ClaimRow, col(ClaimRow.id) == AssignmentRow.claim)
            .where(ClaimRow.signed == 0, col(ClaimRow.orphan).is_(False))
            .group_by(AssignmentRow.person)
        ).all()
    )
    return [
        PersonStatus(name, signed.get(name, 0), assigned.get(name, 0))
        for name in sorted({*signed, *assigned})
    ]


def _queries(session: Session, today: str) -> list[OpenQuery]:
    rows = session.exec(select(QueryRow).where(col(QueryRow.answered).is_(None))).all()
    rows = sorted(rows, key=lambda row: (row.due or "9999", row.asked, row.article, row.id))
    return [
        OpenQuery(
            row.id, row.article, row.claim, row.asked_of, row.what, row.asked, row.due,
            bool(row.due and row.due[:10] < today),
        )
        for row in rows
    ]  # fmt: skip
