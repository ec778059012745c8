"""What every command is given: where it was called, who calls, and the clock. The edge of the program."""

from __future__ import annotations

import os
import re
import sys
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.decisions.desk import Desk
    from claimcheck.records.edits import Editor
    from claimcheck.records.private import PrivateStore
    from claimcheck.records.settings import Settings
    from claimcheck.records.userdirs import UserDirs
    from claimcheck.records.workspace import Workspace

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class BadClock(ClaimcheckError):
    """``CLAIMCHECK_NOW`` is no time."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"CLAIMCHECK_NOW is {given[:40]!r}, which is no UTC time.",
            remedy="Write it as 2026-03-04T09:12:00Z, or unset it.",
        )


@dataclass(frozen=True, slots=True)
class Invocation:
    """One call of the program.

    Attributes:
        start: folder to look for the workspace from, upwards.
        as_name: name given with ``--as``, or None.
    """

    start: Path
    as_name: str | None = None

    def dirs(self) -> UserDirs:
        """The user's own folders."""
        from claimcheck.records.userdirs import user_dirs

        return user_dirs(os.environ, Path.home(), sys.platform)

    def settings(self, root: Path | None) -> Settings:
        """Settings from all their places, ``root`` being the workspace's folder.

        Raises:
            SettingsError.
        """
        from claimcheck.records.settings import load_settings

        return load_settings(root, user=self.dirs().config, environ=os.environ)

    def settings_here(self) -> Settings:
        """Settings of the workspace the call is about; without one, the user's own.

        Raises:
            SettingsError.
        """
        from claimcheck.records.workspace import NoWorkspace, Workspace

        try:
            return self.settings(Workspace.find(self.start))
        except NoWorkspace:
            return self.settings(None)

    def workspace(self) -> Workspace:
        """The workspace the call is about.

        Raises:
            ClaimcheckError: if there is none here or above, or its settings are wrong.
        """
        from claimcheck.records.cache import RecordCache
        from claimcheck.records.workspace import Workspace

        root = Workspace.find(self.start)
        cache = self.cache(root)
        return Workspace(root, self.settings(root), RecordCache(cache) if cache else None)

    def cache(self, root: Path) -> Path | None:
        """The user's cache folder; None where it lies in the workspace, whose authors could forge it."""
        folder = self.dirs().cache
        return None if folder.resolve().is_relative_to(root.resolve()) else folder

    def editor(self, workspace: Workspace) -> Editor:
        """What writes in the workspace; leftovers of killed processes are swept away first."""
        from claimcheck.records.edits import Editor

        editor = Editor(workspace, self.dirs().cache)
        editor.sweep(time.time())
        return editor

    def private_store(self) -> PrivateStore:
        """Where confidential sources are kept."""
        from claimcheck.records.private import PrivateStore

        return PrivateStore(self.dirs().data)

    def person(self, as_name: str | None = None) -> str:
        """Who decides: ``--as`` (with the command, or before it), then the environment, then git.

        Raises:
            NobodyNamed, NotOfTheDesk.
        """
        from claimcheck.records.identity import git_identity, resolve_identity

        people = self.workspace().settings.desk.people
        asked = self.as_name if as_name is None else as_name
        return resolve_identity(asked, os.environ, git_identity(self.start), people)

    def desk(self, as_name: str | None = None) -> Desk:
        """This person at work in the workspace, with a journal for undo.

        Raises:
            NobodyNamed, NotOfTheDesk, BadClock.
        """
        from claimcheck.decisions.desk import Desk
        from claimcheck.decisions.journal import Journal

        editor = self.editor(self.workspace())
        journal = Journal(self.dirs().state, editor.workspace.root)
        return Desk(editor, self.person(as_name), self.now(), journal)

    def now(self) -> str:
        """This moment in UTC, RFC 3339; ``CLAIMCHECK_NOW`` stands in for the clock in scripts and tests.

        Raises:
            BadClock.
        """
        given = os.environ.get("CLAIMCHECK_NOW")
        if given and not _TIME.fullmatch(given):
            raise BadClock(given)
        return given or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def today(self, time_zone: str = "UTC") -> date:
        """The day it is in a time zone, by the same clock as :meth:`now`."""
        from zoneinfo import ZoneInfo

        return datetime.fromisoformat(self.now()).astimezone(ZoneInfo(time_zone)).date()
