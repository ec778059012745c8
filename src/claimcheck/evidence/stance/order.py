"""What came before what."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading
from claimcheck.records.shortening import shorten

_SIGNS = {"before": 1, "until": 1, "after": -1, "following": -1, "since": -1}
_THEN = frozenset("then later afterwards afterward subsequently".split())
MOST_ORDERS = 6
"""Orders of one text that are compared, so that a hostile text costs little."""
LEAST_HELD = 0.5
"""Share of a side's content words that the other text must have on one side for the two to be one thing."""


@dataclass(frozen=True, slots=True)
class Order:
    """Words on both sides of the connective, and 1 where what the first tell came first."""

    left: frozenset[int]
    right: frozenset[int]
    sign: int
    at: int


def find_orders(reading: Reading) -> list[Order]:
    """The orders in time that a text states with "before", "after", "by the time" and the like."""
    found = []
    for at, word in enumerate(reading.words):
        sign = _sign(reading, at)
        if sign is None or any(d.start <= word.start < d.end for d in reading.dates):
            continue
        left, right = _sides(reading, at)
        if left and right:
            found.append(Order(frozenset(left), frozenset(right), sign, at))
        if len(found) == MOST_ORDERS:
            break
    return found


def _sign(reading: Reading, at: int) -> int | None:
    """1 where what stands before the connective came first, -1 where it came later."""
    low = reading.words[at].low
    if _first(reading, at) < at:
        return 1
    if low in _THEN:
        return 1 if _opens_clause(reading, at) else None
    if low == "until" and any(reading.words[i].low == "waited" for i in range(max(0, at - 2), at)):
        return -1  # "paid, having waited until the bank opened"
    if low == "once" and at and reading.words[at - 1].low == "only":
        return -1
    return _SIGNS.get(low)


def _first(reading: Reading, at: int) -> int:
    """The first word of a connective that ends at a word: two words before the "time" of "by the time"."""
    lows = tuple(word.low for word in reading.words[max(0, at - 2) : at + 1])
    return at - 2 if lows == ("by", "the", "time") else at


def _opens_clause(reading: Reading, at: int) -> bool:
    before = at - 1
    while before >= 0 and reading.words[before].low in ("only", "and", "it", "was"):
        before -= 1
    return before < 0 or reading.tags[before] == "mark"


def _sides(reading: Reading, at: int) -> tuple[list[int], list[int]]:
    number = reading.sentence_of[at]
    here = [i for i, s in enumerate(reading.sentence_of) if s == number]
    if reading.words[at].low in _THEN and at - here[0] <= 3:  # the sentence before came first
        return [i for i, s in enumerate(reading.sentence_of) if s == number - 1], here[at - here[0] + 1 :]
    return _within(reading, at)


def _within(reading: Reading, at: int) -> tuple[list[int], list[int]]:
    sentence = [i for i, s in enumerate(reading.sentence_of) if s == reading.sentence_of[at]]
    first = _first(reading, at)
    left = [i for i in sentence if i < first]
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
    findings: list[Finding] = []
    for order in find_orders(pair.claim):
        found = [finding for other in theirs if (finding := _check(pair, order, other))]
        findings += found if theirs else _told_otherwise(pair, order)
    return findings


def _told_otherwise(pair: Pair, order: Order) -> list[Finding]:
    """A gap where the passage gives no order in time, and tells what the claim has first after the other."""
    earlier, later = (order.left, order.right) if order.sign > 0 else (order.right, order.left)
    first, second = _places(pair, earlier), _places(pair, later)
    if not first or not second or min(first) < min(second):
        return []
    span = pair.claim.span(order.at, order.at)
    return [Finding("gap", "order", 0.6, Reason(f"not covered: “{pair.claim.words[order.at].text}”", span))]


def _places(pair: Pair, side: frozenset[int]) -> list[int]:
    verbs = [at for at in side if pair.claim.tags[at] in ("verb", "part", "ing")]
    return [m.index for at in verbs for m in pair.matches.get(at, ())[:1] if m.strength]


def _check(pair: Pair, order: Order, other: Order) -> Finding | None:
    straight = min(_held(pair, order.left, other.left), _held(pair, order.right, other.right))
    crossed = min(_held(pair, order.left, other.right), _held(pair, order.right, other.left))
    if straight == crossed or max(straight, crossed) < LEAST_HELD:
        return None
    same = order.sign == other.sign
    if same == (straight > crossed):
        return None
    spans = pair.claim.span(order.at, order.at), pair.passage.span(other.at, other.at)
    text = f"order in time: source: {_shown(pair.passage, other)}; article: {_shown(pair.claim, order)}"
    return Finding("contradiction", "order", 0.85, Reason(text, *spans))


def _held(pair: Pair, ours: frozenset[int], theirs: frozenset[int]) -> float:
    """Share of a side's content words that the passage has on one of its sides."""
    wanted = [at for at in ours if at in pair.matches]
    return _hits(pair, ours, theirs) / len(wanted) if wanted else 0.0


def _hits(pair: Pair, ours: frozenset[int], theirs: frozenset[int]) -> int:
    return sum(1 for at in ours if any(m.strength and m.index in theirs for m in pair.matches.get(at, ())))


def _shown(reading: Reading, order: Order) -> str:
    words = [*order.left, order.at, *order.right]
    text = reading.text[reading.words[min(words)].start : reading.words[max(words)].end].rstrip(" .")
    return shorten(text, 80)


def ordered(pair: Pair) -> bool:
    """Whether both texts state an order of the same things, so that their sides may rightly be exchanged."""
    theirs = find_orders(pair.passage)
    return any(
        min(_hits(pair, a.left, b.right), _hits(pair, a.right, b.left)) > 0
        for a in find_orders(pair.claim)
        for b in theirs
    )
