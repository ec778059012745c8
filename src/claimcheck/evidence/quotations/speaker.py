"""Who says a passage, as far as its source shows: somebody in turn, somebody quoted, or the report itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.tokens import tokenise

VoiceKind = Literal["turn", "quoted", "narration"]

_SAID = (
    "said|says|say|added|adds|told|tells|asked|asks|wrote|writes|explained|explains|continued|noted|"
    "notes|insisted|"
    "warned|warns|argued|argues|replied|stated|states|recalled|concluded|claimed|claims|announced|"
    "declared|remarked|"
    "admitted|conceded|testified|tweeted|posted|responded|answered|joked|complained|commented|urged|promised|"
    "confirmed|denied|acknowledged|observed|estimated|predicted|cautioned|exclaimed|shouted|reported|"
    "quipped|called|"
    "described|suggested|disagreed|agreed"
)
_NAME = (
    r"(?:[A-ZÀ-ÞŁŠŽ][\w.’'-]{0,30}"
    r"(?:[ \t](?:(?:of|de|van|von|der|al|bin)[ \t])?[A-ZÀ-ÞŁŠŽ][\w.’'-]{0,30}){0,4})"
)
_ROLE = r"[Tt]he[ \t][a-z’'-]{2,20}(?:[ \t][a-z’'-]{2,20}){0,2}?"
_ONE = rf"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|(?:[Tt]he[ \t])?(?:[a-z’'-]{{2,20}}[ \t]){{0,3}}{_NAME}|{_ROLE})"
_APPOSITION = r"(?:,[^,.\"“”\n]{1,80},)?"
_WHO = rf"\b(?P<who>{_ONE}{_APPOSITION})"
_ADVERB = r"(?:(?:has|had|also|later|then)[ \t])?"
_AFTER_QUOTE = re.compile(
    rf"[ \t,—–\"“”-]{{0,4}}(?:(?:{_SAID})[ \t]+(?P<a>{_ONE})|"
    rf"(?P<b>{_ONE}{_APPOSITION})[ \t]+{_ADVERB}(?:{_SAID})\b"
    rf"|according to (?P<c>{_ONE}))"
)
_BEFORE_QUOTE = re.compile(
    rf"{_WHO}[ \t]+{_ADVERB}(?:{_SAID})\b[^\"“”.!?\n]{{0,80}}$|"
    rf"[Aa]ccording to (?P<source>[^,\"“”.\n]{{2,80}})$"
)
_TITLES = frozenset(
    "mr mrs ms miss dr prof sen rep gov gen lt sir dame lord lady president minister prime the a of and "
    "mayor chief director secretary deputy former vice foreign de van von al".split()
)
_PRONOUNS = frozenset("he she they it".split())


@dataclass(frozen=True, slots=True)
class Voice:
    """How a passage is spoken, and by whom (None where the source does not say)."""

    kind: VoiceKind
    name: str | None


class Voices:
    """Finds and compares speakers in one source."""

    def __init__(self, source: PreparedSource) -> None:
        self._source = source
        self._spans = source.quoted_spans

    def at(self, low: int, high: int) -> Voice:
        """Who says source tokens ``low`` to ``high``."""
        start = self._source.tokens.starts[low]
        span = self._quoted(start)
        turn = self._source.layout.speaker_at(start)
        if span is not None:
            name = self._attributed(*span)
            if name is not None or turn is None:
                return Voice("quoted", name)
        if turn is not None:
            return Voice("turn", turn.speaker)
        return Voice("narration", None)

    def _quoted(self, place: int) -> tuple[int, int] | None:
        index = bisect_right(self._spans, place, key=lambda span: span[0]) - 1
        return self._spans[index] if index >= 0 and self._spans[index][1] > place else None

    def _attributed(self, start: int, end: int) -> str | None:
        """The speaker named beside a quoted span, or beside the one before it in the same paragraph."""
        for _ in range(4):
            name = self._beside(start, end)
            if name and name.casefold() in _PRONOUNS:
                return self._named_before(start)
            if name:
                return name
            index = bisect_right(self._spans, start - 1, key=lambda span: span[0]) - 1
            if index < 0 or "\n\n" in self._source.text[self._spans[index][1] : start]:
                return None
            start, end = self._spans[index]
        return None

    def _beside(self, start: int, end: int) -> str | None:
        text = self._source.text
        match = _AFTER_QUOTE.match(text, end, min(len(text), end + 200))
        if match:
            return next((value.strip(" ,") for value in match.groups() if value), None)
        line = max(text.rfind("\n", 0, start), start - 220, 0)
        match = _BEFORE_QUOTE.search(text[line:start].rstrip(' \t"“«„:,'))
        return (match["who"] or match["source"]).strip(" ,") if match else None

    def _named_before(self, place: int) -> str | None:
        """The name last seen before ``place``: whom "he said" most likely means."""
        text = self._source.text
        window = text[max(0, place - 600) : place]
        said = [match["who"] for match in _SAYS.finditer(window) if match["who"].casefold() not in _PRONOUNS]
        return said[-1].strip(" ,") if said else None

    def same(self, speaker: str, found: str) -> bool:
        """Whether two names may be one speaker's: a shared word, an acronym, a role the source links."""
        wanted, there = _name_keys(speaker), _name_keys(found)
        if not wanted or not there or wanted & there:
            return True
        if _initials(speaker) in there or _initials(found) in wanted:
            return True
        return self._linked(wanted, there)

    def _linked(self, wanted: frozenset[str], there: frozenset[str]) -> bool:
        """Whether the source puts both names side by side ("Lund, the treasurer")."""
        keys = self._source.tokens.keys
        for name in there:
            for place in self._source.occurrences(name)[:20]:
                if wanted & set(keys[max(0, place - 4) : place + 6]) and not self._apart(place, wanted):
                    return True
        return False

    def _apart(self, place: int, wanted: frozenset[str]) -> bool:
        """Two capitalised names side by side are two people; a name and a role are one."""
        tokens = self._source.tokens
        near = range(max(0, place - 4), min(len(tokens), place + 6))
        return any(tokens.keys[i] in wanted and tokens.text[tokens.starts[i]].isupper() for i in near)

    def speaks_of(self, speaker: str) -> bool:
        """Whether the source reports what ``speaker`` says, so that its own narration is somebody else's."""
        keys = self._source.tokens.keys
        saying = set(_SAID.split("|"))
        for name in _name_keys(speaker):
            for place in self._source.occurrences(name)[:50]:
                around = keys[max(0, place - 3) : place + 5]
                if saying & set(around) or keys[max(0, place - 4) : place][:2] == ("according", "to"):
                    return True
        return False


_SAYS = re.compile(rf"{_WHO}[ \t]+{_ADVERB}(?:{_SAID})\b")


def wrong_speaker(
    source: PreparedSource, low: int, high: int, speaker: str | None
) -> tuple[str | None, str | None]:
    """Who says source tokens ``low`` to ``high``, and a warning where that is not ``speaker``."""
    voices = Voices(source)
    voice = voices.at(low, high)
    if not speaker or not speaker.strip():
        return voice.name, None
    if voice.name is not None:
        if _asks(voice.name) or not voices.same(speaker, voice.name):
            return voice.name, f"wrong speaker: the source has {voice.name} say this, not {speaker}"
        return voice.name, None
    if voice.kind == "narration" and not _first_person(source, low, high) and voices.speaks_of(speaker):
        return None, f"wrong speaker: these are the source's own words, which reports what {speaker} says"
    return None, None


def _asks(name: str) -> bool:
    return name.casefold() in ("q", "question", "interviewer", "reporter", "moderator", "host")


def _first_person(source: PreparedSource, low: int, high: int) -> bool:
    return bool({"i", "we", "my", "our", "me"} & set(source.tokens.keys[low:high]))


def _name_keys(name: str) -> frozenset[str]:
    keys = [key for key in tokenise(name).keys if key not in ("'s", "not")]
    proper = frozenset(key for key in keys if key not in _TITLES and len(key) > 1)
    return proper or frozenset(key for key in keys if key not in ("the", "a", "of"))


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Z][\w’'-]*", name)).casefold() if " " in name else "\0"
