"""Two people on plain folders: git branches, a shared drive, two processes at once."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

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


def test_copies_of_every_kind_of_record_are_merged(day: Day) -> None:
    first, second, third = begin(day)
    (day.root / "log.txt").write_text("The ferry ran on Monday.")
    day.run("source", "add", "log.txt")
    day.run("desk", "note", first, "seen", by="ann")
    day.run("waive", "CC102", first, "--reason", "weather", "--expires", "2026-12-31")
    day.run("baseline", "add", status=None)
    before = {path: path.read_bytes() for name in ("claims", "sources") for path in (day.root / name).iterdir()
              if path.suffix in (".yaml", ".json")}  # fmt: skip

    def decide(claim: str, by: str, study: str) -> None:
        day.run("sign", claim, by=by)
        day.run("desk", "note", claim, f"read by {by}", by=by)
        day.run("waive", "CC102", claim, "--reason", "later", "--expires", "2026-12-31", by=by)
        day.run(
            "source", "edit", "log", *(("--study", study) if by == "ann" else ("--publisher", study)), by=by
        )

    decide(second, "ann", "ferry log")
    theirs = {path: path.read_bytes() for path in before}
    for path, data in before.items():
        path.write_bytes(data)
    decide(third, "bo", "The harbour office")
    baseline = day.root / "claims/baseline.json"
    theirs[baseline] = theirs[baseline].replace(
        b'"findings": {', b'"findings": {"cc1:00": "added elsewhere", '
    )
    for path, data in theirs.items():
        path.with_name(f"{path.stem} (ann's conflicted copy 2026-03-06){path.suffix}").write_bytes(data)
    assert day.run("conflicts", status=1).count("is a second version of") == 5
    assert day.run("check", status=1).count("claimcheck conflicts --merge") == 5
    told = day.run("conflicts", "--merge")
    assert told.count("merged into") == 5
    found = signers(day)
    assert (found[second], found[third]) == (["ann"], ["bo"])
    assert "read by ann" in (day.root / "claims/news.desk.yaml").read_text()
    assert "read by bo" in (day.root / "claims/news.desk.yaml").read_text()
    waivers = (day.root / "claims/waivers.yaml").read_text()
    assert [name in waivers for name in (first, second, third)] == [True, True, True]
    source = (day.root / "sources/log.yaml").read_text()
    assert "ferry log" in source
    assert "The harbour office" in source
    assert "added elsewhere" in baseline.read_text()
    assert not list((day.root / "claims").glob("*conflicted*"))
    day.run("check", status=None)


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


def test_a_desk_may_keep_its_notes_and_queries_to_itself(day: Day, tmp_path: Path) -> None:
    day.git("init", "-q", "-b", "main")
    day.run("init", "--private-desk-files")
    first, second, _ = begin(day)
    day.run("sign", first)
    day.run("desk", "note", first, "the source is nervous")
    day.run("desk", "query", second, "--to", "the clerk", "Who closed it?")
    day.git("add", "-A")
    day.git("commit", "-qm", "decided")
    assert (day.root / "claims/news.desk.yaml").exists()
    assert day.git("status", "--porcelain", "--ignored").split() == ["!!", "claims/news.desk.yaml"]
    assert "nervous" not in day.git("log", "-p", "--all")
    assert "the clerk" in day.run("status")
    clone = replace(day, root=tmp_path / "clone")
    day.git("clone", "-q", str(day.root), str(clone.root))
    assert clone.claims("news") == day.claims("news")
    assert "the clerk" not in clone.run("status")
    clone.run("desk", "note", first, "of the clone's own")
    assert clone.git("status", "--porcelain") == ""


def test_the_choice_holds_where_git_comes_later(day: Day) -> None:
    day.run("init", "--private-desk-files")
    assert not (day.root / ".gitignore").exists()
    day.git("init", "-q", "-b", "main")
    assert ".gitignore" in day.run("init")
    assert "claims/*.desk.yaml" in (day.root / ".gitignore").read_text()


def test_a_desk_that_shares_its_notes_merges_them_through_git(
    branches: tuple[Day, tuple[str, str, str]],
) -> None:
    day, (first, second, _) = branches
    day.run("desk", "note", first, "from ann")
    day.run("desk", "assign", first, "--to", "ann")
    day.git("add", "-A")
    day.git("commit", "-qm", "ann")
    day.git("checkout", "-q", "bo")
    day.run("desk", "note", second, "from bo", by="bo")
    day.run("desk", "query", second, "--to", "the clerk", "When?", by="bo")
    day.git("add", "-A")
    day.git("commit", "-qm", "bo", by="bo")
    day.git("merge", "-q", "main")
    text = (day.root / "claims/news.desk.yaml").read_text()
    assert all(words in text for words in ("from ann", "from bo", "the clerk"))
    day.run("check")
