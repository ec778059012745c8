"""Which deed of the passage tells what a deed of the claim tells, and what of the claim it leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from claimcheck.evidence.stance.align import Pair, measured
from claimcheck.evidence.stance.phrases import head
from claimcheck.evidence.stance.reading import Reading
from claimcheck.evidence.stance.retelling.tellings import Telling
from claimcheck.extraction.clauses.acts import akin
from claimcheck.extraction.clauses.names import Name, compare_names
from claimcheck.extraction.clauses.words import Relation, profile_of

POSITIVE: frozenset[Relation] = frozenset(("same", "synonym", "derived", "implied", "converse"))
GENERIC = frozenset(
    "whole rate level sum amount total number figure share matter fact case event process period time "
    "date way result end part kind sort type people person resident".split()
)
"""Words that add next to nothing to what is said ("the rate of", "the number of")."""
_CLASSES = frozenset(
    "town city village district region area company firm country state province island county river mount "
    "lake mountain street road hotel club team group museum school university newspaper month year".split()
)
"""Words that add next to nothing beside the name that has them ("the town of Lund", "the river Sull")."""
_EXCUSED = frozenset(
    "officially finally now recently reportedly meanwhile also again newly formally eventually currently "
    "just already subsequently additionally".split()
)
"""Adverbs that a passage need not have."""
_WINDOW = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """A deed of the passage beside the claim's.

    Attributes:
        missing: the claim's content words that do not stand with the deed, names apart.
        absent: the claim's names that do not.
        reach: the words of the passage that belong to the deed, and those its pronouns stand for.
    """

    claim: Telling
    passage: Telling
    relation: Relation
    missing: tuple[int, ...]
    absent: tuple[Name, ...]
    reach: frozenset[int]
    told: int

    @property
    def score(self) -> float:
        """The more is told by this deed the better."""
        firm = {"same": 1.0, "synonym": 0.9, "derived": 0.8, "opposite": 0.8, "none": 0.0}
        return self.told - len(self.missing) - len(self.absent) + firm.get(self.relation, 0.5)


def answers(pair: Pair, telling: Telling, tellings: list[Telling]) -> Iterator[Answer]:
    """Every deed of the passage that may tell the same as one of the claim."""
    for other in tellings:
        relation = _relation(pair, telling, other)
        if relation == "none" and not (telling.bare or other.bare):
            continue
        reach = reach_of(pair.passage, other)
        wanted = [at for at in _wanted(pair, telling) if not _goes_without(pair, telling, other, at)]
        missing = tuple(at for at in wanted if not told(pair, at, reach))
        names = [n for n in pair.claim.names if n.start in telling.domain]
        absent = tuple(n for n in names if not _named(pair, n, reach))
        count = len(wanted) - len(missing) + len(names) - len(absent)
        yield Answer(telling, other, relation, missing, absent, reach, count)


def _relation(pair: Pair, telling: Telling, other: Telling) -> Relation:
    word = pair.claim.words[telling.at]
    best: Relation = akin(word, pair.passage.words[other.at])
    chain = other.event.chain if other.event and not other.noun else ()
    for at in chain:
        found = akin(word, pair.passage.words[at])
        if best == "none" and found in POSITIVE:
            best = found
    return best


def _wanted(pair: Pair, telling: Telling) -> list[int]:
    """Content words of the claim's deed that the passage's has to have: no names, figures, nor its own."""
    named = {at for n in pair.claim.names for at in range(n.start, n.end)}
    skipped = measured(pair.claim)
    own = set() if telling.bare else {telling.at}
    if telling.event is not None:
        own.add(telling.event.head)
    return [
        at
        for at in pair.content
        if at in telling.domain
        and at not in named
        and at not in skipped
        and at not in own
        and pair.claim.words[at].low not in _EXCUSED
        and (at == telling.at or not _empty(pair, at))
    ]


_USUAL = {
    "arrest": "police officer",
    "sentence": "court judge",
    "convict": "court judge jury",
    "acquit": "court judge jury",
    "fine": "court judge",
    "treat": "doctor hospital",
    "operate": "surgeon doctor",
    "seize": "police customs",
}
"""Who does it where nobody is named: whoever is arrested is arrested by the police."""


def _goes_without(pair: Pair, telling: Telling, other: Telling, at: int) -> bool:
    """Whether a word names those who usually do such a deed, and the passage names no doer."""
    if at not in telling.doers or other.doers or telling.bare:
        return False
    word = pair.claim.words[telling.at]
    groups = profile_of(word.lemmas, word.low).groups
    usual = {doer for deed, doers in _USUAL.items() if deed in groups for doer in doers.split()}
    return not usual.isdisjoint(pair.claim.words[at].lemmas)


def _empty(pair: Pair, at: int) -> bool:
    """Whether a word adds next to nothing to the words around it."""
    lemmas = pair.claim.words[at].lemmas
    if not GENERIC.isdisjoint(lemmas):
        return True
    near = range(max(0, at - 2), min(at + 3, len(pair.claim.tags)))
    beside = any(pair.claim.tags[i] == "name" for i in near)
    return (
        beside and not _CLASSES.isdisjoint(lemmas) and not any(m.strength for m in pair.matches.get(at, ()))
    )


def told(pair: Pair, at: int, reach: Collection[int]) -> bool:
    """Whether some words of the passage have a word of the claim."""
    if any(m.strength and m.index in reach for m in pair.matches.get(at, ())):
        return True
    word = pair.claim.words[at]
    return any(
        akin(word, pair.passage.words[there]) in POSITIVE
        for there in reach
        if pair.passage.words[there].is_word
    )


def _named(pair: Pair, name: Name, reach: Collection[int]) -> bool:
    return any(
        other.start in reach and compare_names(name, other) in ("same", "within")
        for other in pair.passage.names
    )


def reach_of(reading: Reading, telling: Telling) -> frozenset[int]:
    """A deed's words, with those before it that a pronoun or a bare "the mill" among them stands for."""
    found = set(telling.domain)
    first = min(telling.domain)
    number = reading.sentence_of[telling.at]
    party = [at for at in telling.event.subject if at in telling.domain] if telling.event else []
    while party and reading.tags[party[0]] == "prep":
        party.pop(0)
    top = head(reading, party)
    leans = any(
        reading.tags[at] == "pron" or reading.words[at].low in ("his", "her", "its", "their") for at in party
    )
    if leans or (telling.event is not None and not telling.noun and top < 0):
        found |= {at for at in range(first) if reading.sentence_of[at] in (number, number - 1)}
    elif top > 0 and reading.words[top - 1].low in ("the", "this", "that", "both", "all"):
        found |= _mentioned(reading, top, first)
    return frozenset(found | _together(reading, telling))


_WHILE = frozenset("when as where after".split())


def _together(reading: Reading, telling: Telling) -> set[int]:
    """The words of a clause that tells the moment of a deed ("when the stand collapsed")."""
    found: set[int] = set()
    for event in reading.events:
        near = reading.sentence_of[event.head] == reading.sentence_of[telling.at]
        told = event.mood == "fact" and event.reporter < 0 and not event.negative
        if near and told and event.opener >= 0 and reading.words[event.opener].low in _WHILE:
            found |= {*event.subject, event.head, *event.objects}
    return found


def _mentioned(reading: Reading, top: int, first: int) -> set[int]:
    """The words around an earlier mention of a noun ("the Oststrand paper mill … The mill …")."""
    lemma = reading.words[top].lemmas[0]
    found: set[int] = set()
    for at in range(first):
        if lemma in reading.words[at].lemmas:
            found |= {
                i
                for i in range(max(0, at - _WINDOW), min(first, at + _WINDOW))
                if reading.sentence_of[i] == reading.sentence_of[at]
                and reading.tags[i] in ("noun", "name", "adj", "num", "prep", "det")
            }
    return found
