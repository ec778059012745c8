"""The index's tables: what the records say, flat, for questions across articles. Derived; never edited.

Column names are those of the records. Everything here may be dropped and is rebuilt from the files.
"""

from __future__ import annotations

from sqlmodel import Field, SQLModel

SCHEMA_VERSION = 1


class MetaRow(SQLModel, table=True):
    """Facts of the index itself, such as its schema's version."""

    __tablename__ = "meta"
    name: str = Field(primary_key=True)
    value: str


class FileRow(SQLModel, table=True):
    """A record file as it was when last read; ``key`` is an article's slug, or empty."""

    __tablename__ = "file"
    path: str = Field(primary_key=True)
    sha256: str
    kind: str
    key: str = Field(index=True)


class ArticleRow(SQLModel, table=True):
    """One article."""

    __tablename__ = "article"
    slug: str = Field(primary_key=True)
    title: str
    path: str
    stage: str
    published: str | None = None
    language: str
    genre: str
    writer: str | None = None


class ClaimRow(SQLModel, table=True):
    """One claim with its status, as assessed when the index was last synchronised."""

    __tablename__ = "claim"
    id: str = Field(primary_key=True)
    article: str = Field(index=True)
    number: int
    text: str
    section: str
    kind: str
    label: str
    score: float
    status: str = Field(index=True)
    unsourced: str
    belief: float
    disbelief: float
    orphan: bool
    changed: bool
    signed: int


class EvidenceRow(SQLModel, table=True):
    """One item of evidence; ``number`` is its 1-based place in the claim."""

    __tablename__ = "evidence"
    claim: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    article: str = Field(index=True)
    source: str = Field(index=True)
    about: str
    stance: str
    status: str
    decided_by: str | None = None
    decided_at: str | None = None


class SignOffRow(SQLModel, table=True):
    """One sign-off; ``current`` says whether what was signed is what stands there now."""

    __tablename__ = "signoff"
    claim: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    article: str = Field(index=True)
    signed_by: str = Field(index=True)
    signed_at: str
    decision: str
    current: bool


class SourceRow(SQLModel, table=True):
    """One source; a confidential one appears under its pseudonym only."""

    __tablename__ = "source"
    id: str = Field(primary_key=True)
    title: str
    provider: str
    tier: str
    reliability: str
    lineage: str
    state: str
    published: str | None = None


class DerivationRow(SQLModel, table=True):
    """That a source took its information from another."""

    __tablename__ = "derivation"
    source: str = Field(primary_key=True)
    parent: str = Field(primary_key=True)
    relation: str


class QueryRow(SQLModel, table=True):
    """A question to somebody; ``answered`` is empty while it is out."""

    __tablename__ = "query"
    article: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    claim: str
    asked_of: str
    what: str
    asked: str
    asked_by: str
    due: str | None = None
    answered: str | None = None


class AssignmentRow(SQLModel, table=True):
    """Who is to check a claim; the last assignment of a claim is the one that holds."""

    __tablename__ = "assignment"
    claim: str = Field(primary_key=True)
    article: str = Field(index=True)
    person: str
    assigned_at: str


BY_ARTICLE = (ClaimRow, EvidenceRow, SignOffRow, QueryRow, AssignmentRow)
"""Tables whose rows belong to one article and are replaced with it."""
