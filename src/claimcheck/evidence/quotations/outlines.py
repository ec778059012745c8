"""Sentences in outline: closed-class words as they are, all others by their form only ("the X said it Ved").

What turns a quotation is mostly in the small words and their order. An outline keeps these and lets go of the
subject, so that a judge that learned from one sentence knows another of the same build (``traits``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.wordlists import FUNCTION_WORDS

_CLOSED = (
    FUNCTION_WORDS
    | lx.AUXILIARIES
    | lx.PREPOSITIONS
    | lx.SUBORDINATORS
    | lx.COORDINATORS
    | lx.PRONOUNS
    | lx.DETERMINERS
    | lx.OBJECTS
    | ops.NEGATION
)
_THINGS = frozenset(("X", "Xs", "Cap", "Xly"))
_LONGEST = 5
_WHOLE = 8
"""Steps of an outline up to which all of it is one trait."""


def outline_traits(source: PreparedSource, regions: Mapping[str, tuple[int, int]]) -> set[str]:
    """Traits of the outlines of source tokens ``(start, end)`` by region; bounded by the regions' sizes."""
    found: set[str] = set()
    for region, (start, end) in regions.items():
        if start >= end:
            continue
        steps = _outline(source, start, end)
        for count in (2, 3):
            ends = range(len(steps) - count + 1)
            found.update(f"!{region}{count} {' '.join(steps[at : at + count])}" for at in ends)
        if region in "RNG":
            _openings(found, region, source.gap(start).strip()[:1], steps)
        if region == "L":
            _endings(found, source.gap(end).strip()[:1], steps)
        if region in "LRN" and len(steps) <= _WHOLE:
            found.add(f"!{region}= {' '.join(steps)}")
    return found


def _openings(found: set[str], region: str, mark: str, steps: Sequence[str]) -> None:
    for count in range(1, min(_LONGEST, len(steps)) + 1):
        found.add(f"!{region}^{mark} {' '.join(steps[:count])}")


def _endings(found: set[str], mark: str, steps: Sequence[str]) -> None:
    for count in range(1, min(_LONGEST, len(steps)) + 1):
        found.add(f"!L$ {' '.join(steps[-count:])} {mark}")
        if 1 < count < _LONGEST:
            found.add(f"!L^ {' '.join(steps[:count])}")


def _outline(source: PreparedSource, start: int, end: int) -> list[str]:
    """The steps of a stretch; nouns and adjectives in a row are one, marks are steps of their own."""
    tokens = source.tokens
    steps: list[str] = []
    for at in range(start, end):
        mark = source.gap(at).strip()[:1] if at > start else ""
        if mark:
            steps.append(mark)
        form = _form(tokens.keys[at])
        if form[0] == "X" and tokens.text[tokens.starts[at]].isupper() and not source.begins_sentence(at):
            form = "Cap"
        if form in _THINGS and steps and steps[-1] in _THINGS and steps[-1] != "Xly":
            steps[-1] = form
        else:
            steps.append(form)
    return steps


@lru_cache(maxsize=8192)
def _form(key: str) -> str:
    if key in _CLOSED:
        return key
    for name, inside in (("SAY", ops.HEARSAY_VERB), ("THINK", lx.OPINIONS), ("TIME", lx.TIMES)):
        if key in inside:
            return name
    if key[0] in "#/@~":
        return "#"
    if key in lx.PAST or (key.endswith("ed") and len(key) > 4):
        return "Ved"
    if key.endswith("ing") and len(key) > 4:
        return "Ving"
    if key.endswith("ly"):
        return "Xly"
    return "Xs" if key.endswith("s") and not key.endswith("ss") else "X"
