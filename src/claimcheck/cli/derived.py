"""What is worked out from records and texts, kept under the hash of what it came from.

Derived, in the user's cache, and safe to delete; a folder that is not this user's alone is not used.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from claimcheck import __version__
from claimcheck.records.cache import private_folder

T = TypeVar("T")


class DerivedCache:
    """JSON values by kind and key; every failure is a miss, never an error.

    Args:
        folder: the user's cache folder for claimcheck; None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / "derived" if folder else None
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
        """The folder of a kind; where it is new, those of earlier versions of the program go."""
        if kind not in self._folders:
            name = f"{kind}-{_version()}"
            known = (self._folder / name).is_dir() if self._folder else False
            folder = private_folder(self._folder, name) if self._folder else None
            if folder is not None and not known:
                _sweep(folder, kind)
            self._folders[kind] = folder
        return self._folders[kind]


def _sweep(kept: Path, kind: str) -> None:
    for other in kept.parent.glob(f"{kind}-*"):
        if other != kept and not other.is_symlink():
            shutil.rmtree(other, ignore_errors=True)


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
def _version() -> str:
    """Changes whenever the code that derives may have: the version, and when its files were last written."""
    package = Path(__file__).parent.parent
    stamps = (
        f"{path.name}{path.stat().st_mtime_ns}"
        for folder in ("documents", "evidence", "extraction", "sources")
        for path in sorted((package / folder).rglob("*.py"))
    )
    return key_of([__version__, *stamps])[:16]
