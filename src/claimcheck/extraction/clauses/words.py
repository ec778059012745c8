"""Words of a sentence with their lemmas, joined where several make one, and what relates two."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from claimcheck.extraction.clauses.lexicon import load_lexicon
from claimcheck.extraction.clauses.lexicon.lexicon import NOTHING, Sets

Relation = Literal["same", "synonym", "derived", "implied", "opposite", "converse", "exclusive", "none"]
STRENGTH: dict[Relation, float] = {"same": 1.0, "derived": 0.9, "synonym": 0.9, "implied": 0.85}

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)*[^\W\d_]{0,8}|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*\.?|['’](?:s|m|re|ve|ll|d)\b"
    r"|[^\w\s]",
    re.I,
)
SPENT = "_"
"""Lemma of a particle that its verb has taken over."""
_CONTRACTED = {"wo": "will", "ca": "can", "sha": "shall", "ai": "be", "'ll": "will", "'d": "would"}
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st gen col sgt lt capt rev hon jr sr inc ltd co corp gov sen rep no".split()
)
_APOSTROPHES = str.maketrans("’", "'")
_PLAIN = str.maketrans("’ ", "'_")


class Word(NamedTuple):
    """One word, number or mark; a tuple, for there are many and a tuple is quickly made.

    Attributes:
        text: as written; several words where they make one.
        lemmas: dictionary forms it may have, likeliest first.
        start, end: code points within the text that was analysed.
        low: the text in lower case, several words joined by ``_``.
    """

    text: str
    lemmas: tuple[str, ...]
    start: int
    end: int
    low: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not a mark or a number."""
        return self.text[0].isalpha()


@lru_cache(maxsize=32_768)
def _low(text: str) -> str:
    return text.lower().translate(_PLAIN)


def _word(text: str, lemmas: tuple[str, ...], start: int) -> Word:
    """A word as it stands in the text from a code point on."""
    return Word(text, lemmas, start, start + len(text), _low(text))


def read_words(text: str) -> list[Word]:
    """The words and marks of a text, several joined where the lists know them as one."""
    return _joined(list(_split(text)))


def _split(text: str) -> list[Word]:
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        start, end, token = match.start(), match.end(), match.group()
        if token in "-‐‑" and text[end : end + 1].isalnum() and text[max(0, start - 1) : start].isalnum():
            continue  # the parts of a hyphenated word are words; phrases put the known ones together again
        if token.endswith(".") and token[0].isalpha() and "." not in token[:-1] and not _abbreviation(token):
            found += _apart(token[:-1], start)
            found.append(_word(".", (".",), end - 1))
        elif token.isalpha() and token.lower() != "cannot":
            low = _low(token)
            found.append(Word(token, lemmas_of(low), start, end, low))
        else:
            found += _apart(token, start)
    return found


def _abbreviation(token: str) -> bool:
    return token[:-1].lower() in _ABBREVIATIONS or (len(token) == 2 and token[0].isupper())


def _apart(token: str, start: int) -> list[Word]:
    """A token with its contracted "n't", "'s", "'ll" as a word of its own."""
    low = token.lower().translate(_APOSTROPHES)
    if low == "cannot":
        return [_word(token[:3], ("can",), start), _word(token[3:], ("not",), start + 3)]
    if low.endswith("n't") and len(low) > 3:
        head = token[:-3]
        cut = start + len(head)
        lemma = _CONTRACTED.get(head.lower())
        first = _word(head, (lemma,) if lemma else lemmas_of(head.lower()), start)
        return [first, _word(token[-3:], ("not",), cut)]
    at = low.rfind("'")
    if at > 0 and low[at:] in ("'s", "'ll", "'re", "'ve", "'d", "'m"):
        cut = start + at
        rest = low[at:]
        tail = _word(token[at:], (_CONTRACTED.get(rest, rest),), cut)
        if low[:at].count("'") == 1:  # "wouldn't've"; a longer chain is no word
            return [*_apart(token[:at], start), tail]
        return [_word(token[:at], lemmas_of(low[:at]), start), tail]
    return [_word(token, lemmas_of(low), start)]


def _joined(words: list[Word]) -> list[Word]:
    phrases = load_lexicon().phrases
    words = _gathered(words)
    joined: list[Word] = []
    at = 0
    while at < len(words):
        length = _length(phrases, words, at)
        if length == 1:
            joined.append(words[at])
        else:
            joined.append(_one(words[at : at + length]))
        at += length
    return joined


def _length(phrases: Mapping[str, Sequence[tuple[str, ...]]], words: list[Word], at: int) -> int:
    """How many words from a place on make one."""
    for lemma in words[at].lemmas:
        for phrase in phrases.get(lemma, ()):
            if _stands(phrase, words, at):
                return len(phrase)
    return 1


def _gathered(words: list[Word]) -> list[Word]:
    """Verbs whose particle stands apart take it over; what is left of the particle means nothing more."""
    separable = load_lexicon().separable
    changed = list(words)
    for at, word in enumerate(words):
        for phrase in (p for lemma in word.lemmas for p in separable.get(lemma, ())):
            tail = _tail(phrase[1:], words, at)
            if tail:
                changed[at] = word._replace(lemmas=("_".join(phrase),))
                for there in range(tail, tail + len(phrase) - 1):
                    changed[there] = words[there]._replace(lemmas=(SPENT,))
                break
    return changed


def _tail(parts: tuple[str, ...], words: list[Word], at: int) -> int:
    """Where the rest of a phrase begins, two to six words after its verb; 0 if nowhere."""
    for there in range(at + 1, min(at + 7, len(words) - len(parts) + 1)):
        if all(part == words[there + i].low for i, part in enumerate(parts)):
            return there if there > at + 1 and words[there - 1].low != "not" else 0
        if not words[there].is_word and not words[there].text[0].isdigit():
            return 0
    return 0


def _stands(phrase: tuple[str, ...], words: list[Word], at: int) -> bool:
    if at + len(phrase) > len(words):
        return False
    for behind in range(1, len(phrase)):
        word = words[at + behind]
        if phrase[behind] != word.low and phrase[behind] not in word.lemmas:
            return False
    return True


def _one(words: list[Word]) -> Word:
    lexicon = load_lexicon()
    parts = [next((lemma for lemma in w.lemmas if lemma in lexicon.phrases), w.lemmas[0]) for w in words[:1]]
    tails = [w.low if w.low in ("its", "their", "his", "her") else w.lemmas[0] for w in words[1:]]
    options = ("_".join(parts + tails), "_".join(parts + [w.low for w in words[1:]]), "-".join(parts + tails))
    lemma = next((option for option in options if option in lexicon.known), options[0])
    text = " ".join(word.text for word in words)
    return Word(text, (lemma,), words[0].start, words[-1].end, _low(text))


@lru_cache(maxsize=32_768)
def lemmas_of(low: str) -> tuple[str, ...]:
    """Dictionary forms a lower-case word may have, likeliest first."""
    lexicon = load_lexicon()
    found = list(lexicon.forms.get(low, ()))
    if low in lexicon.known or not found:
        found.append(low)
    candidates = _bare(low)
    known = [base for base in candidates if base in lexicon.known]
    if known:
        # "reported" is a form of "report" before it is a word of its own.
        found = known + [word for word in found if word not in known]
    elif candidates and low not in lexicon.known:
        found = candidates[:1] + found
    return tuple(dict.fromkeys(found))


def _bare(low: str) -> list[str]:
    """What is left of a word without -s, -ed or -ing, the likeliest first."""
    if len(low) < 4 or not low.isalpha():
        return []
    if low.endswith("s"):
        return _singular(low)
    for suffix in ("ed", "ing"):
        stem = low[: -len(suffix)]
        if low.endswith(suffix) and len(stem) > 1 and any(letter in "aeiouy" for letter in stem):
            return _verb_stems(stem, suffix)
    return []


def _singular(low: str) -> list[str]:
    if low.endswith(("ss", "us", "is", "ous")):
        return []
    if low.endswith("ies") and len(low) > 4:
        return [low[:-3] + "y", low[:-1]]
    if low.endswith("ves"):
        return [low[:-1], low[:-3] + "f", low[:-3] + "fe"]
    if low.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        return [low[:-2], low[:-1]]
    return [low[:-1]]


def _verb_stems(stem: str, suffix: str) -> list[str]:
    stems = [stem, stem + "e"]
    if suffix == "ed" and stem.endswith("i"):
        return [stem[:-1] + "y", stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        stems.insert(0 if stem[-1] not in "ls" else 1, stem[:-1])
    elif stem[-1] in "cvuz" or stem.endswith(("at", "ur", "ng", "is", "us", "os", "as")):
        stems.reverse()
    return stems


_ENDINGS = (
    "ational",
    "ization",
    "isation",
    "ations",
    "ation",
    "ition",
    "ment",
    "tion",
    "sion",
    "ance",
    "ence",
    "ness",
    "ally",
    "ingly",
    "ing",
    "able",
    "ible",
    "ive",
    "ity",
    "ism",
    "ist",
    "ate",
    "ify",
    "ise",
    "ize",
    "ous",
    "ful",
    "ial",
    "al",
    "ly",
    "er",
    "or",
    "ar",
    "ure",
    "ion",
    "ant",
    "ent",
    "age",
    "ery",
    "ed",
    "es",
    "th",
    "y",
    "e",
    "s",
)


@lru_cache(maxsize=32_768)
def root_of(lemma: str) -> str:
    """The stem of a word without the endings that turn verbs into nouns; at least four letters stay."""
    low = lemma
    for _ in range(2):
        for ending in _ENDINGS:
            if low.endswith(ending) and len(low) - len(ending) >= 4:
                low = low[: -len(ending)]
                break
    return low


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything the lists say about one word, as sets of groups and lemmas."""

    names: frozenset[str]
    groups: frozenset[str]
    opposed: frozenset[str]
    converse: frozenset[str]
    implied: frozenset[str]
    exclusive: frozenset[str]
    roots: frozenset[str]


@lru_cache(maxsize=32_768)
def profile_of(lemmas: tuple[str, ...], low: str) -> Profile:
    """The profile of a word, by its lemmas and how it is written."""
    lexicon = load_lexicon()
    names = frozenset((*lemmas, low))
    groups = frozenset(group for name in names for group in lexicon.groups.get(name, NOTHING)) | names

    def of(table: Sets) -> frozenset[str]:
        return frozenset(other for name in groups for other in table.get(name, NOTHING))

    implied = of(lexicon.implied)
    return Profile(
        names,
        groups,
        of(lexicon.opposed),
        of(lexicon.converse),
        implied | of_all(implied, lexicon.implied),
        frozenset(s for name in names for s in lexicon.exclusive.get(name, NOTHING)),
        frozenset(root for root in map(root_of, (*lemmas, *groups)) if len(root) >= 4),
    )


def of_all(names: frozenset[str], table: Sets) -> frozenset[str]:
    """All that the names stand for in a table."""
    return frozenset(other for name in names for other in table.get(name, NOTHING))


def relate(claim: Word, passage: Word) -> Relation:
    """How a word of the passage stands to a word of the claim; the strongest relation of any reading."""
    if claim.low == passage.low and claim.lemmas == passage.lemmas:
        return "same"
    mine, its = profile_of(claim.lemmas, claim.low), profile_of(passage.lemmas, passage.low)
    if claim.low == passage.low:  # "found her guilty", "found her not guilty"
        return "same" if mine.opposed.isdisjoint(its.groups) else "opposite"
    if not mine.names.isdisjoint(its.names):
        return "same"
    if not mine.opposed.isdisjoint(its.groups):
        return "opposite"
    if not mine.groups.isdisjoint(its.groups):
        return "synonym"
    if not mine.converse.isdisjoint(its.groups):
        return "converse"
    if not its.implied.isdisjoint(mine.groups):
        return "implied"
    if not mine.exclusive.isdisjoint(its.exclusive):
        return "exclusive"
    if prefix_negates(claim.low, passage.low) or prefix_negates(passage.low, claim.low):
        return "opposite"
    return "none" if mine.roots.isdisjoint(its.roots) else "derived"


def prefix_negates(low: str, other: str) -> bool:
    """Whether one word is the other with a prefix that negates it ("unsafe", "illegal", "non-fatal")."""
    for prefix in ("un", "in", "im", "il", "ir", "dis", "non", "mis"):
        if low == prefix + other and len(other) > 3:
            return low not in ("invaluable", "inflammable", "unloose")
    return False
