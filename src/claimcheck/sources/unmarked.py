"""Transcripts that were recorded before a machine's were marked as such."""

from __future__ import annotations

from claimcheck.documents.transcripts import says_machine_made
from claimcheck.errors import ClaimcheckError
from claimcheck.records.workspace import Workspace
from claimcheck.sources.texts import SourceText

_LARGEST = 5_000_000
"""Bytes of a file as obtained that are looked through."""


def seems_unmarked(workspace: Workspace, text: SourceText) -> bool:
    """Whether a source's text, or the file it was read from, says that a machine wrote it down, and neither
    its record nor its blocks do. Where somebody said otherwise when it was added, its blocks do.
    """
    source = text.source
    cues = [block for block in text.blocks if block.kind == "cue"]
    if not cues or source.machine_transcript or source.heard or not all(block.heard for block in cues):
        return False
    if says_machine_made(text.text):
        return True
    file = source.snapshot.path if source.snapshot else ""
    if not file.endswith((".vtt", ".srt")):
        return False
    from claimcheck.documents.readers.subtitles import machine_made

    try:
        path = workspace.resolve(file, workspace.place(workspace.source_path(source.id)))
        large = not path.is_file() or path.stat().st_size > _LARGEST
        return not large and machine_made(path.read_text("utf-8", "replace"))
    except ClaimcheckError:
        return False  # a path that leads out of the workspace is told by `check`
