"""Tokens with exact offsets, grouped into paragraphs and sentences, with their place in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from claimcheck.extraction.quotations import Quoted

MAX_PARAGRAPH = 400
"""Longer paragraphs are cut into pieces of this many tokens, so that no input takes more than linear time."""

OUTSIDE, INSIDE, OPENING, CLOSING, SCARE = range(5)
"""Where a token stands: outside quotation marks, inside, the mark itself, or in a scare quote."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words, numbers and marks of a text, as parallel lists.

    Attributes:
        starts, ends: offsets in code points of the text.
        paragraphs: index of the paragraph (or the piece of one); sentences: index over the whole text.
        quotes: one of OUTSIDE, INSIDE, OPENING, CLOSING, SCARE each.
    """

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)


@cache
def _pattern() -> re.Pattern[str]:
    short = (
        "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|St|Jr|Sr|Prof|Lt|Col|Sgt|Capt|Rev"
        "|Jan|Feb|Aug|Sept|Oct|Nov|Dec|vs"
    )
    # A line break ends a paragraph unless lines of such a length are probably wrapped by hand.
    return re.compile(
        rf"""(?P<br>\n(?:[^\S\n]*\n\s*|(?<=[^\n]{{110}}\n)|(?=[^\n]{{110}})|(?<![^\n]{{45}}\n)))
        |(?=\w{{2,4}}\.)(?:{short})\.|(?:[A-Za-z]\.){{2,}}|https?://[^\s”"’)]+
        |\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?!\w)
        |\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b
        |[@\#]?\w+(?:-\w+)*|''|``|\.\.\.|--|[^\w\s]""",
        re.VERBOSE | re.IGNORECASE,
    )


def tokenize(text: str, quoted: list[Quoted]) -> Tokens:
    """Cut ``text`` into tokens; ``quoted`` is what ``find_quoted`` says of the same text."""
    tokens = Tokens()
    outer = [q for q in quoted if q.depth == 0]
    last = len(outer) - 1
    paragraph = sentence = size = at = 0
    ended = False
    for match in _pattern().finditer(text):
        if match.lastgroup is not None:
            paragraph, sentence, size, ended = paragraph + 1, sentence + 1, 0, False
            continue
        start, end = match.span()
        word = text[start:end]
        while at < last and outer[at].end <= start:
            at += 1
        place = _place(outer[at], start, end) if outer else OUTSIDE
        if size >= MAX_PARAGRAPH:
            paragraph, sentence, size = paragraph + 1, sentence + 1, 0
        elif ended and (place == OPENING or word[0].isupper() or word[0].isdigit() or word[0] in "@#"):
            sentence += 1
        ended = (word in ".!?…" and not _after_initial(tokens.words, word)) or (
            ended and (place == CLOSING or word == ")")
        )
        size += 1
        tokens.words.append(word)
        tokens.starts.append(start)
        tokens.ends.append(end)
        tokens.paragraphs.append(paragraph)
        tokens.sentences.append(sentence)
        tokens.quotes.append(place)
    return tokens


def _after_initial(words: list[str], stop: str) -> bool:
    """``Mark Z. Barabak``, ``J. P. Hall``: the stop of an initial ends no sentence."""
    if stop != "." or not words or len(words[-1]) != 1 or not words[-1].isupper():
        return False
    return words[-1] != "I" and (len(words) < 2 or words[-2][:1].isupper() or words[-2] == ".")


def _place(mark: Quoted, start: int, end: int) -> int:
    if start < mark.start or start >= mark.end:
        return OUTSIDE
    if mark.scare:
        return SCARE
    if end <= mark.inner_start:
        return OPENING
    return CLOSING if start >= mark.inner_end else INSIDE
