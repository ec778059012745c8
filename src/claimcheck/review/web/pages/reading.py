"""A source at the place where a passage stands. Pure."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimcheck.documents.sentences import split_sentences
from claimcheck.records.models import Source
from claimcheck.review.views import ArticleState

WINDOW = 24_000
"""Code points of a source's text that are shown at once."""
_LONGEST_LINE = 4_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a line; ``marked`` where it belongs to the passage."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a line as a span of the reading text, or (``apart`` is False) the space between two."""

    start: int
    end: int
    apart: bool
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source; ``start`` is its offset in the reading text, in code points.

    Attributes:
        spoken: who speaks from here on, and at which second it begins, where a turn of a transcript does.
    """

    start: int
    sentences: tuple[Sentence, ...]
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A window of a source's text.

    Attributes:
        source: the record, or None where there is none.
        held: False where the text is not on hand.
        found: False where a place was asked for that the text does not have.
        earlier, later: where the windows before and after begin, or None.
    """

    id: str
    source: Source | None
    title: str
    facts: tuple[str, ...]
    held: bool
    found: bool
    lines: tuple[SourceLine, ...]
    earlier: int | None
    later: int | None
    length: int


def read_source(
    state: ArticleState, source_id: str, start: int | None, end: int | None, around: int | None
) -> Reading:
    """The window of a source's text around a passage, or from an offset on.

    Args:
        start, end: the passage to be marked, in code points; None for none.
        around: where the window begins; by default where the passage is in its middle.
    """
    source = state.sources.get(source_id)
    text = state.texts.get(source_id)
    body = text or ""
    given = start is not None and end is not None
    found = not given or (start is not None and end is not None and 0 <= start < end <= len(body))
    marked = (start, end) if found and start is not None and end is not None else (0, 0)
    first = max(0, (marked[0] - WINDOW // 2) if around is None else min(around, len(body)))
    last = min(len(body), max(first + WINDOW, marked[1] if around is None else 0))
    return Reading(
        id=source_id,
        source=source,
        title=_title(source_id, source),
        facts=tuple(_facts(source)),
        held=text is not None,
        found=found,
        lines=tuple(_lines(body, first, last, marked, state.turns.get(source_id, {}))),
        earlier=max(0, first - WINDOW) if first else None,
        later=last if last < len(body) else None,
        length=len(body),
    )


def _title(source_id: str, source: Source | None) -> str:
    if source is None:
        return f"{source_id} (no record)"
    if source.private is not None:
        return f"{source.private.pseudonym}: held privately, attested by {source.private.attested_by}"
    return source.title


def _facts(source: Source | None) -> list[str]:
    if source is None:
        return []
    facts = [
        source.published or "no date",
        f"{source.tier}, {source.reliability}",
        f"lineage {source.lineage}",
    ]
    facts += [", ".join(source.authors)] if source.authors else []
    facts += [source.publisher] if source.publisher else []
    facts += [source.terms] if source.terms != "on record" else []
    if source.machine_transcript:
        facts.append(f"machine transcript, {f'heard by {source.heard.by}' if source.heard else 'not heard'}")
    facts += [f"retracted {source.retracted.at[:10]}: {source.retracted.why}"] if source.retracted else []
    return facts


def _lines(
    text: str, first: int, last: int, marked: tuple[int, int], turns: Mapping[int, str]
) -> list[SourceLine]:
    lines: list[SourceLine] = []
    at = first
    while at < last:
        end = text.find("\n", at, last)
        end = min(last if end < 0 else end, at + _LONGEST_LINE)
        lines.append(SourceLine(at, tuple(_sentences(text, at, end, marked)), turns.get(at, "")))
        at = end + (end < last and text[end] == "\n")
    return lines


def _sentences(text: str, start: int, end: int, marked: tuple[int, int]) -> Iterator[Sentence]:
    at = start
    for first, last in split_sentences(text, start, end):
        if first > at:
            yield Sentence(at, first, False, tuple(_stretches(text, at, first, marked)))
        yield Sentence(first, last, True, tuple(_stretches(text, first, last, marked)))
        at = last
    if at < end:
        yield Sentence(at, end, False, tuple(_stretches(text, at, end, marked)))


def _stretches(text: str, start: int, end: int, marked: tuple[int, int]) -> Iterator[Stretch]:
    cuts = sorted({start, end, *(at for at in marked if start < at < end)})
    for a, b in itertools.pairwise(cuts):
        yield Stretch(text[a:b], marked[0] <= a and b <= marked[1])


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source in the list of those that can be opened."""

    id: str
    title: str
    facts: tuple[str, ...]
    held: bool


def list_sources(state: ArticleState) -> tuple[SourceEntry, ...]:
    """All sources, by title."""
    entries = [
        SourceEntry(name, _title(name, source), tuple(_facts(source)), name in state.texts)
        for name, source in state.sources.items()
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.title.casefold(), entry.id)))
