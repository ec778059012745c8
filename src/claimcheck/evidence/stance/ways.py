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


_PARTICLES = frozenset("off out in on over away back up down through".split())
_ALWAYS = frozenset("off out away back".split())
"""Particles, whatever follows: "paid out 1.2 million"."""
_BEHIND = ("mark", "conj", "sub", "prep", "to")


def check_particles(pair: Pair) -> list[Finding]:
    """Gaps where a verb has another particle, or none: "called a strike", "called the strike off"."""
    found = []
    for match in matched(pair):
        sides = (pair.claim, match.claim), (pair.passage, match.passage)
        verbs = [reading.words[event.head].lemmas[0].split("_")[0] for reading, event in sides]
        particles = [_particle(reading, event) for reading, event in sides]
        if verbs[0] == verbs[1] and particles[0] != particles[1]:
            shown = " ".join(part for part in (verbs[0], particles[1]) if part)
            span = pair.claim.span(match.claim.head, match.claim.head)
            found.append(Finding("gap", "coverage", 0.6, Reason(f"the source only says “{shown}”", span)))
    return found


def _particle(reading: Reading, event: Event) -> str:
    """The particle of a verb, right behind it or behind its object; empty where it has none."""
    for part in reading.words[event.head].lemmas[0].split("_")[1:]:
        if part in _PARTICLES:
            return part
    for at in event.objects:
        if at <= event.head or reading.tags[at] in ("mark", "sub", "rel", "conj", "verb"):
            continue
        low, before = reading.words[at].low, reading.tags[at - 1]
        if low in _PARTICLES and (before in ("noun", "name", "pron") or at - 1 == event.head):
            after = reading.tags[at + 1] if at + 1 < len(reading.tags) else "mark"
            return low if after in _BEHIND or low in _ALWAYS else ""
        if reading.tags[at] in ("prep", "to"):
            return ""
    return ""
