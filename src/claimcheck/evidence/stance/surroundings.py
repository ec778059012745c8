"""Words around the answering event that take the support away: "without", "except", "must", "than in 2020".

Looked at only where everything else bears the claim out.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.evidence.stance.align import EventMatch, Pair
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import places, repeated
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
)
_CLOSERS = ("mark", "verb", "aux", "modal", "sub", "rel")
_COMPARED = frozenset("than as from against".split())
_OWN = frozenset("his her its their this these that those the".split())
_ALL_OVER = frozenset("across throughout all whole entire every everywhere nationwide".split())
_GRADED = frozenset("better worse more less fewer sooner later earlier longer".split())


def check_surroundings(pair: Pair, answered: frozenset[int]) -> list[Finding]:
    """Gaps by what stands around the words that answer the claim.

    Args:
        answered: words of the claim that another comparison has dealt with.
    """
    if repeated(pair):
        return []
    return [
        *_denials(pair),
        *_obliged(pair),
        *_excepted(pair),
        *_graded(pair, answered),
        *_compared_dates(pair),
        *_elsewhere(pair),
        *_throughout(pair),
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
        if start and pair.passage.words[start - 1].low == "without" and not match.claim.negative:
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
    for at in pair.content:
        there = places(pair, at)
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
