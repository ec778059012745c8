"""The parts of a claim that are checked one by one: quotations, figures, dates, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimcheck.records.models import Part, PartKind

Span = tuple[int, int]
Candidate = tuple[int, int, bool]

_NAME = re.compile(
    r"(?:(?:Mrs?|Ms|Dr|Prof|Sir|Dame|Lord|Lady|St|Gen|Col|Sen|Rep|Gov|Rev)\.? )?"
    r"[^\W\d_a-z][\w’'&-]*(?:\.(?=[ ][A-Z]))?"
    r"(?:(?: (?:of|de|van|von|der|del|la|al|bin|and the|of the) |[ -])[^\W\d_a-z][\w’'&-]*(?:\.(?= "
    r"[A-Z]))?){0,7}"
)
_POSSESSIVE = re.compile(r"[’']s?\Z")
_NO_NAMES = frozenset(
    "i i'm i've i'd i'll a an the this that these those he she it they we you his her its their our "
    "my your in on at of for from by with as "
    "and but or so if when while after before since although though because during despite according "
    "however what who where why "
    "how there here not no yes one two three four five six seven eight nine ten some many most all "
    "both each every another "
    "other last next first then now also only just even still meanwhile instead furthermore moreover "
    "under over about into "
    "neither nor either mr mrs ms dr among between until once such let".split()
)


def names_in(text: str, known: frozenset[str] = frozenset()) -> list[Span]:
    """Spans of proper names: capitalised words, runs of them, with the small words inside.

    A single capitalised word at the beginning of the sentence counts only where it is in ``known``: words
    that the document writes with a capital in the middle of a sentence too.
    """
    return known_names(text, name_candidates(text), known)


def known_names(text: str, candidates: Sequence[Candidate], known: frozenset[str]) -> list[Span]:
    """Those of the candidates that are names, given the words that are known to be."""
    return [(start, end) for start, end, doubtful in candidates if not doubtful or text[start:end] in known]


def name_candidates(text: str) -> list[Candidate]:
    """Start and end of whatever may be a name, and whether it is one only if known from elsewhere."""
    found: list[Candidate] = []
    for match in _NAME.finditer(text):
        start, end = match.span()
        while (space := text.find(" ", start, end)) > 0 and text[start:space].lower() in _NO_NAMES:
            start = space + 1
        word = _POSSESSIVE.sub("", text[start:end])
        end = start + len(word)
        if len(word) < 2 or word.lower() in _NO_NAMES:
            continue
        initial = not found and not any(char.isalnum() for char in text[:start])
        found.append((start, end, initial and " " not in word and not (word.isupper() and len(word) <= 6)))
    return found


def capitalised_inside(sentences: Iterable[tuple[str, Sequence[Candidate]]]) -> frozenset[str]:
    """Words that stand with a capital in the middle of a sentence: names, not first words.

    Args:
        sentences: each with its :func:`name_candidates`.
    """
    found: set[str] = set()
    for text, candidates in sentences:
        for start, end in known_names(text, candidates, frozenset()):
            name = text[start:end]
            found.add(name)
            found.add(name.split(" ")[-1])
    return frozenset(found)


def _free(taken: Sequence[Span], start: int, end: int) -> bool:
    return all(end <= other_start or start >= other_end for other_start, other_end in taken)


def parts_of(
    quotations: Sequence[Span], figures: Sequence[Span], dates: Sequence[Span], names: Sequence[Span]
) -> list[Part]:
    """The parts in text order; where two overlap the earlier argument wins, so a figure in a quotation is
    part of it."""
    taken: list[Span] = []
    parts: list[Part] = []
    kinds: tuple[tuple[PartKind, Sequence[Span]], ...] = (
        ("quotation", quotations),
        ("date", dates),
        ("figure", figures),
        ("name", names),
    )
    for kind, spans in kinds:
        for start, end in spans:
            if end > start and _free(taken, start, end):
                taken.append((start, end))
                parts.append(Part(kind=kind, start=start, end=end))
    return sorted(parts, key=lambda part: part.start)
