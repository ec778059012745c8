"""Ranks: first, second-largest, the most visited, among the most visited, last."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading

_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=1
    )
}
SUPERLATIVES = frozenset(
    "most least best worst largest biggest smallest highest lowest longest shortest oldest youngest "
    "newest tallest deepest "
    "richest poorest fastest slowest strongest weakest busiest cheapest earliest latest heaviest "
    "greatest fewest wettest "
    "driest hottest coldest warmest coolest widest narrowest".split()
)


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank: its number (1 the top, -1 the last), the superlative it counts by, and whether it is shared."""

    number: int
    by: str
    among: bool
    first: int
    last: int


def find_ranks(reading: Reading) -> list[Rank]:
    """The ranks a text gives."""
    found: list[Rank] = []
    at = 0
    while at < len(reading.words):
        rank = _rank(reading, at)
        if rank:
            found.append(rank)
            at = rank.last
        at += 1
    return found


def _rank(reading: Reading, at: int) -> Rank | None:
    low = reading.words[at].low
    number = _number(reading, at)
    after = reading.words[at + 1].low if at + 1 < len(reading.words) else ""
    if number is not None and after in ("most", "least") and _adjective_follows(reading, at + 1):
        by = f"{after} {reading.words[at + 2].low}"
        return Rank(number, by, _among(reading, at), at, at + 2)
    if number is not None and after in SUPERLATIVES:
        return Rank(number, after, _among(reading, at), at, at + 1)
    if low in SUPERLATIVES and not (low in ("most", "least") and not _adjective_follows(reading, at)):
        last = at + 1 if low in ("most", "least") else at
        return Rank(1, low if last == at else f"{low} {after}", _among(reading, at), at, last)
    if number is not None and not _date_like(reading, at):
        return Rank(number, "", _among(reading, at), at, at)
    return None


def _number(reading: Reading, at: int) -> int | None:
    low = reading.words[at].low
    if low in _ORDINALS:
        return None if _lasts(reading, at) else _ORDINALS[low]
    if low[0].isdigit() and low.endswith(("st", "nd", "rd", "th")) and low[:-2].isdigit() and len(low) < 6:
        return int(low[:-2])
    if low == "last":
        before = reading.words[at - 1].low if at else ""
        return -1 if before in ("finished", "finish", "came", "was", "is", "the", "placed") else None
    return None


_APART = frozenset("behind ahead later earlier after before off slower faster from adrift short".split())


def _lasts(reading: Reading, at: int) -> bool:
    """ "A second behind the winner", "half a second slower": a time, not a place."""
    near = [reading.words[i].low for i in (at - 1, at + 1) if 0 <= i < len(reading.words)]
    return reading.words[at].low == "second" and near[:1] == ["a"] and near[-1] in _APART


def _date_like(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return any(d.start <= word.start < d.end for d in reading.dates) or any(
        f.start <= word.start < f.end and f.dimension not in ("ordinal",) for f in reading.figures
    )


def _adjective_follows(reading: Reading, at: int) -> bool:
    return at + 1 < len(reading.words) and reading.tags[at + 1] in ("adj", "part", "verb")


def _among(reading: Reading, at: int) -> bool:
    before = [reading.words[i].low for i in range(max(0, at - 3), at)]
    return "among" in before or before[-3:] == ["one", "of", "the"]


def check_ranks(pair: Pair) -> list[Finding]:
    """Findings where the passage gives the same thing another rank, or shares it."""
    theirs = [r for r in find_ranks(pair.passage) if pair.passage.sentence_of[r.first] == pair.focus]
    return [finding for rank in find_ranks(pair.claim) if (finding := _check(pair, rank, theirs))]


def _check(pair: Pair, rank: Rank, theirs: list[Rank]) -> Finding | None:
    comparable = [other for other in theirs if _comparable(pair, rank, other)]
    if not comparable or any((o.number, o.among) == (rank.number, rank.among) for o in comparable):
        return None
    if any(o.number == rank.number and o.among == rank.among for o in theirs):
        return None
    other = comparable[0]
    spans = pair.claim.span(rank.first, rank.last), pair.passage.span(other.first, other.last)
    texts = pair.claim.text[slice(*spans[0])], pair.passage.text[slice(*spans[1])]
    if other.number == rank.number and other.among and not rank.among:
        return Finding(
            "gap", "ranking", 0.8, Reason(f"not covered: {texts[0]}; the source says only “among”", *spans)
        )
    if other.number == rank.number:
        return None
    return Finding(
        "contradiction", "ranking", 0.85, Reason(f"source: {texts[1]}; article: {texts[0]}", *spans)
    )


def _comparable(pair: Pair, rank: Rank, other: Rank) -> bool:
    if rank.by and other.by:
        return rank.by == other.by
    if rank.by or other.by:
        return False
    mine, its = _head(pair.claim, rank.last), _head(pair.passage, other.last)
    if mine is None or its is None:
        return pair.topic >= 0.5
    return any(m.index == its and m.strength for m in pair.matches.get(mine, ()))


def _head(reading: Reading, at: int) -> int | None:
    end = at + 1
    while end < len(reading.words) and reading.tags[end] in ("noun", "adj", "name"):
        end += 1
    return end - 1 if end - 1 > at else None
