"""Who decides: ``--as``, then the environment, then git's configuration."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from claimcheck.errors import ClaimcheckError


class NobodyNamed(ClaimcheckError):
    """A decision needs a name and none is known."""

    def __init__(self) -> None:
        super().__init__(
            "A decision needs the name of the person who makes it.",
            remedy="Add --as NAME, or set CLAIMCHECK_AS, or git config user.name.",
        )


class NotOfTheDesk(ClaimcheckError):
    """Settings list the people who decide, and this is none of them."""

    def __init__(self, name: str, people: Mapping[str, str]) -> None:
        super().__init__(
            f"{name!r} is not one of this desk's people.",
            remedy=f"There are: {', '.join(sorted(people))}. Others are added under [desk.people].",
        )


def resolve_identity(
    asked: str | None, environ: Mapping[str, str], git_name: str | None, people: Mapping[str, str]
) -> str:
    """The name that goes into ``by``.

    Args:
        asked: what ``--as`` gave.
        environ: only ``CLAIMCHECK_AS`` is looked at.
        git_name: what :func:`git_identity` found.
        people: short names and printed names from the settings; empty where anybody may decide. A
            printed name is turned into its short one.

    Raises:
        NobodyNamed, NotOfTheDesk.
    """
    if asked is not None and not asked.strip():
        raise NobodyNamed  # asked for nobody: nobody else may stand in
    candidates = (asked, environ.get("CLAIMCHECK_AS"), git_name)
    name = next((clean for value in candidates if value and (clean := " ".join(value.split()))), None)
    if name is None:
        raise NobodyNamed
    if not people or name in people:
        return name
    for short, printed in people.items():
        if printed == name:
            return short
    raise NotOfTheDesk(name, people)


def git_identity(folder: Path) -> str | None:
    """``user.name`` (or ``user.email``) as git has it for a folder, or None; runs no hooks."""
    for key in ("user.name", "user.email"):
        try:
            done = subprocess.run(
                ["git", "-C", str(folder), "config", "--get", key],
                capture_output=True,
                timeout=5,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        name = done.stdout.decode("utf-8", "replace").strip()
        if done.returncode == 0 and name:
            return name
    return None
