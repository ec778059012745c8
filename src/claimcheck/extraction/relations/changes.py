"""A figure that changes between two mentions of what it measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from claimcheck.extraction.clauses.words import relate
from claimcheck.extraction.figures import compare_figures
from claimcheck.extraction.relations.grammar import near, shared
from claimcheck.extraction.relations.measures import Measure
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.parties import (
    Cast,
    agree_on_time,
    answers,
    equal_values,
    one_pronoun,
    same_date,
)
from claimcheck.extraction.relations.terms import Reading, changed, quote, quote_within

_PLANNED = re.compile(
    r"\b(?:plan(?:s|ned)?|budget(?:ed)?|expect(?:s|ed)?|estimat\w+|forecast|project(?:ed|ion)|target|goal|"
    r"aim(?:s|ed)?|"
    r"hop(?:es|ed)|promis\w+|propos\w+|ask(?:s|ed)|demand\w*|offer\w*|want\w*|would|could|might|may|if|"
    r"should|poll|average|typical\w*|usual\w*|normally|previous\w*|earlier|once|used to|originally|"
    r"initially|at first|"
    r"last (?:year|season|month|week|time)|(?:year|month|week|season|decade)s? (?:ago|before|earlier)|"
    r"then|by then|at the time|until|elsewhere|rival|so far|to date)\b",
    re.IGNORECASE,
)
"""Words by which a figure may be of another time or another kind: both mentions have them, or neither."""
_LOOSE = frozenset("in across from at on over through throughout".split())
_AMONG = re.compile(r"\bamong ([^,.;]{1,60})", re.IGNORECASE)
_HIS, _HER = frozenset("he him his".split()), frozenset("she her hers".split())
_SEXES = ((_HIS, _HER), (_HER, _HIS))
_PHRASE = ("det", "adj", "num", "noun", "name")
_LONG_NUMBER = 4
"""Digits before a number's last zeros that another has with two exchanged hardly ever by chance."""
_STATIVE = frozenset("lie live stand exist sit be".split())
_COSTING = frozenset("cost price worth value build spend pay fund budget bill order commission".split())
"""What the money in "the £6 million bridge" says of the bridge."""


def find_figure_changes(cast: Cast, one: Reading, two: Reading) -> Iterator[Relation]:
    """A figure of the first claim that the second gives otherwise."""
    ours, theirs = cast.measures(one.index), cast.measures(two.index)
    for a in ours:
        rivals = [b for b in theirs if _comparable(a, b)]
        for b in rivals:
            others = [each for each in ours if _comparable(each, b)]
            if _value(a, b) == "different" and _alone(a, rivals, b, others) and _one_measure(cast, a, b):
                if _several(ours, theirs):
                    return
                first, second = a.span, b.span
                message = changed("figure", quote_within(one, first, a.region), quote(two, second))
                yield Relation("CC303", "disagreement", one.claim.id, two.claim.id, first, second, message)
                return


def _several(ours: list[Measure], theirs: list[Measure]) -> bool:
    """Whether two claims differ in more than one thing counted: then they tell of two things."""
    return min(_differing(ours, theirs), _differing(theirs, ours)) > 1


def _differing(ours: list[Measure], theirs: list[Measure]) -> int:
    rivals = [(a, [b for b in theirs if _comparable(a, b)]) for a in ours]
    return sum(bool(each) and all(_value(a, b) == "different" for b in each) for a, each in rivals)


def _alone(one: Measure, rivals: list[Measure], other: Measure, others: list[Measure]) -> bool:
    """Whether neither figure is answered better by another of the other claim."""
    answered = any(_value(one, each) != "different" for each in rivals)
    return not answered and all(_value(each, other) == "different" for each in others)


def _comparable(one: Measure, other: Measure) -> bool:
    a, b = one.figure, other.figure
    if (a.dimension, a.change, a.per) != (b.dimension, b.change, b.per):
        return False
    if one.share != other.share and a.dimension != "percent":
        return False
    if a.dimension == "percent" and min(one.noun, other.noun) < 0:
        return one.noun == other.noun
    return a.dimension not in ("count", "ordinal", "percent") or _one_noun(one, other)


def _value(one: Measure, other: Measure) -> str:
    return compare_figures(one.value, other.value)


def _one_noun(one: Measure, other: Measure) -> bool:
    if one.noun < 0 or other.noun < 0:
        return False
    first, second = one.page.words[one.noun], other.page.words[other.noun]
    return near(first, second) or (_staff(one) and _staff(other))


def _staff(measure: Measure) -> bool:
    """Whether people are counted who work for somebody."""
    word = measure.page.words[measure.noun]
    employed = measure.clause is not None and measure.clause.verb.lemmas[0] == "employ"
    return bool({"employee", "worker", "staff", "workforce"} & set(word.lemmas)) or (
        employed and word.lemmas[0] in ("people", "person")
    )


def _one_measure(cast: Cast, one: Measure, other: Measure) -> bool:
    """Whether two figures measure the same thing at the same time in the same voice."""
    if not _one_voice(one, other) or one.apart != other.apart:
        return False
    if not _one_time(one, other) or _asides(one) != _asides(other) or _other_number(one, other):
        return False
    if (
        _introduced(other)
        or _foreign_names(one, other)
        or _opposed(one, other)
        or _foreign_phrase(one, other)
    ):
        return False
    if _qualified(one, other) or _other_person(one, other) or _other_deeds(one, other, cast):
        return False
    if _among(one) != _among(other) or _holders(cast, one, other) == "other":
        return False
    subjects = _subjects(cast, one, other)
    if subjects == "other" or (_loose(other) and not _one_deed(one, other, subjects)):
        return False
    if one.owner and other.owner and (one.noun >= 0 or _one_quantity(one, other)):
        owners = cast.kin(one.page, one.owner, other.page, other.owner)
        if owners != "open":
            return owners == "same"
    return _points(one, other) + _more_points(cast, one, other, subjects) >= _least(one, other, subjects)


def _other_number(one: Measure, other: Measure) -> bool:
    """ "Line 4" and "Line 3" are two things."""
    ours, theirs = _designations(one), _designations(other)
    return any(ours[kind].isdisjoint(theirs[kind]) for kind in ours.keys() & theirs.keys())


def _designations(measure: Measure) -> dict[str, set[str]]:
    """Kinds of things that bear a number behind their name, with the numbers: none that says how many."""
    page = measure.page
    counted = [(part.start, part.end) for part in page.reading.claim.parts if part.kind in ("figure", "date")]
    found: dict[str, set[str]] = {}
    for at in range(len(page.words) - 1):
        number = page.words[at + 1]
        free = not any(start <= number.start < end for start, end in counted)
        if free and page.tags[at] in ("noun", "name") and page.tags[at + 1] == "num":
            found.setdefault(page.words[at].low, set()).add(number.low)
    return found


def _one_voice(one: Measure, other: Measure) -> bool:
    """Whether one and the same says both; a headline restates whatever somebody says below."""
    if one.voice is None or other.voice is None:
        return False
    return one.voice == other.voice or (one.voice == "" and _heading(one))


def _heading(measure: Measure) -> bool:
    """Whether a figure stands in the headline, which knows what the text brings in with "a"."""
    return measure.page.reading.claim.block == "headline"


def _one_quantity(one: Measure, other: Measure) -> bool:
    """Whether both figures are of one noun: counted, before "of", or equated with the figure."""
    ours, theirs = _quantity(one), _quantity(other)
    return ours >= 0 and theirs >= 0 and near(one.page.words[ours], other.page.words[theirs])


def _quantity(measure: Measure) -> int:
    if measure.noun >= 0 or measure.clause is None or not (measure.told and measure.clause.equating):
        return measure.noun
    return next(reversed(measure.page.noun_heads(measure.clause.event.subject)), -1)


def _more_points(cast: Cast, one: Measure, other: Measure, subjects: str) -> int:
    """Points for one subject, for a share of the same, and for clauses that say nothing but how much."""
    same = subjects == "same" or _one_event(cast, one, other)
    share = one.figure.dimension == "percent" and one.noun >= 0
    equated = same and _equated(one) and _equated(other)
    return (
        same
        + share
        + equated
        + _stands(one, other)
        + 2 * (_titled(cast, one, other) or _titled(cast, other, one))
    )


def _one_event(cast: Cast, one: Measure, other: Measure) -> bool:
    """Whether the clauses that both figures stand in tell of one deed of one party."""
    if one.clause is None or other.clause is None or one.clause.light or other.clause.light:
        return False
    if answers(one.clause, other.clause) not in ("same", "synonym"):
        return False
    meeting = cast.meet(one.clause, other.clause)
    if meeting is None:
        return False
    counted = one.noun >= 0 and one.noun in (*one.clause.event.subject, *one.clause.direct)
    return meeting.same > counted or one_pronoun(one.clause, other.clause)


def _titled(cast: Cast, one: Measure, other: Measure) -> bool:
    """Whether one is the sum of what the other's clause is about, of one owner: "a budget of 8 million"."""
    if one.noun < 0 or one.figure.dimension == "count" or other.clause is None or not other.clause.copular:
        return False
    subject = other.page.noun_heads(other.clause.event.subject)
    if not any(near(one.page.words[one.noun], other.page.words[at]) for at in subject):
        return False
    ours, theirs = one.page.owner(one.noun), other.page.owner(subject[-1])
    return bool(ours and theirs) and cast.kin(one.page, ours, other.page, theirs) == "same"


def _stands(one: Measure, other: Measure) -> bool:
    """Whether one says that so many lie or live somewhere, and the other speaks of "the nine villages"."""
    known = other.page.determiner(other.page.at(other.figure.start)) in ("the", "these")
    return (
        known and not other.told and one.clause is not None and bool(set(one.clause.verb.lemmas) & _STATIVE)
    )


def _least(one: Measure, other: Measure, subjects: str) -> int:
    """How many points make two figures one: more for a percentage that nobody says what it is of, fewer where
    the later is the earlier with two digits exchanged."""
    least = 3 if one.figure.dimension == "percent" and one.noun < 0 and subjects != "same" else 2
    return least - _mistyped(one, other)


def _mistyped(one: Measure, other: Measure) -> bool:
    """Whether two digits are exchanged, hardly by chance: in a long number, or a shorter one of a noun."""
    if (other.dates and not agree_on_time(one.dates, other.dates)) or _of_others(one, other):
        return False
    ours, theirs = (each.page.text[each.figure.start : each.figure.end] for each in (one, other))
    telling = len("".join(filter(str.isdecimal, ours)).rstrip("0"))
    return telling >= _LONG_NUMBER - (one.noun >= 0) and exchanged(ours, theirs)


def _of_others(one: Measure, other: Measure) -> bool:
    """Whether what is counted is of two things: "312 men of the yard", "321 men of the mine"."""
    ours, theirs = _of_what(one), _of_what(other)
    return bool(ours and theirs) and not shared(one.page, ours, other.page, theirs)


def _of_what(measure: Measure) -> list[int]:
    """The nouns directly behind the preposition behind what is counted."""
    page, at = measure.page, measure.noun + 1
    if at < 1 or at >= len(page.words) or page.tags[at] != "prep":
        return []
    phrase = takewhile(lambda one: page.tags[one] in _PHRASE, range(at + 1, len(page.words)))
    return [one for one in phrase if page.tags[one] in ("noun", "name")]


def exchanged(one: str, other: str) -> bool:
    """Whether two numbers, as they are written, differ in that two neighbouring digits are exchanged."""
    signs = ["".join(sign for sign in text if sign.isdecimal() or sign == ".") for text in (one, other)]
    ours, theirs = (text.replace(".", "") for text in signs)
    if len(ours) != len(theirs) or len(ours) < 2 or signs[0].find(".") != signs[1].find("."):
        return False
    at = [i for i in range(len(ours)) if ours[i] != theirs[i]]
    return (
        len(at) == 2 and at[1] == at[0] + 1 and ours[at[0]] == theirs[at[1]] and ours[at[1]] == theirs[at[0]]
    )


def _equated(measure: Measure) -> bool:
    """Whether a clause says nothing but that something is so much ("The budget is $41 million")."""
    return measure.clause is not None and measure.clause.equating and not measure.clause.rest


def _loose(measure: Measure) -> bool:
    """Whether a number only stands in a phrase of place and tells nothing known ("in six states")."""
    first = measure.page.at(measure.figure.start)
    before = measure.page.words[first - 1].low if first else ""
    return measure.noun > first and before in _LOOSE


def _qualified(one: Measure, other: Measure) -> bool:
    """Whether words between figure and noun tell them apart ("595 Republican delegates", "865 delegates")."""
    ours, theirs = _qualities(one), _qualities(other)
    return len(shared(one.page, ours, other.page, theirs)) != max(len(ours), len(theirs))


def _other_person(one: Measure, other: Measure) -> bool:
    """Whether one speaks of him and the other of her."""
    ours, theirs = ({word.low for word in each.page.words} for each in (one, other))
    return any(ours & mine and theirs & its and not (ours & its or theirs & mine) for mine, its in _SEXES)


def _qualities(measure: Measure) -> tuple[int, ...]:
    page = measure.page
    if measure.figure.dimension not in ("count", "percent") or measure.noun < 0:
        return ()
    inside = [at for at in range(measure.noun) if page.words[at].start >= measure.figure.end]
    return tuple(at for at in inside if page.tags[at] in ("adj", "noun", "name"))


def _other_deeds(one: Measure, other: Measure, cast: Cast) -> bool:
    """Whether two shares of one whole are told of other things: other subjects, or other verbs."""
    if one.figure.dimension != "percent" or one.noun < 0 or one.clause is None or other.clause is None:
        return False
    if one.told and other.told:
        return _subjects(cast, one, other) != "same"
    return one.told == other.told and answers(one.clause, other.clause) in ("none", "opposite")


def _one_deed(one: Measure, other: Measure, subjects: str) -> bool:
    """Whether both say the same of one subject, and the later no more ("works in six states").

    "Lost in two games at home" says more: of other games.
    """
    if subjects != "same" or one.clause is None or other.clause is None or not _loose(one):
        return False
    if len(other.dates) > len(one.dates):
        return False
    ours, theirs = one.clause.rest, [at for at in other.clause.rest if at != other.noun]
    return near(one.clause.verb, other.clause.verb) and len(
        shared(one.page, ours, other.page, theirs)
    ) == len(theirs)


def _among(measure: Measure) -> frozenset[str]:
    """Of whom a clause speaks only: the words behind "among"."""
    found = _AMONG.search(measure.page.text)
    return frozenset(found[1].lower().split()) if found else frozenset()


def _opposed(one: Measure, other: Measure) -> bool:
    """Whether words of the two frames are opposites ("reasons for hope", "reasons for despair")."""
    return any(
        relate(one.page.words[a], other.page.words[b]) == "opposite" for a in one.frame for b in other.frame
    )


def _holders(cast: Cast, one: Measure, other: Measure) -> str:
    """Whether whose the figures are, by a genitive or as the subject of the clause, is one."""
    ours, theirs = (
        each.owner or (each.clause.event.subject if each.told and each.clause and not _equated(each) else ())
        for each in (one, other)
    )
    return cast.kin(one.page, ours, other.page, theirs) if ours and theirs else "open"


def _asides(measure: Measure) -> frozenset[str]:
    text = measure.page.text[slice(*measure.region)]
    return frozenset(found.lower() for found in _PLANNED.findall(text))


def _one_time(one: Measure, other: Measure) -> bool:
    """Whether both are of one time; what only describes a thing has that of the thing."""
    if not agree_on_time(one.dates, other.dates):
        return (
            not other.told
            and other.page.definite(other.page.at(other.figure.start))
            and (agree_on_time(one.dates, ()) or (not other.dates and _worth(other, one)))
        )
    return True


def _introduced(measure: Measure) -> bool:
    """Whether what is measured is brought in as something new ("a similar road cost")."""
    page = measure.page
    heads = page.noun_heads(measure.clause.event.subject) if measure.clause else ()
    return any(
        at >= 0 and at != measure.noun and page.determiner(at) in ("a", "an", "another", "some")
        for at in (measure.modifies, *heads)
    )


def _foreign_names(one: Measure, other: Measure) -> bool:
    """Whether either frame has names, and none of them is in the other claim."""
    all_ours, all_theirs = _names(one, range(len(one.page.tags))), _names(other, range(len(other.page.tags)))
    counted = {each.page.words[each.noun].low for each in (one, other) if each.noun >= 0}
    if all_ours - counted and all_theirs - counted and not (all_ours & all_theirs) - counted:
        return True
    ours, theirs = _names(one, one.frame), _names(other, other.frame)
    return bool(ours and theirs) and not (ours & all_theirs or theirs & all_ours)


def _foreign_phrase(one: Measure, other: Measure) -> bool:
    """Whether the noun that the later measures is narrowed by something of which the earlier claim says
    nothing: "the £6 million cost of the lock"."""
    if other.modifies < 0:
        return False
    hanging = other.page.hanging(other.modifies)
    known = one.page.content(range(len(one.page.words)))
    return any(not any(near(one.page.words[i], other.page.words[at]) for i in known) for at in hanging)


def _names(measure: Measure, indices: Sequence[int]) -> set[str]:
    page = measure.page
    return {page.words[at].low for at in indices if page.tags[at] == "name" and at not in page.measured}


def _subjects(cast: Cast, one: Measure, other: Measure) -> str:
    """Whether the clauses that tell both figures have one subject; "open" where a figure is not told so."""
    if not (one.told and other.told) or one.clause is None or other.clause is None:
        return "open"
    subjects = one.clause.event.subject, other.clause.event.subject
    return cast.kin(one.page, subjects[0], other.page, subjects[1], denied=_heading(one))


def _points(one: Measure, other: Measure) -> int:
    """How much two frames share beside the thing counted: words, and equal figures and dates.

    Names alone say little: one point at most, and only beside something else.
    """
    subject = set(one.clause.event.subject) if one.told and other.told and one.clause else set()
    frame = [at for at in one.frame if at not in subject]
    pairs = shared(one.page, frame, other.page, other.frame)
    named = sum(one.page.tags[at] == "name" for at, _ in pairs)
    named += bool(
        _names(one, range(len(one.page.tags))) & _names(other, other.frame) - _names(one, one.frame)
    )
    points = len(pairs) - sum(one.page.tags[at] == "name" for at, _ in pairs)
    points += sum(
        any(equal_values(a, b) and b is not other.figure for b in other.page.figures)
        for a in one.page.figures
        if a is not one.figure
    )
    points += sum(any(same_date(a, b) for b in other.dates) for a in one.dates)
    points += _worth(one, other) or _worth(other, one)
    return points + min(named, 1) if points or one.noun >= 0 else 0


def _worth(one: Measure, other: Measure) -> bool:
    """Whether one says of a thing what it costs, and the other calls it by that sum."""
    if one.modifies < 0 or other.clause is None or other.figure.dimension != "money":
        return False
    costing = bool(set(other.clause.verb.lemmas) & _COSTING)
    subject = other.page.noun_heads(other.clause.event.subject)
    return costing and any(near(one.page.words[one.modifies], other.page.words[at]) for at in subject)
