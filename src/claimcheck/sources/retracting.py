"""Recording that a source was withdrawn."""

from __future__ import annotations

from claimcheck.errors import ClaimcheckError
from claimcheck.records.edits import Editor
from claimcheck.records.models import Retraction, Source


class AlreadyRetracted(ClaimcheckError):
    """The source was withdrawn before."""

    def __init__(self, source: Source, retraction: Retraction) -> None:
        super().__init__(
            f"{source.id} is retracted already, recorded by {retraction.by} on {retraction.at[:10]}.",
            remedy="Nothing was changed.",
        )


def retract_source(editor: Editor, source_id: str, *, by: str, at: str, why: str) -> Source:
    """Mark a source as withdrawn; from then on it counts for nothing.

    Raises:
        AlreadyRetracted; and what :meth:`claimcheck.records.edits.Editor.change_source` raises.
    """

    def change(source: Source) -> Source:
        if source.retracted is not None:
            raise AlreadyRetracted(source, source.retracted)
        return source.model_copy(update={"retracted": Retraction(at=at, by=by, why=why)})

    return editor.change_source(source_id, change).after
