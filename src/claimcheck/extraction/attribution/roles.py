"""People and bodies without a name that begin a sentence: "The bishop met…", "The court ruled…".

A pronoun may mean them as it may mean a name; whose office was told before bears the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from claimcheck.extraction.attribution.lexicon import BARE_PERSONS, TITLES
from claimcheck.extraction.attribution.mentions import Mention, gender_of

_NO_ROLE = frozenset(
    "acting deputy prime foreign finance defence defense vice former chief major general hon rt dr dr."
    " prof prof. sen sen. rep rep. gov gov. gen gen. col col. capt capt. lt lt. sgt sgt. cpl maj maj. adm"
    " rev rev. cmdr brig cllr mr mr. mrs mrs. ms ms. sir staff source".split()
)
_BODIES = frozenset(
    "agency airline army authority bank board bureau campaign charity club coalition college commission"
    " committee company congress council court department embassy federation firm force foundation"
    " government group hospital inquiry institute jury league ministry museum network panel parliament"
    " party police school senate team tribunal trust union university".split()
)


@cache
def _pattern() -> re.Pattern[str]:
    persons = "|".join(sorted((BARE_PERSONS | TITLES) - _NO_ROLE, key=len, reverse=True))
    bodies = "|".join(sorted(_BODIES, key=len, reverse=True))
    return re.compile(
        r"(?:^|(?<=\n)|(?<=[.!?] )|(?<=[.!?][”\"] ))(?:The|An?|His|Her|Its|Their) "
        rf"(?:[a-z-]+ ){{0,2}}?(?:(?P<person>{persons})|(?P<body>{bodies}))"
        r"(?=,? [a-z]+(?:ed|(?<!s)s)\b"
        r"| (?:had|has|was|is|did|does|will|would|could|can|may|then|also|never|not|met|sat|left|won|lost"
        r"|took|gave|got|went|came|told|held|found|kept|knew|wrote|saw|sent|ran|made|paid|fell|drew|spoke|said|rose|put|cut"
        r"|let|read|led|stood|shook|began|sold|bought|built|heard|fled)\b)"
    )


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"\b(?:the|an?|another) (?:[a-z-]+ ){{0,2}}?(?:{'|'.join(sorted(_BODIES))})\b")


def with_another(whole: str, mention: Mention, end: int) -> bool:
    """Whether a body without a name has another beside it ("The board sued the council")."""
    return mention.noun in _BODIES and _body().search(whole, mention.end, end) is not None


def with_roles(whole: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with those of people and bodies by their office alone, in text order."""
    named: dict[str, Mention] = {}
    roles = list(_roles(whole))
    if not roles:
        return list(mentions)
    found = sorted([*mentions, *roles], key=lambda mention: (mention.start, -mention.end))
    for at, mention in enumerate(found):
        if mention.kind == "person" and not mention.noun:
            named |= dict.fromkeys(role_words(whole, mention), mention)
        elif mention.kind == "person" and mention.noun in named:
            holder = named[mention.noun]
            found[at] = replace(mention, name=holder.name, gender=holder.gender)
    return found


def _roles(whole: str) -> Iterator[Mention]:
    for match in _pattern().finditer(whole):
        noun = match["person"] or match["body"]
        if match["person"]:
            yield Mention(match.start(), match.end(), match.group(), "person", gender_of([noun]), noun)
        else:
            yield Mention(match.start(), match.end(), match.group(), "thing", noun=noun)


def role_words(whole: str, mention: Mention) -> set[str]:
    """Common nouns around a person's name that tell their office ("Mayor Keller", "Keller, the mayor")."""
    if mention.kind != "person":
        return set()
    after = whole[mention.end : mention.end + 60]
    apposition = after[2:].split(",")[0].split(".")[0] if after.startswith(", ") else ""
    before = whole[max(0, mention.start - 30) : mention.start].rsplit(".", 1)[-1]
    words = f"{before} {mention.name} {apposition}".lower().split()
    return {word.strip(".,") for word in words if word.strip(".,") in TITLES | BARE_PERSONS}
