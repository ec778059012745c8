"""Small words and modifiers that must hang on the same word in the passage as in the claim.

"Fell to 4 million" and "fell by 4 million", "bad reviews" and "a bad start": looked at only where everything
else bears the claim out.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import places, repeated
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.figures import Figure

WEIGHT = 0.45
NEAR = 2
"""Words from an adjective to its noun at most."""
_WAYS = ("to", "by", "from")
_JOINT = frozenset("together combined altogether".split())
_WAS = ("was", "were")
_PRESENT = frozenset("is are 's has have does do".split())


def check_attachments(pair: Pair) -> list[Finding]:
    """Gaps where a figure, an adjective or a tense belongs to something else in the passage."""
    if repeated(pair):
        return []
    return [*_ways(pair), *_adjectives(pair), *_past(pair), *_joint(pair)]


def _gap(text: str, claim: tuple[int, int] | None = None, passage: tuple[int, int] | None = None) -> Finding:
    return Finding("gap", "surroundings", WEIGHT, Reason(text, claim, passage))


def _ways(pair: Pair) -> Iterator[Finding]:
    """Figures that say how far something moved in the claim, and where to in the passage, or the reverse."""
    for figure in pair.claim.figures:
        mine = _before(pair.claim, figure)
        alike = [f for f in pair.passage.figures if (f.low, f.high) == (figure.low, figure.high)]
        theirs = {_before(pair.passage, other) for other in alike}
        if mine in _WAYS and theirs and theirs <= set(_WAYS) and mine not in theirs:
            spans = (figure.start, figure.end), (alike[0].start, alike[0].end)
            yield _gap(f"not covered: {mine} {pair.claim.text[slice(*spans[0])]}", *spans)


def _before(reading: Reading, figure: Figure) -> str:
    at = next((i for i, word in enumerate(reading.words) if word.end > figure.start), 0)
    return reading.words[at - 1].low if at else ""


def _adjectives(pair: Pair) -> Iterator[Finding]:
    """Adjectives of the claim that qualify another noun in the passage."""
    claim = pair.claim
    for at in range(len(claim.words) - 1):
        if claim.tags[at] != "adj" or claim.tags[at + 1] != "noun":
            continue
        adjective, noun = places(pair, at), places(pair, at + 1)
        if adjective and noun and not any(abs(a - n) <= NEAR for a in adjective for n in noun):
            shown = pair.claim.text[slice(*claim.span(at, at + 1))]
            yield _gap(f"not covered: {shown}", claim.span(at, at + 1))


def _past(pair: Pair) -> Iterator[Finding]:
    """ "Had expected" does not say that somebody expects."""
    for match in matched(pair):
        event = match.passage
        had = next((at for at in range(event.start, event.head) if pair.passage.words[at].low == "had"), -1)
        if had < 0 and pair.passage.tags[event.head] == "ing":
            had = next(
                (at for at in range(event.start, event.head) if pair.passage.words[at].low in _WAS), -1
            )
        if had >= 0 and _is_present(pair.claim, match.claim):
            shown = pair.passage.span(had, event.head)
            yield _gap("the source says it only of the past", passage=shown)


def _is_present(reading: Reading, event: Event) -> bool:
    group = {reading.words[at].low for at in range(event.start, event.head + 1)}
    head = reading.words[event.head]
    finite = event.start == event.head and head.low.endswith("s") and head.low != head.lemmas[0]
    return bool(group & _PRESENT) or (finite and head.low != "was")


def _joint(pair: Pair) -> Iterator[Finding]:
    """A figure that the passage gives of several together."""
    at = next((at for at, word in enumerate(pair.passage.words) if word.low in _JOINT), -1)
    if at >= 0 and pair.claim.figures and all(word.low not in _JOINT for word in pair.claim.words):
        yield _gap("the source gives the figure of several together", passage=pair.passage.span(at, at))
