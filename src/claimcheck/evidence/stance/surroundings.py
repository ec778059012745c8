"""Words around the answering event that take the support away: "without", "except", "must", "than in 2020".

Looked at only where everything else bears the claim out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.evidence.stance.align import EventMatch, Pair
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import governing_preposition, owns, places, repeated
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.dates import DateMention, dates_agree

WEIGHT = 0.45
_NEGATORS = frozenset(
    "no not n't never none nobody no_one nothing neither nor nowhere without no_longer hardly barely "
    "unable cannot only few little except fail refuse decline deny lack free stop yet".split()
)
_DENIALS = frozenset("no none nobody no_one nothing neither nowhere".split())
_OBLIGING = frozenset("must should ought need".split())
_EXCEPTING = (
    ("except",),
    ("excluding",),
    ("apart", "from"),
    ("other", "than"),
    ("instead", "of"),
    ("rather", "than"),
    ("but", "not"),
    (",", "not"),
    ("unlike",),
    ("save", "for"),
    *((word, "but") for word in ("everywhere", "everything", "everyone", "everybody", "anything")),
)
_NAMING = ("noun", "name", "adj", "num")
_CLOSERS = ("mark", "verb", "aux", "modal", "sub", "rel")
_COMPARED = frozenset("than as from against".split())
_OWN = frozenset("his her its their this these that those the".split())
_ALL_OVER = frozenset("across throughout all whole entire every everywhere nationwide".split())
_PARTS = frozenset("one some part half most many few several parts sections".split())
_OTHER_THAN = frozenset(
    "co ex vice deputy former assistant acting step sub would-be non another other similar different rival "
    "shadow mock fake alleged so-called self-styled proposed planned draft future imitation replica toy "
    "fictional imaginary putative supposed presumed suspected potential possible prospective intended "
    "designated unfinished".split()
)
"""Words before a noun that make somebody else of it."""
_SO_CALLED = frozenset(
    "fake alleged so-called self-styled supposed presumed suspected putative purported replica imitation "
    "mock fictional imaginary proposed planned would-be".split()
)
_PHRASE = 8
"""Words before a noun that may belong to its phrase."""
_ALIKE = frozenset("same similar another other".split())
_ALMOST = frozenset("almost nearly virtually hardly barely scarcely".split())
_BEING = frozenset("is are was were".split())
_UNDOING = frozenset(
    "suspend defer waive commute cancel "
    "lift reverse overturn quash revoke rescind withdraw scrap repeal undo annul retract".split()
)
_GRADED = frozenset("better worse more less fewer sooner later earlier longer".split())


def check_surroundings(pair: Pair, answered: frozenset[int]) -> list[Finding]:
    """Gaps by what stands around the words that answer the claim.

    Args:
        answered: words of the claim that another comparison has dealt with.
    """
    anyway = [*_excepted(pair), *_not_quite(pair), *_undone(pair)]
    if repeated(pair):
        return anyway
    return [
        *anyway,
        *_denials(pair),
        *_obliged(pair),
        *_graded(pair, answered),
        *_compared_dates(pair),
        *_elsewhere(pair),
        *_throughout(pair),
        *_narrower(pair),
    ]


def _gap(pair: Pair, text: str, claim: int = -1, passage: int = -1) -> Finding:
    spans = (
        pair.claim.span(claim, claim) if claim >= 0 else None,
        pair.passage.span(passage, passage) if passage >= 0 else None,
    )
    return Finding("gap", "surroundings", WEIGHT, Reason(text, *spans))


def _negator(reading: Reading) -> int:
    return next(
        (at for at, word in enumerate(reading.words) if word.low in _DENIALS or reading.tags[at] == "not"), -1
    )


def _denials(pair: Pair) -> Iterator[Finding]:
    """A denial of the claim that no word of the passage's sentence answers; and "without having done it"."""
    found = matched(pair)
    at = _negator(pair.claim)
    if at >= 0 and not any(match.relation == "opposite" for match in found):
        sentences = {pair.passage.sentence_of[match.passage.head] for match in found} or {pair.focus}
        there = (i for i, number in enumerate(pair.passage.sentence_of) if number in sentences)
        last = any(word.low == "last" for word in pair.passage.words)  # "last erupted in": not since
        since = last and any(word.low == "since" for word in pair.claim.words)
        if not since and not any(_denies(pair.passage, i) for i in there):
            yield _gap(pair, f"not covered: “{pair.claim.words[at].text}”", at)
    for match in found:
        start = match.passage.start
        own = match.claim.negative or any(word.low == "without" for word in pair.claim.words)
        if start and pair.passage.words[start - 1].low == "without" and not own:
            yield _gap(pair, "the source says that it was done without", passage=start - 1)


def _denies(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return (
        reading.tags[at] == "not"
        or not _NEGATORS.isdisjoint((word.low, *word.lemmas))
        or (word.low.startswith(("un", "in", "im")) and reading.tags[at] in ("adj", "part"))
    )


def _obliged(pair: Pair) -> Iterator[Finding]:
    """ "Must win" does not say that they will."""
    if any(word.low in _OBLIGING or "require" in word.lemmas for word in pair.claim.words):
        return
    for match in matched(pair):
        for at in range(match.passage.start, match.passage.head):
            if pair.passage.words[at].low in _OBLIGING and not match.governing:
                yield _gap(pair, f"the source only says “{pair.passage.words[at].text}”", passage=at)


def _excepted(pair: Pair) -> Iterator[Finding]:
    """What the passage names only to leave it out."""
    out = _left_out(pair.passage)
    own = _left_out(pair.claim)
    for at, word in enumerate(pair.claim.words):
        if pair.claim.tags[at] not in _NAMING:
            continue
        there = places(pair, at) or {i for i, w in enumerate(pair.passage.words) if w.low == word.low}
        if there and there <= out and at not in own:
            reason = f"the source leaves out “{pair.claim.words[at].text}”"
            yield _gap(pair, reason, at, min(there))


def _left_out(reading: Reading) -> frozenset[int]:
    lows = [word.low for word in reading.words]
    found: set[int] = set()
    for start in range(len(lows)):
        for opening in _EXCEPTING:
            if tuple(lows[start : start + len(opening)]) == opening:
                stop = start + len(opening)
                while stop < len(lows) and reading.tags[stop] not in _CLOSERS:
                    stop += 1
                found |= set(range(start + len(opening), stop))
    return frozenset(found)


def _graded(pair: Pair, answered: frozenset[int]) -> Iterator[Finding]:
    """ "Healed faster" is not borne out by "as fast as"."""
    there = {word.low for word in pair.passage.words}
    for at, word in enumerate(pair.claim.words):
        if at in answered or at not in pair.covered:
            continue
        graded = word.low in _GRADED or (word.low.endswith("er") and word.low[:-2] in there)
        if graded and word.low not in there and pair.claim.tags[at] in ("adj", "adv"):
            yield _gap(pair, f"not covered: {word.text}", at)


def _compared_dates(pair: Pair) -> Iterator[Finding]:
    """Dates that the passage gives only to compare with ("than in 2020"), or to begin from ("since 1986")."""
    for mention in pair.claim.dates:
        alike = [d for d in pair.passage.dates if dates_agree(mention, d) in ("equal", "compatible")]
        opening = _opening(pair.claim, mention)
        if alike and all(_other_use(pair.passage, mention, d, opening) for d in alike):
            text = pair.claim.text[mention.start : mention.end]
            span = (mention.start, mention.end)
            reason = Reason(
                f"the source gives {text} for something else", span, (alike[0].start, alike[0].end)
            )
            yield Finding("gap", "surroundings", WEIGHT, reason)


def _other_use(reading: Reading, mention: DateMention, other: DateMention, opening: frozenset[str]) -> bool:
    its = _opening(reading, other)
    since = "since" in its and "since" not in opening and dates_agree(mention, other) != "equal"
    return since or bool(its & _COMPARED and not opening & _COMPARED)


def _opening(reading: Reading, mention: DateMention) -> frozenset[str]:
    """The two words before a date, with the one it may begin with."""
    at = next((i for i, word in enumerate(reading.words) if word.start >= mention.start), 0)
    return frozenset(word.low for word in reading.words[max(0, at - 2) : at + 1])


def _elsewhere(pair: Pair) -> Iterator[Finding]:
    """Names and nouns of the claim's event that stand in other sentences than the event that answers it."""
    for match in matched(pair):
        sentence = pair.passage.sentence_of[match.passage.head]
        near = (sentence, sentence - 1) if _leans(pair.passage, match) else (sentence,)
        for at in match.claim.objects:
            there = places(pair, at) if at in pair.content else frozenset()
            if there and not any(pair.passage.sentence_of[i] in near for i in there):
                word = pair.claim.words[at].text
                yield _gap(pair, f"the source speaks of “{word}” in another connection", at)


def _leans(passage: Reading, match: EventMatch) -> bool:
    """Whether the event's sentence goes on from the one before: a pronoun, or no noun for its subject."""
    party = (*match.passage.subject, *match.passage.objects)
    named = any(passage.tags[at] in ("noun", "name") for at in match.passage.subject)
    return not named or any(passage.tags[at] == "pron" or passage.words[at].low in _OWN for at in party)


def _throughout(pair: Pair) -> Iterator[Finding]:
    """ "Across Norway" is not borne out by what is so in Bergen."""
    for named in pair.names:
        before = pair.claim.words[max(0, named.name.start - 3) : named.name.start]
        if named.other and named.kinship == "within" and any(word.low in _ALL_OVER for word in before):
            yield _gap(pair, "the source speaks only of a part", named.name.start, named.other.start)


def _not_quite(pair: Pair) -> Iterator[Finding]:
    """ "Almost stopped", "was to meet", "too ill to open", "all but three": words that stop short of it."""
    own = {word.low for word in pair.claim.words}
    owed = any(a.low in _BEING and b.low == "to" for a, b in pairwise(pair.claim.words))
    lows = [word.low for word in pair.passage.words]
    for match in matched(pair):
        start = match.passage.start
        for at in range(max(0, start - 3), match.passage.head):
            almost = lows[at] in _ALMOST and at >= start - 1
            meant = lows[at] in _BEING and lows[at + 1] == "to" and at >= start - 1 and not owed
            too = lows[at] == "too" and "to" in lows[at + 1 : match.passage.head]
            if (almost or meant or too) and lows[at] not in own - _BEING:
                yield _gap(pair, f"the source only says “{_shown(pair.passage, at, match)}”", passage=at)
    for at in range(len(lows) - 1):
        if lows[at] in ("all", "none") and lows[at + 1] == "but" and "but" not in own:
            yield _gap(pair, "the source says it of all but some", passage=at)


def _shown(reading: Reading, at: int, match: EventMatch) -> str:
    return reading.text[reading.words[at].start : reading.words[match.passage.head].end]


def _undone(pair: Pair) -> Iterator[Finding]:
    """What the passage goes on to say was lifted, reversed or withdrawn."""
    if any(not _UNDOING.isdisjoint(word.lemmas) for word in pair.claim.words):
        return
    for match in matched(pair):
        for event in pair.passage.events:
            lemmas = pair.passage.words[event.head].lemmas
            if event.head > match.passage.head and not _UNDOING.isdisjoint(lemmas) and not event.negative:
                yield _gap(pair, "the source goes on to say that it was undone", passage=event.head)


def _narrower(pair: Pair) -> Iterator[Finding]:
    """ "One of the brothers", "the farmer's brother", "the co-pilot", "young voters": less, or another."""
    shares = any(figure.dimension in ("percent", "fraction") for figure in pair.claim.figures)
    for at in pair.content:
        there = _answering(pair, places(pair, at))
        opener = governing_preposition(pair.claim, at)
        if there and pair.claim.tags[at] == "name" and all(_so_called(pair, i) for i in there):
            yield _gap(pair, f"the source speaks of another “{pair.claim.words[at].text}”", at, min(there))
        if not there or pair.claim.tags[at] != "noun":
            continue
        if opener >= 0 and pair.claim.words[opener].low != "by":
            theirs = pair.claim.words[opener].low in ("of", "in", "at")  # "the county's town": the same
            if not theirs and not owns(pair.claim, at) and all(owns(pair.passage, i) for i in there):
                yield _gap(pair, f"the source speaks of another's than “{pair.claim.words[at].text}”", at)
            continue
        if all(_less(pair, at, i, shares) for i in there):
            yield _gap(pair, f"the source speaks of another “{pair.claim.words[at].text}”", at, min(there))


def _answering(pair: Pair, there: frozenset[int]) -> frozenset[int]:
    """Those of some words that stand in the sentence of an answering event; all where none does."""
    sentences = {pair.passage.sentence_of[match.passage.head] for match in matched(pair)}
    return frozenset(i for i in there if pair.passage.sentence_of[i] in sentences) or there


def _so_called(pair: Pair, there: int) -> bool:
    """ "The supposed Vendel drawing", where the claim has no such word."""
    while there and pair.passage.tags[there - 1] == "name":
        there -= 1
    before = pair.passage.words[there - 1].low if there else ""
    return before in _SO_CALLED and all(word.low != before for word in pair.claim.words)


def _less(pair: Pair, at: int, there: int, shares: bool) -> bool:
    claim, passage = pair.claim, pair.passage
    if owns(passage, there) and not owns(claim, at):
        return True
    before = passage.words[there - 1].low if there else ""
    if before in _OTHER_THAN and all(word.low not in _OTHER_THAN for word in claim.words):
        return True
    if _one_like(passage, there):
        return True
    if shares and there and passage.tags[there - 1] == "adj":
        return all(there - 1 not in places(pair, i) for i in range(len(claim.words)))
    near = range(max(0, at - 3), at)
    whole = any(claim.words[i].low in ("the", "these", "those", "both") for i in near)
    counted = any(claim.words[i].low in _PARTS or (claim.tags[i] == "num" and not whole) for i in near)
    denied = any(claim.tags[i] == "not" for i in range(max(0, at - 4), at))
    return _partial(passage, there) and not counted and not denied and not _partial(claim, at)


def _one_like(reading: Reading, at: int) -> bool:
    """ "A drug of the same class": another one that is like it."""
    lows = [word.low for word in reading.words[at + 1 : at + 4]]
    return lows[:1] == ["of"] and not _ALIKE.isdisjoint(lows)


def _partial(reading: Reading, at: int) -> bool:
    """Whether a noun stands behind "one of", "part of", "half of" and the like."""
    of = at - 1
    while of > 0 and reading.tags[of] in ("det", "adj", "noun", "name", "num") and at - of < _PHRASE:
        of -= 1  # "nine of the union's 22 members"
    if of < 1 or reading.words[of].low != "of":
        return False
    return reading.tags[of - 1] == "num" or reading.words[of - 1].low in _PARTS
