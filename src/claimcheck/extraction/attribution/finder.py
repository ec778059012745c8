"""From text to attributions: spans first, then all that can be said about each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from claimcheck.extraction.attribution.relays import find_hedge, find_relays, is_anonymous
from claimcheck.extraction.attribution.repairs import repair
from claimcheck.extraction.attribution.spans import Pair, Spans, find_spans, load_model
from claimcheck.extraction.attribution.speakers import Speakers
from claimcheck.extraction.attribution.tokens import tokenize
from claimcheck.extraction.quotations import Quoted
from claimcheck.records.models import Attribution, AttributionKind, Span

_STOP = re.compile(r"[.!?;][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n")
# A participle after a form of "be", or a hedging adverb: nobody before it is its subject.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|known as|(?:reported|alleged|purported|supposed|wide|general)ly)\b",
    re.IGNORECASE,
)


def read_attributions(text: str, context: str, marks: list[Quoted]) -> list[Attribution]:
    """See :func:`claimcheck.extraction.attribution.find_attributions`."""
    quoted = [q for q in marks if not q.scare and q.depth == 0]
    plain = _blank(text, quoted)
    speakers = Speakers(context, text, [(mark.start, mark.end) for mark in quoted])
    found: list[Attribution] = []
    for spans in repair(text, find_spans(tokenize(text, marks), load_model()), quoted):
        before = found[-1] if found and _goes_on(text, found[-1], spans) else None
        found.append(_describe(text, plain, spans, quoted, speakers, before))
    return found


def _describe(
    text: str,
    plain: str,
    spans: Spans,
    quoted: list[Quoted],
    speakers: Speakers,
    before: Attribution | None,
) -> Attribution:
    source = text[spans.source[0][0] : spans.source[-1][1]] if spans.source else None
    relays = find_relays(plain, spans)
    speaker = relays.original or speakers.resolve(spans.source[0] if spans.source else None)
    anonymous = is_anonymous(relays.original or source, speaker)
    if before is not None:
        speaker, anonymous = before.speaker, before.anonymous
    return Attribution(
        source=_records(spans.source),
        cue=_records(spans.cue),
        content=_records(spans.content),
        kind=_kind(text, spans.content, quoted),
        speaker=speaker,
        hops=list(relays.hops),
        hedge=find_hedge(plain, spans),
        anonymous=anonymous,
        translator=relays.translator,
    )


def _goes_on(text: str, before: Attribution, spans: Spans) -> bool:
    """``X said the yard was full and denied any fault``: the second cue has the first one's speaker."""
    start, end = spans.cue[0]
    between = text[before.cue[-1].end : start]
    active = not _PASSIVE.search(text[max(0, start - 12) : end]) and " by" not in text[start:end]
    return not spans.source and active and len(between) <= 250 and not _STOP.search(between)


def _blank(text: str, quoted: list[Quoted]) -> str:
    """The text with everything in quotation marks blanked out, offsets kept."""
    parts, at = [], 0
    for mark in quoted:
        parts += [text[at : mark.start], " " * (mark.end - mark.start)]
        at = mark.end
    return "".join([*parts, text[at:]])


def _records(pairs: tuple[Pair, ...]) -> list[Span]:
    return [Span(start=start, end=end) for start, end in pairs]


def _kind(text: str, content: tuple[Pair, ...], quoted: list[Quoted]) -> AttributionKind:
    """Direct where all of the content stands in quotation marks, indirect where none, else mixed."""
    inside = outside = False
    for start, end in content:
        first = bisect_right(quoted, start, key=lambda mark: mark.end)
        last = bisect_left(quoted, end, key=lambda mark: mark.start)
        marks = quoted[first:last]
        inside |= bool(marks)
        at = start
        for mark in marks:
            outside |= _has_words(text[at : max(at, mark.start)])
            at = max(at, mark.end)
        outside |= _has_words(text[at:end])
    return "mixed" if inside and outside else "direct" if inside else "indirect"


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
