"""One reader per format, each a pure function from bytes (and the name to show in errors) to a Document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Literal

from claimcheck.documents.model import Document

Reader = Callable[[bytes, str], Document]
Tracked = Literal["accepted", "shown"]
"""How tracked changes read: as if all were accepted, or with what was deleted in its place too."""


@dataclass(frozen=True, slots=True)
class PluginReader:
    """A reader of another package; it only ever runs in the sandbox.

    Attributes:
        name: what the format is called: the suffix of its files, without the dot.
        target: ``module:attribute`` of the function.
        folder: where the package is installed, or empty.
    """

    name: str
    target: str
    folder: str


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


def reader_for(format: str, tracked: Tracked = "accepted", keep: Sequence[str] = ()) -> Reader:
    """The reader of a format named in :data:`MODULES`, imported on first use.

    Args:
        tracked: how a Word document's tracked changes read; no other format has any.
        keep: first words of what is read of a web page although it seems to be no part of its article.
    """
    module = import_module(f"claimcheck.documents.readers.{MODULES[format]}")
    reader: Reader = module.read_as_shown if format == "docx" and tracked == "shown" else module.read
    return partial(module.read, keep=keep) if format == "html" and keep else reader
