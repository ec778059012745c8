"""The article as all readers see it, and what of it falls into one sentence.

Quotations, attributions, figures and dates are found over whole blocks, because a quotation may run over
several sentences and its speaker may stand in another one than the words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from claimcheck.extraction.attribution import find_attributions
from claimcheck.extraction.dates import find_dates
from claimcheck.extraction.figures import find_figures
from claimcheck.extraction.quotations import Quoted, find_quoted
from claimcheck.records.models import Attribution
from claimcheck.records.models import Span as SpanRecord

Span = tuple[int, int]
_SMALL_NUMBERS = frozenset("one two three four five six seven eight nine ten first second third".split())
_CONTEXT = 600
"""Code points before a group of blocks that are read for whom a pronoun means."""
_GROUP = 40_000
"""Code points read at a time: an article at once, a book in pieces, so that time and memory stay linear."""
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Findings:
    """What the readers found in some blocks joined by blank lines; spans count in ``body``, in order.

    Attributes:
        reach: how far attributions up to each one reach, so that those touching a place are found by
            bisection.
    """

    body: str
    quoted: tuple[Quoted, ...]
    attributions: tuple[tuple[int, Attribution], ...]
    reach: tuple[int, ...]
    figures: tuple[Span, ...]
    dates: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block: the findings it shares, and what to add to a place in the document to get the place there."""

    findings: Findings
    shift: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what lies in it; spans count within the sentence.

    Attributes:
        inside_quotation: all of it stands within quotation marks that are somebody's speech.
        quotations: the words between outermost quotation marks, marks left out, scare quotes too.
        speech: whether any of them is somebody's speech.
    """

    start: int
    end: int
    text: str
    inside_quotation: bool
    quotations: tuple[Span, ...]
    speech: bool
    attributions: tuple[Attribution, ...]
    figures: tuple[Span, ...]
    dates: tuple[Span, ...]

    @property
    def quantities(self) -> int:
        """How many figures it holds, small numbers in words ("four nations") left out."""
        return sum(self.text[start:end].lower() not in _SMALL_NUMBERS for start, end in self.figures)

    @property
    def states_data(self) -> bool:
        """Whether it holds a figure, or a date with a number in it ("in 2019", not "today")."""
        dated = any(any(char.isdigit() for char in self.text[start:end]) for start, end in self.dates)
        return dated or self.quantities > 0

    @property
    def data(self) -> int:
        """How many figures and dates it holds."""
        return len(self.figures) + len(self.dates)


def read_passages(text: str, blocks: Sequence[Span], published: date | None) -> Iterator[Passage]:
    """Everything the readers find in each block of ``text``.

    Blocks are read many at a time, a blank line between them: most of the readers' cost is per call, and a
    pronoun may mean somebody named a paragraph before.
    """
    context = ""
    for group in _groups(blocks):
        body = _GAP.join(text[start:end] for start, end in group)
        findings = _find(body, context, published)
        at = 0
        for start, end in group:
            yield Passage(findings, at - start)
            at += end - start + len(_GAP)
        context = body[-_CONTEXT:]


def _groups(blocks: Sequence[Span]) -> Iterator[list[Span]]:
    group: list[Span] = []
    size = 0
    for start, end in blocks:
        if group and size + end - start > _GROUP:
            yield group
            group, size = [], 0
        group.append((start, end))
        size += end - start
    if group:
        yield group


def _extent(found: Attribution) -> Span:
    spans = (*found.source, *found.cue, *found.content)
    return min((span.start for span in spans), default=0), max((span.end for span in spans), default=0)


def _find(body: str, context: str, published: date | None) -> Findings:
    dated = find_dates(body, published=published)
    dates = [(found.start, found.end) for found in dated]
    figures = [(found.start, found.end) for found in find_figures(body, dated)]
    quoted = find_quoted(body)
    said = sorted(
        ((*_extent(found), found) for found in find_attributions(body, context=context, quoted=quoted)),
        key=lambda row: row[:2],
    )
    return Findings(
        body=body,
        quoted=tuple(found for found in quoted if found.depth == 0),
        attributions=tuple((start, found) for start, _, found in said),
        reach=tuple(accumulate((end for _, end, _ in said), max)),
        figures=tuple(span for span in figures if not _touching(dates, *span)),
        dates=tuple(dates),
    )


def _touching(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """The spans, ordered and apart, that overlap ``[start, end)``."""
    first = bisect_right(spans, start, key=lambda span: span[1])
    last = bisect_left(spans, end, key=lambda span: span[0])
    return spans[first:last]


def _clip(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start)


def _clip_records(spans: Sequence[SpanRecord], start: int, end: int) -> list[SpanRecord]:
    return [
        SpanRecord(start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in spans
        if span.start < end and span.end > start
    ]


def _attributions(findings: Findings, start: int, end: int) -> Iterator[Attribution]:
    for at in range(bisect_right(findings.reach, start), len(findings.attributions)):
        begin, found = findings.attributions[at]
        if begin >= end:
            return
        cue = _clip_records(found.cue, start, end)
        content = _clip_records(found.content, start, end)
        if cue or content:
            source = _clip_records(found.source, start, end)
            yield found.model_copy(update={"source": source, "cue": cue, "content": content})


def sentence_in(passage: Passage, start: int, end: int) -> Sentence:
    """The sentence at the document's ``[start, end)``, which lies in the passage."""
    findings = passage.findings
    a, b = start + passage.shift, end + passage.shift
    first = bisect_right(findings.quoted, a, key=lambda found: found.end)
    last = bisect_left(findings.quoted, b, key=lambda found: found.start)
    quoted = findings.quoted[first:last]
    spoken = [found for found in quoted if not found.scare]
    return Sentence(
        start=start,
        end=end,
        text=findings.body[a:b],
        inside_quotation=any(found.start <= a and found.end >= b for found in spoken),
        quotations=_clip([(found.inner_start, found.inner_end) for found in quoted], a, b),
        speech=any(found.inner_start < b and found.inner_end > a for found in spoken),
        attributions=tuple(_attributions(findings, a, b)),
        figures=_clip(_touching(findings.figures, a, b), a, b),
        dates=_clip(_touching(findings.dates, a, b), a, b),
    )
