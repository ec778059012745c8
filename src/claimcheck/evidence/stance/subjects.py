"""Whether two deeds are told of two things of one kind, by what their subjects say of which is meant.

"The morning ferry", "the evening ferry"; "petrol cars", "electric cars"; "the council in Osk", "in Brem".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from claimcheck.evidence.stance.align import EventMatch, Pair
from claimcheck.evidence.stance.phrases import TRANSPARENT, head, owns
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.names import Name, compare_names, spelt_alike
from claimcheck.extraction.clauses.tags import CALENDAR
from claimcheck.extraction.clauses.words import STRENGTH, relate

AMOUNTS = frozenset("more fewer less most least all some no few many much".split())
"""Words that tell how many, and not which."""
_MOST_WORDS = 9
"""Words of a subject in which it is told which one is meant."""


def other_subject(pair: Pair, match: EventMatch) -> bool:
    """Whether two deeds are told of two things, each with a name or word of its own that tells which."""
    ours, theirs = _phrase(pair.claim, match.claim.subject), _phrase(pair.passage, match.passage.subject)
    mine, its = head(pair.claim, ours), head(pair.passage, theirs)
    if mine < 0 or its < 0 or pair.claim.tags[mine] != pair.passage.tags[its]:
        return False
    if pair.claim.tags[mine] == "noun" and not _alike(pair, mine, its):
        return not told_in(pair, mine) and _unsaid(pair, its)
    othered = {pair.passage.words[at].low for at in theirs} & _OTHERING
    if othered - {word.low for word in pair.claim.words}:
        return True
    before = [at for at in ours if at < mine], [at for at in theirs if at < its]
    behind = [at for at in ours if at > mine], [at for at in theirs if at > its]
    years = _years(pair.claim, before[0]), _years(pair.passage, before[1])
    if all(years):
        return years[0] != years[1]
    return _other_names(pair, ours, theirs) or _other_words(pair, *before) or _other_words(pair, *behind)


def other_person(pair: Pair, match: EventMatch) -> bool:
    """Whether one is told of somebody's own: "Jan Holm", "Jan Holm's wife"; "the mayor", "her deputy"."""
    if match.claim.passive != match.passage.passive or match.relation == "converse":
        return False
    ours, theirs = _phrase(pair.claim, match.claim.subject), _phrase(pair.passage, match.passage.subject)
    mine, its = head(pair.claim, ours), head(pair.passage, theirs)
    if mine < 0 or its < 0 or "pron" in (pair.claim.tags[mine], pair.passage.tags[its]):
        return False
    ranks = [
        {reading.words[at].low for at in party} & _DEPUTIES
        for reading, party in ((pair.claim, ours), (pair.passage, theirs))
    ]
    if ranks[0] != ranks[1]:
        return True
    if _alike(pair, mine, its) or pair.claim.tags[mine] == pair.passage.tags[its] == "name":
        return False
    own, other = _owned(pair.claim, ours, mine), _owned(pair.passage, theirs, its)
    if own == other:
        return False
    top = pair.passage.words[its].low if own else pair.claim.words[mine].low
    owned = (pair.claim.words[at] for at in ours) if own else (pair.passage.words[at] for at in theirs)
    return any(word.low == top for word in owned)


_DEPUTIES = frozenset("deputy vice assistant acting former ex interim outgoing incoming late".split())


def _owned(reading: Reading, party: Sequence[int], top: int) -> bool:
    """Whether the head of a subject is somebody's or of something: "Holm's wife", "the wife of Jan Holm"."""
    if any(at < top and owns(reading, at) for at in party):
        return True
    after = reading.words[top + 1].low if top + 1 < len(reading.words) else ""
    return (
        after == "of"
        and reading.words[party[0]].low == "the"
        and TRANSPARENT.isdisjoint(reading.words[top].lemmas)
    )


def _phrase(reading: Reading, party: Sequence[int]) -> Sequence[int]:
    """A subject as far as it is not told of it what it did ("the board resolved by five votes")."""
    ends = (n for n, at in enumerate(party) if reading.tags[at] in _VERBAL or reading.words[at].low == "by")
    return party[: min(next(ends, len(party)), _MOST_WORDS)]


_VERBAL = ("verb", "aux", "rel", "sub")


def other_complement(pair: Pair, match: EventMatch) -> bool:
    """Whether two deeds have other words behind one preposition: "for adults", "for children"."""
    ours, theirs = _behind(pair.claim, match.claim), _behind(pair.passage, match.passage)
    for opener, words in ours.items():
        its = theirs.get(opener)
        if its and not any(told_in(pair, at) for at in words) and all(_unsaid(pair, at) for at in its):
            return True
    return False


_OF_WHAT = frozenset("for of in at on to from with against among".split())
"""Prepositions behind which it is told of whom, of what, where or when."""


def _behind(reading: Reading, event: Event) -> dict[str, list[int]]:
    """The nouns and names behind each preposition of what follows a verb, the first of each."""
    found: dict[str, list[int]] = {}
    opener = ""
    for at in event.objects:
        if reading.tags[at] in ("prep", "to"):
            low = reading.words[at].low
            opener = low if low in _OF_WHAT and low not in found else ""
        elif reading.tags[at] in ("mark", "sub", "rel", "conj", "verb", "aux"):
            opener = ""
        elif opener and reading.tags[at] in ("noun", "name"):
            found.setdefault(opener, []).append(at)
    return found


_OTHERING = frozenset("another other rival neighbouring neighboring second".split())


def _years(reading: Reading, party: Sequence[int]) -> set[str]:
    """The years that tell which is meant: "the 2019 budget"."""
    return {low for at in party if len(low := reading.words[at].low) == 4 and low.isdecimal()}


def _other_names(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether each of two parties has a name that the other text has nowhere."""
    own = [n for n in _names(pair.claim, ours) if not _known(n, pair.passage.names)]
    other = [n for n in _names(pair.passage, theirs) if not _known(n, pair.claim.names)]
    return any(one.demonym == two.demonym and not spelt_alike(one, two) for one in own for two in other)


def _names(reading: Reading, party: Sequence[int]) -> list[Name]:
    return [n for n in reading.names if n.start in party and CALENDAR.isdisjoint(n.parts)]


def _known(name: Name, others: Sequence[Name]) -> bool:
    return any(compare_names(name, other) in ("same", "within", "around") for other in others)


def _other_words(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether what qualifies the one party and the other are two of a kind: "morning", "evening ferry"."""
    claim, passage = pair.claim, pair.passage
    mine = [at for at in ours if claim.tags[at] in _QUALIFYING and not told_in(pair, at)]
    its = [at for at in theirs if passage.tags[at] in _QUALIFYING and _unsaid(pair, at)]
    for at, there in product(mine, its):
        words = claim.words[at], passage.words[there]
        if not AMOUNTS.isdisjoint(word.low for word in words):
            continue
        if relate(*words) in ("opposite", "exclusive") or claim.tags[at] == passage.tags[there] == "noun":
            return True
        if claim.tags[at + 1] == passage.tags[there + 1] == "noun" and _alike(pair, at + 1, there + 1):
            return True  # "petrol cars", "electric cars"
    return False


_QUALIFYING = ("noun", "adj", "part", "ing")


def _alike(pair: Pair, at: int, there: int) -> bool:
    return relate(pair.claim.words[at], pair.passage.words[there]) in STRENGTH


def told_in(pair: Pair, at: int) -> bool:
    """Whether the passage has a word of the claim anywhere, or one that says the same."""
    return any(_alike(pair, at, there) for there in range(len(pair.passage.words)))


def _unsaid(pair: Pair, there: int) -> bool:
    """Whether the claim has a word of the passage nowhere."""
    return not any(_alike(pair, at, there) for at in range(len(pair.claim.words)))
