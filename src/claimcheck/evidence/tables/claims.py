"""A claim as tables are asked about it: its figures, and which of its dates and names each goes with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from claimcheck.documents.sentences import split_sentences
from claimcheck.evidence.stance.reading import MOST_OF_A_KIND, Reading, read_text
from claimcheck.evidence.tables.amounts import CHANGED, DOWN, UP, changes_of, levels_of, tells_whom
from claimcheck.evidence.tables.labels import GENERIC, Label, date_mark
from claimcheck.evidence.terms import STOP_WORDS, expansions, stem, words
from claimcheck.extraction.clauses.words import Word
from claimcheck.extraction.dates import DateMention
from claimcheck.extraction.figures import Figure, find_figures

_SOFT = frozenset(
    "be have do stand reach hit total amount rise fall grow increase decrease drop climb decline jump surge "
    "sink slip stay remain become record report show say accord register see put come account make number "
    "new high low official estimate average_out top pass exceed run lie sit ease edge tick plunge soar slide "
    "dip there this that it shrink expand widen narrow employ boast".split()
)
"""Words of a claim that no heading needs to have: that something was, and which way it went."""
_PARTICLES = frozenset("out away off back down up over in".split())
_PLAINLY = frozenset(
    "roughly approximately nearly exactly precisely only previously officially actually reportedly annually "
    "already respectively sharply slightly steadily slowly rapidly dramatically significantly considerably "
    "modestly markedly strongly quickly suddenly merely barely currently recently really fully totally "
    "finally eventually initially clearly apparently certainly originally".split()
)
"""Manners that leave a figure what it is; with others ("narrowly") it may be of some only."""
_TOLD = frozenset(
    map(stem, "name place area region time sex age source table unit measure indicator".split())
)
"""Words that say little as a heading, but something in a claim: "with the same name"."""
_TELLING = ("noun", "name", "adj", "verb", "part", "ing", "num")
_DATED_OTHERWISE = re.compile(
    r"\b(?:than|compared|from|since|versus|against|before|after|until|till|with|up|down|by|through)\s+"
    r"(?:(?:in|during|for|of|the|end|early|late)\s+)*$",
    re.IGNORECASE,
)
_MEASURED_OTHERWISE = re.compile(
    r"\b(?:from|than|against|with|versus|by|target of|forecast of)\s+(?:about|around|nearly|some)?\s*$",
    re.IGNORECASE,
)
_MIXED = re.compile(r"\b(?:[^\W\d_]{1,12}\d{1,6}|\d{1,6}[^\W\d_]{1,12})\b")
_WIDER = re.compile(r"\b(?:more|fewer|less|greater|higher|lower) than\s*(?:an?\s*)?$", re.IGNORECASE)
_LEAVES_OUT = re.compile(
    r"\b(?:except(?:ing)?|excluding|excludes?|apart from|without|other than|not counting|besides|unlike|"
    r"instead of|rather than|outside)\b",
    re.IGNORECASE,
)
"""What a heading names is then just what the claim is not about."""
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Mention:
    """From which code point on the claim names a row or column, and the heading that it names."""

    start: int
    label: Label


class TableClaim:
    """What a claim asks of tables.

    Args:
        text: the claim, words that lean on its surroundings spelled out.
        context: the article's text before it.
        published: the day it was published.
    """

    def __init__(self, text: str, context: str, published: date | None) -> None:
        self.reading: Reading = read_text(text, published)
        self.text = self.reading.text
        self._all = find_figures(self.text)[:MOST_OF_A_KIND]
        self.figures: Sequence[Figure] = levels_of(self.text, self._all)
        self._context = context
        self._others: frozenset[str] = frozenset()
        self._spent: Sequence[tuple[int, int]] = ()
        self._of: Sequence[DateMention] | None = None

    def at(self, dates: Sequence[DateMention], others: frozenset[str] = frozenset()) -> TableClaim:
        """The same claim as if it were of some dates only, and said some other words besides its own; whether
        a table has its own dates is then not asked."""
        view = copy(self)
        for name in ("dates", "marks"):
            view.__dict__.pop(name, None)
        view._of, view._others = dates, others
        return view

    def without(self, spans: Sequence[tuple[int, int]]) -> TableClaim:
        """The same claim with some words that no heading needs to have."""
        view = copy(self)
        for name in ("words", "wanted", "_own", "_leaned_on", "marks"):
            view.__dict__.pop(name, None)
        view._spent = tuple(spans)
        return view

    @property
    def open_dates(self) -> Sequence[DateMention]:
        """The dates that a table must have for the claim to be of it."""
        return self.reading.dates if self._of is None else ()

    @cached_property
    def changes(self) -> Sequence[Figure]:
        """The figures by how much something rose or fell."""
        return changes_of(self.text, self._all, self.reading.dates)

    @cached_property
    def dates(self) -> Sequence[DateMention]:
        """The dates that say when; not those of a comparison ("than in 2023")."""
        if self._of is not None:
            return self._of
        return [mention for mention in self.reading.dates if self._says_when(mention)]

    def _says_when(self, mention: DateMention) -> bool:
        before = self.text[max(0, mention.start - _NEAR) : mention.start]
        return not _DATED_OTHERWISE.search(before)

    @cached_property
    def words(self) -> Sequence[Word]:
        """All its words; where it has none of its own that tell, also those of the sentence before it."""
        return [*self.reading.words, *self._leaned_on]

    @cached_property
    def wanted(self) -> Sequence[Word]:
        """The words that the headings of a cell must answer, for the cell to be what the claim speaks of."""
        names = (word for word in self._leaned_on if word.text[0].isupper() and _tells(word))
        return [*self._own, *names]

    @property
    def telling(self) -> Sequence[Word]:
        """The words that tell what it speaks of, its own or those it leans on."""
        return [word for word in (self._own or self._leaned_on) if _tells(word)]

    @cached_property
    def _own(self) -> Sequence[Word]:
        # An age is no figure that a cell has, but one that tells of whom it is: "the under 25s".
        spans = [(one.start, one.end) for one in self._all if not tells_whom(self.text, one)]
        spans += [(mention.start, mention.end) for mention in self.reading.dates]
        spans += [match.span() for figure in self.figures if (match := self._more_than(figure))]
        spans += self._spent
        return [
            word
            for word, tag in zip(self.reading.words, self.reading.tags, strict=True)
            if (tag in _TELLING or (tag == "adv" and word.low.endswith("ly") and word.low not in _PLAINLY))
            and (_tells(word) or self._makes_new(word))
            and not any(start <= word.start < end for start, end in spans)
        ]

    def _makes_new(self, word: Word) -> bool:
        """Whether a "new" is of the thing told of, as in "a new flat"; not "a new high" or "new figures"."""
        at = self.reading.words.index(word) + 1 if word.low == "new" else 0
        return 0 < at < len(self.reading.words) and _tells(self.reading.words[at])

    def _more_than(self, figure: Figure) -> re.Match[str] | None:
        """The words before a figure that widen it: "fewer than"."""
        return _WIDER.search(self.text, max(0, figure.start - _NEAR), figure.start)

    @cached_property
    def verbs(self) -> frozenset[int]:
        """Where its verbs begin."""
        tagged = zip(self.reading.words, self.reading.tags, strict=True)
        return frozenset(word.start for word, tag in tagged if tag in ("verb", "part", "ing"))

    @cached_property
    def _leaned_on(self) -> Sequence[Word]:
        """The telling words of the sentence before, for a claim that says only "the rate" or "it"."""
        if self._own:
            return ()
        sentences = split_sentences(self._context)
        if not sentences:
            return ()
        start, end = sentences[-1]
        before = TableClaim(self._context[start:end], "", None)
        return before._own

    @cached_property
    def marks(self) -> frozenset[str]:
        """Stems of its words and of other words for the same, and its dates."""
        found = {date_mark(mention) for mention in self.dates} | self._others
        spent = [(figure.start, figure.end) for figure in self.figures if figure.low == figure.high]
        for word in self.words:
            if any(start <= word.start < end for start, end in spent) and word in self.reading.words:
                continue
            found |= self.marks_at(word)
        return frozenset(found)

    def marks_at(self, word: Word) -> frozenset[str]:
        """The stems of a word, and of the name with letters and digits that it is a piece of: CO2, PM10."""
        if word not in self.reading.words:
            return marks_of(word)
        if word.start in self.verbs and word.low.rpartition("_")[2] in _PARTICLES and "_" in word.low:
            return frozenset(word.lemmas)  # "sold out" is not "sold"
        whole = next((one for one in self._mixed if one[0] <= word.start < one[1]), None)
        piece = whole is not None and word.end - word.start < whole[1] - whole[0]
        return (frozenset() if piece else marks_of(word)).union([whole[2]] if whole else [])

    @cached_property
    def _mixed(self) -> Sequence[tuple[int, int, str]]:
        return [(one.start(), one.end(), stem(one[0].lower())) for one in _MIXED.finditer(self.text)]

    @cached_property
    def around(self) -> frozenset[str]:
        """The stems of the article's words before it."""
        return frozenset(stem(plain) for _, plain in words(self._context))

    @cached_property
    def asserts(self) -> bool:
        """Whether it says plainly that something is so: nothing denied, hoped, planned or left out."""
        plain = all(event.mood == "fact" and not event.negative for event in self.reading.events)
        return plain and not _LEAVES_OUT.search(self.text)

    @cached_property
    def names(self) -> bool:
        """Whether it names somebody or some place itself."""
        return bool(self.reading.names)

    @cached_property
    def changed(self) -> Word | None:
        """The word by which it says that something rose or fell, which no single cell shows."""
        return next((word for word in self.reading.words if not CHANGED.isdisjoint(word.lemmas)), None)

    @property
    def way(self) -> str:
        """Which way it says that something went: ``up``, ``down``, or empty where it does not say."""
        lemmas = set(self.changed.lemmas) if self.changed else set()
        up, down = not lemmas.isdisjoint(UP), not lemmas.isdisjoint(DOWN)
        return "up" if up and not down else "down" if down and not up else ""

    def mention(self, label: Label) -> Mention | None:
        """Where it first names what a heading names, or None: a date by its days, else by a telling word."""
        dates = {date_mark(mention) for mention in label.dates}
        starts = [mention.start for mention in self.dates if date_mark(mention) in dates]
        marks = {mark for _, mark in label.words} if not starts else set[str]()
        starts += [word.start for word in self.reading.words if not marks.isdisjoint(marks_of(word))]
        return Mention(min(starts), label) if starts else None


def marks_of(word: Word) -> frozenset[str]:
    """The stems of a word and of other words for the same."""
    found: set[str] = set()
    for written, plain in words(word.text):
        found.update(stem(other) for other in (plain, *expansions(written, plain)))
    found.update(lemma if "_" in lemma else stem(lemma) for lemma in word.lemmas)
    if word.text[0].isdigit() and word.text.endswith("s"):
        found.add(word.text[:-1])  # "the under 25s"
    return frozenset(found)


def _tells(word: Word) -> bool:
    plain = [stem(plain) for _, plain in words(word.text)]
    return (
        _SOFT.isdisjoint(word.lemmas)
        and word.low not in STOP_WORDS
        and any(mark not in GENERIC or mark in _TOLD for mark in plain)
    )


def goes_with(
    claim: TableClaim, figures: Sequence[Figure], mentions: Sequence[Mention]
) -> Mapping[int, Mention]:
    """Which of some dates, or of some names, each of several figures goes with, by the figure's start.

    They go in turns ("6.2 percent in 2023 and 7.4 percent in 2024"); one alone goes with the figure that
    stands nearest to it and is not itself what another is compared with. Nothing else is told.
    """
    if len(mentions) == 1:
        plain = [figure for figure in figures if not compared(claim, figure)]
        at = mentions[0].start
        nearest = sorted(
            plain, key=lambda figure: abs(figure.start - at) if at < figure.start else at - figure.end
        )
        return {nearest[0].start: mentions[0]} if nearest else {}
    order = sorted([(figure.start, True) for figure in figures] + [(one.start, False) for one in mentions])
    turns = all(one[1] != other[1] for one, other in pairwise(order))
    if len(figures) != len(mentions) or not turns:
        return {}
    return {figure.start: one for figure, one in zip(figures, mentions, strict=True)}


def compared(claim: TableClaim, figure: Figure) -> bool:
    """Whether a figure only stands beside another, as what that is measured against ("up from 6 percent")."""
    return bool(_MEASURED_OTHERWISE.search(claim.text[max(0, figure.start - _NEAR) : figure.start]))
