"""What every command is given: where it was called, who calls, and the clock. The edge of the program."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.records.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Invocation:
    """One call of the program.

    Attributes:
        start: folder to look for the workspace from, upwards.
        as_name: name given with ``--as``, or None.
    """

    start: Path
    as_name: str | None = None

    def workspace(self) -> Workspace:
        """The workspace the call is about.

        Raises:
            ClaimcheckError: if there is none here or above.
        """
        from claimcheck.records.workspace import Workspace

        return Workspace.discover(self.start)

    def now(self) -> str:
        """This moment in UTC, RFC 3339; ``CLAIMCHECK_NOW`` stands in for the clock in scripts and tests."""
        given = os.environ.get("CLAIMCHECK_NOW")
        return given or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def today(self) -> date:
        """Today in UTC, from the same clock as :meth:`now`."""
        return date.fromisoformat(self.now()[:10])
