"""Who a pronoun, a surname or "the study" stands for: the last fitting speaker, as far as the text tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from claimcheck.extraction.attribution.lexicon import (
    BARE_PERSONS,
    DETERMINERS,
    DIRECTIONS,
    DOCUMENTS,
    GIVEN_HE,
    GIVEN_SHE,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PRONOUNS,
    PRONOUNS_FIRST,
    PRONOUNS_HE,
    PRONOUNS_SHE,
    PRONOUNS_THEY,
    TITLES,
    TITLES_HE,
    TITLES_SHE,
)

Gender = Literal["he", "she", "either"]
_REACH = 4000  # a pronoun further than this from its name is nobody's guess


_BEFORE_WHO = re.compile(
    r"(?:^|[.,;:!?\n]\s|\band )((?:an?|the|one|some|many|several|two) [a-z][\w' -]{2,60}?),?\s$",
    re.IGNORECASE,
)
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ain", "yst", "ee")
_PLACE = re.compile(r"\b(?:in|at|near|across|around|off|into|outside)(?: the)? $", re.IGNORECASE)
_LINKS = re.compile(r"\b(?:of|for|to|with|from|by|in|at|about|and|against|than)\b|['’]s?\s")
_AFTER_HEAD = re.compile(r"[,(;]|['’]s?$| (?:of|who|whose|from|in|at|on|for|which)\b|\s*$")


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
    token = r"[A-Z](?:[\w&]|['’](?=[A-Za-z]{2})|\.(?=[A-Z])|-(?=\w))*"
    title = r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Maj|Rev)\."
    particle = r"(?:(?:de|da|di|del|van|von|der|den|bin|ibn|al|el|la|le|of the|of|for) )?"
    return re.compile(rf"(?:{title} )?{token}(?: {particle}(?:{title}|[A-Z]\.|{token})){{0,7}}")


@cache
def _thing_pattern() -> re.Pattern[str]:
    nouns = "|".join(sorted(map(re.escape, DOCUMENTS), key=len, reverse=True))
    return re.compile(
        rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|[Nn]ew|[Rr]ecent|[Tt]he"
        rf"|[A-Z]\w+['’]s) (?:[\w'’-]+ ){{0,4}}?(?P<noun>(?i:{nouns}))\b"
        r"(?: (?:by|from|of|published by|released by|commissioned by) (?:the )?[A-Z][\w'’-]*(?: (?:(?:of"
        r"|for|and|the) )*[A-Z][\w'’-]*){0,6})?",
    )


class Speakers:
    """The people, bodies and documents a text has named so far; asked for in text order."""

    def __init__(self, context: str, text: str) -> None:
        self.offset = len(context) + 1 if context else 0
        self.whole = f"{context}\n{text}" if context else text
        self.mentions = _mentions(self.whole)
        self.starts = [mention.start for mention in self.mentions]
        self.spoke: list[Mention] = []
        self.genders: dict[str, Gender] = {
            _surname(m.name): m.gender for m in self.mentions if m.gender != "either"
        }

    def resolve(self, source: tuple[int, int] | None) -> str | None:
        """The name that ``source`` (a span of ``text``) stands for, or None where it names nobody."""
        if source is None:
            return None
        start, end = source[0] + self.offset, source[1] + self.offset
        printed = _plain(self.whole[start:end])
        if not printed:
            return None
        mention = self._mention(start, end, printed)
        if mention is None:
            return None if printed.lower() in PRONOUNS else printed
        self.spoke.append(Mention(start, end, mention.name, mention.kind, mention.gender, mention.noun))
        return mention.name

    def _mention(self, start: int, end: int, printed: str) -> Mention | None:
        word = printed.lower()
        if word in PRONOUNS:
            return self._pronoun(word, start)
        first, _, rest = word.partition(" ")
        if first in DETERMINERS and rest and not re.search("[A-Z]", printed[1:]):
            return self._definite(first, rest.split()[-1], start, end, printed)
        inside = self._inside(start, end)
        if inside is None or (inside.kind == "body" and inside.end - inside.start < len(printed) - 4):
            return _plain_mention(start, end, printed)
        return self._fuller(inside, printed if inside.kind == "body" else inside.name)

    def _pronoun(self, word: str, at: int) -> Mention | None:
        if word in PRONOUNS_FIRST:
            return None
        if word in ("who", "whom", "whose", "which", "that"):
            return self._antecedent(at)
        if word in PRONOUNS_HE | PRONOUNS_SHE:
            return self._person("he" if word in PRONOUNS_HE else "she", at)
        return self._other(plural=word in PRONOUNS_THEY, at=at)

    def _antecedent(self, at: int) -> Mention | None:
        """What "who" hangs on: the noun phrase or name just before it."""
        near = self.whole[max(0, at - 120) : at]
        index = bisect_left(self.starts, at) - 1
        if index >= 0 and at - self.mentions[index].end <= 3:
            return self._fuller(self.mentions[index], self.mentions[index].name)
        match = _BEFORE_WHO.search(near)
        if match:
            return _plain_mention(
                at - len(near) + match.start(1), at - len(near) + match.end(1), match.group(1)
            )
        if index < 0 or at - self.mentions[index].end > 120:
            return None
        mention = self.mentions[index]
        between = self.whole[mention.end : at]
        return None if re.search(r"[.!?]\s", between) else self._fuller(mention, mention.name)

    def _person(self, gender: Gender, at: int) -> Mention | None:
        for mention in self._candidates(at):
            known = self.genders.get(_surname(mention.name), mention.gender)
            if mention.kind == "person" and known in (gender, "either"):
                self.genders.setdefault(_surname(mention.name), gender)
                return self._fuller(mention, mention.name)
        return None

    def _other(self, *, plural: bool, at: int) -> Mention | None:
        for mention in self._candidates(at):
            if mention.kind != "person" and _is_plural(mention) == plural:
                return mention
        return None

    def _candidates(self, at: int) -> list[Mention]:
        """Earlier mentions, nearest first; those that spoke or stand where a subject stands lead."""
        index = bisect_left(self.starts, at)
        near = [m for m in self.mentions[max(0, index - 60) : index] if at - m.start <= _REACH]
        spoke = [m for m in self.spoke[-20:] if m.start < at]
        leading = [m for m in near if self._leads(m)]
        ranked = sorted(spoke + leading, key=lambda mention: -mention.start)
        return ranked + near[::-1]

    def _leads(self, mention: Mention) -> bool:
        if self.whole[mention.end : mention.end + 2] in ("'s", "’s"):
            return False
        before = self.whole[max(0, mention.start - 3) : mention.start].strip(" \"'“‘")
        return not before or before[-1] in ".!?\n:;" or self.whole[mention.start - 1] == "\n"

    def _definite(self, first: str, noun: str, start: int, end: int, printed: str) -> Mention | None:
        """``the study``, ``the minister``: the last thing or person introduced by that noun."""
        own = _plain_mention(start, end, printed)
        if first in ("a", "an"):
            return own
        index = bisect_left(self.starts, start)
        for mention in reversed(self.mentions[max(0, index - 200) : index]):
            if mention.noun == noun or noun in _role_words(self.whole, mention):
                return mention
        for mention in reversed(self.spoke):
            if mention.noun == noun and mention.end <= start:
                return mention
        return own

    def _inside(self, start: int, end: int) -> Mention | None:
        """The name that heads the noun phrase or stands in apposition to its head; people first."""
        index = bisect_left(self.starts, start)
        heads = []
        for mention in self.mentions[index : index + 12]:
            if mention.start >= end:
                break
            if mention.end <= end and mention.kind != "thing" and self._heads(mention, start, end):
                heads.append(mention)
        people = [mention for mention in heads if mention.kind == "person"]
        return next(iter(people or heads), None)

    def _heads(self, mention: Mention, start: int, end: int) -> bool:
        before, after = self.whole[start : mention.start], self.whole[mention.end : end]
        if _LINKS.search(before.rpartition(",")[2]):
            return False
        return not after or _AFTER_HEAD.match(after) is not None

    def _fuller(self, mention: Mention, printed: str) -> Mention:
        """The fuller name of that surname given earlier ("Keller" -> "Jonas Keller"), else as printed."""
        if len(_untitled(mention.name)) <= 1:
            index = bisect_left(self.starts, mention.start)
            for earlier in reversed(self.mentions[max(0, index - 400) : index]):
                if _shortens(mention.name, earlier):
                    gender = earlier.gender if mention.gender == "either" else mention.gender
                    return replace(mention, name=earlier.name, kind="person", gender=gender)
        return replace(mention, name=printed)


def _untitled(name: str) -> list[str]:
    return [word for word in name.split() if word.lower() not in TITLES]


def _shortens(name: str, earlier: Mention) -> bool:
    """Whether a surname, titled or not, stands for the earlier, longer name."""
    last = _surname(earlier.name)
    words = earlier.name.split()
    capitals = all(word[0].isupper() for word in words) and words[0].lower() not in DIRECTIONS
    named = earlier.kind == "person" or (capitals and last.lower() not in ORGANISATION_WORDS)
    return named and last == _surname(name) and len(_untitled(earlier.name)) > 1


def _plain_mention(start: int, end: int, printed: str) -> Mention:
    """A noun phrase without a name: a person where its head noun looks like one."""
    words = re.split(r",| (?:of|in|at|from|who|for|with|on) ", printed, maxsplit=1)[0].lower().split()
    noun = words[-1] if words else ""
    someone = noun in TITLES | BARE_PERSONS or noun.endswith(_PERSON_ENDINGS)
    other = noun in DOCUMENTS | ORGANISATION_WORDS or noun.endswith("s")
    gender = _gender(words) if someone and not other else "either"
    return Mention(start, end, printed, "person" if someone and not other else "thing", gender, noun)


def _plain(printed: str) -> str:
    """``Anna Keller, the mayor,`` without its trailing comma and possessive."""
    return re.sub(r"(?:['’]s|[\s,;:])+$", "", " ".join(printed.split()))


def _surname(name: str) -> str:
    words = name.split()
    return words[-1] if words else ""


def _is_plural(mention: Mention) -> bool:
    head = mention.noun or _surname(mention.name).lower()
    return (
        head.endswith("s") and not head.endswith("ss") and head not in ORGANISATION_WORDS
    ) or head == "people"


def _role_words(whole: str, mention: Mention) -> set[str]:
    """Common nouns around a person's name that tell their office ("Mayor Keller", "Keller, the mayor")."""
    if mention.kind != "person":
        return set()
    after = whole[mention.end : mention.end + 60]
    apposition = after[2:].split(",")[0].split(".")[0] if after.startswith(", ") else ""
    before = whole[max(0, mention.start - 30) : mention.start].rsplit(".", 1)[-1]
    words = f"{before} {mention.name} {apposition}".lower().split()
    return {word.strip(".,") for word in words if word.strip(".,") in TITLES | BARE_PERSONS}


def _mentions(whole: str) -> list[Mention]:
    things = [
        Mention(m.start(), m.end(), m.group(), "thing", noun=m["noun"].lower())
        for m in _thing_pattern().finditer(whole)
    ]
    people: set[str] = set()
    names: list[Mention] = []
    for match in _name_pattern().finditer(whole):
        mention = _named(
            match.start(), match.group(), people, whole[max(0, match.start() - 8) : match.start()]
        )
        if mention is not None:
            names.append(mention)
    return sorted([*names, *things], key=lambda mention: (mention.start, -mention.end))


def _named(start: int, printed: str, people: set[str], before: str) -> Mention | None:
    """A name as a mention, or None where the capital only begins a sentence or names a day."""
    words = printed.split()
    while words and words[0].lower() in NOT_NAMES and words[0] not in ("Mr", "Mr."):
        start += len(words[0]) + 1
        words = words[1:]
    name = re.sub(r"['’]s$", "", " ".join(words))
    if not name or len(name) < 2:
        return None
    head = re.split(" (?:of|for) ", name, maxsplit=1)[0]
    lower = [word.lower().strip(".") for word in head.split()]
    if len(lower) > 1 and lower[0] in TITLES | GIVEN_HE | GIVEN_SHE and _untitled(head):
        name = head  # "Professor Ann Lee of the University of…"
    else:
        lower = [word.lower().strip(".") for word in name.split()]
    if len(lower) == 1 and lower[0].endswith(("ing", "ly", "ed")) and name[1:].islower():
        return None
    person = _is_person(lower, people, place=_PLACE.search(before) is not None)
    if person:
        people.add(lower[-1])
    return Mention(
        start, start + len(name), name, "person" if person else "body", _gender(lower) if person else "either"
    )


def _is_person(lower: list[str], people: set[str], *, place: bool) -> bool:
    if lower[-1] in ORGANISATION_WORDS or any(word in ("of", "for") for word in lower):
        return False
    if lower[0] in GIVEN_HE | GIVEN_SHE or (lower[0] in TITLES and len(lower) > 1):
        return True
    if len(lower) == 1:
        return lower[0] in people
    if lower[0] in DIRECTIONS:
        return False
    return not place and len(lower) <= 4 and not any(word in ORGANISATION_WORDS for word in lower)


def _gender(lower: list[str]) -> Gender:
    if any(word in TITLES_HE for word in lower):
        return "he"
    if any(word in TITLES_SHE for word in lower):
        return "she"
    given = [word for word in lower if word not in TITLES][:1]
    if given and given[0] in GIVEN_HE:
        return "he"
    return "she" if given and given[0] in GIVEN_SHE else "either"
