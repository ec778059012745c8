"""Taking back one's own last decision."""

from __future__ import annotations

from claimcheck.decisions.desk import Change, Desk
from claimcheck.decisions.journal import Entry
from claimcheck.errors import ClaimcheckError
from claimcheck.records.edits import Conflict


class NothingToUndo(ClaimcheckError):
    """The person's journal of this workspace is empty."""

    def __init__(self, by: str) -> None:
        super().__init__(
            f"{by} has made no decision here that could be undone.", remedy="Nothing was changed."
        )


class CannotUndo(ClaimcheckError):
    """What the decision touched was changed since."""

    def __init__(self, entry: Entry, conflict: Conflict) -> None:
        super().__init__(
            f'"{entry.verb}" of {entry.at} on {entry.subject} cannot be undone: '
            f"{conflict.clashes[0].path} was changed since.",
            place=entry.place,
            remedy="Nothing was changed. Decide anew instead.",
        )


def undo(desk: Desk) -> Change:
    """Take back the person's newest decision that is not undone; what others did since stays.

    Raises:
        NothingToUndo, CannotUndo; and what :class:`~claimcheck.records.edits.Editor` raises.
    """
    entry = desk.journal.last(desk.by) if desk.journal is not None else None
    if entry is None or desk.journal is None:
        raise NothingToUndo(desk.by)
    try:
        desk.editor.merge_into(entry.place, entry.after, entry.before)
    except Conflict as conflict:
        raise CannotUndo(entry, conflict) from None
    desk.journal.undone(entry)
    return Change(f"undo {entry.verb}", entry.subject, entry.place, entry.after, entry.before)
