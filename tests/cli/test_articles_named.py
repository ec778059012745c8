"""Articles are named by their ids or by their files, whatever the command."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Runner

COMMANDS = (("link",), ("report",), ("export", "csv"), ("corrections",))


@pytest.fixture
def lock(run: Runner, desk: Path) -> Path:
    run("init")
    (desk / "lock.md").write_text("# Lock\n\nThe lock cost 41 million crowns in 2019.\n", encoding="utf-8")
    (desk / "bill.txt").write_text("The lock cost 41 million crowns in 2019.\n", encoding="utf-8")
    run("extract", "lock.md")
    run("source", "add", "bill.txt")
    return desk


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_recorded_article_goes_by_its_file_as_by_its_id(
    run: Runner, lock: Path, command: tuple[str, ...]
) -> None:
    by_file, by_id = run(*command, "lock.md"), run(*command, "lock")
    assert (by_file.status, by_file.err) == (0, "")
    assert by_file.out.splitlines()[0] == by_id.out.splitlines()[0]


@pytest.mark.parametrize("command", [*COMMANDS, ("review",)], ids=" ".join)
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("bill.txt", "bill.txt is no recorded article. Record it with: claimcheck extract bill.txt"),
        ("lost.md", "lost.md: There is no such file."),
        ("lok", "No article 'lok' is recorded."),
    ],
)
def test_what_is_not_recorded_is_said_with_what_to_do(
    run: Runner, lock: Path, command: tuple[str, ...], given: str, told: str
) -> None:
    ran = run(*command, given)
    assert ran.status == 2
    assert told in ran.err
