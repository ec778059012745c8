"""The rest of a sentence that was cut from behind kept words."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.evidence.quotations.kept import Kept
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut


@dataclass(frozen=True, slots=True)
class Tail:
    """What was cut: source tokens ``high`` to ``end``, behind a claim that begins at ``low``.

    Attributes:
        marked: the cut lies under an ellipsis, which tells the reader that something is gone.
    """

    source: PreparedSource
    kept: Kept
    low: int
    high: int
    end: int
    marked: bool

    def key(self, at: int) -> str:
        """The key of token ``at``, or nothing behind the tail."""
        return self.source.tokens.keys[at] if at < self.end else ""

    def keys(self, at: int, count: int) -> tuple[str, ...]:
        """Up to ``count`` keys from token ``at`` on."""
        return self.source.tokens.keys[at : min(self.end, at + count)]

    def parted(self, at: int) -> bool:
        """Whether a comma, a dash or a bracket stands before token ``at``."""
        gap = self.source.gap(at)
        return any(mark in gap for mark in ",–—(") or " - " in gap

    def cut(self, at: int, count: int = 6) -> Cut:
        """A cut that turns the meaning, of up to ``count`` tokens from ``at`` on."""
        return Cut("limit", at, min(self.end, at + count))


Found = Cut | bool | None
"""A cut that turns the meaning; True where the tail ends harmlessly here; None to read on."""
