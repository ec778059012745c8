"""Where each person stopped in each article: a small file in the user's state folder."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from claimcheck.records.atomic import WriteFailed, write_atomically


@dataclass(frozen=True, slots=True)
class Stopped:
    """The claim a person looked at last, and the filter."""

    claim: str = ""
    filter: str = "all"


class Places:
    """The places of one person in one article.

    Args:
        state: the user's state folder for claimcheck.
        root: the workspace, resolved.
    """

    def __init__(self, state: Path, root: Path, slug: str, by: str) -> None:
        key = sha256(b"\0".join([os.fsencode(root), slug.encode(), by.encode("utf-8", "surrogateescape")]))
        self._path = state / "review" / f"{key.hexdigest()[:32]}.json"

    def load(self) -> Stopped:
        """Where the person stopped; the beginning where nothing readable says so."""
        try:
            found = json.loads(self._path.read_bytes())
            return Stopped(str(found["claim"]), str(found["filter"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return Stopped()

    def save(self, stopped: Stopped) -> None:
        """Remember a place; a folder that cannot be written is no reason to stop a review."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            data = json.dumps({"claim": stopped.claim, "filter": stopped.filter}).encode()
            write_atomically(self._path, data, mode=0o600)
        except (OSError, WriteFailed):
            return
