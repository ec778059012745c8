"""Bringing the index up to the records: only what changed since, in one transaction.

A claim's status rests on the sources too, so when a source or the policy changes every article is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Engine, delete, insert
from sqlmodel import Session, SQLModel, col, select

from claimcheck.assessment.assess import Assessment
from claimcheck.index.engine import lock
from claimcheck.index.tables import (
    BY_ARTICLE,
    ArticleRow,
    AssignmentRow,
    ClaimRow,
    DerivationRow,
    EvidenceRow,
    FileRow,
    MetaRow,
    QueryRow,
    SignOffRow,
    SourceRow,
)
from claimcheck.records.models import Claim, ClaimFile, DeskFile, Source

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class ArticleState:
    """An article as the records have it.

    Attributes:
        sha256: over the bytes of the claims file and, where there is one, the desk file.
    """

    slug: str
    sha256: str
    record: ClaimFile
    desk: DeskFile | None = None


@dataclass(frozen=True, slots=True)
class WorkspaceState:
    """What the index is brought up to.

    Attributes:
        basis: hash over everything statuses rest on besides the articles: sources, copying, policy.
        assess: the assessments of an article's claims by id; called for changed articles only.
        fingerprint: what a sign-off of a claim would be stamped with now.
    """

    articles: Sequence[ArticleState]
    sources: Mapping[str, Source]
    basis: str
    assess: Callable[[ArticleState], Mapping[str, Assessment]]
    fingerprint: Callable[[Claim], str]


def basis_of(sources: Mapping[str, str], copying: Iterable[tuple[str, str]], policy: str) -> str:
    """Hash over the sources' file hashes by id, the copying found, and the policy with its overrides."""
    parts = [f"{name}={digest}" for name, digest in sorted(sources.items())]
    parts += [f"{later}<{earlier}" for later, earlier in sorted(copying)]
    return sha256("\n".join([*parts, policy]).encode()).hexdigest()


def synchronise(engine: Engine, state: WorkspaceState) -> int:
    """Bring the index up to ``state`` and return how many articles were read anew.

    Two processes may do so at once: the second waits, then finds nothing left to do.
    """
    with Session(engine) as session, session.begin():
        lock(session)
        known = {row.key: row.sha256 for row in session.exec(select(FileRow))}
        if _meta(session, "basis") != state.basis:
            known = {}
            _replace_sources(session, state.sources)
            _set_meta(session, "basis", state.basis)
        present = {article.slug for article in state.articles}
        changed = [article for article in state.articles if known.get(article.slug) != article.sha256]
        gone = {row.key for row in session.exec(select(FileRow))} - present
        for slug in gone | {article.slug for article in changed}:
            _forget(session, slug)
        for article in changed:
            _record(session, article, state)
    return len(changed)


def _meta(session: Session, name: str) -> str | None:
    row = session.get(MetaRow, name)
    return row.value if row else None


def _set_meta(session: Session, name: str, value: str) -> None:
    session.merge(MetaRow(name=name, value=value))


def _forget(session: Session, slug: str) -> None:
    connection = session.connection()
    for table in BY_ARTICLE:
        connection.execute(delete(table).where(col(table.article) == slug))
    connection.execute(delete(ArticleRow).where(col(ArticleRow.slug) == slug))
    connection.execute(delete(FileRow).where(col(FileRow.key) == slug))


def _insert(session: Session, table: type[SQLModel], rows: Iterable[Row]) -> None:
    listed = [{key: _storable(value) for key, value in row.items()} for row in rows]
    if listed:
        session.connection().execute(insert(table), listed)


def _storable(value: object) -> object:
    """PostgreSQL refuses NUL in text; no record has one, but its index must not be what fails if it had."""
    return value.replace("\x00", "\ufffd") if isinstance(value, str) else value


def _replace_sources(session: Session, sources: Mapping[str, Source]) -> None:
    connection = session.connection()
    connection.execute(delete(SourceRow))
    connection.execute(delete(DerivationRow))
    _insert(session, SourceRow, (_source(source) for source in sources.values()))
    _insert(
        session,
        DerivationRow,
        (
            {"source": source.id, "parent": parent, "relation": relation}
            for source in sources.values()
            for parent, relation in {d.source: d.relation for d in source.derived_from}.items()
        ),
    )


def _source(source: Source) -> Row:
    title = source.private.pseudonym if source.private else source.title
    return {
        "id": source.id,
        "title": title,
        "provider": source.provider,
        "tier": source.tier,
        "reliability": source.reliability,
        "lineage": source.lineage,
        "state": source_state(source),
        "published": source.published,
    }


def source_state(source: Source) -> str:
    """Where a source stands, in a word or two."""
    if source.retracted:
        return "retracted"
    if source.private:
        return "held privately"
    if source.testimony:
        return "testimony"
    return "on hand" if source.text else "cited only"


def _record(session: Session, article: ArticleState, state: WorkspaceState) -> None:
    about = article.record.article
    assessments = state.assess(article)
    fields = ("title", "path", "stage", "published", "language", "genre", "writer")
    _insert(session, ArticleRow, [{"slug": article.slug, **{name: getattr(about, name) for name in fields}}])
    _insert(
        session,
        FileRow,
        [
            {
                "path": f"claims/{article.slug}.yaml",
                "sha256": article.sha256,
                "kind": "claims",
                "key": article.slug,
            }
        ],
    )
    claims = article.record.claims
    signed = {claim.id: state.fingerprint(claim) for claim in claims if claim.signoffs}
    _insert(
        session,
        ClaimRow,
        [_claim(article.slug, n, c, assessments[c.id], signed) for n, c in enumerate(claims, 1)],
    )
    _insert(session, EvidenceRow, (row for claim in claims for row in _evidence(article.slug, claim)))
    _insert(session, SignOffRow, (row for claim in claims for row in _signoffs(article.slug, claim, signed)))
    if article.desk is not None:
        _desk(session, article.slug, article.desk)


def _claim(slug: str, number: int, claim: Claim, assessment: Assessment, signed: Mapping[str, str]) -> Row:
    verdict = assessment.decisive.verdict
    current = [s for s in claim.signoffs if s.fingerprint == signed[claim.id]]
    return {
        "id": claim.id,
        "article": slug,
        "number": number,
        "text": claim.text,
        "section": claim.section,
        "kind": claim.kind,
        "label": claim.check_worthiness.label,
        "score": claim.check_worthiness.score,
        "status": assessment.status,
        "unsourced": verdict.unsourced,
        "belief": verdict.opinion.belief,
        "disbelief": verdict.opinion.disbelief,
        "orphan": claim.orphan,
        "changed": bool(claim.signoffs) and not current,
        "signed": len(current),
    }


def _evidence(slug: str, claim: Claim) -> Iterable[Row]:
    for number, item in enumerate(claim.evidence, 1):
        yield {
            "claim": claim.id,
            "number": number,
            "article": slug,
            "source": item.source,
            "about": item.about,
            "stance": item.stance,
            "status": item.status,
            "decided_by": item.by,
            "decided_at": item.at,
        }


def _signoffs(slug: str, claim: Claim, signed: Mapping[str, str]) -> Iterable[Row]:
    for number, signoff in enumerate(claim.signoffs, 1):
        yield {
            "claim": claim.id,
            "number": number,
            "article": slug,
            "signed_by": signoff.by,
            "signed_at": signoff.at,
            "decision": signoff.decision,
            "current": signoff.fingerprint == signed[claim.id],
        }


def _desk(session: Session, slug: str, desk: DeskFile) -> None:
    _insert(
        session,
        QueryRow,
        (
            {
                "article": slug, "id": query.id, "claim": query.claim, "asked_of": query.to,
                "what": query.what, "asked": query.asked, "asked_by": query.by, "due": query.due,
                "answered": query.answered,
            }
            for query in desk.queries
        ),
    )  # fmt: skip
    latest = {item.claim: item for item in desk.assignments}
    _insert(
        session,
        AssignmentRow,
        (
            {"claim": item.claim, "article": slug, "person": item.to, "assigned_at": item.at}
            for item in latest.values()
        ),
    )
