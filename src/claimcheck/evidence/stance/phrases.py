"""Phrases: what their heads are, and where the passage has a word of the claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.evidence.stance.align import Pair, is_copula, measured
from claimcheck.evidence.stance.copies import Change
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.lexicon import load_lexicon

_NOMINAL = ("noun", "name", "num", "pron")
_BREAKS = ("prep", "to", "mark", "rel", "sub", "conj", "aux", "modal", "verb", "part", "ing", "not")
_ADJECTIVAL = ("ant", "ent", "ble", "ous", "ful", "ive", "id", "al", "ic", "ed")
"""How a word of no list ends that is likelier an adjective behind its noun than the noun's head."""
_EDGES = ("mark", "conj", "sub")
PLACE_KINDS = frozenset("town city village island province state region".split())
"""Nouns whose "of" names the place itself: "the city of Hull"."""
TRANSPARENT = PLACE_KINDS | frozenset(
    "number group majority whole all entirety total part some most half member team pair crowd couple lot "
    "dozen hundred thousand million rest share kind type percent cent department ministry office".split()
)
"""Nouns whose "of" names the thing itself."""


def repeated(pair: Pair) -> bool:
    """Whether the passage has the claim word for word, or a synonym for a word, as a clause of its own."""
    if pair.copy is None or not pair.copy.places:
        return False
    first, last = min(pair.copy.places.values()), max(pair.copy.places.values())
    inside = [c for c in pair.copy.changes if c.ours or any(first < at < last for at in c.theirs)]
    if not all(_exchanged(pair, change) for change in inside):
        return False
    tags = pair.passage.tags
    opens = first == 0 or pair.passage.sentence_of[first - 1] != pair.passage.sentence_of[first]
    return (opens or tags[first - 1] in _EDGES) and (last + 1 == len(tags) or tags[last + 1] in _EDGES)


def _exchanged(pair: Pair, change: Change) -> bool:
    """Whether a word stands for one word that says the same: "injured" for "hurt", "3" for "three"."""
    if len(change.ours) != 1 or len(change.theirs) != 1:
        return False
    at, there = change.ours[0], change.theirs[0]
    numbers = at in measured(pair.claim) and there in measured(pair.passage)
    return numbers or there in places(pair, at)


def word_at(reading: Reading, start: int) -> int:
    """The word in which a code point lies, or the first behind it; the first of all where there is none."""
    return next((i for i, word in enumerate(reading.words) if word.end > start), 0)


def places(pair: Pair, at: int) -> frozenset[int]:
    """Where the passage has a word of the claim, or the name it belongs to."""
    found = {m.index for m in pair.matches.get(at, ()) if m.strength}
    for named in pair.names:
        if named.other and named.name.start <= at < named.name.end and named.kinship in ("same", "within"):
            found |= set(range(named.other.start, named.other.end))
    return frozenset(found)


def head(reading: Reading, party: Sequence[int]) -> int:
    """The last noun, name, number or pronoun of a phrase before what breaks it off, or -1."""
    found = -1
    for at in party:
        if reading.tags[at] in _NOMINAL:
            found = at
        elif found >= 0 and reading.tags[at] in _BREAKS and not _transparent(reading, found, at):
            break
    return found


def core(reading: Reading, party: Sequence[int]) -> frozenset[int]:
    """The heads of a phrase as far as :func:`head` reads it, and of what "and" or a comma joins to it.

    No head is who owns it ("the farmer's brother"), nor what only qualifies the next noun ("the city hall").
    """
    found = _phrase(reading, party)
    return frozenset(at for at in found if not _qualifies(reading, at))


def _qualifies(reading: Reading, at: int) -> bool:
    if at + 1 >= len(reading.words):
        return False
    if owns(reading, at):
        return True
    after = reading.words[at + 1]
    unlikely = after.low.endswith("ing") or (
        after.low.endswith(_ADJECTIVAL) and load_lexicon().nouns.isdisjoint(after.lemmas)
    )
    return reading.tags[at] in ("noun", "name") and reading.tags[at + 1] == "noun" and not unlikely


def owns(reading: Reading, at: int) -> bool:
    """Whether a word is who owns what follows, or belongs to the owner's name."""
    last = at
    while last + 1 < len(reading.words) and reading.tags[last] == reading.tags[last + 1] == "name":
        last += 1
    return last + 1 < len(reading.words) and reading.words[last + 1].low in ("'s", "'")


def _phrase(reading: Reading, party: Sequence[int]) -> list[int]:
    """A phrase as far as :func:`head` reads it, with what is joined to it."""
    found: list[int] = []
    top = -1
    for at in party:
        if reading.tags[at] in _NOMINAL:
            top = at
        elif reading.tags[at] == "conj" or reading.words[at].low == ",":
            top = -1
        elif top >= 0 and reading.tags[at] in _BREAKS and not _transparent(reading, top, at):
            break
        found.append(at)
    return found


def _transparent(reading: Reading, noun: int, at: int) -> bool:
    if reading.words[at].low != "of":
        return False
    return reading.tags[noun] in ("num", "pron") or not TRANSPARENT.isdisjoint(reading.words[noun].lemmas)


def governing_preposition(reading: Reading, at: int) -> int:
    """The preposition that governs a noun: the nearest before it and its modifiers; or -1."""
    if reading.tags[at] not in ("noun", "name"):
        return -1
    for before in range(at - 1, max(-1, at - 5), -1):
        if reading.tags[before] in ("prep", "to"):
            return before
        if reading.tags[before] not in ("det", "adj", "noun", "name", "num"):
            return -1
    return -1


def says_how(reading: Reading, event: Event) -> bool:
    """Whether something is said to be so, which it may be at two times: "the trains were late in 2020"."""
    said = next((at for at in event.objects if reading.tags[at] not in ("adv", "not")), -1)
    if said < 0 or not is_copula(reading, event):
        return False
    unlisted = load_lexicon().nouns.isdisjoint(reading.words[said].lemmas)  # "the roads were icy"
    return reading.tags[said] == "adj" or (reading.tags[said] == "noun" and unlisted)


_MOST_BEHIND = 8
"""Words behind a rank that may belong to its phrase."""
_RANKS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())


def ranked_apart(pair: Pair, words: Iterable[int]) -> bool:
    """Whether some words of the passage rank what the claim does not rank: "the second deepest lake"."""
    ours = {word.low for word in pair.claim.words}
    lemmas = {lemma for word in pair.claim.words for lemma in word.lemmas}
    return any(
        pair.passage.words[at].low in _RANKS - ours and _ranked(pair.passage, at, lemmas) for at in words
    )


def _ranked(reading: Reading, at: int, lemmas: set[str]) -> bool:
    """Whether a rank stands before one of some words: in "a win for Holm in second place" it does not."""
    for behind in range(at + 1, min(at + _MOST_BEHIND, len(reading.words))):
        if reading.tags[behind] not in ("adj", "adv", "noun", "name"):
            return False
        if not lemmas.isdisjoint(reading.words[behind].lemmas):
            return True
    return False
