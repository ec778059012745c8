"""Whether the source itself asserts what answers the claim: looked at only where all else bears it out.

"There is no evidence that", "denied having", "…, a witness told the inquiry", "in his opponents' view": there
is no end to frames that leave open what they hold. So here those count that are known to assert it, and a
frame that is not known takes the support away.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.evidence.stance.align import EventMatch, Pair, measured
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading
from claimcheck.evidence.stance.retraction import taken_back
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.governors import (
    DENYING,
    ESTABLISHING,
    FAILING,
    HEDGES,
    RECORDS,
    REPORTING,
    SETTLED,
    UNREAL,
)

WEIGHT = 0.6
_ASSERTING = ESTABLISHING | frozenset(
    "regret remember welcome celebrate mourn lament resent mean ensure certain sure clear known fact truth "
    "true undisputed obvious evident secret aware proud glad sorry proof".split()
)
"""Verbs, nouns and adjectives whose content is taken to be so by whoever writes them."""
_GOING_ON = frozenset(
    "start begin continue keep carry_on go_on resume end_up finish succeed spend busy admit regret remember "
    "include involve mean see catch find".split()
)
"""What governs a participle that did happen."""
_BROUGHT_ABOUT = (_GOING_ON - {"mean", "see", "find"}) | frozenset(
    "manage happen come get dare force oblige compel proceed rush turn_out prove go hurry conspire combine "
    "able quick slow first last only right wrong pleased happy lucky kind foolish brave careless have".split()
)
"""What governs an act after "to" that did happen."""
_JUDGED = FAILING | SETTLED | UNREAL
"""What the mood or polarity of the act has told already."""
_OPEN_WHEN_DENIED = frozenset("refuse decline turn_down object".split())
_LEADING = ("of", "from", "against", "about", "with", "for", "in", "to", "out")
_GOVERNING = ("verb", "part", "ing", "adj", "noun", "aux")
_LIMITING = frozenset(
    "initially originally provisionally temporarily tentatively conditionally technically nominally "
    "theoretically briefly formerly momentarily informally unofficially mistakenly wrongly falsely "
    "erroneously ostensibly seemingly hypothetically partly partially".split()
)
_LIMITS = (
    ("at", "first"),
    ("in", "principle"),
    ("in", "part"),
    ("in", "name"),
    ("for", "now"),
    ("for", "a", "while"),
    ("for", "the", "time", "being"),
    ("in", "theory"),
    ("on", "paper"),
    ("on", "condition"),
    ("subject", "to"),
)
_TELLING = (
    REPORTING | ESTABLISHING | frozenset("hear pretend imagine see watch wish dream bet guess doubt".split())
)
"""What needs no "that"."""
_OPENING = frozenset("that whether if how why".split())
_DOUBTING = frozenset(
    "no not n't never few little hardly scarcely nobody nothing none neither without far lack fail refuse "
    "unable would could might may can should must".split()
)
_VIEWS = frozenset("view views opinion eyes words telling account reckoning belief imagination mind".split())
_MADE_UP = frozenset(
    "novel film movie play story tale legend myth dream scenario series sketch satire fiction theory "
    "hypothesis simulation exercise paper".split()
)
_INVERTED = frozenset("had were should".split())
_MARKS = ('"', "“", "”", "„", "«", "»")
_PROVIDED = frozenset("once if when provided unless should as".split())
_OPEN_MODALS = frozenset("can will would could may might shall".split())
_TITLES = frozenset("judge justice".split())
_LOOSE = ("det", "adj", "num", "mark", "noun", "name", "adv")


def check_asserted(pair: Pair) -> list[Finding]:
    """A gap for the first frame around an answering event that does not assert what it holds."""
    back = taken_back(pair.passage)
    for match in matched(pair):
        if pair.passage.events.index(match.passage) in back:
            continue  # "it is not true that": told already
        for first, last in _frames(pair, match):
            shown = pair.passage.span(first, last)
            text = f"the source has it under “{pair.passage.text[slice(*shown)]}”, not as its own"
            return [Finding("gap", "attribution", WEIGHT, Reason(text, None, shown))]
    return []


def unrealised(pair: Pair, match: EventMatch) -> bool:
    """Whether an event of the passage is only meant, tried or spoken of: "worked to open the safe"."""
    return any(True for _ in (*_participles(pair, match), *_infinitives(pair, match)))


def _frames(pair: Pair, match: EventMatch) -> Iterator[tuple[int, int]]:
    """First and last word of each frame around an event that does not assert it and that the claim lacks."""
    reading = pair.passage
    bounds = _bounds(reading, match.passage)
    found = [
        *_before(pair, match, bounds),
        *_participles(pair, match),
        *_infinitives(pair, match),
        *_limits(reading, bounds),
        *_tags(pair, match, bounds),
        *_phrases(reading, bounds),
        *_supposed(reading, bounds),
        *_quoted(pair, match, bounds),
        *_provided(pair, match, bounds),
    ]
    answered = {m.index for answers in pair.matches.values() for m in answers if m.strength}
    said = {lemma for word in pair.claim.words for lemma in word.lemmas}
    for first, last, key in found:
        if key not in answered and said.isdisjoint(reading.words[key].lemmas):
            yield first, last


def _bounds(reading: Reading, event: Event) -> tuple[int, int]:
    """First and last word of the event's sentence."""
    own = [i for i, number in enumerate(reading.sentence_of) if number == reading.sentence_of[event.head]]
    return own[0], own[-1]


_Frame = tuple[int, int, int]
"""First and last word, and the word that makes it a frame."""


def _before(pair: Pair, match: EventMatch, bounds: tuple[int, int]) -> Iterator[_Frame]:
    """What ends with "that", "whether" or a verb right before the answering words."""
    reading = pair.passage
    opener = _opener(pair, match, bounds[0])
    if opener < 0:
        return
    frame = range(bounds[0], opener)
    key = _key(reading, frame)
    if key < 0:
        if reading.words[opener].low in _OPENING and opener == bounds[0]:
            yield opener, opener, opener
        return
    if not _asserts(reading, frame):
        yield bounds[0], opener, key


def _opener(pair: Pair, match: EventMatch, start: int) -> int:
    """The word that puts the answering clause into a frame: "that", or the verb that it directly follows."""
    reading, event = pair.passage, match.passage
    first = _first(pair, match)
    if event.opener >= 0 and first < event.opener:
        return -1  # a relative clause: the word before "who" is no part of a frame
    at = first - 1
    while at >= start and reading.words[at].low not in _OPENING and reading.tags[at] in _LOOSE:
        if reading.tags[at] == "mark" and reading.words[at].low not in ("“", '"', "‘"):
            return -1
        at -= 1
    if at < start:
        return -1
    if reading.words[at].low in _OPENING:
        return at
    finite = reading.tags[event.start] in ("verb", "aux", "modal")
    thought = not _TELLING.isdisjoint(reading.words[at].lemmas) and reading.tags[at] in ("verb", "part")
    return at + 1 if thought and finite else -1


def _first(pair: Pair, match: EventMatch) -> int:
    """The first word of the answering clause: of its party before the verb, or the verb."""
    sentence = pair.passage.sentence_of[match.passage.head]
    party = [i for i in match.passage.subject if pair.passage.sentence_of[i] == sentence]
    named = [i for i in party if pair.passage.words[i].low not in _OPENING and pair.passage.tags[i] != "mark"]
    late = [i for i in named if not any(pair.passage.words[j].low in _OPENING for j in party if j > i)]
    return min([*late, match.passage.start])


def _key(reading: Reading, frame: range) -> int:
    """The last verb, adjective or noun of a frame."""
    told = [at for at in frame if reading.tags[at] in ("verb", "part", "ing", "adj")]
    named = [at for at in frame if reading.tags[at] in ("noun", "aux")]
    return told[-1] if told else named[-1] if named else -1


def _asserts(reading: Reading, frame: range) -> bool:
    """ "Records show that", "so poor that": whether a frame is known to assert what it holds."""
    words = [reading.words[at] for at in frame]
    lemmas = {lemma for word in words for lemma in (word.low, *word.lemmas)}
    meant = any(reading.tags[at] == "to" and reading.tags[at + 1] == "verb" for at in frame[:-1])
    if meant or any(reading.tags[at] == "not" for at in frame) or lemmas & (_DOUBTING | HEDGES | DENYING):
        return "secret" in lemmas and "no" in lemmas
    if len(words) > 1 and (words[-2].low in ("so", "such") or words[-1].low == "so"):
        return True
    if "evidence" in lemmas or "hear" in lemmas:
        return False
    return bool(lemmas & _ASSERTING) or (bool(lemmas & REPORTING) and _recorded(reading, frame))


def _recorded(reading: Reading, words: range | tuple[int, ...]) -> bool:
    """Whether a record, or a body that speaks by office, stands among some words; no person with a title."""
    for at in words:
        word = reading.words[at]
        titled = word.low in _TITLES and at + 1 < len(reading.tags) and reading.tags[at + 1] == "name"
        if not titled and not RECORDS.isdisjoint((word.low, *word.lemmas)):
            return True
    return False


def _participles(pair: Pair, match: EventMatch) -> Iterator[_Frame]:
    """ "Denied having taken", "cleared of taking", "suspicion of taking"."""
    reading, start = pair.passage, match.passage.start
    if reading.tags[start] != "ing" and reading.words[start].low not in ("having", "being"):
        return
    governor = start - 1
    if governor > 0 and reading.tags[governor] in ("prep", "to"):
        if reading.words[governor].low not in _LEADING:
            return
        governor -= 1
    if governor < 0 or reading.sentence_of[governor] != reading.sentence_of[start]:
        return
    plain = reading.tags[governor] in ("noun", "name") and governor == start - 1
    if plain or reading.tags[governor] not in _GOVERNING:
        return
    if _GOING_ON.isdisjoint(reading.words[governor].lemmas):
        yield governor, start, governor


def _infinitives(pair: Pair, match: EventMatch) -> Iterator[_Frame]:
    """ "Was meant to cut", "helped to found", "had the power to approve"."""
    reading, event = pair.passage, match.passage
    to = next((i for i in range(event.start, event.head) if reading.tags[i] == "to"), -1)
    if to < 1 or match.governing or reading.sentence_of[to - 1] != reading.sentence_of[to]:
        return
    lemmas = reading.words[to - 1].lemmas
    if len(event.denials) == 2 and not _OPEN_WHEN_DENIED.isdisjoint(lemmas):
        yield to - 1, event.head, to - 1  # "did not refuse to visit"
    judged = event.mood != "fact" or not _JUDGED.isdisjoint(lemmas) or to - 1 in measured(reading)
    named = reading.tags[to - 1] == "noun"
    if not judged and reading.tags[to - 1] in _GOVERNING and (named or _BROUGHT_ABOUT.isdisjoint(lemmas)):
        yield to - 1, event.head, to - 1


def _limits(reading: Reading, bounds: tuple[int, int]) -> Iterator[_Frame]:
    """ "At first", "provisionally", "in principle": what is so only for a time, or in part."""
    lows = [word.low for word in reading.words]
    for at in range(bounds[0], bounds[1] + 1):
        if lows[at] in _LIMITING:
            yield at, at, at
        for words in _LIMITS:
            if tuple(lows[at : at + len(words)]) == words:
                last = at + len(words) - 1
                yield at, last, last


def _tags(pair: Pair, match: EventMatch, bounds: tuple[int, int]) -> Iterator[_Frame]:
    """Who says it, between marks: "…, a witness told the inquiry", "…, say his opponents"."""
    reading = pair.passage
    for event in reading.events:
        if not bounds[0] < event.start <= bounds[1] or event.head == match.passage.head:
            continue
        if not REPORTING.isdisjoint(reading.words[event.head].lemmas):
            first = _tag_start(reading, event, bounds[0])
            if first >= 0 and not _vouched(reading, event, bounds):
                yield first, event.head, event.head
    for at in range(bounds[0] + 1, bounds[1]):
        if reading.words[at].low == "say" and reading.tags[at - 1] == "mark" and reading.tags[at] == "noun":
            yield at, at, at  # "…, say his opponents"


def _tag_start(reading: Reading, event: Event, start: int) -> int:
    """Where a clause that stands behind a mark begins, or -1 where the event does not open one."""
    bare = reading.tags[event.head] == "part" and event.start == event.head  # "a predator called"
    if bare or reading.tags[event.head] not in ("verb", "part") or reading.tags[event.start] in ("ing", "to"):
        return -1
    own = [i for i in event.subject if reading.tags[i] != "mark" and i < event.start]
    for first in (event.start, min((i for i in own if _close(reading, i, event.start)), default=event.start)):
        before = first - 1
        if before > start and reading.words[before].low in ("as", "so"):
            before -= 1
        if before > start and reading.tags[before] == "mark":
            return first
    return -1


def _close(reading: Reading, first: int, last: int) -> bool:
    """Whether no mark but of a quotation stands between two words."""
    return all(reading.tags[i] != "mark" for i in range(first, last))


def _vouched(reading: Reading, event: Event, bounds: tuple[int, int]) -> bool:
    lemmas = reading.words[event.head].lemmas
    if not DENYING.isdisjoint(lemmas):
        return False
    party = event.subject if event.start - 1 in event.subject else event.objects
    near = tuple(i for i in party if bounds[0] <= i <= bounds[1])
    return not ESTABLISHING.isdisjoint(lemmas) or _recorded(reading, near)


def _phrases(reading: Reading, bounds: tuple[int, int]) -> Iterator[_Frame]:
    """ "In the view of his opponents", "in the novel", "on paper", "in theory"."""
    for at in range(bounds[0], bounds[1]):
        if reading.words[at].low not in ("in", "to", "on") or reading.tags[at] not in ("prep", "to"):
            continue
        for noun in range(at + 1, min(at + 5, bounds[1] + 1)):
            low = reading.words[noun].low
            if reading.tags[noun] not in ("det", "adj", "noun", "name", "mark"):
                break
            if low in _VIEWS or (low in _MADE_UP and _stands_for_all(reading, noun)):
                yield at, noun, noun


def _stands_for_all(reading: Reading, noun: int) -> bool:
    """Whether a made-up thing frames the sentence: nothing but a mark or the clause's subject follows it."""
    return noun + 1 < len(reading.tags) and reading.words[noun + 1].low in (",", "by", "of", ".")


def _quoted(pair: Pair, match: EventMatch, bounds: tuple[int, int]) -> Iterator[_Frame]:
    """An act told between quotation marks: somebody's words, or a title."""
    reading, event = pair.passage, match.passage
    if any(word.low in _MARKS for word in pair.claim.words):
        return
    before = [i for i in range(bounds[0], event.head) if reading.words[i].low in _MARKS]
    after = [i for i in range(event.head, bounds[1] + 1) if reading.words[i].low in _MARKS]
    opened = before and (reading.words[before[-1]].low in "“«„" or len(before) % 2 == 1)
    if opened and after and reading.words[before[-1]].low != "”":
        yield before[-1], after[0], after[0]


def _provided(pair: Pair, match: EventMatch, bounds: tuple[int, int]) -> Iterator[_Frame]:
    """ "Once the piers are built, the bridge can carry": what is so when something else is."""
    reading, event = pair.passage, match.passage
    opener = reading.words[bounds[0]].low
    ahead = {reading.words[i].low for i in range(event.start, event.head + 1)}
    if opener in _PROVIDED and bounds[0] < event.start and not _OPEN_MODALS.isdisjoint(ahead):
        yield bounds[0], bounds[0], bounds[0]


def _supposed(reading: Reading, bounds: tuple[int, int]) -> Iterator[_Frame]:
    """ "Had she come, …", and whatever is only asked."""
    first, last = bounds
    if reading.words[last].low == "?":
        yield first, last, last
    follows = first < last and reading.tags[first + 1] in ("name", "pron", "det", "noun")
    if reading.words[first].low in _INVERTED and follows:
        yield first, first, first
