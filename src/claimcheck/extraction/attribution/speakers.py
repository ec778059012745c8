"""Who a pronoun, a surname or "the study" stands for: the last fitting speaker, as far as the text tells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from claimcheck.extraction.attribution.genders import genders_told
from claimcheck.extraction.attribution.lexicon import (
    DETERMINERS,
    DIRECTIONS,
    DOCUMENTS,
    ORGANISATION_WORDS,
    PRONOUNS,
    PRONOUNS_FIRST,
    PRONOUNS_HE,
    PRONOUNS_SHE,
    PRONOUNS_THEY,
    STOP,
)
from claimcheck.extraction.attribution.mentions import (
    Gender,
    Mention,
    is_plural,
    mentions_in,
    plain_mention,
    surname,
    untitled,
)
from claimcheck.extraction.attribution.places import PLACES
from claimcheck.extraction.attribution.roles import role_words, with_another, with_roles

_REACH = 4000  # a pronoun further than this from its name is nobody's guess
_NEAR = 700  # so for "it" and "they", which hold less far
_SPOKE = 40
_BEFORE_WHO = re.compile(
    r"(?:^|[.,;:!?\n]\s|\band )((?:an?|the|one|some|many|several|two) [a-z][\w' -]{2,60}?),?\s$",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur) )?[a-z][a-z '’-]{1,60}"
    r"(?: of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})?, \Z"
)
_TOLD_OF = re.compile(
    r", (?:an?|the|its|their) [^.;:!?“”\"\n]{2,80} (?:at|of|for|from|with|in) [^.;:!?“”\"\n]{2,40}, "
)
_APPOSITION = re.compile(r", (?:an?|the|its|his|her|their|which|who|based|owned|part) [a-z]")
_WHILE = re.compile(
    r"(?:^|[.!?\n]\s?)(?:While|As|Although|Though|Because|If|When|After|Before|Since|Once|But) (?:the )?\Z"
)
_ALSO = re.compile(r",? (?:and|&) (?:[A-Z]|(?:his|her|their|its|the|an?) )")
_LINKS = re.compile(r"\b(?:of|for|to|with|from|by|in|at|about|and|against|than)\b|['’]s?\s")
_AFTER_HEAD = re.compile(r"[,(;]|['’]s?$| (?:of|who|whose|from|in|at|on|for|which)\b|\s*$")
_DENIES = re.compile(
    r"(?i:s?he|they) (?:has |had |have |then |later |firmly |strongly |flatly |also ){0,2}"
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es|ed)|contest(?:s|ed)|plead(?:s|ed) not guilty)\b"
)
_ACCUSES = re.compile(
    r"\b(?<!was )(?<!were )(?<!been )"
    r"(?:accus|blam|charg|su|suspect|arrest|indict|prosecut|convict|denounc|attack|report)"
    r"(?:es?|ed|ing)? (?:[A-Za-z]+ ){0,2}\Z"
)
_REACTS = re.compile(
    r"(?:, [^.\n]{2,80},)? (?:[a-z]+ly )?(?:agreed|disagreed|laughed|smiled|sighed|nodded|shook|shrugged"
    r"|frowned|objected|protested|differed|hesitated|paused|winced|grinned|blushed|wept|cried|spoke"
    r"|took the stand|took questions|answered|replied|responded|watched|was (?:not|less|more|also)? ?(?:so )?"
    r"(?:sure|convinced|certain|angry|furious|delighted|unmoved|sceptical|relieved))\b"
)


class Speakers:
    """The people, bodies and documents a text has named so far; asked for in text order."""

    def __init__(self, context: str, text: str, quoted: Sequence[tuple[int, int]] = ()) -> None:
        self.offset = len(context) + 1 if context else 0
        self.whole = f"{context}\n{text}" if context else text
        self.mentions = with_roles(self.whole, mentions_in(self.whole))
        self.starts = [mention.start for mention in self.mentions]
        self.quoted = [(start + self.offset, end + self.offset) for start, end in quoted]
        self.spoke: list[Mention] = []
        self.genders = genders_told(self.whole, self.mentions)

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
            return None if is_pronoun(printed) else printed
        self.spoke.append(Mention(start, end, mention.name, mention.kind, mention.gender, mention.noun))
        return mention.name

    def _mention(self, start: int, end: int, printed: str) -> Mention | None:
        word = printed.lower()
        if is_pronoun(printed):
            return self._pronoun(word, start)
        first, _, rest = word.partition(" ")
        if first in DETERMINERS and rest and not re.search("[A-Z]", printed[1:]):
            return self._definite(first, rest.split()[-1], start, end, printed)
        inside = self._inside(start, end)
        if inside is not None and self._coordinated(inside, start, end):
            return Mention(start, end, _unqualified(printed), "thing", noun="people")
        if inside is not None and inside.kind == "body" and self._apposed(inside, start, end):
            return inside
        if inside is None or (inside.kind == "body" and inside.end - inside.start < len(printed) - 4):
            return plain_mention(start, end, _unqualified(printed))
        as_printed = inside.kind == "body" and inside.start >= start
        return self._fuller(inside, printed if as_printed else inside.name)

    def _apposed(self, inside: Mention, start: int, end: int) -> bool:
        """``the operator, Westline``; ``Westline, the operator``."""
        before, after = self.whole[start : inside.start], self.whole[inside.end : end]
        return _APPOSED.fullmatch(before) is not None or (
            before.lower() in ("", "the ") and _APPOSITION.match(after) is not None
        )

    def _coordinated(self, inside: Mention, start: int, end: int) -> bool:
        """``Mayor Falk and her deputy, Jan Roos``: two speak."""
        index = bisect_left(self.starts, start)
        for mention in self.mentions[index : index + 6]:
            if mention.end >= end:
                break
            if (
                mention.kind == "person"
                and mention.start - start < 40
                and _ALSO.match(self.whole, mention.end, end)
            ):
                return True
        return False

    def _pronoun(self, word: str, at: int) -> Mention | None:
        if word in PRONOUNS_FIRST:
            return None
        if word in ("who", "whom", "whose", "which", "that"):
            return self._antecedent(word, at)
        if word in PRONOUNS_HE | PRONOUNS_SHE:
            return self._person("he" if word in PRONOUNS_HE else "she", at)
        return self._other(plural=word in PRONOUNS_THEY, at=at)

    def _antecedent(self, word: str, at: int) -> Mention | None:
        """What "who" hangs on: the noun phrase or name just before it."""
        near = self.whole[max(0, at - 120) : at]
        index = bisect_left(self.starts, at) - 1
        member = self._member(index, at) if word == "who" else None
        if member is not None:
            return self._fuller(member, member.name)
        if index >= 0 and at - self.mentions[index].end <= 3 and not _is_place(self.mentions[index]):
            return self._fuller(self.mentions[index], self.mentions[index].name)
        match = _BEFORE_WHO.search(near)
        if match:
            return plain_mention(
                at - len(near) + match.start(1), at - len(near) + match.end(1), match.group(1)
            )
        if index < 0 or at - self.mentions[index].end > 120:
            return None
        mention = self.mentions[index]
        between = self.whole[mention.end : at]
        if mention.kind != "person" or re.search(r"[.!?]\s", between):
            return None
        return self._fuller(mention, mention.name)

    def _member(self, index: int, at: int) -> Mention | None:
        """``Mark Oduya, a surgeon at GTM, who``: the person of whom a body is only told."""
        if index < 1 or self.mentions[index].kind != "body" or at - self.mentions[index].end > 3:
            return None
        for mention in reversed(self.mentions[max(0, index - 3) : index]):
            if mention.kind == "person" and at - mention.end < 120:
                return mention if _TOLD_OF.fullmatch(self.whole, mention.end, at) else None
        return None

    def _person(self, gender: Gender, at: int) -> Mention | None:
        def fits(mention: Mention) -> bool:
            return mention.kind == "person" and self._gender(mention) in (gender, "either")

        accused = self._accused(at, fits)
        if accused is not None:
            return self._fuller(accused, accused.name)
        for mention in self._candidates(at):
            if self._lone(mention, at):
                return mention
            if fits(mention):
                rivals = [mention, *self._rivals(mention, at, fits)]
                sure = [one for one in rivals if self._gender(one) == gender] or rivals
                if len({surname(one.name) for one in sure}) > 1 or self._open(sure[0], gender, at, fits):
                    return None
                self.genders.setdefault(surname(sure[0].name), gender)
                return self._fuller(sure[0], sure[0].name)
        return None

    def _accused(self, at: int, fits: Callable[[Mention], bool]) -> Mention | None:
        """``Tam Oke accused Rin Sato of theft. She denied it``: who is accused denies."""
        if not _DENIES.match(self.whole, at):
            return None
        index = bisect_left(self.starts, at)
        for mention in reversed(self.mentions[max(0, index - 6) : index]):
            if fits(mention) and _ACCUSES.search(self.whole, max(0, mention.start - 60), mention.start):
                return None if self._far(mention, at) else mention
        return None

    def _open(self, best: Mention, gender: Gender, at: int, fits: Callable[[Mention], bool]) -> bool:
        """Whether somebody else may be meant as well: neither the text nor a name tells the sex of the
        nearest, who has not spoken and does not react, and another was named after or surely fits."""
        if self._spoke(best) or self._gender(best) == gender or _REACTS.match(self.whole, best.end):
            return False
        low = bisect_left(self.starts, best.start - _NEAR // 2)
        for other in self.mentions[low : bisect_left(self.starts, at)]:
            if not fits(other) or surname(other.name) == surname(best.name) or self._said(other.start, at):
                continue
            later = other.start > best.end and not self._continues(other, gender)
            if later or (self._gender(other) == gender and not self._far(other, at)):
                return True
        return False

    def _continues(self, mention: Mention, gender: Gender) -> bool:
        """Whether the sentence of a mention begins with the pronoun itself ("She met Kofi Dray in May")."""
        left = max(0, mention.start - 300)
        begin = max((m.end() for m in STOP.finditer(self.whole, left, mention.start + 1)), default=left)
        return self.whole[begin : begin + 4].strip().lower() == gender

    def _said(self, place: int, at: int) -> bool:
        """Whether a place is within a quotation that a later one is not in."""
        index = bisect_right(self.quoted, (place, len(self.whole))) - 1
        return index >= 0 and place < self.quoted[index][1] <= at

    def _lone(self, mention: Mention, at: int) -> bool:
        """A single name that has just spoken: a surname without the rest ("Warholm said … He added")."""
        name = mention.name
        alone = " " not in name and name[:1].isupper() and not name.isupper()
        return (
            alone
            and mention.kind == "body"
            and name.lower() not in ORGANISATION_WORDS
            and not _is_place(mention)
            and self._spoke(mention)
            and not self._far(mention, at)
        )

    def _gender(self, mention: Mention) -> Gender:
        return self.genders.get(surname(mention.name), mention.gender)

    def _other(self, *, plural: bool, at: int) -> Mention | None:
        """What "it" or "they" stands for: a body, thing or group of this sentence or the one before.

        A place is meant only where it is the subject or has spoken.
        """

        def fits(mention: Mention) -> bool:
            someone = mention.kind == "person" and (plural or not self._doubtful(mention))
            return not someone and is_plural(mention) == plural

        for mention in self._candidates(at):
            if not fits(mention) or self._far(mention, at):
                continue
            if _is_place(mention) and not (self._leads(mention) or self._spoke(mention)):
                return None
            stop = STOP.search(self.whole, mention.end, at)
            if with_another(self.whole, mention, stop.start() if stop else at) and not self._spoke(mention):
                return None
            rivals = self._rivals(mention, at, fits)
            return None if any(not _is_place(one) or self._leads(one) for one in rivals) else mention
        return None

    def _doubtful(self, mention: Mention) -> bool:
        """A subject of two capitalised words without title or given name: a firm perhaps ("Brent Oil")."""
        if mention.noun:
            return False
        bare = untitled(mention.name)
        known = self._gender(mention) != "either" or len(bare) != len(mention.name.split())
        return not known and len(bare) > 1 and self._leads(mention) and not self._spoke(mention)

    def _far(self, mention: Mention, at: int) -> bool:
        """Whether two sentences lie between a mention and its pronoun; three where it has spoken."""
        if at - mention.end > _NEAR:
            return True
        stops = sum(1 for _ in STOP.finditer(self.whole, mention.end, at))
        return stops > (2 if self._spoke(mention) else 1)

    def _spoke(self, mention: Mention) -> bool:
        return any(
            other.start == mention.start or other.name == mention.name for other in self.spoke[-_SPOKE:]
        )

    def _rivals(self, mention: Mention, at: int, fits: Callable[[Mention], bool]) -> list[Mention]:
        """Others in the sentence of a mention that has not spoken, who may be meant as well."""
        if self._spoke(mention):
            return []
        left = max(0, mention.start - 300)
        begin = max((m.end() for m in STOP.finditer(self.whole, left, mention.start + 1)), default=left)
        stop = STOP.search(self.whole, mention.end, at)
        low, high = bisect_left(self.starts, begin), bisect_left(self.starts, stop.start() if stop else at)
        return [
            other
            for other in self.mentions[low:high]
            if fits(other) and surname(other.name) != surname(mention.name) and not _overlap(other, mention)
        ]

    def _candidates(self, at: int) -> list[Mention]:
        """Earlier mentions, nearest first; those that spoke or stand where a subject stands lead."""
        index = bisect_left(self.starts, at)
        near = [m for m in self.mentions[max(0, index - 60) : index] if at - m.start <= _REACH]
        near = [m for m in near if not self._said(m.start, at)]
        spoke = [m for m in self.spoke[-20:] if m.start < at]
        leading = [m for m in near if self._leads(m)]
        ranked = sorted(spoke + leading, key=lambda mention: -mention.start)
        return ranked + near[::-1]

    def _leads(self, mention: Mention) -> bool:
        if self.whole[mention.end : mention.end + 2] in ("'s", "’s"):
            return False
        window = self.whole[max(0, mention.start - 14) : mention.start]
        if _WHILE.search(window):
            return True
        before = window[-3:].strip(" \"'“‘")
        return not before or before[-1] in ".!?\n:;" or self.whole[mention.start - 1] == "\n"

    def _definite(self, first: str, noun: str, start: int, end: int, printed: str) -> Mention | None:
        """``the study``, ``the minister``: the last thing or person introduced by that noun."""
        own = plain_mention(start, end, _unqualified(printed))
        if first in ("a", "an"):
            return own
        index = bisect_left(self.starts, start)
        for mention in reversed(self.mentions[max(0, index - 200) : index]):
            again = noun not in DOCUMENTS and mention.name.lower() == printed.lower()
            if (mention.noun == noun and not again) or noun in role_words(self.whole, mention):
                return mention
        for mention in reversed(self.spoke[-400:]):
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
            if (
                mention.end <= end
                and mention.kind != "thing"
                and not mention.noun
                and self._heads(mention, start, end)
            ):
                heads.append(mention)
        people = [mention for mention in heads if mention.kind == "person"]
        return next(iter(people or heads), None) or self._begun(index, start, end)

    def _begun(self, index: int, start: int, end: int) -> Mention | None:
        """A person whose name begins before the source ("Dr. J. P." before "Hall")."""
        for mention in self.mentions[max(0, index - 3) : index]:
            whole = mention.kind == "person" or "&" in mention.name
            if whole and start < mention.end <= end and self._heads(mention, start, end):
                return mention
        return None

    def _heads(self, mention: Mention, start: int, end: int) -> bool:
        before, after = self.whole[start : mention.start], self.whole[mention.end : end]
        link = _LINKS.search(before.rpartition(",")[2])
        if link and not (link[0][0] in "'’" and mention.kind == "person" and " " in mention.name):
            return False  # "the nurses' leader Ann Lee" is Ann Lee
        return after in ("", ".") or _AFTER_HEAD.match(after) is not None

    def _fuller(self, mention: Mention, printed: str) -> Mention:
        """The fuller name of that surname given earlier ("Keller" -> "Jonas Keller"), else as printed."""
        if len(untitled(mention.name)) <= 1 and not _is_place(mention):
            index = bisect_left(self.starts, mention.start)
            for earlier in reversed(self.mentions[max(0, index - 400) : index]):
                if _shortens(mention.name, earlier):
                    gender = earlier.gender if mention.gender == "either" else mention.gender
                    return replace(mention, name=earlier.name, kind="person", gender=gender)
        return replace(mention, name=printed)


def _shortens(name: str, earlier: Mention) -> bool:
    """Whether a surname, titled or not, or a first name stands for the earlier, longer name."""
    last = surname(earlier.name)
    words, bare = earlier.name.split(), untitled(earlier.name)
    if len(bare) < 2:
        return False
    capitals = all(word[0].isupper() for word in words) and words[0].lower() not in DIRECTIONS
    named = earlier.kind == "person" or (capitals and last.lower() not in ORGANISATION_WORDS)
    first = earlier.kind == "person" and name == bare[0] and len(bare[0].strip(".")) > 1
    return (named and last == surname(name)) or first


def is_pronoun(printed: str) -> bool:
    """Whether words are a pronoun; "WHO" and "US" are none."""
    return printed.lower() in PRONOUNS and not (len(printed) > 1 and printed.isupper())


def _is_place(mention: Mention) -> bool:
    return mention.name.lower() in PLACES


def _overlap(one: Mention, two: Mention) -> bool:
    return one.start < two.end and two.start < one.end


def _unqualified(printed: str) -> str:
    """``The paper, published in May`` without what only describes it."""
    return re.split(r", (?:who|which|whose|published|released|issued|an?|the) ", printed, maxsplit=1)[0]


def _plain(printed: str) -> str:
    """``Anna Keller, the mayor,`` without its trailing comma and possessive."""
    return re.sub(r"(?:['’]s|[\s,;:])+$", "", " ".join(printed.split()))
