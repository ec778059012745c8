"""What one says of things that are counted: lines carry passengers, towns have residents who live there.

The heading of a table names what is counted, a sentence often only what is done with it. The verbs here add
nothing to the noun beside them; "lost", "owed" or "refused" would, and stand nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claimcheck.evidence.terms import stem

_SAID_OF = """
passenger rider traveller commuter ridership boarding: carry transport convey travel ride board
journey trip: make travel
freight cargo tonnage: carry handle transport ship convey move
vehicle car lorry: carry
container parcel letter: carry handle transport ship move
staff employee worker workforce headcount personnel job: employ
seat vote ballot: win take poll secure capture
emission co2 methane carbon: emit release
income revenue receipt earnings takings turnover: earn raise generate bring_in take_in
spending expenditure expense cost outlay outgoing: spend pay cost
price fare: cost charge
wage salary: earn pay
debt: owe
population inhabitant resident: live inhabit inhabitant resident population people
pupil student enrolment: enrol enroll attend teach educate
visitor visit attendance spectator admission: visit attend attract draw welcome visitor
rainfall precipitation rain: rain fall rainfall receive
snowfall: snow fall
production output generation: produce generate
sale: sell
prisoner inmate detainee: hold house
customer meal: serve
complaint application request: receive
death fatality: die kill
birth: bear
marriage wedding: marry
capacity: seat hold accommodate
export: export
import: import
start: begin work building construction
completion complete: finish complete
"""
_DIRECTIONS = (
    frozenset(map(stem, "income revenue receipt earnings takings turnover".split())),
    frozenset(map(stem, "spending expenditure expense cost outlay outgoing".split())),
)
"""Words for money that comes in, and for money that goes out."""


def _read(lines: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines.strip().splitlines():
        nouns, _, said = line.partition(":")
        for noun in nouns.split():
            found[stem(noun)].update(_mark(word) for word in said.split())
    return {noun: frozenset(said) for noun, said in found.items()}


def _mark(word: str) -> str:
    return word if "_" in word else stem(word)


_SAID = _read(_SAID_OF)


def said_of(noun: str) -> frozenset[str]:
    """The stems of what is said of something counted, by the stem of its noun; two words joined by ``_``."""
    return _SAID.get(noun, frozenset())


def told_by(said: Iterable[str], near: Iterable[frozenset[str]]) -> bool:
    """Whether headings tell of what is counted that which a claim's word says of it.

    Args:
        said: the stems of the claim's word.
        near: the stems of the headings, those nearest to the cell first. Where headings name money that comes
            in or money that goes out, what stands further off is not asked: grants under "Income" are not
            paid, though the whole table is of income and spending.
    """
    marks = frozenset(said)
    for held in near:
        if any(not marks.isdisjoint(said_of(noun)) for noun in held):
            return sum(not held.isdisjoint(way) for way in _DIRECTIONS) < len(_DIRECTIONS)
        if any(not held.isdisjoint(way) for way in _DIRECTIONS):
            return False
    return False


def of_money(marks: frozenset[str]) -> bool:
    """Whether words name money that comes in or goes out."""
    return any(not marks.isdisjoint(way) for way in _DIRECTIONS)
