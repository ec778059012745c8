"""Dates of the claim against dates of the passage, each relative to the day its own text was published."""

from __future__ import annotations

import re

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import says_how, word_at
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.dates import DateMention, dates_agree
from claimcheck.extraction.figures import Figure

_RANK = {"equal": 0, "compatible": 1, "different": 2, "incomparable": 3}
_SIZE = {
    "day": 0,
    "weekday": 0,
    "week": 1,
    "month": 2,
    "season": 3,
    "quarter": 3,
    "half": 4,
    "year": 5,
    "fiscal year": 5,
    "decade": 6,
    "century": 7,
    "period": 5,
}


_BEFORE = re.compile(r"\b(\w+)\s+(?:(?:the|this|that|early|late|mid|about|around)\s+)*$", re.IGNORECASE)
_ROLES = frozenset({"for", "since", "until", "till", "before", "after", "through", "from"})
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()


def check_dates(pair: Pair) -> list[Finding]:
    """A finding for every date of the claim that the passage does not give too."""
    found = (_check(pair, mention) for mention in pair.claim.dates)
    return [finding for finding in found if finding]


def _check(pair: Pair, mention: DateMention) -> Finding | None:
    ranked = sorted(
        (
            (_rank(pair, mention, other), -_nearness(pair, mention, other), other.start, other)
            for other in pair.passage.dates
        ),
        key=lambda row: row[:3],
    )
    text = pair.claim.text[mention.start : mention.end]
    if not ranked or ranked[0][0] == 3:
        return Finding("gap", "date", 0.8, Reason(f"not covered: {text}", (mention.start, mention.end)))
    rank, _, _, other = ranked[0]
    there = pair.passage.text[other.start : other.end]
    reason = Reason(
        f"source: {there}; article: {text}", (mention.start, mention.end), (other.start, other.end)
    )
    if rank == 2:
        sure = pair.near >= 0.5 and _nearness(pair, mention, other) > 0 and _comparable(pair, mention, other)
        return Finding("contradiction" if sure else "gap", "date", 0.85 if sure else 0.5, reason)
    finer = _SIZE[mention.granularity] < _SIZE[other.granularity] and not mention.relative
    part = _SIZE[mention.granularity] > _SIZE[other.granularity] and _throughout(pair.claim, mention)
    if rank == 1 and (finer or part or (mention.resolved and not other.resolved)):
        return Finding(
            "gap",
            "date",
            0.6,
            Reason(
                f"not covered: {text}; the source says only {there}", reason.claim_span, reason.passage_span
            ),
        )
    return None


_SUMMING = frozenset(
    "most more fewer less average total altogether never always every overall all each only no none entire "
    "whole often usually regularly frequently mostly rarely seldom generally typically".split()
)
"""Words that tell of all that happened in a time, or of how often it did."""
_COUNTING = frozenset(("count", "percent", "percentage points", "fraction", "ratio", "multiple", "money"))
_LOW_ENDS = frozenset(("more than", "at least"))
"""What is more than a figure in a part of a time is more than it in the whole."""
_CERTAIN = frozenset("the these those both his her their its".split())


def _throughout(reading: Reading, mention: DateMention) -> bool:
    """Whether the claim tells how it was throughout a time, or of all in it: in a part that may not be so.

    "The mill burned down in 2020" follows from "in May 2020"; "twelve were killed", "nobody was killed", "the
    trains were late in 2020" do not.
    """
    event = _dated(reading, mention)
    if event is None:
        own = list(range(len(reading.words)))
    else:
        own = sorted({*event.subject, *range(event.start, event.end), *event.objects, *event.denials})
        if event.negative or says_how(reading, event):
            return True
    return any(_sums(reading, at) for at in own) or any(
        _totals(reading, figure, own) for figure in reading.figures
    )


def _dated(reading: Reading, mention: DateMention) -> Event | None:
    """The event that a date tells of: the one that has it, else the first behind it or the last before it."""
    words = [at for at, word in enumerate(reading.words) if mention.start <= word.start < mention.end]
    for event in reading.events:
        if any(at in event.objects or at in event.subject for at in words):
            return event
    behind = (event for event in reading.events if words and event.head > words[0])
    return next(behind, reading.events[-1] if reading.events else None)


def _sums(reading: Reading, at: int) -> bool:
    """Whether a word sums up; "more than 40", "the most expensive" do not."""
    low = reading.words[at].low
    after = reading.words[at + 1].low if at + 1 < len(reading.words) else ""
    if low == "more" and after == "than":
        return at + 2 >= len(reading.tags) or reading.tags[at + 2] != "num"
    superlative = low == "most" and at > 0 and reading.words[at - 1].low in _CERTAIN
    if superlative and not {"adj", "adv", "part", "ing"}.isdisjoint(reading.tags[at + 1 : at + 2]):
        return False
    return low in _SUMMING


def _totals(reading: Reading, figure: Figure, own: list[int]) -> bool:
    """Whether a figure counts what happened: not "the two men", "the 200-seat hall", "for 3 million"."""
    at = word_at(reading, figure.start)
    if at not in own or figure.dimension not in _COUNTING or figure.precision in _LOW_ENDS:
        return False
    dated = any(date.start < figure.end and figure.start < date.end for date in reading.dates)
    joined = reading.text[figure.end : figure.end + 1] == "-"
    before = reading.words[at - 1].low if at else ""
    return not (dated or joined or before in _CERTAIN | {"for", "at", "of"})


def _comparable(pair: Pair, mention: DateMention, other: DateMention) -> bool:
    """Whether both dates say the same of the same thing, so that two different ones cannot both be right.

    "On Tuesday" says when, "for the coming year" what for; and where a season begins, people differ.
    """
    seasons = (mention.granularity == "season") + (other.granularity == "season")
    ours, theirs = _role(pair.claim.text, mention.start), _role(pair.passage.text, other.start)
    return seasons != 1 and ours == theirs


def _role(text: str, start: int) -> str:
    """The preposition before a date where it says other than when: ``for``, ``since`` …; else empty."""
    before = _BEFORE.search(text, max(0, start - 40), start)
    word = before[1].lower() if before else ""
    return word if word in _ROLES else ""


def _rank(pair: Pair, mention: DateMention, other: DateMention) -> int:
    """As the dates agree; the same words about an unknown day of publication are taken to mean the same."""
    unresolved = not mention.resolved and not other.resolved
    ours = pair.claim.text[mention.start : mention.end]
    if unresolved and _plain(ours) == _plain(pair.passage.text[other.start : other.end]):
        return 0
    if unresolved and mention.granularity == other.granularity == "season":
        return _RANK["different"]
    if mention.granularity == other.granularity == "period" and mention.resolved and other.resolved:
        same = (mention.earliest, mention.latest) == (other.earliest, other.latest)
        return _RANK["equal" if same else "different"]
    if mention.granularity == other.granularity and mention.resolved and other.resolved:
        roles = {_role(pair.claim.text, mention.start), _role(pair.passage.text, other.start)}
        if roles == {"since"} and mention.earliest != other.earliest:
            return _RANK["different"]
    return _RANK[dates_agree(mention, other)]


def _plain(text: str) -> list[str]:
    """Words in lower case, small numbers as digits."""
    return [str(_SMALL.index(word)) if word in _SMALL else word for word in text.lower().split()]


def _nearness(pair: Pair, mention: DateMention, other: DateMention) -> float:
    """Whether the passage's date stands in the sentence that answers the claim."""
    at = next((i for i, w in enumerate(pair.passage.words) if w.start >= other.start), 0)
    return (
        1.0
        if pair.passage.sentence_of
        and pair.passage.sentence_of[min(at, len(pair.passage.sentence_of) - 1)] == pair.focus
        else 0.0
    )
