"""One occasion told twice: at another time of day, or with another count of votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.extraction.day_times import DAY_TIME, minutes_of
from claimcheck.extraction.relations.dating import ONCE
from claimcheck.extraction.relations.grammar import Clause, Page, near, shared
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.parties import Cast, agree_on_time, answers, same_voice
from claimcheck.extraction.relations.terms import Reading, changed, quote, quote_within

_ONES = "zero one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = rf"(?:\d{{1,4}}|{'|'.join(_ONES)})"
_VOTES = re.compile(
    rf"\b(?P<first>{_NUMBER})(?P<counted> votes?)?(?:\s?[-–]\s?| to )(?P<second>{_NUMBER})\b"
    r"(?![-–.,]?\d| ?%| per)",
    re.IGNORECASE,
)
_VOTING = re.compile(r"\bvot(?:e[ds]?|ing)\b", re.IGNORECASE)
_VOTED = re.compile(r"\bvot(?:e[ds]?|ing)(?: (?:of|by|was|stood at|ended))?\s+\Z", re.IGNORECASE)
_A_VOTE = re.compile(r"[\s-]votes?\b", re.IGNORECASE)
_AT = re.compile(
    r"\b(?P<way>at|from|until|till|by|before|after|since|to|about|around|shortly|just)\s+\Z", re.IGNORECASE
)
_PLAIN_WAYS = frozenset(("at", "from", "until", "till"))
_ELSE = re.compile(
    r"\b(?:every|each|daily|nightly|weekly|usual\w*|normal\w*|another|other|second|third|later|earlier|again|first|"
    r"last|next|previous\w*|initial\w*|original\w*|due|schedul\w+|planned|expect\w+|delay\w*|postpon\w+|instead|"
    r"local|GMT|UTC|BST|E[SD]T|P[SD]T|CES?T|weekdays?|weekends?|[A-Z][a-z]+days|committee|amendment\w*|reading|"
    r"preliminary|final|procedural|then|before|after)\b",
    re.IGNORECASE,
)
"""Words by which two occasions may be meant: both mentions have them, or neither."""
_NEAR = 24
_MOMENTARY = ONCE | frozenset(
    "break_out strike hit happen occur erupt detonate derail topple capsize fall meet begin start open close "
    "end finish call evacuate".split()
)
"""What happens to one thing at one moment of a day."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause tells of its occasion: a time of day in minutes, or votes, the more first."""

    clause: Clause
    kind: str
    value: tuple[int, ...]
    span: tuple[int, int]
    way: str = ""
    half: bool = False


def find_occasion_changes(cast: Cast, one: Reading, two: Reading) -> Iterator[Relation]:
    """A time of day or a count of votes of the first claim that the second gives otherwise."""
    ours, theirs = cast.pages[one.index], cast.pages[two.index]
    if _else(ours) != _else(theirs) or _elsewhere(one, two):
        return
    for a in _told(ours):
        for b in _told(theirs):
            if a.kind == b.kind and _differ(a, b) and _one_occasion(cast, a, b):
                what = "time" if a.kind == "time" else "count of votes"
                around = quote_within(one, a.span, a.clause.span)
                message = changed(what, around, quote(two, b.span))
                yield Relation("CC303", "disagreement", one.claim.id, two.claim.id, a.span, b.span, message)
                return


def _else(page: Page) -> frozenset[str]:
    return frozenset(word.lower() for word in _ELSE.findall(page.text))


def _elsewhere(one: Reading, two: Reading) -> bool:
    """Whether each claim has a name that the other has not."""
    return bool(one.names - two.names and two.names - one.names)


def _told(page: Page) -> Iterator[_Told]:
    """What a claim tells so, where it tells one such thing alone."""
    times = list(DAY_TIME.finditer(page.text))
    votes = _votes(page.text) if not times and _VOTING.search(page.text) else []
    if len(times) == 1:
        match = times[0]
        before = _AT.search(page.text[: match.start()][-_NEAR:])
        way = before["way"].lower() if before else ""
        clause = _clause_of(page, match.start())
        if clause is not None and way in _PLAIN_WAYS:
            half = match["hours"] is not None and int(match["hours"]) <= 12
            yield _Told(clause, "time", (minutes_of(match),), match.span(), way, half)
    elif len(votes) == 1:
        clause = _clause_of(page, votes[0].start())
        if clause is not None:
            sides = sorted((_number(votes[0]["first"]), _number(votes[0]["second"])), reverse=True)
            yield _Told(clause, "votes", tuple(sides), votes[0].span())


def _votes(text: str) -> list[re.Match[str]]:
    """Where a text counts votes: not "aged 18-24", not "from 5 to 3 pounds"."""
    return [
        match
        for match in _VOTES.finditer(text)
        if match["counted"]
        or _VOTED.search(text[: match.start()][-_NEAR:])
        or _A_VOTE.match(text, match.end())
    ]


def _clause_of(page: Page, at: int) -> Clause | None:
    """The clause that tells what stands at a code point as a fact, or as what will be."""
    for clause in page.clauses:
        inside = any(page.words[word].start == at for word in (*clause.event.objects, *clause.event.subject))
        stated = clause.event.mood in ("fact", "future") and not clause.event.negative and not clause.copular
        if inside and stated and clause.voice is not None and not page.reading.in_quotation(at):
            return clause
    return None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _ONES.index(word.lower())


def _differ(one: _Told, other: _Told) -> bool:
    """Whether two values are not one; "7:30" may be in the morning and in the evening."""
    if one.way != other.way:
        return False
    if one.half or other.half:
        return one.value[0] % 720 != other.value[0] % 720
    return one.value != other.value


def _one_occasion(cast: Cast, one: _Told, other: _Told) -> bool:
    a, b = one.clause, other.clause
    if a.event.mood != b.event.mood or not same_voice(a, b) or not agree_on_time(a.dates, b.dates):
        return False
    if answers(a, b) not in ("same", "synonym") or a.light or b.light or _past(a) != _past(b):
        return False
    if _other_figures(one, other) or _other_place(a, b):
        return False
    meeting = cast.meet(a, b)
    if meeting is None or not meeting.same:
        return False
    if meeting.points >= 3 or (a.event.passive and b.event.passive and near(a.verb, b.verb)):
        return True
    if one.kind == "votes":
        return meeting.same >= 2 or _one_decision(cast, a, b)
    return bool(_MOMENTARY & {*a.verb.lemmas, *b.verb.lemmas})


def _past(clause: Clause) -> bool:
    """Whether the verb is a form of the past: "closed", "broke", not "closes"."""
    verb = clause.verb.low
    return verb.endswith("ed") or (verb not in clause.verb.lemmas and not verb.endswith(("s", "ing")))


def _other_figures(one: _Told, other: _Told) -> bool:
    """Whether both claims have figures besides, and these are not the same: "ten people", "twenty people"."""
    ours, theirs = (
        {
            (figure.low, figure.high, figure.dimension)
            for figure in each.clause.page.figures
            if figure.end <= each.span[0] or figure.start >= each.span[1]
        }
        for each in (one, other)
    )
    return bool(ours and theirs) and ours != theirs


def _other_place(one: Clause, other: Clause) -> bool:
    """Whether each tells something besides that the other does not: "to Mill Lane", "to the harbour"."""
    ours, theirs = ([at for at in each.adjuncts if at not in each.page.dated] for each in (one, other))
    common = len(shared(one.page, ours, other.page, theirs))
    return common < len(ours) and common < len(theirs)


def _one_decision(cast: Cast, one: Clause, other: Clause) -> bool:
    """Whether both voted to do one thing: "voted seven to two to close the yard"."""
    ours, theirs = _decided(one), _decided(other)
    if ours is None or theirs is None or not near(ours.verb, theirs.verb):
        return False
    return cast.kin(ours.page, ours.direct, theirs.page, theirs.direct) == "same"


def _decided(clause: Clause) -> Clause | None:
    """What the verb of a clause governs."""
    return next((one for one in clause.page.clauses if clause.event.head in one.event.chain), None)
