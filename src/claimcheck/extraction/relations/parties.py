"""Whether two clauses speak of the same: predicates, parties, names, and what sets things apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from claimcheck.extraction.clauses.names import TITLES
from claimcheck.extraction.clauses.words import relate
from claimcheck.extraction.dates import DateMention, dates_agree
from claimcheck.extraction.figures import Figure, compare_figures
from claimcheck.extraction.relations.apart import set_apart
from claimcheck.extraction.relations.grammar import APART, Clause, Page, near, shared
from claimcheck.extraction.relations.measures import Measure, measures
from claimcheck.extraction.relations.terms import LONGEST, Article, content_stem

Name = tuple[str, ...]
"""The words of a name in lower case, without titles."""
Kinship = Literal["same", "open", "other"]
_PERSONAL = frozenset("he she him her his hers".split())
_PRONOUNS = _PERSONAL | frozenset("it they them its their which who that this these those".split())
_POINTING = frozenset("this that these those".split())
"""Words that may stand for all that a sentence before them tells."""
_CHANGING = frozenset(
    "begin start open reopen close shut end stop finish resume launch move sink crash burn explode double "
    "halve expand shrink merge split grow".split()
)
"""Verbs that tell with one noun what happens and with two who does it."""
_YEARLY = ("year", "fiscal year", "decade", "century", "season", "quarter", "half")
_GENERIC = frozenset(
    "company firm group club party school city town village country study report ship boat vessel man woman "
    "charity museum library hospital bank team side organisation organization agency institute university "
    "building house island region council factory plant festival book film band project programme bridge dam "
    "festival painter writer singer player striker defender coach captain minister mayor president".split()
)
"""Nouns that may stand, with "the", for something that has a name."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """How two clauses meet.

    Attributes:
        same: how many of their parties are the same.
        common: pairs of content words after the verbs that mean the same, and equal figures and dates.
    """

    same: int
    common: int

    @property
    def points(self) -> int:
        """How much speaks for one event: parties and words."""
        return self.same + self.common


class Cast:
    """Who and what an article speaks of: which name goes with which noun ("the frigate Sturm")."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.pages = {reading.index: Page(reading) for reading in article.readings}
        self._measures: dict[int, list[Measure]] = {}
        self._called: dict[str, set[Name]] = {}

    def measures(self, index: int) -> list[Measure]:
        """The figures of a claim with what they measure."""
        if index not in self._measures:
            self._measures[index] = measures(self.pages[index])
        return self._measures[index]

    def named(self, noun: str) -> set[Name]:
        """The names that were given together with a noun."""
        if noun not in self._called:
            told = [self.pages[at] for at in self._places.get(content_stem(noun), ())]
            self._called[noun] = {
                name for page in told for each, name in _introductions(page) if each == noun
            }
        return self._called[noun]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """In which claims each stem stands."""
        places: dict[str, list[int]] = {}
        for reading in self.article.readings:
            for word in reading.stems if len(reading.claim.text) <= LONGEST else ():
                places.setdefault(word, []).append(reading.index)
        return places

    def meet(self, one: Clause, other: Clause) -> Meeting | None:
        """How two clauses meet in their parties, or None where they speak of different things."""
        denied = one.event.negative or other.event.negative or one.event.mood in ("possible", "alleged")
        kinds = [self.kin(*pair, denied=denied) for pair in _roles(one, other)]
        if "other" in kinds and (one.wider or other.wider):
            kinds = [self.kin(*pair, denied=denied) for pair in _roles(one, other, wider=True)]
        if "other" in kinds and (pair := _happening(one, other)):
            kinds = [self.kin(*pair, denied=denied)]
        if "other" in kinds or set_apart(one, other) or _names_differ(one, other):
            return None
        common = len(shared(one.page, one.adjuncts, other.page, other.adjuncts)) + values_in_common(
            one, other
        )
        same = kinds.count("same") or (common >= 2 and one_pronoun(one, other))
        return Meeting(same, common) if same else None

    def kin(
        self, page: Page, ours: Sequence[int], other: Page, theirs: Sequence[int], *, denied: bool = False
    ) -> Kinship:
        """Whether two parties are one.

        Args:
            denied: what is denied or doubted is not brought in anew by "a" ("did not pay a penalty").
        """
        mine, its = page.noun_heads(ours), other.noun_heads(theirs)
        if not mine and not its:
            return self._two_pronouns(page, ours, other, theirs)
        if not its:
            return self._by_pronoun(other, _pronoun(other, theirs), page, ours)
        if not mine:
            return self._by_pronoun(page, _pronoun(page, ours), other, theirs)
        names, others = _names(page, mine), _names(other, its)
        if names and others:
            return _same_name(names, others)
        if any(near(page.words[a], other.words[b]) for a in mine for b in its):
            fresh = not denied and _introduces(other, its[-1]) and not _alike(page, ours, other, theirs)
            if fresh or _told_apart(page, ours, other, theirs):
                return "other"
            return "open" if _narrowed(page, ours, other, theirs) else "same"
        if names or others:
            noun = (other, its[-1]) if names else (page, mine[-1])
            return self._by_name(names or others, *noun)
        return "other"

    def _two_pronouns(self, page: Page, ours: Sequence[int], other: Page, theirs: Sequence[int]) -> Kinship:
        if _other_persons(page, ours, other, theirs):
            return "other"
        first, second = self._stands_for(page, ours), self._stands_for(other, theirs)
        return _same_name(first, second) if first and second else "open"

    def _by_name(self, name: Name, page: Page, at: int) -> Kinship:
        """Whether a noun stands for a name: "the frigate" for the Sturm, "the company" for the one before."""
        lemma = page.words[at].lemmas[0]
        called = self.named(lemma)
        if any(_same_name(name, each) == "same" for each in called):
            return "same" if len(called) == 1 else "open"
        if not page.definite(at) or called or lemma not in _GENERIC:
            return "other"
        subjects = [_names(*each) for each in self._subjects_before(page, -1)]
        before = next((names for names in subjects if names), ())
        return "same" if before and _same_name(name, before) == "same" else "open"

    def _by_pronoun(self, page: Page, at: int, known: Page, party: Sequence[int]) -> Kinship:
        """A pronoun stands for the first subject of its sentence, or else of a sentence before it; where that
        is another party it may stand for something else yet, unless it is a person."""
        if at < 0 or page.words[at].low in _POINTING:
            return "open"
        others = _names(known, known.noun_heads(party))
        if page.words[at].low in _PERSONAL:
            name = self._stands_for(page, (at,))
            return _same_name(name, others) if name and others else "open"
        for before, subject in self._subjects_before(page, at):
            names = _names(before, before.noun_heads(subject))
            if not before.noun_heads(subject):
                continue
            if names and others:
                found = _same_name(names, others)
            elif before.reading.index < known.reading.index:
                found = self.kin(before, subject, known, party)
            else:
                found = self.kin(known, party, before, subject)
            return found if found == "same" or before is page else "open"
        return "open"

    def _stands_for(self, page: Page, words: Sequence[int]) -> Name:
        """The name that a pronoun stands for, or nothing."""
        at = _pronoun(page, words)
        if at < 0:
            return ()
        for before, subject in self._subjects_before(page, at):
            names = _names(before, before.noun_heads(subject))
            if names:
                return names
            if page.words[at].low in _PERSONAL and before is not page and (name := _speaker(before)):
                return name
        return ()

    def _subjects_before(self, page: Page, at: int) -> Iterator[tuple[Page, tuple[int, ...]]]:
        """First subjects of the sentence itself and of two before it, from the nearest on.

        "Since it opened, the library …": behind an opening connective a pronoun means what follows.
        """
        for clause in page.clauses[: 2 if at >= 0 else 0]:
            subject = clause.event.subject
            own = at in clause.event.objects  # "The judge refused it": not the judge
            if page.noun_heads(subject) and not own and (max(subject) < at or page.tags[0] == "sub"):
                yield page, subject
        for back in (1, 2):
            before = self.pages.get(page.reading.index - back)
            if before is not None and len(before.text) <= LONGEST and before.clauses:
                yield before, before.clauses[0].event.subject


def _speaker(page: Page) -> Name:
    """The name of somebody a claim lets speak, or nothing."""
    said = [one.speaker for one in page.reading.claim.attributions if one.speaker and not one.anonymous]
    return _bare(said[0].lower().split()) if said and said[0][0].isupper() else ()


def _told_apart(page: Page, ours: Sequence[int], other: Page, theirs: Sequence[int]) -> bool:
    """Whether two parties of one noun are told apart: by names ("the baths in Lea Park") or other nouns
    before it ("the youth orchestra", "the city orchestra")."""
    names, others = set(_names(page, ours)), set(_names(other, theirs))
    if names and others and not names & others:
        return True
    first, second = _compound(page, ours), _compound(other, theirs)
    return bool(first and second) and not first & second


def _narrowed(page: Page, ours: Sequence[int], other: Page, theirs: Sequence[int]) -> bool:
    """Whether the later of two noun phrases says more of its noun than the earlier: it may be another."""
    more, said = _describing(other, theirs), page.content(ours)
    return any(not any(near(page.words[a], other.words[b]) for a in said) for b in more)


def _describing(page: Page, party: Sequence[int]) -> list[int]:
    """Content words before the head of a noun phrase."""
    heads = page.noun_heads(party)
    return [
        at
        for at in page.content(party)
        if heads and at < heads[-1] and page.tags[at] in ("noun", "adj", "name")
    ]


def _compound(page: Page, party: Sequence[int]) -> set[str]:
    """Nouns that stand before the head of a noun phrase."""
    heads = page.noun_heads(party)
    if not heads:
        return set()
    found: set[str] = set()
    at = heads[-1] - 1
    while at >= 0 and page.tags[at] == "noun":
        found.update(page.words[at].lemmas)
        at -= 1
    return found


def _introductions(page: Page) -> list[tuple[str, Name]]:
    """Nouns beside names: "the frigate Sturm", "Hillcrest school", "their head, Ana Ruiz".

    Not of another of a kind: "its sister ship, the Orkan".
    """
    found = []
    for at, tag in enumerate(page.tags):
        if tag != "name" or (at and page.tags[at - 1] == "name"):
            continue
        end = at
        while end < len(page.tags) and page.tags[end] == "name":
            end += 1
        name = _bare(page.words[i].low for i in range(at, end))
        before = at - 1
        if before > 1 and page.words[before].low == "the" and page.words[before - 1].low == ",":
            before -= 2
        for noun in (before, end):
            if name and 0 <= noun < len(page.tags) and page.tags[noun] == "noun" and page.words[noun].is_word:
                if not any(word.low in APART for word in page.words[max(0, noun - 2) : noun]):
                    found.append((page.words[noun].lemmas[0], name))
                break
    return found


def _roles(
    one: Clause, other: Clause, *, wider: bool = False
) -> list[tuple[Page, Sequence[int], Page, Sequence[int]]]:
    """The parties that answer one another: doer to doer, what is done to what is done.

    Args:
        wider: takes all of "the rift with the board that" for what a relative clause hangs on.
    """
    a, b = one.event, other.event
    ours = (one.wider if wider else ()) or a.subject
    theirs = (other.wider if wider else ()) or b.subject
    if one.copular or other.copular or a.passive == b.passive:
        pairs = [(ours, theirs)]
        if not (one.copular or other.copular or a.passive):
            pairs.append((one.direct, other.direct))
    elif not (other.direct if a.passive else one.direct):
        pairs = [(ours, theirs)]  # "was published" and "came out"
    elif a.passive:
        pairs = [(ours, other.direct), (a.agent, theirs)]
    else:
        pairs = [(one.direct, theirs), (ours, b.agent)]
    return [(one.page, mine, other.page, its) for mine, its in pairs]


def _happening(one: Clause, other: Clause) -> tuple[Page, Sequence[int], Page, Sequence[int]] | None:
    """What one clause says that somebody did with a thing and the other that it did: "opened the baths", "the
    baths opened"."""
    if one.event.passive or other.event.passive or _CHANGING.isdisjoint(one.verb.lemmas):
        return None
    if one.direct and not other.direct and _told_in(other, one):
        return one.page, one.direct, other.page, other.event.subject
    if other.direct and not one.direct and _told_in(one, other):
        return one.page, one.event.subject, other.page, other.direct
    return None


def _told_in(moved: Clause, mover: Clause) -> bool:
    """Whether a clause has all nouns of a subject: "moved its office" has not "the office of the bank"."""
    nouns = [at for at in moved.event.subject if moved.page.tags[at] in ("noun", "name")]
    around = mover.page.content([*mover.event.subject, *mover.event.objects])
    return len(shared(moved.page, nouns, mover.page, around)) == len(nouns)


def _names(page: Page, heads: Sequence[int]) -> Name:
    return _bare(page.words[at].low for at in heads if page.tags[at] == "name")


def _bare(words: Iterable[str]) -> Name:
    return tuple(word for word in words if word not in TITLES)


def _same_name(one: Name, other: Name) -> Kinship:
    """Whether two names are one: "Oakes" is Martin Oakes; "Harbour" may be Harbour East or not."""
    short, long = sorted((one, other), key=len)
    if long[len(long) - len(short) :] == short:
        return "same"
    return "open" if long[: len(short)] == short else "other"


def _pronoun(page: Page, words: Sequence[int]) -> int:
    return next((at for at in words if page.words[at].low in _PRONOUNS), -1)


def one_pronoun(one: Clause, other: Clause) -> bool:
    """Whether "he" or "she" is the subject of both clauses."""
    first, second = (
        [clause.page.words[at].low for at in clause.event.subject if clause.page.tags[at] == "pron"]
        for clause in (one, other)
    )
    return first == second and bool(set(first) & {"he", "she"})


def _other_persons(page: Page, ours: Sequence[int], other: Page, theirs: Sequence[int]) -> bool:
    """Whether two pronouns can only mean two persons: "he" and "she"."""
    one = {page.words[at].low for at in ours} & _PERSONAL
    two = {other.words[at].low for at in theirs} & _PERSONAL
    return bool(one and two) and min(one)[0] != min(two)[0]


def _alike(page: Page, ours: Sequence[int], other: Page, theirs: Sequence[int]) -> bool:
    """Whether two noun phrases are of the same two words or more: "a dust grain" and again "a dust grain"."""
    mine, its = page.content(ours), other.content(theirs)
    return len(mine) == len(its) >= 2 and len(shared(page, mine, other, its)) == len(mine)


def _introduces(page: Page, at: int) -> bool:
    """Whether a noun is brought in as something new ("a similar road")."""
    return page.determiner(at) in ("a", "an", "another", "some")


def _names_differ(one: Clause, other: Clause) -> bool:
    """Whether each clause has a name in its words after the verb, and none is shared."""
    ours, theirs = _names(one.page, one.rest), _names(other.page, other.rest)
    return bool(ours and theirs) and not set(ours) & set(theirs)


def values_in_common(one: Clause, other: Clause) -> int:
    """How many figures and dates both clauses have."""
    dates = sum(any(same_date(a, b) for b in other.dates) for a in one.dates)
    figures = sum(any(equal_values(a, b) for b in other.figures) for a in one.figures)
    return dates + figures


def same_date(one: DateMention, other: DateMention) -> bool:
    """Whether two mentions name one time, or would if both were of one year or week."""
    named = (one.granularity, one.month, one.day, one.weekday)
    return dates_agree(one, other) == "equal" or (
        not one.resolved
        and any(named[1:])
        and named == (other.granularity, other.month, other.day, other.weekday)
    )


def equal_values(one: Figure, other: Figure) -> bool:
    """Whether two figures have one value, be it a rise or a fall."""
    return compare_figures(replace(one, change=""), replace(other, change="")) == "equal"


def same_voice(one: Clause, other: Clause) -> bool:
    """Whether both are said by the article itself, or by one and the same speaker."""
    if one.voice is None or other.voice is None or bool(one.voice) != bool(other.voice):
        return False
    ours, theirs = set(one.voice.lower().split()), set(other.voice.lower().split())
    return ours <= theirs or theirs <= ours


def one_dated(one: Clause, other: Clause) -> bool:
    """Whether only one of two clauses has a year, so that it may speak of another time."""
    return _has_year(one) != _has_year(other)


def _has_year(clause: Clause) -> bool:
    return any(date.granularity in _YEARLY for date in clause.dates)


def times_differ(one: Clause, other: Clause) -> bool:
    """Whether the two clauses are dated to different times."""
    agreed = {dates_agree(a, b) for a in one.dates for b in other.dates}
    return "different" in agreed and not agreed & {"equal", "compatible"}


def agree_on_time(ours: Sequence[DateMention], theirs: Sequence[DateMention]) -> bool:
    """Whether two statements may be of one time: no dates that differ, and no year in one of them only."""
    agreed = {dates_agree(a, b) for a in ours for b in theirs}
    if "different" in agreed and not agreed & {"equal", "compatible"}:
        return False
    # A year and "in the spring" need not be of one time, nor one of them and no date at all.
    years = [{date.relative for date in dates if date.granularity in _YEARLY} for dates in (ours, theirs)]
    return years[0] == years[1]


def answers(one: Clause, other: Clause) -> str:
    """How the predicate of one clause stands to the other's: same, synonym, derived, opposite … or none."""
    best = "none"
    for at in one.head:
        for there in other.head:
            relation = relate(one.page.words[at], other.page.words[there])
            if relation in ("same", "synonym", "derived"):
                return relation
            if relation == "opposite":
                best = relation
    return best
