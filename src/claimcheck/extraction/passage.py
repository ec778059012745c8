"""One block of the article as all readers see it, and what of it falls into one sentence.

Quotations, attributions, figures and dates are found once a block, because a quotation may run over several
sentences and its speaker may stand in another one than the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.extraction.attribution import find_attributions
from claimcheck.extraction.dates import find_dates
from claimcheck.extraction.figures import find_figures
from claimcheck.extraction.quotations import Quoted, find_quoted
from claimcheck.records.models import Attribution, Span as SpanRecord

Span = tuple[int, int]
_SMALL_NUMBERS = frozenset("one two three four five six seven eight nine ten first second third".split())
_CONTEXT = 600
"""Code points before a block that are read for whom a pronoun means."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block's findings; all spans count from ``start``, the block's place in the document."""

    start: int
    text: str
    quoted: tuple[Quoted, ...]
    attributions: tuple[Attribution, ...]
    figures: tuple[Span, ...]
    dates: tuple[Span, ...]


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
    def data(self) -> int:
        """How many figures and dates it holds."""
        return len(self.figures) + len(self.dates)


def read_passage(text: str, start: int, end: int, published: date | None) -> Passage:
    """Everything the readers find in ``text[start:end]``."""
    body = text[start:end]
    dates = tuple((found.start, found.end) for found in find_dates(body, published=published))
    figures = tuple(
        (found.start, found.end)
        for found in find_figures(body)
        if all(found.end <= begin or found.start >= stop for begin, stop in dates)
    )
    return Passage(
        start=start,
        text=body,
        quoted=tuple(found for found in find_quoted(body) if found.depth == 0),
        attributions=tuple(find_attributions(body, context=text[max(0, start - _CONTEXT) : start])),
        figures=figures,
        dates=dates,
    )


def _clip(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start)


def _clip_records(spans: Sequence[SpanRecord], start: int, end: int) -> list[SpanRecord]:
    clipped = _clip([(span.start, span.end) for span in spans], start, end)
    return [SpanRecord(start=a, end=b) for a, b in clipped]


def _clip_attribution(found: Attribution, start: int, end: int) -> Attribution | None:
    cue = _clip_records(found.cue, start, end)
    content = _clip_records(found.content, start, end)
    if not cue and not content:
        return None
    source = _clip_records(found.source, start, end)
    return found.model_copy(update={"source": source, "cue": cue, "content": content})


def sentence_in(passage: Passage, start: int, end: int) -> Sentence:
    """The sentence at the document's ``[start, end)``, which lies in the passage."""
    a, b = start - passage.start, end - passage.start
    spoken = [found for found in passage.quoted if not found.scare]
    clipped = (_clip_attribution(found, a, b) for found in passage.attributions)
    return Sentence(
        start=start,
        end=end,
        text=passage.text[a:b],
        inside_quotation=any(found.start <= a and found.end >= b for found in spoken),
        quotations=_clip([(found.inner_start, found.inner_end) for found in passage.quoted], a, b),
        speech=any(found.inner_start < b and found.inner_end > a for found in spoken),
        attributions=tuple(found for found in clipped if found is not None),
        figures=_clip(passage.figures, a, b),
        dates=_clip(passage.dates, a, b),
    )
