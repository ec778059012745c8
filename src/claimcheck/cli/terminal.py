"""What reaches the terminal: text made harmless, and progress on stderr only where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from typing import TypeVar

from claimcheck.formats.escaping import plain as plain
from claimcheck.records.shortening import shorten

Item = TypeVar("Item")


def one_line(text: str, width: int = 0) -> str:
    """Text made harmless and folded to one line, cut behind a word where ``width`` (> 1) says so."""
    folded = " ".join(plain(text).split())
    return shorten(folded, width) if width else folded


def progress(items: Collection[Item], title: str) -> Iterator[Item]:
    """Go through items, with a progress bar on stderr if that is a terminal."""
    if not sys.stderr.isatty() or len(items) < 2:
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=title, console=Console(stderr=True), transient=True)
