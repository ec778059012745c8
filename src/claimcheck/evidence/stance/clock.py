"""Times of day: "7.30pm", "19:30", "noon"; a claim's must be the passage's.

Nothing else looks at them: they are neither figures nor dates, and no words that search knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import word_at
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.day_times import DAY_TIME, minutes_of

_ROUND = re.compile(r"\b(?:about|around|roughly|some time after|shortly after|just after)\s\Z", re.IGNORECASE)
_WAYS = frozenset("from to until till by before after".split())
LOOSE = 20
"""Minutes that "about" may be off by."""


@dataclass(frozen=True, slots=True)
class _Time:
    start: int
    end: int
    minutes: int
    loose: bool
    way: str


def check_times_of_day(pair: Pair) -> list[Finding]:
    """A finding for every time of day of the claim that the passage does not give."""
    claim = list(_times(pair.claim.text))
    if not claim:
        return []
    there = [t for t in _times(pair.passage.text) if _sentence(pair.passage, t.start) == pair.focus]
    everywhere = list(_times(pair.passage.text))
    return [f for time in claim if (f := _check(pair, time, claim, there, everywhere))]


def _check(
    pair: Pair, time: _Time, claim: list[_Time], there: list[_Time], everywhere: list[_Time]
) -> Finding | None:
    shown = pair.claim.text[time.start : time.end]
    if any(_agree(time, other) for other in there):
        return None
    rivals = [other for other in there if other.way == time.way]
    if len(rivals) == len([t for t in claim if t.way == time.way]) == 1 and pair.near >= 0.5:
        its = pair.passage.text[rivals[0].start : rivals[0].end]
        spans = (time.start, time.end), (rivals[0].start, rivals[0].end)
        return Finding("contradiction", "date", 0.85, Reason(f"source: {its}; article: {shown}", *spans))
    span = next(((t.start, t.end) for t in everywhere), None)
    return Finding("gap", "date", 0.8, Reason(f"not covered: {shown}", (time.start, time.end), span))


def _agree(a: _Time, b: _Time) -> bool:
    apart = abs(a.minutes - b.minutes)
    return min(apart, 1440 - apart) <= (LOOSE if a.loose or b.loose else 0) and _same_way(a.way, b.way)


def _same_way(one: str, two: str) -> bool:
    """ "From nine" is not "until nine"."""
    ends = ("to", "until", "till")
    return not ((one == "from" and two in ends) or (two == "from" and one in ends))


def _times(text: str) -> Iterator[_Time]:
    for match in DAY_TIME.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        words = re.findall(r"[a-z]+", before.lower())
        way = words[-1] if words and words[-1] in _WAYS else ""
        yield _Time(match.start(), match.end(), minutes_of(match), bool(_ROUND.search(before)), way)


def _sentence(reading: Reading, start: int) -> int:
    return reading.sentence_of[word_at(reading, start)]
