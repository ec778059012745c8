"""Which way something went: "were up on last year" and "were down on last year"."""

from __future__ import annotations

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import places
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event

_WAYS = frozenset("up down higher lower".split())
_RISING = frozenset(("up", "higher"))


def check_ways(pair: Pair) -> list[Finding]:
    """ "Were up on last year" and "were down on last year"; a gap where only the claim says which way."""
    found = []
    for match in matched(pair):
        mine, its = _way(pair.claim, match.claim), _way(pair.passage, match.passage)
        if mine < 0:
            continue
        spans = pair.claim.span(mine, mine), pair.passage.span(its, its) if its >= 0 else None
        ours = pair.claim.words[mine].low
        if its < 0:
            if not places(pair, mine) and ours not in pair.passage.text.lower().split():
                found.append(Finding("gap", "polarity", 0.6, Reason(f"not covered: {ours}", spans[0])))
        elif (ours in _RISING) != (pair.passage.words[its].low in _RISING):
            same = match.claim.negative == match.passage.negative
            text = f"source: {_with_verb(pair.passage, match.passage, its)}; "
            text += f"article: {_with_verb(pair.claim, match.claim, mine)}"
            found.append(Finding("contradiction" if same else "gap", "contrast", 0.85, Reason(text, *spans)))
    return found


def _way(reading: Reading, event: Event) -> int:
    """The word right behind a verb that says which way, or -1."""
    near = [at for at in event.objects if at > event.head][:2]
    return next((at for at in near if reading.words[at].low in _WAYS), -1)


def _with_verb(reading: Reading, event: Event, at: int) -> str:
    return reading.text[reading.words[event.head].start : reading.words[at].end]
