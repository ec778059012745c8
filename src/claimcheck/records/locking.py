"""One writer at a time on this machine: an advisory lock outside the workspace."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from claimcheck.errors import ClaimcheckError

_PATIENCE = 30.0
_PAUSE = 0.002


class WorkspaceBusy(ClaimcheckError):
    """Another process has been writing for too long."""

    def __init__(self, root: Path) -> None:
        super().__init__(
            f"Another claimcheck has been writing in {root.name} for {_PATIENCE:.0f} seconds.",
            remedy="Wait for it or end it, and try again; nothing was changed.",
        )


class NoLockFolder(ClaimcheckError):
    """The lock cannot be taken because the user's cache folder cannot be used."""

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(
            f"The folder {folder} cannot be used ({error.strerror}), so writing is not safe.",
            remedy="Set XDG_CACHE_HOME to a folder that can be written.",
        )


@contextmanager
def exclusive(root: Path, cache: Path) -> Iterator[None]:
    """Hold the workspace's lock.

    The system gives the lock back when a process ends, however it ends.

    Args:
        root: the workspace, resolved.
        cache: the user's cache folder; locks lie in ``locks`` there.

    Raises:
        WorkspaceBusy, NoLockFolder.
    """
    folder = cache / "locks"
    path = folder / f"{sha256(os.fsencode(root)).hexdigest()[:32]}.lock"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise NoLockFolder(folder, error) from error
    try:
        _wait(descriptor, root)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, root: Path) -> None:
    patience = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > patience:
                raise WorkspaceBusy(root) from None
            time.sleep(_PAUSE)
        else:
            return
