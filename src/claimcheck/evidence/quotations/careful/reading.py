"""How clearly what was cut from about a quotation turns it: a network's reading beside the rules and traits.

Rules know causes that can be named, the linear judge (``second_look``) small signs; the network reads all the
surroundings. Their weights in the sum were fitted on cases that none of the three had seen
(``benchmarks/quotation_network/``). It takes some hundredths of a second, so only doors at which an
editor works ask for it; what is recorded there stands, and the gate does not ask again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimcheck.evidence.quotations.careful.encoding import encode
from claimcheck.evidence.quotations.operators import NEGATION, TURNS, Turn
from claimcheck.evidence.quotations.second_look import (
    UNIT,
    Look,
    likeliest,
    linear_score,
    marked,
    second_look,
    set_apart,
    spared,
)
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut

if TYPE_CHECKING:
    from claimcheck.evidence.quotations.careful.network import Network

MODEL_FILE = Path(__file__).with_name("network.npz")
CLEAR = 0.6
"""The sum from which a cut is called turning where no rule speaks; with the next one, where of cases that
nothing was trained on no more harmless cuts are called turning than by rules and linear judge."""
CLEAR_APART = 1.3
"""The same where whole sentences or words between the source's own marks were kept, as by most quotations.
Of words between its marks the cut is shown and decides nothing: what follows is mostly the reporter's own."""
OUTWEIGHED: Mapping[Turn, float] = MappingProxyType({"hearsay": -1.2, "limit": -0.6})
"""Below these sums a cut that a rule calls turning is shown and decides nothing: turns that rules know by
form, a third of them harmless. Other turns, and words with a denial, are never outweighed."""
DOUBTFUL = -1.0
"""The sum from which the cut is worth showing."""
_FEWEST = 3
"""Words that must be kept: it has learnt on no shorter ones ("utter shambles")."""
_NEAR = 40
_FEWEST_ENGLISH = 20
"""One word in so many is at least one that only English has; elsewhere the network has learnt nothing."""
_ENGLISH = frozenset(
    "the and that with they you your his their this these those been being were from would could should not "
    "which there what who about because when my our she it".split()
)


@dataclass(frozen=True, slots=True)
class CarefulReader:
    """The network with what it counts for beside rules and traits.

    Attributes:
        path: its file, which is read when it is first needed: with NumPy some tenths of a second.
    """

    path: Path = MODEL_FILE

    @property
    def network(self) -> Network:
        """The network that reads the surroundings."""
        return _read(self.path)

    def look(self, source: PreparedSource, spans: Sequence[tuple[int, int]], rule: Cut | None) -> Look | None:
        """What was cut where its loss matters, clearly or perhaps; None where it does not seem to.

        Of one or two words, and of other languages than English, rules and linear judge alone decide.

        Args:
            spans: the kept pieces as ``(low, high)`` source tokens, in order.
            rule: the cut that a rule calls turning, if one does.
        """
        if not _readable(source, spans):
            return Look(rule, clear=True) if rule else second_look(source, spans)
        place = rule or (None if spared(source, spans) else likeliest(source, spans))
        if place is None:
            return None
        if rule and (rule.turn not in OUTWEIGHED or _denies(source, rule)):
            return Look(rule, clear=True)
        total = self.total(source, spans, rule)
        if rule:
            return Look(rule, total >= OUTWEIGHED[rule.turn])
        if set_apart(source, spans):
            return Look(place, clear=not marked(source, spans)) if total >= CLEAR_APART else None
        return Look(place, total >= CLEAR) if total >= DOUBTFUL else None

    def total(self, source: PreparedSource, spans: Sequence[tuple[int, int]], rule: Cut | None) -> float:
        """The sum of all three; above nought where the cut is likelier to turn than not.

        What each counts for is the network's ``mix``: nothing (the offset), the network, the linear judge,
        and each turn that a rule may name.
        """
        ids, kept = encode(source, spans, self.network.vocabulary)
        offset, network, linear, *turns = (float(weight) for weight in self.network.weights["mix"])
        named = turns[TURNS.index(rule.turn)] if rule else 0.0
        return (
            offset
            + network * _score(self.path, tuple(ids), tuple(kept))
            + linear * linear_score(source, spans) / UNIT
            + named
        )


def _denies(source: PreparedSource, cut: Cut) -> bool:
    """Whether what was cut has a word of denial: "in the opinion of nobody but the author"."""
    return bool(NEGATION & set(source.tokens.keys[cut.start : cut.end]))


def _readable(source: PreparedSource, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether enough words are kept, and words of English grammar stand about them as in any English text."""
    if sum(high - low for low, high in spans) < _FEWEST:
        return False
    near = source.tokens.keys[max(spans[0][0] - _NEAR, 0) : spans[-1][1] + _NEAR]
    return _FEWEST_ENGLISH * sum(key in _ENGLISH for key in near) >= len(near)


@lru_cache(maxsize=64)
def _score(path: Path, ids: tuple[int, ...], kept: tuple[bool, ...]) -> float:
    """Kept, for several rules may speak of one cut, and doors ask for it one after the other."""
    return _read(path).score(ids, kept)


@cache
def _read(path: Path) -> Network:
    from claimcheck.evidence.quotations.careful.network import read_network  # brings NumPy along

    return read_network(path)
