"""The fingerprints of a folder of texts: kept, brought up to date, deleted, damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.index.archive import FolderArchive, NoArchive

WEIR = "The weir broke at noon, and nobody had been told to watch it."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "clippings"
    (place / "2025").mkdir(parents=True)
    (place / "2025" / "weir.txt").write_bytes(("\ufeffMöwe.\r\n“" + WEIR + "”\r\n").encode())
    (place / "ferry.md").write_text("The ferry will sail again in March, the harbour office said.\n")
    (place / "picture.png").write_bytes(b"The weir broke at noon, and nobody had been told to watch it.")
    return place


def test_a_passage_is_found_with_its_place_in_the_reading_text(folder: Path, tmp_path: Path) -> None:
    archive = FolderArchive(folder, tmp_path / "cache")
    (found,) = archive.archive.search(WEIR)
    text, start, end = archive.passage(found)
    assert found.document == "2025/weir.txt"
    assert text[start:end] == WEIR.rstrip(".")
    assert text.startswith("Möwe.\n")


def test_only_what_is_new_is_read_again(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert FolderArchive(folder, cache).indexed == 2
    assert FolderArchive(folder, cache).indexed == 0
    (folder / "late.txt").write_text("The lighthouse was sold for one crown.\n")
    archive = FolderArchive(folder, cache)
    assert (archive.indexed, len(archive)) == (1, 3)
    assert archive.archive.search("the lighthouse was sold for one crown")[0].document == "late.txt"
    assert archive.archive.search(WEIR)[0].document == "2025/weir.txt"


def test_what_was_changed_moved_or_deleted_is_answered_as_it_is_now(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    FolderArchive(folder, cache)
    (folder / "2025" / "weir.txt").rename(folder / "moved.txt")
    moved = FolderArchive(folder, cache)
    assert moved.indexed == 0
    assert moved.archive.search(WEIR)[0].document == "moved.txt"
    (folder / "moved.txt").write_text("Nothing was ever said about it here.\n")
    changed = FolderArchive(folder, cache)
    assert changed.archive.search(WEIR) == []
    assert changed.archive.search("Nothing was ever said about it")[0].document == "moved.txt"
    (folder / "moved.txt").unlink()
    assert FolderArchive(folder, cache).archive.search("Nothing was ever said about it") == []


def test_the_cache_may_be_deleted_or_damaged(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    FolderArchive(folder, cache)
    for path in [*cache.rglob("*-places.npy"), *cache.rglob("manifest.json")]:
        path.write_bytes(path.read_bytes()[:20])
        archive = FolderArchive(folder, cache)
        assert archive.archive.search(WEIR)[0].document == "2025/weir.txt"
    for path in cache.rglob("*.npy"):
        path.unlink()
    assert FolderArchive(folder, cache).archive.search(WEIR)[0].document == "2025/weir.txt"


def test_nothing_is_written_in_the_folder_and_nothing_at_all_without_a_cache(folder: Path) -> None:
    before = sorted(path.as_posix() for path in folder.rglob("*"))
    assert FolderArchive(folder, None).archive.search(WEIR)[0].document == "2025/weir.txt"
    assert sorted(path.as_posix() for path in folder.rglob("*")) == before


def test_segments_that_are_out_of_date_are_swept(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for turn in range(12):
        (folder / "draft.txt").write_text(f"Draft {turn} says that the toll is {turn} crowns a barge.\n")
        archive = FolderArchive(folder, cache)
    assert len(list(cache.rglob("*-places.npy"))) < 6
    assert archive.archive.search("the toll is 11 crowns a barge")[0].document == "draft.txt"


def test_a_folder_that_holds_nothing_is_said_to(tmp_path: Path) -> None:
    with pytest.raises(NoArchive, match="is not a folder"):
        FolderArchive(tmp_path / "nowhere", None)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "note.txt").write_text("Hidden words are not searched.")
    with pytest.raises(NoArchive, match="holds no text"):
        FolderArchive(tmp_path, None)


def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Outside the folder stood the old customs house.")
    (folder / "link.txt").symlink_to(outside)
    assert FolderArchive(folder, None).archive.search("stood the old customs house") == []
