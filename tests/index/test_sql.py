"""The index as docs/sql.md describes it, asked in SQL on both databases and kept by several processes."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, inspect, make_url, text
from sqlmodel import SQLModel

from claimcheck.index.engine import VIEWS, open_index
from claimcheck.index.tables import SCHEMA_VERSION

PAGE = (Path(__file__).parents[2] / "docs/sql.md").read_text("utf-8")
QUERIES = re.findall(r"^```sql\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
PROGRAM = Path(sys.executable).with_name("claimcheck")
DATABASES = ["sqlite", "postgresql"]


def documented() -> dict[str, set[str]]:
    """Columns by table, as the page has them."""
    found: dict[str, set[str]] = {}
    table = ""
    for name, columns in re.findall(
        r"^\| (?:`(\w+)`)? ?\| (`[^|]+) \|", PAGE.partition("## Tables")[2], re.MULTILINE
    ):
        table = name or table
        found.setdefault(table, set()).update(re.findall(r"`(\w+)`", columns))
    return found


def test_every_table_and_column_is_documented(tmp_path: Path) -> None:
    found = inspect(open_index(tmp_path, tmp_path))
    names = [name for name in found.get_table_names() if name in SQLModel.metadata.tables]
    assert {name: {column["name"] for column in found.get_columns(name)} for name in names} == documented()
    assert f"Version {SCHEMA_VERSION} of the schema" in PAGE


def test_every_view_and_its_columns_are_documented(tmp_path: Path) -> None:
    found = inspect(open_index(tmp_path, tmp_path))
    views = PAGE.partition("## Views")[2].partition("## Tables")[0]
    shown = {
        name: re.findall(r"`(\w+)`", columns)
        for name, columns in re.findall(r"^\| `(\w+)` \| ([^|]+)\|", views, re.MULTILINE)
    }
    assert shown == {name: [column["name"] for column in found.get_columns(name)] for name in VIEWS}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Two articles, one of them worked on: a source, accepted passages, a sign-off, a question, an edit."""
    root = tmp_path / "desk"
    root.mkdir()
    (tmp_path / "home").mkdir()
    body = "The quay closed in 1987. The ferry carried 4,000 people in May. Nine ships wait in the bay.\n"
    (root / "quay.md").write_text(body)
    (root / "bay.md").write_text("The bay froze in January 1987. Two boats sank in the bay.\n")
    (root / "log.md").write_text(body)
    call(root, "init")
    call(root, "extract", "quay.md", "bay.md")
    call(root, "source", "add", "log.md", "--from", "official-record", "--original")
    ids = [
        line.removeprefix("- id: ")
        for line in re.findall(r"^- id: \S+", (root / "claims/quay.yaml").read_text(), re.MULTILINE)
    ]
    call(
        root,
        "desk",
        "evidence",
        ids[0],
        "log",
        "The quay closed in 1987.",
        "--about",
        "content",
        "--stance",
        "supports",
    )
    call(
        root,
        "desk",
        "evidence",
        ids[1],
        "log",
        "The ferry carried 4,000 people in May.",
        "--about",
        "content",
        "--stance",
        "supports",
    )
    call(root, "sign", ids[1])
    call(root, "desk", "assign", ids[2], "--to", "bo")
    call(root, "desk", "query", ids[2], "--to", "the pilot", "How many?", "--due", "2026-03-09")
    (root / "quay.md").write_text(body.replace("4,000", "5,000"))
    call(root, "extract", "quay.md")
    return root


def environ(root: Path, **more: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"], "HOME": str(root.parent / "home"), "LANG": "C.UTF-8", "CLAIMCHECK_AS": "ann",
        "CLAIMCHECK_NOW": "2026-03-06T10:00:00Z", **more,
    }  # fmt: skip


def call(root: Path, *args: str, **more: str) -> str:
    done = subprocess.run(
        [str(PROGRAM), *args], cwd=root, env=environ(root, **more), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(params=DATABASES)
def where(request: pytest.FixtureRequest) -> dict[str, str]:
    """What the environment says of the index."""
    if request.param == "sqlite":
        return {}
    url = request.getfixturevalue("postgres_url")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS desk WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE desk"))
    engine.dispose()
    return {"CLAIMCHECK_INDEX_URL": make_url(url).set(database="desk").render_as_string(hide_password=False)}


def readers(place: str, where: dict[str, str]) -> Engine:
    """A connection that may only read."""
    if not where:
        return create_engine("sqlite://", creator=lambda: sqlite3.connect(f"file:{place}?mode=ro", uri=True))
    return create_engine(where["CLAIMCHECK_INDEX_URL"], execution_options={"postgresql_readonly": True})


def test_the_questions_of_the_page_are_answered_on_both_databases(desk: Path, where: dict[str, str]) -> None:
    place = call(desk, "status", "--index", **where).strip()
    answers = []
    with readers(place, where).connect() as connection:
        for query in QUERIES:
            answers.append([tuple(row) for row in connection.execute(text(query))])
    left, people, sources, out, alone, changed = answers
    assert ("bay", "unsourced") in {row[:2] for row in left}
    assert people == [("bo", 1)]
    assert [(row[0], row[2], row[5]) for row in sources] == [("log", "primary", 2)]
    assert [(row[0], row[1]) for row in out] == [("2026-03-09", "the pilot")]
    assert [source for _, source in alone] == ["log", "log"]
    assert [row[1] for row in changed] == ["The ferry carried 5,000 people in May."]


def test_a_reader_can_change_nothing(desk: Path, where: dict[str, str]) -> None:
    place = call(desk, "status", "--index", **where).strip()
    with readers(place, where).connect() as connection, pytest.raises(Exception, match=r"read-?only"):
        connection.execute(text("DELETE FROM claim"))


def test_processes_at_once_say_the_same_and_deleting_the_index_loses_nothing(
    desk: Path, where: dict[str, str]
) -> None:
    calls = [
        subprocess.Popen([str(PROGRAM), "status", "--json"], cwd=desk, env=environ(desk, **where), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]  # fmt: skip
    answers = [process.communicate(timeout=120) for process in calls]
    assert [process.returncode for process in calls] == [0] * 4, answers
    assert len({said for said, _ in answers}) == 1
    before = json.loads(answers[0][0])
    assert [article["claims"] for article in before["articles"]] == [2, 3]
    if where:
        engine = create_engine(where["CLAIMCHECK_INDEX_URL"])
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
    else:
        for path in (desk.parent / "home/.cache/claimcheck/index").iterdir():
            path.unlink()
    assert json.loads(call(desk, "status", "--json", **where)) == before


def test_where_the_index_lies_is_printed_without_a_password(tmp_path: Path) -> None:
    from claimcheck.index.engine import place_of

    url = "postgresql+psycopg://desk:hunter2@db.example/claims"
    assert place_of(create_engine(url)) == "postgresql+psycopg://desk:***@db.example/claims"
    engine = open_index(tmp_path, tmp_path)
    assert Path(place_of(engine)).is_file()
