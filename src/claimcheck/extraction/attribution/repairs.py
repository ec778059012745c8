"""What the trained chains miss and rules see: relays in a source, headlines, hearsay, continued quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from claimcheck.extraction.attribution.lexicon import (
    BARE_PERSONS,
    COLLECTIVES,
    DOCUMENTS,
    NOT_NAMES,
    ORGANISATION_WORDS,
    TITLES,
)
from claimcheck.extraction.attribution.spans import Pair, Spans
from claimcheck.extraction.quotations import Quoted

_LONGEST = 30  # paragraphs that one quotation may go on for
_RELAY = re.compile(r",? (?:as (?:translated|quoted|cited|reported|relayed)|(?:citing|quoting)) ")


@cache
def _headline() -> re.Pattern[str]:
    return re.compile(
        r"^(?P<source>[A-Z][\w.'’&-]*(?: [\w.'’&-]+){0,4}): (?P<content>[^\n]{8,110}?[^\s.])$", re.MULTILINE
    )


@cache
def _hearsay() -> re.Pattern[str]:
    be = r"(?:is|are|was|were|(?:has|have|had) been)"
    how = r"(?:widely|generally|often|long|also|once|sometimes|frequently) "
    return re.compile(
        rf"\b{be} (?:{how})?(?P<cue>accused of|alleged to|reported to|said to|believed to|thought to|rumou?red to|(?:(?<=often )"
        r"|(?<=widely )|(?<=frequently )|(?<=sometimes ))(?:described|portrayed|seen|regarded) as) (?P<content>[^\n.;:!?“”\"]{4,200})"
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r",(?: (?:citing|quoting) [^,\n]{3,120},)? (?P<content>[^\n]{3,400}?)(?=[.!?](?:\s|$)|\n|$)"
    )


def repair(text: str, found: list[Spans], quoted: list[Quoted]) -> list[Spans]:
    """Complete and correct what the chains found; ``quoted`` are the outermost quotations of the text."""
    trimmed = [_completed(text, _trimmed(text, spans)) for spans in found]
    kept = [spans for spans in trimmed if not _is_relay(text, spans)]
    taken = _Taken(kept)
    kept += [spans for spans in _from_rules(text) if taken.free(spans)]
    return _continued(text, sorted(kept, key=lambda spans: spans.cue), quoted)


def _trimmed(text: str, spans: Spans) -> Spans:
    """The source without those who only relay it."""
    source = []
    for start, end in spans.source:
        match = _RELAY.search(text[start:end])
        source.append((start, start + match.start()) if match and match.start() else (start, end))
    return replace(spans, source=tuple(source))


def _completed(text: str, spans: Spans) -> Spans:
    """``According to X, citing Y, it rained``: what follows is the content, however far the source reached."""
    start, end = spans.cue[0]
    if spans.content or not spans.source or text[start:end].lower() != "according to":
        return spans
    match = _opening().match(text, spans.source[-1][1])
    before = text[max(0, start - 2) : start].strip()
    if match is None or (before and before[-1] not in '.!?”"'):
        return spans
    return replace(spans, content=(match.span("content"),))


def _is_relay(text: str, spans: Spans) -> bool:
    """``…, citing two officials``: a hop of another attribution, and none of its own."""
    start, end = spans.cue[0]
    return (
        not spans.source
        and text[start:end].lower() in ("citing", "quoting")
        and text[start - 2 : start] == ", "
    )


class _Taken:
    """The places that cues already have."""

    def __init__(self, found: list[Spans]) -> None:
        self.cues = sorted(spans.cue[0][0] for spans in found)

    def free(self, spans: Spans) -> bool:
        """Whether no cue stands in or near the attribution's cue and content."""
        low = min(start for start, _ in (*spans.source, *spans.cue, *spans.content))
        high = max(end for _, end in (*spans.cue, *spans.content))
        return bisect_left(self.cues, low) == bisect_left(self.cues, high)


def _from_rules(text: str) -> Iterator[Spans]:
    for match in _headline().finditer(text):
        if _speaks(match["source"]):
            colon = match.end("source")
            yield Spans((match.span("source"),), ((colon, colon + 1),), (match.span("content"),))
    for match in _hearsay().finditer(text):
        yield Spans((), (match.span("cue"),), (match.span("content"),))


def _speaks(source: str) -> bool:
    """Whether the words before a headline's colon name somebody who can say something."""
    words = [word.lower().strip(".") for word in source.split()]
    if any(
        word in TITLES | BARE_PERSONS | COLLECTIVES | ORGANISATION_WORDS | DOCUMENTS for word in words[-2:]
    ):
        return True
    names = [word for word in source.split() if word[0].isupper() and word.lower() not in NOT_NAMES]
    return len(words) == 2 and len(names) == 2


def _continued(text: str, found: list[Spans], quoted: list[Quoted]) -> list[Spans]:
    """Let a content go on into the next paragraphs, where each opens with a mark and only the last closes."""
    contents = sorted(pair for spans in found for pair in spans.content)
    starts = [start for start, _ in contents]

    def attributed(mark: Quoted) -> bool:
        at = bisect_left(starts, mark.end) - 1
        return at >= 0 and contents[at][1] > mark.start

    out = []
    for spans in found:
        pairs = list(spans.content)
        if pairs:
            pairs += [(m.start, m.end) for m in _after(text, pairs[-1], quoted) if not attributed(m)]
            pairs = [(m.start, m.end) for m in _before(text, pairs[0], quoted) if not attributed(m)] + pairs
        out.append(replace(spans, content=tuple(pairs)))
    return out


def _after(text: str, last: Pair, quoted: list[Quoted]) -> Iterator[Quoted]:
    index = bisect_right(quoted, last[0], key=lambda mark: mark.end)
    while index + 1 < len(quoted) and quoted[index].end < last[1]:
        index += 1
    if index >= len(quoted) or quoted[index].start >= last[1]:
        return
    for one, two in pairwise(quoted[index : index + _LONGEST]):
        if not _joined(text, one, two):
            return
        yield two


def _before(text: str, first: Pair, quoted: list[Quoted]) -> list[Quoted]:
    index = bisect_right(quoted, first[0], key=lambda mark: mark.end)
    found: list[Quoted] = []
    while (
        0 < index < len(quoted) and len(found) < _LONGEST and _joined(text, quoted[index - 1], quoted[index])
    ):
        index -= 1
        found.insert(0, quoted[index])
    return found if not found or quoted[index + len(found)].start <= first[1] else []


def _joined(text: str, one: Quoted, two: Quoted) -> bool:
    between = text[one.end : min(two.start, one.end + 20)]
    return one.open and two.start - one.end <= 20 and "\n" in between and not between.strip()
