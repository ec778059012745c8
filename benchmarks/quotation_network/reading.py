"""What the network reads of a cut, and how rules, linear judge and network weigh together."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pieces import pieces_of, words_of

from claimcheck.evidence.quotations.chains import chains
from claimcheck.evidence.quotations.operators import Turn
from claimcheck.evidence.quotations.printed import read_printed
from claimcheck.evidence.quotations.second_look import MODEL_FILE, UNIT, second_look
from claimcheck.evidence.quotations.source import PreparedSource, prepare_source
from claimcheck.evidence.quotations.surroundings import Cut, Frame
from claimcheck.evidence.quotations.traits import traits_of
from claimcheck.evidence.quotations.truncation import Reader, Shown

MOST_PIECES = 128
AROUND = 350
"""Code points before and behind the kept words that are read."""
SURE: tuple[Turn, ...] = ("negation", "condition", "question")
"""Turns of a rule that nothing outweighs."""
_BEGIN, _END = "[CLS]", "[SEP]"
_LINEAR = json.loads(MODEL_FILE.read_text(encoding="utf-8"))


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

    def told_now(self) -> bool:
        """Whether rules or linear judge call the cut turning."""
        look = None if self.rule else second_look(self.source, self.spans)
        return self.rule is not None or (look is not None and look.clear)

    def linear(self) -> float:
        """What the linear judge weighs of it."""
        weights = _LINEAR["weights"]
        found = traits_of(self.source, self.spans)
        return float(_LINEAR["offset"] + sum(weights.get(trait, 0) for trait in found)) / UNIT


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


def encode(kept: Kept, vocabulary: Mapping[str, int]) -> tuple[list[int], list[bool]]:
    """Pieces of the words about the kept ones, and which of them are kept; at most ``MOST_PIECES``."""
    tokens, text = kept.source.tokens, kept.source.text
    places = [(tokens.starts[low], tokens.ends[high - 1]) for low, high in kept.spans]
    first, last = places[0][0], places[-1][1]
    ids: list[int] = []
    flags: list[bool] = []
    for word, start, end in words_of(text, max(0, first - AROUND), min(len(text), last + AROUND)):
        found = pieces_of(word, vocabulary)
        ids += found
        flags += [any(start < high and low < end for low, high in places)] * len(found)
    ids, flags = _window(ids, flags)
    return [vocabulary[_BEGIN], *ids, vocabulary[_END]], [False, *flags, False]


def _window(ids: list[int], flags: list[bool]) -> tuple[list[int], list[bool]]:
    """The pieces with the kept ones in the middle, where there are too many."""
    most = MOST_PIECES - 2
    if len(ids) <= most or True not in flags:
        return ids[:most], flags[:most]
    first, last = flags.index(True), len(flags) - flags[::-1].index(True)
    start = max(0, min(len(ids) - most, first - max(0, most - (last - first)) // 2))
    return ids[start : start + most], flags[start : start + most]
