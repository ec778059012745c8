"""One reader per format, each a pure function from bytes (and the name to show in errors) to a Document."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from claimcheck.documents.model import Document

Reader = Callable[[bytes, str], Document]

MODULES: dict[str, str] = {
    "txt": "plain",
    "md": "markdown",
    "html": "html",
    "docx": "docx",
    "pdf": "pdf",
    "csv": "sheet",
    "xlsx": "sheet",
    "srt": "subtitles",
    "vtt": "subtitles",
}
"""Formats by name, and the module of this package that reads each."""

IN_CHILD: frozenset[str] = frozenset({"html", "docx", "pdf", "xlsx"})
"""Formats whose parsers run in the sandbox; the others are read in linear time by our own code."""


def reader_for(format: str) -> Reader:
    """The reader of a format named in :data:`MODULES`, imported on first use."""
    reader: Reader = import_module(f"claimcheck.documents.readers.{MODULES[format]}").read
    return reader
