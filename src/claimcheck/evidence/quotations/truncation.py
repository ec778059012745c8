"""Whether what was cut at an edge, or under an ellipsis, turns the meaning of what was kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.evidence.quotations.adjuncts import cut_adjunct
from claimcheck.evidence.quotations.cut_after import After
from claimcheck.evidence.quotations.cut_before import Before
from claimcheck.evidence.quotations.frames import cut_frame
from claimcheck.evidence.quotations.lexicon import COORDINATORS
from claimcheck.evidence.quotations.sequels import announced, disowned
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.splices import changed_subject, joined, restricted
from claimcheck.evidence.quotations.supplying import supplied
from claimcheck.evidence.quotations.surroundings import Cut, Frame
from claimcheck.evidence.quotations.voices import other_voice


@dataclass(frozen=True, slots=True)
class Shown:
    """What printed words show of their edges: a question mark, an ellipsis at the end, one at the start."""

    asks: bool
    breaks_off: bool
    opens: bool


class Reader:
    """Reads the surroundings of kept words in one source."""

    def __init__(self, source: PreparedSource, frame: Frame) -> None:
        self._source = source
        self._frame = frame
        self._before = Before(source, frame)
        self._after = After(source, frame)
        self._told: list[tuple[int, int]] = []

    def cut(self, low: int, high: int, floor: int, ceiling: int, shown: Shown) -> Cut | None:
        """The first cut that turns the meaning of kept tokens ``low`` to ``high``.

        Args:
            floor, ceiling: kept tokens of the same quotation before and after; what lies within is cut.
            shown: what the printed words show of their own edges.
        """
        if high - low == 1 and self._source.tokens.keys[low] in COORDINATORS:
            return None  # "… and …" between two ellipses says nothing of its own
        cuts = self._cuts(low, high, floor, ceiling, shown)
        return next((cut for cut in cuts if cut and not self.supplied(cut, low)), None)

    def supplied(self, cut: Cut, low: int) -> bool:
        """Whether the article says in its own words what was cut from about kept words that begin at ``low``.

        What stands beside something that the article says is taken for part of it: "I do not believe that" is
        cut as a denial, and as words.
        """
        if any(cut.start <= end and start <= cut.end for start, end in self._told):
            return True
        if not supplied(self._source, self._frame, cut, low):
            return False
        self._told.append((cut.start, cut.end))
        return True

    def supplied_before(self, floor: int, low: int) -> bool:
        """Whether the article's own sentence has what the source's says before kept token ``low``."""
        start = max(floor, self._source.sentence_start(low))
        return start < low and supplied(self._source, self._frame, Cut("limit", start, low), low)

    def _cuts(self, low: int, high: int, floor: int, ceiling: int, shown: Shown) -> Iterator[Cut | None]:
        source = self._source
        last = ceiling >= len(source.tokens)
        start = max(floor, source.sentence_start(low))
        yield self._before.left(low, high, start)
        yield cut_frame(source, self._frame, low, high, start, marked=floor > 0 or shown.opens)
        end = min(ceiling, source.sentence_end(high - 1))
        yield self._after.right(low, high, end)
        yield cut_adjunct(source, low, high, end, marked=not last or shown.breaks_off)
        yield other_voice(source, self._frame, low, high, start)
        if not last:
            yield joined(source, high, ceiling) or restricted(source, low, high, ceiling)
            yield changed_subject(source, low, high, ceiling)
        if last and not shown.asks:
            yield self._after.question(low, high)
        if floor == 0:
            yield self._before.sentence_before(low) or announced(source, low)
        if last:
            yield self._after.sentence_after(low, high) or disowned(source, low, high)
