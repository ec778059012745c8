"""What reaches the terminal: text made harmless, and progress on stderr only where a person watches."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Collection, Iterator
from typing import TypeVar

Item = TypeVar("Item")

_KEPT = {"\n", "\t"}
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn"}


def plain(text: str) -> str:
    """Text without what a terminal would obey or a reader would not see.

    Control and format characters (escape sequences, bidi overrides, zero-width, tags) become ``�``-free
    escapes such as ``\\x1b`` or ``\\u202e``; line ends and tabs stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character in _KEPT or unicodedata.category(character) not in _HIDDEN_CATEGORIES:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def one_line(text: str, width: int = 0) -> str:
    """Text made harmless and folded to one line, cut with an ellipsis where ``width`` (> 1) says so."""
    folded = " ".join(plain(text).split())
    return folded if not width or len(folded) <= width else folded[: width - 1].rstrip() + "…"


def progress(items: Collection[Item], title: str) -> Iterator[Item]:
    """Go through items, with a progress bar on stderr if that is a terminal."""
    if not sys.stderr.isatty() or len(items) < 2:
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=title, console=Console(stderr=True), transient=True)
