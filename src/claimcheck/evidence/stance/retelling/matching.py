"""Whether two deeds are one: by what is said, by whom, of whom, how many and when."""

from __future__ import annotations

from claimcheck.evidence.stance.align import Pair, is_copula
from claimcheck.evidence.stance.displaced import displaced
from claimcheck.evidence.stance.parties import ERGATIVE
from claimcheck.evidence.stance.phrases import core, head, places
from claimcheck.evidence.stance.quantities import compared
from claimcheck.evidence.stance.reading import Reading
from claimcheck.evidence.stance.retelling.answering import GENERIC, POSITIVE, Answer
from claimcheck.evidence.stance.retelling.tellings import Telling
from claimcheck.extraction.clauses.acts import deeds_of
from claimcheck.extraction.clauses.governors import UNREAL
from claimcheck.extraction.clauses.words import profile_of
from claimcheck.extraction.dates import DateMention, dates_agree


def bears_out(pair: Pair, answer: Answer) -> bool:
    """Whether the passage's deed is the claim's, with all that the claim says of it."""
    ours, theirs = answer.claim, answer.passage
    if answer.missing or answer.absent or theirs.mood != ours.mood or not same_side(pair, answer):
        return False
    if theirs.event is not None and theirs.event.reporter >= 0 and not theirs.event.factive:
        return False
    if _by_office(pair, answer):
        return _figures(pair, answer) and _dates(pair, answer)
    loose = ours.bare and (answer.relation not in ("same", "synonym") or _lasting(pair, ours))
    if loose and not _bare(pair, answer):
        return False
    if answer.relation == "none" and _newly(pair, answer):
        return _figures(pair, answer) and _dates(pair, answer)
    if answer.relation not in (*POSITIVE, "opposite") and not ours.bare:
        return False
    if _hollow(pair.passage, theirs) or _wanted_only(pair, answer) or _passive_gift(answer):
        return False
    if _by_somebody(pair, answer) or _misplaced(pair, answer):
        return False
    return _figures(pair, answer) and _dates(pair, answer) and not crossed(pair, answer)


def same_side(pair: Pair, answer: Answer) -> bool:
    """Whether neither denies what the other says; "nobody may" is "is forbidden"."""
    ours, theirs = answer.claim, answer.passage
    if answer.relation != "opposite":
        return ours.negative == theirs.negative
    words = pair.claim.words[ours.at], pair.passage.words[theirs.at]
    groups = [profile_of(word.lemmas, word.low).groups for word in words]
    either = any(not groups[0].isdisjoint(pair_) and not groups[1].isdisjoint(pair_) for pair_ in _EITHER)
    return either and ours.negative != theirs.negative


_EITHER = tuple(
    frozenset(pair.split())
    for pair in ("allow ban", "open close", "open closed", "survive die", "pass fail", "present absent")
)
"""Of these a thing is one or the other."""


def _bare(pair: Pair, answer: Answer) -> bool:
    """Whether both say what something is, or how much it is, in their other words alone."""
    ours, theirs = answer.claim, answer.passage
    if ours.event is None or theirs.event is None or theirs.noun or not (ours.bare and theirs.bare):
        return False
    if not is_copula(pair.claim, ours.event):
        return any(within(pair.claim, f.start, ours.domain) for f in pair.claim.figures)
    lemma = pair.claim.words[ours.event.head].lemmas[0]
    there = any(pair.claim.words[at].low == "there" for at in ours.event.subject)
    said = ours.at in pair.content and not ours.negative and not there
    return (
        said
        and is_copula(pair.passage, theirs.event)
        and lemma in pair.passage.words[theirs.event.head].lemmas
    )


def _newly(pair: Pair, answer: Answer) -> bool:
    """ "Ana Ruiz has been appointed director" and "the new director is Ana Ruiz"."""
    ours, theirs = answer.claim, answer.passage
    word = pair.claim.words[ours.at]
    chosen = not _CHOOSING.isdisjoint(profile_of(word.lemmas, word.low).groups)
    if not chosen or theirs.event is None or theirs.noun or not is_copula(pair.passage, theirs.event):
        return False
    return theirs.bare and any(pair.passage.words[at].low == "new" for at in theirs.domain)


_CHOOSING = frozenset("appoint elect choose".split())


def _by_office(pair: Pair, answer: Answer) -> bool:
    """Whether the claim names who does it ("is the owner of"), and the passage says so ("owns")."""
    ours, theirs = answer.claim, answer.passage
    if not ours.bare or theirs.bare or theirs.noun or answer.relation != "derived" or _lasting(pair, ours):
        return False
    top = head(pair.claim, sorted(ours.doers))
    there = places(pair, top) if top >= 0 else frozenset()
    agent = bool(deeds_of(pair.claim.words[ours.at])) and not _hollow(pair.passage, theirs)
    return agent and not there.isdisjoint(core(pair.passage, sorted(theirs.doers)))


def _hollow(reading: Reading, telling: Telling) -> bool:
    """ "Anything but sold out", "far from safe"."""
    event = telling.event
    first = min(telling.at, event.start) if event is not None and not telling.noun else telling.at
    before = tuple(reading.words[at].low for at in range(max(0, first - 2), first))
    return before in (("anything", "but"), ("all", "but"), ("far", "from"), ("short", "of"))


def _lasting(pair: Pair, telling: Telling) -> bool:
    """Whether a claim says that something stays or became what it is."""
    event = telling.event
    if event is None or not is_copula(pair.claim, event):
        return False
    word = pair.claim.words[event.head]
    return "be" not in word.lemmas and word.low not in ("'s", "'re")


def _wanted_only(pair: Pair, answer: Answer) -> bool:
    """Whether the passage's deed is what somebody wants: "wants to have it removed"."""
    event, reading = answer.passage.event, pair.passage
    if event is None or answer.passage.noun or event.start != event.head:
        return False
    before = [e for e in reading.events if e.end <= event.start]
    if not before or "mark" in reading.tags[before[-1].end : event.start]:
        return False
    return before[-1].mood != "fact" or not UNREAL.isdisjoint(reading.words[before[-1].head].lemmas)


_SOMEBODY = frozenset("someone somebody anyone anybody others something one".split())


def _by_somebody(pair: Pair, answer: Answer) -> bool:
    """Whether the passage leaves open who did what the claim says of somebody: "someone made a threat"."""
    theirs = {pair.passage.words[at].low for at in answer.passage.doers}
    return bool(theirs & _SOMEBODY) and any(
        pair.claim.tags[at] in ("noun", "name") for at in answer.claim.doers
    )


def _misplaced(pair: Pair, answer: Answer) -> bool:
    """Whether a name of the claim stands in another sentence only, and other names in that of the deed."""
    event = answer.passage.event
    if event is None:
        return False
    number = pair.passage.sentence_of[event.head]
    own = {at for at, of in enumerate(pair.passage.sentence_of) if of == number}
    return displaced(pair, event, own) is not None


def _passive_gift(answer: Answer) -> bool:
    """ "The bishop is given a key": who gets what is told by the verb's own order."""
    event = answer.claim.event
    return (
        event is not None
        and not answer.claim.noun
        and event.passive
        and bool(
            answer.claim.undergoers
            and set(event.objects) - set(event.agent)
            and answer.relation == "converse"
        )
    )


def within(reading: Reading, start: int, words: frozenset[int]) -> bool:
    """Whether a code point lies in one of some words."""
    return any(reading.words[at].start <= start < reading.words[at].end for at in words)


def _figures(pair: Pair, answer: Answer) -> bool:
    """Whether every figure of the claim's deed stands with the passage's."""
    theirs = [f for f in pair.passage.figures if within(pair.passage, f.start, answer.reach)]
    for figure in pair.claim.figures:
        if not within(pair.claim, figure.start, answer.claim.domain) or figure.dimension == "multiple":
            continue
        if not any(compared(pair, figure, other) in ("equal", "compatible") for other in theirs):
            return False
    return True


def _dates(pair: Pair, answer: Answer) -> bool:
    theirs = [d for d in pair.passage.dates if within(pair.passage, d.start, answer.reach)]
    return all(
        any(same_date(pair, mention, other) for other in theirs)
        for mention in pair.claim.dates
        if within(pair.claim, mention.start, answer.claim.domain)
    )


def same_date(pair: Pair, mention: DateMention, other: DateMention) -> bool:
    """Whether two dates may be one, or are told in the same words ("last summer")."""
    if dates_agree(mention, other) in ("equal", "compatible"):
        return True
    ours, theirs = pair.claim.text[mention.start : mention.end], pair.passage.text[other.start : other.end]
    return mention.relative and ours.casefold() == theirs.casefold()


def crossed(pair: Pair, answer: Answer) -> bool:
    """Whether who does it in the claim, or has it done to them, stands elsewhere in the passage's deed."""
    ours, theirs = answer.claim, answer.passage
    doers, undergoers = theirs.doers, theirs.undergoers
    if ours.bare or theirs.bare:
        return ours.bare and theirs.bare and _elsewhere(pair, ours.doers, doers, undergoers)
    if _by_nobody(ours, theirs):
        return True
    if answer.relation == "implied":
        return False
    lone = not ours.undergoers or not undergoers or not doers
    if lone and not ERGATIVE.isdisjoint(pair.claim.words[ours.at].lemmas):
        party = doers or undergoers if not (doers and undergoers) else doers | undergoers
        return _elsewhere(pair, ours.doers or ours.undergoers, party)
    if answer.relation == "converse":
        doers, undergoers = undergoers, doers
    return _elsewhere(pair, ours.doers, doers) or _elsewhere(pair, ours.undergoers, undergoers)


def _by_nobody(ours: Telling, theirs: Telling) -> bool:
    """Whether the claim names who did it behind "by", and the passage's passive names nobody."""
    if ours.event is None or theirs.event is None or ours.noun or theirs.noun:
        return False
    return ours.event.passive and theirs.event.passive and bool(ours.event.agent) and not theirs.event.agent


def _elsewhere(pair: Pair, party: frozenset[int], *others: frozenset[int]) -> bool:
    """Whether the head of a party stands in the passage, but not as what the same party is there."""
    top = head(pair.claim, sorted(party))
    there = places(pair, top) if top >= 0 else frozenset()
    while top > 0 and pair.claim.tags[top] == "name" and top - 1 in party:
        top -= 1
    if there and top >= 0 and pair.claim.tags[top] == "noun":
        there |= places(pair, top)  # "the bakery chain Torvik", "the chain"
    words = frozenset().union(*others)
    if not there or not any(pair.passage.tags[at] in ("noun", "name", "adj") for at in words):
        return False
    heads = frozenset(at for other in others for at in core(pair.passage, sorted(other)))
    vague = all(not GENERIC.isdisjoint(pair.passage.words[at].lemmas) for at in heads)
    return there.isdisjoint(words if vague else heads)
