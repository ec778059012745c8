"""A claim as the relation tests see it: stems, places, hedges, quotation marks; and how rare each stem is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from claimcheck.documents.calendar_words import FEASTS, MONTHS, WEEKDAYS
from claimcheck.extraction.words import is_function_word, stem
from claimcheck.records.models import Claim

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HEDGES = re.compile(
    r"\b(?:reportedly|allegedly|apparently|purportedly|supposedly|rumou?red|unconfirmed|alleged|"
    r"(?:reports?|rumou?rs?|sources|some analysts|some experts|observers|critics) (?:indicate[sd]?|"
    r"suggest(?:s|ed)?|say|said|claim(?:s|ed)?|"
    r"have suggested|have said|have claimed)|"
    r"(?:is|are|was|were) (?:said|believed|thought|understood|alleged|reported|suspected|rumou?red) to|"
    r"appear(?:s|ed)? to|seem(?:s|ed)? to|may have|might have|could have|may|might|possibly|perhaps|"
    r"suspected|"
    r"there (?:are|were) (?:reports|rumou?rs|claims) (?:that|of))\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:could|possible|probabl[ey]|likely|presumably|potentially|maybe|conceivabl[ey])\b", re.IGNORECASE
)
_HEDGE_SIGNS = (
    *("report", "alleged", "apparently", "purported", "supposed", "rumo", "unconfirmed", "sources"),
    *("analysts", "experts", "observers", "critics", "said to", "believed to", "thought to", "understood to"),
    *("suspected", "appear", "seem", "may", "might", "could have", "possibly", "perhaps", "claims"),
)
"""Each hedge holds one of them."""
_NOBODY = re.compile(
    r"(?:(?:some|many|several|various|unnamed|anonymous|media|local|press|unconfirmed) )*(?:reports?|"
    r"rumou?rs?|sources?|observers|critics|"
    r"analysts|experts|insiders|people)\b(?! (?:at|of|from|for|by))",
    re.IGNORECASE,
)
_SPACED = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) not in "'-"}
_CALENDAR = frozenset(stem(word) for word in (*WEEKDAYS, *MONTHS, *FEASTS))
_DOUBLED = ("--", "''", "'-", "-'")
_CLAUSE = re.compile(r"[,;:—–(]\s|\s-\s")
_SUBORDINATE = re.compile(r"\b(?:when|since|after|because|before|while|than|which|who)\b", re.IGNORECASE)
"""Words behind which a hedge no longer holds: what they open is taken as known."""
_MODALS = frozenset({"may", "might", "may have", "might have", "could have", "possibly", "perhaps"})
_RARE = 12
"""However long the text, a stem in more claims than this is not rare; it keeps the tests linear."""
_DENIES = re.compile(
    r"\b(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|fail\w*|refus\w+|declin\w+|avoid\w*)\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DENIED = 50
"""Code points behind a word of denial in which what it denies is told."""
LONGEST = 1_500
"""Code points of a claim that is taken apart; no sentence of an article is longer."""


_OCCASION = re.compile(
    r"\d\s?[ap]\.?m\b|\d:[0-5]\d|\b(?:noon|midday|midnight|vot(?:e[ds]?|ing))\b", re.IGNORECASE
)


@lru_cache(maxsize=1 << 14)
def content_stem(word: str) -> str:
    """The stem of a content word, or empty for a word that carries no content of its own.

    Args:
        word: a word, or one with signs around it that words hold only within.
    """
    word = word.strip("'-")
    if word.isdecimal():
        return word if len(word) > 1 else ""
    lower = re.sub(r"['’]s?\Z", "", word.lower())
    if len(lower) < 2 or is_function_word(lower):
        return ""
    return stem(lower.removesuffix("ments").removesuffix("ment") if len(lower) > 8 else lower)


@dataclass(frozen=True, slots=True)
class Token:
    """A content word: where it is, its stem, whether it is written as a name."""

    start: int
    end: int
    stem: str
    name: bool


@dataclass(frozen=True)
class Reading:
    """A claim and what the tests need of it; spans count within the claim's text.

    Attributes:
        stems: of its content words.
    """

    index: int
    claim: Claim
    stems: frozenset[str]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The content words in order."""
        text = self.claim.text
        found = []
        for match in _WORD.finditer(text):
            word = match.group()
            base = content_stem(word)
            if base:
                name = word[0].isupper() and bool(text[: match.start()].strip("\"'“‘ "))
                found.append(Token(match.start(), match.end(), base, name))
        return tuple(found)

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of its names, those of days and months left out."""
        return frozenset(token.stem for token in self.tokens if token.name) - _CALENDAR

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """The words between outermost quotation marks."""
        return tuple((part.start, part.end) for part in self.claim.parts if part.kind == "quotation")

    @cached_property
    def hedges(self) -> tuple[tuple[int, int], ...]:
        """Hedging words outside quotation marks, and sources that have no name."""
        found = []
        folded = _fold(self.claim.text)
        if any(sign in folded for sign in _HEDGE_SIGNS):
            # "May" alone with a capital is a month or a name.
            found = [
                match.span()
                for match in _HEDGES.finditer(self.claim.text)
                if match.group() != "May" and not self.in_quotation(match.start())
            ]
        for said in self.claim.attributions:
            if said.anonymous and said.source and said.kind == "indirect":
                span = said.source[0].start, said.source[-1].end
                if _NOBODY.match(self.claim.text[span[0] : span[1]]):
                    found.append(span)
        return tuple(found)

    @cached_property
    def unsure(self) -> bool:
        """Whether it holds a hedge, or another word that makes something uncertain."""
        return bool(self.hedges) or bool(_UNSURE.search(self.claim.text))

    def hedge_of(self, span: tuple[int, int]) -> tuple[int, int] | None:
        """The hedge that covers a span: within it, or before it in the same clause, or at the sentence's
        head."""
        text = self.claim.text
        clause = max((match.end() for match in _CLAUSE.finditer(text, 0, span[0])), default=0)
        for start, end in self.hedges:
            opening = start < 30 and text[start:end].lower() not in _MODALS
            held = clause <= start < span[1] or (opening and start < span[0])
            if held and not _SUBORDINATE.search(text, end, max(end, span[0])):
                return start, end
        return None

    @cached_property
    def occasion(self) -> bool:
        """Whether it may hold a time of day, or a count of votes."""
        return bool(_OCCASION.search(self.claim.text))

    @cached_property
    def denies(self) -> bool:
        """Whether it holds a word that may deny something."""
        return bool(_DENIES.search(self.claim.text))

    @cached_property
    def denied(self) -> frozenset[str]:
        """Stems of the words, no names, that stand right behind its words of denial."""
        text = self.claim.text
        behind = (text[m.start() : m.end() + _DENIED] for m in _DENIES.finditer(text))
        return frozenset(
            content_stem(word) for each in behind for word in _WORD.findall(each) if word.islower()
        )

    @property
    def mostly_quoted(self) -> bool:
        """Whether nearly all of it is somebody's words in quotation marks."""
        return 3 * sum(end - start for start, end in self.quotations) > 2 * len(self.claim.text)

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(part.kind for part in self.claim.parts)

    def holds(self, kind: str) -> bool:
        """Whether it has a part of a kind."""
        return kind in self._kinds

    def written(self, kind: str) -> frozenset[str]:
        """What its parts of a kind say, word for word."""
        text = self.claim.text
        return frozenset(text[part.start : part.end] for part in self.claim.parts if part.kind == kind)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years it is dated to; none where it has other dates too."""
        found = self.written("date")
        return found if all(map(_YEAR.fullmatch, found)) else frozenset()

    def in_quotation(self, at: int) -> bool:
        """Whether a code point lies between quotation marks."""
        return any(start <= at < end for start, end in self.quotations)

    def attributed(self, start: int, end: int) -> bool:
        """Whether somebody else is said to have said the words of the span."""
        return any(
            span.start < end and span.end > start
            for found in self.claim.attributions
            for span in found.content
        )


@dataclass(frozen=True)
class Article:
    """All claims of an article in text order, and in how many of them each stem stands.

    Attributes:
        folded: the article's text without regard to case, to tell cheaply what cannot be in it.
    """

    readings: tuple[Reading, ...]
    counts: Counter[str]
    folded: str

    @cached_property
    def hedged(self) -> tuple[Reading, ...]:
        """The readings that hold a hedge."""
        readings = self.readings
        if not self.mentions(*_HEDGE_SIGNS):
            readings = tuple([reading for reading in readings if reading.claim.attributions])
        return tuple(reading for reading in readings if reading.hedges)

    def mentions(self, *signs: str) -> bool:
        """Whether the text holds one of these lower-case strings; a test that looks for none is spared."""
        return any(map(self.folded.__contains__, signs))

    def rare(self, word: str, most: int = 3) -> bool:
        """Whether a stem stands in few claims, so that sharing it means something."""
        return self.counts[word] <= self._limit(most)

    def _limit(self, most: int) -> int:
        return max(most, min(len(self.readings) // 25, _RARE))

    def shared(self, most: int = 3) -> frozenset[str]:
        """The stems that stand in more than one claim, but in few."""
        limit = self._limit(most)
        return frozenset(word for word, count in self.counts.items() if 1 < count <= limit)

    @cached_property
    def told_surely(self) -> dict[str, int]:
        """Figures as they are written, and the first reading that states each without a hedge."""
        told: dict[str, int] = {}
        for reading in self.readings:
            if not reading.unsure:
                for figure in reading.written("figure"):
                    told.setdefault(figure, reading.index)
        return told

    @cached_property
    def _shared(self) -> frozenset[str]:
        return self.shared()

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """In which readings each stem that is shared and rare stands."""
        places: dict[str, list[int]] = {}
        for reading in self.readings:
            for word in reading.stems & self._shared:
                places.setdefault(word, []).append(reading.index)
        return places

    def later(self, reading: Reading, least: int) -> list[Reading]:
        """The readings after this one that share at least so many rare stems with it, in order."""
        words = reading.stems & self._shared
        if len(words) < least:
            return []
        votes = Counter(at for word in words for at in self._places[word] if at > reading.index)
        return [self.readings[at] for at, count in sorted(votes.items()) if count >= least]


def read_claims(claims: Sequence[Claim], text: str) -> Article:
    """The claims that stand in an article's text, in its order."""
    live = sorted((claim for claim in claims if not claim.orphan), key=lambda claim: claim.anchor.start)
    readings = tuple(Reading(index, claim, _stems(claim.text)) for index, claim in enumerate(live))
    counts = Counter(chain.from_iterable(reading.stems for reading in readings))
    return Article(readings, counts, _fold(text))


def _stems(text: str) -> frozenset[str]:
    plain = text.isascii() and not any(pair in text for pair in _DOUBLED)
    words = text.translate(_SPACED).split() if plain else _WORD.findall(text)
    found = set(map(content_stem, words))
    found.discard("")
    return frozenset(found)


def _fold(text: str) -> str:
    """The text as a search without regard to case sees it, which takes a dotted or a dotless i for an i."""
    return text.lower() if text.isascii() else text.casefold().replace("i\u0307", "i").replace("ı", "i")


def densest(reading: Reading, stems: frozenset[str], width: int) -> tuple[int, int, frozenset[str]] | None:
    """The stretch of at most ``width`` content words that holds most of ``stems``: span and the
    stems in it."""
    best: tuple[int, int, frozenset[str]] | None = None
    tokens = reading.tokens
    for at, token in enumerate(tokens):
        if token.stem not in stems:
            continue
        inside = [other for other in tokens[at : at + width] if other.stem in stems]
        held = frozenset(other.stem for other in inside)
        if best is None or len(held) > len(best[2]):
            best = (token.start, inside[-1].end, held)
    return best


def clause_around(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The stretch between two marks that a span stands in."""
    start = max((match.end() for match in _CLAUSE.finditer(text, 0, span[0])), default=0)
    end = _CLAUSE.search(text, span[1])
    return start, end.start() if end else len(text)


def opens_a_clause(words: str) -> bool:
    """Whether words hold one behind which something is taken as known ("when it was founded")."""
    return bool(_SUBORDINATE.search(words))


def quote(reading: Reading, span: tuple[int, int]) -> str:
    """The words of a span in quotation marks, on one line and not too long."""
    words = " ".join(reading.claim.text[span[0] : span[1]].split())
    return f"“{words}”" if len(words) <= 90 else f"“{words[:87].rstrip()}…”"


def quote_within(reading: Reading, span: tuple[int, int], around: tuple[int, int]) -> str:
    """The words of a span in quotation marks, and after them the words around it."""
    return f"{quote(reading, span)} ({quote(reading, around)})"


def changed(what: str, there: str, here: str) -> str:
    """The message on a figure, date or age that is one thing there and another here."""
    return f"The {what} changes between mentions: {there} there, {here} here."
