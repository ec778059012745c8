"""Whether a name of the claim stands beside another deed only, where the answering one has another name.

"Two men drowned in Lake Vennik. The boat came from Lake Orsa" says nothing of men who drowned in Lake Orsa.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.governors import REPORTING
from claimcheck.extraction.clauses.names import Name, compare_names
from claimcheck.extraction.clauses.tags import CALENDAR

_KNOWN = ("same", "within", "around")


def displaced(pair: Pair, event: Event, own: AbstractSet[int]) -> Name | None:
    """A name of the claim that the passage has, but not among the words of an answering deed.

    Only where those words hold a name of their own that the claim does not have, and no pronoun stands for
    somebody named before. Whom the passage only quotes ("Judge Orr said") is no party of the deed.

    Args:
        event: the answering deed, for its subject.
        own: the words of its sentence.
    """
    reading = pair.passage
    if any(reading.tags[at] in ("pron", "rel") for at in event.subject):
        return None
    ours = [found.name for found in pair.names]
    quoted = _quoted(reading, own)
    inside = [n for n in reading.names if n.start in own - quoted and not _calendar(reading, n)]
    if not any(all(compare_names(mine, n) not in _KNOWN for mine in ours) for n in inside if not n.demonym):
        return None
    return next((mine for mine in ours if _elsewhere(pair, mine, own)), None)


def _quoted(reading: Reading, own: AbstractSet[int]) -> set[int]:
    """The words of whoever says something in a sentence."""
    return {
        at
        for event in reading.events
        if event.head in own and not REPORTING.isdisjoint(reading.words[event.head].lemmas)
        for at in event.subject
    }


def _elsewhere(pair: Pair, name: Name, own: AbstractSet[int]) -> bool:
    """Whether every mention of a name is outside some words."""
    if name.demonym or _calendar(pair.claim, name):
        return False
    there = [n for n in pair.passage.names if compare_names(name, n) in ("same", "within")]
    return bool(there) and not any(at in own for n in there for at in range(n.start, n.end))


def _calendar(reading: Reading, name: Name) -> bool:
    return any(reading.words[at].low in CALENDAR for at in range(name.start, name.end))
