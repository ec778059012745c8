"""One event dated twice, and not alike."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from claimcheck.extraction.clauses.lexicon import load_lexicon
from claimcheck.extraction.dates import DateMention, dates_agree
from claimcheck.extraction.relations.grammar import Clause, Page, near
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.parties import Cast, Meeting, answers, same_voice
from claimcheck.extraction.relations.terms import Reading, changed, content_stem, quote, quote_within

ONCE = frozenset(
    "open close begin start launch found establish create build bear born die kill marry divorce join "
    "appoint elect become take_over take_office retire resign arrest jail sentence convict acquit charge "
    "publish release come_out premiere sign buy sell acquire merge sink crash collapse destroy explode "
    "discover invent introduce abolish complete finish inaugurate move emigrate graduate wipe_out set_up "
    "take_up end steal rob kidnap announce reject ban set depart land rescue drown disappear vanish escape "
    "adopt agree decide".split()
)
"""What happens to one thing once, or seldom; of anything else more must agree."""
_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)


@cache
def once_only() -> frozenset[str]:
    """The stems of what happens but once, irregular forms with them."""
    irregular = (form for form, lemmas in load_lexicon().forms.items() if not ONCE.isdisjoint(lemmas))
    return frozenset(content_stem(word.partition("_")[0]) for word in chain(ONCE, irregular))


def find_date_changes(cast: Cast, one: Reading, two: Reading) -> Iterator[Relation]:
    """An event of the first claim that the second dates otherwise."""
    ours, theirs = cast.pages[one.index], cast.pages[two.index]
    for a, mine in ours.dated_clauses:
        for b, its in theirs.dated_clauses:
            if differ(mine, its) and _one_event(cast, a, b):
                yield _relation(one, mine, a.span, two, its)
                return
    yield from _named_changes(cast, one, two)
    for noun, mine in _since(ours):
        for other, its in _since(theirs):
            if differ(mine, its) and _one_office(cast, ours, noun, theirs, other):
                yield _relation(one, mine, (0, len(ours.text)), two, its)
                return


def differ(one: DateMention, other: DateMention) -> bool:
    """Whether two dates name different times."""
    return dates_agree(_closed(one), _closed(other)) == "different"


@lru_cache(maxsize=1 << 10)
def _closed(mention: DateMention) -> DateMention:
    """A date with "since" or "until" before it as the day, month or year that the words themselves name."""
    known = mention.earliest or mention.latest
    if known is None or (mention.earliest and mention.latest):
        return mention
    first, last = (1, 12) if mention.month is None else (mention.month, mention.month)
    end = calendar.monthrange(known.year, last)[1]
    if mention.day is not None:
        return replace(mention, earliest=known, latest=known)
    return replace(mention, earliest=date(known.year, first, 1), latest=date(known.year, last, end))


def _relation(
    one: Reading, mine: DateMention, around: tuple[int, int], two: Reading, its: DateMention
) -> Relation:
    first, second = (mine.start, mine.end), (its.start, its.end)
    message = changed("date", quote_within(one, first, around), quote(two, second))
    return Relation("CC303", "disagreement", one.claim.id, two.claim.id, first, second, message)


def _one_event(cast: Cast, one: Clause, other: Clause) -> bool:
    if (
        one.event.mood != other.event.mood
        or one.copular != other.copular
        or one.light
        or other.light
        or not same_voice(one, other)
    ):
        return False
    if answers(one, other) not in ("same", "synonym", "derived"):
        return False
    meeting = cast.meet(one, other)
    if meeting is None or _other_object(cast, one, other):
        return False
    once = any(lemma in ONCE for lemma in (*one.verb.lemmas, *other.verb.lemmas))
    return once or meeting.points >= 3 or (_first(one) and _first(other)) or _known(meeting, one, other)


def _other_object(cast: Cast, one: Clause, other: Clause) -> bool:
    """Whether both are done to something and it is not clear that it is the same ("launched its initiative
    against the tax", "launched the housing initiative")."""
    ours, theirs = one.page.noun_heads(one.direct), other.page.noun_heads(other.direct)
    told = ours and theirs and not (one.event.passive or other.event.passive)
    return bool(told) and cast.kin(one.page, one.direct, other.page, other.direct) != "same"


def _known(meeting: Meeting, one: Clause, other: Clause) -> bool:
    """Whether the later clause takes up what the earlier told: in the passive, or as what is known
    ("who visited the refuge in May", "since it was searched")."""
    if one.event.passive and other.event.passive:
        return near(one.verb, other.verb)
    opener = other.event.opener
    return meeting.points >= 2 and opener >= 0 and other.page.tags[opener] in ("rel", "sub")


def _first(clause: Clause) -> bool:
    """Whether it tells of a first time, which comes but once."""
    return bool(_FIRST.search(clause.page.text, *clause.span))


def _named_changes(cast: Cast, one: Reading, two: Reading) -> Iterator[Relation]:
    """Events told by a verb in one claim and named by a noun in the other."""
    ours, theirs = cast.pages[one.index], cast.pages[two.index]
    for clause, told in ours.dated_clauses:
        for noun, named in _nominal(theirs):
            if differ(told, named) and _named_by(cast, clause, theirs, noun):
                yield _relation(one, told, clause.span, two, named)
                return
    for clause, told in theirs.dated_clauses:
        for noun, named in _nominal(ours):
            if differ(told, named) and _named_by(cast, clause, ours, noun):
                yield _relation(one, named, (0, len(ours.text)), two, told)
                return


def _nominal(page: Page) -> Iterator[tuple[int, DateMention]]:
    """Nouns with a possessive that name a dated event: "its launch in May 2015"."""
    for mention in page.dates:
        at = page.at(mention.start)
        owned = at > 1 and page.determiner(at - 2) in ("its", "his", "her", "their", "'s")
        if owned and page.words[at - 1].low in ("in", "on", "of") and page.tags[at - 2] in ("noun", "ing"):
            yield at - 2, mention


def _named_by(cast: Cast, clause: Clause, page: Page, noun: int) -> bool:
    """Whether a noun with its owner tells the event of a clause: "it was launched", "its launch"."""
    if clause.voice != page.voice(page.words[noun].start, page.words[noun].end):
        return False
    if not any(near(clause.page.words[at], page.words[noun]) for at in clause.head):
        return False
    owner = page.owner(noun)
    return bool(owner) and cast.kin(clause.page, clause.event.subject, page, owner) == "same"


def _since(page: Page) -> Iterator[tuple[int, DateMention]]:
    """Nouns that hold since a date: "has been mayor since 2009", "mayor since 2007"."""
    if "since" not in page.text:
        return
    words = page.words
    for mention in page.dates:
        at = next((i for i, word in enumerate(words) if word.start == mention.start), 0)
        if at > 1 and words[at - 1].low == "since" and page.tags[at - 2] == "noun":
            yield at - 2, mention


def _one_office(cast: Cast, page: Page, at: int, other: Page, there: int) -> bool:
    if not near(page.words[at], other.words[there]):
        return False
    ours, theirs = _holder(page, at), _holder(other, there)
    return cast.kin(page, ours, other, theirs) == "same" and page.voice(0, 1) == other.voice(0, 1)


def _holder(page: Page, at: int) -> tuple[int, ...]:
    """The name before a noun, over a comma or a verb."""
    names: list[int] = []
    for before in range(at - 1, -1, -1):
        if page.tags[before] == "name":
            names.insert(0, before)
        elif names:
            break
    return tuple(names)
