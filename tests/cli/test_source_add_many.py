from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck.cli.main import main
from claimcheck.records.initialise import init_workspace
from claimcheck.records.models import Source
from claimcheck.records.workspace import Loaded, Workspace


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace, and the folder that the program is called in."""
    init_workspace(tmp_path / "desk")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def write(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return [f"{name}.txt" for name in texts]


def test_the_records_are_read_once_however_many_files_are_added(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings, listings = [], []
    sources, source_ids = Workspace.sources, Workspace.source_ids

    def counted_sources(self: Workspace) -> Iterator[Loaded[Source]]:
        readings.append(1)
        return sources(self)

    def counted_ids(self: Workspace) -> list[str]:
        listings.append(1)
        return source_ids(self)

    monkeypatch.setattr(Workspace, "sources", counted_sources)
    monkeypatch.setattr(Workspace, "source_ids", counted_ids)
    files = write(desk, **{f"paper{at}": f"Paper {at} on the quay." for at in range(12)})
    assert main(["source", "add", *files]) == 0
    assert (len(readings), len(listings)) == (1, 1)
    assert len(Workspace(desk).source_ids()) == 12


def test_doubles_are_told_within_one_call_and_from_calls_before(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["source", "add", *write(desk, log="The quay was shut.", other="Rain fell.")]) == 0
    assert "word for word" not in capsys.readouterr().err
    files = write(
        desk, copy="The quay was shut.", third="The quay was shut.", new="Snow fell.", again="Snow fell."
    )
    assert main(["source", "add", *files]) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if "word for word" in line]
    assert [line.partition(", and counts")[0] for line in told] == [
        "copy.txt has word for word the text of log",
        "third.txt has word for word the text of log (and of 1 more)",
        "again.txt has word for word the text of new",
    ]
