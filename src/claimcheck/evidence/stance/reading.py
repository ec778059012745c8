"""A claim or passage, read: its words, what each does, its events, names, figures and dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.documents.sentences import split_sentences
from claimcheck.extraction.clauses.events import Event, read_sentence
from claimcheck.extraction.clauses.names import Name, find_names
from claimcheck.extraction.clauses.tags import Tag
from claimcheck.extraction.clauses.words import Word
from claimcheck.extraction.dates import DateMention, find_dates
from claimcheck.extraction.figures import Figure, find_figures

_TO = re.compile(r"\s+(?:votes\s+)?to\s+|\s+votes\s+against\s+")
MOST_CHARACTERS = 3_000
"""A passage has one to four sentences; what lies beyond this is not read, so that no input takes long."""
MOST_OF_A_KIND = 40
"""Figures, dates, names or events of one text that are compared; a passage of four sentences has fewer."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text taken apart; every index counts words of the whole text.

    Attributes:
        sentence_of: number of the sentence each word stands in.
    """

    text: str
    words: tuple[Word, ...]
    tags: tuple[Tag, ...]
    events: tuple[Event, ...]
    sentence_of: tuple[int, ...]
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code points from one word to another, both included."""
        return self.words[first].start, self.words[last].end

    def phrase(self, indices: tuple[int, ...]) -> str:
        """The text from the first to the last of some words."""
        return self.text[self.words[indices[0]].start : self.words[indices[-1]].end] if indices else ""


def read_text(text: str, published: date | None) -> Reading:
    """Take a text apart; dates are relative to the day it was published."""
    text = text[:MOST_CHARACTERS]
    most = MOST_OF_A_KIND
    words: list[Word] = []
    tags: list[Tag] = []
    events: list[Event] = []
    owners: list[int] = []
    for number, (start, end) in enumerate(split_sentences(text)):
        sentence = read_sentence(text[start:end])
        base = len(words)
        words += [w._replace(start=w.start + start, end=w.end + start) for w in sentence.words]
        tags += sentence.tags
        first = len(events)
        events += [_moved(event, base, first) for event in sentence.events]
        owners += [number] * len(sentence.words)
    names = find_names(words, tags)
    return Reading(
        text,
        tuple(words),
        tuple(tags),
        tuple(e if e.reporter < most else replace(e, reporter=-1) for e in events[:most]),
        tuple(owners),
        tuple(names[:most]),
        tuple(_joined(text, find_figures(text)[:most])),
        tuple(find_dates(text, published=published)[:most]),
    )


def _joined(text: str, figures: list[Figure]) -> list[Figure]:
    """Figures, with "five votes to two" as one score and "from 60 to 68 per cent" as one range."""
    found: list[Figure] = []
    for figure in figures:
        last = found[-1] if found else None
        if last is None or not _TO.fullmatch(text[last.end : figure.start]):
            found.append(figure)
        elif last.noun == "vote" and figure.noun in ("", "vote"):
            found[-1] = replace(last, end=figure.end, high=figure.high, dimension="score", noun="")
        elif _way_moved(text, last, figure):
            found[-1] = replace(figure, start=last.start, low=last.low)
        else:
            found.append(figure)
    return found


def _way_moved(text: str, last: Figure, figure: Figure) -> bool:
    bare = (last.dimension == "count" and not last.noun) or last.unit == figure.unit
    return figure.dimension == "percent" and bare and text[: last.start].rstrip().endswith("from")


def _moved(event: Event, base: int, first: int) -> Event:
    def by(indices: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(at + base for at in indices)

    return replace(
        event,
        head=event.head + base,
        start=event.start + base,
        end=event.end + base,
        subject=by(event.subject),
        objects=by(event.objects),
        agent=by(event.agent),
        denials=by(event.denials),
        chain=by(event.chain),
        hedge=event.hedge + base if event.hedge >= 0 else -1,
        reporter=event.reporter + first if event.reporter >= 0 else -1,
        opener=event.opener + base if event.opener >= 0 else -1,
    )
