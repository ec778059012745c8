"""Who opened which source: JSON Lines in the user's state folder, never in the workspace.

No secret and no text goes in: a time, a name and ids. The file is the user's only, and begun anew (the older
half kept beside it) once it has grown large.
"""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from threading import Lock

_LARGE = 8 * 1024 * 1024


class AccessLog:
    """The log of one workspace.

    Args:
        state: the user's state folder for claimcheck.
        root: the workspace, resolved.
    """

    def __init__(self, state: Path, root: Path) -> None:
        self.path = state / "access" / f"{sha256(os.fsencode(root)).hexdigest()[:32]}.jsonl"
        self._lock = Lock()

    def note(self, at: str, by: str, role: str, what: str, **about: str) -> None:
        """Append one line. It is written before what it tells of is served.

        Raises:
            OSError: where it cannot be written; nothing confidential is served then.
        """
        row = {"at": at, "by": by, "role": role, "what": what, **about}
        data = json.dumps(row, ensure_ascii=True).encode("ascii") + b"\n"
        with self._lock:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                os.write(descriptor, data)
                large = os.fstat(descriptor).st_size > _LARGE
            finally:
                os.close(descriptor)
            if large:
                self.path.replace(self.path.with_suffix(".older.jsonl"))
