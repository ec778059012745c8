from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from claimcheck.assessment.assess import assess_claim
from claimcheck.assessment.policy import load_policy
from claimcheck.index.engine import IndexUnavailable, index_path, open_index
from claimcheck.index.queries import desk_status
from claimcheck.index.sync import ArticleState, WorkspaceState, basis_of, synchronise
from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.records.models import (
    Anchor,
    Article,
    Assignment,
    Claim,
    ClaimFile,
    DeskFile,
    Evidence,
    Query,
    SignOff,
    Source,
    StoredFile,
    Worthiness,
)

AT = "2026-03-04T09:00:00Z"


def claim(key: str, slug: str = "harbour", *, accepted: bool = False, signed: bool = False) -> Claim:
    evidence = Evidence(
        source="minutes", about="content", stance="supports", exact="ab", start=0, end=2, snapshot="sha256:0",
        status="accepted" if accepted else "proposed", by="m.ito" if accepted else None, at=AT if accepted else None,
        judge="facts/1",
    )  # fmt: skip
    made = Claim(
        id=f"{slug}/{key}", text="The board met.", anchor=Anchor(start=0, end=14), kind="event",
        check_worthiness=Worthiness(label="CFS", score=0.9), evidence=[evidence],
    )  # fmt: skip
    if not signed:
        return made
    stamp = claim_fingerprint(made, {})
    return made.model_copy(
        update={"signoffs": [SignOff(by="r.osei", at=AT, decision="verified", fingerprint=stamp)]}
    )


def state(*claims: Claim, sha: str = "1", slug: str = "harbour", reliability: str = "A") -> WorkspaceState:
    sources = {
        "minutes": Source(
            claimcheck=1, id="minutes", title="Minutes", provider="official-record", tier="primary",
            reliability=reliability, lineage="original", text=StoredFile(path="x", sha256="0" * 64),
        )
    }  # fmt: skip
    desk = DeskFile(
        claimcheck=1,
        queries=[
            Query(
                id="q1",
                claim=claims[0].id,
                to="the clerk",
                what="Which vote?",
                asked=AT,
                by="m.ito",
                due="2026-03-05",
            )
        ],
        assignments=[Assignment(claim=claims[0].id, to="m.ito", by="r.osei", at=AT)],
    )
    article = Article(title="Harbour", path="articles/harbour.md", sha256="0" * 64)
    record = ClaimFile(claimcheck=1, article=article, claims=list(claims))
    policy = load_policy()
    return WorkspaceState(
        articles=[ArticleState(slug, sha, record, desk)],
        sources=sources,
        basis=basis_of({"minutes": reliability}, [], policy.version),
        assess=lambda a: {c.id: assess_claim(c, sources, policy) for c in a.record.claims},
        fingerprint=lambda c: claim_fingerprint(c, {}),
    )


@pytest.fixture
def sqlite(tmp_path: Path) -> Engine:
    return open_index(tmp_path, tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    if request.param == "sqlite":
        return open_index(tmp_path, tmp_path)
    url: str = request.getfixturevalue("postgres_url")
    opened = open_index(tmp_path, tmp_path, url)
    with opened.begin() as connection:
        for table in ("meta", "file", "article", "claim", "evidence", "signoff", "query", "assignment"):
            connection.execute(text(f"DELETE FROM {table}"))
    return open_index(tmp_path, tmp_path, url)


def test_only_articles_that_changed_are_read_again(engine: Engine) -> None:
    assert synchronise(engine, state(claim("aaaaaaaa"))) == 1
    assert synchronise(engine, state(claim("aaaaaaaa"))) == 0
    assert synchronise(engine, state(claim("aaaaaaaa"), claim("bbbbbbbb"), sha="2")) == 1


def test_a_source_that_changed_reassesses_every_article(engine: Engine) -> None:
    synchronise(engine, state(claim("aaaaaaaa", accepted=True)))
    before = desk_status(engine, "2026-03-04").articles[0].by_status
    assert synchronise(engine, state(claim("aaaaaaaa", accepted=True), reliability="F")) == 1
    after = desk_status(engine, "2026-03-04").articles[0].by_status
    assert (before, after) == ({"strong": 1}, {"ungraded": 1})


def test_an_article_that_is_gone_leaves_nothing(engine: Engine) -> None:
    synchronise(engine, state(claim("aaaaaaaa")))
    synchronise(engine, state(claim("aaaaaaaa", "other"), slug="other"))
    assert [a.slug for a in desk_status(engine, "2026-03-04").articles] == ["other"]
    with engine.begin() as connection:
        left = connection.execute(text("SELECT count(*) FROM claim WHERE article = 'harbour'")).scalar()
    assert left == 0


def test_status_counts_people_and_what_is_out(engine: Engine) -> None:
    synchronise(engine, state(claim("aaaaaaaa"), claim("bbbbbbbb", accepted=True, signed=True)))
    status = desk_status(engine, "2026-03-06")
    article = status.articles[0]
    assert (article.claims, article.undecided, article.signed, article.changed) == (2, 1, 1, 0)
    assert [(p.name, p.signed, p.assigned_open) for p in status.people] == [("m.ito", 0, 1), ("r.osei", 1, 0)]
    assert [(q.to, q.overdue) for q in status.queries] == [("the clerk", True)]
    assert not desk_status(engine, "2026-03-05").queries[0].overdue


def test_contradictions_are_counted_that_no_status_tells_of(engine: Engine) -> None:
    waiting = claim("aaaaaaaa")
    proposed = waiting.evidence[0].model_copy(update={"stance": "contradicts"})
    decided = proposed.model_copy(update={"status": "accepted", "by": "m.ito", "at": AT})
    claims = [waiting.model_copy(update={"evidence": [proposed]})]
    for key in ("bbbbbbbb", "cccccccc"):
        claims.append(claim(key).model_copy(update={"evidence": [decided]}))
    for reliability, silent in (("D", 2), ("A", 0)):
        synchronise(engine, state(*claims, reliability=reliability))
        article = desk_status(engine, "2026-03-06").articles[0]
        assert (article.opposed, article.spoken_against) == (1, silent)


def test_a_claim_whose_sentence_is_gone_counts_as_gone_and_nowhere_else(engine: Engine) -> None:
    gone = [
        claim("aaaaaaaa").model_copy(update={"orphan": True}),
        claim("bbbbbbbb", accepted=True, signed=True).model_copy(update={"orphan": True}),
    ]
    synchronise(engine, state(*gone, claim("cccccccc")))
    status = desk_status(engine, "2026-03-06")
    article = status.articles[0]
    assert (article.claims, article.undecided, article.signed, article.orphans) == (1, 1, 0, 2)
    assert article.by_status == {"unsourced": 1}
    assert "r.osei" not in [person.name for person in status.people]


def test_a_sign_off_whose_claim_changed_is_not_current(engine: Engine) -> None:
    signed = claim("aaaaaaaa", accepted=True, signed=True)
    changed = signed.model_copy(update={"evidence": []})
    synchronise(engine, state(changed))
    article = desk_status(engine, "2026-03-04").articles[0]
    assert (article.signed, article.changed) == (0, 1)


def test_views_answer_plain_sql(engine: Engine) -> None:
    synchronise(engine, state(claim("aaaaaaaa")))
    with engine.begin() as connection:
        rows = connection.execute(text("SELECT id, status, person FROM open_claims")).all()
    assert [tuple(row) for row in rows] == [("harbour/aaaaaaaa", "unsourced", "m.ito")]


def test_deleting_the_index_loses_nothing(tmp_path: Path) -> None:
    wanted = state(claim("aaaaaaaa"), claim("bbbbbbbb"))
    engine = open_index(tmp_path, tmp_path)
    synchronise(engine, wanted)
    before = desk_status(engine, "2026-03-04")
    index_path(tmp_path, tmp_path).unlink()
    engine = open_index(tmp_path, tmp_path)
    synchronise(engine, wanted)
    assert desk_status(engine, "2026-03-04") == before


def test_two_at_once_end_with_one_copy_of_everything(engine: Engine) -> None:
    claims = [claim(f"{'a' * 6}{x}{y}") for x in "bcdefg" for y in "bcdefg"]
    failures: list[BaseException] = []

    def run() -> None:
        try:
            for turn in range(5):
                synchronise(engine, state(*claims, sha=str(turn)))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert desk_status(engine, "2026-03-04").articles[0].claims == len(claims)


def test_nul_in_a_text_does_not_break_the_index(engine: Engine) -> None:
    odd = claim("aaaaaaaa").model_copy(update={"section": "a\x00b"})
    assert synchronise(engine, state(odd)) == 1


def test_a_file_that_is_no_database_is_one_clear_error(tmp_path: Path) -> None:
    path = index_path(tmp_path, tmp_path)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(IndexUnavailable, match="delete it"):
        open_index(tmp_path, tmp_path)


def test_an_unreachable_server_is_named_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable) as caught:
        open_index(tmp_path, tmp_path, "postgresql+psycopg://desk:hunter2@127.0.0.1:1/claims")
    assert "hunter2" not in str(caught.value)


def test_the_sqlite_index_is_kept_in_write_ahead_mode(sqlite: Engine, tmp_path: Path) -> None:
    synchronise(sqlite, state(claim("aaaaaaaa")))
    with sqlite3.connect(index_path(tmp_path, tmp_path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
