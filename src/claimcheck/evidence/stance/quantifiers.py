"""All, most, many, some, few, none: how many of a thing the claim and the passage speak of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimcheck.evidence.stance.align import EventMatch, Pair
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading

LEVELS = {
    "all": "all",
    "every": "all",
    "each": "all",
    "everyone": "all",
    "everybody": "all",
    "everything": "all",
    "both": "all",
    "unanimous": "all",
    "unanimously": "all",
    "entire": "all",
    "whole": "all",
    "most": "most",
    "majority": "most",
    "mostly": "most",
    "many": "many",
    "numerous": "many",
    "much": "many",
    "some": "some",
    "several": "some",
    "part": "some",
    "one": "part",
    "certain": "some",
    "few": "few",
    "minority": "few",
    "handful": "few",
    "no": "none",
    "none": "none",
    "nobody": "none",
    "no_one": "none",
    "nothing": "none",
    "neither": "none",
}
CONTRARY = {
    ("all", "none"),
    ("all", "few"),
    ("all", "part"),
    ("all", "most_not_all"),
    ("most", "none"),
    ("most", "few"),
    ("most", "less"),
    ("many", "none"),
    ("some", "none"),
    ("few", "all"),
    ("few", "most"),
    ("few", "many"),
    ("none", "all"),
    ("none", "most"),
    ("none", "many"),
    ("none", "some"),
    ("none", "few"),
    ("none", "part"),
    ("none", "more"),
    ("none", "less"),
    ("few", "more"),
    ("all", "less"),
    ("all", "more"),
    ("all", "most"),
    ("most_not_all", "all"),
}
_FOLLOWS = {
    ("most", "all"),
    ("most", "more"),
    ("many", "most"),
    ("many", "all"),
    ("many", "more"),
    ("some", "all"),
    ("some", "most"),
    ("some", "many"),
    ("some", "few"),
    ("some", "part"),
    ("some", "more"),
    ("some", "less"),
    ("few", "less"),
    ("many", "part"),
    ("most", "part"),
    ("few", "part"),
    *((level, "most_not_all") for level in ("some", "many", "most")),
    *(("most_not_all", level) for level in ("none", "few", "some", "part", "less", "most")),
}


_SOLE = frozenset("only exclusively solely sole just alone entirely except nothing nobody none all".split())


@dataclass(frozen=True, slots=True)
class _Amount:
    level: str
    index: int


def check_quantifiers(pair: Pair) -> list[Finding]:
    """A finding where the claim says more, or other, than the passage about how many."""
    return [finding for match in matched(pair) if (finding := _check(pair, match))] + _only(pair)


def _only(pair: Pair) -> list[Finding]:
    """ "Only" says that nothing else is so, which a passage that does not exclude it leaves open."""
    if any(word.low in _SOLE for word in pair.passage.words):
        return []
    found = [at for at, word in enumerate(pair.claim.words) if word.low in ("only", "exclusively", "solely")]
    text = "not covered: that it is so of nothing else"
    return [Finding("gap", "quantifier", 0.7, Reason(text, pair.claim.span(at, at))) for at in found[:1]]


def _check(pair: Pair, match: EventMatch) -> Finding | None:
    mine = _amount(pair.claim, match.claim.subject) or _amount(pair.claim, match.claim.objects)
    if mine is None:
        return None
    its = _amount(pair.passage, match.passage.subject) or _amount(pair.passage, match.passage.objects)
    if its is None:
        its = _counted(pair.passage, (*match.passage.subject, *match.passage.objects))
        if its is not None and not _of_one_kind(pair, mine, its):
            return None
    if its is None:
        return _all_of_what(pair, mine) if mine.level in ("all", "most") else None
    if mine.level == its.level or (mine.level, its.level) in _FOLLOWS:
        return None
    contrary = (mine.level, its.level) in CONTRARY and match.relation != "opposite"
    contrary = contrary and (mine.level != "none" or not match.claim.negative)
    contrary = contrary and (its.level != "none" or not match.passage.negative)
    spans = pair.claim.span(mine.index, mine.index), pair.passage.span(its.index, its.index)
    text = f"source: {_shown(pair.passage, its.index)}; article: {_shown(pair.claim, mine.index)}"
    if contrary:
        return Finding("contradiction", "quantifier", 0.75, Reason(text, *spans))
    if "none" in (mine.level, its.level):
        return None  # a negation: compared as such
    return Finding("gap", "quantifier", 0.8, Reason(text, *spans))


def _of_one_kind(pair: Pair, mine: _Amount, its: _Amount) -> bool:
    """Whether what the passage counts is what the claim speaks of; "three professors" are no faculty."""
    kind, its_kind = _noun(pair.claim, mine.index), _noun(pair.passage, its.index)
    return kind < 0 or its_kind < 0 or any(m.index == its_kind for m in pair.matches.get(kind, ()))


def _noun(reading: Reading, at: int) -> int:
    """The noun that an amount counts, or -1."""
    near = range(at + 1, min(at + _NEAR, len(reading.tags)))
    return next(
        (
            i
            for i in near
            if reading.tags[i] == "noun" and _SHARES.isdisjoint(reading.words[i].low.split("_"))
        ),
        -1,
    )


_SHARES = frozenset(
    "percent cent half third thirds quarter quarters majority minority handful number".split()
)
_NEAR = 7
"""Words behind an amount among which the noun is looked for that it counts."""


def eased(pair: Pair, findings: list[Finding]) -> list[Finding]:
    """The findings; "four of eleven have none" leaves open what "most have one" says."""
    return [replace(f, kind="gap", weight=0.5) if _of_others(pair, f) else f for f in findings]


def _of_others(pair: Pair, finding: Finding) -> bool:
    """Whether a denial speaks of some of a thing, and the claim of others of it."""
    span = finding.reason.claim_span
    if finding.kind != "contradiction" or finding.check not in ("denial", "polarity") or span is None:
        return False
    for match in matched(pair):
        if not span[0] <= pair.claim.words[match.claim.head].start < span[1]:
            continue
        mine = _amount(pair.claim, match.claim.subject)
        its = _amount(pair.passage, match.passage.subject) or _counted(pair.passage, match.passage.subject)
        return mine is not None and its is not None and (mine.level, its.level) in _SIDE_BY_SIDE
    return False


_SIDE_BY_SIDE = {("some", level) for level in ("most", "many", "some", "few", "part", "more", "less")} | {
    (level, other) for level in ("most", "many") for other in ("some", "few", "part", "less")
}
"""Amounts of one thing that two opposites can be said of at one time."""


def quantified(pair: Pair) -> frozenset[int]:
    """The claim's words of amount, which are compared as amounts and not as words."""
    found = (_amount(pair.claim, (*m.claim.subject, *m.claim.objects)) for m in matched(pair))
    return frozenset(amount.index for amount in found if amount)


def _all_of_what(pair: Pair, mine: _Amount) -> Finding | None:
    word = pair.claim.words[mine.index]
    if mine.index in pair.covered or word.low in ("both", "each", "whole", "entire"):
        return None
    return Finding(
        "gap",
        "quantifier",
        0.5,
        Reason(f"not covered: {_shown(pair.claim, mine.index)}", pair.claim.span(mine.index, mine.index)),
    )


def _amount(reading: Reading, words: tuple[int, ...]) -> _Amount | None:
    for at in words:
        if reading.tags[at] == "prep" and at != words[0] and reading.words[at].low != "of":
            return None
        low = reading.words[at].low
        level = LEVELS.get(low)
        before = reading.words[at - 1].low if at else ""
        after = reading.words[at + 1].low if at + 1 < len(reading.words) else ""
        if low == "any" and before in ("hardly", "scarcely", "barely"):
            return _Amount("few", at)
        if low == "single" and reading.words[max(0, at - 2)].low == "not":
            return _Amount("none", at)
        if level is None or (low in ("few", "many") and before in ("as", "so", "how", "too")):
            continue
        if low == "most" and reading.tags[at + 1 : at + 2] == ("adj",):
            continue  # "the most visited"
        if low == "one" and after != "of":
            continue
        if level == "all" and before in ("nearly", "almost"):
            return _Amount("most", at)
        if level == "all" and before == "not":
            return _Amount("most_not_all", at)
        if before in ("of", "in", "at", "for", "with", "by") and low != "which":
            continue
        if low == "few" and before == "a":
            return _Amount("some", at)
        if (low == "no" and after in ("longer", "fewer", "less", "more")) or before in ("at", "least"):
            continue
        return _Amount(level, at)
    return None


def _counted(reading: Reading, words: tuple[int, ...]) -> _Amount | None:
    """ "72 percent of", "31 of the 40", "31 to 9", "two of the nine"."""
    spans = {reading.words[at].start: at for at in words}
    inside = [f for f in reading.figures if f.start in spans]
    for figure in inside:
        share = (
            figure.low / 100
            if figure.dimension == "percent"
            else figure.low
            if figure.dimension in ("fraction", "ratio")
            else None
        )
        if share is not None and 0 < share < 1 and not figure.change:
            return _Amount("more" if share > 0.5 else "less", spans[figure.start])
    counts = [f for f in inside if f.dimension in ("count", "score") and f.precision != "at least"]
    if len(counts) >= 2 and counts[0].low < counts[1].low:
        return _Amount("more" if counts[0].low * 2 > counts[1].low else "part", spans[counts[0].start])
    if counts and (counts[0].dimension == "score" or len(counts) >= 2):
        return _Amount("part", spans[counts[0].start])
    if counts:
        return _Amount("part", spans[counts[0].start])
    return None


def _shown(reading: Reading, at: int) -> str:
    end = at + 1
    while (
        end < len(reading.words)
        and end < at + 5
        and reading.tags[end] in ("noun", "prep", "det", "num", "adj", "name")
    ):
        end += 1
    return reading.text[reading.words[at].start : reading.words[end - 1].end]
