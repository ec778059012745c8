"""Who did what, told by a verb or by a noun: "the mill closed in May", "the closure of the mill in May"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.evidence.stance.align import is_copula, predicate
from claimcheck.evidence.stance.phrases import head
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.acts import acts_of, deeds_of
from claimcheck.extraction.clauses.events import Event, Mood
from claimcheck.extraction.clauses.words import SPENT

LIGHT = frozenset(
    "take make give have pay reach carry_out carry do put get see record report register announce "
    "pronounce impose issue deliver receive suffer undergo perform complete lodge file submit hand_down "
    "grant come follow happen occur take_place be stage launch mount conduct experience witness note mark "
    "express hold".split()
)
"""Verbs that add little to a noun of an act: who does, has or tells of it."""
MEASURING = frozenset(
    "cost total amount number measure weigh last reach stand run_to come come_to be have count include "
    "receive draw attract welcome comprise contain hold consist extend stretch span cover worth price put "
    "estimate fetch go".split()
)
"""Verbs that give a thing its figure."""
_UNREAL = frozenset(
    "plan propose demand reject oppose consider discuss threaten postpone delay cancel call_off avert "
    "avoid prevent rule_out stop halt block fear expect suggest seek want request predict forecast urge "
    "debate recommend refuse deny overturn suspend quash veto abandon drop shelve scrap await promise "
    "pledge prepare fail doubt lift reverse dispute question contest resist refute study mull examine "
    "need require claim allege hope order approve authorise support back favour advocate agree allow ban "
    "sanction endorse call_for warn defend justify welcome".split()
)
"""Verbs after which an act is not said to have happened."""
_TELLING = frozenset(
    "recall remember celebrate mark mourn criticise condemn regret confirm follow describe cause trigger "
    "prompt spark blame survive film photograph praise applaud attend watch see notice observe explain "
    "investigate commemorate report announce reveal disclose detail recount chronicle document cite "
    "mention acknowledge admit precede".split()
)
"""Verbs whose object they take to have happened."""
_AFTER = frozenset(
    "after since following because_of due_to despite during with amid by before until on at".split()
)
"""Before a noun of an act, these take it to have happened."""
_IN_PHRASE = ("det", "adj", "noun", "name", "num", "prep", "to", "conj")


@dataclass(frozen=True, slots=True)
class Telling:
    """One deed of a text.

    Attributes:
        at: the word that tells it; after a copula, what is predicated.
        domain: all words that belong to it.
        doers, undergoers: words of the party that does it, and of the one it is done to; empty where unknown.
        negative: whether it is denied.
        mood: how far it is asserted.
        event: the event it is, or stands in.
        noun: whether a noun tells it.
        bare: whether its verb says nothing but what its other words say (a copula, a measure).
    """

    at: int
    domain: frozenset[int]
    doers: frozenset[int]
    undergoers: frozenset[int]
    negative: bool
    mood: Mood
    event: Event | None
    noun: bool
    bare: bool


def find_tellings(reading: Reading) -> list[Telling]:
    """All deeds of a text, those told by verbs first."""
    verbal = [_verbal(reading, event) for event in reading.events]
    return verbal + list(_nominal(reading))


def _verbal(reading: Reading, event: Event) -> Telling:
    said = predicate(reading, event)
    lemmas = reading.words[event.head].lemmas
    objects = _until_break(reading, event.objects)
    subject = _own_subject(reading, event)
    domain = frozenset((*subject, *event.objects, event.head, *event.chain, *_fronted(reading, event)))
    doers, undergoers = frozenset(subject), objects
    if event.passive:
        doers, undergoers = frozenset(event.agent), frozenset(subject)
    bare = is_copula(reading, event) or not MEASURING.isdisjoint(lemmas)
    at = said[-1] if is_copula(reading, event) else event.head
    negative = event.negative != _not_one(reading, event)
    return Telling(at, domain, doers, undergoers, negative, event.mood, event, False, bare)


def _own_subject(reading: Reading, event: Event) -> tuple[int, ...]:
    """A verb's subject; "She comes from a stage housed in a barn": there, what stands right before it."""
    before = [e for e in reading.events if e.end <= event.start and e.head > min(event.subject, default=0)]
    if not before or event.start != event.head or before[-1].start != before[-1].head:
        return event.subject
    near = tuple(at for at in event.subject if at > before[-1].head)
    opens = bool(near) and reading.tags[near[0]] == "prep" and reading.tags[before[-1].head] == "verb"
    return near if opens and near[-1] == event.start - 1 else event.subject


def _not_one(reading: Reading, event: Event) -> bool:
    """ "Not one patient caught it", "not a single shot was fired"."""
    for at in event.subject[:-1]:
        if reading.words[at].low == "not" and at not in event.denials:
            return reading.words[at + 1].low in ("one", "a")
    return False


def _fronted(reading: Reading, event: Event) -> range:
    """The words from the beginning of the sentence, where no other verb stands before the event."""
    number = reading.sentence_of[event.head]
    before = [e for e in reading.events if e.head < event.head and reading.sentence_of[e.head] == number]
    if before:
        return range(0)
    first = event.start
    while first and reading.sentence_of[first - 1] == number:
        first -= 1
    return range(first, event.start)


def _until_break(reading: Reading, words: Iterable[int]) -> frozenset[int]:
    """The direct object: what follows a verb up to the first preposition or mark."""
    found: set[int] = set()
    for at in words:
        if reading.tags[at] in ("prep", "to", "mark", "sub", "rel", "ing") and reading.words[at].low != "of":
            break
        if reading.words[at].lemmas == (SPENT,):
            break  # "left two hurt"
        found.add(at)
    return frozenset(found)


def _nominal(reading: Reading) -> Iterator[Telling]:
    """The deeds that nouns name, as far as the sentence takes them to have happened."""
    for at, word in enumerate(reading.words):
        if reading.tags[at] != "noun" or _qualifies(reading, at):
            continue
        if acts_of(word):
            yield _named(reading, at)
        elif deeds_of(word) and (office := _office(reading, at)):
            yield office


def _office(reading: Reading, at: int) -> Telling | None:
    """What somebody does by being called so: "Ana Ruiz, the owner of the mill", "Ana Ruiz is its owner"."""
    last = _end(reading, at)
    of = _behind(reading, at, last, ("of",))
    first = _start(reading, at)
    owner = frozenset(range(first, at)) if any(reading.words[i].low == "'s" for i in range(first, at)) else of
    who = _called(reading, first, at, last)
    if not who or not owner:
        return None
    host = next((e for e in reading.events if at in e.objects and is_copula(reading, e)), None)
    negative, mood = (
        (host.negative, host.mood) if host is not None and at not in host.subject else (False, "fact")
    )
    domain = frozenset(range(first, last)) | who
    return Telling(at, domain, who, owner, negative, mood, None, True, False)


def _called(reading: Reading, first: int, at: int, last: int) -> frozenset[int]:
    """The name that a noun of office stands beside: before it with a comma, behind it, or before "is"."""
    tags, words = reading.tags, reading.words
    if at + 1 < len(tags) and tags[at + 1] == "name":
        return _run(reading, at + 1)
    before = first - 1
    copular = before > 0 and words[before].low in ("is", "was")
    if before > 0 and (words[before].low == "," or copular) and tags[before - 1] == "name":
        start = before - 1
        while start and tags[start - 1] == "name":
            start -= 1
        return frozenset(range(start, before))
    if last + 1 < len(tags) and words[last].low == "," and tags[last + 1] == "name":
        return _run(reading, last + 1)
    return frozenset()


def _run(reading: Reading, first: int) -> frozenset[int]:
    last = first
    while last < len(reading.tags) and reading.tags[last] == "name":
        last += 1
    return frozenset(range(first, last))


def _qualifies(reading: Reading, at: int) -> bool:
    """Whether a noun only qualifies the next one ("closure plans")."""
    return at + 1 < len(reading.tags) and reading.tags[at + 1] == "noun"


def _named(reading: Reading, at: int) -> Telling:
    first, last = _start(reading, at), _end(reading, at)
    own = frozenset(range(first, last))
    of, by = _behind(reading, at, last, ("of", "against")), _behind(reading, at, last, ("by",))
    owns = any(reading.words[i].low == "'s" for i in range(first, at))
    owner = frozenset(range(first, at)) if owns and of else frozenset()
    host = _host(reading, at)
    if host is None:
        mood: Mood = "fact" if not first or _preposition(reading, at) in _AFTER else "possible"
        return Telling(at, own, by or owner, of, False, mood, None, True, False)
    light = _lightly(reading, host, at)
    around = (
        frozenset((*host.subject, *host.objects, host.head)) if light or at in host.subject else frozenset()
    )
    doers = by or owner or (_hosts_doer(reading, host, at) if light else frozenset())
    told = _mood(reading, host, at, light)
    return Telling(at, own | around, doers, of, light and host.negative, told, host, True, False)


def _lightly(reading: Reading, host: Event, at: int) -> bool:
    """Whether the verb that has a noun of an act for its subject or object only says that it was done."""
    heads = (head(reading, host.objects), head(reading, host.subject))
    return at in heads and not LIGHT.isdisjoint(reading.words[host.head].lemmas)


def _hosts_doer(reading: Reading, host: Event, at: int) -> frozenset[int]:
    """Who does the act behind a light verb: "gave its approval", "a complaint was lodged by"."""
    if host.passive:
        return frozenset(host.agent)
    return frozenset(host.subject) if at in host.objects and not _receives(reading, host) else frozenset()


def _receives(reading: Reading, host: Event) -> bool:
    taking = frozenset(
        "receive get obtain secure suffer undergo see record face win experience witness".split()
    )
    return not taking.isdisjoint(reading.words[host.head].lemmas)


def _start(reading: Reading, at: int) -> int:
    first = at
    while first and reading.tags[first - 1] in ("det", "adj", "noun", "name", "num"):
        first -= 1
    return first


def _end(reading: Reading, at: int) -> int:
    last = at + 1
    while last < len(reading.tags) and reading.tags[last] in _IN_PHRASE:
        if reading.sentence_of[last] != reading.sentence_of[at]:
            break
        last += 1
    return last


def _behind(reading: Reading, at: int, last: int, openers: tuple[str, ...]) -> frozenset[int]:
    """The phrase after the first of some prepositions that follows a noun."""
    start = next((i for i in range(at + 1, last) if reading.words[i].low in openers), -1)
    if start < 0 or (start + 1 < last and reading.tags[start + 1] == "num"):
        return frozenset()
    found: set[int] = set()
    for i in range(start + 1, last):
        if reading.tags[i] in ("prep", "to", "conj") and reading.words[i].low != "of":
            break
        found.add(i)
    return frozenset(found)


def _host(reading: Reading, at: int) -> Event | None:
    """The event whose subject or object has the noun; the nearest."""
    near = [e for e in reading.events if at in e.subject or at in e.objects]
    return min(near, key=lambda e: abs(e.head - at), default=None)


def _mood(reading: Reading, host: Event, at: int, light: bool) -> Mood:
    """How far the sentence says that the act a noun names happened."""
    verb = reading.words[host.head]
    if not _UNREAL.isdisjoint(verb.lemmas) or any(
        not _UNREAL.isdisjoint(reading.words[i].lemmas) for i in host.chain
    ):
        return "possible"
    if light:
        return host.mood
    before = _preposition(reading, at)
    if before:
        return "fact" if before in _AFTER else "possible"
    if at in host.subject and not host.passive:
        return host.mood
    if at in host.subject or not _TELLING.isdisjoint(verb.lemmas):
        return host.mood
    return "possible"


def _preposition(reading: Reading, at: int) -> str:
    """What stands before the noun's phrase, where that is a preposition."""
    first = _start(reading, at)
    if first and reading.tags[first - 1] in ("prep", "to", "sub"):
        return reading.words[first - 1].low
    return ""
