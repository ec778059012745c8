"""What a figure or thing is of, where the claim says that somebody has it: looked at before support.

"Has room for 500 seats", "has closed 14 shops", "received pledges of £50,000": all words are there, and the
claim is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import TRANSPARENT, places, repeated, word_at
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.figures import Figure, compare_figures

WEIGHT = 0.6
_SUMS = (TRANSPARENT - frozenset("half part some most rest majority percent cent".split())) | frozenset(
    "average record maximum minimum sum fine grant loan profit loss".split()
)
_HAVING = frozenset(
    "have own possess hold operate run employ include comprise feature boast contain be count number keep "
    "house serve use carry cover last measure weigh get acquire gain receive".split()
)
"""Deeds that show that somebody has a thing."""


def check_heads(pair: Pair) -> list[Finding]:
    """Gaps where the figure or thing of the claim is another's in the passage."""
    if repeated(pair):
        return []
    return [*_figures(pair), *_things(pair), *_had(pair)]


def _figures(pair: Pair) -> Iterator[Finding]:
    """Figures that stand alone in the claim and behind "orders for", "half of" in the passage."""
    for figure in pair.claim.figures:
        alike = [f for f in pair.passage.figures if compare_figures(figure, f) in ("equal", "compatible")]
        if not alike or _of_what(pair.claim, figure) >= 0:
            continue
        nouns = [_of_what(pair.passage, other) for other in alike]
        if all(at >= 0 and not _answered(pair, at) for at in nouns):
            shown = pair.passage.text[slice(*pair.passage.span(nouns[0], nouns[0]))]
            span = (figure.start, figure.end)
            reason = Reason(f"in the source the figure is of “{shown}”", span, (alike[0].start, alike[0].end))
            yield Finding("gap", "head", WEIGHT, reason)


def _answered(pair: Pair, at: int) -> bool:
    """Whether a word of the passage answers one of the claim, or only sums up what follows it."""
    if not _SUMS.isdisjoint(pair.passage.words[at].lemmas):
        return True
    return any(at in places(pair, i) for i in pair.content)


def _of_what(reading: Reading, figure: Figure) -> int:
    """The noun that a figure hangs on with "for" or "of" ("orders for 14"), or -1."""
    return _hung_on(reading, word_at(reading, figure.start))


def _hung_on(reading: Reading, at: int) -> int:
    before = at - 1
    while before >= 0 and (
        reading.tags[before] in ("det", "adj", "adv") or reading.words[before].low in "£$€"
    ):
        before -= 1
    if before < 1 or reading.words[before].low not in ("for", "of"):
        return -1
    return before - 1 if reading.tags[before - 1] in ("noun", "num", "det") else -1


def _things(pair: Pair) -> Iterator[Finding]:
    """Things that the claim says somebody has, and that the passage says were closed, ordered or granted."""
    for event in pair.claim.events:
        if pair.claim.words[event.head].lemmas[0] != "have" or event.negative or not event.objects:
            continue
        last = max((at for at in event.objects if pair.claim.tags[at] == "noun"), default=-1)
        there = places(pair, last) if last >= 0 else frozenset()
        owners = [e for e in pair.passage.events if there & set(e.objects)]
        wrong = [e for e in owners if _HAVING.isdisjoint(pair.passage.words[e.head].lemmas)]
        hung = [_hung_on(pair.passage, at) for at in there]
        lent = bool(hung) and all(at >= 0 and not _answered(pair, at) for at in hung)
        if (owners and len(wrong) == len(owners)) or lent:
            span = pair.claim.span(last, last)
            yield Finding("gap", "head", WEIGHT, Reason("not covered: that it has it", span))


def _had(pair: Pair) -> Iterator[Finding]:
    """ "Has" is not borne out by "had"."""
    low = [word.low for word in pair.passage.words]
    for event in pair.claim.events:
        if pair.claim.words[event.head].low not in ("has", "have") or pair.claim.tags[event.head] != "aux":
            continue
        answers = [e for e in pair.passage.events if low[e.head] == "had" and _shares(pair, event, e)]
        if answers:
            span = pair.passage.span(answers[0].head, answers[0].head)
            yield Finding("gap", "head", WEIGHT, Reason("the source says it only of the past", None, span))


def _shares(pair: Pair, event: Event, other: Event) -> bool:
    return any(places(pair, at) & set(other.objects) for at in event.objects)
