"""A source's id is made from its file's name, and never an article's."""

from __future__ import annotations

from pathlib import Path

from calling import Runner


def test_a_source_is_not_taken_for_the_article_of_its_name(run: Runner, desk: Path) -> None:
    run("init")
    (desk / "lock.md").write_text("# Lock\n\nThe lock cost 41 million crowns in 2019.\n", encoding="utf-8")
    (desk / "lock.txt").write_text("The lock cost 52 million crowns in 2019.\n", encoding="utf-8")
    run("extract", "lock.md")
    added = run("source", "add", "lock.txt")
    assert added.status == 0, added.err
    assert added.out.split()[0] == "lock-source"
    assert (desk / "sources" / "lock-source.yaml").exists()


def test_a_name_that_is_free_or_asked_for_stays(run: Runner, desk: Path) -> None:
    run("init")
    (desk / "lock.txt").write_text("The lock cost 52 million crowns in 2019.\n", encoding="utf-8")
    (desk / "bill.txt").write_text("The lock cost 60 million crowns in 2019.\n", encoding="utf-8")
    assert run("source", "add", "lock.txt").out.split()[0] == "lock"
    assert run("source", "add", "bill.txt", "--id", "the-bill").out.split()[0] == "the-bill"
