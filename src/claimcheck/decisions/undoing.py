"""Taking back one's own last decision."""

from __future__ import annotations

from claimcheck.decisions.desk import Change, Desk
from claimcheck.decisions.journal import Entry
from claimcheck.errors import ClaimcheckError
from claimcheck.records.edits import Conflict

_WORDS = {
    "accept": "the acceptance of a passage",
    "add evidence": "the passage that was added",
    "answer": "the answer to a query",
    "approve unnamed": "the mark on the unnamed source",
    "assign": "the assignment",
    "change stance": "the change of what a passage shows",
    "correct": "the correction",
    "discard": "the discarding of a claim",
    "edit attribution": "the change of the attribution",
    "edit source": "the change of a source",
    "exempt": "the mark of exemption",
    "join": "the joining of two claims",
    "move evidence": "the move of evidence",
    "note": "the note",
    "query": "the query",
    "reject": "the rejection of a passage",
    "reply attempt": "the attempt to get a reply",
    "restore": "the restoring of a sentence",
    "retract source": "the retraction of a source",
    "set stage": "the change of stage",
    "set writer": "the writer's name",
    "sign": "the sign-off",
    "split": "the splitting of a claim",
    "states dispute": "the mark that the text states the dispute",
    "tick": "the tick on a part",
    "waive": "the waiver",
}


class NothingToUndo(ClaimcheckError):
    """The person's journal of this workspace is empty."""

    def __init__(self, by: str) -> None:
        super().__init__(
            f"{by} has made no decision here that could be undone.", remedy="Nothing was changed."
        )


class CannotUndo(ClaimcheckError):
    """What the decision touched was changed since."""

    def __init__(self, entry: Entry, conflict: Conflict) -> None:
        undone = in_words(entry.verb)
        super().__init__(
            f"{undone[:1].upper()}{undone[1:]} on {entry.subject} ({entry.at}) cannot be taken back: "
            f"{conflict.clashes[0].what} was changed since.",
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


def in_words(verb: str) -> str:
    """What a decision is called by its verb, such as ``the sign-off``; an undoing is called what it undid."""
    verb = verb.removeprefix("undo ")
    return _WORDS.get(verb, f"“{verb}”")
