"""Words of a text with their place in it, normalised so that only what a reader would call different differs.

The map from normalised to original text is kept per word: word ``i`` of :class:`Words` stands at
``[starts[i], ends[i])`` (code points) in the original, whatever was folded away inside it. Everything
here takes time and memory linear in the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d"
    "\u0a81-\u0acd\u0b01-\u0b4d\u0b82-\u0bcd\u0c00-\u0c4d\u0c81-\u0ccd\u0d00-\u0d4d\u1dc0-\u1dff"
    "\u20d0-\u20f0"
)
_HIDDEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    "\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e01ef"
)
_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u3005\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_LETTER = f"[^\\W_{_SPACELESS}]"
_IN_WORD = f"(?:[^\\W_{_SPACELESS}]|[{_MARKS}{_HIDDEN}])"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"
    rf"|{_LETTER}{_IN_WORD}*(?:(?:['’ʼ＇](?={_LETTER})|(?<=\d)[.,:](?=\d)|(?<=\d)[\u00a0\u202f\u2009](?=\d{{3}}(?!\d))"
    rf"|(?<=[^\W\d_])[-\u2010\u00ad\u2011][ \t]*\n[ \t]*(?=[^\W\d_A-Z])){_IN_WORD}+)*"
    rf"|[{_SPACELESS}][{_MARKS}]*"
    r"|[%‰$£€¥₹°&]|(?<![\w)\]])[-−](?=\d)"
)
"""A word, a number with its separators, a character of a script without spaces, or a sign with a meaning.

A word broken by a hyphen at the end of a line is one word."""

_BREAK = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad\u2011][ \t]*\n[ \t]*(?=[^\W\d_A-Z])")
_HIDDEN_CHARACTER = re.compile(f"[{_HIDDEN}]")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LETTERS_WITHOUT_PARTS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t"}
)
_LOOKALIKES = str.maketrans(
    dict(zip("аеорсухіјѕһԁԛԝӏьαονρτυικӀԍ", "aeopcyxijshdqwlbaovptuiklg", strict=True))
    | dict(zip("АВЕКМНОРСТХУІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abekmhopctxyijsabezhikmnoptyx", strict=True))
)
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z]")
_FOOTNOTE = re.compile(r"(?<=[^\W\d_]{3})[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+$")
_STYLED = re.compile("[\U0001d400-\U0001d7ff\uff01-\uff5e\u2460-\u24ff]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order; ``plain`` differs where readers see a difference, case and accents apart.

    Attributes:
        plain: each word in NFKC, case-folded, straight apostrophes, hidden characters and line-break
            hyphens gone; accents kept.
        bare: the same without accents, and lookalike letters of other scripts turned into Latin ones.
        starts, ends: half-open span of each word in ``text``, in code points.
        odd: indices of words that hold hidden or lookalike characters, with what they hold.
    """

    text: str
    plain: tuple[str, ...]
    bare: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    odd: dict[int, str]


def words_of(text: str) -> Words:
    """Split ``text`` into words with their spans (code points), normalised; linear in ``len(text)``."""
    memo: dict[str, tuple[str, str, str]] = {}
    plain: list[str] = []
    bare: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    odd: dict[int, str] = {}
    latin = _mostly_latin(text)
    for match in _WORD.finditer(text):
        raw = match[0]
        known = memo.get(raw)
        if known is None:
            known = memo[raw] = _normal_forms(raw, latin)
        if known[2]:
            odd[len(plain)] = known[2]
        plain.append(known[0])
        bare.append(known[1])
        starts.append(match.start())
        ends.append(match.end())
    return Words(text, tuple(plain), tuple(bare), tuple(starts), tuple(ends), odd)


def hidden_characters(text: str) -> tuple[str, ...]:
    """Names of the invisible and direction-changing characters in ``text``, each once, in order."""
    found = dict.fromkeys(_HIDDEN_CHARACTER.findall(text))
    return tuple(_name(character) for character in found)


def first_hidden(text: str, start: int, end: int) -> int | None:
    """Where the first invisible or direction-changing character stands in ``text[start:end]``, or None."""
    match = _HIDDEN_CHARACTER.search(text, start, end)
    return match.start() if match else None


def changes_direction(text: str) -> bool:
    """Whether ``text`` holds an override that makes it read otherwise than it is stored (U+202D, U+202E)."""
    return "\u202d" in text or "\u202e" in text


def without_note_marks(word: str) -> str:
    """``word`` without the raised figures of a footnote at its end."""
    return _FOOTNOTE.sub("", word)


def has_direction_marks(text: str) -> bool:
    """Whether ``text`` holds any bidirectional formatting character."""
    return any(character in _BIDI for character in text)


def without_hidden(text: str) -> str:
    """``text`` without invisible and direction-changing characters."""
    return _HIDDEN_CHARACTER.sub("", text)


def without_accents(word: str) -> str:
    """``word`` with accents taken off Latin letters; in other scripts marks are letters and stay."""
    if word.isascii():
        return word
    kept: list[str] = []
    for character in unicodedata.normalize("NFD", word):
        if "\u0300" <= character <= "\u036f" and kept and (kept[-1].isascii() or kept[-1] in "øæœłđ"):
            continue
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_LETTERS_WITHOUT_PARTS)


def _mostly_latin(text: str) -> bool:
    head = text[:20_000]
    return len(_LATIN.findall(head)) >= len(_FOREIGN.findall(head))


def _normal_forms(raw: str, latin: bool) -> tuple[str, str, str]:
    if raw.isascii() and raw.isprintable():
        folded = raw.lower()
        return folded, folded, ""
    joined = _BREAK.sub("", raw)
    seen = without_note_marks(without_hidden(joined))
    note = (
        ", ".join(hidden_characters(joined)) if _HIDDEN_CHARACTER.search(joined) and _matters(joined) else ""
    )
    plain = (
        unicodedata.normalize("NFKC", seen).casefold().replace("’", "'").replace("ʼ", "'").replace("＇", "'")
    )
    bare = without_accents(plain)
    if _FOREIGN.search(seen) and _poses_as_latin(seen, latin):
        bare = without_accents(seen.translate(_LOOKALIKES).casefold())
        note = note or "letters of another script that look alike"
    elif _STYLED.search(seen):
        note = note or "characters that only look like letters"
    return plain, bare, note


def _poses_as_latin(word: str, latin: bool) -> bool:
    return bool(_LATIN.search(word)) or (latin and not _FOREIGN.search(word.translate(_LOOKALIKES)))


def _matters(raw: str) -> bool:
    """Joiners inside words of scripts that spell with them are no trick."""
    scripts_with_joiners = any("\u0600" <= c <= "\u06ff" or "\u0900" <= c <= "\u0dff" for c in raw)
    return not (scripts_with_joiners and not set(_HIDDEN_CHARACTER.findall(raw)) - {"\u200c", "\u200d"})


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'UNNAMED').lower()}"
