"""Whether a transcript's label means the one whom an article names: sure where it is, unknown where not.

A label may be a surname, initials, an office, "Q" or a number ("SPEAKER 2"); an article names a person, an
office or an institution. What cannot be told apart is neither said to be the same nor to be another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

Whose = Literal["same", "other", "unknown"]

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_BRACKETS = re.compile(r"\(([^()]{1,80})\)|\[([^\[\]]{1,80})\]")
_HONORIFICS = frozenset(
    "mr mrs ms mx miss dr prof professor sir dame lord lady baroness baron rev hon the rt right honourable "
    "sen rep gov gen lt col capt sgt cllr mp mep msp sr jr".split()
)
_OFFICES = frozenset(
    "president minister prime chancellor premier mayor governor senator councillor congressman congresswoman "
    "representative chief director secretary deputy former vice foreign general captain colonel sergeant "
    "officer judge justice court magistrate coroner clerk registrar chair chairman chairwoman chairperson "
    "chairlady speaker witness defendant prosecutor prosecution defence defense counsel attorney lawyer "
    "commissioner ambassador spokesman spokeswoman spokesperson interpreter translator foreman manager "
    "executive treasurer head leader doctor bishop archbishop pope king queen prince princess inspector "
    "superintendent treasury interior finance state home health".split()
)
_ASKING = frozenset(
    "q question questioner interviewer reporter journalist moderator host presenter anchor announcer "
    "correspondent narrator narration voiceover".split()
)
_ANSWERING = frozenset("a answer guest interviewee respondent".split())
_NAMELESS = frozenset(
    "speaker voice voices man woman boy girl male female unidentified unknown participant participants "
    "member members audience person people various all crowd several multiple caller operator".split()
)
_SMALL = frozenset("the a an of and for in at on de von van der den la le del da di bin ibn al el".split())
_OF_BODIES = frozenset(
    "agency association authority bank board bureau centre center church city club college commission "
    "committee company confederation corporation council county court department embassy federation firm "
    "force foundation fund government group house inc institute kingdom league ltd ministry nations office "
    "officials organisation organization parliament party police republic school senate service society "
    "state states team trust union university".split()
)
_CLOSE = 0.75
"""Two surnames more alike than this may be one, spelled twice ("Zelensky", "Zelenskyy")."""


@dataclass(frozen=True, slots=True)
class Named:
    """How somebody is named.

    Attributes:
        words: of the proper name, in order, folded; empty where only an office or a role is given.
        roles: words of an office or a role.
        letters: where it may be set in initials ("AR", "A.R."), these; "OBI" may be a name as well.
        numbered: whether a number tells it apart, as in ``Speaker 2``.
        body: whether it is an institution's name, not a person's.
    """

    words: tuple[str, ...]
    roles: frozenset[str]
    letters: str = ""
    numbered: bool = False
    body: bool = False

    @property
    def initials(self) -> str:
        """The first letters of the name's words."""
        return "".join(word[0] for word in self.words)

    @property
    def only_letters(self) -> bool:
        """Whether it is hardly anything but initials: two letters, or none of them a vowel, or dotted."""
        return bool(self.letters) and (len(self.letters) == 2 or not set(self.letters) & set("aeiouy"))


def folded(text: str) -> str:
    """A text in lower case, without marks on its letters."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def read_name(name: str) -> Named:
    """How a label, or an article's words for a speaker, names somebody.

    What stands in brackets is a party or an office ("Mr Hall (Lab)"), unless the name itself stands there
    ("The Minister of Ports (Ms Ruane)").
    """
    named = _read(_BRACKETS.sub(" ", name).strip())
    if not named.words:
        for inside, squared in _BRACKETS.findall(name):
            found = _read(inside or squared)
            if found.words:
                return replace(found, roles=named.roles | found.roles, numbered=named.numbered)
    return named


def _read(name: str) -> Named:
    words: list[str] = []
    roles: set[str] = set()
    numbered = False
    office = ""
    first = name.split(",")[0]
    for match in _WORD.finditer(first):
        written, key = match[0], folded(match[0]).replace("’", "'")
        numbered = numbered or key.isdigit()
        if key in _SMALL and not (key == "a" and len(first.split()) == 1):
            # "The Minister of Ports": what follows is no name of a person.
            office = "of" if office and key in ("of", "for") else ""
            continue
        if _is_role(key, alone=len(first.split()) == 1) or office == "of" or written[0].islower():
            roles.add(key)
            office = office if office == "of" else key
        elif key not in _HONORIFICS and not key.isdigit():
            words += key.replace("'", "").split("-")
            office = ""
    letters = _letters(first)
    body = bool(roles & _OF_BODIES) or _is_acronym(name)
    return Named(
        tuple(letters) if "." in first and letters else tuple(words),
        frozenset(roles),
        letters,
        numbered,
        body,
    )


def _is_role(key: str, *, alone: bool) -> bool:
    known = _OFFICES | _ASKING | _NAMELESS | _OF_BODIES
    return key in known or (alone and key in _ANSWERING)


def _letters(name: str) -> str:
    """The letters of a name that is, or may be, set in initials."""
    bare = re.sub(r"[.\s]", "", name)
    return folded(bare) if 2 <= len(bare) <= 3 and bare.isalpha() and bare.isupper() else ""


def _is_acronym(name: str) -> bool:
    bare = name.removeprefix("the ").removeprefix("The ").strip()
    return bare.isupper() and bare.isalpha() and 4 <= len(bare) <= 6 and " " not in bare


def compare_names(speaker: str, label: str) -> Whose:
    """Whether two names are one person's, by themselves; offices and roles alone tell nothing."""
    return _compare(read_name(speaker), read_name(label))


def _compare(one: Named, other: Named) -> Whose:
    if not one.words or not other.words:
        return "same" if one.roles & other.roles - _NAMELESS and not one.numbered else "unknown"
    short, long = sorted((one.words, other.words), key=len)
    if _within(short, long) or one.letters == other.initials or other.letters == one.initials:
        return "same"
    if one.only_letters or other.only_letters:
        return "unknown"
    if one.words[-1] == other.words[-1] or set(one.words) & set(other.words):
        return "unknown"  # the surname with another given name, or a given name with another surname
    alike = SequenceMatcher(None, one.words[-1], other.words[-1]).ratio()
    return "unknown" if alike >= _CLOSE else "other"


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word of the shorter name is one of the longer, or its initial, in the same order.

    An initial alone is no name, so one word at least must be whole, or the initials complete.
    """
    at = whole = 0
    for word in short:
        while at < len(long) and not (long[at] == word or _initial_of(word, long[at])):
            at += 1
        if at == len(long):
            return False
        whole += long[at] == word and len(word) > 1
        at += 1
    return whole > 0 or (len(short) == len(long) and len(short) > 1)


def _initial_of(one: str, other: str) -> bool:
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


class Labels:
    """The labels of one transcript, and whom each of them means.

    Args:
        names: the labels, any number of times.
        text: the transcript's text, where it may say what a label stands for.
    """

    def __init__(self, names: Iterable[str], text: str) -> None:
        self._read = {name: read_name(name) for name in dict.fromkeys(names)}
        self._text = text

    def whose(self, speaker: str, label: str) -> Whose:
        """Whether the words under a label are the speaker's."""
        found = [self._one(one, label) for one in _people(speaker)]
        if "same" in found:
            return "same"
        return "other" if all(one == "other" for one in found) else "unknown"

    def _one(self, speaker: str, label: str) -> Whose:
        asked, named = read_name(speaker), self._read.get(label) or read_name(label)
        if _compare(asked, named) == "same":
            return "unknown" if self._rivals(asked, label) else "same"
        if not named.words and named.roles & _NAMELESS and not named.roles & _OFFICES - _NAMELESS:
            return "unknown"
        if named.numbered and not named.words:
            return "unknown"
        if self._speaks_elsewhere(asked, label):
            return "other"
        if named.words and asked.words and _compare(asked, named) == "other":
            linked = self._expands(label, speaker) or self._together(asked, named)
            # One word may be a body's name as well as a surname ("Greenpeace").
            member = len(asked.words) == 1 and self._speaks_for(asked, named)
            return "unknown" if linked or asked.body or member else "other"
        if self._expands(label, speaker) or self._together(asked, named):
            return "same"
        return self._by_role(asked, named)

    def _by_role(self, asked: Named, named: Named) -> Whose:
        """Of a question, an answer, an office."""
        if named.words:
            return "unknown"
        if named.roles & _ASKING and not asked.roles & _ASKING:
            return "other"
        if named.roles & _ANSWERING and asked.words and self._introduced(asked):
            return "same"
        return "unknown"

    def _rivals(self, asked: Named, label: str) -> bool:
        """Whether another label fits the speaker as well, and is somebody else's."""
        mine = self._read.get(label) or read_name(label)
        return any(
            _compare(asked, other) == "same" and _compare(mine, other) != "same"
            for name, other in self._read.items()
            if name != label
        )

    def _speaks_elsewhere(self, asked: Named, label: str) -> bool:
        """Whether the speaker has turns of their own in the transcript, under another label."""
        return any(_compare(asked, other) == "same" for name, other in self._read.items() if name != label)

    def _expands(self, label: str, speaker: str) -> bool:
        """Whether the text says what a label stands for: "Ana Ruiz (AR)", "Moderator: Ana Ruiz"."""
        words = speaker.split()
        if not words:
            return False
        last, mark = re.escape(words[-1]), re.escape(label)
        within = rf"(?<!\w){last}\b[^\n.;]{{0,30}}\(\s*{mark}\s*\)"
        stands_for = rf"(?<!\w){mark}[ \t]*(?:[:=–—-]|is\b)[^\n.;]{{0,40}}\b{last}\b"
        return re.search(f"{within}|{stands_for}", self._text[:_OPENING], re.IGNORECASE) is not None

    def _together(self, asked: Named, named: Named) -> bool:
        """Whether the text puts an office beside a name: "Mayor Ada Lund", "Ada Lund, the mayor"."""
        for roles, words in ((asked.roles, named.words), (named.roles, asked.words)):
            offices = [role for role in roles if role in _OFFICES or role in _ASKING]
            if not words or not offices:
                continue
            who, office = re.escape(words[-1]), "|".join(map(re.escape, offices))
            before = rf"\b(?:{office}),?[ \t]+(?:[\w.’'-]+[ \t]+){{0,2}}?{who}\b"
            small = "the|a|its|our|their|deputy|former|acting|lord"
            if re.search(rf"{before}|\b{who},[ \t]+(?:(?:{small})[ \t]+){{0,2}}(?:{office})\b", self._folded):
                return True
        return False

    def _speaks_for(self, body: Named, named: Named) -> bool:
        """Whether a line of the text has somebody and an institution together."""
        who = re.escape(named.words[-1])
        whole = [*body.words, *body.roles]
        lines = re.findall(rf"[^\n]{{0,80}}\b{who}\b[^\n]{{0,80}}", self._folded)
        return any(all(word in line for word in whole) for line in lines[:50])

    def _introduced(self, asked: Named) -> bool:
        """Whether the speaker is named where the text begins, as in "An interview with Ana Ruiz"."""
        return re.search(rf"\b{re.escape(asked.words[-1])}\b", self._folded) is not None

    @cached_property
    def _folded(self) -> str:
        return folded(self._text[:_OPENING])


_OPENING = 20_000
"""Code points from the beginning of a text in which it may say who is who."""


def _people(speaker: str) -> list[str]:
    """The one speaker, or each of several ("Ana Ruiz and Tom Obi")."""
    found = [part.strip() for part in re.split(r"\s+(?:and|&)\s+", speaker) if part.strip()]
    several = len(found) > 1 and all(read_name(part).words for part in found)
    return found if several and not read_name(speaker).body else [speaker]
