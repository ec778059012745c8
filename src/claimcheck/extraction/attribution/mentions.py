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
from claimcheck.extraction.attribution.places import PLACES, SHORT

Gender = Literal["he", "she", "either"]
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚŒ"
_PARTICLES = frozenset("de da di do dos del della du van von der den ten ter bin ibn al el la le".split())
_OF = frozenset(("of", "for", "&"))
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ain", "yst", "ee")
_PLACE = re.compile(r"\b(?:in|at|near|across|around|off|into|outside)(?: the)? $", re.IGNORECASE)
_MANYS = re.compile(r"['’] [a-z]")


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
        r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Fifteen|Twenty|Thirty|\d{1,4}|Both"
        r"|Dozens of|Hundreds of|Several|Some|Many|Most|A few|The)"
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
        if mention is not None and not _owning_many(whole, mention):
            names.append(mention)
    return sorted([*names, *things, *groups], key=lambda mention: (mention.start, -mention.end))


def _owning_many(whole: str, mention: Mention) -> bool:
    """``Nurses' leader``: a plural that owns what follows, no name."""
    plural = mention.kind == "body" and " " not in mention.name and mention.name.endswith("s")
    return plural and _MANYS.match(whole, mention.end) is not None


def _named(start: int, printed: str, people: set[str], before: str) -> Mention | None:
    """A name as a mention, or None where the capital only begins a sentence or names a day."""
    words = printed.split()
    while words and words[0].lower() in NOT_NAMES and words[0] not in ("Mr", "Mr.") and not _new(words):
        start += len(words[0]) + 1
        words = words[1:]
    if len(words) > 1 and words[-1] == "I" and words[0].lower() not in _BEFORE_NAMES:
        words = words[:-1]
    if len(words) > 2:
        placed = _place_before(words)
        start += sum(len(word) + 1 for word in words[:placed])
        words = words[placed:]
    name = " ".join(words)
    name = name[:-2] if name.endswith(("'s", "’s")) else name
    if len(name) < 2:
        return None
    whole, (name, lower) = name, _without_seat(name)
    end = start + (len(whole) if whole.endswith(name) else len(name))
    if len(lower) == 1 and _common(name) and lower[0] not in people:
        return None
    if not _is_person(lower, people, before):
        return Mention(start, end, name, "body")
    people.add(lower[-1])
    return Mention(start, end, name, "person", gender_of(lower))


def _place_before(words: list[str]) -> int:
    """How many words of a place stand before an office or a given name ("Ohio Governor Pat Lindgren").

    A United States Attorney keeps the place: it is part of the office.
    """
    for size in (2, 1):
        if (
            len(words) > size + 1
            and words[size].lower().strip(".") in _BEFORE_NAMES
            and (words[size] != "Attorney" or words[size + 1] == "General")
            and " ".join(words[:size]).lower() in PLACES
        ):
            return size
    return 0


def _without_seat(name: str) -> tuple[str, list[str]]:
    """``Professor Ann Lee of the University of…`` as the person's name, and its words in lower case."""
    lower = [word.lower().strip(".") for word in name.split()]
    end = next((at for at, word in enumerate(lower) if word in ("of", "for")), len(lower))
    if 1 < end < len(lower) and lower[0] in _BEFORE_NAMES:
        head = " ".join(name.split()[:end])
        if untitled(head):
            return head, lower[:end]
    given = next((at for at in range(end + 1, len(lower) - 1) if lower[at] in _GIVEN), 0)
    if given > end + 1:  # "Special Representative for Iran Brian Hook"
        return " ".join(name.split()[given:]), lower[given:]
    return name, lower


def _new(words: list[str]) -> bool:
    """``New Zealand``, ``New York``."""
    return words[0] == "New" and " ".join(words[:2]).lower() in PLACES


_GIVEN = GIVEN_HE | GIVEN_SHE
_BEFORE_NAMES = TITLES | _GIVEN


def _common(word: str) -> bool:
    """Whether a capitalised word alone is likelier an adverb or a participle than a name."""
    return word.lower().endswith(("ing", "ly", "ed")) and word[1:].islower()


def _is_person(lower: list[str], people: set[str], before: str) -> bool:
    if lower[-1] in ORGANISATION_WORDS or not _OF.isdisjoint(lower) or " ".join(lower) in PLACES:
        return False
    if lower[0] in _GIVEN or (lower[0] in TITLES and len(lower) > 1):
        return True
    if len(lower) == 1:
        return lower[0] in people
    if lower[0] in DIRECTIONS or not ORGANISATION_WORDS.isdisjoint(lower):
        return False
    words = [word for word in lower if word not in _PARTICLES]
    return len(words) <= 4 and not _PLACE.search(before)


def gender_of(lower: list[str]) -> Gender:
    """The gender that a title or a given name tells."""
    if not TITLES_HE.isdisjoint(lower):
        return "he"
    if not TITLES_SHE.isdisjoint(lower):
        return "she"
    given = next((word for word in lower if word not in TITLES), "")
    if given in GIVEN_HE:
        return "he"
    return "she" if given in GIVEN_SHE else "either"


def untitled(name: str) -> list[str]:
    """The words of a name without titles and the country before them."""
    return [word for word in name.split() if word.lower() not in TITLES and word.lower() not in SHORT]


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
