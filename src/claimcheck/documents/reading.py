"""The one way in: a file (or a text already at hand) to a Document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from claimcheck.documents.failures import UnknownFormat
from claimcheck.documents.model import Document
from claimcheck.documents.readers import IN_CHILD, MODULES, PluginReader, Tracked, reader_for
from claimcheck.documents.sandbox import Limits, read_in_child, read_with_plugin
from claimcheck.documents.text import EmptyDocument, read_bytes
from claimcheck.documents.unseen import unseen_letters

__all__ = ["SUFFIXES", "Limits", "detect_format", "read_document", "read_text_document"]

SUFFIXES: Mapping[str, str] = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".mdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
    ".csv": "csv",
    ".tsv": "csv",
    ".xlsx": "xlsx",
    ".srt": "srt",
    ".vtt": "vtt",
}
"""Suffixes that claimcheck reads itself, with the format of each; no plug-in may have one of them."""
_BINARY = ("docx", "pdf", "xlsx")
_NO_LIMITS = Limits()
_NO_PLUGINS: Mapping[str, PluginReader] = MappingProxyType({})


def read_document(
    path: Path,
    *,
    format: str | None = None,
    limits: Limits = _NO_LIMITS,
    tracked: Tracked = "accepted",
    keep: Sequence[str] = (),
    readers: Mapping[str, PluginReader] = _NO_PLUGINS,
) -> Document:
    """Reads a file by the reader its extension names, or, where that says nothing or the wrong thing, its
    content.

    Args:
        format: a name from :data:`claimcheck.documents.readers.MODULES`, to overrule both.
        limits: what reading may cost; beyond them is an error.
        tracked: whether a Word document reads as if its tracked changes were accepted, or as it shows them,
            deleted words and inserted ones.
        keep: first words of what is read of a web page although it seems to be no part of its article.
        readers: of plug-ins, by suffix with its dot; each runs in the sandbox.

    Raises:
        ReadingError: one subclass per cause, with the path and a remedy; MissingExtra.
    """
    data = read_bytes(path, limits.input_bytes)
    place = str(path)
    if not data:
        raise EmptyDocument(place)
    document = _read(path, data, place, format, limits, tracked, keep, readers)
    letters = unseen_letters(document.text, document.blocks)
    return replace(document, hidden=(*document.hidden, *letters)) if letters else document


def _read(
    path: Path,
    data: bytes,
    place: str,
    format: str | None,
    limits: Limits,
    tracked: Tracked,
    keep: Sequence[str],
    readers: Mapping[str, PluginReader],
) -> Document:
    own = readers.get(path.suffix.lower()) if format is None else None
    if own is not None:
        return read_with_plugin(data, own, place, limits)
    chosen = format if format is not None else detect_format(path.name, data)
    if chosen not in MODULES:
        raise UnknownFormat(place, tuple(MODULES))
    if chosen in IN_CHILD:
        return read_in_child(data, chosen, place, limits, tracked, keep)
    return reader_for(chosen)(data, place)


def read_text_document(text: str, format: str) -> Document:
    """The document of a reading text at hand, ``format`` being ``md`` or ``txt``; pure, and linear in its
    length.
    """
    # Each reader has patterns of its own, and a document needs one of the two.
    if format == "md":
        from claimcheck.documents.readers import markdown

        return markdown.read_text(text)
    from claimcheck.documents.readers import plain

    return plain.read_text(text)


def detect_format(name: str, data: bytes) -> str:
    """The format of a file from its name and its first bytes; unmistakable content overrules the name.

    Returns an empty string where neither tells.
    """
    named = SUFFIXES.get(Path(name).suffix.lower(), "")
    sniffed = "pdf" if named == "pdf" and b"%PDF-" in data[:1024] else _sniff(data)
    if sniffed in _BINARY or (named in _BINARY and sniffed):
        return sniffed
    return named or sniffed


def _sniff(data: bytes) -> str:
    head = data[:1024]
    if head.startswith(b"%PDF-") or (b"%PDF-" in head and b"\0" in data[:4096]):
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        tail = data[:200_000] + data[-200_000:]
        return "xlsx" if b"xl/" in tail and b"word/" not in tail else "docx"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml version", b"<body", b"<article")):
        return "html"
    if start.startswith(b"webvtt"):
        return "vtt"
    if start.startswith(b"{\\rtf"):
        return ""
    return "" if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")) else "txt"
