"""Claims that say several things in one sentence, so that a passage may speak of one of them only."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from claimcheck.documents.calendar_words import MONTHS, WEEKDAYS
from claimcheck.evidence.terms import STOP_WORDS, stems, words
from claimcheck.records.models import Claim

_JOINT = re.compile(r"(?:[,;]\s+)?\b(?:and|but|while|whereas)\s+|;\s+|,\s+(?=\w+ed\b)")
_FEWEST = 3
"""Telling words, its figure among them, that a clause has; a list ("20 men and 30 women") has none."""
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|half)\b",
    re.I,
)

_CALENDAR = frozenset((*WEEKDAYS, *MONTHS))
_MAY = re.compile(r"\bmay\b")
"""In small letters: "in May" is a month."""
_UNSURE = re.compile(
    r"\b(?:might|could|would|should|plans?|planned|planning|hopes?|hoped|expect(?:s|ed)?|intend(?:s|ed)?|"
    r"propos(?:es?|ed|al)|if|unless|likely|possibly|perhaps|not|never|denied|denies)\b|n['’]t\b",
    re.I,
)


def clauses_of(text: str) -> list[tuple[int, int]]:
    """The clauses of a compound claim that state a figure, as ``[start, end)`` in code points; none where it
    states one thing only."""
    cuts = [0, *(match.end() for match in _JOINT.finditer(text)), len(text)]
    found: list[tuple[int, int]] = []
    begin = telling = 0
    for start, end in pairwise(cuts):
        telling += len(stems(text[start:end]))
        if telling >= _FEWEST:
            found.append((begin, end))
            begin, telling = end, 0
    if found and begin < len(text):
        found[-1] = (found[-1][0], len(text))
    stated = [(start, end) for start, end in found if _NUMBER.search(text, start, end)]
    return stated if len(found) > 1 else []


def plainly_of(text: str, passage: str) -> bool:
    """Whether a passage states plainly what it says, and names nobody and no place that a claim does not: one
    clause in common is too little to hold the passage of another town, or a plan, against the claim."""
    if _UNSURE.search(passage) or _MAY.search(passage):
        return False
    said = {plain for _, plain in words(text)}
    # The first word has a capital whatever it is.
    names = [plain for written, plain in islice(words(passage), 1, None) if written[0].isupper()]
    return all(name in said or name in STOP_WORDS or name in _CALENDAR for name in names)


def parts_within(claim: Claim, text: str, spans: list[tuple[int, int]]) -> list[int]:
    """The parts of a claim that lie in some spans of what is looked for, where it has several figures or
    dates; none where it has one, for then the whole stands or falls with it.

    Args:
        text: what is looked for; the spans count in it.
    """
    if sum(part.kind in ("figure", "date") for part in claim.parts) < 2:
        return []
    found = []
    for number, part in enumerate(claim.parts):
        said = claim.text[part.start : part.end]
        at = text.find(said)
        if (
            part.kind != "rest"
            and at >= 0
            and any(start < at + len(said) and at < end for start, end in spans)
        ):
            found.append(number)
    return found
