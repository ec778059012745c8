"""Everything that can go wrong, as one exception class per cause, and the exit codes of the program.

Each class builds its own text: what is wrong, where, and what to do. Nothing here imports anything
of claimcheck, so that every layer may raise.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the program's exit status means."""

    CLEAN = 0
    FINDINGS = 1
    COULD_NOT_CHECK = 2


class ClaimcheckError(Exception):
    """Base of every error a person may see.

    Attributes:
        place: where, as ``file``, ``file:line`` or ``file:line:column`` (1-based), or empty.
        remedy: what to do about it, one sentence, or empty.
    """

    exit_code: ExitCode = ExitCode.COULD_NOT_CHECK

    def __init__(self, message: str, *, place: str = "", remedy: str = "") -> None:
        self.message = message
        self.place = place
        self.remedy = remedy
        super().__init__(message)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        todo = f" {self.remedy}" if self.remedy else ""
        return f"{where}{self.message}{todo}"


class MissingExtra(ClaimcheckError):
    """A feature needs packages that the light default install leaves out."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(
            f"{feature} needs an extra that is not installed.",
            remedy=f"Install it with: pip install 'claimcheck-desk[{extra}]'",
        )
