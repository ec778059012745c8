"""Where a cut quotation stands in its source, and what rules and linear judge say of it by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.evidence.quotations.careful.encoding import encode
from claimcheck.evidence.quotations.chains import chains
from claimcheck.evidence.quotations.printed import read_printed
from claimcheck.evidence.quotations.second_look import UNIT, linear_score, second_look
from claimcheck.evidence.quotations.source import PreparedSource, prepare_source
from claimcheck.evidence.quotations.surroundings import Cut, Frame
from claimcheck.evidence.quotations.truncation import Reader, Shown


@dataclass(frozen=True, slots=True)
class Kept:
    """A quotation found in its source.

    Attributes:
        spans: the kept pieces as ``(low, high)`` source tokens, in order.
        rule: the cut that a rule calls turning, if one does.
    """

    source: PreparedSource
    spans: list[tuple[int, int]]
    rule: Cut | None

    def told_without(self) -> bool:
        """Whether rules or linear judge call the cut turning."""
        look = None if self.rule else second_look(self.source, self.spans)
        return self.rule is not None or (look is not None and look.clear)

    def linear(self) -> float:
        """What the linear judge weighs of it."""
        return linear_score(self.source, self.spans) / UNIT

    def encoded(self, vocabulary: Mapping[str, int]) -> tuple[list[int], list[bool]]:
        """What the network reads of it."""
        return encode(self.source, self.spans, vocabulary)


def find(source: str, quote: str) -> Kept | None:
    """Where a quotation stands in its source; None where it does not."""
    prepared = prepare_source(source)
    printed = read_printed(quote, (), "en", source, prepared.layout.speakers)
    chain = next(iter(chains(prepared, printed)), None)
    if chain is None:
        return None
    spans = [(p.low, p.high) for p in chain.placements]
    return Kept(prepared, spans, _by_rule(prepared, spans))


def _by_rule(prepared: PreparedSource, spans: Sequence[tuple[int, int]]) -> Cut | None:
    reader = Reader(prepared, Frame(frozenset(), frozenset()))
    edges = [0, *(place for span in spans for place in span), len(prepared.tokens)]
    found = (
        reader.cut(low, high, edges[2 * at], edges[2 * at + 3], Shown(False, False, False))
        for at, (low, high) in enumerate(spans)
    )
    return next((cut for cut in found if cut), None)
