"""A claim's clauses as the relation tests see them: who did what, in whose voice, how surely, when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from claimcheck.documents.datelines import leading_dateline
from claimcheck.extraction.clauses.events import Event, read_sentence
from claimcheck.extraction.clauses.governors import HEDGES
from claimcheck.extraction.clauses.tags import Tag
from claimcheck.extraction.clauses.words import Word, relate
from claimcheck.extraction.dates import DateMention, find_dates
from claimcheck.extraction.figures import Figure, find_figures
from claimcheck.extraction.relations.terms import Reading

_CONTENT = ("noun", "name", "adj", "verb", "part", "ing", "adv", "num")
_LIGHT = (
    frozenset(
        "be have do make take get go come 's this that such other also more most less least very one thing "
        "way part kind number people person year day time say amount date group total last next first "
        "happen occur there mr mrs ms include when now ago since just only about then "
        "tell still even again too already later _".split()
    )
    | HEDGES
)
"""Words that two clauses may share without speaking of the same thing."""
_QUOTES = frozenset("“”‘’\"'")
_SPEAKING = frozenset("i we you me us my our your i'm we're".split())
_COPULAS = frozenset("be 's 're 'm become remain stay".split())
_AMOUNT = frozenset("come amount".split())
_LIGHT_VERBS = _COPULAS | frozenset("have do get make take go come give use think want need like".split())
APART = frozenset(
    "another other second third fourth fifth similar neighbouring neighboring nearby sister former previous "
    "previously earlier old older new newer last additional extra more further fewer initial "
    "initially original originally first remaining different separate ex current next future past "
    "average each per every half almost nearly only least".split()
)
"""Words that single one thing out from others of its kind: where only one clause has them, two are meant."""
_HANGING = frozenset("of in to at for on from with among across by".split())
_NOMINAL = ("det", "adj", "noun", "name", "num", "ing")
_NEAR = ("same", "synonym", "derived")
_ATTRIBUTIVE = re.compile(r"\b(?:an?|the|its|his|her|their)(?: [a-z]+)? \Z", re.IGNORECASE)
"""Before a date that describes a thing ("a 2012 fight") instead of dating the clause."""


class Clause:
    """One event of a claim; all numbers are indices of its words. Worked out when first asked for.

    Attributes:
        page: the claim it stands in.
        event: what the grammar says of it.
    """

    def __init__(self, page: Page, event: Event, reporter: Event | None) -> None:
        self.page = page
        self.event = event
        self._reporter = reporter

    @cached_property
    def head(self) -> tuple[int, ...]:
        """The words that say what happened: the verb, or what follows a copula."""
        if not self.copular:
            return (self.event.head,)
        page, told = self.page, list[int]()
        for at in self.event.objects:
            if told and page.tags[at] in ("prep", "to", "mark", "sub", "rel"):
                break
            if page.tags[at] in ("noun", "adj", "name", "part", "ing") and at not in page.measured:
                told.append(at)
        return tuple(told[-1:]) or (self.event.head,)

    @cached_property
    def subject(self) -> tuple[int, ...]:
        """Content words of the party before the verb."""
        return self.page.content([at for at in self.event.subject if at not in self.head])

    @cached_property
    def rest(self) -> tuple[int, ...]:
        """Content words of all that follows the verb."""
        return self.page.content(
            [at for at in (*self.event.objects, *self.event.agent) if at not in self.head]
        )

    @cached_property
    def direct(self) -> tuple[int, ...]:
        """The words after the verb up to the first preposition, or what a relative clause hangs on."""
        tags, event = self.page.tags, self.event
        ends = [
            i
            for i, at in enumerate(event.objects)
            if tags[at] in ("prep", "to", "mark", "sub", "rel") and self.page.words[at].low not in _QUOTES
        ]
        found = event.objects[: next((i for i in ends if not self._partial(i)), len(event.objects))]
        if found or event.passive or event.opener < 1 or tags[event.opener] != "rel":
            return found
        end = event.opener - 1 if tags[event.opener - 1] == "mark" else event.opener
        start = end
        while start and tags[start - 1] in ("noun", "name", "num", "adj", "det"):
            start -= 1
        before = tuple(range(start, end))
        return before if not set(before) & set(event.subject) else ()

    @cached_property
    def governs(self) -> tuple[int, ...]:
        """The noun phrase before a relative clause that is not its subject ("the hours for which it ran")."""
        tags, event = self.page.tags, self.event
        if event.opener < 1 or tags[event.opener] != "rel":
            return ()
        end = event.opener
        while end and tags[end - 1] in ("mark", "prep"):
            end -= 1
        start = end
        while start and tags[start - 1] in ("noun", "name", "num", "adj", "det"):
            start -= 1
        found = tuple(range(start, end))
        return () if set(found) & set(event.subject) else found

    @cached_property
    def wider(self) -> tuple[int, ...]:
        """All of the noun phrase that a relative clause hangs on, where its subject is only the end of it."""
        tags, subject = self.page.tags, self.event.subject
        if self.event.opener < 1 or tags[self.event.opener] != "rel" or not subject:
            return ()
        start = subject[0]
        while start > 1 and tags[start - 1] == "prep" and tags[start - 2] in ("noun", "name", "ing"):
            start -= 2
            while start and tags[start - 1] in ("noun", "name", "num", "adj", "det"):
                start -= 1
        return tuple(range(start, subject[-1] + 1)) if start < subject[0] else ()

    def _partial(self, place: int) -> bool:
        """Whether a word after the verb is the "of" of "one of the", "most of the"."""
        at = self.event.objects[place]
        nouns = any(self.page.tags[i] in ("noun", "name") for i in self.event.objects[:place])
        return place > 0 and not nouns and self.page.words[at].low == "of"

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates that stand in it, or else in an adjunct at the head of the sentence before it."""
        page, event = self.page, self.event
        inside = {page.words[at].start for at in (*event.objects, *event.subject)}
        found = [
            date
            for date in page.dates
            if any(date.start <= start < date.end for start in inside) or page.dates_clause(date, event)
        ]
        if not found and page.tags[event.head] == "ing" and (before := page.before(event)):
            return before.dates  # "lost in 2016, securing a third of the votes"
        if not found and event.subject and page.opens(event):
            start = page.words[event.subject[0]].start
            found = [date for date in page.dates if date.end <= start]
        if not found and event.opener < 0 and page.tags[0] == "prep":
            # "In the 2012 race, which she won, turnout fell": the words before the first comma date it all.
            start = next((word.start for word in page.words if word.low == ","), 0)
            found = [date for date in page.dates if date.end <= start]
        return tuple(found)

    @cached_property
    def voice(self) -> str | None:
        """Who says it: empty for the article itself, None where it is nobody's to compare (a quotation, an
        unnamed source, somebody who speaks of himself)."""
        page, event, word = self.page, self.event, self.verb
        if any(page.words[at].low in _SPEAKING for at in event.subject):
            return None
        voice = page.voice(word.start, word.end)
        if voice == "" and self._reporter is not None and not event.factive:
            reporter = self._reporter
            spoken = page.content(reporter.agent if reporter.passive else reporter.subject)
            return " ".join(page.words[at].low for at in spoken) or None
        return voice

    @cached_property
    def verb(self) -> Word:
        """The verb, or the copula."""
        return self.page.words[self.event.head]

    @property
    def copular(self) -> bool:
        """Whether it says what something is."""
        return self.verb.lemmas[0] in _COPULAS

    @property
    def equating(self) -> bool:
        """Whether it says how much something is: "is", "came to", "amounts to"."""
        to = self.event.objects[:1] and self.page.words[self.event.objects[0]].low == "to"
        return self.copular or bool(to and _AMOUNT & set(self.verb.lemmas))

    @property
    def light(self) -> bool:
        """Whether its verb says little by itself ("have", "do")."""
        return all(self.page.words[at].lemmas[0] in _LIGHT_VERBS for at in self.head)

    @property
    def adjuncts(self) -> tuple[int, ...]:
        """Content words after the verb beyond what it is done to."""
        heads = self.page.noun_heads(self.direct)
        return tuple(at for at in self.rest if at not in heads)

    @property
    def figures(self) -> list[Figure]:
        """The figures that stand in it."""
        inside = {self.page.words[at].start for at in (*self.event.objects, *self.event.subject)}
        return [one for one in self.page.figures if any(one.start <= at < one.end for at in inside)]

    @property
    def span(self) -> tuple[int, int]:
        """Code points of the claim from its first word to its last."""
        inside = (*self.event.subject, *self.head, *self.event.objects, self.event.head)
        words = self.page.words
        return words[min(inside)].start, words[max(inside)].end


class Page:
    """A claim taken apart: words, clauses, figures and dates; worked out when first asked for.

    Attributes:
        text: of the claim, with spaces for the place and day that a report opens with.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        text = reading.claim.text
        opening = leading_dateline(text, 0, len(text))
        self.text = " " * opening + text[opening:] if opening else text

    @cached_property
    def _sentence(self) -> tuple[list[Word], list[Tag], list[Event]]:
        found = read_sentence(self.text)
        return found.words, found.tags, found.events

    @cached_property
    def words(self) -> list[Word]:
        """The words and marks of the claim."""
        return self._sentence[0]

    @cached_property
    def tags(self) -> list[Tag]:
        """What each word does."""
        return self._sentence[1]

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the claim."""
        return tuple(find_figures(self.text))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates of the claim."""
        return tuple(find_dates(self.text))

    @cached_property
    def measured(self) -> frozenset[int]:
        """Words that belong to a figure or date."""
        return self.dated | self._words_of("figure")

    @cached_property
    def dated(self) -> frozenset[int]:
        """Words that belong to a date."""
        return self._words_of("date")

    def _words_of(self, kind: str) -> frozenset[int]:
        spans = [(part.start, part.end) for part in self.reading.claim.parts if part.kind == kind]
        return frozenset(
            at for at, word in enumerate(self.words) if any(s <= word.start < e for s, e in spans)
        )

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its events in order, without those that only say who speaks."""
        events = self._sentence[2]
        speaking = {event.reporter for event in events if event.reporter >= 0}
        return tuple(
            Clause(self, event, events[event.reporter] if event.reporter >= 0 else None)
            for at, event in enumerate(events)
            if at not in speaking
        )

    @cached_property
    def dated_clauses(self) -> tuple[tuple[Clause, DateMention], ...]:
        """Those with a single date that is no stretch and does not recur, and that date."""
        return tuple(
            (clause, clause.dates[0])
            for clause in self.clauses
            if len(clause.dates) == 1
            and not _ATTRIBUTIVE.search(self.text[: clause.dates[0].start])
            and not clause.dates[0].recurring
            and clause.dates[0].granularity != "period"
            and clause.event.mood in ("fact", "future")
            and not clause.event.negative
            and clause.voice is not None
        )

    def content(self, indices: Sequence[int]) -> tuple[int, ...]:
        """Those of some words that carry content of their own."""
        return tuple(
            at
            for at in dict.fromkeys(indices)
            if self.tags[at] in _CONTENT
            and at not in self.measured
            and self.words[at].lemmas[0] not in _LIGHT
            and self.words[at].low not in _LIGHT
            and self.words[at].is_word
        )

    def voice(self, start: int, end: int) -> str | None:
        """Who says the words of a span (code points): see :class:`Clause`."""
        if self.reading.in_quotation(start):
            return None
        for said in self.reading.claim.attributions:
            if any(span.start <= start and end <= span.end + 1 for span in said.content):
                return said.speaker if said.speaker and not said.anonymous else None
        return ""

    def before(self, event: Event) -> Clause | None:
        """The clause before that of an event."""
        at = next((at for at, clause in enumerate(self.clauses) if clause.event is event), 0)
        return self.clauses[at - 1] if at else None

    def opens(self, event: Event) -> bool:
        """Whether an event is the first of the sentence."""
        return event is self._sentence[2][0]

    def dates_clause(self, date: DateMention, event: Event) -> bool:
        """Whether a date beside a clause dates it: "1996, when it was held", "counted since May"."""
        if event.opener >= 0 and self.words[event.opener].low in ("when", "where"):
            return self.text[date.end : self.words[event.opener].start].strip() in ("", ",")
        at = self.at(date.start)
        return self.tags[at - 1] == "sub" and at - 2 in (event.head, *event.objects[-1:])

    def at(self, offset: int) -> int:
        """The word that begins at a code point, or the first one after it."""
        return next((at for at, word in enumerate(self.words) if word.start >= offset), 0)

    def definite(self, at: int) -> bool:
        """Whether the noun phrase a word ends is marked as known: "the", "its", "this", a genitive."""
        return self.determiner(at) in (
            "the",
            "its",
            "their",
            "his",
            "her",
            "this",
            "that",
            "these",
            "those",
            "'s",
        )

    def determiner(self, at: int) -> str:
        """The word that opens the noun phrase a word stands in, where it is a determiner."""
        for before in range(at - 1, max(-1, at - 8), -1):
            if self.tags[before] == "det" or self.words[before].low in ("'s", "’s"):
                return self.words[before].low.replace("’", "'")
            if self.tags[before] not in ("adj", "noun", "num", "name", "part", "ing", "adv"):
                return ""
        return ""

    def owner(self, at: int) -> tuple[int, ...]:
        """Who has what a noun phrase names, from a word in it: of a genitive, of "its", "whose" or "with"."""
        for before in range(at - 1, max(-1, at - 6), -1):
            low = self.words[before].low.replace("’", "'")
            if low in ("'s", "whose"):
                return tuple(range(max(0, before - 5), before))
            if low in ("its", "their", "his", "her", "with"):
                return self._main_beside(before, at) if low == "with" else self._possessor(before, at)
            if self.tags[before] not in ("adj", "noun", "num", "det", "prep") or low == "the":
                break
        return ()

    def _main_beside(self, before: int, at: int) -> tuple[int, ...]:
        """What is left of the main subject without a phrase in it ("Brandt, with 210 staff, …")."""
        ahead = tuple(i for i in self.main if i < before)
        behind = tuple(i for i in self.main if i > at)
        start = next((i for i in behind if self.tags[i] in ("det", "name")), len(self.tags))
        behind = tuple(i for i in behind if i >= start)
        return (
            next((part for part in (ahead, behind) if self.content(part)), ())
            if at in self.main
            else self.main
        )

    def _possessor(self, before: int, at: int) -> tuple[int, ...]:
        """What "its" stands for: the main subject, or else the word itself, to be looked up."""
        return self._main_beside(before, at) or (before,)

    def phrase_end(self, at: int) -> int:
        """Where a noun phrase that has come to a place ends, with the phrases that hang on it."""
        end = at
        while at < len(self.tags) and self.tags[at] in ("prep", "to") and self.words[at].low in _HANGING:
            at += 1
            while at < len(self.tags) and self.tags[at] in _NOMINAL:
                at += 1
            end = at
        return end

    def hanging(self, noun: int) -> tuple[int, ...]:
        """Content words of the phrases that hang on a noun."""
        return self.content(range(noun + 1, self.phrase_end(noun + 1)))

    @cached_property
    def main(self) -> tuple[int, ...]:
        """The words of the first subject that is no pronoun."""
        return next((c.event.subject for c in self.clauses if self.content(c.event.subject)), ())

    def noun_heads(self, indices: Sequence[int]) -> tuple[int, ...]:
        """Heads of the first noun phrase among some words: its last noun, and names."""
        heads: list[int] = []
        for at in indices:
            if heads and self.tags[at] in ("prep", "mark", "sub", "rel", "conj", "to"):
                break
            if self.tags[at] in ("noun", "name", "ing") and at not in self.measured:
                heads.append(at)
        if not heads:
            return self.content(indices)[-1:]
        names = [at for at in heads if self.tags[at] == "name"]
        return tuple(dict.fromkeys((*names, *heads[-1:])))


def near(one: Word, other: Word) -> bool:
    """Whether two words can mean the same."""
    return relate(one, other) in _NEAR


def shared(one: Page, ours: Sequence[int], other: Page, theirs: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of words, one of either side, that can mean the same; each word once."""
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    for at in ours:
        for there in theirs:
            if there not in taken and near(one.words[at], other.words[there]):
                found.append((at, there))
                taken.add(there)
                break
    return found
