"""Whether a "not" denies a deed, or only how, how far or by whose word it was done.

"The mill was not illegally demolished" does not say that it still stands; "was not formally charged" leaves
open that somebody was charged.
"""

from __future__ import annotations

from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.words import relate

_THROUGH = frozenset(
    "actually really truly even ever also simply certainly definitely indeed already reportedly allegedly "
    "apparently finally ultimately eventually only family reply apply supply ally july italy".split()
)
"""Words in "-ly", and others, that a "not" before them passes by on its way to the verb, and no adverbs."""
_HOW = frozenset(
    "well alone together once twice immediately again anymore much very quite always often badly".split()
)
"""Other adverbs on which a "not" before them bears, or which limit it."""
_VERBAL = ("verb", "part", "ing", "adj")
_BREAKS = ("mark", "conj", "sub", "rel", "verb", "aux")
_QUALIFIED = tuple((tag, "noun") for tag in ("adj", "noun", "adv", "part", "ing"))
_NO_MORE = frozenset("single one actual".split())
"""What behind "no" says no more than "no"."""


def manner_denied(reading: Reading, event: Event, other: Reading) -> bool:
    """Whether a denied event has an adverb behind its "not" that the other text has not in its place.

    "Was not illegally demolished" and "was demolished" may both be so, as may "was not demolished illegally";
    "was not legally demolished" denies "was legally demolished".
    """
    return any(
        not any(relate(reading.words[at], word) in ("same", "synonym", "derived") for word in other.words)
        for at in _denied(reading, event)
    )


def _denied(reading: Reading, event: Event) -> list[int]:
    """What the "not" of an event bears on: adverbs, and what qualifies the noun behind "no"."""
    if not event.negative:
        return []
    first = event.denials[0] + 1
    found = [at for at in range(max(first, event.start), event.head) if _manner(reading, at)]
    found += _behind(reading, event)
    if reading.words[first - 1].low == "no":
        qualifies = reading.tags[first : first + 2] in _QUALIFIED
        return [first, *found] if qualifies and reading.words[first].low not in _NO_MORE else found
    while first < len(reading.words) and reading.tags[first] in ("aux", "det"):
        first += 1
    if first + 1 < len(reading.words) and _manner(reading, first):
        found += [first] if reading.tags[first + 1] in (*_VERBAL, "noun", "adv", "aux") else []
    return found


def _behind(reading: Reading, event: Event) -> list[int]:
    """The adverb right behind a verb, and the one that ends its clause: "did not pay the tax fully"."""
    last = event.head
    while last + 1 < len(reading.words) and reading.tags[last + 1] not in _BREAKS:
        last += 1
    near = {
        at for at in (event.head + 1, last) if event.head < at <= last and reading.tags[at] in ("adv", "noun")
    }
    return sorted(at for at in near if _manner(reading, at))


def _manner(reading: Reading, at: int) -> bool:
    low = reading.words[at].low
    return low not in _THROUGH and (low in _HOW or (low.endswith("ly") and len(low) > 4))
