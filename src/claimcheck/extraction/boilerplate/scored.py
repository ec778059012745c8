"""Furniture told by a small trained model: what the patterns do not know, weighed by all its signs together.

Two rounds (``benchmarks/train_boilerplate.py``): a linear score over hashed signs of the line by itself, then
small decision trees over numbers on its place in the page. How sure the second must be depends on what would
be lost: most for a sentence within the article's stretch.

File: the magic ``CCB1``; the first round's largest weight and the score of no sign at all; the trees'
common start and how many nodes there are; then, zlib-compressed, the first round's table, one byte a weight,
and the nodes: the number they ask for (255: a leaf, whose value follows), the border, the nodes to go on at.
A root is a node nobody leads to. All little-endian.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.extraction.boilerplate.lines import Line
from claimcheck.extraction.boilerplate.signs import Page, line_signs, page_of, place_numbers, shared_names
from claimcheck.extraction.boilerplate.structure import Reasons
from claimcheck.extraction.closed import REPORTED

MAGIC = b"CCB1"
TABLE_BITS = 15
"""Places in the first round's table, as a power of two."""
HEAD = struct.Struct("<fffI")
NODE = struct.Struct("<BfHH")
LEAF = 255
LONGEST = 50
"""Words from which on a block is running text, whatever its signs."""
_REASON = "page furniture by its words and place"
_UNSURE = 0.05
_FURNISHED = 4
"""Lines of furniture that a page has if sentences of it may be furniture too; the line itself counts."""


class BoilerplateModelUnreadable(ClaimcheckError):
    """The file with the boilerplate weights is missing parts or of another version."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The boilerplate model cannot be read: {why}.", remedy="Install claimcheck-desk again."
        )


@dataclass(frozen=True, slots=True)
class Model:
    """Both rounds.

    Attributes:
        table: the first round's weights, one byte a place; ``values`` what each byte stands for.
        bias: the first round's score of no sign at all.
        start: what all trees' leaves are added to.
        nodes: (number asked for, border or value, node if not above, node if above).
        roots: where each tree begins.
    """

    table: bytes
    values: tuple[float, ...]
    bias: float
    start: float
    nodes: tuple[tuple[int, float, int, int], ...]
    roots: tuple[int, ...]

    def line_logit(self, signs: Iterable[str]) -> float:
        """Log-odds that a line by itself is the page and not the article."""
        mask = len(self.table) - 1
        places = {zlib.crc32(sign.encode("utf-8", "surrogatepass")) & mask for sign in signs}
        return math.fsum(self.values[self.table[place]] for place in places) + self.bias

    def place_logit(self, numbers: Sequence[float]) -> float:
        """The same for a line in its place."""
        return math.fsum(self._leaf(root, numbers) for root in self.roots) + self.start

    def _leaf(self, at: int, numbers: Sequence[float]) -> float:
        asked, border, low, high = self.nodes[at]
        while asked != LEAF:
            asked, border, low, high = self.nodes[low if numbers[asked] <= border else high]
        return border


def read_model(data: bytes) -> Model:
    """The model in the bytes of its file.

    Raises:
        BoilerplateModelUnreadable: they are cut short, damaged or of another version.
    """
    if data[:4] != MAGIC or len(data) < 4 + HEAD.size:
        raise BoilerplateModelUnreadable("it does not begin as one")
    largest, bias, start, count = HEAD.unpack_from(data, 4)
    try:
        body = zlib.decompress(data[4 + HEAD.size :])
    except zlib.error:
        raise BoilerplateModelUnreadable("its tables are damaged") from None
    size = 1 << TABLE_BITS
    if len(body) != size + count * NODE.size:
        raise BoilerplateModelUnreadable("its tables are of another size")
    nodes = tuple(NODE.iter_unpack(body[size:]))
    inner = {child for asked, _, low, high in nodes if asked != LEAF for child in (low, high)}
    if any(child >= count for child in inner):
        raise BoilerplateModelUnreadable("its trees lead nowhere")
    values = tuple((byte - 128) / 127 * largest for byte in range(256))
    roots = tuple(at for at in range(count) if at not in inner)
    return Model(body[:size], values, bias, start, nodes, roots)


@cache
def shipped_model() -> Model:
    """The model that comes with the package, read once."""
    return read_model(Path(__file__).with_name("boilerplate.bin").read_bytes())


def sigmoid(logit: float) -> float:
    """Log-odds as a number in [0, 1]."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))


def line_logits(lines: Sequence[Line], reasons: Reasons, model: Model) -> list[float]:
    """What the first round says of each line; of what is dropped already, and of long ones, nothing (0.0)."""
    return [
        0.0 if at in reasons or len(line.words) > LONGEST else model.line_logit(line_signs(line))
        for at, line in enumerate(lines)
    ]


def line_weights(lines: Sequence[Line], reasons: Reasons, logits: Sequence[float]) -> list[float]:
    """How surely each line is not the article: dropped ones for certain, long ones not at all."""
    return [
        1.0 if at in reasons else 0.0 if len(line.words) > LONGEST else sigmoid(logit)
        for at, (line, logit) in enumerate(zip(lines, logits, strict=True))
    ]


def mark_scored(lines: Sequence[Line], reasons: Reasons, spared: Set[int]) -> None:
    """Lines that the model takes for the page around the article; never the ``spared`` ones."""
    model = shipped_model()
    logits = line_logits(lines, reasons, model)
    weights = line_weights(lines, reasons, logits)
    asked = [
        at for at, weight in enumerate(weights) if weight > _UNSURE and at not in reasons and at not in spared
    ]
    if not asked:
        return
    page = page_of(lines, weights)
    dropped = [
        at
        for at in asked
        if sigmoid(model.place_logit(place_numbers(lines, at, page, logits[at]))) >= bar(lines[at], at, page)
    ]
    for at in dropped:
        reasons[at] = _REASON


def bar(line: Line, at: int, page: Page) -> float:
    """How sure the score must be before a line is dropped.

    Chosen on outlets held out in training: so that of 12,000 sentences of news within the article's stretch
    no more than a handful went, and of those that name somebody whom the article names elsewhere none.
    """
    inside = page.first <= at <= page.last
    if line.prose and page.furniture < _FURNISHED:
        return 0.97
    if line.prose and (any(mark in line.text for mark in '"“”«»') or not REPORTED.isdisjoint(line.lower)):
        return 0.97
    return _BARS[line.prose, inside, shared_names(line, at, page)]


_BARS = {
    (True, True, "none"): 0.75,
    (True, True, "unnamed"): 0.84,
    (True, True, "some"): 0.92,
    (True, False, "none"): 0.8,
    (True, False, "unnamed"): 0.75,
    (True, False, "some"): 0.95,
    (False, True, "none"): 0.85,
    (False, True, "unnamed"): 0.9,
    (False, True, "some"): 0.75,
    (False, False, "none"): 0.75,
    (False, False, "unnamed"): 0.8,
    (False, False, "some"): 0.8,
}
"""By whether it reads as prose, lies in the article's stretch, and shares names with the article."""
