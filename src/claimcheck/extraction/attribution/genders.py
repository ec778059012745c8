"""Whether "he" or "she" stands for somebody, as far as the text tells beyond titles and given names.

``Siv Kolar, a mother of two``, ``his wife, Siv Kolar``, ``Siv Kolar is the first woman to``,
``Siv Kolar lost her house``; the last only where nobody else in the sentences before may be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from claimcheck.extraction.attribution.lexicon import TITLES_HE, TITLES_SHE
from claimcheck.extraction.attribution.mentions import Gender, Mention, surname

_SHE = frozenset(
    "mother daughter sister wife widow grandmother woman girl niece aunt actress waitress heiress nun"
    " landlady policewoman schoolgirl girlfriend stepmother fiancée housewife sportswoman saleswoman"
    " hostess midwife".split()
)
_HE = frozenset(
    "father son brother husband widower grandfather man boy nephew uncle monk policeman schoolboy"
    " boyfriend stepfather fiancé sportsman salesman fisherman monsignor".split()
)
_WOMEN = _SHE | TITLES_SHE
_MEN = _HE | TITLES_HE
_BEFORE = re.compile(r"\b([a-zé]+),? \Z")
_OWN = re.compile(r"\b(?:(he|his|himself)|(she|her|herself))\b")
_STOP = re.compile(r"[\n“”\"]")
_WITHIN = 90
"""Code points within which somebody's own pronoun follows the name."""
_BACK = 300


@cache
def _told() -> re.Pattern[str]:
    words = "|".join(sorted(_WOMEN | _MEN, key=len, reverse=True))
    return re.compile(
        r"(?:, (?:\d\d?, )?(?:an?|the|his|her|their|now an?)"
        r"| (?:is|was|became|remains) (?:an?|the|his|her|their))"
        rf" (?:[\w-]+ ){{0,3}}?(?P<word>{words})(?=[,.;]| (?:of|and|who|from|with|in|to|at)\b)"
    )


def genders_told(whole: str, mentions: Sequence[Mention]) -> dict[str, Gender]:
    """By surname, what titles, given names and the words around names tell."""
    found: dict[str, Gender] = {}
    people = [mention for mention in mentions if mention.kind == "person"]
    for mention in people:
        if mention.gender != "either":
            found[surname(mention.name)] = mention.gender
    starts = [mention.start for mention in people]
    for index, mention in enumerate(people):
        name = surname(mention.name)
        if name not in found:
            told = _by_description(whole, mention) or _by_pronoun(whole, people, starts, index, found)
            if told:
                found[name] = told
    return found


def _by_description(whole: str, mention: Mention) -> Gender | None:
    behind = _told().match(whole, mention.end, mention.end + 80)
    before = _BEFORE.search(whole, max(0, mention.start - 24), mention.start)
    if behind:
        return _gender(behind["word"])
    return _gender(before[1]) if before and before[1] in _SHE | _HE else None


def _gender(word: str) -> Gender:
    return "she" if word in _WOMEN else "he"


def _by_pronoun(
    whole: str, people: Sequence[Mention], starts: Sequence[int], index: int, known: dict[str, Gender]
) -> Gender | None:
    """What a pronoun behind a name, before a quotation, tells where it can be nobody else's."""
    mention = people[index]
    stop = _STOP.search(whole, mention.end, mention.end + _WITHIN)
    match = _OWN.search(whole, mention.end, stop.start() if stop else mention.end + _WITHIN)
    if match is None:
        return None
    gender: Gender = "he" if match[1] else "she"
    low, high = bisect_left(starts, mention.start - _BACK), bisect_left(starts, match.start())
    others = (one for one in people[low:high] if surname(one.name) != surname(mention.name))
    alone = all(known.get(surname(one.name), "either") not in (gender, "either") for one in others)
    return gender if alone else None
