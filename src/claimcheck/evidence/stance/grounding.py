"""Whether the passage says the claim's words of one another: the same deed, by the same, to the same.

All words of a claim can be answered while the deed is told of another ("killed the driver of the candidate"),
of another part ("withdrew the list of goods exempt from the tariff") or not told at all. Support is kept
back wherever an event of the claim has no event of the passage with the same parties in the same places.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claimcheck.evidence.stance.align import EventMatch, Pair, is_copula, measured, predicate, reports
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.order import find_orders
from claimcheck.evidence.stance.parties import ERGATIVE, mutual
from claimcheck.evidence.stance.phrases import core, governing_preposition, head, places, repeated
from claimcheck.evidence.stance.reading import Reading
from claimcheck.evidence.stance.retraction import taken_back
from claimcheck.extraction.clauses.events import Event

WEIGHT = 0.45
BESIDE = 4
"""Words from a subject within which what stands there is said of it."""
_STANDING = frozenset("be stand lie sit be_located be_based locate base".split())
_MEASURING = frozenset("last measure weigh cost number stand".split())
_PRONOUNS = frozenset("her him them it us me".split())
_TURNING = ("converse", "implied")


def check_grounds(pair: Pair, answered: frozenset[int]) -> list[Finding]:
    """A gap for every event of the claim that no event of the passage bears out; for what is else support.

    Args:
        answered: words of the claim that another comparison has dealt with.
    """
    if repeated(pair):
        return []
    if not pair.claim.events:
        return (
            []
            if _in_order(pair)
            else [_gap(pair, range(len(pair.claim.words)), "what the article says of it")]
        )
    answers = {id(match.claim): match for match in matched(pair)}
    found: list[Finding] = []
    for event in pair.claim.events:
        told = _frames(pair.claim, event) or _timed(pair, event)
        if not told and answered.isdisjoint((event.head, *event.subject, *predicate(pair.claim, event))):
            found += _ungrounded(pair, event, answers.get(id(event)))
    return found


def _in_order(pair: Pair) -> bool:
    """Whether one sentence of the passage has the claim's words one after the other."""
    told = [there for at in pair.content if (there := places(pair, at))]
    firsts = [min(there) for there in told]
    alone = len({pair.passage.sentence_of[at] for at in firsts}) == 1
    return alone and firsts == sorted(firsts)


def _frames(reading: Reading, event: Event) -> bool:
    """Whether an event only reports another one, or only governs it ("decided to")."""
    reporting = reports(reading, event) and any(
        other.reporter >= 0 and reading.events[other.reporter] == event for other in reading.events
    )
    return reporting or any(event.head in other.chain for other in reading.events)


def _ungrounded(pair: Pair, event: Event, match: EventMatch | None) -> Iterator[Finding]:
    who = f"that the source says this of “{pair.claim.phrase(event.subject) or 'it'}”"
    if match is None or match.relation in ("none", "exclusive"):
        if not (_beside(pair, event) or _there(pair, event) or _placed(pair, event)):
            yield _gap(pair, (event.head,), who)
    elif not _doer_answers(pair, match) or not _agent_answers(pair, match):
        yield _gap(pair, (event.head,), who)
    elif not _object_answers(pair, match):
        shown = pair.claim.phrase(event.objects)
        yield _gap(pair, event.objects, f"that the source says so of “{shown}”")


def _timed(pair: Pair, event: Event) -> bool:
    """ "The vote took place before …": the orders in time are compared elsewhere."""
    ordering = any(word.low in ("before", "after", "until") for word in pair.passage.words)
    return event.head not in pair.content and ordering and bool(find_orders(pair.claim))


def _gap(pair: Pair, words: Collection[int], text: str) -> Finding:
    span = pair.claim.span(min(words), max(words)) if words else None
    return Finding("gap", "ungrounded", WEIGHT, Reason(f"not covered: {text}", span))


def _beside(pair: Pair, event: Event) -> bool:
    """Whether what a copula predicates stands beside or around the subject in the passage."""
    skipped = measured(pair.claim)
    measuring = event.head not in pair.content or pair.claim.words[event.head].lemmas[0] in _MEASURING
    if event.negative or not (is_copula(pair.claim, event) or (measuring and skipped)):
        return False
    subject = places(pair, head(pair.claim, event.subject))
    said = predicate(pair.claim, event) if is_copula(pair.claim, event) else ()
    wanted = [at for at in said if at not in skipped and at in pair.matches]
    there = [places(pair, at) for at in wanted]
    if not there and any(at in skipped for at in event.objects):
        there = [frozenset(measured(pair.passage))]  # "The tunnel, 8 kilometres long,"
    near = [any(abs(one - at) <= BESIDE for one in told for at in subject) for told in there]
    return bool(near) and all(near)


def _there(pair: Pair, event: Event) -> bool:
    """ "There are 68 trees in the orchard": all of it in one event of the passage."""
    if not is_copula(pair.claim, event) or [pair.claim.words[at].low for at in event.subject] != ["there"]:
        return False
    wanted = [there for at in event.objects if (there := places(pair, at))]
    back = taken_back(pair.passage)
    told = [e for number, e in enumerate(pair.passage.events) if number not in back and e.mood == "fact"]
    return bool(wanted) and any(
        all(there & {*other.subject, other.head, *other.objects} for there in wanted)
        for other in told
        if other.negative == event.negative
    )


def _placed(pair: Pair, event: Event) -> bool:
    """ "The clinic is in Kenya" and "The clinic stands on a hill outside Nairobi"."""
    if not is_copula(pair.claim, event) or event.negative:
        return False
    subject = places(pair, head(pair.claim, event.subject))
    said = [there for at in event.objects if (there := places(pair, at))]
    measures = any(at in measured(pair.claim) for at in event.objects)
    for other in pair.passage.events:
        if other.negative or pair.passage.words[other.head].lemmas[0] not in _STANDING:
            continue
        told = subject & core(pair.passage, other.subject)
        if told and (said or measures) and all(s & set(other.objects) for s in said):
            return True
    return False


def _doer_answers(pair: Pair, match: EventMatch) -> bool:
    """Whether who does (or, in the passive, suffers) it in the claim does so in the passage."""
    ours, theirs = match.claim, match.passage
    subject = head(pair.claim, ours.subject)
    there = places(pair, subject)
    if not there or pair.claim.tags[subject] not in ("noun", "name"):
        return True  # what is not there at all, another check tells
    if (
        pair.claim.words[ours.head].lemmas[0] in ERGATIVE
        and not theirs.agent
        and _undergoes(pair, match, there)
    ):
        return True
    if match.relation in _TURNING:
        other = {*theirs.objects, *theirs.agent, *(theirs.subject if theirs.passive else ())}
        alike = match.relation == "implied" and not theirs.objects
        return bool(there & other) or (alike and _in_place(pair, there, theirs))
    passive = theirs.passive and not _active(pair.passage, theirs)
    if ours.passive == passive:
        return _in_place(pair, there, theirs)
    if passive:
        undergone = not ours.objects or pair.claim.tags[ours.objects[0]] not in _OPENING  # "went to jail"
        return _by_whom(pair, there, theirs) or (undergone and _in_place(pair, there, theirs))
    return bool(there & core(pair.passage, theirs.objects))


def _by_whom(pair: Pair, there: frozenset[int], event: Event) -> bool:
    """Whether one of these words heads the phrase after "by"; of "by 61 per cent of members" any."""
    if not event.agent:
        return False
    named = any(pair.passage.tags[at] in ("noun", "name") for at in event.agent)
    return bool(there & (core(pair.passage, event.agent) if named else {*event.agent, *event.objects}))


def _undergoes(pair: Pair, match: EventMatch, there: frozenset[int]) -> bool:
    """ "The brewery doubled its profits" and "Profits at the brewery doubled"; "Mali met Togo" either way."""
    passage, event = pair.passage, match.passage
    parties = {*event.subject, *event.objects}
    if _transitive(pair.claim, match.claim) and not _transitive(passage, event):
        return bool(there & parties)
    if _transitive(pair.claim, match.claim):
        agent = {
            i for i in event.subject if passage.words[max(governing_preposition(passage, i), 0)].low == "by"
        }
        return (mutual(pair) and bool(there & parties)) or bool(there & agent)
    return bool(
        there & (core(passage, event.subject) | core(passage, event.objects) | _next_to(passage, event))
    )


def _transitive(reading: Reading, event: Event) -> bool:
    return bool(event.objects) and reading.tags[event.objects[0]] in _OPENING


def _next_to(reading: Reading, event: Event) -> frozenset[int]:
    """The noun right before a verb that no preposition governs: "In the end the factory closed"."""
    last = first = event.start - 1
    while first >= 0 and reading.tags[first] in ("adj", "noun", "name"):
        first -= 1
    governed = (
        first < 0 or reading.tags[first] != "det" or (first and reading.tags[first - 1] in ("prep", "to"))
    )
    return frozenset() if governed or first == last else frozenset((last,))


def _active(reading: Reading, event: Event) -> bool:
    """ "The ship, which had …, left harbour": a participle by its form that has an object of its own."""
    bare = event.start == event.head and not event.agent
    return bare and bool(event.objects) and reading.tags[event.objects[0]] in _OPENING


def _agent_answers(pair: Pair, match: EventMatch) -> bool:
    """Whether who does it in a passive claim does it in the passage."""
    ours, theirs = match.claim, match.passage
    doer = head(pair.claim, ours.agent) if ours.passive else -1
    there = places(pair, doer)
    if not there or pair.claim.tags[doer] not in ("noun", "name") or match.relation in _TURNING:
        return True
    return _by_whom(pair, there, theirs) if theirs.passive else _in_place(pair, there, theirs)


def _in_place(pair: Pair, there: frozenset[int], event: Event) -> bool:
    """Whether an event's subject is one of these words, or a pronoun that may stand for them."""
    passage = pair.passage
    top = head(passage, event.subject)
    if there & _before_commas(passage, event):
        return True
    if top >= 0 and passage.tags[top] not in ("pron", "num"):
        return bool(there & core(passage, event.subject))
    sentence = passage.sentence_of[event.head]
    if top >= 0 and passage.tags[top] == "num":  # "of its 30 wells, 24 have dried up"
        return any(at < event.head and passage.sentence_of[at] == sentence for at in there)
    if top >= 0 and is_copula(passage, event) and there & core(passage, event.objects):
        return True  # "It is Norway's longest tunnel"
    near = [
        e
        for e in passage.events
        if e.head < event.head and passage.sentence_of[e.head] in (sentence, sentence - 1)
    ]
    return any(there & {*core(passage, e.subject), *core(passage, e.objects)} for e in near)


def _before_commas(reading: Reading, event: Event) -> frozenset[int]:
    """The phrase that opens the sentence, where a comma stands behind it and just before the verb."""
    number = reading.sentence_of[event.head]
    if not event.start or reading.words[event.start - 1].low != ",":
        return frozenset()
    first = next(at for at, sentence in enumerate(reading.sentence_of) if sentence == number)
    comma = next(at for at in range(first, event.start) if reading.words[at].low == ",")
    return core(reading, range(first, comma))


def _object_answers(pair: Pair, match: EventMatch) -> bool:
    """Whether the claim's direct object is what the passage's deed is done to."""
    ours, theirs = match.claim, match.passage
    plain = match.relation in ("same", "synonym") and not is_copula(pair.claim, ours) and not ours.passive
    if not plain or not ours.objects or pair.claim.tags[ours.objects[0]] not in _OPENING:
        return True
    top = head(pair.claim, ours.objects)
    there = places(pair, top)
    if not there or pair.claim.tags[top] not in ("noun", "name") or top in measured(pair.claim):
        return True
    if _lone_pronoun(pair.claim, ours) or pair.claim.words[ours.objects[0]].low.endswith("ing"):
        return True
    if pair.claim.words[ours.head].lemmas[0] in ERGATIVE and there & core(pair.passage, theirs.subject):
        return True
    if theirs.passive and not _active(pair.passage, theirs):
        return _in_place(pair, there, theirs)
    direct = head(pair.passage, theirs.objects)
    if direct >= 0 and pair.passage.tags[direct] == "pron":
        return any(at < theirs.head for at in there)
    return bool(there & core(pair.passage, theirs.objects))


def _lone_pronoun(reading: Reading, event: Event) -> bool:
    """ "elected her", not "sold her house"."""
    first = event.objects[0]
    follows = reading.tags[first + 1] if first + 1 < len(reading.tags) else "mark"
    return reading.words[first].low in _PRONOUNS and follows not in ("noun", "name", "adj", "num")


_OPENING = ("det", "adj", "noun", "name", "num")
"""Tags that a direct object begins with."""
