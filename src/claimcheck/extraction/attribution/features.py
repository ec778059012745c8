"""Features of tokens, and of tokens seen from a cue, hashed to rows of a weight table.

Everything is integer arithmetic on numpy arrays: a string is hashed once per distinct token, all else is
shifted, combined and hashed again. No text of the training data can be read back from the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase
from zlib import crc32

import numpy as np
import numpy.typing as npt

from claimcheck.documents.calendar_words import MONTHS_BUT_MAY, WEEKDAYS
from claimcheck.extraction.attribution.tokens import CLOSING, OPENING, Tokens

Ids = npt.NDArray[np.uint32]
Ints = npt.NDArray[np.int64]

_SUFFIXES = ("ing", "ied", "ies", "ed", "es", "s", "e", "y")
_VOWELS = re.compile("[aeiouy]")
_DIGITS = re.compile(r"\d")
_SHAPES = str.maketrans(
    {
        **dict.fromkeys(ascii_lowercase, "x"),
        **dict.fromkeys(ascii_uppercase, "X"),
        **dict.fromkeys("0123456789", "d"),
    }
)


@dataclass(frozen=True, slots=True)
class Columns:
    """What is known of each token, one array per property, all of the same length."""

    word: Ids
    stem: Ids
    suffix: Ids
    ending: Ids
    shape: Ids
    kind: Ids
    quote: Ints
    paragraph: Ints
    sentence: Ints

    def __len__(self) -> int:
        return len(self.word)


def columns(tokens: Tokens) -> Columns:
    """The properties of the tokens, as arrays."""
    rows = [
        _properties(word, quote if quote in (OPENING, CLOSING) else 0)
        for word, quote in zip(tokens.words, tokens.quotes, strict=True)
    ]
    table = np.array(rows, dtype=np.uint32).reshape(len(rows), 6).T
    places = (tokens.quotes, tokens.paragraphs, tokens.sentences)
    return Columns(*np.ascontiguousarray(table), *(np.array(place, dtype=np.int64) for place in places))


@lru_cache(maxsize=1 << 15)
def _properties(text: str, quote: int) -> tuple[int, ...]:
    if quote:
        mark = quote + 1
        return (mark,) * 6
    lower = text.lower().replace("’", "'")
    if lower[0].isdigit():
        lower = _DIGITS.sub("0", lower)
    word = _hash(lower)
    return (
        word,
        _hash(_stem(lower)),
        _hash("3" + lower[-3:]),
        _hash("2" + lower[-2:]),
        _hash("s" + _shape(text)),
        _kind(lower, text),
    )


def _hash(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


def _stem(lower: str) -> str:
    """A crude stem, so that "argues", "argued" and "arguing" are one."""
    for suffix in _SUFFIXES:
        root = lower[: -len(suffix)]
        if lower.endswith(suffix) and len(root) >= 3 and _VOWELS.search(root):
            return (
                root[:-1]
                if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "ls"
                else root.rstrip("e")
            )
    return lower


def _shape(text: str) -> str:
    """``Anna`` and ``McKay`` as ``Xx`` and ``XxXx``: what the letters look like, runs made one."""
    shape = text[:12].translate(_SHAPES)
    return "".join(c for c, before in zip(shape, " " + shape, strict=False) if c != before)


_KINDS: dict[str, str] = {
    "det": "a an the this that these those some any each every no another",
    "poss": "his her its their our my your 's",
    "pron": "he she they it we i you who which what whoever him them us me himself herself themselves",
    "prep": "of in on at by for with from about into over after before during against between through "
    "under without among toward towards than as like near amid",
    "to": "to",
    "conj": "and or but nor",
    "sub": "that if whether because although though while when where how why since until unless so",
    "be": "is are was were be been being am 's 're 'm",
    "have": "has have had having 've",
    "do": "do does did doing",
    "modal": "will would can could may might must shall should 'll 'd ca wo",
    "neg": "not n't never",
    "adv": "also later now then still recently repeatedly previously once again just already often "
    "earlier further even only too very first",
    "stop": ". ! ?",
    "comma": ",",
    "colon": ": ;",
    "dash": "- -- – — …  ...",
    "paren": "( ) [ ]",
    "day": " ".join((*WEEKDAYS, *MONTHS_BUT_MAY)),
}
_KIND_OF = {word: index + 8 for index, words in enumerate(_KINDS.values()) for word in words.split()}


def _kind(lower: str, text: str) -> int:
    known = _KIND_OF.get(lower)
    if known is not None:
        return known
    if text[0].isdigit():
        return 2
    if text[0].isupper():
        return 3 if text.isupper() and len(text) > 1 else 4
    return 5 if text[0].isalpha() else 6


KIND_NUMBER = {name: index + 8 for index, name in enumerate(_KINDS)}
"""The code of each closed class in :attr:`Columns.kind`."""


def shifted(values: npt.NDArray[np.generic], by: int, paragraph: Ints) -> Ids:
    """``values`` of the token ``by`` places on; 1 where that is beyond the paragraph."""
    out = np.ones(len(values), dtype=np.uint32)
    if by == 0 or len(values) <= abs(by):
        return values.astype(np.uint32) if by == 0 else out
    if by > 0:
        out[:-by] = np.where(paragraph[by:] == paragraph[:-by], values[by:], 1)
    else:
        out[-by:] = np.where(paragraph[:by] == paragraph[-by:], values[:by], 1)
    return out


_SEED, _MIX, _LAST, _HALF = (np.uint32(n) for n in (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 15))


class Hasher:
    """Collects features: each is a hash of several columns, apart from equal hashes of other features."""

    def __init__(self, first_template: int) -> None:
        self.template = first_template
        self.features: list[tuple[int, tuple[Ids, ...]]] = []

    def add(self, *parts: Ids) -> None:
        """Add one feature that combines ``parts``."""
        self.template += 1
        self.features.append((self.template, parts))

    def rows(self, bits: int) -> Ints:
        """Rows of a table with ``2 ** bits`` rows: features x tokens, in no particular order of features."""
        table = combine(self.features)
        table *= _LAST
        table >>= np.uint32(32 - bits)
        return table.astype(np.int64)


def combine(features: list[tuple[int, tuple[Ids, ...]]]) -> npt.NDArray[np.uint32]:
    """One hash each from a number and several columns: features x tokens, those of most columns first.

    All features are taken a step on together, so that there are few calls of numpy however many they are.
    """
    ordered = sorted(features, key=lambda feature: -len(feature[1]))
    templates = np.array([template for template, _ in ordered], dtype=np.uint32)[:, None]
    out = np.stack([parts[0] for _, parts in ordered])
    out ^= templates * _SEED
    out *= _MIX
    for step in range(1, len(ordered[0][1])):
        further = [parts[step] for _, parts in ordered if len(parts) > step]
        some = out[: len(further)]
        some ^= some >> _HALF
        some ^= np.stack(further)
        some *= _MIX
    out ^= out >> _HALF
    return out


def codes(values: npt.NDArray[np.generic]) -> Ids:
    """Small whole numbers, negative ones too, or truth values as hashable codes."""
    return values.astype(np.int64).astype(np.uint32)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where paragraphs and sentences begin and end, one entry a token.

    Attributes:
        new_sentence: whether the token begins a sentence; sentence_start: index of the token that does.
        paragraph_start, paragraph_end: index of the first and the last token of the paragraph.
        has_marks: whether the sentence has quotation marks.
    """

    new_sentence: npt.NDArray[np.bool_]
    sentence_start: Ints
    paragraph_start: Ints
    paragraph_end: Ints
    has_marks: Ids


def layout(columns: Columns) -> Layout:
    """The layout of at least one token."""
    index = np.arange(len(columns))
    new_sentence = np.concatenate(([True], columns.sentence[1:] != columns.sentence[:-1]))
    new_paragraph = np.concatenate(([True], columns.paragraph[1:] != columns.paragraph[:-1]))
    last = np.concatenate((new_paragraph[1:], [True]))
    local = columns.sentence - columns.sentence[0]
    marks = (columns.quote == OPENING) | (columns.quote == CLOSING)
    return Layout(
        new_sentence,
        np.maximum.accumulate(np.where(new_sentence, index, 0)),
        np.maximum.accumulate(np.where(new_paragraph, index, 0)),
        np.minimum.accumulate(np.where(last, index, len(index))[::-1])[::-1],
        codes(np.bincount(local, weights=marks) > 0)[local],
    )
