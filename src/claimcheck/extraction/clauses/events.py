"""Who did what: the events of a sentence, with parties, negation, mood and reporter, by shallow rules."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from typing import Literal

from claimcheck.extraction.clauses.governors import (
    ALLEGED,
    ALLEGING,
    CONDITIONS,
    DOUBTED,
    ESTABLISHING,
    FAILING,
    HEDGES,
    MODAL_FUTURE,
    POSSIBILITY,
    PROSPECTS,
    RECORDS,
    REPORTING,
    SETTLED,
    UNABLE,
    UNREAL,
    UNSETTLED,
)
from claimcheck.extraction.clauses.segments import Segment, find_groups, find_segments
from claimcheck.extraction.clauses.tags import Tag, before_doer, tag_words
from claimcheck.extraction.clauses.words import Word, read_words

Mood = Literal["fact", "future", "possible", "planned", "alleged", "condition"]
_NOMINAL = ("noun", "name", "pron", "num")
_ASKING = frozenset("ask tell urge order want expect invite force".split())
_OPEN = frozenset("likely unlikely due set ready yet about".split())
_CIRCULATING = frozenset("spread circulate persist abound emerge surface swirl".split())
_COMPARED = ("fewer", "less", "more")
_NO = frozenset("no nobody no_one none nothing neither nor".split())


@dataclass(frozen=True, slots=True)
class Event:
    """One predicate of a text; all numbers are indices of words.

    Attributes:
        head: the verb that carries the meaning, or the copula.
        chain: the verbs that govern it within its group ("plans to build": plan).
        subject, objects, agent: words of the party before the verb, of all that follows it, and after "by".
        denials: the words that negate it; an odd number makes it negative.
        mood: how far it is asserted; ``hedge`` is the word that says so.
        reporter: index of the event that reports it, or -1.
        opener: the word that opens its clause ("although", "which", "after"), or -1.
    """

    head: int
    start: int
    end: int
    passive: bool
    subject: tuple[int, ...]
    objects: tuple[int, ...]
    agent: tuple[int, ...]
    denials: tuple[int, ...]
    mood: Mood
    hedge: int
    chain: tuple[int, ...] = ()
    reporter: int = -1
    opener: int = -1
    factive: bool = False

    @property
    def negative(self) -> bool:
        """Whether it says that something did not happen."""
        return len(self.denials) % 2 == 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence taken apart; word offsets count in the whole text."""

    words: list[Word]
    tags: list[Tag]
    events: list[Event] = field(default_factory=list)


def read_sentence(text: str) -> Sentence:
    """The events of one sentence; time linear in its length."""
    words = read_words(text)
    tags = tag_words(words)
    return Sentence(words, tags, _events(words, tags))


def _events(words: list[Word], tags: list[Tag]) -> list[Event]:
    segments = find_segments(words, tags, find_groups(words, tags))
    events: list[Event] = []
    owners: list[int] = []
    for number, segment in enumerate(segments):
        for place in range(len(segment.groups)):
            events.append(_event(words, tags, segments, number, place, events, owners))
            owners.append(number)
    events = _forward_subjects(events, owners, segments)
    return _reported(words, events, segments, owners)


def _event(
    words: list[Word],
    tags: list[Tag],
    segments: list[Segment],
    number: int,
    place: int,
    events: list[Event],
    owners: list[int],
) -> Event:
    segment = segments[number]
    start, end = segment.groups[place]
    verbs = [at for at in range(start, end) if tags[at] in ("verb", "part", "ing")]
    head = verbs[-1] if verbs else max(at for at in range(start, end) if tags[at] in ("aux", "modal", "to"))
    subject = _subject(words, tags, segments, number, place, events, owners)
    objects = _objects(words, tags, segments, number, place, end)
    auxiliary = _last_auxiliary(words, tags, start, head) in ("be", "get", "'s", "'re")
    bare = _last_auxiliary(words, tags, start, head) == ""
    passive = tags[head] == "part" and (
        auxiliary or (bare and (not subject or _bare_participle(tags, start) or before_doer(words, head)))
    )
    agent = _agent(words, tags, objects)
    chain = tuple(verbs[:-1]) or _governor(words, tags, events, start)
    mood, hedge = _mood(words, tags, segment, start, end, head, chain)
    denials = _denials(words, tags, start, end, head, chain, subject, objects, events)
    return Event(
        head, start, end, passive, subject, objects, agent, denials, mood, hedge, chain, -1, segment.opener
    )


def _last_auxiliary(words: list[Word], tags: list[Tag], start: int, head: int) -> str:
    """The lemma of the auxiliary nearest before the verb, or empty."""
    return next((words[at].lemmas[0] for at in range(head - 1, start - 1, -1) if tags[at] == "aux"), "")


def _bare_participle(tags: list[Tag], start: int) -> bool:
    return start == 0 or tags[start - 1] in ("mark", "conj", "sub")


def _nominal(tags: list[Tag], at: range) -> tuple[int, ...]:
    return tuple(at) if any(tags[i] in _NOMINAL for i in at) else ()


def _subject(
    words: list[Word],
    tags: list[Tag],
    segments: list[Segment],
    number: int,
    place: int,
    events: list[Event],
    owners: list[int],
) -> tuple[int, ...]:
    segment = segments[number]
    start = segment.groups[place][0]
    region = range(segment.groups[place - 1][1] if place else segment.start, start)
    own = _nominal(tags, region)
    if own and place and tags[own[0]] in ("prep", "to"):
        return (*events[-1].subject, *own)  # "A company based in Chicago bought"
    if own:
        return own
    if place:
        return events[-1].subject
    opener = segment.opener
    if opener >= 0 and words[opener].low == "that" and _cleft(words, tags, events, opener):
        return events[-1].objects
    if opener < 0 or not number:
        return ()
    if tags[opener] == "rel":
        return _antecedent(tags, segments[number - 1])
    return _earlier_subject(tags, segments, number, events, owners)


def _cleft(words: list[Word], tags: list[Tag], events: list[Event], opener: int) -> bool:
    """ "It was the bank that sold": the verb's subject is what the copula names."""
    if not events or not events[-1].objects or events[-1].objects[-1] != opener - 1:
        return False
    before = events[-1]
    named = any(tags[at] in ("noun", "name") for at in before.objects)
    lone = len(before.subject) == 1 and words[before.subject[0]].low == "it"
    return lone and named and words[before.head].lemmas[0] == "be"


def _antecedent(tags: list[Tag], before: Segment) -> tuple[int, ...]:
    """The noun phrase that ends the segment before a relative."""
    at = before.end
    while at > before.start and tags[at - 1] in ("noun", "name", "num", "adj", "det"):
        at -= 1
    return tuple(range(at, before.end))


def _earlier_subject(
    tags: list[Tag], segments: list[Segment], number: int, events: list[Event], owners: list[int]
) -> tuple[int, ...]:
    """Back over relative clauses and appositions to the noun phrase or event the verb belongs to."""
    loose: list[int] = []
    for earlier in range(number - 1, -1, -1):
        segment = segments[earlier]
        relative = segment.opener >= 0 and tags[segment.opener] in ("rel", "sub")
        if segment.groups and relative and earlier:
            continue
        if segment.groups:
            if loose:
                break
            first = next((i for i, owner in enumerate(owners) if owner == earlier), None)
            return events[first].subject if first is not None else ()
        loose = [*range(segment.start, segment.end), *loose]
    return tuple(loose) if any(tags[at] in _NOMINAL for at in loose) else ()


def _objects(
    words: list[Word], tags: list[Tag], segments: list[Segment], number: int, place: int, end: int
) -> tuple[int, ...]:
    """All that follows the verb up to the next verb group, and segments without a verb that hang on it."""
    segment = segments[number]
    stop = segment.groups[place + 1][0] if place + 1 < len(segment.groups) else segment.end
    found = list(range(end, stop))
    if place + 1 == len(segment.groups):
        loose: list[int] = []
        for later in segments[number + 1 :]:
            if later.groups and later.groups[0][0] == later.start and tags[later.opener] == "mark":
                loose = []  # what stands between is the subject of the next verb
            if (
                later.groups
                or tags[later.opener] not in ("mark", "sub", "conj")
                or words[later.opener].low in ";:"
            ):
                break
            loose.extend(range(later.opener, later.end))
        found.extend(loose)
    return tuple(found)


def _agent(words: list[Word], tags: list[Tag], objects: tuple[int, ...]) -> tuple[int, ...]:
    for place, at in enumerate(objects):
        if words[at].low == "by":
            end = next(
                (
                    i
                    for i in range(place + 1, len(objects))
                    if tags[objects[i]] in ("prep", "mark", "to") and words[objects[i]].low != "of"
                ),
                None,
            )
            return objects[place + 1 : end]
    return ()


def _governor(words: list[Word], tags: list[Tag], events: list[Event], start: int) -> tuple[int, ...]:
    """The verb or adjective a "to", "of" or "-ing" group hangs on."""
    if not events:
        return ()
    linked = tags[start] in ("to", "ing") or (start and words[start - 1].low in ("of", "from"))
    between = tags[events[-1].end : start]
    if not linked or "mark" in between or "conj" in between or "sub" in between:
        return ()
    near = [
        at
        for at in range(max(events[-1].end, start - 3), start)
        if words[at].low in _OPEN or words[at].low in UNABLE or words[at].low in PROSPECTS
    ]
    return (*events[-1].chain, events[-1].head, *near)


def _mood(
    words: list[Word],
    tags: list[Tag],
    segment: Segment,
    start: int,
    end: int,
    head: int,
    chain: tuple[int, ...],
) -> tuple[Mood, int]:
    opener = segment.opener
    if opener >= 0 and words[opener].low in CONDITIONS:
        return "condition", opener
    if opener > 0 and words[opener].low == "that" and (doubted := _doubted(words, opener - 1)):
        return doubted, opener - 1
    for at in chain:
        lemma = words[at].lemmas[0]
        if lemma in ALLEGING and (tags[at] == "part" or words[max(0, start - 1)].low == "of"):
            return "alleged", at
        if lemma in UNREAL or words[at].low in UNREAL or words[at].low in PROSPECTS:
            return "planned", at
        if lemma in SETTLED or words[at].low in SETTLED:
            once = any(words[i].low in ("was", "were") for i in range(max(0, at - 2), at))
            return ("planned" if once else "future"), at  # "was due to open": perhaps it did not
    if start > 1 and words[start - 1].low in ("for", "of", "with") and words[start - 2].low in ALLEGED:
        return "alleged", start - 2
    for at in range(start, end):
        low = words[at].low
        if low in HEDGES or (words[at].lemmas[0] == "can" and tags[at] == "modal"):
            return "possible", at
        if (
            low == "to"
            and at > start
            and words[at - 1].low in ("was", "were")
            and words[at + 1].low == "have"
        ):
            return "planned", at  # "was to have opened": it did not, then
    for at in range(start, head):
        if tags[at] == "modal" and words[at].lemmas[0] in MODAL_FUTURE | POSSIBILITY:
            return "future", at
    return "fact", -1


def _doubted(words: list[Word], at: int) -> Mood | None:
    """ "Rumours that …", "it is possible that …": what follows is not asserted."""
    if words[at].lemmas[0] in UNSETTLED:
        return "possible"
    near = at - 1 if words[at].lemmas[0] in _CIRCULATING and at else at  # "rumours spread that"
    return "alleged" if any(lemma in DOUBTED for lemma in words[near].lemmas) else None


def _denials(
    words: list[Word],
    tags: list[Tag],
    start: int,
    end: int,
    head: int,
    chain: tuple[int, ...],
    subject: tuple[int, ...],
    objects: tuple[int, ...],
    events: list[Event],
) -> tuple[int, ...]:
    found = [at for at in range(start, end) if tags[at] == "not" and words[at].low != "nor"]
    if start > 1 and words[start - 1].low in ("once", "ever", "even", "again") and tags[start - 2] == "not":
        found.append(start - 2)
    found += [at for at in chain if words[at].lemmas[0] in FAILING or words[at].low in UNABLE]
    found += [at for at in chain if words[at].lemmas[0] == "rule" and words[at + 1].low == "out"]
    if chain and events and events[-1].head in chain and words[events[-1].head].lemmas[0] not in _ASKING:
        found += [at for at in events[-1].denials if at not in found]
    found += _other_than(words, objects)
    before = words[start - 1].low if start else ""
    if (before == "yet" and tags[start] == "to") or any(
        words[at].low == "yet" and tags[at] == "adv" and words[at + 1].low == "to"
        for at in range(start, end - 1)
    ):
        found.append(start)
    if any(
        words[at].low == "no" and at + 1 < len(words) and words[at + 1].low == "longer"
        for at in range(max(0, start - 2), start)
    ):
        found.append(max(0, start - 2))
    if start and words[start - 1].low == "without" and tags[start] == "ing":
        found.append(start - 1)
    found += [at for at in subject[:3] if words[at].low in _NO and words[at + 1].low not in _COMPARED]
    but = any(words[at].low == "but" for at in objects[:10])  # "sold not the barn but the orchard"
    for at in objects[:2]:
        if words[at].low in ("no", "nothing", "nobody", "none") or (
            tags[at] == "not" and at == objects[0] and not but
        ):
            found.append(at)
    return tuple(dict.fromkeys(found))


def _other_than(words: list[Word], objects: tuple[int, ...]) -> list[int]:
    """ "something other than", "anything but"."""
    lows = [words[at].low for at in objects[:6]]
    pairs = list(itertools.pairwise(lows))
    return [objects[i] for i, pair in enumerate(pairs) if pair in (("other", "than"), ("anything", "but"))]


def _forward_subjects(events: list[Event], owners: list[int], segments: list[Segment]) -> list[Event]:
    """An opening participle ("Born in Lisbon, the painter …") shares the subject of the next clause."""
    filled = list(events)
    for at in range(len(filled) - 2, -1, -1):
        if not filled[at].subject and owners[at + 1] == owners[at] + 1:
            filled[at] = replace(filled[at], subject=filled[at + 1].subject)
    return filled


def _reported(
    words: list[Word], events: list[Event], segments: list[Segment], owners: list[int]
) -> list[Event]:
    """Ties every event to the one that reports it: after "X said (that)", or before a closing ", X said"."""
    result = list(events)
    for number, event in enumerate(events):
        lemmas = words[event.head].lemmas
        saying = any(lemma in REPORTING or lemma in ESTABLISHING for lemma in lemmas)
        if not saying or _in_passing(words, event):
            continue
        if "accord" in lemmas:
            event = result[number] = replace(event, subject=event.objects[1:])
        factive = _factive(words, event)
        for other in _governed(words, events, number, owners):
            if result[other].reporter < 0 and other != number:
                result[other] = replace(result[other], reporter=number, factive=factive)
    return result


def _in_passing(words: list[Word], event: Event) -> bool:
    """ "Not 40, as first reported": what was said before of something, in two words."""
    before = [word.low for word in words[max(0, event.start - 2) : event.start]]
    return event.start == event.head and before[-1:] != ["as"] and before[:1] == ["as"]


def _factive(words: list[Word], event: Event) -> bool:
    lemmas = words[event.head].lemmas
    speaker = event.agent if event.passive else event.subject
    record = any(words[at].low in RECORDS or words[at].lemmas[0] in RECORDS for at in speaker)
    return any(lemma in ESTABLISHING for lemma in lemmas) or record


def _governed(words: list[Word], events: list[Event], number: int, owners: list[int]) -> list[int]:
    event = events[number]
    if "accord" in words[event.head].lemmas:
        return [at for at in range(len(events)) if at != number]
    after: list[int] = []
    for later in range(number + 1, len(events)):
        between = [words[at].low for at in range(events[later - 1].end, events[later].start)]
        if any(mark in (";", "but", ".") for mark in between):
            break
        if later == number + 1 and not _content_follows(words, event, events[later]):
            break
        after.append(later)
    if after:
        return after
    closing = all(words[at].low in (".", ",", "”", '"', "'") or not words[at].is_word for at in event.objects)
    if not closing:
        return []
    before: list[int] = []
    for earlier in range(number - 1, -1, -1):
        between = [words[at].low for at in range(events[earlier].end, events[earlier + 1].start)]
        if ";" in between or "." in between:
            break
        before.append(earlier)
    return before


def _content_follows(words: list[Word], event: Event, other: Event) -> bool:
    """Whether the next verb lies in what was said: directly, after "that", or as "denied doing"."""
    between = range(event.end, other.start)
    lows = [words[at].low for at in between]
    if "that" in lows or (other.chain and event.head in other.chain):
        return True
    return not any(low in (",", "and", "after", "before", "when", "which", "who") for low in lows)
