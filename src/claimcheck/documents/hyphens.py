"""Words that a hard-wrapped text breaks with a hyphen at the end of a line: put together again, or kept.

A broken word is joined, and a compound keeps its hyphen, by the first of these that tells:

1. A soft hyphen only ever breaks a word. Before a capital, after a figure and in a chain ("state-of-the-")
   the hyphen stays.
2. What the text itself writes elsewhere within a line, with the hyphen or without: the more frequent of both.
3. A word list (that of pyspellchecker): without the hyphen where that is a word; with it where both halves
   are words and the whole is none, or the first is the article of an Arabic name ("al-"); else without.

The line break moves behind the word, or before it where the word ends its line, so that the text keeps its
lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache

_HYPHENS = "-\u2010\u00ad"
_SOFT = "\u00ad"
_BROKEN = re.compile(
    rf"(?<!\S)(?P<lead>[^\s\w]{{0,3}})(?P<left>(?:[\w'’]+[-\u2010])*\w+)(?P<sign>[{_HYPHENS}])[ \t]*\n"
    r"(?P<indent>[ \t]*)(?P<right>[^\W\d_][\w'’]*)(?P<tail>[^\s]*)(?P<gap>[ \t]*)(?P<end>\n|\Z)?"
)
_AT_AN_END = re.compile(rf"[{_HYPHENS}][ \t]*\n")
_WORDS = re.compile(r"[^\W\d_][\w'’]*(?:[-\u2010][\w'’]+)*")
_ARTICLES = frozenset({"al", "el", "ul"})


def joined_lines(text: str) -> str:
    """``text`` with each word that a line's end broke whole again; linear in its length."""
    if not _AT_AN_END.search(text) or not _BROKEN.search(text):
        return text
    counts = Counter(word.casefold().replace("\u2010", "-") for word in _WORDS.findall(text))
    return _BROKEN.sub(lambda match: _mended(match, counts), text)


def _mended(match: re.Match[str], counts: Mapping[str, int]) -> str:
    sign = "" if _breaks_a_word(match, counts) else match["sign"]
    word = f"{match['lead']}{match['left']}{sign}{match['right']}{match['tail']}"
    if match["end"] is None:
        return f"{word}\n{match['indent']}"
    if not match.start() or match.string[match.start() - 1] == "\n":
        return word + match["end"]
    # No empty line may stay behind the word, for that would end the paragraph.
    return f"\n{match['indent']}{word}{match['end']}"


def _breaks_a_word(match: re.Match[str], counts: Mapping[str, int]) -> bool:
    left, right = match["left"], match["right"]
    if match["sign"] == _SOFT:
        return True
    shouted = left.isupper() and right.isupper() and len(left) > 1
    if (right[0].isupper() and not shouted) or not left[-1].isalpha() or "-" in left or "\u2010" in left:
        return False
    left, right = left.casefold(), right.casefold().removesuffix("'s").removesuffix("’s")
    if match["tail"].startswith(("-", "\u2010")):
        return False
    with_it, without = counts[f"{left}-{right}"], counts[f"{left}{right}"]
    if with_it or without:
        return without > with_it
    return not is_compound(left, right)


def is_compound(left: str, right: str) -> bool:
    """Whether two halves, in small letters, are by the word list a compound and no broken word."""
    known = known_words()
    return not known(f"{left}{right}") and (left in _ARTICLES or (known(left) and known(right)))


@cache
def known_words() -> Callable[[str], bool]:
    """Whether a word, in small letters, is an English one."""
    from spellchecker import SpellChecker

    return SpellChecker(language="en", distance=1).word_frequency.dictionary.__contains__
