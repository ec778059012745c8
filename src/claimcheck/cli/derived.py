"""What is worked out from records and texts, kept under the hash of what it came from.

Derived, in the user's cache, and safe to delete; a folder that is not this user's alone is not used.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from claimcheck import __version__
from claimcheck.records.cache import versioned_folder

T = TypeVar("T")


class DerivedCache:
    """JSON values by kind and key; every failure is a miss, never an error.

    Args:
        folder: the user's cache folder for claimcheck; None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self._cache = folder
        self._folders: dict[str, Path | None] = {}

    def get(self, kind: str, key: str, make: Callable[[], Any], read: Callable[[Any], T]) -> T:
        """The value kept for a key, or a fresh one, which is then kept.

        Args:
            make: returns plain JSON data.
            read: makes the value of such data; a TypeError, ValueError, KeyError or AttributeError of it
                means that what was kept is not what was once made, and counts as a miss.
        """
        folder = self._open(kind)
        path = folder / f"{key}.json" if folder else None
        if path is not None:
            try:
                return read(json.loads(path.read_bytes()))
            except (OSError, ValueError, RecursionError, TypeError, KeyError, AttributeError):
                pass
        value = make()
        if path is not None:
            _keep(path, value)
        return read(value)

    def _open(self, kind: str) -> Path | None:
        """The folder of a kind."""
        if kind not in self._folders:
            self._folders[kind] = open_folder(self._cache, kind) if self._cache else None
        return self._folders[kind]


def open_folder(cache: Path, kind: str) -> Path | None:
    """The folder of a kind of derived data, or None where others could have written in it."""
    return versioned_folder(cache / "derived", kind, program_version())


def _keep(path: Path, value: Any) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
        temporary.replace(path)
    except (OSError, ValueError):
        temporary.unlink(missing_ok=True)


def key_of(parts: Iterable[str]) -> str:
    """A key over parts of any content, each with its length so that no two lists run together."""
    digest = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(f"{len(data)}:".encode() + data)
    return digest.hexdigest()


@cache
def program_version() -> str:
    """Changes whenever the program may have: its version, and when its files were last written."""
    stamps: list[str] = []
    folders = [str(Path(__file__).parent.parent)]
    while folders:
        for entry in os.scandir(folders.pop()):
            if entry.is_dir():
                folders += [] if entry.name == "__pycache__" else [entry.path]
            else:
                stamps.append(f"{entry.path} {entry.stat().st_mtime_ns}")
    return key_of([__version__, *sorted(stamps)])[:16]
