"""Clauses that say the same and its contrary, and clauses first hedged and later plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from claimcheck.extraction.clauses.governors import CONDITIONS
from claimcheck.extraction.clauses.lexicon import load_lexicon
from claimcheck.extraction.relations.grammar import Clause
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.nominals import holds, named, restates, takes_up, tells
from claimcheck.extraction.relations.parties import (
    Cast,
    answers,
    one_dated,
    same_voice,
    times_differ,
    values_in_common,
)
from claimcheck.extraction.relations.terms import Reading, quote

_TURNING = frozenset(
    "until again still yet once previously formerly later then eventually finally initially before after "
    "when while no_longer used since".split()
)
"""Words by which one of two contrary sentences may speak of another time."""
_WILL = ("will", "shall")
_ANY = frozenset("a an no any every each".split())
_SOUGHT = frozenset("proof evidence sign hint suggestion idea theory notion belief worry doubt".split())
"""Nouns before "that" by which it is not said to be so."""
_MEANT = frozenset("build make mean design intend create train".split())
"""Verbs by which what is done to something tells what it is for."""
_AGO = re.compile(r"\b(?:last|ago|earlier|previous)\b")


def contradict(cast: Cast, one: Clause, other: Clause) -> bool:
    """Whether one clause denies what the other says, of the same things and at the same time."""
    relation = answers(one, other) if _plain(one, other) else "none"
    turned = relation == "opposite"
    if relation == "none" or turned == (one.event.negative != other.event.negative):
        return False
    heading = one.page.reading.claim.block == "headline" and one.voice == "" and other.voice is not None
    if not (heading or same_voice(one, other)):
        return False
    if times_differ(one, other) or _turns(one) != _turns(other):
        return False
    meeting = cast.meet(one, other)
    if meeting is None:
        return False
    if one.light or other.light:
        return meeting.same >= 2 and meeting.points >= 3
    if turned:
        if one_dated(one, other):
            return False
        return meeting.same >= 2 or (meeting.points >= 3 and values_in_common(one, other) > 0)
    return meeting.points >= 2 or not (one.rest and other.rest)


def _plain(one: Clause, other: Clause) -> bool:
    """Whether both say what is, or both what will be."""
    told = one.event.mood == other.event.mood == "fact" or (_told_ahead(one) and _told_ahead(other))
    return told and not any(_aside(clause) for clause in (one, other))


def _aside(clause: Clause) -> bool:
    infinitive = clause.page.tags[clause.event.start] == "to"
    return infinitive or any(clause.page.words[at].low == "other" for at in clause.event.denials)


def _turns(clause: Clause) -> frozenset[str]:
    words, tags, event = clause.page.words, clause.page.tags, clause.event
    inside = {*event.subject, *event.objects, *range(event.start, event.end)}
    found = {words[at].low for at in inside if words[at].low in _TURNING and tags[at] in ("adv", "not")}
    opener = words[event.opener].low if event.opener >= 0 else ""
    opener = (
        "" if opener == "since" and not event.negative else opener
    )  # "since the board turned it down": why
    return frozenset(found | ({opener} & _TURNING))


def find_denials(cast: Cast, one: Reading, two: Reading) -> Iterator[Relation]:
    """Clauses of two claims of which one denies the other."""
    for a in cast.pages[one.index].clauses:
        for b in cast.pages[two.index].clauses:
            if contradict(cast, a, b):
                first, second = a.span, b.span
                message = f"{quote(one, first)} and {quote(two, second)} cannot both be right."
                yield Relation("CC303", "disagreement", one.claim.id, two.claim.id, first, second, message)
                return


def find_hedges(cast: Cast, one: Reading, two: Reading) -> Iterator[Relation]:
    """Clauses hedged in the first claim and stated as plain fact in the second."""
    for a in cast.pages[one.index].clauses:
        hedge = _hedge(a)
        if hedge is None:
            continue
        plain = (b.span for b in cast.pages[two.index].clauses if _dropped(cast, a, b))
        named_so = chain(_named_plainly(cast, a, two), _taken_up(cast, a, two))
        second = next(chain(plain, named_so), None)
        if second is not None:
            words = f"{quote(one, hedge)} ({quote(one, a.span)})"
            message = f"First said with {words}, here as plain fact: {quote(two, second)}."
            yield Relation("CC305", "hedge", one.claim.id, two.claim.id, hedge, second, message)
            return


def _named_plainly(cast: Cast, clause: Clause, two: Reading) -> Iterator[tuple[int, int]]:
    """Where a later claim names as a fact, with the very figure, what a hedged clause told."""
    if clause.event.negative or not clause.figures:
        return
    for noun in named(cast.pages[two.index]):
        if holds(noun) and any(restates(figure, noun) for figure in tells(cast, clause, noun)):
            yield noun.span


def _taken_up(cast: Cast, clause: Clause, two: Reading) -> Iterator[tuple[int, int]]:
    if not clause.event.negative and clause.figures and two.holds("figure"):
        yield from takes_up(cast, clause, cast.pages[two.index])


def _hedge(clause: Clause) -> tuple[int, int] | None:
    """The words that hedge a clause: within it, or of the unnamed source that it is given to."""
    if clause.page.reading.in_quotation(clause.verb.start):
        return None
    if clause.event.mood in ("possible", "alleged") and clause.event.hedge >= 0:
        word = clause.page.words[clause.event.hedge]
        if word.low != "can":
            return word.start, word.end
    opener = clause.event.opener
    if opener >= 0 and clause.page.tags[opener] == "sub" and clause.page.words[opener].low != "that":
        return None  # "observers expect cuts, since the law was passed": of the law nobody is unsure
    return clause.page.reading.hedge_of((clause.verb.start, clause.span[1]))


def _told_ahead(clause: Clause) -> bool:
    """Whether it says what will be, without a doubt."""
    at = clause.event.hedge
    return clause.event.mood == "future" and at >= 0 and clause.page.words[at].lemmas[0] in _WILL


def _modal(clause: Clause) -> bool:
    """Whether an auxiliary of what may or will be stands before its verb."""
    return "modal" in clause.page.tags[clause.event.start : clause.event.head]


def _word_for_word(one: Clause, other: Clause) -> bool:
    """Whether both say the same of the same in the same words: "blue light seems to do most harm"."""
    ours, theirs = (
        {each.page.words[at].lemmas[0] for at in each.page.content((*each.event.subject, *each.direct))}
        for each in (one, other)
    )
    return ours == theirs and len(ours) >= 3


def _could(clause: Clause) -> bool:
    at = clause.event.hedge
    return at >= 0 and clause.page.words[at].low == "could"


def _present(clause: Clause) -> bool:
    """Whether its verb stands in the present: "carries", "halve"."""
    low, base = clause.verb.low, clause.verb.lemmas[0]
    if low in load_lexicon().participles:
        return False  # "hit", "cut": it may be past
    return low in (base, f"{base}s", f"{base}es", f"{base[:-1]}ies", "is", "are")


def _supposed(clause: Clause) -> bool:
    """Whether it tells what something is for ("built to leak"), what anything of a kind does ("a drug that
    slows it"), or what is sought ("proof that it does")."""
    page, event, opener = clause.page, clause.event, clause.event.opener
    if any(
        not _MEANT.isdisjoint(page.words[at].lemmas) for at in (*event.chain, *range(event.start, event.head))
    ):
        return True
    if opener < 1 or page.words[opener].low not in ("that", "which", "who"):
        return False
    if page.tags[opener] == "rel" and page.determiner(opener) in _ANY:
        return True
    return page.words[opener].low == "that" and not _SOUGHT.isdisjoint(page.words[opener - 1].lemmas)


def _long_past(clause: Clause) -> bool:
    """Whether it tells of a year that is named, or of last month, and so of nothing that may yet be."""
    texts = (clause.page.text[date.start : date.end].lower() for date in clause.dates)
    years = any(date.earliest is not None and not date.relative for date in clause.dates)
    past = years or any(_AGO.search(text) for text in texts)
    return past and not _present(clause) and not _told_ahead(clause)


def _conditional(clause: Clause) -> bool:
    """Whether what it tells hangs on a condition ("will sell it only if")."""
    return any(word.low in CONDITIONS for word in clause.page.words)


def _dropped(cast: Cast, one: Clause, other: Clause) -> bool:
    plain = other.event.mood == "fact" or (_told_ahead(other) and _modal(one))
    if plain and _could(one):
        plain = _told_ahead(other) or _present(other)  # "could play" and "played": was able to
    if not plain or _conditional(other) or other.voice != "" or one.event.negative != other.event.negative:
        return False
    if _hedge(other) is not None or answers(one, other) in ("none", "opposite") or times_differ(one, other):
        return False
    if _supposed(other) or (_modal(one) and not one.dates and _long_past(other)):
        return False
    meeting = cast.meet(one, other)
    if meeting is None or one.light or other.light:
        return (
            meeting is not None and meeting.same >= 2 and (meeting.points >= 3 or _word_for_word(one, other))
        )
    return meeting.points >= 2 or not (one.rest or other.rest)
