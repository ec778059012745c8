"""Whether what the claim hangs on a deed hangs on the same deed in the source: its figures, dates, places.

"Was arrested, and on Friday his house was searched" does not say that it was on Friday. Looked at only where
all else bears the claim out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.evidence.stance.align import EventMatch, Pair, measured
from claimcheck.evidence.stance.asserting import unrealised
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.displaced import displaced
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import PLACE_KINDS, governing_preposition, places, repeated, word_at
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.dates import dates_agree
from claimcheck.extraction.figures import Figure, compare_figures

WEIGHT = 0.6
_POLAR = ("denial", "polarity", "negation")
_MEASURED = ("date", "quantity")
_ALIKE = ("equal", "compatible")
_HOLDING = frozenset("in at on near inside within around across throughout to into of outside".split())
"""Prepositions of place and time; a phrase of one of them may stand between a deed and its other places."""
_COMPARING = frozenset(
    "late early later earlier fewer more less short behind ahead older younger longer shorter higher lower "
    "cheaper faster slower after before ago apart away too".split()
)
"""Words behind a figure that make a difference, a distance or a delay of it."""
_FOR = frozenset("for with as during over".split())
"""What may stand between a deed and who did it besides."""
_POINTING = frozenset("it him her them there".split())
_NOMINAL = ("noun", "name", "num", "pron")

Places = frozenset[int]
"""Words of the passage that answer something of the claim."""


def check_tethered(pair: Pair) -> list[Finding]:
    """A gap for every figure, date or thing of a deed that the source has of another deed or thing."""
    if repeated(pair):
        return []
    found = []
    for match in matched(pair):
        for span, there, alike in _measures(pair, match.claim):
            if there and not any(_hangs(pair, match, at) for at in alike):
                found.append(_gap(pair, span, min(there)))
        for at, there in _things(pair, match):
            if not any(_hangs(pair, match, i) and _as_close(pair, at, i) for i in there):
                found.append(_gap(pair, pair.claim.span(at, at), min(there)))
    others = (
        _apart(pair),
        _excluded(pair),
        _of_another(pair),
        _owned_otherwise(pair),
        _displaced(pair),
        _of_a_part(pair),
    )
    return [*found, *(gap for gaps in others for gap in gaps)]


def _of_a_part(pair: Pair) -> Iterator[Finding]:
    """ "Prices across Mirland" are not those "in the capital of Mirland"."""
    for match in matched(pair):
        for at in match.claim.subject:
            mine, there = governing_preposition(pair.claim, at), places(pair, at)
            if pair.claim.tags[at] != "name" or mine < 0 or pair.claim.words[mine].low not in _HOLDING:
                continue
            if there and all(_of_something(pair, i) for i in there):
                yield _gap(pair, pair.claim.span(at, at), min(there))


def _of_something(pair: Pair, at: int) -> bool:
    """Whether a name stands behind "of" and a noun that no word of the claim answers."""
    its = governing_preposition(pair.passage, at)
    if its < 1 or pair.passage.words[its].low != "of" or pair.passage.tags[its - 1] != "noun":
        return False
    if pair.passage.words[its - 1].low in _WHOLE:
        return False
    return not any(its - 1 in places(pair, word) for word in pair.content)


_WHOLE = PLACE_KINDS | frozenset("rest whole remainder entirety area county borough parish kingdom".split())


def _displaced(pair: Pair) -> Iterator[Finding]:
    """Names of the claim that stand in another sentence than all that answers it, where other names stand."""
    for match in matched(pair):
        number = pair.passage.sentence_of[match.passage.head]
        own = {at for at, of in enumerate(pair.passage.sentence_of) if of == number}
        name = displaced(pair, match.passage, own)
        if name is not None:
            yield _gap(pair, pair.claim.span(name.start, name.end - 1), match.passage.head)


def _owned_otherwise(pair: Pair) -> Iterator[Finding]:
    """ "The minister's neighbour" has a car: it is not the minister's car."""
    claim, passage = pair.claim, pair.passage
    for at in pair.content:
        mine, there = _owned(claim, at), places(pair, at)
        if mine < 0 or not there or not (things := places(pair, mine)):
            continue
        owning = [_owned(passage, i) for i in there]
        if all(one >= 0 and one not in things for one in owning):
            yield _gap(pair, claim.span(at, mine), min(there))


def _owned(reading: Reading, at: int) -> int:
    """The noun that belongs to a word with "'s" behind it, or -1."""
    if at + 1 >= len(reading.words) or reading.words[at + 1].low != "'s":
        return -1
    last = at + 1
    while last + 1 < len(reading.words) and reading.tags[last + 1] in ("adj", "noun", "name", "num"):
        last += 1
    return last if last > at + 1 and reading.tags[last] in ("noun", "name") else -1


def _excluded(pair: Pair) -> Iterator[Finding]:
    """Parties of the claim that the passage names behind "not": "not by the group but by its rival"."""
    if any(tag == "not" for tag in pair.claim.tags):
        return
    without = any(word.low == "without" for word in pair.claim.words)
    had = {at for match in matched(pair) for at in match.claim.objects} if not without else set()
    for at in pair.content:
        there = places(pair, at) if pair.claim.tags[at] in ("noun", "name") else frozenset()
        if there and all(_behind_not(pair.passage, i) or (at in had and _lacked(pair, i)) for i in there):
            text = f"the source names “{pair.claim.words[at].text}” only to leave it out"
            span, shown = pair.claim.span(at, at), pair.passage.span(min(there), min(there))
            yield Finding("gap", "tethered", WEIGHT, Reason(text, span, shown))


def _lacked(pair: Pair, at: int) -> bool:
    """Whether a noun stands behind "without" and its modifiers."""
    opener = governing_preposition(pair.passage, at)
    return opener >= 0 and pair.passage.words[opener].low == "without"


def _behind_not(reading: Reading, at: int) -> bool:
    first = at - 1
    while (
        first >= 0 and reading.tags[first] in ("det", "adj", "noun", "name", "num", "prep") and at - first < 6
    ):
        first -= 1
    if first < 0 or reading.words[first].low != "not":
        return False
    of_verb = first > 0 and reading.tags[first - 1] in ("aux", "modal")
    return not of_verb and reading.words[first + 1].low not in ("all", "every", "only", "a", "more", "less")


def _of_another(pair: Pair) -> Iterator[Finding]:
    """ "The grave of a servant of the abbess" is not the grave of the abbess."""
    claim, passage = pair.claim, pair.passage
    for at in pair.content:
        mine = governing_preposition(claim, at)
        if mine < 1 or claim.words[mine].low != "of" or claim.tags[mine - 1] != "noun":
            continue
        heads, there = places(pair, mine - 1), places(pair, at)
        if heads and there and all(_stands_between(passage, heads, i) for i in there):
            yield _gap(pair, claim.span(mine - 1, at), min(there))


def _stands_between(reading: Reading, heads: Places, at: int) -> bool:
    """Whether an "of" ties a word to another noun than these, that is itself behind theirs."""
    its = governing_preposition(reading, at)
    if its < 1 or reading.tags[its - 1] != "noun" or its - 1 in heads:
        return False
    if reading.words[its - 1].low in PLACE_KINDS:
        return False
    other = governing_preposition(reading, its - 1)
    return other > 0 and reading.words[other].low == "of" and other - 1 in heads


def _apart(pair: Pair) -> Iterator[Finding]:
    """Figures and dates of what no deed of the passage answers, where another sentence has them."""
    answered = [match.claim for match in matched(pair)]
    for event in pair.claim.events:
        for span, there, alike in _measures(pair, event) if event not in answered else ():
            if there and not any(pair.passage.sentence_of[at] == pair.focus for at in alike):
                yield _gap(pair, span, min(there))


def loosened(pair: Pair, findings: list[Finding]) -> list[Finding]:
    """Findings, where a date or figure that the source has of another deed leaves it open."""
    return [replace(f, kind="gap", weight=0.5) if _adrift(pair, f) else f for f in findings]


def _adrift(pair: Pair, finding: Finding) -> bool:
    """Whether a differing date or figure hangs on no deed of the passage that answers the claim's own."""
    mine, its = finding.reason.claim_span, finding.reason.passage_span
    if finding.kind != "contradiction":
        return False
    if its is not None and _of_another_party(pair, finding):
        return True
    if finding.check in (*_POLAR, "contrast") and its is not None:
        undone = _unasserted(pair, its[0]) if finding.check in _POLAR else _not_so(pair, its)
        return undone or _just_not(pair, its)
    if finding.check not in _MEASURED or mine is None or its is None:
        return False
    first, there = word_at(pair.claim, mine[0]), word_at(pair.passage, its[0])
    if _named_so(pair, first, mine[1]):
        return True
    own = [m for m in matched(pair) if first in {*m.claim.objects, *m.claim.subject, *m.claim.agent}]
    return bool(own) and not any(_hangs(pair, match, there) for match in own)


def _of_another_party(pair: Pair, finding: Finding) -> bool:
    """Whether what denies the claim is told of another, and the claim's own party stands in a sentence apart.

    "The library in Hove lent 70,000 books. The one in Brook managed 22,000."
    """
    mine, its = finding.reason.claim_span, finding.reason.passage_span
    if its is None or finding.check not in (*_POLAR, *_MEASURED, "contrast", "name"):
        return False
    number = pair.passage.sentence_of[word_at(pair.passage, its[0])]
    own = {at for at, of in enumerate(pair.passage.sentence_of) if of == number}
    events = [event for event in pair.passage.events if event.head in own]
    name = next((n for event in events if (n := displaced(pair, event, own)) is not None), None)
    if name is None or finding.check != "name":
        return name is not None
    told = [at for at in pair.content if not (mine and mine[0] <= pair.claim.words[at].start < mine[1])]
    besides = [at for at in told if not places(pair, at) <= own]
    return any(at in measured(pair.claim) for at in besides) or 0 < len(told) <= 2 * len(besides)


def _just_not(pair: Pair, span: tuple[int, int]) -> bool:
    """ "Very nearly lost": it did not happen."""
    at = word_at(pair.passage, span[0])
    near = (
        i for i in range(max(0, at - 1), len(pair.passage.words)) if pair.passage.words[i].start < span[1]
    )
    return any(
        pair.passage.words[i].low in ("nearly", "almost") and pair.passage.tags[i + 1] in ("verb", "part")
        for i in near
    )


def _not_so(pair: Pair, span: tuple[int, int]) -> bool:
    """ "It is not the case that they stayed away"."""
    number = pair.passage.sentence_of[word_at(pair.passage, span[0])]
    first = pair.passage.sentence_of.index(number)
    frame = tuple(word.low for word in pair.passage.words[first : first + 6])
    return "not" in frame and bool({"case", "true"} & set(frame)) and "that" in frame


def _unasserted(pair: Pair, start: int) -> bool:
    """Whether the deed that seems to deny the claim is only meant; or the claim denies it elsewhere."""
    at = word_at(pair.passage, start)
    for match in matched(pair):
        event = match.passage
        if min(event.start, *event.denials, event.head) <= at <= event.head and match.claim.reporter < 0:
            return unrealised(pair, match) or _denied_elsewhere(pair, match)
    return False


def _denied_elsewhere(pair: Pair, match: EventMatch) -> bool:
    """ "Does not run in winter" and "runs from May on": denied for a time or place that the passage lacks."""
    if not match.claim.negative or match.passage.negative:
        return False
    behind = [at for at in match.claim.objects if governing_preposition(pair.claim, at) >= 0]
    lacking = any(at in pair.content and not places(pair, at) for at in behind)
    dated = [span for span, there, _ in _measures(pair, match.claim) if not there]
    return lacking or any(pair.claim.text[: span[0]].endswith((" in ", " on ", " during ")) for span in dated)


def _named_so(pair: Pair, first: int, end: int) -> bool:
    """Whether a number belongs to a name ("Route Two") that the passage has as well."""
    name = next((n.name for n in pair.names if n.name.end == first), None)
    return name is not None and pair.claim.text[pair.claim.words[name.start].start : end] in pair.passage.text


def _gap(pair: Pair, span: tuple[int, int], there: int) -> Finding:
    shown = pair.claim.text[slice(*span)]
    text = f"the source has “{shown}” in another connection"
    return Finding("gap", "tethered", WEIGHT, Reason(text, span, pair.passage.span(there, there)))


def _measures(pair: Pair, event: Event) -> Iterator[tuple[tuple[int, int], Places, Places]]:
    """The figures and dates of an event of the claim: span, where one agrees, where it measures the same."""
    own = {*event.objects, *event.subject, *event.agent}
    for figure in pair.claim.figures:
        alike = [f for f in pair.passage.figures if compare_figures(figure, f) in _ALIKE]
        same = [f.start for f in alike if _measures_alike(pair, figure, f)]
        if word_at(pair.claim, figure.start) in own:
            yield (
                (figure.start, figure.end),
                _words(pair.passage, [f.start for f in alike]),
                _words(pair.passage, same),
            )
    for mention in pair.claim.dates:
        agreeing = [d.start for d in pair.passage.dates if dates_agree(mention, d) in _ALIKE]
        if word_at(pair.claim, mention.start) in own:
            there = _words(pair.passage, agreeing)
            yield (mention.start, mention.end), there, there


def _measures_alike(pair: Pair, figure: Figure, other: Figure) -> bool:
    """Whether both figures measure alike: no "three days late" for "three days", no "40 fewer" for "40"."""
    sides = [_behind(reading, f) & _COMPARING for reading, f in ((pair.claim, figure), (pair.passage, other))]
    return sides[0] == sides[1]


def _behind(reading: Reading, figure: Figure) -> frozenset[str]:
    """The two words behind a figure and its noun."""
    at = next((i for i, word in enumerate(reading.words) if word.start >= figure.end), len(reading.words))
    return frozenset(word.low for word in reading.words[at : at + 2])


def _things(pair: Pair, match: EventMatch) -> Iterator[tuple[int, Places]]:
    """The nouns behind prepositions of an event of the claim, with the words that answer them."""
    if _leans(pair.passage, match.passage):
        return
    claim, event = pair.claim, match.claim
    deeds = {i for other in claim.events if other is not event for i in (other.head, *other.objects)}
    skipped = measured(claim) | deeds
    for at in (*event.objects, *event.agent):
        named = claim.tags[at] in ("noun", "name") and at in pair.content and at not in skipped
        if named and governing_preposition(claim, at) >= 0 and (there := places(pair, at)):
            yield at, there


def _leans(reading: Reading, event: Event) -> bool:
    """Whether a pronoun among the parties stands for what was named before."""
    if any(reading.tags[i] in ("pron", "rel") for i in event.subject):
        return True
    owned = (i for i in event.objects if i and reading.words[i - 1].low != "of")
    return any(reading.words[i].low in _POINTING and reading.tags[i] != "det" for i in owned)


def _as_close(pair: Pair, at: int, there: int) -> bool:
    """Whether "in Oslo" answers to "in Oslo" and not to "from Oslo"."""
    mine, its = governing_preposition(pair.claim, at), governing_preposition(pair.passage, there)
    if mine < 0 or its < 0 or pair.claim.words[mine].low not in _HOLDING:
        return True
    return pair.passage.words[its].low in _HOLDING


def _words(reading: Reading, starts: list[int]) -> Places:
    return frozenset(word_at(reading, start) for start in starts)


def _hangs(pair: Pair, match: EventMatch, at: int) -> bool:
    """Whether a word of the passage belongs to the answering deed itself."""
    event = match.passage
    if at in event.objects or at in event.agent:
        return _directly(pair, match, at)
    loose = event.opener >= 0 and event.start == event.head and pair.passage.tags[event.head] == "part"
    ahead = at in event.subject or _ahead(pair.passage, event, at)
    own = event.start <= at < event.end or (ahead and not (loose and at in measured(pair.passage)))
    return own or _told(pair, match, at)


def _ahead(reading: Reading, event: Event, at: int) -> bool:
    """Whether a word stands before the deed and its subject, and before any other deed of the sentence."""
    first = min([*event.subject, event.start])
    if at >= first or reading.sentence_of[at] != reading.sentence_of[event.head]:
        return False
    return not any(at <= other.head < first for other in reading.events if other is not event)


def _told(pair: Pair, match: EventMatch, at: int) -> bool:
    """Whether the word's deed answers another of the claim, or is governed by this one ("asked to leave")."""
    head_ = match.passage.head
    answers = [other.passage for other in matched(pair) if other is not match]
    governed = [deed for deed in pair.passage.events if head_ in deed.chain]
    return any(at in {*deed.subject, *deed.objects, deed.head} for deed in (*answers, *governed))


def _directly(pair: Pair, match: EventMatch, at: int) -> bool:
    """Whether nothing stands between a deed and a word behind it that takes the word for itself."""
    reading, event = pair.passage, match.passage
    opener = governing_preposition(reading, at)
    inner = [i for i in (*event.objects, *event.agent) if event.head < i < (opener if opener >= 0 else at)]
    answered = {i for word in range(len(pair.claim.words)) for i in places(pair, word)}
    holding = _HOLDING | _FOR if at in event.agent else _HOLDING
    if reading.tags[at] != "num" and any(_takes(reading, i, answered, holding) for i in inner):
        return False
    return not _second(reading, event, at, answered)


def _takes(reading: Reading, at: int, answered: set[int], holding: frozenset[str]) -> bool:
    """ "After a match": whether a noun that the claim lacks has a phrase of its own, no place or time."""
    if reading.tags[at] not in ("noun", "name") or at in measured(reading):
        return False
    opener = governing_preposition(reading, at)
    if opener < 0 and (before := _clauseword_at(reading, at)) >= 0:
        opener = before
    alone = answered.isdisjoint(range(opener + 1, at + 1))
    return opener >= 0 and alone and reading.words[opener].low not in holding


def _clauseword_at(reading: Reading, at: int) -> int:
    """The "after" or "before" that stands before a noun as a preposition would, or -1."""
    while at > 0 and reading.tags[at] in ("noun", "name", "adj", "det", "num"):
        at -= 1
    return at if reading.words[at].low in ("after", "before", "since", "until") else -1


def _second(reading: Reading, event: Event, at: int, answered: set[int]) -> bool:
    """Whether a word is told of a second party: "in Leeds and her husband in Lagos", "and 300 in May"."""
    joints = [i for i in event.objects if reading.tags[i] == "conj" and i < at]
    opening = [i for i in event.objects if joints and joints[-1] < i < at]
    party = [i for i in opening if reading.tags[i] in _NOMINAL and i not in answered]
    return any(governing_preposition(reading, i) < 0 and not _one_phrase(reading, i, at) for i in party)


def _one_phrase(reading: Reading, first: int, last: int) -> bool:
    """Whether only words of one noun phrase stand between two words: no figure behind a noun."""
    tags = reading.tags[first : last + 1]
    return all(tag in ("adj", "noun", "name", "num", "det") for tag in tags) and "num" not in tags[1:]
