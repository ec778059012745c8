"""What a check remembers of unchanged articles never shows: every answer is the one of a first check."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import Ran, Runner

EXAMPLE = Path(__file__).parent.parent.parent


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def example(desk: Path) -> Path:
    """The repository's own workspace: two articles, sources, decisions, waivers."""
    for name in ("articles", "claims", "sources"):
        shutil.copytree(EXAMPLE / name, desk / name)
    shutil.copy(EXAMPLE / "claimcheck.toml", desk)
    return desk


def used_source(desk: Path, slug: str) -> str:
    lines = (desk / "claims" / f"{slug}.yaml").read_text().splitlines()
    accepted = [at for at, line in enumerate(lines) if line.strip() == "status: accepted"]
    sources = [line.split(": ")[1] for line in lines[: accepted[0]] if line.startswith("  - source: ")]
    return sources[-1]


def first_article(desk: Path) -> str:
    return min(path.stem for path in (desk / "claims").glob("*.txt"))


def nothing(desk: Path) -> None:
    pass


def another_worth(desk: Path) -> None:
    replace(desk / "claims" / f"{first_article(desk)}.yaml", "label: CFS", "label: UFS")


def lineage_unknown(desk: Path) -> None:
    path = desk / "sources" / f"{used_source(desk, first_article(desk))}.yaml"
    kept = [line for line in path.read_text().splitlines() if not line.startswith(("lineage:", "study:"))]
    path.write_text("\n".join(kept) + "\n")


def source_gone(desk: Path) -> None:
    (desk / "sources" / f"{used_source(desk, first_article(desk))}.yaml").unlink()


def source_text_changed(desk: Path) -> None:
    next(iter(sorted((desk / "sources").glob("*/*.txt")))).write_text("Other words.\n")


def article_edited(desk: Path) -> None:
    path = next(iter(sorted((desk / "articles").glob("*.md"))))
    path.write_text(path.read_text() + "\nOne more sentence.\n")


def reading_text_edited(desk: Path) -> None:
    path = desk / "claims" / f"{first_article(desk)}.txt"
    path.write_text(path.read_text().replace(" the ", " a ", 3))


def article_gone(desk: Path) -> None:
    next(iter(sorted((desk / "articles").glob("*.md")))).unlink()


def record_broken(desk: Path) -> None:
    replace(desk / "claims" / f"{first_article(desk)}.yaml", "kind: ", "kind: un")


def stricter(desk: Path) -> None:
    path = desk / "claimcheck.toml"
    text = path.read_text()
    path.write_text(
        text + '\n[check.severity]\nuncited = "note"\n' if "[check.severity]" not in text else text
    )


@pytest.mark.parametrize(
    "change",
    [
        nothing,
        another_worth,
        lineage_unknown,
        source_gone,
        source_text_changed,
        article_edited,
        reading_text_edited,
        article_gone,
        record_broken,
        stricter,
    ],
)
def test_after_any_change_the_answer_is_that_of_a_first_check(
    run: Runner, example: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    before = run("check", "--format", "json", "--no-baseline")
    assert json.loads(before.out)["findings"]
    change(example)
    again = run("check", "--format", "json", "--no-baseline")
    fresh = run("check", "--format", "json", "--no-baseline", XDG_CACHE_HOME=str(tmp_path / "fresh"))
    assert (again.status, again.out) == (fresh.status, fresh.out)
    assert run("check", "--format", "json", "--no-baseline").out == fresh.out


def test_what_is_told_once_is_told_once_again(run: Runner, desk: Path) -> None:
    (desk / "articles").mkdir()
    (desk / "articles" / "pier.md").write_text("# The pier\n\n“We will pay every skipper,” Ana Ruiz said.\n")
    (desk / "note.txt").write_text("Ana Ruiz said: “We will pay every skipper when the court has ruled.”\n")
    run("init")
    run("source", "add", "note.txt", "--from", "official-record", "--original")
    run("extract", "articles/pier.md")
    run("link")
    (claim,) = {
        row["id"] for row in run("check", "--format", "json").json["claims"] if "skipper" in row["text"]
    }
    items = run("explain", claim, "--json").json["evidence"]
    (number,) = [item["number"] for item in items if item.get("match") == "truncated"]
    run("accept", claim, str(number))

    def codes() -> list[str]:
        found = run("check", "--format", "json").json["findings"]
        return [one["code"] for one in found if one["code"] in ("CC206", "CC302")]

    assert codes() == codes() == ["CC206"]
    run("baseline", "add")
    assert codes() == codes() == []
    assert "0 stale" in run("baseline", "prune").out
    run("waive", "CC206", claim, "--reason", "House style.", "--expires", "2026-03-10")
    (desk / "claims" / "baseline.json").unlink()
    assert codes() == codes() == ["CC302"]


def test_two_checks_say_the_same_in_every_format(run: Runner, example: Path) -> None:
    def said(kind: str) -> Ran:
        return run("check", "--format", kind, "--all")

    for kind in ("text", "json", "sarif", "junit", "github", "gitlab", "rdjson", "markdown"):
        assert said(kind) == said(kind)


def test_a_check_leaves_every_byte_and_date_of_the_workspace_as_it_was(run: Runner, example: Path) -> None:
    def tree() -> list[tuple[str, int, int]]:
        found = [(path, path.lstat()) for path in sorted(example.rglob("*"))]
        return [(str(path), status.st_mtime_ns, status.st_size) for path, status in found]

    before = tree()
    for _ in range(2):
        run("check", "--all")
    assert tree() == before


def test_what_others_could_have_written_is_not_believed(run: Runner, example: Path, tmp_path: Path) -> None:
    honest = run("check", "--format", "json")
    (path,) = (tmp_path / "home" / ".cache" / "claimcheck" / "derived").rglob("judged-*/*.json")
    path.parent.chmod(0o777)
    path.write_bytes(path.read_bytes().replace(b"CC1", b"CC9"))
    assert run("check", "--format", "json").out == honest.out
