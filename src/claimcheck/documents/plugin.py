"""A reader of another package, in the child: imported there, and its document held to what one must be."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from typing import get_args

from claimcheck.documents.model import Block, BlockKind, Document
from claimcheck.documents.readers import PluginReader
from claimcheck.documents.text import ReadingError
from claimcheck.errors import ClaimcheckError

_WANTED = "read(data: bytes, place: str) -> Document, its blocks in text order and within the text"


class PluginReaderFailed(ReadingError):
    """A plug-in's reader cannot be imported, raised, or gave no document."""

    def __init__(self, place: str, reader: PluginReader, why: str) -> None:
        super().__init__(
            f'The plug-in reader "{reader.name}" ({reader.target}) {why}.',
            place=place,
            remedy=f"Mend or reinstall its package. Wanted: {_WANTED}.",
        )


def read_by_plugin(data: bytes, reader: PluginReader, place: str) -> Document:
    """The document that a plug-in makes of ``data``; its format is the plug-in's name.

    Raises:
        PluginReaderFailed; what the reader itself raises of claimcheck's errors.
    """
    if reader.folder and reader.folder not in sys.path:
        sys.path.append(reader.folder)
    module, _, attribute = reader.target.partition(":")
    try:
        read: object = import_module(module.strip())
        for name in attribute.split("[")[0].strip().split("."):
            read = getattr(read, name) if name else read
    except Exception as error:
        raise PluginReaderFailed(place, reader, f"cannot be imported: {_said(error)}") from error
    if not callable(read):
        raise PluginReaderFailed(place, reader, f"is {type(read).__name__}, no function")
    try:
        document: object = read(data, place)
    except (ClaimcheckError, MemoryError):
        raise
    except Exception as error:
        raise PluginReaderFailed(place, reader, f"failed: {_said(error)}") from error
    if not isinstance(document, Document):
        raise PluginReaderFailed(place, reader, f"gave {type(document).__name__}, no Document")
    fault = _fault(document)
    if fault:
        raise PluginReaderFailed(place, reader, f"gave a document that is none: {fault}")
    return replace(document, format=reader.name, extracted=True)


def _fault(document: Document) -> str:
    """What is wrong with it, or empty."""
    if not isinstance(document.text, str) or not document.text.strip():
        return "it has no text"
    at = 0
    for block in document.blocks:
        if not isinstance(block, Block) or block.kind not in get_args(BlockKind):
            return f"{str(block)[:60]} is no block"
        if not at <= block.start < block.end <= len(document.text):
            return f"its block at {block.start} to {block.end} overlaps another or leaves the text"
        at = block.end
    return ""


def _said(error: Exception) -> str:
    lines = str(error).splitlines() or [""]
    return f"{type(error).__name__}: {lines[0][:300]}"
