"""Opening the index: SQLite in the user's cache by default, PostgreSQL where a URL says so."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from sqlalchemy import Engine, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool
from sqlmodel import Session, SQLModel, create_engine, select

from claimcheck.errors import ClaimcheckError
from claimcheck.index.tables import SCHEMA_VERSION, MetaRow

BUSY_SECONDS = 30

VIEWS = {
    "open_claims": (
        "SELECT c.article, c.number, c.id, c.status, c.unsourced, c.label, c.kind, c.text, s.person "
        "FROM claim c LEFT JOIN assignment s ON s.claim = c.id "
        "WHERE c.status NOT IN ('strong', 'adequate', 'exempt') AND NOT c.orphan"
    ),
    "evidence_used": (
        "SELECT e.article, e.claim, e.number, e.stance, e.about, e.status, e.source, s.title, s.tier, "
        "s.reliability, s.state FROM evidence e LEFT JOIN source s ON s.id = e.source"
    ),
    "queries_out": "SELECT article, claim, asked_of, what, asked, due FROM query WHERE answered IS NULL",
}
"""Views for those who want SQL; docs/sql.md describes them, and a test holds it to the tables."""


class IndexUnavailable(ClaimcheckError):
    """The index's database cannot be opened."""

    def __init__(self, where: str, error: Exception) -> None:
        super().__init__(
            f"The index cannot be opened: {type(error).__name__}: {str(error).splitlines()[0].rstrip('.')}.",
            place=where,
            remedy="It is derived: delete it, or correct CLAIMCHECK_INDEX_URL. No record is affected.",
        )


def index_path(cache: Path, root: Path) -> Path:
    """Where a workspace's index lies in the user's cache."""
    return cache / "index" / f"{sha256(str(root).encode()).hexdigest()[:16]}.sqlite3"


def place_of(engine: Engine) -> str:
    """Where an index lies: the file of SQLite, or the database's address without its password."""
    url = engine.url
    return (
        str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    )


def open_index(cache: Path, root: Path, url: str | None = None) -> Engine:
    """Open (and, where needed, make) the index of a workspace.

    Args:
        cache: the user's cache folder.
        url: a database URL such as ``postgresql+psycopg://…``; SQLite in the cache without it.

    Raises:
        IndexUnavailable: naming the place, without the password of a URL.
    """
    path = index_path(cache, root)
    where = url.rpartition("@")[2] if url else str(path)
    try:
        engine = create_engine(url, poolclass=NullPool) if url else _sqlite(path)
        _make(engine)
    except (SQLAlchemyError, OSError, ImportError) as error:
        raise IndexUnavailable(where, error) from None
    return engine


def _sqlite(path: Path) -> Engine:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS}, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _prepare(connection, _record) -> None:  # type: ignore[no-untyped-def]  # sqlalchemy's hook
        # pysqlite would begin a deferred transaction, which fails under two writers; we begin our own.
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")

    @event.listens_for(engine, "begin")
    def _begin(connection) -> None:  # type: ignore[no-untyped-def]  # sqlalchemy's hook
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def lock(session: Session) -> None:
    """Keep a second synchronisation out until this transaction ends."""
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(text("SELECT pg_advisory_xact_lock(723_001)"))


def _make(engine: Engine) -> None:
    with Session(engine) as session, session.begin():
        lock(session)
        connection = session.connection()
        SQLModel.metadata.tables["meta"].create(connection, checkfirst=True)
        known = session.exec(select(MetaRow).where(MetaRow.name == "schema")).first()
        if known is not None and known.value == str(SCHEMA_VERSION):
            return
        for name in VIEWS:
            connection.execute(text(f"DROP VIEW IF EXISTS {name}"))
        SQLModel.metadata.drop_all(connection)
        SQLModel.metadata.create_all(connection)
        for name, query in VIEWS.items():
            connection.execute(text(f"CREATE VIEW {name} AS {query}"))
        session.add(MetaRow(name="schema", value=str(SCHEMA_VERSION)))
