"""One attribution told twice: "According to X, the dam is weak, X said on Monday" says it once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.extraction.attribution.lexicon import (
    BARE_PERSONS,
    PRONOUNS_HE,
    PRONOUNS_SHE,
    PRONOUNS_THEY,
    TITLES,
)
from claimcheck.extraction.attribution.mentions import gender_of
from claimcheck.extraction.attribution.spans import Pair, Spans

_ACCORDING = "according to"
_VERB = 20
"""Code points of a content that is another's verb alone."""
_NAMED = re.compile(
    r"(?P<who>[^,\n]{2,60}?),? (?P<said>(?:the|an?|his|her|its|their|no|all|some|two|three|many) [^,\n]{3,})"
)


def without_doubles(text: str, found: Sequence[Spans]) -> list[Spans]:
    """The attributions, in order of their cues, each told once.

    Who is named after "according to" and speaks again behind the clause is named once; the clause is what was
    said, without the second cue. Where another speaks there, both stay.
    """
    opened: dict[int, int] = {}
    kept: list[Spans] = []
    for spans in found:
        if text[slice(*spans.cue[0])].lower() == _ACCORDING:
            spans = _beside(spans, kept[-1]) if kept else spans
            opened[spans.cue[0][0]] = len(kept)
            kept.append(spans)
            continue
        number = _opened(opened, kept, spans.content[0][0]) if spans.content else None
        if number is None or spans.cue[0][0] < spans.content[0][1] or not spans.source:
            kept.append(spans)
            continue
        first, second = kept[number], _behind(spans)
        kept[number] = _named(text, _cut(first, second), spans.content[0][1])
        if not _same(text, kept[number], spans):
            kept.append(spans)
    return kept


def _opened(opened: dict[int, int], kept: Sequence[Spans], start: int) -> int | None:
    """The "according to" that a content begins with, or whose own content it begins in."""
    if start in opened or not opened:
        return opened.get(start)
    number = max(opened.values())
    inside = any(pair[0] <= start < pair[1] for pair in kept[number].content)
    return number if inside else None


def _beside(spans: Spans, before: Spans) -> Spans:
    """``…, Ruiz said, according to the minutes``: the minutes have what Ruiz said, not "said"."""
    inside = spans.content and all(pair[0] <= before.cue[0][0] < pair[1] for pair in spans.content)
    if not inside or spans.content[0][1] - spans.content[0][0] > _VERB or not before.content:
        return spans
    behind = tuple(pair for pair in spans.source if pair[0] > spans.cue[0][0])
    return replace(spans, source=behind or spans.source, content=before.content)


def _behind(spans: Spans) -> Pair:
    """Source and cue that follow a content."""
    return min(spans.source[0][0], spans.cue[0][0]), max(spans.source[-1][1], spans.cue[-1][1])


def _cut(spans: Spans, second: Pair) -> Spans:
    """The attribution without what begins at the second source."""
    content = ((start, min(end, second[0])) for start, end in spans.content)
    return replace(spans, content=tuple(pair for pair in content if pair[1] - pair[0] > 1))


def _named(text: str, spans: Spans, end: int) -> Spans:
    """The source without a clause that was taken into it ("Olu Ba, the bridge" is safe)."""
    if spans.content or not spans.source:
        return spans
    start = spans.source[0][0]
    match = _NAMED.match(text, start, end)
    if match is None:
        return spans
    return replace(spans, source=(match.span("who"),), content=(match.span("said"),))


def _same(text: str, first: Spans, second: Spans) -> bool:
    """Whether the second source is the first again: its name, its last word, or a pronoun that fits."""
    if not first.source:
        return False
    one, two = (text[slice(*spans.source[0])].strip(" ,").split() for spans in (first, second))
    if not one or not two:
        return False
    word = two[0].lower()
    if len(two) == 1 and word in PRONOUNS_HE | PRONOUNS_SHE:
        lower = [part.lower() for part in one]
        named = one[-1][0].isupper() or lower[-1] in TITLES | BARE_PERSONS
        return named and gender_of(lower) in ("either", "he" if word in PRONOUNS_HE else "she")
    if len(two) == 1 and word in PRONOUNS_THEY | {"it"}:
        return True
    return one[-1].lower() == two[-1].lower()
