"""Asides between a work and what it says: "a study, published in March, found …".

They tell when and by whom it came out; their participle is no cue, and the work before them is the source.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from claimcheck.extraction.attribution.spans import Pair, Spans

_REACH = 260
"""Code points before a cue in which an aside and the noun before it are looked for."""
_FINITE = re.compile(r"\b(?:is|are|was|were|has|had|will|would)\b")
_PREPOSITIONS = frozenset("in on by at to for with from under of and".split())


@cache
def _aside() -> re.Pattern[str]:
    participle = r"(?:[a-z-]+ed|written|led|sent|seen|shown|held|run|made public|drawn up|put together|begun)"
    after = r"(?:in|on|by|at|to|for|with|from|under|among|last|this|earlier|today|yesterday|[A-Z][a-z]+day)"
    return re.compile(
        r"(?:^|[.!?][\"”’)]* |\n|, )(?:(?:But|And|Yet|So) )?"
        rf"(?P<noun>[^,.;:\n“”\"]{{2,90}}), (?P<aside>(?:also |first |co-)?{participle} {after}\b"
        r"[^;:.\n“”\"]{1,140}?), \Z"
    )


def without_asides(text: str, found: list[Spans]) -> list[Spans]:
    """The attributions without those of asides; what stands behind one has the noun before it as source."""
    asides: list[Pair] = []
    mended: list[Spans] = []
    for spans in found:
        cue = spans.cue[0][0]
        follows = bool(spans.source) and spans.source[0][0] > cue
        beside = text[cue - 2 : cue] == ", " and not follows
        match = _aside().search(text, max(0, cue - _REACH), cue) if beside else None
        if match is None or _FINITE.search(match["noun"]):
            mended.append(spans)
            continue
        asides.append(match.span("aside"))
        mended.append(_owned(text, spans, match.span("noun"), asides[-1]))
    return [spans for spans in mended if not any(_within(spans.cue[0], aside) for aside in asides)]


def _owned(text: str, spans: Spans, noun: Pair, aside: Pair) -> Spans:
    """The attribution with the noun as its source, where its own is missing or was cut out of the aside."""
    words = [text[start:end].split() for start, end in spans.source]
    whole = words and words[-1] and words[-1][-1].lower() not in _PREPOSITIONS
    if whole and spans.source[0][0] < aside[0]:
        return spans
    return replace(spans, source=(noun,), content=tuple(one for one in spans.content if one[0] >= aside[1]))


def _within(inner: Pair, outer: Pair) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
