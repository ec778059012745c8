"""What stands about kept words, as traits that a linear judge weighs (``second_look``): strings, on or off.

A trait is a letter for the region and a word of it, or two neighbours: L and R are what was cut before and
behind within the sentence, l and r the part of that nearest to the kept words, P and N the sentences before
and behind, G what an ellipsis left out, K the kept words. Those with a star tell edges, and what regions
share; those with an exclamation mark tell outlines (``outlines``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.kept import Kept, read_first, read_last
from claimcheck.evidence.quotations.outlines import outline_traits
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.wordlists import FUNCTION_WORDS

_DRAWN = 24
_REACH = 40
"""Tokens of a region that are read."""
_FIRST_PERSON = frozenset("i we my our me us".split())
_MARKS = ",;:–—-("
_EDGE = 3
_SHORT = 4


def traits_of(source: PreparedSource, spans: Sequence[tuple[int, int]]) -> set[str]:
    """The traits of what was cut from about kept source tokens, ``(low, high)`` in order; bounded work."""
    low, high = spans[0][0], spans[-1][1]
    start, end = source.sentence_start(low), source.sentence_end(high - 1)
    keys = source.tokens.keys
    first, last = read_first(source, low, high), read_last(source, spans[-1][0], high)
    found = {f"*F{first.sort}", f"*Z{last.sort}"}
    found.update(f"*F{name}" for name in _flags(first))
    found.update(f"*Z{name}" for name in _flags(last))
    left, right = keys[max(start, low - _REACH) : low], keys[high : min(end, high + _REACH)]
    kept = keys[low : min(high, low + _REACH)]
    found.update("K" + key for key in kept)
    found.update((f"*K^{kept[0]}", f"*K${keys[high - 1]}", f"*s{low == start}{high >= end}"))
    _words(found, "L", left)
    _words(found, "R", right)
    if left:
        _before(found, source, start, low, first)
    if right:
        _behind(found, source, high, end, last)
    _beside(found, source, start, end, (left, right, kept), last)
    for (_, one), (other, _) in pairwise(spans):
        _between(found, source, one, other)
    return found | outline_traits(source, _regions(source, spans, start, end))


def _regions(
    source: PreparedSource, spans: Sequence[tuple[int, int]], start: int, end: int
) -> dict[str, tuple[int, int]]:
    """The source tokens of each region, as far as outlines are drawn of it."""
    low, high = spans[0][0], spans[-1][1]
    found = {
        "L": (max(start, low - _DRAWN), low),
        "R": (high, min(end, high + _DRAWN)),
        "K": (low, min(high, low + _DRAWN)),
    }
    if end < len(source.tokens) and "\n\n" not in source.gap(end):
        found["N"] = (end, min(source.sentence_end(end), end + _DRAWN))
    if start > 0:
        found["P"] = (max(source.sentence_start(start - 1), start - _DRAWN), start)
    for (_, one), (other, _) in pairwise(spans):
        found["G"] = (one, min(other, one + _DRAWN))
    return found


def _flags(kept: Kept) -> list[str]:
    names = ("negated", "universal", "superlative", "measured", "past", "personal")
    return [name for name in names if getattr(kept, name)]


def _words(found: set[str], region: str, keys: Sequence[str]) -> None:
    before = ""
    for key in keys:
        found.add(region + key)
        if before:
            found.add(f"{region}{before} {key}")
        before = key


def _mark(source: PreparedSource, at: int) -> str:
    return source.gap(at).strip()[:1]


def _opening(found: set[str], region: str, mark: str, keys: Sequence[str]) -> None:
    for count in range(1, min(_EDGE, len(keys)) + 1):
        found.add(f"*{region}^{mark}{' '.join(keys[:count])}")


def _before(found: set[str], source: PreparedSource, start: int, low: int, first: Kept) -> None:
    keys, mark = source.tokens.keys, _mark(source, low)
    at = low - 1
    while at > max(start, low - _REACH) and not any(sign in source.gap(at) for sign in _MARKS):
        at -= 1
    found.update("l" + key for key in keys[at:low])
    for count in range(1, min(_EDGE, low - start) + 1):
        found.add(f"*L${mark}{' '.join(keys[low - count : low])}")
    found.update((f"*L^{keys[start]}", f"*LK{first.sort} {keys[low - 1]}", f"*LK{keys[low - 1]} {keys[low]}"))


def _behind(found: set[str], source: PreparedSource, high: int, end: int, last: Kept) -> None:
    keys, mark = source.tokens.keys, _mark(source, high)
    at = high + 1
    while at < min(end, high + _REACH) and not any(sign in source.gap(at) for sign in _MARKS):
        at += 1
    found.update("r" + key for key in keys[high:at])
    _opening(found, "R", mark, keys[high:end])
    found.add(f"*KR{last.sort} {mark}{keys[high]}")
    found.add(f"*KR{keys[high - 1]} {keys[high]}")
    found.add(f"*KR{last.negated}{last.past} {keys[high]}")


def _beside(
    found: set[str],
    source: PreparedSource,
    start: int,
    end: int,
    regions: tuple[Sequence[str], Sequence[str], Sequence[str]],
    last: Kept,
) -> None:
    """The sentences before and behind, and what they share with the kept one."""
    keys = source.tokens.keys
    left, right, kept = regions
    if start > 0:
        begins = max(source.sentence_start(start - 1), start - _REACH)
        _words(found, "P", keys[begins:start])
        _opening(found, "P", "", keys[begins:start])
    found.add(f"*P{start > 0}")
    following: Sequence[str] = ()
    if end < len(keys) and "\n\n" not in source.gap(end):
        following = keys[end : min(source.sentence_end(end), end + _REACH)]
    found.add(f"*I{bool(_FIRST_PERSON & set(right))}{bool(_FIRST_PERSON & set(kept))}")
    found.add(f"*e{bool(left)}{bool(right)}{bool(following)}")
    found.add(f"*Rr{min(2, len(_telling(kept) & _telling(right)))}")
    if following:
        _words(found, "N", following)
        _opening(found, "N", "", following)
        _follows(found, keys[start:end], following, regions, last)


def _follows(
    found: set[str],
    sentence: Sequence[str],
    following: Sequence[str],
    regions: tuple[Sequence[str], Sequence[str], Sequence[str]],
    last: Kept,
) -> None:
    left, right, kept = regions
    shared = _telling(kept) & _telling(following)
    said = any(key in ops.HEARSAY_VERB for key in left)
    found.add(f"*Nr{min(2, len(shared))}")
    found.add(f"*Ni{bool(_FIRST_PERSON & set(following))}")
    found.add(f"*Nn{bool(ops.NEGATION & set(following))}{last.negated}")
    found.add(f"*Nf{sentence[:1] == following[:1]}{sentence[:2] == following[:2]}")
    found.add(f"*Np{following[0] in lx.PRONOUNS}{bool(left)}{bool(right)}")
    found.add(f"*Ns{said}{bool(_FIRST_PERSON & set(left))}{bool(_FIRST_PERSON & set(following))}")
    found.add(f"*Nl{len(following) <= _SHORT}{bool(left)}")
    present = any(key in ("is", "are", "has", "have") for key in following)
    found.add(f"*Nt{last.past}{any(key in lx.PAST or key in lx.PAST_COPULAS for key in following)}{present}")


def _between(found: set[str], source: PreparedSource, one: int, other: int) -> None:
    keys = source.tokens.keys
    cut = keys[one : min(other, one + _REACH)]
    _words(found, "G", cut)
    if cut:
        _opening(found, "G", _mark(source, one), cut)
        found.add(f"*G,{',' in source.gap(one)}{',' in source.gap(other)}")
    found.add(f"*Gx{source.sentence_end(one - 1) <= other}{source.begins_sentence(other)}")
    found.add(f"*G${keys[other]}")


def _telling(keys: Sequence[str]) -> set[str]:
    """The words that carry meaning, less what inflection changes."""
    return {
        key[:5] for key in keys if len(key) > 3 and key not in FUNCTION_WORDS and key not in lx.AUXILIARIES
    }
