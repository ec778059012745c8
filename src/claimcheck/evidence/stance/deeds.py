"""Events of the claim against events of the passage: polarity, mood and reporter."""

from __future__ import annotations

from claimcheck.evidence.stance.align import EventMatch, Pair, reports, same_speaker
from claimcheck.evidence.stance.manner import manner_denied
from claimcheck.evidence.stance.model import Finding, Reason, Span
from claimcheck.evidence.stance.ranking import SUPERLATIVES
from claimcheck.evidence.stance.reading import Reading
from claimcheck.evidence.stance.retraction import taken_back
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.governors import DENYING

LEAST_SCORE = 0.55
"""Two events below this are not about the same thing."""


def matched(pair: Pair) -> list[EventMatch]:
    """The claim's events that the passage answers."""
    return [match for match in pair.events if match is not None and match.score >= LEAST_SCORE]


def check_deeds(pair: Pair) -> list[Finding]:
    """Findings on polarity, mood and reporter of every event the passage answers."""
    back = taken_back(pair.passage)
    own = taken_back(pair.claim)
    findings: list[Finding] = []
    for match in matched(pair):
        findings += _check(pair, match, back, own)
    return findings


def _check(pair: Pair, match: EventMatch, back: frozenset[int], own: frozenset[int]) -> list[Finding]:
    retracted = _number(pair.passage, match.passage) in back
    weaker = None if retracted else _weaker(pair, match) or _reporter(pair, match) or _over(pair, match)
    flip = _flipped(pair, match, back, own)
    if match.relation == "opposite" and _yet_to_come(match):
        text = f"the source only says: {_said(pair.passage, match.passage, match.words[1])}"
        weaker = weaker or Finding("gap", "date", 0.6, Reason(text))
    if flip and not weaker:
        return [_contrary(pair, match, retracted)]
    weaker = weaker or _less_denied(pair, match)
    return [weaker] if weaker else []


def _less_denied(pair: Pair, match: EventMatch) -> Finding | None:
    """ "Nobody was seriously hurt" does not say that nobody was hurt; the other way round it is so."""
    both = match.claim.negative and match.passage.negative
    if not (both and manner_denied(pair.passage, match.passage, pair.claim)) and not _neither(pair, match):
        return None
    theirs = _said(pair.passage, match.passage, match.words[1])
    spans = _span(pair.claim, match.claim, match.words[0]), _span(pair.passage, match.passage, match.words[1])
    return Finding("gap", "modality", 0.6, Reason(f"the source only says: {theirs}", *spans))


def _neither(pair: Pair, match: EventMatch) -> bool:
    """ "Found him neither guilty nor innocent": a denial behind the object, of which the claim has none."""
    behind = (at for at in match.passage.objects if at not in match.passage.denials)
    denied = any(pair.passage.words[at].low == "neither" for at in behind)
    return denied and all(word.low != "neither" for word in pair.claim.words)


def _number(reading: Reading, event: Event) -> int:
    return reading.events.index(event)


def _flipped(pair: Pair, match: EventMatch, back: frozenset[int], own: frozenset[int]) -> bool:
    if match.claim.negative and not match.passage.negative and _last_time(pair, match):
        return False
    if match.relation == "opposite" and _not_all(pair.passage, match.passage):
        return False
    if match.relation == "implied" and match.passage.negative and not match.claim.negative:
        return False  # not arrested, and suspected all the same
    if match.relation == "opposite" and (_other_amounts(pair, match) or _yet_to_come(match)):
        return False
    if match.passage.negative and _outdone(pair, match):
        return False
    if match.passage.negative and _not_all(pair.claim, match.claim):
        return False
    if match.passage.negative and not match.claim.negative and _until(pair.passage, match.passage):
        return False  # "did not reopen until February": it did then
    sides = [
        match.claim.negative,
        match.passage.negative,
        match.relation == "opposite",
        _number(pair.passage, match.passage) in back,
        _number(pair.claim, match.claim) in own,
        _excepted(pair, match),
        _denied(pair.claim, match.claim),
        _denied(pair.passage, match.passage) and match.claim.reporter >= 0,
        _not_left(pair.passage, match.passage) != _not_left(pair.claim, match.claim),
    ]
    return sum(sides) % 2 == 1


def _not_left(reading: Reading, event: Event) -> bool:
    """ "Did not leave a question unanswered"."""
    return any(
        other.negative and event.head in other.objects and "leave" in reading.words[other.head].lemmas
        for other in reading.events
    )


def _other_amounts(pair: Pair, match: EventMatch) -> bool:
    """ "One of the four is open" and "three of the four are closed" say one thing."""
    amounts = [
        {f.low for at in event.subject for f in reading.figures if f.start == reading.words[at].start}
        for reading, event in ((pair.claim, match.claim), (pair.passage, match.passage))
    ]
    return bool(amounts[0] and amounts[1]) and amounts[0] != amounts[1]


def _yet_to_come(match: EventMatch) -> bool:
    """ "Will join" and "has left": the one does not rule out the other."""
    return match.claim.mood in ("future", "planned") and match.passage.mood == "fact"


def _outdone(pair: Pair, match: EventMatch) -> bool:
    """ "Nobody is younger than she is" says that she is the youngest."""
    than = any(pair.passage.words[at].low == "than" for at in match.passage.objects)
    return than and any(word.low in SUPERLATIVES for word in pair.claim.words)


_EXCEPTING = (
    ("except",),
    ("apart", "from"),
    ("with", "the", "exception", "of"),
    ("excluding",),
    ("save", "for"),
)


def _excepted(pair: Pair, match: EventMatch) -> bool:
    """ "All signed except Malta": what the claim says of Malta is said of all the others."""
    lows = [word.low for word in pair.passage.words]
    after = {
        at
        for opening in _EXCEPTING
        for start in range(len(lows))
        if tuple(lows[start : start + len(opening)]) == opening
        for at in range(start, len(lows))
        if pair.passage.sentence_of[at] == pair.passage.sentence_of[start]
    }
    party = match.claim.agent if match.claim.passive and match.claim.agent else match.claim.subject
    named = [m.other.start for m in pair.names if m.other and m.kinship == "same" and m.name.start in party]
    told = [m.index for at in party for m in pair.matches.get(at, ())[:1] if m.strength]
    return bool(named or told) and all(at in after for at in (named or told))


def _not_all(reading: Reading, event: Event) -> bool:
    lows = [reading.words[at].low for at in event.subject[:3]]
    before = reading.words[event.subject[0] - 1].low if event.subject and event.subject[0] else ""
    return [before, *lows][:2] in (["not", "all"], ["not", "every"]) or lows[:2] in (
        ["not", "all"],
        ["not", "every"],
    )


def _until(reading: Reading, event: Event) -> bool:
    last = max((event.end - 1, *event.objects))
    following = reading.words[last + 1].low if last + 1 < len(reading.words) else ""
    return following == "until" or any(reading.words[at].low == "until" for at in event.objects)


def _long_ago(reading: Reading, event: Event) -> bool:
    """ "Until last spring it was open": a limit that opens the sentence."""
    number = reading.sentence_of[event.head]
    own = (i for i in range(event.start) if reading.sentence_of[i] == number)
    return any(reading.words[i].low in ("until", "till", "formerly", "once") for i in own)


def _over(pair: Pair, match: EventMatch) -> Finding | None:
    """A state that the passage ends ("led the party until May") is not one of the present."""
    low = pair.claim.words[match.claim.head].low
    present = low in ("is", "are", "'s") or (low.endswith("s") and low not in ("was", "has", "does"))
    its = pair.passage.words[match.passage.head].low
    past = its == "was" or not its.endswith("s")
    ended = _until(pair.passage, match.passage) or _long_ago(pair.passage, match.passage)
    if not (present and past and ended) or match.passage.negative:
        return None
    text = (
        f"the source says it only of the past: {_said(pair.passage, match.passage, match.words[1])} … until"
    )
    span = _span(pair.passage, match.passage, match.words[1])
    return Finding("gap", "date", 0.8, Reason(text, _span(pair.claim, match.claim, match.words[0]), span))


def _last_time(pair: Pair, match: EventMatch) -> bool:
    """ "has not erupted since 1969" and "last erupted in 1969" say one thing."""
    since = any(pair.claim.words[at].low == "since" for at in match.claim.objects)
    last = any(
        pair.passage.words[at].low == "last" for at in (*match.passage.subject[-1:], match.passage.start)
    )
    return since and last


def _denied(reading: Reading, event: Event) -> bool:
    if event.reporter < 0:
        return False
    return any(lemma in DENYING for lemma in reading.words[reading.events[event.reporter].head].lemmas)


def _contrary(pair: Pair, match: EventMatch, retracted: bool) -> Finding:
    ours, theirs = (
        _said(pair.claim, match.claim, match.words[0]),
        _said(pair.passage, match.passage, match.words[1]),
    )
    text = f"source: {theirs}; article: {ours}"
    if retracted:
        text = f'the source reports "{theirs}" and then says that it is not so'
    spans = _span(pair.claim, match.claim, match.words[0]), _span(pair.passage, match.passage, match.words[1])
    denial = match.relation != "opposite" and match.claim.negative != match.passage.negative and not retracted
    check = "denial" if denial else "polarity"
    sure = match.overlap >= 0.5 or (match.overlap >= 0.34 and pair.near >= 0.7)
    sure = sure and not (denial and (_left_out(pair, match) or only_how(pair, match)))
    weight = min(0.95, 0.35 + 0.6 * match.score)
    return Finding("contradiction" if sure else "gap", check, weight if sure else 0.5, Reason(text, *spans))


def only_how(pair: Pair, match: EventMatch) -> bool:
    """Whether one of the two denies only how the deed was done, of which the other says nothing."""
    if match.claim.negative:
        return manner_denied(pair.claim, match.claim, pair.passage)
    return manner_denied(pair.passage, match.passage, pair.claim)


_LEAVING_OUT = frozenset("outside without except beyond elsewhere instead".split())


def _left_out(pair: Pair, match: EventMatch) -> bool:
    """ "Is held outside the capital" and "is not held in the capital" deny nothing of one another."""
    sides = ((pair.claim, match.claim), (pair.passage, match.passage))
    found = [{reading.words[at].low for at in event.objects} & _LEAVING_OUT for reading, event in sides]
    return found[0] != found[1]


def _said(reading: Reading, event: Event, word: int) -> str:
    first, last = _range(reading, event, word)
    return reading.text[reading.words[first].start : reading.words[last].end]


def _range(reading: Reading, event: Event, word: int) -> tuple[int, int]:
    denials = [at for at in event.denials if reading.sentence_of[at] == reading.sentence_of[event.head]]
    return min(event.start, word, *denials), max(event.end - 1, word)


def _span(reading: Reading, event: Event, word: int) -> Span:
    return reading.span(*_range(reading, event, word))


def _weaker(pair: Pair, match: EventMatch) -> Finding | None:
    """The passage leaves open what the claim asserts."""
    mine, its = match.claim.mood, "fact" if match.governing else match.passage.mood
    if its == "fact" or its == mine or (mine in ("possible", "condition") and its not in ("alleged",)):
        return None
    if its == "future" and (mine == "planned" or not _happened(pair.claim, match.claim)):
        return None
    hedge = match.passage.hedge
    shown = pair.passage.words[hedge].text if hedge >= 0 else its
    text = f'the source only says "{shown}" ({_MOODS[its]}); the article states it as {_MOODS[mine]}'
    span = pair.passage.span(hedge, hedge) if hedge >= 0 else None
    return Finding(
        "gap", "modality", 0.85, Reason(text, _span(pair.claim, match.claim, match.words[0]), span)
    )


_MOODS = {
    "fact": "fact",
    "future": "certain to come",
    "possible": "a possibility",
    "planned": "a plan or wish",
    "alleged": "an allegation",
    "condition": "a condition",
}


def _happened(reading: Reading, event: Event) -> bool:
    return event.mood == "fact"


def _reporter(pair: Pair, match: EventMatch) -> Finding | None:
    """What somebody says is no evidence for what they say, nor the thing itself for their saying it."""
    if reports(pair.claim, match.claim) and match.claim.reporter < 0:
        return None
    ours, theirs = _speech(pair.claim, match.claim), _speech(pair.passage, match.passage)
    span = pair.passage.span(theirs.head, theirs.head) if theirs else None
    mine = pair.claim.span(ours.head, ours.head) if ours else None
    if theirs and not ours:
        who = _speaker(pair.passage, theirs) or "somebody"
        verb = pair.passage.words[theirs.head].text
        reason = Reason(f"the source has it under “{who} {verb}”, not as its own", None, span)
        return Finding("gap", "attribution", 0.85, reason)
    if ours and match.passage.reporter >= 0:
        theirs = pair.passage.events[match.passage.reporter]
        span = pair.passage.span(theirs.head, theirs.head)
    if (
        ours
        and theirs
        and not same_speaker(pair.claim, pair.passage, match.claim, match.passage, pair.matches, pair.names)
    ):
        who, other = (
            _speaker(pair.claim, ours) or "anybody",
            _speaker(pair.passage, theirs) or "somebody else",
        )
        return Finding(
            "gap",
            "attribution",
            0.8,
            Reason(f"in the source {other} says it; in the article {who}", mine, span),
        )
    if ours and not theirs:
        who = _speaker(pair.claim, ours) or "anybody"
        return Finding("gap", "attribution", 0.8, Reason(f"not covered: that {who} said so", mine, None))
    return None


def _speech(reading: Reading, event: Event) -> Event | None:
    if event.reporter < 0 or event.factive:
        return None
    return reading.events[event.reporter]


def _speaker(reading: Reading, event: Event) -> str:
    party = event.agent if event.passive else event.subject
    return reading.phrase(party).strip(' "“”‘’«»,')
