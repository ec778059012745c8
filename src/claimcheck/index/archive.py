"""The fingerprints of a folder's texts, kept in the user's cache: derived, incremental, safe to delete.

Texts are told apart by the hash of their bytes. A text that was added or changed goes into a new segment; one
that is gone is passed over, and when a third of what is indexed is gone, or segments grow many, all of it is
built anew.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.archive import (
    SEGMENT,
    Archive,
    ArchiveCandidate,
    Segment,
    build_segment,
    code_points,
)
from claimcheck.records.atomic import write_atomically
from claimcheck.records.cache import private_folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown", ".rst", ".srt", ".vtt"))
"""Formats whose reading text is the file itself."""
_VERSION = 1
_MOST_SEGMENTS = 16
_MANIFEST = "manifest.json"


class NoArchive(ClaimcheckError):
    """A folder that is to be searched is none, or holds no text."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"{folder} {why}.",
            remedy=f"Name a folder with text files ({', '.join(sorted(SUFFIXES))}).",
        )


@dataclass(frozen=True, slots=True)
class _File:
    """One file of the folder: when it was last seen, and which text it holds."""

    size: int
    modified: int
    text: str


@dataclass(slots=True)
class _Manifest:
    """What is indexed: files by path, and the hashes of the texts of each segment."""

    files: dict[str, _File] = field(default_factory=dict)
    segments: dict[str, list[str]] = field(default_factory=dict)


class FolderArchive:
    """A folder of texts, searched through its index.

    Attributes:
        archive: what is asked; documents are named by their path in the folder.
        indexed: how many texts were fingerprinted anew when it was opened.
    """

    def __init__(self, folder: Path, cache: Path | None, suffixes: frozenset[str] = SUFFIXES) -> None:
        """Bring the index up to date and open it.

        Args:
            folder: searched with all folders in it; hidden ones and links are passed over.
            cache: the user's cache folder; None indexes in memory.

        Raises:
            NoArchive: if ``folder`` is no folder, or nothing in it can be read.
            WriteFailed: if the index cannot be kept.
        """
        if not folder.is_dir():
            raise NoArchive(folder, "is not a folder")
        self._folder = folder.resolve()
        place = _place(self._folder, cache)
        manifest = _load(place)
        files = _files(self._folder, suffixes, manifest.files)
        if not files:
            raise NoArchive(folder, "holds no text")
        segments, self.indexed = _updated(self._folder, place, manifest, files)
        self._files = len(files)
        self._paths = _paths(manifest, files)
        self.archive = Archive(segments, self._read, self._paths.__getitem__)

    def __len__(self) -> int:
        """How many files are searched."""
        return self._files

    def passage(self, candidate: ArchiveCandidate) -> tuple[str, int, int]:
        """The reading text of a candidate's document, and its span there in code points."""
        data = (self._folder / candidate.document).read_bytes()
        start = code_points(data[: candidate.start])
        end = start + code_points(data[candidate.start : candidate.end])
        text = data.decode("utf-8", "replace").removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n"), start, end

    def _read(self, text: int, low: int, high: int) -> bytes:
        try:
            file = os.open(f"{self._folder}/{self._paths[text][0]}", os.O_RDONLY)
        except OSError:
            return b""
        try:
            return os.pread(file, high - low, low)
        finally:
            os.close(file)


def _paths(manifest: _Manifest, files: dict[str, _File]) -> list[list[str]]:
    """For each text, in the segments' order, the files that hold it now."""
    named: dict[str, list[str]] = {}
    for path, file in sorted(files.items()):
        named.setdefault(file.text, []).append(path)
    return [named.get(text, []) for texts in manifest.segments.values() for text in texts]


def _place(folder: Path, cache: Path | None) -> Path | None:
    if cache is None:
        return None
    return private_folder(cache / "archives", sha256(os.fsencode(folder)).hexdigest()[:24])


def _files(folder: Path, suffixes: frozenset[str], known: dict[str, _File]) -> dict[str, _File]:
    """The files there now; one whose size and time are as they were is not read again."""
    found: dict[str, _File] = {}
    for path, name in _walk(folder, suffixes):
        try:
            state = path.stat()
            old = known.get(name)
            if old and (old.size, old.modified) == (state.st_size, state.st_mtime_ns):
                found[name] = old
            elif 0 < state.st_size < SEGMENT:
                digest = sha256(path.read_bytes()).hexdigest()
                found[name] = _File(state.st_size, state.st_mtime_ns, digest)
        except OSError:
            continue
    return found


def _walk(folder: Path, suffixes: frozenset[str]) -> Iterator[tuple[Path, str]]:
    for base, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(base) / name
            if path.suffix.lower() in suffixes and not name.startswith(".") and not path.is_symlink():
                yield path, path.relative_to(folder).as_posix()


def _updated(
    folder: Path, place: Path | None, manifest: _Manifest, files: dict[str, _File]
) -> tuple[list[Segment], int]:
    """Bring the manifest up to date; the segments in its order, and how many texts were read."""
    wanted = {file.text: name for name, file in files.items()}
    segments = _stored(place, manifest)
    held = {text for texts in manifest.segments.values() for text in texts}
    missing = [text for text in wanted if text not in held]
    gone = len(held - wanted.keys())
    crowded = missing and len(manifest.segments) >= _MOST_SEGMENTS and _parts(wanted, files) < len(segments)
    if 3 * gone > len(held) or crowded:
        manifest.segments.clear()
        segments, missing = [], list(wanted)
    for group in _grouped(missing, {text: files[name].size for text, name in wanted.items()}):
        segment = build_segment((folder / wanted[text]).read_bytes() for text in group)
        name = sha256("".join(group).encode()).hexdigest()[:16]
        manifest.segments[name] = group
        segments.append(_kept(place, name, segment))
    if place is not None and (missing or files != manifest.files):
        manifest.files = files
        _save(place, manifest)
    return segments, len(missing)


def _parts(wanted: dict[str, str], files: dict[str, _File]) -> int:
    return 1 + sum(files[name].size for name in wanted.values()) // SEGMENT


def _grouped(texts: Sequence[str], sizes: dict[str, int]) -> Iterator[list[str]]:
    """Texts in groups of at most a segment's size."""
    group: list[str] = []
    size = 0
    for text in texts:
        if group and size + sizes[text] > SEGMENT:
            yield group
            group, size = [], 0
        group.append(text)
        size += sizes[text]
    if group:
        yield group


def _stored(place: Path | None, manifest: _Manifest) -> list[Segment]:
    """The kept segments, mapped into memory; if one is damaged all are forgotten and built anew."""
    segments: list[Segment] = []
    try:
        for name in manifest.segments:
            assert place is not None  # a manifest with segments was read from there
            starts = tuple(json.loads((place / f"{name}.json").read_bytes()))
            places, bounds = _mapped(place, name)
            if int(bounds[-1]) != len(places) or len(starts) != len(manifest.segments[name]) + 1:
                raise ValueError("a segment is not whole")
            segments.append(Segment(places, bounds, starts))
    except (OSError, ValueError, TypeError):
        manifest.segments.clear()
        return []
    return segments


def _kept(place: Path | None, name: str, segment: Segment) -> Segment:
    """Write a segment and map it, so that searching needs no more memory than it touches."""
    import numpy as np

    if place is None:
        return segment
    for kind, array in (("places", segment.places), ("bounds", segment.bounds)):
        np.save(place / f"{name}-{kind}.npy", array)
    write_atomically(place / f"{name}.json", json.dumps(segment.starts).encode())
    return Segment(*_mapped(place, name), segment.starts)


def _mapped(place: Path, name: str) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Both arrays of a segment, mapped into memory and read where they are touched."""
    import numpy as np

    return (
        np.asarray(np.load(place / f"{name}-places.npy", mmap_mode="r")),
        np.asarray(np.load(place / f"{name}-bounds.npy", mmap_mode="r")),
    )


def _load(place: Path | None) -> _Manifest:
    if place is None:
        return _Manifest()
    try:
        data = json.loads((place / _MANIFEST).read_bytes())
        if data["version"] != _VERSION:
            return _Manifest()
        files = {name: _File(*row) for name, row in data["files"].items()}
        return _Manifest(files, dict(data["segments"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return _Manifest()


def _save(place: Path, manifest: _Manifest) -> None:
    files = {name: [file.size, file.modified, file.text] for name, file in manifest.files.items()}
    data = {"version": _VERSION, "files": files, "segments": manifest.segments}
    write_atomically(place / _MANIFEST, json.dumps(data).encode("utf-8", "surrogatepass"))
    _sweep(place, manifest.segments)


def _sweep(place: Path, kept: Iterable[str]) -> None:
    """Remove the files of segments that the manifest no longer names."""
    names = set(kept)
    for path in place.glob("*"):
        if path.name != _MANIFEST and path.name.split(".")[0].split("-")[0] not in names:
            path.unlink(missing_ok=True) if path.is_file() else shutil.rmtree(path, ignore_errors=True)
