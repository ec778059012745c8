"""The people, bodies, groups and documents that a text names, in text order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimcheck.extraction.attribution.lexicon import (
    BARE_PERSONS,
    COLLECTIVES,
    DIRECTIONS,
    DOCUMENTS,
    GIVEN_HE,
    GIVEN_SHE,
    NOT_NAMES,
    ORGANISATION_WORDS,
    TITLES,
    TITLES_HE,
    TITLES_SHE,
)
from claimcheck.extraction.attribution.places import PLACES

Gender = Literal["he", "she", "either"]
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚ"
_PARTICLES = frozenset("de da di do dos del della du van von der den ten ter bin ibn al el la le".split())
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ain", "yst", "ee")
_PLACE = re.compile(r"\b(?:in|at|near|across|around|off|into|outside)(?: the)? $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or a definite thing in the text: ``noun`` is its head noun where that is a common one."""

    start: int
    end: int
    name: str
    kind: Literal["person", "body", "thing"]
    gender: Gender = "either"
    noun: str = ""


@cache
def _name_pattern() -> re.Pattern[str]:
    article = rf"(?:(?:[Aa]l|[Ee]l|[Aa]d|[Aa]s|[Aa]r|[DdLl])[-'’](?=[{_UPPER}]))?"
    token = article + rf"[{_UPPER}](?:[\w&]|['’](?=[A-Za-z]{{2}})|\.(?=[A-Z])|-(?=\w))*"
    title = (
        r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Maj|Rev|Hon|Rt|Cmdr|Adm|Cpl|Brig|Supt|Insp"
        r"|Det)\."
    )
    particles = "|".join(sorted(_PARTICLES))
    between = rf"(?:(?:(?:{particles}) ){{1,3}}|of the |of |for |& )?"
    firm = rf"(?:, {token}(?: {token})?){{0,3}},? & {token}"
    return re.compile(
        rf"(?:{title} ?|(?:St|Fr|Sr)\. )*(?:[{_UPPER}]\. ?(?=[{_UPPER}]))*{token}(?:{firm})?"
        rf"(?:[ ]{between}(?:{title}|[{_UPPER}]\.(?= ?[{_UPPER}])|{token})){{0,9}}(?:,? (?:Jr|Sr)\b)?"
    )


@cache
def _thing_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, DOCUMENTS), key=len, reverse=True))
    return re.compile(
        rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|[Nn]ew|[Rr]ecent|[Tt]he"
        rf"|[A-Z]\w+['’]s) (?:[\w'’-]+ ){{0,4}}?(?P<noun>(?i:{nouns}))\b"
        r"(?: (?:by|from|of|published by|released by|commissioned by) (?:the )?[A-Z][\w'’-]*(?: (?:(?:of"
        r"|for|and|the) )*[A-Z][\w'’-]*){0,6})?",
    )


@cache
def _group_pattern() -> re.Pattern[str]:
    """Groups that begin a sentence: "Two climbers", "Some of the nurses", "Residents"."""
    many = (
        r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens of|Hundreds of|Several|Some|Many|Most|A few"
        r"|The)"
    )
    named = "|".join(sorted(noun for noun in COLLECTIVES if noun.endswith("s")))
    return re.compile(
        rf"(?:^|(?<=[.!?] )|(?<=\n))(?:{many} (?:[a-z-]+(?<!ed)(?<!s) )?"
        rf"(?P<noun>[a-z]{{2,}}(?:ers|ors|ists|ians|ants|men|people))\b"
        rf"|(?i:(?P<named>{named}))\b)"
    )


def mentions_in(whole: str) -> list[Mention]:
    """Every mention, in order of their beginnings; the longer first."""
    things = [
        Mention(m.start(), m.end(), m.group(), "thing", noun=m["noun"].lower())
        for m in _thing_pattern().finditer(whole)
    ]
    groups = [
        Mention(m.start(), m.end(), m.group(), "thing", noun=(m["noun"] or m["named"]).lower())
        for m in _group_pattern().finditer(whole)
    ]
    people: set[str] = set()
    names: list[Mention] = []
    for match in _name_pattern().finditer(whole):
        mention = _named(
            match.start(), match.group(), people, whole[max(0, match.start() - 8) : match.start()]
        )
        if mention is not None:
            names.append(mention)
    return sorted([*names, *things, *groups], key=lambda mention: (mention.start, -mention.end))


def _named(start: int, printed: str, people: set[str], before: str) -> Mention | None:
    """A name as a mention, or None where the capital only begins a sentence or names a day."""
    words = printed.split()
    while words and words[0].lower() in NOT_NAMES and words[0] not in ("Mr", "Mr.") and not _new(words):
        start += len(words[0]) + 1
        words = words[1:]
    for size in (2, 1):
        place = " ".join(words[:size])
        if (
            len(words) > size + 1
            and place.lower() in PLACES
            and words[size].lower().strip(".") in _BEFORE_NAMES
        ):
            start += len(place) + 1
            words = words[size:]
    name = re.sub(r"['’]s$", "", " ".join(words))
    if not name or len(name) < 2:
        return None
    head = re.split(" (?:of|for) ", name, maxsplit=1)[0]
    lower = [word.lower().strip(".") for word in head.split()]
    if len(lower) > 1 and lower[0] in _BEFORE_NAMES and untitled(head):
        name = head  # "Professor Ann Lee of the University of…"
    else:
        lower = [word.lower().strip(".") for word in name.split()]
    if len(lower) == 1 and _common(name) and lower[0] not in people:
        return None
    person = _is_person(lower, people, place=_PLACE.search(before) is not None)
    if person:
        people.add(lower[-1])
    return Mention(
        start,
        start + len(name),
        name,
        "person" if person else "body",
        gender_of(lower) if person else "either",
    )


def _new(words: list[str]) -> bool:
    """``New Zealand``, ``New York``."""
    return words[0] == "New" and " ".join(words[:2]).lower() in PLACES


_BEFORE_NAMES = TITLES | GIVEN_HE | GIVEN_SHE
_AFTER_PLACES = _BEFORE_NAMES - {"attorney"}  # a United States Attorney is no attorney of another kind


def _common(word: str) -> bool:
    """Whether a capitalised word alone is likelier an adverb or a participle than a name."""
    return word.lower().endswith(("ing", "ly", "ed")) and word[1:].islower()


def _is_person(lower: list[str], people: set[str], *, place: bool) -> bool:
    if lower[-1] in ORGANISATION_WORDS or any(word in ("of", "for", "&") for word in lower):
        return False
    if " ".join(lower) in PLACES:
        return False
    if lower[0] in GIVEN_HE | GIVEN_SHE or (lower[0] in TITLES and len(lower) > 1):
        return True
    if len(lower) == 1:
        return lower[0] in people
    if lower[0] in DIRECTIONS:
        return False
    words = [word for word in lower if word not in _PARTICLES]
    return not place and len(words) <= 4 and not any(word in ORGANISATION_WORDS for word in lower)


def gender_of(lower: list[str]) -> Gender:
    """The gender that a title or a given name tells."""
    if any(word in TITLES_HE for word in lower):
        return "he"
    if any(word in TITLES_SHE for word in lower):
        return "she"
    given = [word for word in lower if word not in TITLES][:1]
    if given and given[0] in GIVEN_HE:
        return "he"
    return "she" if given and given[0] in GIVEN_SHE else "either"


def untitled(name: str) -> list[str]:
    """The words of a name without titles."""
    return [word for word in name.split() if word.lower() not in TITLES]


def surname(name: str) -> str:
    """The last word of a name that is no suffix."""
    words = [word for word in name.split() if word.strip(".,") not in ("Jr", "Sr", "II", "III", "IV")]
    return words[-1].rstrip(",") if words else ""


def plain_mention(start: int, end: int, printed: str) -> Mention:
    """A noun phrase without a name: a person where its head noun looks like one."""
    words = re.split(r",| (?:of|in|at|from|who|for|with|on) ", printed, maxsplit=1)[0].lower().split()
    noun = words[-1] if words else ""
    someone = noun in TITLES | BARE_PERSONS or noun.endswith(_PERSON_ENDINGS)
    other = noun in DOCUMENTS | ORGANISATION_WORDS or noun.endswith("s")
    gender = gender_of(words) if someone and not other else "either"
    return Mention(start, end, printed, "person" if someone and not other else "thing", gender, noun)


def is_plural(mention: Mention) -> bool:
    """Whether "they" may stand for it."""
    if not mention.noun:
        last = surname(mention.name).lower()
        return last == "police" or (last.endswith("s") and last in COLLECTIVES)
    noun = mention.noun
    return noun == "people" or (
        noun.endswith(("s", "men")) and not noun.endswith("ss") and noun not in ORGANISATION_WORDS
    )
