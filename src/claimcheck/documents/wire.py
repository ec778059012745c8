"""A document, or the error instead of one, as JSON between the child process and its parent."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, cast

from claimcheck.documents.model import Block, BlockKind, Document, HiddenText, Locator, Reference
from claimcheck.errors import ClaimcheckError

Wire = dict[str, Any]
"""JSON as ``json`` gives it; every field is checked by name when a document is made of it."""


class ReaderRefused(ClaimcheckError):
    """What a reader in the child had to say; carries the name of the class raised there as ``cause``."""

    def __init__(self, cause: str, message: str, place: str, remedy: str) -> None:
        self.cause = cause
        super().__init__(message, place=place, remedy=remedy)


def document_to(document: Document) -> Wire:
    """The document as JSON values."""
    return {"document": asdict(document)}


def error_to(error: ClaimcheckError) -> Wire:
    """An error as JSON values: its class by name, and its texts."""
    return {
        "error": type(error).__name__,
        "message": error.message,
        "place": error.place,
        "remedy": error.remedy,
    }


def document_from(value: Wire, place: str) -> Document:
    """The document the child sent.

    Raises:
        ClaimcheckError: of the class raised in the child, or ReaderRefused if the parent does not know it.
    """
    if "error" in value:
        raise _error(value, place)
    fields = cast(Wire, value["document"])
    return Document(
        text=fields["text"],
        format=fields["format"],
        blocks=tuple(_block(block) for block in fields["blocks"]),
        extracted=fields["extracted"],
        title=fields["title"],
        authors=tuple(fields["authors"]),
        published=fields["published"],
        language=fields["language"],
        references=tuple(Reference(**reference) for reference in fields["references"]),
        hidden=tuple(
            HiddenText(text=hidden["text"], why=hidden["why"], locator=_locator(hidden["locator"]))
            for hidden in fields["hidden"]
        ),
        warnings=tuple(fields["warnings"]),
        metadata=fields["metadata"],
        kept=tuple((start, end) for start, end in fields["kept"]),
    )


def _block(fields: Wire) -> Block:
    kind: BlockKind = fields["kind"]
    return Block(
        kind=kind,
        start=fields["start"],
        end=fields["end"],
        level=fields["level"],
        locator=_locator(fields["locator"]),
        speaker=fields["speaker"],
        heard=fields["heard"],
        times=tuple((offset, time) for offset, time in fields["times"]),
    )


def _locator(fields: Wire | None) -> Locator | None:
    return None if fields is None else Locator(**fields)


def _error(value: Wire, place: str) -> ClaimcheckError:
    """An error of the same class, without running its constructor, which wants other arguments."""
    from claimcheck.documents import failures

    known = failures.BY_NAME.get(value["error"])
    if known is None:
        return ReaderRefused(value["error"], value["message"], value["place"] or place, value["remedy"])
    error = known.__new__(known)
    ClaimcheckError.__init__(error, value["message"], place=value["place"], remedy=value["remedy"])
    return error
