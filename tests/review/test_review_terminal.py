"""The program in a real terminal: raw keys, resizing, Ctrl-C, a closed window, none at all."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest
from review_desk import PIER, QUOTE, lay_out

from claimcheck.records.models import Claim
from claimcheck.records.workspace import Workspace

PROGRAM = Path(sys.executable).with_name("claimcheck")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    root.mkdir()
    lay_out(root)
    (root / "articles/pier.md").write_text("The pier.\n")
    return root


def environ(desk: Path, **extra: str) -> dict[str, str]:
    home = desk.parent / "home"
    home.mkdir(exist_ok=True)
    base = {"PATH": os.environ["PATH"], "HOME": str(home), "CLAIMCHECK_AS": "ann", "LANG": "C.UTF-8"}
    return {**base, "TERM": "xterm-256color", **extra}


def spawn(desk: Path, rows: int = 24, columns: int = 80, **extra: str) -> pexpect.spawn:
    child = pexpect.spawn(
        str(PROGRAM),
        ["review", "--terminal"],
        cwd=str(desk),
        env=environ(desk, **extra),
        dimensions=(rows, columns),
        timeout=20,
        encoding="utf-8",
    )
    child.delaybeforesend = None
    child.expect("keys")
    return child


def claim(desk: Path, claim_id: str) -> Claim:
    return Workspace(desk).claim(claim_id)[1]


def until(desk: Path, claim_id: str, signs: int) -> None:
    for _ in range(200):
        if len(claim(desk, claim_id).signoffs) == signs:
            return
        time.sleep(0.05)
    raise AssertionError("nothing was signed")


def test_keys_decide_and_quitting_gives_the_terminal_back(desk: Path) -> None:
    child = spawn(desk)
    child.send("v")
    child.expect("Saved: signed: verified")
    until(desk, QUOTE, 1)
    child.send("\x1b[C\x1b[D\x1bOB\x1b[5~\x1b[99~?")
    child.expect("back: previous claim")
    child.send("\x1b")
    child.send("q")
    child.expect(r"\x1b\[\?1049l")
    child.expect("2 claims left for ann; everything is saved")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_a_line_is_typed_pasted_and_cancelled(desk: Path) -> None:
    child = spawn(desk)
    child.send("N")
    child.expect("Note: ")
    child.send("first \x1b[200~v q\nnaïve\x1b[201~\r")
    child.expect("Saved: noted")
    child.send("N")
    child.expect("Note: ")
    child.send("lost\x1b")
    child.expect("nothing was decided")
    child.send("q")
    child.expect(pexpect.EOF)
    notes = Workspace(desk).desk("pier")
    assert notes is not None
    assert [note.text for note in notes.record.notes] == ["first v q naïve"]


def test_resizing_draws_anew(desk: Path) -> None:
    child = spawn(desk)
    child.setwinsize(40, 120)
    child.expect("─" * 120)
    child.setwinsize(5, 30)
    child.expect("v verifie…")
    child.send("q")
    child.expect(pexpect.EOF)


def test_ctrl_c_ends_without_a_traceback_and_gives_the_terminal_back(desk: Path) -> None:
    child = spawn(desk)
    child.send("v")
    until(desk, QUOTE, 1)
    child.sendintr()
    child.expect(r"\x1b\[\?1049l")
    rest = child.read()
    child.close()
    assert "Traceback" not in rest
    assert child.exitstatus == 130


@pytest.mark.parametrize("how", ["hangup", "terminate"])
def test_a_window_that_closes_loses_nothing(desk: Path, how: str) -> None:
    child = spawn(desk)
    child.send("v")
    until(desk, QUOTE, 1)
    if how == "hangup":
        child.close()
    else:
        child.kill(15)
        rest = child.read()
        assert "Traceback" not in rest
        assert "\x1b[?1049l" in rest
        child.close()
    assert len(claim(desk, QUOTE).signoffs) == 1
    again = spawn(desk)
    again.send("b")
    again.expect("1/3")
    again.send("q")
    again.expect(pexpect.EOF)


def test_no_colour_means_no_colour(desk: Path) -> None:
    child = spawn(desk, NO_COLOR="1")
    child.send("q")
    child.expect(pexpect.EOF)
    assert "\x1b[31m" not in child.before
    coloured = spawn(desk)
    assert "\x1b[31m" in coloured.before
    coloured.send("q")
    coloured.expect(pexpect.EOF)


def test_a_dumb_terminal_gets_no_codes_at_all(desk: Path) -> None:
    child = spawn(desk, TERM="dumb")
    child.sendline("v")
    child.expect("Saved: signed: verified")
    assert "\x1b" not in child.before
    child.sendline("q")
    child.expect(pexpect.EOF)
    assert len(claim(desk, QUOTE).signoffs) == 1


def by_lines(desk: Path, keys: str, **extra: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [str(PROGRAM), "review", "--terminal", "pier"], cwd=desk, input=keys.encode(), capture_output=True,
        env=environ(desk, **extra), timeout=60, check=False,
    )  # fmt: skip


def test_without_a_terminal_keys_come_one_a_line(desk: Path) -> None:
    done = by_lines(desk, "v\na\nN\nseen on page 4\nnonsense\ns\nesc\n")
    assert done.returncode == 0, done.stderr
    assert claim(desk, QUOTE).signoffs[0].decision == "verified"
    assert claim(desk, PIER).evidence[0].status == "accepted"
    assert b"seen on page 4" in done.stdout
    assert b"\x1b" not in done.stdout
    assert b"Traceback" not in done.stderr


def test_an_ascii_terminal_gets_question_marks_and_no_crash(desk: Path) -> None:
    done = by_lines(desk, "n\nq\n", PYTHONIOENCODING="ascii", LANG="C")
    assert done.returncode == 0, done.stderr


def test_a_reader_that_goes_away_is_no_traceback(desk: Path) -> None:
    command = f"yes n | {PROGRAM} review --terminal pier | head -1"
    done = subprocess.run(
        ["bash", "-c", command], cwd=desk, capture_output=True, env=environ(desk), timeout=60, check=False
    )
    assert b"Traceback" not in done.stderr
    assert b"unexpected" not in done.stderr


def test_which_article_is_asked_for_where_it_is_not_plain(desk: Path) -> None:
    (desk / "claims/pier.yaml").rename(desk / "claims/other.yaml")
    done = subprocess.run(
        [str(PROGRAM), "review", "--terminal", "peir"],
        cwd=desk,
        capture_output=True,
        env=environ(desk),
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert b"other" in done.stderr
