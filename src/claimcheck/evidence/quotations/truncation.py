"""Whether what was cut at an edge, or under an ellipsis, turns the meaning of what was kept."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.evidence.quotations.cut_after import After
from claimcheck.evidence.quotations.cut_before import Before
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut, Frame


class Reader:
    """Reads the surroundings of kept words in one source."""

    def __init__(self, source: PreparedSource, frame: Frame) -> None:
        self._source = source
        self._frame = frame
        self._before = Before(source, frame)
        self._after = After(source, frame)

    def cut(self, low: int, high: int, floor: int, ceiling: int, asks: bool) -> Cut | None:
        """The first cut that turns the meaning of kept tokens ``low`` to ``high``.

        Args:
            floor, ceiling: kept tokens of the same quotation before and after; what lies within is cut.
            asks: whether the printed words end in a question mark.
        """
        cuts = self._cuts(low, high, floor, ceiling, asks)
        return next((cut for cut in cuts if cut and not self._frame.supplies(cut.turn)), None)

    def _cuts(self, low: int, high: int, floor: int, ceiling: int, asks: bool) -> Iterator[Cut | None]:
        source = self._source
        last = ceiling >= len(source.tokens)
        yield self._before.left(low, high, max(floor, source.sentence_start(low)))
        yield self._after.right(low, high, min(ceiling, source.sentence_end(high - 1)))
        if last and not asks:
            yield self._after.question(low, high)
        if floor == 0:
            yield self._before.sentence_before(low)
        if last:
            yield self._after.sentence_after(low, high)
