"""Who says a passage, as far as its source shows: somebody in turn, somebody quoted, or the report itself.

The source's own words are another's than the speaker's if its author, its kind or its text shows that it
reports on the speaker: an institute's study may be told of by a news site whose sentence is then misquoted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.tokens import tokenise
from claimcheck.evidence.quotations.wordlists import FUNCTION_WORDS

UNSURE = "unknown speaker"
"""How the warning begins that nobody can tell whose words they are."""
VoiceKind = Literal["turn", "quoted", "narration"]

_SAID = (
    "said|says|say|added|adds|told|tells|asked|asks|wrote|writes|explained|explains|continued|noted|"
    "notes|insisted|"
    "warned|warns|argued|argues|replied|stated|states|recalled|concluded|claimed|claims|announced|"
    "declared|remarked|"
    "admitted|conceded|testified|tweeted|posted|responded|answered|joked|complained|commented|urged|"
    "promised|confirmed|denied|acknowledged|observed|estimated|predicted|cautioned|exclaimed|shouted|"
    "reported|quipped|called|"
    "described|suggested|disagreed|agreed|found|finds"
)
_SAYING = frozenset(_SAID.split("|"))
_TELLS_OF = frozenset(
    "published publishes publish released releases study studies report reports survey surveys yearbook "
    "statement findings found finds shows showed analysis researchers researcher spokesperson spokesman "
    "spokeswoman released unveiled presented launched according".split()
)
"""Words beside a name in a text that tells of somebody else's study or statement."""
_OURS = ("we", "our", "us")
_FEW = 2
_TITLE = r"(?:Mrs?|Ms|Dr|Prof|St|Capt|Sgt|Lt|Col|Maj|Gen|Gov|Sen|Rep|Rev|Hon|Jr|Sr)\."
_PART = rf"(?:{_TITLE}|(?:[A-ZÀ-ÞŁŠŽ]\.){{1,4}}|[A-ZÀ-ÞŁŠŽ][\w’'-]{{0,30}})"
"""A word of a name; a full stop belongs to initials and titles only."""
_NEXT = r"(?!(?:He|She|They|It|The|This|That|We|I|His|Her|Their|But|And|In|On|At|An?)\b)"
_NAME = rf"(?:{_PART}(?:[ \t](?:(?:of|de|van|von|der|den|la|al|bin)[ \t]){{0,2}}{_NEXT}{_PART}){{0,4}})"
_ROLE = r"[Tt]he[ \t][a-z’'-]{2,20}(?:[ \t][a-z’'-]{2,20}){0,2}?"
_ONE = rf"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|(?:[Tt]he[ \t])?(?:[a-z’'-]{{2,20}}[ \t]){{0,3}}{_NAME}|{_ROLE})"
_APPOSITION = r"(?:,[^,.\"“”\n]{1,80},)?"
_OF_WHOM = r"(?:(?:the|his|her|their|its|an?)[ \t](?:[a-z’'-]{2,20}[ \t]){0,3}[a-z’'-]{2,20},[ \t])?"
_WHO = rf"\b(?P<who>{_ONE}{_APPOSITION})"
_ADVERB = r"(?:(?:has|had|also|later|then)[ \t])?"
_AFTER_QUOTE = re.compile(
    rf"[ \t,—–\"“”-]{{0,4}}(?:(?:{_SAID})[ \t]+{_OF_WHOM}(?P<a>{_ONE})|"
    rf"(?P<b>{_ONE}{_APPOSITION})[ \t]+{_ADVERB}(?:{_SAID})\b"
    rf"|according to (?P<c>{_ONE}))"
)
_BEFORE_QUOTE = re.compile(
    rf"{_WHO}[ \t]+{_ADVERB}(?:{_SAID})\b[^\"“”.!?\n]{{0,80}}$|"
    rf"[Aa]ccording to (?P<source>[^,\"“”.\n]{{2,80}})$"
)
_INTRODUCED = re.compile(rf"(?:^|[.!?\n][\"”’)]?[ \t]{{1,2}}){_WHO}[ \t][^\"“”.!?\n]{{0,80}}:$")
_LEADS = re.compile(
    rf"(?:^|[,.!?\n][ \t]{{0,2}})(?P<who>(?:[\w.’'-]+[ \t]){{0,4}}[\w’'-]+)[ \t]{_ADVERB}(?:{_SAID})"
    rf"(?:[ \t][\w’'-]+){{0,4}}:$"
)
_GOVERNS = re.compile(rf"{_WHO}[ \t]+{_ADVERB}(?:{_SAID})\b(?:[ \t]+(?!but\b|and\b)[\w’'-]+){{0,6}}$")
_GIVEN_AFTER = re.compile(rf",[ \t](?P<who>{_ONE}{_APPOSITION})[ \t]+{_ADVERB}(?:{_SAID})\b")
_GIVEN_BY = re.compile(rf",[ \t](?:{_SAID})[ \t]+{_OF_WHOM}(?P<who>{_ONE})")
_TITLES = frozenset(
    "mr mrs ms miss dr prof sen rep gov gen lt sir dame lord lady president minister prime the a of and "
    "mayor chief director secretary deputy former vice foreign de van von al".split()
)
_OFFICES = _TITLES - {"mr", "mrs", "ms", "miss", "dr", "the", "a", "of", "and", "de", "van", "von", "al"}
_PRONOUNS = frozenset("he she they it".split())


@dataclass(frozen=True, slots=True)
class Voice:
    """How a passage is spoken, and by whom (None where the source does not say)."""

    kind: VoiceKind
    name: str | None


@dataclass(frozen=True, slots=True)
class Narrator:
    """Who stands behind a source's own words, as its record has it.

    Attributes:
        names: authors and publisher.
        reports: True for news of an outlet or an agency, whose own words are not those it reports on.
    """

    names: tuple[str, ...] = ()
    reports: bool = False


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
        return Voice("narration", self._reported(low, high) if span is None else None)

    def _reported(self, low: int, high: int) -> str | None:
        """Who is said to have said so, in the sentence that holds words outside quotation marks."""
        source, tokens = self._source, self._source.tokens
        start, end = tokens.starts[source.sentence_start(low)], tokens.ends[source.sentence_end(high - 1) - 1]
        place = tokens.starts[low]
        match = _GOVERNS.search(source.text[max(start, place - 300) : place].rstrip(" \t,"))
        match = match or _GIVEN_AFTER.match(source.text, tokens.ends[high - 1], end)
        match = match or _GIVEN_BY.match(source.text, tokens.ends[high - 1], end)
        if match is None:
            return None
        name = match["who"].strip(" ,").removesuffix(".")
        return self._named_before(start) if name.casefold() in _PRONOUNS else name

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
        line = max(text.rfind("\n", 0, start), start - 220, 0)
        lead = text[line:start].rstrip(' \t"“«„')
        match = _LEADS.search(lead)
        if match:
            return match["who"].strip(" ,").removesuffix(".")
        match = _AFTER_QUOTE.match(text, end, min(len(text), end + 200))
        if match:
            return next((value.strip(" ,").removesuffix(".") for value in match.groups() if value), None)
        match = _BEFORE_QUOTE.search(lead.rstrip(":, \t"))
        if match:
            return (match["who"] or match["source"]).strip(" ,").removesuffix(".")
        match = _INTRODUCED.search(lead)
        return match["who"].strip(" ,").removesuffix(".") if match else None

    def _named_before(self, place: int) -> str | None:
        """The name last seen before ``place``: whom "he said" most likely means."""
        text = self._source.text
        window = text[max(0, place - 600) : place]
        said = [match["who"] for match in _SAYS.finditer(window) if match["who"].casefold() not in _PRONOUNS]
        return said[-1].strip(" ,").removesuffix(".") if said else None

    def same(self, speaker: str, found: str) -> bool:
        """Whether two names may be one speaker's: a shared word, an acronym, a role the source links."""
        wanted, there = _name_keys(speaker), _name_keys(found)
        if not wanted or not there or wanted & there:
            return True
        if _initials(speaker) in there or _initials(found) in wanted:
            return True
        if self._titled(_roles(speaker), there) or self._titled(_roles(found), wanted):
            return True
        return self._linked(wanted, there)

    def _titled(self, roles: frozenset[str], names: frozenset[str]) -> bool:
        """Whether the source gives the name that office: "Lund, mayor of Tarn", "the mayor, Ada Lund"."""
        keys = self._source.tokens.keys
        return any(
            self._leads_to(place, step, names)
            for role in roles
            for place in self._source.occurrences(role)[:50]
            for step in (1, -1)
            if keys[place] == role
        )

    def _leads_to(self, place: int, step: int, names: frozenset[str]) -> bool:
        """Whether one of the names stands within four words, and nobody else between."""
        tokens = self._source.tokens
        for at in range(place + step, place + 5 * step, step):
            if not 0 <= at < len(tokens):
                return False
            if tokens.keys[at] in names:
                return True
            crossed = self._source.begins_sentence(at if step > 0 else at + 1)
            capital = tokens.text[tokens.starts[at]].isupper() and tokens.keys[at] not in _TITLES
            if crossed or (capital and step > 0) or tokens.keys[at] in _SAYING:
                return False
        return False

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
        return any(
            _SAYING & set(self._source.tokens.keys[max(0, place - 3) : place + 5])
            or self._source.tokens.keys[max(0, place - 4) : place][:2] == ("according", "to")
            for name in _name_keys(speaker)
            for place in self._source.occurrences(name)[:50]
        )

    def tells_of(self, speaker: str) -> bool:
        """Whether the source tells of ``speaker``'s study or statement, in another voice."""
        counts = {name: self._source.frequency(name) for name in _name_keys(speaker)}
        rarest = min((name for name, count in counts.items() if count), key=counts.__getitem__, default=None)
        if rarest is None or self._in_own_voice(counts):
            return False
        keys = self._source.tokens.keys
        return any(
            _TELLS_OF & set(keys[max(0, place - 4) : place + 6]) and self._quoted_at(place) is None
            for place in self._source.occurrences(rarest)[:50]
        )

    def mentions(self, speaker: str) -> bool:
        """Whether a name of ``speaker`` stands anywhere in the source."""
        return any(self._source.frequency(name) for name in _name_keys(speaker))

    def _in_own_voice(self, names: Iterable[str]) -> bool:
        """Whether the text says "we" outside quotation marks, or one of the names is its byline."""
        ours = [place for key in _OURS for place in self._source.occurrences(key)[:200]]
        if sum(self._quoted_at(place) is None for place in ours) >= _FEW:
            return True
        head = self._source.tokens.keys[:40]
        bylines = (i for i, key in enumerate(head) if key == "by" and (not i or "\n" in self._source.gap(i)))
        return any(set(head[place + 1 : place + 3]) & set(names) for place in bylines)

    def _quoted_at(self, place: int) -> int | None:
        return self._source.quoted_from(self._source.tokens.starts[place])


_SAYS = re.compile(rf"{_WHO}[ \t]+{_ADVERB}(?:{_SAID})\b")


NOBODY = Narrator()


def wrong_speaker(
    source: PreparedSource, low: int, high: int, speaker: str | None, narrator: Narrator = NOBODY
) -> tuple[Voice, str | None]:
    """Who says source tokens ``low`` to ``high``, and a warning where that is not ``speaker``."""
    voices = Voices(source)
    voice = voices.at(low, high)
    if not speaker or not speaker.strip():
        return voice, None
    if voice.kind == "turn":
        return voice, _labelled(source, voice.name, speaker)
    if voice.name is not None and not (voice.kind == "narration" and voices.same(speaker, voice.name)):
        wrong = _asks(voice.name) or not voices.same(speaker, voice.name)
        said = f"wrong speaker: the source has {voice.name} say this, not {speaker}"
        return voice, said if wrong else None
    if voice.kind == "narration" and _narrated(source, low, high, speaker, narrator):
        whose = f"{' and '.join(narrator.names)}'s" if narrator.names else "the source's"
        return voice, f"wrong speaker: these are {whose} own words, which report on {speaker}"
    return voice, None


def _labelled(source: PreparedSource, label: str | None, speaker: str) -> str | None:
    """A warning where words under a label are another's than the speaker's, or nobody can tell."""
    whose = source.labels.whose(speaker, label) if label else "unknown"
    if whose == "other":
        return f"wrong speaker: the source has {label} say this, not {speaker}"
    if whose == "same":
        return None
    who = f"the source calls whoever says this {label}" if label else "the source does not say who says this"
    return f"{UNSURE}: {who}"


def voice_at(
    source: PreparedSource, start: int, end: int, speaker: str | None, narrator: Narrator = NOBODY
) -> tuple[Voice, str | None]:
    """Who says ``source.text[start:end]``, and a warning where that is not ``speaker``."""
    tokens = source.tokens
    low = min(bisect_right(tokens.ends, start), max(len(tokens) - 1, 0))
    high = max(low + 1, bisect_right(tokens.starts, end - 1))
    return (
        wrong_speaker(source, low, high, speaker, narrator)
        if tokens.keys
        else (Voice("narration", None), None)
    )


def _narrated(source: PreparedSource, low: int, high: int, speaker: str, narrator: Narrator) -> bool:
    """Whether words outside quotation marks are the source's own, and the source is not the speaker's."""
    voices = Voices(source)
    if any(voices.same(speaker, name) for name in narrator.names if _name_keys(name)):
        return False
    if narrator.reports and (narrator.names or voices.mentions(speaker)):
        return True
    return not _first_person(source, low, high) and (voices.speaks_of(speaker) or voices.tells_of(speaker))


def _asks(name: str) -> bool:
    return name.casefold() in ("q", "question", "interviewer", "reporter", "moderator", "host")


def _first_person(source: PreparedSource, low: int, high: int) -> bool:
    return bool({"i", "we", "my", "our", "me"} & set(source.tokens.keys[low:high]))


def _name_keys(name: str) -> frozenset[str]:
    keys = [key for key in tokenise(name).keys if key not in ("'s", "not")]
    proper = frozenset(key for key in keys if key not in _TITLES and len(key) > 1)
    return proper or frozenset(key for key in keys if key not in ("the", "a", "of"))


def _roles(name: str) -> frozenset[str]:
    """Words of a name that are an office or a description, not a proper name."""
    words = tokenise(name)
    return frozenset(
        key
        for key, start in zip(words.keys, words.starts, strict=True)
        if key not in FUNCTION_WORDS and (key in _OFFICES or words.text[start].islower())
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Z][\w’'-]*", name)).casefold() if " " in name else "\0"
