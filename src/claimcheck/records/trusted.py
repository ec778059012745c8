"""Texts known to be in our own layout, so that a long file is not looked through for each small edit."""

from __future__ import annotations

from pathlib import Path

from claimcheck.records.dialect import is_own_layout, refuse_unsafe
from claimcheck.records.layout import Slice


class TrustedTexts:
    """The last text of each file that was found, or made, to be in our own layout.

    A text counts as trusted only if it is the very one that was looked through, or that one with one stretch
    of whole lines replaced by lines that were looked through.
    """

    def __init__(self) -> None:
        self._known: dict[Path, str] = {}

    def own(self, path: Path, text: str, place: str) -> bool:
        """Whether a file's text is in our own layout.

        Raises:
            RecordError: where it holds what no record may hold.
        """
        if self._known.get(path) == text:
            return True
        own = refuse_unsafe(text, place)
        if own:
            self._known[path] = text
        else:
            self._known.pop(path, None)
        return own

    def note(self, path: Path, text: str) -> None:
        """Note a text that was looked through elsewhere, and is in our own layout."""
        self._known[path] = text

    def replaced(self, path: Path, before: str, after: str, where: Slice) -> None:
        """Note that some lines of a trusted text became others.

        Args:
            where: the lines in ``before``; what follows them is the same in both.
        """
        fresh = after[where.start : where.end + len(after) - len(before)]
        if self._known.get(path) == before and not where.flow and is_own_layout(fresh):
            self._known[path] = after
