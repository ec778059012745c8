"""Folders of the user's cache: what other versions of the program left goes, and what nobody uses."""

from __future__ import annotations

import os
import time
from pathlib import Path

from claimcheck.records.cache import versioned_folder

VERSION, OTHER = "0" * 16, "1" * 16
DAY = 86_400


def aged(path: Path, days: float) -> Path:
    then = time.time() - days * DAY
    os.utime(path, (then, then))
    return path


def opened(parent: Path) -> Path:
    folder = versioned_folder(parent, "judged", VERSION)
    assert folder is not None
    return folder


def test_folders_of_other_versions_go_and_nothing_else(tmp_path: Path) -> None:
    parent = tmp_path / "derived"
    for name in (f"judged-{OTHER}", f"copying-{OTHER}", f"copying-{VERSION}", "letters", f"a-b-{OTHER}"):
        (parent / name).mkdir(parents=True, mode=0o700)
        (parent / name / "kept.json").touch()
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "letter.txt").touch()
    (parent / f"linked-{OTHER}").symlink_to(precious)
    parent.chmod(0o700)
    opened(parent)
    left = {path.name for path in parent.iterdir()}
    assert left == {f"judged-{VERSION}", f"copying-{VERSION}", "letters", f"a-b-{OTHER}", f"linked-{OTHER}"}
    assert (precious / "letter.txt").exists()


def test_what_was_not_written_for_60_days_goes(tmp_path: Path) -> None:
    folder = opened(tmp_path / "derived")
    (folder / "old.json").touch()
    (folder / "new.json").touch()
    aged(folder / "old.json", 61)
    aged(folder / "new.json", 59)
    aged(folder / ".tidied", 8)
    opened(tmp_path / "derived")
    assert {path.name for path in folder.iterdir()} == {"new.json", ".tidied"}


def test_it_is_tidied_once_a_week(tmp_path: Path) -> None:
    folder = opened(tmp_path / "derived")
    aged(folder / ".tidied", 6)
    other = tmp_path / "derived" / f"judged-{OTHER}"
    other.mkdir()
    opened(tmp_path / "derived")
    assert other.exists()
    aged(folder / ".tidied", -400)
    opened(tmp_path / "derived")
    assert not other.exists()


def test_a_folder_that_others_can_write_in_is_neither_used_nor_tidied(tmp_path: Path) -> None:
    folder = opened(tmp_path / "derived")
    aged(folder / ".tidied", 8)
    folder.chmod(0o777)
    other = tmp_path / "derived" / f"judged-{OTHER}"
    other.mkdir()
    assert versioned_folder(tmp_path / "derived", "judged", VERSION) is None
    assert other.exists()
