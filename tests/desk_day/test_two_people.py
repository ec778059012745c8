"""Two people on plain folders: git branches, a shared drive, two processes at once."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from day_tools import PROGRAM, Day

ARTICLE = "The ferry ran on Monday. The bridge closed on Tuesday. The mayor spoke on Friday.\n"


def begin(day: Day) -> tuple[str, str, str]:
    (day.root / "news.md").write_text(ARTICLE)
    day.run("init")
    day.run("extract", "news.md")
    first, second, third = (day.named("news", words) for words in ("ferry", "bridge", "mayor"))
    return first, second, third


def signers(day: Day) -> dict[str, list[str]]:
    return {claim["id"]: [item["by"] for item in claim["signoffs"]] for claim in day.claims("news")}


@pytest.fixture
def branches(day: Day) -> tuple[Day, tuple[str, str, str]]:
    day.git("init", "-q", "-b", "main")
    assert "merge-driver %O %A %B %P" in day.run("init")
    day.git("config", "merge.claimcheck.driver", "claimcheck merge-driver %O %A %B %P")
    names = begin(day)
    day.git("add", "-A")
    day.git("commit", "-qm", "arrived")
    day.git("branch", "bo")
    return day, names


def test_branches_that_decided_different_claims_merge_by_claim(
    branches: tuple[Day, tuple[str, str, str]],
) -> None:
    day, (first, second, _) = branches
    day.run("sign", first, by="ann")
    day.run("desk", "note", first, "seen", by="ann")
    day.git("add", "-A")
    day.git("commit", "-qm", "ann")
    day.git("checkout", "-q", "bo")
    day.run("sign", first, by="bo")
    day.run("sign", second, by="bo")
    day.run("desk", "note", second, "seen too", by="bo")
    day.git("add", "-A")
    day.git("commit", "-qm", "bo", by="bo")
    day.git("merge", "-q", "main")
    found = signers(day)
    assert sorted(found[first]) == ["ann", "bo"]
    assert found[second] == ["bo"]
    day.run("check")


def test_branches_that_contradict_each_other_conflict_with_markers(
    branches: tuple[Day, tuple[str, str, str]],
) -> None:
    day, (first, _, _) = branches
    day.run("desk", "mark", first, "exempt", "--why", "weather", by="ann")
    day.git("commit", "-qam", "ann")
    day.git("checkout", "-q", "bo")
    day.run("desk", "mark", first, "exempt", "--why", "opinion", by="bo")
    day.git("commit", "-qam", "bo", by="bo")
    day.git("merge", "-q", "main", status=1)
    text = (day.root / "claims/news.yaml").read_text()
    assert "<<<<<<< ours" in text
    assert "weather" in text
    assert "opinion" in text
    day.run("check", status=2)


def test_a_record_the_driver_cannot_read_keeps_both_sides(day: Day) -> None:
    for name, content in (("base", "claimcheck: 1\n"), ("ours", "{broken"), ("theirs", "also: broken")):
        (day.root / name).write_text(content)
    day.run("merge-driver", "base", "ours", "theirs", "claims/news.yaml", status=2)
    text = (day.root / "ours").read_text()
    assert "{broken" in text
    assert "also: broken" in text
    assert text.startswith("<<<<<<<")


def test_conflict_copies_are_found_and_merged(day: Day) -> None:
    first, second, _ = begin(day)
    copy = day.root / "claims/news (ann's conflicted copy 2026-03-06).yaml"
    shutil.copy(day.root / "claims/news.yaml", copy)
    assert "no conflict copies" not in day.run("conflicts", status=1)
    day.run("sign", first, by="ann")
    kept = copy.read_bytes()
    other = copy.with_name("news.yaml")
    mine = other.read_bytes()
    other.write_bytes(kept)
    day.run("sign", second, by="bo")
    copy.write_bytes(other.read_bytes())
    other.write_bytes(mine)
    assert "merged into" in day.run("conflicts", "--merge")
    assert not copy.exists()
    assert signers(day)[first] == ["ann"]
    assert signers(day)[second] == ["bo"]
    assert "no conflict copies" in day.run("conflicts")


def test_copies_that_disagree_stay_as_they_are(day: Day) -> None:
    first, _, _ = begin(day)
    path = day.root / "claims/news.yaml"
    before = path.read_bytes()
    day.run("desk", "mark", first, "exempt", "--why", "weather", by="ann")
    ann = path.read_bytes()
    path.write_bytes(before)
    day.run("desk", "mark", first, "exempt", "--why", "opinion", by="bo")
    bo = path.read_bytes()
    copy = path.with_name("news (conflicted copy).yaml")
    copy.write_bytes(ann)
    day.run("conflicts", "--merge", status=1)
    assert (path.read_bytes(), copy.read_bytes()) == (bo, ann)


def test_two_reviews_at_once_lose_nothing(day: Day) -> None:
    names = begin(day)
    processes = [
        subprocess.Popen(
            [str(PROGRAM), "review", "--terminal", "news"], cwd=day.root, env=day.environ(by), stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        for by in ("ann", "bo")
    ]  # fmt: skip
    for process in processes:
        # A claim that the other changed meanwhile is shown again first, so each key is pressed until it holds.
        process.stdin.write(b"N\nseen\nv\n" + b"b\nb\nb\nv\nv\nv\n" * 2)  # type: ignore[union-attr]
        process.stdin.close()  # type: ignore[union-attr]
    for process in processes:
        assert process.wait(60) == 0
        assert b"Traceback" not in process.stderr.read()  # type: ignore[union-attr]
        process.stderr.close()  # type: ignore[union-attr]
    found = signers(day)
    assert set(found) == set(names)
    assert {by for signed in found.values() for by in signed} == {"ann", "bo"}
