"""A person's own decisions, in order, so that they can be undone. Lies in the user's state folder.

JSON Lines; only ever appended to, and shortened to the newest entries when it has grown long. Losing it
loses nothing but the possibility to undo.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from claimcheck.records.atomic import WriteFailed, write_atomically
from claimcheck.records.writing import Data

_KEPT = 200
_LONG = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision as noted; ``before`` and ``after`` as in :class:`claimcheck.decisions.desk.Change`."""

    key: str
    by: str
    at: str
    verb: str
    subject: str
    place: str
    before: dict[str, Data]
    after: dict[str, Data]


class Journal:
    """The journal of one workspace.

    Args:
        state: the user's state folder for claimcheck.
        root: the workspace, resolved.
    """

    def __init__(self, state: Path, root: Path) -> None:
        self._path = state / "journals" / f"{sha256(os.fsencode(root)).hexdigest()[:32]}.jsonl"

    def note(
        self,
        by: str,
        at: str,
        verb: str,
        subject: str,
        place: str,
        before: dict[str, Data],
        after: dict[str, Data],
    ) -> None:
        """Append a decision. A journal that cannot be written is no reason to fail a decision made."""
        row: list[Data] = [secrets.token_hex(6), by, at, verb, subject, place, before, after]
        try:
            with self._locked():
                self._append(row)
        except (OSError, WriteFailed):
            return

    def last(self, by: str) -> Entry | None:
        """The person's newest decision that is not undone, or None."""
        undone: set[str] = set()
        for row in self._newest_first():
            if len(row) == 1:
                undone.add(str(row[0]))
            elif len(row) == 8 and row[1] == by and row[0] not in undone:
                return _entry(row)
        return None

    def undone(self, entry: Entry) -> None:
        """Note that a decision was taken back."""
        with self._locked():
            self._append([entry.key])

    def _append(self, row: list[Data]) -> None:
        # Begins with a line end too, in case a killed process left half a line.
        data = b"\n" + json.dumps(row, ensure_ascii=True).encode("ascii") + b"\n"
        descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(descriptor, data)
        finally:
            os.close(descriptor)
        if self._path.stat().st_size > _LONG:
            kept = self._path.read_bytes().splitlines(keepends=True)[-_KEPT:]
            write_atomically(self._path, b"".join(kept), mode=0o600)

    def _newest_first(self) -> Iterator[list[Data]]:
        """All rows; a line that a killed process left half written is passed over."""
        try:
            lines = self._path.read_bytes().splitlines()
        except OSError:
            return
        for line in reversed(lines):
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(row, list):
                yield row

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self._path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def _entry(row: list[Data]) -> Entry:
    key, by, at, verb, subject, place = (str(value) for value in row[:6])
    before, after = (value if isinstance(value, dict) else {} for value in row[6:])
    return Entry(key, by, at, verb, subject, place, before, after)
