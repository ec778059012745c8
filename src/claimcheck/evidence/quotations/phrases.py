"""What stands behind a preposition: a time, a named or definite place, or a kind of thing."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations.source import PreparedSource

_REACH = 6
_THERE = lx.words("here there home abroad online upstairs downstairs work school sea")
_QUANTIFIED = frozenset("most some few certain half many fewer less only almost nearly several".split())


@dataclass(frozen=True, slots=True)
class Object:
    """What a preposition governs.

    Attributes:
        time: it is a date, a time of day, a stretch of time.
        recurring: it is a time that comes back ("on Sundays", "in winter").
        definite: it is pointed at, owned or a name: one thing, which both sides know.
        name: it is a name.
        bare: a kind of thing: a plural or a substance without determiner ("in mice").
        limited: it is counted or weighed ("half the passengers", "up to six").
        part: a part of a place ("in the north").
        happening: what a report is about ("in the crash").
    """

    time: bool = False
    recurring: bool = False
    definite: bool = False
    name: bool = False
    bare: bool = False
    limited: bool = False
    part: bool = False
    happening: bool = False


def read_object(source: PreparedSource, at: int, end: int) -> Object:
    """Read the noun phrase that begins at source token ``at``, up to token ``end``; bounded work."""
    keys = source.tokens.keys[at : _stop(source, at, min(end, at + _REACH))]
    if not keys:
        return Object()
    first = keys[0]
    again = [key for key in keys if key in lx.RECURRING]
    recurring = (
        keys[0] not in lx.DEFINITE and bool(again) and len(again) == len(lx.TIMES & set(keys) | set(again))
    )
    time = recurring or any(key in lx.TIMES or key[0] == "@" or _year(key) for key in keys)
    name = source.text[source.tokens.starts[at]].isupper()
    determined = first in lx.DETERMINERS or "'s" in keys
    extreme = any(key.endswith("est") and len(key) > 4 and key not in lx.NOT_SUPERLATIVE for key in keys[1:3])
    counted = first[0] in "#/" or first in _QUANTIFIED or bool({"half", "~1"} & set(keys[:3]))
    return Object(
        time=time,
        recurring=recurring,
        definite=first in lx.DEFINITE or "'s" in keys or name or first in lx.OBJECTS or first in _THERE,
        name=name,
        bare=not (determined or name or time or counted or first in lx.OBJECTS or first.endswith("ing")),
        limited=extreme or (counted and not time) or keys[:2] in (("up", "to"), ("at", "most")),
        part=any(key in lx.PARTS for key in keys) and not time,
        happening=first in lx.DETERMINERS and bool(lx.HAPPENINGS & set(keys)),
    )


def _stop(source: PreparedSource, at: int, end: int) -> int:
    """The end of the phrase: the next preposition, conjunction or mark."""
    closed = lx.PREPOSITIONS | lx.SUBORDINATORS | lx.COORDINATORS
    for place in range(at + 1, end):
        if source.tokens.keys[place] in closed or any(mark in source.gap(place) for mark in ",;:–—("):
            return place
    return end


def _year(key: str) -> bool:
    return key[0] == "#" and len(key) == 5 and key[1:].isdigit() and key[1] in "12"
