"""Which differences are sure enough to be called contradictions; the others leave the matter open.

A passage often gives another figure, day or name than the claim because it speaks of another measure,
another moment or another part, and often denies something else than the claim says. Where the claim nearly
repeats a sentence, what differs differs. Everywhere else a difference counts only if the same sentence
answers all the rest of the claim, and only if nothing shows that the two speak of different things.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from claimcheck.evidence.stance.align import EventMatch, Pair
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.differing import other_numbered
from claimcheck.evidence.stance.model import Finding, Span
from claimcheck.evidence.stance.parties import exchanged
from claimcheck.evidence.stance.reading import Reading
from claimcheck.evidence.stance.reckoning import is_part, reckoned
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.governors import DENYING
from claimcheck.extraction.clauses.words import relate
from claimcheck.extraction.figures import Figure

LEAST_REST, LEAST_ANSWERED = 2, 0.7
"""Words of the claim besides what differs, and the share of them that the sentence must answer."""
LEAST_PART = 2
"""Words that make one statement of a compound claim enough to go by."""
LEAST_CLOSE, NEAR = 0.6, 6
"""Share of those words that must stand within so many words of what differs."""
LONGEST_EVENT = 16
"""Words of an event within which all stands together."""
LEAST_OVERLAP = 0.8
"""Share of the parties that two events must have in common, unless their subject is the same."""
OPEN = 0.5
"""Weight of a gap that was a contradiction."""
_MEASURES = frozenset("fewer less more least most nearly almost".split())
_OF_SOMETHING = ("quantity", "date", "quantifier")
"""Findings on what is so much, or when: of another thing they say nothing."""
_JOINTS = frozenset(("and", "but", ";", "while", "although", "though"))
_COMPARING = frozenset(
    "than as so such less fewer else other another before previous previously earlier formerly once longer "
    "yet already again same alone only remaining rest others instead together between both gap difference "
    "lead margin".split()
)
"""Words that make a claim lean on a second figure, person or moment."""
_PARTIAL = frozenset(
    "all any as both else enough entirely every full fully longer more only other so such too whole".split()
)
"""After a "not", these deny a part, a degree or a comparison."""


def sobered(pair: Pair, findings: list[Finding]) -> list[Finding]:
    """The findings, with every contradiction that is not sure enough turned into a gap."""
    return [
        replace(f, kind="gap", weight=OPEN) if f.kind == "contradiction" and not _sure(pair, f) else f
        for f in findings
    ]


def _sure(pair: Pair, finding: Finding) -> bool:
    if finding.check in _OF_SOMETHING and other_numbered(pair.claim.text, pair.passage.text):
        return False
    if pair.copy is not None and finding.check in _OF_SOMETHING and _other_thing(pair, finding):
        return False
    if pair.copy is not None:
        match = _match(pair, finding) if finding.check == "denial" else None
        return match is None or not _half_denied(pair, match)
    check = _CHECKS.get(finding.check)
    return check is None or check(pair, finding)


def _other_thing(pair: Pair, finding: Finding) -> bool:
    """Whether a near copy has another noun, too, where the claim has one: "raised fees", "raised wages"."""
    claim, passage = pair.claim, pair.passage
    for change in pair.copy.changes if pair.copy else ():
        ours = [
            at
            for at in change.ours
            if claim.tags[at] == "noun"
            and at in pair.content
            and not _covers(finding.reason.claim_span, claim, at)
        ]
        theirs = [at for at in change.theirs if passage.tags[at] in ("noun", "name")]
        if ours and theirs and not any(m.strength for at in ours for m in pair.matches.get(at, ())):
            return True
    return False


def _quantity(pair: Pair, finding: Finding) -> bool:
    """The same measure: neither follows from other figures, nor counts a part where the other counts all."""
    ours = _figure(pair.claim, finding.reason.claim_span)
    theirs = _figure(pair.passage, finding.reason.passage_span)
    if ours is None or theirs is None or is_part(pair.claim, ours) != is_part(pair.passage, theirs):
        return False
    moved = theirs.low != theirs.high  # "from 60 to 68 per cent", which was reckoned with when compared
    follows = not moved and reckoned(pair.passage, ours)
    return _answered(pair, finding) and _close(pair, finding) and not follows


def _deed(pair: Pair, finding: Finding) -> bool:
    """The same event at the same time: same or opposite verb, same parties, near one another."""
    match = _match(pair, finding)
    if match is None or match.relation not in ("same", "synonym", "opposite"):
        return False
    if _said_too(pair, match) or _half_denied(pair, match) or not _same_time(pair, match):
        return False
    alike = match.overlap >= LEAST_OVERLAP or _same_subject(pair, match)
    return alike and _answered(pair, finding) and _close(pair, finding)


def _same_subject(pair: Pair, match: EventMatch) -> bool:
    """Whether both are told of the same: what the claim's subject is, not only what it is of."""
    there = set(match.passage.subject)
    head = -1
    for at in match.claim.subject:
        if pair.claim.tags[at] in ("prep", "to", "mark", "rel", "sub") and head >= 0:
            break
        head = at if pair.claim.tags[at] in ("noun", "name", "pron") else head
    return head >= 0 and _told(pair, head, there)


def _half_denied(pair: Pair, match: EventMatch) -> bool:
    """Whether the claim denies a part only ("not in full"), or the passage says that it is denied."""
    if match.claim.negative and any(
        word.low in _PARTIAL or "no_longer" in word.lemmas for word in pair.claim.words
    ):
        return True
    reporter = match.passage.reporter
    if reporter < 0:
        return False
    return not DENYING.isdisjoint(pair.passage.words[pair.passage.events[reporter].head].lemmas)


def _said_too(pair: Pair, match: EventMatch) -> bool:
    """Whether another event of the passage says what the claim says: "reopened after it had closed"."""
    verb = pair.claim.words[match.words[0]]
    return any(
        relate(verb, pair.passage.words[event.head]) in ("same", "synonym")
        for event in pair.passage.events
        if event is not match.passage and event.negative == match.claim.negative
    )


def _told_of_it(pair: Pair, finding: Finding) -> bool:
    """The same event, and both words in it."""
    return _answered(pair, finding) and any(
        match.relation in ("same", "synonym")
        and _within(pair.claim, match.claim, finding.reason.claim_span)
        and _within(pair.passage, match.passage, finding.reason.passage_span)
        for match in matched(pair)
    )


def _name(pair: Pair, finding: Finding) -> bool:
    """Another name in the same event, where the claim's own stands nowhere in the passage."""
    span = finding.reason.claim_span
    own = [m for m in pair.names if _covers(span, pair.claim, m.name.start)]
    if any(
        m.other and m.kinship in ("same", "within") and m.other.demonym == m.name.demonym for m in own
    ) or _leaning(pair.claim, finding):
        return False
    return (
        not _first(pair.claim, span)
        and not _first(pair.passage, finding.reason.passage_span)
        and _told_of_it(pair, finding)
    )


def _first(reading: Reading, span: Span | None) -> bool:
    """Whether a span is the one word that opens a sentence, which a capital does not make a name."""
    at = next((at for at in range(len(reading.words)) if _covers(span, reading, at)), 0)
    opens = at == 0 or reading.sentence_of[at] != reading.sentence_of[at - 1]
    return opens and span is not None and reading.words[at].end == span[1]


def _contrast(pair: Pair, finding: Finding) -> bool:
    return not _leaning(pair.claim, finding) and _close(pair, finding) and _told_of_it(pair, finding)


def _date(pair: Pair, finding: Finding) -> bool:
    """Two days of one event; in one sentence with one date, all the rest of the claim will do."""
    if _measured_again(pair):
        return False
    lone = len(pair.passage.dates) == 1 and not pair.passage.sentence_of[-1]
    return _told_of_it(pair, finding) or (lone and _answered(pair, finding, 1.0))


def _measured_again(pair: Pair) -> bool:
    """Whether the claim gives a figure that the passage has, too: the same may be so of two years."""
    return any(
        f.dimension not in ("ordinal", "duration") and (f.low, f.high) == (o.low, o.high)
        for f in pair.claim.figures
        for o in pair.passage.figures
    )


def _order(pair: Pair, finding: Finding) -> bool:
    """Both events, told in the source one after the other."""
    return pair.passage.sentence_of[-1] <= 1 and pair.covered.issuperset(_rest(pair, finding))


def _role(pair: Pair, finding: Finding) -> bool:
    """Both parties named on either side, each in the other's place."""
    match = next(
        (
            m
            for m in matched(pair)
            if finding.reason.claim_span
            and pair.claim.words[m.claim.head].start >= finding.reason.claim_span[0]
            and pair.claim.words[m.claim.head].end <= finding.reason.claim_span[1]
            and exchanged(pair, m)
        ),
        None,
    )
    return (
        match is not None
        and not any(w.low == "than" for w in pair.claim.words)
        and _finite(pair.passage, match.passage)
    )


def _amount(pair: Pair, finding: Finding) -> bool:
    """A bare count ("26 residents") says nothing of how many there are in all."""
    theirs = _figure(pair.passage, finding.reason.passage_span)
    bare = theirs is not None and theirs.dimension == "count" and not is_part(pair.passage, theirs)
    return not bare and not _leaning(pair.claim, finding) and _close(pair, finding)


_CHECKS = {
    "quantity": _quantity,
    "quantifier": _amount,
    "denial": _deed,
    "polarity": _deed,
    "role": _role,
    "date": _date,
    "name": _name,
    "contrast": _contrast,
    "order": _order,
    "ranking": _told_of_it,
}


def _within(reading: Reading, event: Event, span: Span | None) -> bool:
    words = (*event.subject, event.head, *event.objects)
    return span is not None and any(span[0] <= reading.words[at].start < span[1] for at in words)


def _close(pair: Pair, finding: Finding) -> bool:
    """Whether most of the rest of the claim stands near the passage's figure, or in its short event."""
    span = finding.reason.passage_span
    rest = _rest(pair, finding)
    if span is None or not rest:
        return False
    inside = [at for at, word in enumerate(pair.passage.words) if span[0] <= word.start < span[1]]
    near = range(inside[0] - NEAR, inside[-1] + NEAR + 1) if inside else range(0)
    sentence = _sentence(pair, span)
    there = {
        at for at in near if 0 <= at < len(pair.passage.words) and pair.passage.sentence_of[at] == sentence
    }
    if finding.check == "quantity":
        there.update(_told_with(pair.passage, span))
    return sum(_told(pair, at, there) for at in rest) >= LEAST_CLOSE * len(rest)


def _told_with(passage: Reading, span: Span) -> Iterator[int]:
    """The words of a short event that has those of a span: "the cost of the bridge is put at 4 million"."""
    for event in passage.events:
        words = (*event.subject, event.head, *event.objects)
        if len(words) <= LONGEST_EVENT and _within(passage, event, span):
            yield from words


def _answered(pair: Pair, finding: Finding, least: float = LEAST_ANSWERED) -> bool:
    """Whether the sentence where the difference stands has nearly all the rest of the claim."""
    there = _around(pair.passage, _sentence(pair, finding.reason.passage_span))
    rest = _rest(pair, finding)
    told = sum(_told(pair, at, there) for at in rest)
    enough = LEAST_REST if pair.passage.sentence_of[-1] else 1  # in one sentence less can be meant
    return len(rest) >= enough and told >= least * len(rest)


def _around(passage: Reading, sentence: int) -> set[int]:
    """The words of a sentence, and of the one before where it opens with a pronoun."""
    words = [at for at, number in enumerate(passage.sentence_of) if number == sentence]
    first = sentence - (bool(words) and passage.tags[words[0]] == "pron")
    return {at for at, number in enumerate(passage.sentence_of) if first <= number <= sentence}


def _rest(pair: Pair, finding: Finding) -> list[int]:
    """The content words besides what differs, of the claim or of the one of its statements that differs."""
    rest = [
        at
        for at in pair.content
        if not _covers(finding.reason.claim_span, pair.claim, at)
        and pair.claim.words[at].low not in _MEASURES
    ]
    own = _statement(pair.claim, finding.reason.claim_span)
    beside = _beside(pair, finding.reason.claim_span)
    part = [at for at in rest if at in own and at not in beside]
    return part if len(part) >= LEAST_PART else rest


def _beside(pair: Pair, span: Span | None) -> set[int]:
    """Words of the claim that only stand beside what differs.

    An addition behind a comma ("the third rise in four years"), and what the claim says more of a subject
    that the passage calls by its noun alone ("Corwen's harbour board", "the board").
    """
    event = next((e for e in pair.claim.events if _within(pair.claim, e, span)), None)
    if event is None:
        return set()
    return _additions(pair.claim, event, span) | _said_more(pair, event)


def _additions(claim: Reading, event: Event, span: Span | None) -> set[int]:
    """Stretches between commas that have neither the event's verb, its subject, nor what differs."""
    found: set[int] = set()
    stretch: list[int] = []
    for at in range(len(claim.words) + 1):
        if at < len(claim.words) and claim.words[at].low not in (",", "–", "—", "(", ")"):
            stretch.append(at)
            continue
        needed = {event.head, *event.subject[-1:]}
        if not needed & set(stretch) and not any(_covers(span, claim, i) for i in stretch):
            found.update(stretch)
        stretch = []
    return found


def _said_more(pair: Pair, event: Event) -> set[int]:
    """What the claim says more of its subject than a passage whose subject is "the" and the same noun."""
    claim, passage = pair.claim, pair.passage
    nouns = [at for at in event.subject if claim.tags[at] in ("noun", "name")]
    if not nouns or claim.tags[nouns[-1]] != "noun":
        return set()
    for other in passage.events:
        words = [at for at in other.subject if passage.tags[at] != "mark"]
        bare = len(words) == 2 and passage.words[words[0]].low == "the"
        if bare and relate(claim.words[nouns[-1]], passage.words[words[1]]) in ("same", "synonym"):
            return set(event.subject) - {nouns[-1]}
    return set()


def _statement(claim: Reading, span: Span | None) -> range:
    """The words of a claim between "and", "but" or a semicolon that stand before a verb of their own."""
    if span is None:
        return range(len(claim.words))
    marks = [
        at
        for at, word in enumerate(claim.words)
        if word.low in _JOINTS
        and any(event.start > at for event in claim.events)
        and any(event.end <= at for event in claim.events)
    ]
    here = next((at for at, word in enumerate(claim.words) if word.end > span[0]), 0)
    first = max((at for at in marks if at < here), default=-1)
    last = min((at for at in marks if at > here), default=len(claim.words))
    return range(first + 1, last)


def _covers(span: Span | None, reading: Reading, at: int) -> bool:
    return span is not None and span[0] <= reading.words[at].start < span[1]


def _sentence(pair: Pair, span: Span | None) -> int:
    if span is None:
        return pair.focus
    at = next((at for at, word in enumerate(pair.passage.words) if word.end > span[0]), None)
    return pair.focus if at is None else pair.passage.sentence_of[at]


def _told(pair: Pair, at: int, there: Collection[int]) -> bool:
    """Whether some words of the passage have a word of the claim, or the name it belongs to."""
    named = (
        m.other.start
        for m in pair.names
        if m.other and m.kinship in ("same", "within") and m.name.start <= at < m.name.end
    )
    said = (m.index for m in pair.matches.get(at, ()) if m.strength)
    return any(index in there for index in (*named, *said))


def _leaning(claim: Reading, finding: Finding) -> bool:
    """Whether the claim compares, in words that are not themselves what differs."""
    span = finding.reason.claim_span
    return any(word.low in _COMPARING and not _covers(span, claim, at) for at, word in enumerate(claim.words))


def _figure(reading: Reading, span: Span | None) -> Figure | None:
    return next((f for f in reading.figures if span and f.start <= span[0] < f.end), None)


def _match(pair: Pair, finding: Finding) -> EventMatch | None:
    found = [m for m in matched(pair) if _covers(finding.reason.claim_span, pair.claim, m.words[0])]
    return max(found, key=lambda m: m.score, default=None)


def _finite(reading: Reading, event: Event) -> bool:
    """Whether the event is told, not named in passing: no "to win", "keeping", "who chaired"."""
    return (
        reading.tags[event.start] not in ("to", "ing", "part")
        and not event.chain
        and (event.opener < 0 or reading.tags[event.opener] not in ("rel", "sub"))
    )


def _same_time(pair: Pair, match: EventMatch) -> bool:
    """Whether neither side looks back from the other: no "had been closed" against "reopened"."""
    ours, theirs = (
        any(reading.words[at].low == "had" for at in range(event.start, event.end))
        for reading, event in ((pair.claim, match.claim), (pair.passage, match.passage))
    )
    return ours == theirs
