"""Which of two things is the greater: "larger than", "fewer … than", "as many … as"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import places
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.dates import DateMention, dates_agree

_SCALES = {
    word: (scale, sign)
    for scale, pairs in {
        "amount": "more/fewer more/less",
        "size": "larger/smaller bigger/smaller greater/smaller",
        "age": "older/younger older/newer",
        "height": "taller/shorter higher/lower",
        "length": "longer/shorter",
        "wealth": "richer/poorer wealthier/poorer",
        "speed": "faster/slower quicker/slower",
        "price": "dearer/cheaper costlier/cheaper",
        "weight": "heavier/lighter",
        "strength": "stronger/weaker",
        "worth": "better/worse",
        "heat": "hotter/colder warmer/cooler",
        "width": "wider/narrower",
        "depth": "deeper/shallower",
        "time": "later/earlier",
        "distance": "farther/nearer further/closer",
        "wetness": "wetter/drier",
    }.items()
    for pair in pairs.split()
    for word, sign in zip(pair.split("/"), (1, -1), strict=True)
}
_BY_ADJECTIVE = {"expensive": ("price", 1), "affordable": ("price", -1), "recent": ("age", -1)}
MOST_COMPARISONS = 6
"""Comparisons of one text that are held against another's, so that a hostile text costs little."""
_IF = frozenset(("if", "unless"))
_TELLING = ("noun", "name", "num", "adj", "verb", "part", "ing")
_PARTY = ("noun", "name", "num", "adj", "det", "pron", "part")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two things on one scale.

    Attributes:
        sign: 1 where the first exceeds the second, -1 where it is less, 0 where they are equal.
        denied: whether the text says that it is not so.
    """

    first: frozenset[int]
    second: frozenset[int]
    scale: str
    sign: int
    denied: bool
    start: int
    end: int


def find_comparisons(reading: Reading) -> list[Comparison]:
    """The comparisons of two things that a text makes."""
    found = (_comparison(reading, at) for at, word in enumerate(reading.words) if word.low in ("than", "as"))
    return list(islice((comparison for comparison in found if comparison), MOST_COMPARISONS))


def _comparison(reading: Reading, at: int) -> Comparison | None:
    opening = _opening(reading, at)
    if opening is None:
        return None
    start, scale, sign = opening
    second = _run(reading, at + 1)
    between = [i for i in range(start + 1, at) if reading.tags[i] in ("noun", "name")]
    counted = reading.words[start].low in ("more", "fewer", "less", "as") and between
    first = frozenset(between) if counted else _subject(reading, start)
    if not first or not any(reading.tags[i] in ("noun", "name") for i in second):
        return None
    denied = any(reading.tags[i] == "not" for i in range(max(0, start - 3), start))
    return Comparison(first, second, scale, sign, denied, start, max(second))


def _opening(reading: Reading, at: int) -> tuple[int, str, int] | None:
    """The word that opens the comparison, with its scale and sign."""
    for before in range(at - 1, max(-1, at - 6), -1):
        low = reading.words[before].low
        if reading.tags[before] == "mark" or reading.sentence_of[before] != reading.sentence_of[at]:
            return None
        if reading.words[at].low == "as":
            if low == "as" and reading.words[before + 1].low in ("many", "much"):
                return before, "amount", 0
        elif low in _SCALES:
            scale, sign = _SCALES[low]
            adjective = reading.words[before + 1].low
            if low in ("more", "less") and adjective in _BY_ADJECTIVE:
                scale, of_adjective = _BY_ADJECTIVE[adjective]
                return before, scale, sign * of_adjective
            if low in ("more", "less") and reading.tags[before + 1] == "adj":
                return before, adjective, sign
            return before, scale, sign
    return None


def _run(reading: Reading, start: int) -> frozenset[int]:
    end = start
    while end < len(reading.tags) and reading.tags[end] in _PARTY:
        end += 1
    return frozenset(range(start, end))


def _subject(reading: Reading, at: int) -> frozenset[int]:
    """The subject of the verb just before a comparative."""
    before = [
        e for e in reading.events if e.head < at and reading.sentence_of[e.head] == reading.sentence_of[at]
    ]
    return frozenset(before[-1].subject) if before and at - before[-1].head <= 4 else frozenset()


def check_comparisons(pair: Pair) -> tuple[list[Finding], frozenset[int]]:
    """Contradictions, and the claim's words of comparisons that the passage bears out."""
    findings: list[Finding] = []
    answered: set[int] = set()
    theirs = find_comparisons(pair.passage)
    for mine in find_comparisons(pair.claim):
        verdicts = [(its, _agree(pair, mine, its)) for its in theirs]
        if all(agree is None for _, agree in verdicts):
            findings.append(_uncompared(pair, mine))
        for its, agree in verdicts:
            if agree is None:
                continue
            if agree:
                answered.update(range(mine.start, mine.end + 1), mine.first)
            else:
                spans = pair.claim.span(mine.start, mine.end), pair.passage.span(its.start, its.end)
                said, ours = pair.passage.text[slice(*spans[1])], pair.claim.text[slice(*spans[0])]
                reason = Reason(f"source: {said}; article: {ours}", *spans)
                if _of_others(pair, mine):
                    findings.append(Finding("gap", "comparison", 0.5, reason))
                else:
                    findings.append(Finding("contradiction", "comparison", 0.9, reason))
    return findings, frozenset(answered)


def _of_others(pair: Pair, mine: Comparison) -> bool:
    """Whether the passage has a rival for a name that stands beside a comparison of the claim."""
    compared = mine.first | mine.second
    return any(
        n.kinship == "rival" and compared.isdisjoint(range(n.name.start, n.name.end)) for n in pair.names
    )


def check_counted_deeds(pair: Pair) -> list[Finding]:
    """A contradiction where "more came than left" is told as "more left than came"; a gap if more differs."""
    exchanged = _exchanged(pair)
    if exchanged is None or exchanged.sign < 0:
        return []
    said = pair.passage.text[slice(*exchanged.passage)]
    text = f"source: {said}; article: {pair.claim.text[slice(*exchanged.claim)]}"
    reason = Reason(text, exchanged.claim, exchanged.passage)
    if exchanged.alike:
        return [Finding("contradiction", "comparison", 0.85, reason)]
    return [Finding("gap", "comparison", 0.5, reason)]


def turned(pair: Pair, findings: list[Finding]) -> list[Finding]:
    """The findings; "fewer left than came" contradicts nothing of "more came than left"."""
    exchanged = _exchanged(pair)
    if exchanged is None or exchanged.sign > 0 or not exchanged.alike:
        return findings
    span = exchanged.claim
    return [replace(f, kind="gap", weight=0.5) if _contrary_in(f, span) else f for f in findings]


def _contrary_in(finding: Finding, span: tuple[int, int]) -> bool:
    mine = finding.reason.claim_span
    return finding.kind == "contradiction" and mine is not None and mine[0] < span[1] and span[0] < mine[1]


@dataclass(frozen=True, slots=True)
class _Exchanged:
    """Two comparisons of how many did what, with their sides exchanged.

    Attributes:
        sign: -1 where "fewer" for "more" evens it out, else 1.
        alike: whether nothing else differs.
        claim, passage: where they stand.
    """

    sign: int
    alike: bool
    claim: tuple[int, int]
    passage: tuple[int, int]


def _exchanged(pair: Pair) -> _Exchanged | None:
    ours, theirs = _counted_deeds(pair.claim), _counted_deeds(pair.passage)
    if ours is None or theirs is None:
        return None
    (sign, more, than), (their_sign, their_more, their_than) = ours, theirs
    if not _only_in(pair, more, their_than, their_more) or not _only_in(pair, than, their_more, their_than):
        return None
    spans = pair.claim.span(more[0] - 1, than[-1]), pair.passage.span(their_more[0] - 1, their_than[-1])
    return _Exchanged(sign * their_sign, _all_else_alike(pair, (*their_more, *their_than)), *spans)


def _counted_deeds(reading: Reading) -> tuple[int, list[int], list[int]] | None:
    """Sign, and the words on both sides of the first "than" behind "more people" or "fewer people"."""
    lows = [word.low for word in reading.words]
    than = lows.index("than") if "than" in lows else -1
    opening = next((at for at in range(than - 1, -1, -1) if lows[at] in ("more", "fewer")), -1)
    if than < 0 or opening < 0 or reading.sentence_of[opening] != reading.sentence_of[than]:
        return None
    behind = (at for at in range(than + 1, len(lows)) if reading.tags[at] == "mark")
    end = next(behind, len(lows))
    sides = list(range(opening + 1, than)), list(range(than + 1, end))
    return (1 if lows[opening] == "more" else -1, *sides) if all(sides) else None


def _all_else_alike(pair: Pair, theirs: tuple[int, ...]) -> bool:
    """Whether two comparisons differ in the order of their sides only: not in deed, place, day or denial."""
    claim, passage = pair.claim, pair.passage
    names = all(n.kinship in ("same", "within") for n in pair.names)
    if not names or not pair.covered.issuperset(pair.content):
        return False
    known = {lemma for word in claim.words for lemma in word.lemmas}
    answering = {there for at in pair.content for there in places(pair, at)}
    dated = {at for at in theirs if any(d.start <= passage.words[at].start < d.end for d in passage.dates)}
    others = (at for at in theirs if passage.tags[at] in _TELLING and at not in answering | dated)
    if any(known.isdisjoint(passage.words[at].lemmas) for at in others):
        return False
    here = [at for at, of in enumerate(passage.sentence_of) if of == passage.sentence_of[theirs[0]]]
    unsure = [
        {reading.tags[at] for at in words} & {"not", "modal"} | {reading.words[at].low for at in words} & _IF
        for reading, words in ((claim, range(len(claim.words))), (passage, here))
    ]
    return unsure[0] == unsure[1] and _same_days(pair, passage.span(here[0], here[-1]))


def _same_days(pair: Pair, sentence: tuple[int, int]) -> bool:
    """Whether every date of the claim stands in a sentence of the passage, and no other; or it has none."""
    if not pair.claim.dates:
        return True
    dates = [date for date in pair.passage.dates if sentence[0] <= date.start < sentence[1]]
    ours = all(any(_one_day(pair, mine, other) for other in dates) for mine in pair.claim.dates)
    return ours and all(any(_one_day(pair, mine, other) for mine in pair.claim.dates) for other in dates)


def _one_day(pair: Pair, mine: DateMention, other: DateMention) -> bool:
    """Whether two dates are equal, or of an unknown week and told in the same words."""
    ours, theirs = pair.claim.text[mine.start : mine.end], pair.passage.text[other.start : other.end]
    unknown = not mine.resolved and not other.resolved and ours.casefold() == theirs.casefold()
    return unknown or dates_agree(mine, other) == "equal"


def _only_in(pair: Pair, ours: list[int], there: list[int], elsewhere: list[int]) -> bool:
    """Whether some word of the claim's side stands among some words of the passage, and not among others."""
    inside, outside = (
        {lemma for at in side for lemma in pair.passage.words[at].lemmas} for side in (there, elsewhere)
    )
    words = (pair.claim.words[at].lemmas for at in ours if pair.claim.tags[at] in _TELLING)
    return any(not inside.isdisjoint(lemmas) and outside.isdisjoint(lemmas) for lemmas in words)


def _uncompared(pair: Pair, mine: Comparison) -> Finding:
    span = pair.claim.span(mine.start, mine.end)
    return Finding("gap", "comparison", 0.55, Reason(f"not covered: {pair.claim.text[slice(*span)]}", span))


def _agree(pair: Pair, mine: Comparison, its: Comparison) -> bool | None:
    """Whether two comparisons say the same; None where they are not of the same two things."""
    if mine.scale != its.scale:
        return None
    if _held(pair, mine.first, its.first) and _held(pair, mine.second, its.second):
        sign = its.sign
    elif _held(pair, mine.first, its.second) and _held(pair, mine.second, its.first):
        sign = -its.sign
    else:
        return None
    if mine.denied == its.denied:
        return mine.sign == sign
    return None if mine.sign != sign else False


def _held(pair: Pair, ours: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether every noun and name of a party is among some words of the passage."""
    wanted = [at for at in ours if pair.claim.tags[at] in ("noun", "name") and at in pair.matches]
    held = [at for at in wanted if any(m.strength >= 0.9 and m.index in theirs for m in pair.matches[at])]
    named = {
        at
        for m in pair.names
        if m.other is not None and m.kinship == "same" and m.other.start in theirs
        for at in range(m.name.start, m.name.end)
    }
    return bool(wanted) and all(at in named or at in held for at in wanted)
