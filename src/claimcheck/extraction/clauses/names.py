"""Names of people, bodies and places: whether two are the same, part and whole, or rivals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal
from unicodedata import combining, normalize

from claimcheck.extraction.clauses.lexicon import Place, load_lexicon
from claimcheck.extraction.clauses.tags import CALENDAR, Tag
from claimcheck.extraction.clauses.words import Word

Kinship = Literal["same", "within", "around", "rival", "unrelated"]
TITLES = frozenset(
    "mr mrs ms dr prof sir dame lord lady president minister mayor senator governor judge king queen "
    "prince princess pope "
    "bishop archbishop chancellor ambassador general colonel captain sergeant professor chief prime "
    "foreign deputy "
    "secretary coach the".split()
)

LEAST_ALIKE = 0.75
"""Ratio of matching letters from which two names may be one, written in two ways."""
LEAST_ALIKE_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name.

    Attributes:
        start, end: words it covers.
        parts: its words in lower case, without titles.
        places: the places it may be, or empty.
        demonym: whether it is an adjective of a place ("German").
    """

    start: int
    end: int
    parts: tuple[str, ...]
    places: tuple[Place, ...]
    demonym: bool = False


def find_names(words: Sequence[Word], tags: Sequence[Tag]) -> list[Name]:
    """Proper names left to right; a place or demonym within a run of capitals is a name of its own."""
    names: list[Name] = []
    at = 0
    while at < len(words):
        if tags[at] != "name":
            at += 1
            continue
        place = _place(words, tags, at)
        end = place.end if place else _run_end(words, tags, at)
        name = place or _name(words, at, end)
        if name.parts and not set(name.parts) <= CALENDAR:
            names.append(name)
        at = end
    return names


def _run_end(words: Sequence[Word], tags: Sequence[Tag], at: int) -> int:
    end = at + 1
    while end < len(words) and _continues(words, tags, end):
        if _place(words, tags, end) and tags[end - 1] != "name":
            break
        end += 1
    while tags[end - 1] not in ("name", "num"):
        end -= 1
    return end


def _continues(words: Sequence[Word], tags: Sequence[Tag], at: int) -> bool:
    if tags[at] == "name":
        return True
    linking = words[at].low in ("of", "and", "de", "van", "von", "der", "la", "for") and at + 1 < len(words)
    return (
        linking
        and words[at].low not in ("and",)
        and tags[at + 1] == "name"
        and words[at].low not in ("of", "for")
    )


def _place(words: Sequence[Word], tags: Sequence[Tag], at: int) -> Name | None:
    lexicon = load_lexicon()
    for length in range(min(5, len(words) - at), 0, -1):
        low = " ".join(word.low for word in words[at : at + length])
        found = lexicon.places.get(low)
        if not found:
            continue
        after = at + length
        if length == 1 and after < len(words) and tags[after] == "name" and not _demonym(low, found):
            continue  # "Jordan Pickford" and "Paris Hilton" are no places
        return Name(at, after, (low,), found, _demonym(low, found))
    return None


def _demonym(low: str, places: tuple[Place, ...]) -> bool:
    return (
        bool(places)
        and low not in {place.name for place in places}
        and low.endswith(("an", "ese", "ish", "i", "ch", "ek", "ss", "ic", "ali", "er", "ll"))
    )


def _name(words: Sequence[Word], start: int, end: int) -> Name:
    parts = tuple(
        unaccented(w.low.rstrip("."))
        for w in words[start:end]
        if w.low.rstrip(".") not in TITLES and w.low != "'s"
    )
    return Name(start, end, parts, ())


def unaccented(word: str) -> str:
    """A word without its accents: "Noël" and "Noel" are one name."""
    return "".join(c for c in normalize("NFKD", word) if not combining(c)) if not word.isascii() else word


def compare_names(claim: Name, passage: Name) -> Kinship:
    """How the passage's name stands to the claim's: the same, a part, a whole, or a rival."""
    if claim.parts == passage.parts:
        return "same"
    if claim.places and passage.places:
        return _compare_places(claim, passage)
    if claim.places or passage.places:
        return "unrelated"
    return _compare_people(claim.parts, passage.parts)


def _compare_places(claim: Name, passage: Name) -> Kinship:
    pairs = [(a, b) for a in claim.places for b in passage.places]
    if any(a.name == b.name for a, b in pairs):
        return "same"
    if any(a.name in b.within for a, b in pairs):
        return "within"
    if any(b.name in a.within for a, b in pairs):
        return "around"
    return "rival"


def _compare_people(claim: tuple[str, ...], passage: tuple[str, ...]) -> Kinship:
    short, long = sorted((claim, passage), key=len)
    if set(short) <= set(long) and (short[-1] == long[-1] or len(short) > 1 or short[0] == long[0]):
        return "same"
    if len(short) == 1 and len(long) > 1 and short[0].replace(".", "") == "".join(part[0] for part in long):
        return "same"
    if claim[-1] == passage[-1] and _short_form(claim[0], passage[0]):
        return "same"
    shared = next((at for at, (a, b) in enumerate(zip(claim, passage, strict=False)) if a != b), 0)
    shortened = shared > 0 and in_initials(claim[shared:], passage[shared:])
    return "same" if shortened else "rival"


def in_initials(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether either tells the other by its first letters: the "F.C." of "Arsenal F.C.", "Football Club"."""
    for short, long in ((one, other), (other, one)):
        letters = "".join(short).replace(".", "")
        if len(letters) > 1 and letters == "".join(part[0] for part in long):
            return True
    return False


def spelt_alike(one: Name, other: Name) -> bool:
    """Hickam and Hickman: perhaps one person, misspelt; an editor has to look."""
    if one.places or other.places or len(one.parts[-1]) < LEAST_ALIKE_LETTERS:
        return False
    if one.parts[-1] == other.parts[-1]:
        return False  # Luca and Marco Verrin are two
    return SequenceMatcher(None, one.parts[-1], other.parts[-1]).ratio() >= LEAST_ALIKE


def _short_form(first: str, other: str) -> bool:
    """Tim for Timothy."""
    short, long = sorted((first, other), key=len)
    return len(short) > 2 and long.startswith(short)
