"""What every decision needs: who decides, when, and where it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from claimcheck.decisions.journal import Journal
from claimcheck.errors import ClaimcheckError
from claimcheck.records.edits import Editor
from claimcheck.records.models import Claim, Day, Decided
from claimcheck.records.workspace import Workspace
from claimcheck.records.writing import Data, canonical


class NothingSaid(ClaimcheckError):
    """A decision that must give a reason or text was given none."""

    def __init__(self, what: str) -> None:
        super().__init__(f"This needs {what}.", remedy="Say it in a few words; it is kept with the decision.")


class NoDay(ClaimcheckError):
    """What was given as a day is none."""

    def __init__(self, given: str, form: str = "2026-03-04") -> None:
        super().__init__(f"{given[:40]!r} is no day.", remedy=f"Write it as {form}. Nothing was changed.")


def check_day(given: str | None) -> str | None:
    """A day as records keep it, or None where none was given.

    Raises:
        NoDay.
    """
    try:
        return None if given is None else date.fromisoformat(given).isoformat()
    except ValueError:
        raise NoDay(given or "") from None


def check_published(given: str | None) -> str | None:
    """A day, or a day and time, of publication as records keep it, or None where none was given.

    Raises:
        NoDay.
    """
    try:
        return None if given is None else TypeAdapter(Day).validate_python(given)
    except ValidationError:
        raise NoDay(given or "", "2026-03-04, or 2026-03-04T18:00:00Z") from None


@dataclass(frozen=True, slots=True)
class Change:
    """A decision that was written.

    Attributes:
        verb: what was done, such as ``accept``.
        subject: id of the claim, or slug of the article.
        place: the file, relative to the workspace.
        before, after: what was touched, as plain data in the shape of the file; keys and list items not
            named were not touched.
        mind: what the person should know although it was written, without a full stop; empty for nothing.
    """

    verb: str
    subject: str
    place: str
    before: dict[str, Data]
    after: dict[str, Data]
    mind: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """One person at work in one workspace.

    Attributes:
        by: who decides.
        now: UTC, RFC 3339.
        journal: where the person's own decisions are noted for undo; None keeps no journal.
        expect: asked with a claim as it is on disk just before it is changed; raises where that is not
            what the person saw.
    """

    editor: Editor
    by: str
    now: str
    journal: Journal | None = None
    expect: Callable[[Claim], None] | None = None

    @property
    def workspace(self) -> Workspace:
        """The workspace that is written in."""
        return self.editor.workspace

    @property
    def today(self) -> date:
        """The day it is where the desk is."""
        zone = ZoneInfo(self.workspace.settings.desk.time_zone)
        return datetime.fromisoformat(self.now).astimezone(zone).date()

    def fresh(self) -> Workspace:
        """The workspace as it is on disk now, for what a decision rests on; others may have written."""
        self.workspace.reload()
        return self.workspace

    def decided(self, why: str) -> Decided:
        """Who, when, why."""
        return Decided(by=self.by, at=self.now, why=why)

    def on_claim(self, verb: str, claim_id: str, change: Callable[[Claim], Claim]) -> Change:
        """Change one claim and note it for undo.

        Raises:
            UnknownClaim; what ``change`` raises; and what :class:`~claimcheck.records.edits.Editor` raises.
        """

        def expected(claim: Claim) -> Claim:
            if self.expect is not None:
                self.expect(claim)
            return change(claim)

        edited = self.editor.change_claim(claim_id, expected)
        before: dict[str, Data] = {} if edited.before is None else {"claims": [canonical(edited.before)]}
        return self.done(verb, claim_id, edited.path, before, {"claims": [canonical(edited.after)]})

    def done(
        self, verb: str, subject: str, path: Path, before: dict[str, Data], after: dict[str, Data]
    ) -> Change:
        """Note a change that was written."""
        change = Change(verb, subject, self.workspace.place(path), before, after)
        if self.journal is not None and before != after:
            self.journal.note(self.by, self.now, change.verb, change.subject, change.place, before, after)
        return change


def with_fields(claim: Claim, **fields: object) -> Claim:
    """The claim with other fields, validated as a whole."""
    return Claim.model_validate({**dict(claim), **fields})
