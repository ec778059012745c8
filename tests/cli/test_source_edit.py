"""Saying anew what a source is, and which claims fall with it."""

from __future__ import annotations

import os
from pathlib import Path

import pexpect
import pytest
from calling import PROGRAM, Runner

from claimcheck.records.models import Source
from claimcheck.records.workspace import Workspace
from claimcheck.sources.grading import PROVIDER_WORDS

TEXT = "The quay was closed for nine days in January.\n"


@pytest.fixture
def quay(run: Runner, desk: Path) -> str:
    """One claim, one source that supports it (accepted), and a reprint of that source."""
    (desk / "quay.txt").write_text(TEXT)
    (desk / "log.txt").write_text("Harbour log. The quay was closed for nine days in January.\n")
    (desk / "paper.txt").write_text(
        "Weekly paper. The quay was closed for nine days in January, our readers say.\n"
    )
    run("init")
    run("extract", "quay.txt")
    run("source", "add", "log.txt", "--original")
    run("source", "add", "paper.txt", "--from", "outlet", "--derived-from", "log")
    claim = Workspace(desk).article("quay").record.claims[0].id
    words = ("The quay was closed for nine days in January", "--about", "content", "--stance", "supports")
    assert run("desk", "evidence", claim, "log", *words).status == 0
    return claim


def record(desk: Path, name: str = "log") -> Source:
    return Workspace(desk).source(name).record


def test_a_new_grade_names_the_claims_it_lifts_and_undo_takes_it_back(
    run: Runner, desk: Path, quay: str
) -> None:
    before = (desk / "sources/log.yaml").read_bytes()
    done = run("source", "edit", "log", "--from", "official-record")
    assert f"{quay}  ungraded -> strong" in done.out
    assert (record(desk).provider, record(desk).tier, record(desk).reliability) == (
        "official-record",
        "primary",
        "A",
    )
    assert run("undo").out == "Taken back: the change of a source on log\n"
    assert (desk / "sources/log.yaml").read_bytes() == before


def test_only_what_is_said_is_changed_and_an_empty_text_takes_it_back(
    run: Runner, desk: Path, quay: str
) -> None:
    run(
        "source", "edit", "log", "--study", "quay count", "--author", "Ida Moe", "--translated", "--hops", "2"
    )
    edited = record(desk)
    assert (edited.study, edited.authors, edited.translated, edited.hops) == (
        "quay count",
        ["Ida Moe"],
        True,
        2,
    )
    assert (edited.title, edited.text) == (record(desk).title, record(desk).text)
    run("source", "edit", "log", "--study", "", "--not-translated", "--origin-unknown")
    edited = record(desk)
    assert (edited.study, edited.translated, edited.lineage, edited.authors) == (
        None,
        False,
        "unknown",
        ["Ida Moe"],
    )


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ((), "Say what to change"),
        (("--original",), "Say what to change"),
        (("--published", "soon"), "such as 2026-03-04"),
        (("--title", ""), "title of this source cannot be so"),
        (("--derived-from", "log"), "derived from itself"),
        (("--derived-from", "minutes"), "no source 'minutes'"),
    ],
)
def test_what_cannot_be_said_changes_nothing(
    run: Runner, desk: Path, quay: str, options: tuple[str, ...], says: str
) -> None:
    before = (desk / "sources/log.yaml").read_bytes()
    done = run("source", "edit", "log", *options)
    assert done.status == 2
    assert says in done.err
    assert "unexpected" not in done.err
    assert (desk / "sources/log.yaml").read_bytes() == before
    assert run("source", "edit", "lgo", "--original").status == 2


def test_a_confidential_source_is_graded_but_never_described(run: Runner, desk: Path) -> None:
    (desk / "memo.txt").write_text("The dam leaks.\n")
    run("init")
    run("source", "add", "memo.txt", "--confidential")
    assert (
        run("source", "edit", "confidential-source-1", "--reliability", "B", "--tier", "first-hand").status
        == 0
    )
    done = run("source", "edit", "confidential-source-1", "--title", "Memo of Ida Moe")
    assert done.status == 2
    assert "might tell who it is" in done.err
    assert "Ida" not in (desk / "sources/confidential-source-1.yaml").read_text()


def test_on_a_terminal_the_question_is_asked(run: Runner, desk: Path, quay: str) -> None:
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(desk.parent / "home"),
        "CLAIMCHECK_AS": "m.ito",
        "TERM": "xterm",
    }
    command = [str(PROGRAM), "source", "edit", "log"]
    child = pexpect.spawn(command[0], command[1:], cwd=str(desk), env=environ, timeout=20, encoding="utf-8")
    child.expect("Who stands behind it")
    order = list(PROVIDER_WORDS)
    child.expect(rf"Number \[{order.index('unknown') + 1}\]")
    child.sendline(str(order.index("named-witness") + 1))
    child.expect("ungraded -> ")
    child.expect(pexpect.EOF)
    assert record(desk).provider == "named-witness"


def test_the_same_text_twice_is_told(run: Runner, desk: Path, quay: str) -> None:
    done = run("source", "add", "log.txt", "--id", "log-again")
    assert done.status == 0
    assert done.err.startswith("log.txt has word for word the text of log, and counts as one origin with it.")
    assert "If it is a reprint: claimcheck source edit log-again --derived-from log." in done.err
    assert "word for word" not in run("source", "add", "quay.txt", "--id", "other").err
    reprint = run("source", "add", "log.txt", "--id", "reprint", "--derived-from", "log")
    assert (reprint.status, "word for word" in reprint.err) == (0, False)


def test_the_same_file_again_is_there_already(run: Runner, desk: Path, quay: str) -> None:
    refused = run("source", "add", "log.txt")
    assert refused.status == 2
    assert refused.err == (
        "claimcheck: log.txt is recorded already, with this very text: it is the source log. Nothing was added. "
        "See it with: claimcheck source show log; to say more of it: claimcheck source edit log\n"
    )


def test_used_by_and_retract_name_every_claim_that_falls(run: Runner, desk: Path, quay: str) -> None:
    run("source", "edit", "log", "--from", "official-record")
    words = ("The quay was closed for nine days in January", "--about", "content", "--stance", "supports")
    run("desk", "evidence", quay, "paper", *words)
    told = run("source", "used-by", "log")
    assert f"{quay}  accepted  strong -> " in told.out
    assert f"{quay}  accepted through paper  strong -> " in told.out
    rows = run("source", "used-by", "log", "--json").json
    assert [(row["through"], row["claim_status"]) for row in rows] == [("log", "strong"), ("paper", "strong")]
    assert rows[0]["without"] != "strong"
    assert f"{quay}  accepted  strong either way" in run("source", "used-by", "paper").out
    fallen = run("source", "retract", "log", "--why", "withdrawn by the port")
    assert f"falls back: {quay}  strong -> {rows[0]['without']}" in fallen.out


def test_undo_takes_back_the_retraction_not_the_decision_before_it(
    run: Runner, desk: Path, quay: str
) -> None:
    before = (desk / "sources/log.yaml").read_bytes()
    run("sign", quay, "--as", "r.osei")
    assert run("source", "retract", "log", "--why", "withdrawn by the port", "--as", "r.osei").status == 0
    gone = record(desk).retracted
    assert gone is not None
    assert gone.by == "r.osei"
    assert run("undo", "--as", "r.osei").out == "Taken back: the retraction of a source on log\n"
    assert (desk / "sources/log.yaml").read_bytes() == before
    assert Workspace(desk).claim(quay)[1].signoffs


def test_a_retraction_needs_a_name(run: Runner, desk: Path, quay: str) -> None:
    done = run("source", "retract", "log", "--why", "withdrawn by the port", CLAIMCHECK_AS="")
    assert done.status == 2
    assert "--as" in done.err
    assert record(desk).retracted is None


def test_evidence_without_words_is_for_what_has_no_text_here(run: Runner, desk: Path, quay: str) -> None:
    shown = ("--about", "content", "--stance", "supports")
    done = run("desk", "evidence", quay, "paper", "", *shown)
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "The text of paper is on hand" in done.err
    assert "only a testimony or a source without text" in done.err
    run("source", "add", "--testimony", "Ida Moe", "--answer", "Nine days.", "--id", "call")
    assert run("desk", "evidence", quay, "call", *shown).status == 0


@pytest.mark.parametrize(
    "options", [("--published", "soon"), ("--language", "en", "--published", "2026-02-30")]
)
def test_a_bad_detail_is_told_before_anything_is_written(
    run: Runner, desk: Path, options: tuple[str, ...]
) -> None:
    (desk / "log.txt").write_text(TEXT)
    run("init")
    done = run("source", "add", "log.txt", *options)
    assert done.status == 2
    assert "unexpected" not in done.err
    assert list((desk / "sources").iterdir()) == []
    done = run("source", "add", "--testimony", "Ida Moe", "--answer", "Yes.", "--when", "yesterday")
    assert "when of this source cannot be so" in done.err
