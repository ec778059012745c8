"""Dates of the claim against dates of the passage, each relative to the day its own text was published."""

from __future__ import annotations

import re

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.extraction.dates import DateMention, dates_agree

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
    if rank == 1 and (finer or (mention.resolved and not other.resolved)):
        return Finding(
            "gap",
            "date",
            0.6,
            Reason(
                f"not covered: {text}; the source says only {there}", reason.claim_span, reason.passage_span
            ),
        )
    return None


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
