"""Characters nobody sees, and letters that only look Latin: told and listed, never removed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from claimcheck.documents.model import Block, HiddenText, Locator

_TAGS = re.compile("[\U000e0020-\U000e007e]+")
_TURNED = re.compile("[\u202a\u202b\u202d\u202e\u2066-\u2068]([^\n\u202c\u2069]{1,2000})[\u202c\u2069]?")
_SPELLED = "tag characters (invisible letters)"
_TURNS = "direction of reading changed"
_MIXED = "lookalike letters of another alphabet"
IN_THE_TEXT = frozenset((_SPELLED, _TURNS, _MIXED))
"""Reasons of :func:`unseen_letters`: what they name stays in the reading text, as letters that differ."""
_LISTED = 200
"""So many stretches of a kind are listed."""

_KINDS = (
    (_SPELLED, re.compile("[\U000e0000-\U000e007f]")),
    ("zero-width characters", re.compile("[\u200b\u200c\u200d\u2060\u2061-\u2064\u180e\ufeff]")),
    ("bidirectional control characters", re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")),
    ("soft hyphens", re.compile("\u00ad")),
    ("control characters", re.compile("[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f]")),
)
_ANY = re.compile(
    "[\U000e0000-\U000e007f\u200b-\u200f\u2060-\u2064\u180e\ufeff\u202a-\u202e\u2066-\u2069\u061c\u00ad"
    "\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]"
)
_LOOKALIKE = re.compile("[\u0370-\u03ff\u0400-\u052f\u13a0-\u13ff\uff21-\uff5a]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z]")


def warnings_of_unseen(text: str) -> tuple[str, ...]:
    """One warning a kind, with count and first place (``line:column``, 1-based, in code points)."""
    if text.isascii() and _ANY.search(text) is None:
        return ()
    warnings = []
    for name, pattern in _KINDS if _ANY.search(text) else ():
        first = _first_of(pattern, text)
        if first is not None:
            at, count = first
            warnings.append(f"{count:,} {name}, first at {_place(text, at)}.")
    mixed = _mixed_words(text)
    if mixed:
        at, word = mixed[0]
        warnings.append(
            f"{len(mixed):,} word{'s' * (len(mixed) > 1)} with lookalike letters of another alphabet, "
            f"first {word!r} at {_place(text, at)}."
        )
    return tuple(warnings)


def unseen_letters(text: str, blocks: Sequence[Block]) -> tuple[HiddenText, ...]:
    """What invisible letters spell, what is shown in another order than it stands, and words with lookalike
    letters, each word once; every one with the place of the block it stands in.
    """
    if text.isascii():
        return ()
    starts = [block.start for block in blocks]

    def where(at: int) -> Locator | None:
        index = bisect_right(starts, at) - 1
        return (blocks[index].locator or Locator(paragraph=index + 1)) if index >= 0 else None

    words = {word: at for at, word in reversed(_mixed_words(text))}
    looking = sorted((at, word, _MIXED) for word, at in words.items())
    found = sorted([*_tagged(text), *_turned(text), *looking[:_LISTED]])
    return tuple(HiddenText(words, why, where(at)) for at, words, why in found)


def _tagged(text: str) -> Iterator[tuple[int, str, str]]:
    """The letters that runs of tag characters stand for."""
    for match in list(_TAGS.finditer(text))[:_LISTED]:
        if not _joins_emoji(text, match.start()):
            spelled = "".join(chr(ord(letter) - 0xE0000) for letter in match.group())
            if not spelled.isspace():
                yield match.start(), spelled, _SPELLED


def _turned(text: str) -> Iterator[tuple[int, str, str]]:
    """Latin letters and digits between marks that change the direction of reading."""
    for match in list(_TURNED.finditer(text))[:_LISTED]:
        if re.search("[A-Za-z0-9]", match[1]):
            yield match.start(), match[1], _TURNS


def _first_of(pattern: re.Pattern[str], text: str) -> tuple[int, int] | None:
    first, count = -1, 0
    for match in pattern.finditer(text):
        if _joins_emoji(text, match.start()):
            continue
        first = match.start() if first < 0 else first
        count += 1
    return (first, count) if count else None


def _joins_emoji(text: str, at: int) -> bool:
    """A zero-width joiner between pictures, or a tag behind a flag, is seen: it makes one picture of
    several.
    """
    behind = text[max(at - 2, 0) : at]
    if text[at] == "\u200d":
        return any(ord(character) > 0x2190 for character in behind)
    return "\U000e0020" <= text[at] <= "\U000e007f" and "\U0001f3f4" in text[max(at - 8, 0) : at]


def _mixed_words(text: str) -> list[tuple[int, str]]:
    """Words that hold Latin letters and letters of an alphabet with the same shapes."""
    found: list[tuple[int, str]] = []
    last = -1
    for match in _LOOKALIKE.finditer(text):
        if match.start() < last:
            continue
        start = match.start()
        while start > max(last, match.start() - 64, 0) and text[start - 1].isalpha():
            start -= 1
        word = _WORD.match(text, start, start + 128)
        if word is None:
            continue
        last = word.end()
        if _LATIN.search(word.group()) and word.group() not in ("μm", "μg", "μs"):
            found.append((start, word.group()))
    return found


def _place(text: str, at: int) -> str:
    return f"{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}"
