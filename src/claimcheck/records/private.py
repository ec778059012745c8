"""What confidential sources really are: kept outside the workspace, readable by this user alone.

The workspace holds a pseudonym and a keyed hash of the content. The hash names the file here, so one
store serves all workspaces of a user and no path tells anything. Nothing here shows content in a
``repr`` or an error.
"""

from __future__ import annotations

import hmac
import os
import secrets
import stat
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from pydantic import ConfigDict, Field, ValidationError

from claimcheck.errors import ClaimcheckError
from claimcheck.records.atomic import write_atomically
from claimcheck.records.models import Private, Record

_HASH = "hmac-sha256:"


class StoreNotPrivate(ClaimcheckError):
    """The private store could be read by others, so it is not used."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The private store {path} does not belong to you alone.",
            remedy=f"Make it yours: chmod -R go= {path}",
        )


class NotHeldHere(ClaimcheckError):
    """The content behind a pseudonym lies in another person's store, or is gone."""

    def __init__(self, pseudonym: str, attested_by: str) -> None:
        super().__init__(
            f"{pseudonym} is not held in your private store.",
            remedy=f"Ask {attested_by}, who attested it.",
        )


class DamagedPrivateRecord(ClaimcheckError):
    """The stored content is not what the workspace's hash says."""

    def __init__(self, pseudonym: str) -> None:
        super().__init__(
            f"What is stored for {pseudonym} is damaged or was changed.",
            remedy="Restore it from a backup of your private store, or add the source anew.",
        )


class ConfidentialSource(Record):
    """A confidential source as it is. Its ``repr`` and validation errors show nothing of it."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", hide_input_in_errors=True)

    name: str = Field(repr=False)
    file_name: str = Field(default="", repr=False)
    contact: str = Field(default="", repr=False)
    text: str = Field(default="", repr=False)
    notes: str = Field(default="", repr=False)


class PrivateStore:
    """The private store of this user.

    Args:
        folder: the user's data folder for claimcheck; ``private`` is made in it, 0700.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "private"

    def __repr__(self) -> str:
        return "PrivateStore()"

    def save(self, source: ConfidentialSource, pseudonym: str, attested_by: str) -> Private:
        """Keep a source and give what the workspace's record may say of it.

        Raises:
            StoreNotPrivate, WriteFailed.
        """
        data = _content(source)
        digest = hmac.new(self._key(), data, sha256).hexdigest()
        write_atomically(self._path(digest), data, place="private store", mode=0o600)
        return Private(pseudonym=pseudonym, hash=_HASH + digest, attested_by=attested_by)

    def load(self, private: Private) -> ConfidentialSource:
        """The source behind a pseudonym.

        Raises:
            NotHeldHere, DamagedPrivateRecord, StoreNotPrivate.
        """
        digest = private.hash.removeprefix(_HASH)
        try:
            self._trusted()
            data = _read_private(self._path(digest))
        except FileNotFoundError:
            raise NotHeldHere(private.pseudonym, private.attested_by) from None
        if not hmac.compare_digest(hmac.new(self._key(), data, sha256).hexdigest(), digest):
            raise DamagedPrivateRecord(private.pseudonym)
        try:
            return ConfidentialSource.model_validate_json(data)
        except ValidationError:
            raise DamagedPrivateRecord(private.pseudonym) from None

    def forget(self, private: Private) -> bool:
        """Delete what is held of a source; False where nothing was."""
        try:
            self._path(private.hash.removeprefix(_HASH)).unlink()
        except FileNotFoundError:
            return False
        return True

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}.json"

    def _trusted(self) -> None:
        status = self._folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid() or status.st_mode & 0o077:
            raise StoreNotPrivate(self._folder)

    def _key(self) -> bytes:
        """The key of this user's hashes, made when first needed."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._trusted()
        path = self._folder / "key"
        try:
            return _read_private(path)
        except FileNotFoundError:
            pass
        # A hard link is made only where there is no file yet, so two processes end with one key.
        fresh = self._folder / f".key.{os.getpid()}.{secrets.token_hex(4)}"
        write_atomically(fresh, secrets.token_bytes(32), place="private store", mode=0o600)
        try:
            path.hardlink_to(fresh)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
        return _read_private(path)


def _content(source: ConfidentialSource) -> bytes:
    return source.model_dump_json(exclude_defaults=True).encode("utf-8")


def _read_private(path: Path) -> bytes:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_uid != os.geteuid() or status.st_mode & 0o077:
        raise StoreNotPrivate(path.parent)
    return path.read_bytes()


def pseudonym(taken: Collection[str]) -> str:
    """The next free pseudonym, which tells nothing about the source: "Confidential source 1" and on.

    The id of the public record is its slug: lower-case with hyphens.
    """
    used = {name.casefold() for name in taken}
    number = 1
    while f"confidential source {number}" in used:
        number += 1
    return f"Confidential source {number}"
