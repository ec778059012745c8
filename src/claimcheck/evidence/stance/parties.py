"""Who did it to whom: swapped roles, and other names in the same role."""

from __future__ import annotations

from claimcheck.evidence.stance.align import EventMatch, Pair, is_copula
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.names import Name, compare_names, spelt_alike
from claimcheck.records.shortening import shorten

ERGATIVE = frozenset(
    "open close reopen shut begin start end stop double halve triple rise raise fall sink move change "
    "grow increase decrease "
    "drop burn break improve expand shrink slow speed resume continue form merge meet marry collapse "
    "develop originate finish launch split "
    "spread study work vote play read sign train".split()
)
_MUTUAL = frozenset("meet marry divorce merge debate resemble".split())
"""What two parties do to each other: told either way round it is the same."""
_TRADE = frozenset("buy sell purchase acquire lend borrow import export".split())
"""Of these nobody does both with one thing at one time."""
_TRANSFER = frozenset(
    "buy sell lend borrow give donate receive send import export pay purchase acquire get obtain hand "
    "loan".split()
)
_OBLIQUE = frozenset("to from with against".split())
_WHERE = frozenset("in at on off near outside inside across around".split())
"""Prepositions behind which a place is named, and hardly ever a person."""
_LOCATIVE = _WHERE | frozenset("from to of by".split())


def check_parties(pair: Pair) -> list[Finding]:
    """Findings on roles and on names."""
    findings: list[Finding] = []
    for match in matched(pair):
        swapped = _swapped(pair, match)
        if swapped:
            findings.append(swapped)
    return findings + [f for f in (_name(pair, i) for i in range(len(pair.names))) if f]


def _sides(reading: Reading, event: Event, converse: bool) -> tuple[set[int], set[int]]:
    """Words on the doer's side and on the other, voice and converse evened out."""
    if event.passive:
        objects = {at for at in event.objects if at not in event.agent}
        doer, other = set(event.agent), set(event.subject) | objects
    else:
        doer, other = set(event.subject), set(event.objects) - _together(reading, event)
    if not converse:
        return doer, other
    oblique = _oblique(reading, event)
    transfer = reading.words[event.head].lemmas[0] in _TRANSFER
    return (oblique if oblique or transfer else other), doer


def _together(reading: Reading, event: Event) -> set[int]:
    """The words of a party that takes part alike ("signed a treaty with Norway")."""
    found: set[int] = set()
    open_ = False
    for at in event.objects:
        if reading.tags[at] in ("prep", "to", "mark"):
            contest = reading.words[event.head].lemmas[0] in ("play", "fight", "compete", "draw")
            open_ = reading.words[at].low in ("with", "alongside") or (
                contest and reading.words[at].low == "against"
            )
        elif open_:
            found.add(at)
    return found


def mutual(pair: Pair) -> bool:
    """Whether the same parties do to each other what may be told either way round."""
    if not pair.names or not all(match.kinship == "same" for match in pair.names):
        return False
    for match in matched(pair):
        lemma = pair.claim.words[match.claim.head].lemmas[0]
        alike = _together(pair.claim, match.claim) and _together(pair.passage, match.passage)
        if lemma in _MUTUAL or (alike and match.relation in ("same", "synonym")):
            return True
    return False


def _oblique(reading: Reading, event: Event) -> set[int]:
    found: set[int] = set()
    open_ = False
    for at in event.objects:
        if reading.tags[at] in ("prep", "to", "mark"):
            open_ = reading.words[at].low in _OBLIQUE
        elif open_:
            found.add(at)
    return found


def _swapped(pair: Pair, match: EventMatch) -> Finding | None:
    if is_copula(pair.claim, match.claim) or is_copula(pair.passage, match.passage) or match.governing:
        return None
    lemma = pair.claim.words[match.claim.head].lemmas[0]
    if lemma in _MUTUAL:
        return None
    if lemma in ERGATIVE and not match.passage.passive and not _direct(pair.passage, match.passage):
        return None
    converse = match.relation == "converse"
    doer, other = _sides(pair.claim, match.claim, False)
    does, suffers = _sides(pair.passage, match.passage, converse)
    straight = _shared(pair, doer, does)
    crossed, back = _shared(pair, doer, suffers - does), _shared(pair, other, does - suffers)
    both = bool(crossed and back) and not straight
    both = both or _other_doer(pair, match, crossed, straight, does)
    turned = converse and lemma in _TRADE and bool(crossed) and not straight and not does
    if not (both or turned or _one_sided(pair, match, doer, other, does, suffers)):
        return None
    theirs, ours = _who(pair.passage, match.passage), _who(pair.claim, match.claim)
    text = f"roles exchanged: source: {theirs}; article: {ours}"
    spans = _span(pair.claim, match.claim), _span(pair.passage, match.passage)
    return Finding("contradiction", "role", 0.9, Reason(text, *spans))


def exchanged(pair: Pair, match: EventMatch) -> bool:
    """Whether each of two parties that the claim names plainly stands in the other's place in the passage."""
    ours = _plain_sides(pair.claim, match.claim, False)
    theirs = _plain_sides(pair.passage, match.passage, match.relation == "converse")
    if ours is None or theirs is None or match.relation not in ("same", "synonym", "converse"):
        return False
    crossed, back = _shared(pair, ours[0], theirs[1]), _shared(pair, ours[1], theirs[0])
    return bool(crossed and back) and not _shared(pair, ours[0], theirs[0])


def _plain_sides(reading: Reading, event: Event, converse: bool) -> tuple[set[int], set[int]] | None:
    """Doer and other as :func:`_sides`, without place, purpose and the like; None where hard to tell."""
    after = reading.words[event.end].low if event.end < len(reading.words) else ""
    if after == "by" and not event.passive:
        return None  # "the record held by her coach", read as if the record held something
    doer, other = _sides(reading, event, converse)
    plain = {*event.subject, *event.agent, *_direct(reading, event), *_oblique(reading, event)}
    return doer & plain, other & plain


def _other_doer(
    pair: Pair, match: EventMatch, crossed: list[int], straight: list[int], does: set[int]
) -> bool:
    """ "Rebels took the port" against "Troops took the port from the rebels"."""
    lemma = pair.claim.words[match.claim.head].lemmas[0]
    if (
        match.relation not in ("same", "synonym")
        or match.claim.passive
        or (match.passage.passive and not match.passage.agent)
        or lemma in ERGATIVE
    ):
        return False
    return bool(crossed) and not straight and any(pair.passage.tags[at] in ("noun", "name") for at in does)


def _one_sided(
    pair: Pair, match: EventMatch, doer: set[int], other: set[int], does: set[int], suffers: set[int]
) -> bool:
    """ "X was sued" against "X sued Y", where the claim names one party only."""
    lemma = pair.claim.words[match.claim.head].lemmas[0]
    if match.relation not in ("same", "synonym") or lemma in ERGATIVE:
        return False
    if match.claim.passive and not match.claim.agent and not match.passage.passive:
        subject = set(match.claim.subject)
        return bool(
            _shared(pair, subject, does)
            and not _shared(pair, subject, suffers)
            and _things(pair.passage, _direct(pair.passage, match.passage))
        )
    return False


def _direct(reading: Reading, event: Event) -> set[int]:
    """The words of the direct object: what follows the verb up to the first preposition or mark."""
    found: set[int] = set()
    for at in event.objects:
        if reading.tags[at] in ("prep", "to", "mark", "sub", "rel", "adv", "ing"):
            break
        found.add(at)
    return found


def _things(reading: Reading, words: set[int]) -> bool:
    return any(reading.tags[at] in ("noun", "name") for at in words)


def _shared(pair: Pair, ours: set[int], theirs: set[int]) -> list[int]:
    """The claim's nouns and names that the passage has among some words."""
    found = []
    for at in sorted(ours):
        if pair.claim.tags[at] not in ("noun", "name") or (at + 1 in ours and _modifies(pair.claim, at)):
            continue
        if any(m.relation in ("same", "synonym") and m.index in theirs for m in pair.matches.get(at, ())):
            found.append(at)
    for name in pair.names:
        if name.other and name.kinship == "same" and name.name.start in ours and name.other.start in theirs:
            found.append(name.name.start)
    return found


def _modifies(reading: Reading, at: int) -> bool:
    """Whether a noun only qualifies the next one ("an animation company")."""
    return reading.tags[at] == "noun" and reading.tags[at + 1] == "noun"


def _who(reading: Reading, event: Event) -> str:
    words = [*event.subject, event.head, *event.objects]
    inside = [at for at in words if reading.words[at].low not in (".", ",", ";")]
    text = reading.text[reading.words[min(inside)].start : reading.words[max(inside)].end]
    return shorten(text, 90)


def _span(reading: Reading, event: Event) -> tuple[int, int]:
    words = [*event.subject, event.head, *event.objects]
    return reading.span(min(words), max(words))


def _name(pair: Pair, number: int) -> Finding | None:
    """A name of the claim that the passage lacks, replaces, or gives another part."""
    found = pair.names[number]
    shown = _text(pair.claim, found.name)
    span = pair.claim.span(found.name.start, found.name.end - 1)
    rival = _rival(pair, found.name)
    if rival is not None:
        text = f"source: {_text(pair.passage, rival)}; article: {shown}"
        open_ = (
            spelt_alike(found.name, rival)
            or _other_place(pair, found.name, rival)
            or _beside(pair, found.name, rival)
        )
        return Finding(
            "gap" if open_ else "contradiction",
            "name",
            0.6 if open_ else 0.85,
            Reason(text, span, pair.passage.span(rival.start, rival.end - 1)),
        )
    if found.kinship in ("same", "within") or not _asks(pair, found.name):
        return None
    if found.kinship == "around" and found.other:
        text = f"not covered: {shown}; the source says only {_text(pair.passage, found.other)}"
        return Finding("gap", "place", 0.8, Reason(text, span))
    return Finding("gap", "name", 0.8, Reason(f"not covered: {shown}", span))


def _beside(pair: Pair, name: Name, rival: Name) -> bool:
    """Whether the claim's name stands beside the rival, with no verb between them: in a list, say."""
    for other in pair.passage.names:
        if compare_names(name, other) not in ("same", "within") or name.demonym != other.demonym:
            continue
        first, second = sorted((other, rival), key=lambda n: n.start)
        between = pair.passage.tags[first.end : second.start]
        together = pair.passage.sentence_of[other.start] == pair.passage.sentence_of[rival.start]
        if together and not set(between) & {"verb", "part", "aux", "modal", "ing", "sub", "rel"}:
            return pair.copy is None
    return False


def _other_place(pair: Pair, name: Name, rival: Name) -> bool:
    """ "The school in Marden Green", "the school in Upper Green": two places with a word in common."""
    behind = [_preposition(reading, n.start) for reading, n in ((pair.claim, name), (pair.passage, rival))]
    if name.parts[-1] != rival.parts[-1] or min(behind) < 0:
        return False
    return pair.claim.words[behind[0]].low in _WHERE and pair.passage.words[behind[1]].low in _WHERE


def _asks(pair: Pair, name: Name) -> bool:
    """Whether some word of the name is nowhere in the passage."""
    return not all(at in pair.covered for at in range(name.start, name.end) if at in pair.matches)


def _text(reading: Reading, name: Name) -> str:
    return reading.text[reading.words[name.start].start : reading.words[name.end - 1].end]


def _rival(pair: Pair, name: Name) -> Name | None:
    """Another name in the same role of the event that answers the claim's."""
    for match in matched(pair):
        if match.score < 0.65 or match.relation in ("none", "exclusive", "opposite") or pair.near < 0.4:
            continue
        converse = match.relation == "converse"
        slots = _slots(pair.claim, match.claim, name, False)
        inside = [other for other in pair.passage.names if _inside(match.passage, other)]
        if not slots or any(_plays(pair, match, name, other, slots, converse) for other in inside):
            continue
        others = [other for other in inside if slots & _slots(pair.passage, match.passage, other, converse)]
        others = [other for other in others if _alike(pair, name, other) and not _own(pair, name, other)]
        if others and all(compare_names(name, other) == "rival" for other in others):
            return others[0] if not _listed(pair, name, others[0]) else None
    return None


def _own(pair: Pair, name: Name, other: Name) -> bool:
    """Whether a name of the passage is another one of the claim's ("in Osk and in Brem", "in Osk")."""
    names = (found.name for found in pair.names if found.name is not name)
    return any(not mine.demonym and compare_names(mine, other) == "same" for mine in names)


def _alike(pair: Pair, name: Name, other: Name) -> bool:
    """Whether two names could be of one kind: not an acronym against a person, nor a stray letter."""
    if name.places and other.places:
        return True
    if _counted(pair.passage, other) and not _counted(pair.claim, name):
        return False  # an Emmy is no person
    shapes = [_text(reading, n) for reading, n in ((pair.claim, name), (pair.passage, other))]
    return min(map(len, shapes)) > 2 and shapes[0].isupper() == shapes[1].isupper() and shapes[1][0].isalpha()


def _counted(reading: Reading, name: Name) -> bool:
    return name.start > 0 and reading.words[name.start - 1].low in ("a", "an")


def _listed(pair: Pair, name: Name, rival: Name) -> bool:
    """Whether the claim's name stands in the same list or is the same person's as the rival."""
    for other in pair.passage.names:
        if compare_names(name, other) not in ("same", "within"):
            continue
        if set(other.parts) & set(rival.parts):
            return True
        first, second = sorted((other, rival), key=lambda n: n.start)
        between = pair.passage.tags[first.end : second.start]
        if not set(between) & {"verb", "part", "aux", "modal", "ing", "prep", "sub", "rel"}:
            return True
    return False


def _plays(pair: Pair, match: EventMatch, name: Name, other: Name, slots: set[str], converse: bool) -> bool:
    """Whether a name of the passage's event is the claim's; a demonym only where it plays the same part."""
    if compare_names(name, other) not in ("same", "within"):
        return False
    return name.demonym == other.demonym or bool(slots & _slots(pair.passage, match.passage, other, converse))


def _inside(event: Event, name: Name) -> bool:
    return name.start in event.subject or name.start in event.objects


def _slots(reading: Reading, event: Event, name: Name, converse: bool) -> set[str]:
    """The parts a name plays: doer or other, what a preposition says, and what noun it belongs to."""
    at = name.start
    if at in event.agent:
        return {"doer"}
    if not _inside(event, name):
        return set()
    if name.demonym and name.end < len(reading.words) and reading.tags[name.end] in ("noun", "adj"):
        return {"of a " + reading.words[name.end].lemmas[0]}
    doer, _ = _sides(reading, event, converse)
    opening = _preposition(reading, at)
    if opening < 0:
        loose = at in event.objects and at not in doer and at not in _direct(reading, event)
        return set() if loose else {"doer" if at in doer else "other"}
    word = reading.words[opening].low
    slots = {"place" if name.places and word in _LOCATIVE else word}
    if opening and reading.tags[opening - 1] == "noun" and word in ("in", "of", "from"):
        slots.add("of a " + reading.words[opening - 1].lemmas[0])
    return slots


def _preposition(reading: Reading, at: int) -> int:
    """The preposition whose phrase a word stands in, or -1."""
    for before in range(at - 1, max(-1, at - 4), -1):
        if reading.tags[before] in ("prep", "to"):
            return before
        if reading.tags[before] not in ("det", "adj", "name", "noun"):
            break
    return -1
