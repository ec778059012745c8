"""Adding a source: from a file, from what a person said, or as a mere citation, to ``sources/<id>.yaml``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from claimcheck.documents.apart import dump_apart
from claimcheck.documents.model import Document
from claimcheck.errors import ClaimcheckError
from claimcheck.records.edits import Editor
from claimcheck.records.ids import slug_of as slug_of
from claimcheck.records.models import (
    Decided,
    Derivation,
    Lineage,
    Provider,
    Reliability,
    Source,
    Span,
    StoredFile,
    Terms,
    Testimony,
    Tier,
)
from claimcheck.records.places import BadSlug
from claimcheck.sources.grading import derive_grade
from claimcheck.sources.texts import APART_NAME, BLOCKS_NAME, TEXT_NAME, dump_blocks, text_hash

R = TypeVar("R")


class AlreadyRecorded(ClaimcheckError):
    """A source of that id exists."""

    def __init__(self, source: str, place: str) -> None:
        super().__init__(
            f"A source {source!r} is recorded already.",
            place=place,
            remedy="Give the new one a name of its own with --id, or edit the record.",
        )


class UnknownParent(ClaimcheckError):
    """``--derived-from`` names a source that is not recorded."""

    def __init__(self, parent: str) -> None:
        super().__init__(
            f"There is no source {parent!r} to be derived from.",
            remedy="Add that source first, then this one.",
        )


class BadDetail(ClaimcheckError):
    """Something said of a source is not what a record may have there."""

    def __init__(self, error: ValidationError) -> None:
        first = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(step) for step in first["loc"]) or "record"
        why = str(first.get("ctx", {}).get("error") or first["msg"])
        super().__init__(
            f"The {name} of this source cannot be so: {why[:1].lower()}{why[1:]}.",
            remedy="Nothing was recorded.",
        )


def checked(make: Callable[[], R]) -> R:
    """What ``make`` makes of the details of a source.

    Raises:
        BadDetail: where a record may not have one of them.
    """
    try:
        return make()
    except ValidationError as error:
        raise BadDetail(error) from None


@dataclass(frozen=True, slots=True)
class Details:
    """What the desk says of a source; whatever is None or empty is taken from the document, or left open."""

    provider: Provider = "unknown"
    title: str | None = None
    tier: Tier | None = None
    reliability: Reliability | None = None
    original: bool = False
    derived_from: tuple[str, ...] = ()
    study: str | None = None
    wire: str | None = None
    terms: Terms = "on record"
    named: bool = True
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    owner: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    translated: bool = False
    translator: str | None = None
    machine_transcript: bool | None = None
    heard: Decided | None = None
    hops: int = 0
    no_llm: bool = False
    fictional: bool = False
    notes: str = ""


def describe(source_id: str, details: Details, now: str, document: Document | None = None) -> Source:
    """The record of a source, before any file of it is stored. Pure.

    Raises:
        BadDetail.
    """
    return checked(lambda: _describe(source_id, details, now, document))


def _describe(source_id: str, details: Details, now: str, document: Document | None) -> Source:
    grade = derive_grade(details.provider)
    found_title = document.title if document else None
    found_date = document.published if document else None
    return Source(
        claimcheck=1,
        id=source_id,
        title=details.title or found_title or source_id,
        provider=details.provider,
        tier=details.tier or grade.tier,
        reliability=details.reliability or grade.reliability,
        lineage=_lineage(details),
        derived_from=[Derivation(source=parent) for parent in details.derived_from],
        study=details.study,
        wire=details.wire,
        terms=details.terms,
        named=details.named,
        authors=list(details.authors or (document.authors if document else ())),
        publisher=details.publisher,
        owner=details.owner,
        url=details.url,
        published=details.published or found_date,
        obtained=now,
        language=details.language or (document.language if document else "en"),
        translated=details.translated,
        translator=details.translator,
        machine_transcript=_by_machine(details, document),
        machine_parts=_machine_parts(details, document),
        heard=details.heard,
        hops=details.hops,
        no_llm=details.no_llm,
        fictional=details.fictional,
        notes=details.notes,
    )


def _by_machine(details: Details, document: Document | None) -> bool:
    if details.machine_transcript is not None:
        return details.machine_transcript
    return document is not None and any(not block.heard for block in document.blocks)


def _machine_parts(details: Details, document: Document | None) -> list[Span]:
    """The parts of a transcript that a machine wrote; none where it is all, or where somebody says so."""
    if document is None or details.machine_transcript is not None:
        return []
    cues = [block for block in document.blocks if block.kind == "cue"]
    unheard = [block for block in cues if not block.heard]
    return [Span(start=block.start, end=block.end) for block in unheard] if len(unheard) < len(cues) else []


def _lineage(details: Details) -> Lineage:
    if details.original:
        return "original"
    return "derived" if details.derived_from else "unknown"


def add_document(
    editor: Editor, source_id: str, data: bytes, document: Document, details: Details, now: str
) -> Source:
    """Store a document as a source: reading text, blocks, what is kept apart, snapshot (where settings keep
    it), then the record.

    Args:
        data: the file as obtained; ``document`` is what was read from it.

    Raises:
        AlreadyRecorded, UnknownParent, BadDetail; and what :class:`~claimcheck.records.edits.Editor` raises.
    """
    _check_new(editor, source_id, details)
    source = describe(source_id, details, now, document)
    workspace = editor.workspace
    folder = workspace.source_folder(source_id)
    text_path = folder / TEXT_NAME
    editor.write_bytes(text_path, document.text.encode())
    editor.write_bytes(folder / BLOCKS_NAME, dump_blocks(document.blocks).encode())
    if document.hidden:
        editor.write_bytes(folder / APART_NAME, dump_apart(document.hidden).encode())
    stored = StoredFile(
        path=workspace.place(text_path), sha256=text_hash(document.text), media_type="text/plain"
    )
    snapshot = _store_snapshot(editor, folder, data, document)
    return _create(editor, source.model_copy(update={"text": stored, "snapshot": snapshot}))


def _store_snapshot(editor: Editor, folder: Path, data: bytes, document: Document) -> StoredFile | None:
    desk = editor.workspace.settings.desk
    if desk.snapshots != "committed" or len(data) > desk.snapshot_limit:
        return None
    if data == document.text.encode():
        return None  # the reading text is the file itself
    path = folder / f"snapshot.{document.format}"
    editor.write_bytes(path, data)
    return StoredFile(path=editor.workspace.place(path), sha256=sha256(data).hexdigest())


def add_testimony(editor: Editor, source_id: str, testimony: Testimony, details: Details, now: str) -> Source:
    """Record what a person told the desk.

    Raises:
        AlreadyRecorded, UnknownParent, BadDetail; and what :class:`~claimcheck.records.edits.Editor` raises.
    """
    _check_new(editor, source_id, details)
    source = describe(source_id, details, now)
    return _create(editor, source.model_copy(update={"testimony": testimony}))


def add_citation(editor: Editor, source_id: str, obtainable: str, details: Details, now: str) -> Source:
    """Record a source that is only cited; ``obtainable`` says where its text could be had.

    Raises:
        AlreadyRecorded, UnknownParent, BadDetail; and what :class:`~claimcheck.records.edits.Editor` raises.
    """
    _check_new(editor, source_id, details)
    source = describe(source_id, details, now)
    return _create(editor, source.model_copy(update={"obtainable": obtainable, "obtained": None}))


def _check_new(editor: Editor, source_id: str, details: Details) -> None:
    path = editor.workspace.source_path(source_id)
    if _is_there(path):
        raise AlreadyRecorded(source_id, editor.workspace.place(path))
    for parent in details.derived_from:
        if not _is_recorded(editor, parent):
            raise UnknownParent(parent)


def _is_recorded(editor: Editor, source_id: str) -> bool:
    # Not by the list of all sources: it is asked for each of the files that are added at once.
    with suppress(BadSlug):
        return _is_there(editor.workspace.source_path(source_id))
    return False


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _create(editor: Editor, source: Source) -> Source:
    # model_copy() validates nothing, so the record is validated as a whole before it is written.
    return editor.create_source(Source.model_validate(source.model_dump())).after
