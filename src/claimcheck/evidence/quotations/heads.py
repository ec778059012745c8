"""The part of a sentence that was cut from before kept words."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.evidence.quotations.kept import Kept
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut, Frame


@dataclass(frozen=True, slots=True)
class Head:
    """Source tokens ``start`` to ``low``, cut from before kept ones."""

    source: PreparedSource
    frame: Frame
    kept: Kept
    start: int
    low: int
    high: int

    def keys(self, start: int, end: int) -> tuple[str, ...]:
        """The keys of tokens ``start`` to ``end``, as far as they were cut."""
        return self.source.tokens.keys[max(self.start, start) : min(self.low, end)]

    def cut(self, start: int, end: int) -> Cut:
        """A cut that turns the meaning, of tokens ``start`` to ``end``."""
        return Cut("limit", start, max(start + 1, end))
