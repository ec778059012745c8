"""The pieces of a text that figures are read from."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[½⅓⅔¼¾⅕⅛⅜⅝⅞]|[^\W\d_½⅓⅔¼¾⅕⅛⅜⅝⅞]+[²³]?|\S")


@dataclass(slots=True)
class Token:
    """A numeral, a word, or one other character.

    Attributes:
        glued: whether nothing stands between it and the token before.
    """

    start: int
    end: int
    text: str
    lower: str
    numeral: bool
    word: bool
    glued: bool


END = Token(-1, -1, "", "", False, False, False)
"""Stands for what lies beyond either end of the text."""


class Tokens:
    """The tokens of a text; reading past either end yields :data:`END`."""

    __slots__ = ("items", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.items: list[Token] = []
        end = -1
        for found in _TOKEN.finditer(text):
            start, piece = found.start(), found[0]
            first = piece[0]
            numeral = "0" <= first <= "9"
            word = not numeral and first.isalpha()
            self.items.append(Token(start, found.end(), piece, piece.lower(), numeral, word, start == end))
            end = found.end()

    def __getitem__(self, index: int) -> Token:
        return self.items[index] if 0 <= index < len(self.items) else END

    def __len__(self) -> int:
        return len(self.items)

    def lowers(self, start: int, stop: int) -> list[str]:
        """The lower-case tokens of a stretch; what lies outside the text is left out."""
        return [token.lower for token in self.items[max(0, start) : max(0, stop)]]

    def opens_sentence(self, index: int) -> bool:
        """Whether the token is the first of its sentence, as far as punctuation tells."""
        before = self[index - 1]
        while before.text in ('"', "“", "‘", "'", "(", "["):
            index -= 1
            before = self[index - 1]
        return (
            before is END or before.text in ".!?:;—–•|" or "\n" in self.text[before.end : self[index].start]
        )
