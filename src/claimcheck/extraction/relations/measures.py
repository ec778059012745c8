"""The figures of a claim, each with the words that say what it measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.extraction.dates import DateMention
from claimcheck.extraction.figures import Change, Figure
from claimcheck.extraction.figures.nouns import singular
from claimcheck.extraction.relations.grammar import APART, Clause, Page

_BESIDE = re.compile(
    r"(?:\b(?:here (?:are|is|were)|from|against|than|to|compared (?:with|to)|instead of|out of|"
    r"of (?:which|whom)|including|among|per|nearly|almost|up to|at least|another|further|only [a-z]+|"
    r"the first|the last|between|every|each|first|last) |[-–/] ?)\Z",
    re.IGNORECASE,
)
"""What stands before a figure that is no plain statement of how many there are."""
_AMOUNTING = re.compile(r"\b(?:c[ao]mes?|amount(?:s|ed)?|adds? up|added up) to \Z")
"""Before a figure that a clause equates its subject with."""
_SET_ASIDE = re.compile(
    r" (?:more|fewer|less|extra|additional|other|of (?:them|these|those|whom|which)|each|apiece|"
    r"a (?:year|month|week|day|head)|per|times|more than|percent of|in every|out of|below|above|behind|"
    r"ahead|short|later|earlier|ago)\b",
    re.IGNORECASE,
)
"""What stands behind such a figure."""
SHARE = re.compile(r" of (?:the|its|their|his|her|these|those|all)\b", re.IGNORECASE)
_PLACES = frozenset("minute second lap round place birthday anniversary".split())
"""Nouns whose ordinals say when or where; those of others tell one thing from the next."""
MOVES: dict[str, Change] = {
    **dict.fromkeys(("increase", "rise", "growth", "jump", "gain"), "up"),
    **dict.fromkeys(("decrease", "fall", "drop", "cut", "decline", "reduction", "loss"), "down"),
}
"""Nouns before "of" that make a figure one of change ("a rise of 9 percent")."""
_HAVING = frozenset("have employ hold count own contain carry comprise include number seat run win".split())


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of a claim and what says what it measures; all numbers are indices of words.

    Attributes:
        value: the figure without its noun.
        noun: the word counted ("34 staff", "a crew of 140"), or -1.
        modifies: the noun whose measure it is ("the £6 million bridge"), or -1.
        told: whether it follows the verb of its clause, so that the clause tells it.
        share: whether it is some of a number ("17 of the 40 seats").
        owner: the party that has what is counted ("its 41 employees", "the school has 640 pupils").
        frame: content words of its clause.
        region: code points of the claim around the figure, up to the next comma behind it.
    """

    page: Page
    figure: Figure
    value: Figure
    clause: Clause | None
    noun: int
    modifies: int
    told: bool
    share: bool
    owner: tuple[int, ...]
    frame: tuple[int, ...]
    region: tuple[int, int]
    voice: str | None
    dates: tuple[DateMention, ...]
    apart: frozenset[str]

    @property
    def span(self) -> tuple[int, int]:
        """Code points of the figure within the claim."""
        return self.figure.start, self.figure.end


def measures(page: Page) -> list[Measure]:
    """The plain, exact figures of a claim, each with its frame."""
    found = []
    for figure in page.figures:
        if plain(page, figure):
            measure = _measure(page, figure)
            if measure is not None:
                found.append(measure)
    return found


def plain(page: Page, figure: Figure) -> bool:
    """Whether a figure says exactly how much or how many there are, not "from", "at least" or "each"."""
    before, after = page.text[: figure.start], page.text[figure.end :]
    return (
        figure.precision in ("exact", "about")
        and figure.low == figure.high
        and figure.dimension not in ("score", "multiple", "ratio", "fraction", "age", "data", "angle")
        and not (figure.dimension == "ordinal" and figure.noun not in _PLACES)
        and (not _BESIDE.search(before[-24:]) or _AMOUNTING.search(before[-24:]) is not None)
        and not _SET_ASIDE.match(after)
    )


def _measure(page: Page, figure: Figure) -> Measure | None:
    inside = [at for at, word in enumerate(page.words) if figure.start <= word.start < figure.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    clause = _clause_of(page, inside)
    told = clause is not None and first in clause.event.objects
    if clause is not None and (
        clause.event.negative or (told and clause.event.mood not in ("fact", "future"))
    ):
        return None
    noun = _counted(page, figure, first, last)
    if noun >= 0 and (way := MOVES.get(page.words[noun].lemmas[0])):
        figure, noun = replace(figure, change=way, noun=""), -1
    region = _region(page, clause if told else None, first, last)
    span = page.words[region[0]].start, page.words[region[-1]].end
    return Measure(
        page,
        figure,
        replace(figure, noun=""),
        clause,
        noun,
        _modified(page, figure, first, last),
        told,
        share=bool(SHARE.match(page.text, figure.end)),
        owner=_owner(page, clause, first, noun, told),
        frame=tuple(at for at in _frame(page, clause, first) if at != noun),
        region=span,
        voice=clause.voice if clause and told else page.voice(figure.start, figure.end),
        dates=tuple(
            date
            for date in (clause.dates if clause else page.dates)
            if (clause and (not told or date.start < span[1]))
            or span[0] <= date.start < span[1]
            or (clause and page.words[page.at(date.start) - 1].low in ("in", "on"))
        ),
        apart=frozenset(
            page.words[at].low
            for at in region
            if page.words[at].low in APART and at not in page.dated and page.tags[at] != "name"
        ),
    )


def _clause_of(page: Page, inside: Sequence[int]) -> Clause | None:
    """The clause that a figure stands in, the one where it follows the verb before any other."""
    at = inside[0]
    following = [c for c in page.clauses if at in c.event.objects]
    hanging = [c for c in page.clauses if at in c.direct or at in c.governs]
    before = [c for c in page.clauses if at in c.event.subject]
    return next(iter((*following, *hanging, *before)), None)


def _region(page: Page, clause: Clause | None, first: int, last: int) -> range:
    """The words around a figure: of its clause, from the verb or a mark before to the next mark behind."""
    start = first
    floor = min(clause.event.subject, default=clause.event.start) if clause else 0
    while start > floor and (clause or page.tags[start - 1] not in ("mark", "sub", "rel")):
        start -= 1
    end = last + 1
    while (
        end < len(page.tags) and page.tags[end] not in ("mark", "sub", "rel") and _goes_on(page, end, clause)
    ):
        end += 1
    return range(start, end)


def _goes_on(page: Page, at: int, clause: Clause | None) -> bool:
    """Whether a stretch goes on; a noun phrase by itself ends before the verb it is the subject of."""
    if page.tags[at] in ("mark", "sub", "rel"):
        return page.tags[at] == "sub" and at + 1 in page.measured  # "since January"
    return clause is not None or page.tags[at] not in ("aux", "modal", "verb")


def _frame(page: Page, clause: Clause | None, first: int) -> tuple[int, ...]:
    """Content words that say what is measured: of the clause; of an adjunct, and who the sentence is of."""
    if clause is not None:
        return page.content((*clause.event.subject, clause.event.head, *clause.event.objects, *clause.direct))
    main = page.clauses[0].event.subject if page.clauses else ()
    return page.content((*_region(page, None, first, first), *main))


def _owner(page: Page, clause: Clause | None, first: int, noun: int, told: bool) -> tuple[int, ...]:
    """Who has what is counted: of a genitive, of "its" or "whose", or of a verb of having."""
    owner = page.owner(min(first, noun) if noun >= 0 else first)
    if not owner and noun < 0 and told and clause is not None and clause.equating:
        owner = next((page.owner(at) for at in page.noun_heads(clause.event.subject)[-1:]), ())
    having = told and clause is not None and bool(set(clause.verb.lemmas) & _HAVING)
    return owner or (clause.event.subject if having and clause else ())


def _counted(page: Page, figure: Figure, first: int, last: int) -> int:
    """The word for what is counted: behind the figure, or before "of" ("a crew of 140")."""
    if figure.dimension in ("count", "ordinal") and figure.noun:
        for at in range(first, min(last + 6, len(page.words))):
            word = page.words[at]
            if figure.noun in (word.low, singular(word.low), *word.lemmas):
                return at
    if SHARE.match(page.text, figure.end) or (
        figure.dimension == "percent" and page.text.startswith(" of ", figure.end)
    ):
        return next((at for at in range(last + 1, len(page.tags)) if page.tags[at] in ("noun", "ing")), -1)
    if first > 1 and page.words[first - 1].low == "of" and page.tags[first - 2] in ("noun", "ing"):
        return first - 2
    return -1


def _modified(page: Page, figure: Figure, first: int, last: int) -> int:
    """The noun right behind a measure that describes it ("the £6 million bridge"), or -1."""
    if figure.dimension in ("count", "ordinal", "percent") or page.determiner(first) == "":
        return -1
    at = last + 1
    while (
        at + 1 < len(page.tags) and page.tags[at] in ("adj", "noun") and page.tags[at + 1] in ("noun", "ing")
    ):
        at += 1
    return at if at < len(page.tags) and page.tags[at] in ("noun", "ing", "verb") else -1
