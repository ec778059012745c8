"""What came before what."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading

_SIGNS = {"before": 1, "until": 1, "after": -1, "following": -1, "since": -1}


@dataclass(frozen=True, slots=True)
class Order:
    """Words on both sides of the connective, and 1 where what the first tell came first."""

    left: frozenset[int]
    right: frozenset[int]
    sign: int
    at: int


def find_orders(reading: Reading) -> list[Order]:
    """The orders in time that a text states with "before" and "after"."""
    found = []
    for at, word in enumerate(reading.words):
        sign = _SIGNS.get(word.low)
        if sign is None or any(d.start <= word.start < d.end for d in reading.dates):
            continue
        left, right = _sides(reading, at)
        if left and right:
            found.append(Order(frozenset(left), frozenset(right), sign, at))
    return found


def _sides(reading: Reading, at: int) -> tuple[list[int], list[int]]:
    sentence = [i for i, s in enumerate(reading.sentence_of) if s == reading.sentence_of[at]]
    left = [i for i in sentence if i < at]
    right = [i for i in sentence if i > at]
    if any(reading.words[i].is_word for i in left):
        return left, right
    comma = next((i for i in right if reading.words[i].low == ","), None)
    if comma is None:
        return [], []
    return [i for i in right if i > comma], [i for i in right if i < comma]


def check_orders(pair: Pair) -> list[Finding]:
    """A contradiction where two things are told in the other order."""
    theirs = find_orders(pair.passage)
    found = (_check(pair, order, other) for order in find_orders(pair.claim) for other in theirs)
    return [finding for finding in found if finding]


def _check(pair: Pair, order: Order, other: Order) -> Finding | None:
    straight = min(_hits(pair, order.left, other.left), _hits(pair, order.right, other.right))
    crossed = min(_hits(pair, order.left, other.right), _hits(pair, order.right, other.left))
    if straight == crossed:
        return None
    same = order.sign == other.sign
    if same == (straight > crossed):
        return None
    spans = pair.claim.span(order.at, order.at), pair.passage.span(other.at, other.at)
    text = f"order in time: source: {_shown(pair.passage, other)}; article: {_shown(pair.claim, order)}"
    return Finding("contradiction", "order", 0.85, Reason(text, *spans))


def _hits(pair: Pair, ours: frozenset[int], theirs: frozenset[int]) -> int:
    return sum(1 for at in ours if any(m.strength and m.index in theirs for m in pair.matches.get(at, ())))


def _shown(reading: Reading, order: Order) -> str:
    words = [*order.left, order.at, *order.right]
    text = reading.text[reading.words[min(words)].start : reading.words[max(words)].end].rstrip(" .")
    return text if len(text) <= 80 else text[:77].rstrip() + "…"


def ordered(pair: Pair) -> bool:
    """Whether both texts state an order of the same things, so that their sides may rightly be exchanged."""
    theirs = find_orders(pair.passage)
    return any(
        min(_hits(pair, a.left, b.right), _hits(pair, a.right, b.left)) > 0
        for a in find_orders(pair.claim)
        for b in theirs
    )
