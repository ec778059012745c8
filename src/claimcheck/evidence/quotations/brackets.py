"""Whether what an editor put in [brackets] stands for what the speaker said."""

from __future__ import annotations

from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.speaker import Voices
from claimcheck.evidence.quotations.tokens import Tokens, tokenise
from claimcheck.evidence.quotations.wordlists import FUNCTION_WORDS, NEGATIONS

_FIRST = frozenset("i me my mine myself we us our ours ourselves".split())
_SECOND = frozenset("you your yours yourself yourselves".split())
_MALE = frozenset("he him his himself".split())
_FEMALE = frozenset("she her hers herself".split())
_PLURAL = frozenset("they them their theirs themselves".split())
_NEUTER = frozenset("it its itself this that these those there here one ones".split())
_TIMES = frozenset("now today tomorrow yesterday then tonight".split())
PRONOUNS = _FIRST | _SECOND | _MALE | _FEMALE | _PLURAL | _NEUTER | _TIMES
_OBJECTS = frozenset("him them her me us".split())
_BACKSHIFT = tuple(
    frozenset(group.split())
    for group in (
        "is are am was were be been being 's",
        "will would 'd 'll",
        "can could",
        "may might",
        "shall should",
        "has have had 's 'd having",
        "do does did done doing",
        "go goes went gone going",
        "say says said saying",
        "make makes made making",
        "take takes took taken taking",
        "get gets got gotten getting",
        "think thinks thought thinking",
        "know knows knew known knowing",
        "see sees saw seen seeing",
        "give gives gave given giving",
        "come comes came coming",
        "run runs ran running",
        "buy buys bought buying",
        "build builds built building",
        "leave leaves left leaving",
        "tell tells told telling",
        "find finds found finding",
        "keep keeps kept keeping",
        "lose loses lost losing",
        "pay pays paid paying",
        "bring brings brought bringing",
        "begin begins began begun beginning",
        "speak speaks spoke spoken speaking",
        "stand stands stood standing",
        "fall falls fell fallen falling",
        "write writes wrote written writing",
        "choose chooses chose chosen choosing",
        "meet meets met meeting",
        "sell sells sold selling",
        "send sends sent sending",
        "spend spends spent spending",
        "win wins won winning",
        "hold holds held holding",
        "feel feels felt feeling",
        "become becomes became becoming",
        "mean means meant meaning",
        "lead leads led leading",
        "fight fights fought fighting",
        "teach teaches taught teaching",
        "catch catches caught catching",
        "grow grows grew grown growing",
        "draw draws drew drawn drawing",
        "break breaks broke broken breaking",
        "drive drives drove driven driving",
        "rise rises rose risen rising",
        "eat eats ate eaten eating",
    )
)
_KIN = {
    **dict.fromkeys("daughter mother sister wife widow aunt niece grandmother girlfriend".split(), _FEMALE),
    **dict.fromkeys("son father brother husband widower uncle nephew grandfather boyfriend".split(), _MALE),
}
"""Nouns before a name that say whether it is a he or a she."""
_CLAUSE = 6
"""Words behind a pronoun in which its clause names its other parties."""
_BEHIND_NOUNS = frozenset("at in of from on for".split())
_REACH = 150
"""Source tokens before the bracket that a referent is looked for in."""


class Referents:
    """Judges brackets against one source."""

    def __init__(self, source: PreparedSource, known: frozenset[str], speaker: frozenset[str]) -> None:
        """``known``: words of the article's own sentence; ``speaker``: names of the one who speaks."""
        self._source = source
        self._known = known
        self._speaker = speaker

    def fits(self, printed: Tokens, start: int, end: int, low: int, high: int) -> bool:
        """Whether bracketed tokens ``start`` to ``end`` may stand for source tokens ``low`` to ``high``."""
        inside, replaced = printed.keys[start:end], self._source.tokens.keys[low:high]
        if inside == replaced:
            return True
        if not inside:
            return False  # "[ ]", "[?]": words are gone, and nothing stands for them
        if bool(set(inside) & NEGATIONS) != bool(set(replaced) & NEGATIONS):
            return False
        names = self._names(printed, start, end)
        if self._told_apart(inside, replaced, high):
            return False
        if not replaced:
            return self._gloss(inside, names, low)
        if self._counts(inside) and self._counts(replaced):
            return False
        if _inflected(inside, replaced) or _spelled_out(inside, replaced):
            return True
        return self._replacement(inside, names, replaced, low)

    def _told_apart(self, inside: tuple[str, ...], replaced: tuple[str, ...], high: int) -> bool:
        """ "[The abbot] told the abbot": whom the clause names beside the pronoun is another than it."""
        named = {key for key in inside if key not in FUNCTION_WORDS}
        clause = self._source.tokens.keys[high : min(self._source.sentence_end(high - 1), high + _CLAUSE)]
        return replaced in (("he",), ("she",), ("they",)) and bool(named) and named <= set(clause)

    def _replacement(
        self, inside: tuple[str, ...], names: tuple[str, ...], replaced: tuple[str, ...], low: int
    ) -> bool:
        head = next((key for key in replaced if key in PRONOUNS), None)
        content = [key for key in replaced if key not in FUNCTION_WORDS and key not in PRONOUNS]
        if head is None or len(content) > 2:
            return set(content) <= set(inside) and bool(content) and self._supported(inside, low)
        if all(key in PRONOUNS for key in inside):
            return _shifts(head, inside[-1])
        if head in _FIRST:
            return (
                not names
                or not self._speaker
                or bool(self._speaker & set(names))
                or head in ("we", "us", "our")
            )
        if head in _TIMES or head in _SECOND:
            return True
        if head in _NEUTER and names and inside[-1] not in names:
            return self._stands_together(_content(inside), low)
        if names:
            return not self._speaks(names, head, low) and self._antecedent(names, head, low)
        return self._common(inside, head, low)

    def _stands_together(self, words: tuple[str, ...], low: int) -> bool:
        """Whether the source has the words one behind the other shortly before: "Christmas operetta"."""
        keys = self._source.tokens.keys
        return any(
            low - _REACH <= place < low and keys[place : place + len(words)] == words
            for place in self._source.occurrences(words[0])[:500]
        )

    def _speaks(self, names: tuple[str, ...], head: str, low: int) -> bool:
        """Whether the one named is who speaks in the source's quotation, and so is no "he" or "she" of it."""
        if head not in _MALE | _FEMALE or self._source.quoted_from(self._source.tokens.starts[low]) is None:
            return False
        name = Voices(self._source).at(low, low + 1).name
        return name is not None and set(names) <= set(tokenise(name).keys)

    def _names(self, printed: Tokens, start: int, end: int) -> tuple[str, ...]:
        return tuple(
            printed.keys[i]
            for i in range(start, end)
            if printed.text[printed.starts[i]].isupper()
            and printed.keys[i] not in FUNCTION_WORDS
            and printed.keys[i] != "'s"
        )

    def _counts(self, keys: tuple[str, ...]) -> bool:
        return any(key[:1] in "#~@/" for key in keys)

    def _gloss(self, inside: tuple[str, ...], names: tuple[str, ...], low: int) -> bool:
        if set(inside) & {"may", "might", "could", "only", "if", "unless", "never"}:
            return False
        if names:
            return self._supported(inside, low)
        return self._supported(tuple(key for key in inside if self._counts((key,))), low)

    def _supported(self, inside: tuple[str, ...], low: int) -> bool:
        """Whether every word with a meaning stands in the source near by, or in the article's sentence."""
        return all(
            key in FUNCTION_WORDS or key in self._known or key in self._speaker or self._seen(key, low)
            for key in inside
        )

    def _seen(self, key: str, low: int) -> bool:
        return any(abs(place - low) <= 4 * _REACH for place in self._source.occurrences(key)[:500])

    def _antecedent(self, names: tuple[str, ...], head: str, low: int) -> bool:
        """Whether the names belong to the person or body last spoken of before the pronoun."""
        wanted = set(names)
        place = low
        while place > max(0, low - _REACH):
            start = self._source.sentence_start(place - 1)
            mentions = self._mentions(start, place, head)
            candidates = [name for name, fitting in mentions if fitting]
            if candidates:
                best = max(len(wanted & mention) for mention in candidates)
                if any(len(wanted & name) > best for name, _ in mentions):
                    return False
                chosen = candidates[-1] if head in _OBJECTS else candidates[0]
                agreed = [mention for mention in candidates if wanted & mention]
                nearest = max(agreed, key=lambda mention: len(wanted & mention), default=chosen)
                meant = len(wanted & chosen) == len(wanted & nearest)
                return bool(agreed) and ((bool(wanted & chosen) and meant) or len(candidates) == 1)
            place = start
        return self._supported(names, low)

    def _mentions(self, start: int, end: int, head: str) -> list[tuple[set[str], bool]]:
        """Capitalised names in source tokens ``start`` to ``end``; whether the pronoun may stand for each."""
        mentions: list[tuple[set[str], bool]] = []
        at = start
        while at < end:
            if not self._capital(at, start):
                at += 1
                continue
            after = at + 1
            while (
                after < end and self._capital(after, start) and self._source.gap(after).strip() in ("", ".")
            ):
                after += 1
            if head in _PLURAL:
                after = self._coupled(after, end, start)
            name = set(self._source.tokens.keys[at:after]) | self._role(after, end)
            mentions.append((name, not name & self._speaker and self._may_be(at, after, head)))
            at = after
        return mentions

    def _coupled(self, after: int, end: int, start: int) -> int:
        """Where "Mr and Mrs Voss" ends, of which ``after`` is the end of the first name."""
        while (
            after + 1 < end
            and self._source.tokens.keys[after] == "and"
            and self._capital(after + 1, start)
            and not self._source.gap(after).strip()
        ):
            after += 2
            while after < end and self._capital(after, start) and not self._source.gap(after).strip():
                after += 1
        return after

    def _role(self, after: int, end: int) -> set[str]:
        """Words of an apposition: "Becker, the treasurer,"."""
        if (
            after < end
            and "," in self._source.gap(after)
            and self._source.tokens.keys[after] in ("the", "a", "an")
        ):
            return set(self._source.tokens.keys[after : after + 4])
        return set()

    def _capital(self, at: int, start: int) -> bool:
        tokens = self._source.tokens
        key = tokens.keys[at]
        if (
            not tokens.text[tokens.starts[at]].isupper()
            or key in FUNCTION_WORDS
            or key[:1] in "@#~"
            or key.startswith("month")
        ):
            return False
        return key not in PRONOUNS and key not in _DAYS and not (at == start and self._common_word(at))

    def _common_word(self, at: int) -> bool:
        """Whether the word that begins a sentence also occurs in lower case, so that it is no name."""
        tokens = self._source.tokens
        return any(
            tokens.text[tokens.starts[i]].islower()
            for key in self._forms(at)
            for i in self._source.occurrences(key)[:50]
        )

    def _forms(self, at: int) -> set[str]:
        """The word and, where it reads as one of several ("Keepers at the zoo"), its singular."""
        keys = self._source.tokens.keys
        several = keys[at + 1 : at + 2] and keys[at + 1] in _BEHIND_NOUNS
        return {keys[at], _stem(keys[at])} if several else {keys[at]}

    def _may_be(self, at: int, after: int, head: str) -> bool:
        previous = self._source.tokens.keys[at - 1] if at else ""
        if head in _MALE | _FEMALE:
            name = self._source.tokens.raw(at, after)
            title = self._source.tokens.keys[at]
            if title in ("mr", "sir", "lord") or title in ("mrs", "ms", "miss", "lady", "dame"):
                return (title in ("mr", "sir", "lord")) == (head in _MALE)
            if previous in _KIN:
                return head in _KIN[previous]
            return (
                previous not in ("in", "at", "from", "near", "of", "the", "across", "outside")
                and not name.isupper()
            )
        return True

    def _common(self, inside: tuple[str, ...], head: str, low: int) -> bool:
        """Whether a description without a name speaks of things just spoken of."""
        content = _content(inside)
        if not content:
            return True
        near = set(self._source.tokens.keys[max(0, low - _REACH) : low + _REACH // 3])
        return any(
            key in self._known or key in near or _stem(key) in {_stem(k) for k in near} for key in content
        )


def _content(inside: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a bracket but for its articles and the like."""
    return tuple(key for key in inside if key not in FUNCTION_WORDS and key not in PRONOUNS)


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _stem(key: str) -> str:
    return key[:-3] + "y" if key.endswith("ies") else key.rstrip("s") if len(key) > 3 else key


def _inflected(inside: tuple[str, ...], replaced: tuple[str, ...]) -> bool:
    """Whether a bracket only changes the form of a verb, or articles and the like."""
    if len(inside) == len(replaced) == 1:
        one, other = inside[0], replaced[0]
        if any(one in group and other in group for group in _BACKSHIFT):
            return True
        shared = _shared(one, other)
        return shared >= 3 and shared >= max(len(one), len(other)) - 3 and not {one, other} & PRONOUNS
    plain = [key for key in (*inside, *replaced) if key not in ("a", "an", "the", "that", "of", "to")]
    return not plain


def _spelled_out(inside: tuple[str, ...], replaced: tuple[str, ...]) -> bool:
    """ "the [National Highways Board]" for "the NHB": an acronym's own words."""
    whole = "".join(key[0] for key in inside)
    telling = "".join(key[0] for key in inside if key not in FUNCTION_WORDS)
    short = [key for key in replaced if key not in ("the", "a", "an")]
    return len(short) == 1 and len(short[0]) > 1 and short[0] in (whole, telling)


def _shared(one: str, other: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _shifts(replaced: str, inside: str) -> bool:
    """Whether one pronoun may stand for the other when a speech is quoted by somebody else."""
    third = _MALE | _FEMALE | _PLURAL | _NEUTER
    if replaced in third and inside in third:
        groups = (_MALE, _FEMALE, _PLURAL, _NEUTER)
        return any(replaced in group and inside in group for group in groups)
    return inside not in _TIMES or replaced in _TIMES
