"""Words to the pieces that the network knows (Schuster & Nakajima 2012): lower case, no accents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import combining, normalize

_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+|[^\w\s]|_")
_LONGEST = 100
"""Code points of a word that is looked at; longer ones are unknown."""
UNKNOWN = "[UNK]"


def words_of(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The words and marks of a stretch of a text as the network reads them, with their code points."""
    return [(_plain(m[0]), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def _plain(word: str) -> str:
    low = word.lower()
    return low if low.isascii() else "".join(c for c in normalize("NFD", low) if not combining(c))


def pieces_of(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """A word as the longest pieces of the vocabulary, left to right; one unknown piece where they fail."""
    found: list[int] = []
    start = len(word) if len(word) > _LONGEST else 0
    while start < len(word):
        prefix = "##" if start else ""
        end = next(
            (stop for stop in range(len(word), start, -1) if prefix + word[start:stop] in vocabulary),
            0,
        )
        if not end:
            return [vocabulary[UNKNOWN]]
        found.append(vocabulary[prefix + word[start:end]])
        start = end
    return found or [vocabulary[UNKNOWN]]
