"""The age of one person, given twice and not alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extraction.clauses.names import TITLES
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.terms import Article, Reading, changed, quote, quote_within

_NAME = r"(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})"
_PATTERNS = (
    re.compile(rf"{_NAME},\s(?:who is |aged |now )?(?P<age>\d{{1,3}})(?=[,.;)]|\sand\b|\syears old)"),
    re.compile(rf"{_NAME}\s\((?:aged )?(?P<age>\d{{1,3}})\)"),
    re.compile(rf"{_NAME}\sis (?P<age>\d{{1,3}})(?=[.,;]|\syears old)"),
    re.compile(
        rf"\b(?P<age>\d{{1,3}})-year-old(?:\s[a-z][\w-]*){{0,3}}\s{_NAME}"
        r"(?=[,.;:)]|\s(?:was|is|has|had|who|said|says|told|died|will|and|of|from|in|at|on)\b|\Z)"
    ),
)
_OLDEST = 115


@dataclass(frozen=True, slots=True)
class _Age:
    reading: Reading
    name: tuple[str, ...]
    years: int
    span: tuple[int, int]


def find_ages(article: Article) -> Iterator[Relation]:
    """People whose age changes; a surname alone is the first of that name."""
    known: dict[str, list[_Age]] = {}
    for reading in article.readings:
        for age in _ages(reading):
            earlier = [old for old in known.get(age.name[-1], []) if _same_person(old.name, age.name)]
            known.setdefault(age.name[-1], []).append(age)
            if earlier and all(old.years != age.years for old in earlier):
                yield _relation(earlier[0], age)


def _ages(reading: Reading) -> Iterator[_Age]:
    text = reading.claim.text
    if not any(part.kind == "figure" for part in reading.claim.parts):
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            name = tuple(word for word in match["name"].lower().split() if word not in TITLES)
            years = int(match["age"])
            if name and 0 < years <= _OLDEST and not reading.in_quotation(match.start()):
                yield _Age(reading, name, years, match.span("age"))


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return long[len(long) - len(short) :] == short


def _relation(one: _Age, other: _Age) -> Relation:
    whole = (0, len(one.reading.claim.text))
    message = changed("age", quote_within(one.reading, one.span, whole), quote(other.reading, other.span))
    ids = one.reading.claim.id, other.reading.claim.id
    return Relation("CC303", "disagreement", *ids, one.span, other.span, message)
