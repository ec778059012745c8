"""Records that a person laid out, which take long to read, kept as JSON under the hash of their file.

Derived, outside the workspace, and safe to delete. What is found there is validated like any record; a
folder that is not this user's alone is not used.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import time
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from claimcheck.records import claim_models, desk_models, dialect, parsing, source_models, vocabulary
from claimcheck.records.models import Record

R = TypeVar("R", bound=Record)
_VERSIONED = re.compile(r"[A-Za-z]+-([0-9a-f]{16})")
_WEEK = 7 * 86_400
_UNUSED = 60 * 86_400
"""Seconds."""


class RecordCache:
    """Records by the sha256 of their file; every failure is a miss, never an error.

    Args:
        folder: the user's cache folder for claimcheck.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "records"
        self._models: dict[type[Record], Path | None] = {}

    def get(self, model: type[R], digest: str) -> R | None:
        """The record that a file with this hash was read as, or None."""
        folder = self._trusted(model)
        if folder is None:
            return None
        try:
            return model.model_validate_json((folder / f"{digest}.json").read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, digest: str, record: Record) -> None:
        """Keep a record for the next run."""
        folder = self._trusted(type(record))
        if folder is None:
            return
        temporary = folder / f".{digest}.{os.getpid()}"
        try:
            data = record.__pydantic_serializer__.to_json(record, exclude_defaults=True)
            temporary.write_bytes(data)
            temporary.replace(folder / f"{digest}.json")
        except (OSError, ValueError):
            temporary.unlink(missing_ok=True)

    def _trusted(self, model: type[Record]) -> Path | None:
        """The folder of a model, named after the reading code so that another version finds nothing in it."""
        if model not in self._models:
            self._models[model] = versioned_folder(self._folder, model.__name__, _reading_version())
        return self._models[model]


@cache
def _reading_version() -> str:
    """A hash of the code that decides what a file is read as."""
    code = sha256()
    for module in (vocabulary, claim_models, source_models, desk_models, dialect, parsing):
        code.update(Path(str(module.__file__)).read_bytes())
    return code.hexdigest()[:16]


def versioned_folder(parent: Path, kind: str, version: str) -> Path | None:
    """A private folder for what one version of the program keeps of a kind; None where others could write.

    Once a week what other versions left beside it is deleted, and what was not written for 60 days in it.
    """
    folder = private_folder(parent, f"{kind}-{version}")
    if folder is not None:
        with suppress(OSError):
            _tidy(folder, version)
    return folder


def _tidy(folder: Path, version: str) -> None:
    mark, now = folder / ".tidied", time.time()
    with suppress(FileNotFoundError):
        if 0 <= now - mark.stat().st_mtime < _WEEK:
            return
    mark.touch(mode=0o600)
    for other in folder.parent.iterdir():
        found = _VERSIONED.fullmatch(other.name)
        if found and found[1] != version and not other.is_symlink():
            shutil.rmtree(other, ignore_errors=True)
    for kept in folder.iterdir():
        if not kept.is_dir() and now - kept.lstat().st_mtime > _UNUSED:
            kept.unlink(missing_ok=True)


def private_folder(parent: Path, name: str) -> Path | None:
    """A folder of this user's cache, made where needed; None where others could have written in it."""
    folder = parent / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for part in (parent, folder):
            status = part.lstat()
            if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid() or status.st_mode & 0o022:
                return None
    except OSError:
        return None
    return folder
