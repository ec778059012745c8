"""Words as search sees them: stems, stop words, and the other forms of numbers, peoples and acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

STOP_WORDS = frozenset(
    """a about above after again against all also am an and any are as at be because been before being
    below between both but by can could did do does doing down during each few for from further had has
    have having he her here hers him his how i if in into is it its itself just me more most my no nor
    not now of off on once only or other our out over own said same say says she should so some such
    than that the their them then there these they this those through to too under until up us very was we
    were what when where which while who whom why will with would you your""".split()
)
"""Words that carry too little to search for; negations matter to the judge, not to the search."""

_DEMONYMS = {
    "american": "united states", "australian": "australia", "austrian": "austria", "belgian": "belgium",
    "brazilian": "brazil", "british": "britain", "canadian": "canada", "chinese": "china",
    "danish": "denmark", "dutch": "netherlands", "egyptian": "egypt", "european": "europe",
    "finnish": "finland", "french": "france", "german": "germany", "greek": "greece", "indian": "india",
    "indonesian": "indonesia", "iranian": "iran", "iraqi": "iraq", "irish": "ireland",
    "israeli": "israel", "italian": "italy", "japanese": "japan", "mexican": "mexico",
    "norwegian": "norway", "pakistani": "pakistan", "palestinian": "palestine", "polish": "poland",
    "portuguese": "portugal", "russian": "russia", "scottish": "scotland", "spanish": "spain",
    "swedish": "sweden", "swiss": "switzerland", "syrian": "syria", "turkish": "turkey",
    "ukrainian": "ukraine", "venezuelan": "venezuela", "welsh": "wales",
}  # fmt: skip
_SAME = {
    "beijing": "china", "dprk": "north korea", "eu": "european union", "kremlin": "russia",
    "moscow": "russia", "nato": "north atlantic treaty organization", "prc": "china",
    "pyongyang": "north korea", "tehran": "iran", "uk": "united kingdom britain",
    "un": "united nations", "us": "united states", "usa": "united states",
    "washington": "united states", "who": "world health organization",
}  # fmt: skip
_NUMBER_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "third": "3", "second": "2", "first": "1",
}  # fmt: skip
_DIGITS = {digit: word for word, digit in _NUMBER_WORDS.items() if not word.endswith(("rd", "nd", "st"))}

_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9, "trillion": 12}
_FIGURE = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)"
    r"(?:[ -]?(thousand|million|billion|trillion|bn|[km])\b)?(?![\w])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W_]+")


def words(text: str) -> Iterator[tuple[str, str]]:
    """Each word of a text as ``(as written, lower case without dots and digit grouping)``."""
    for match in _WORD.finditer(text):
        written = match.group()
        plain = written.replace(",", "") if written[0].isdigit() else written.replace(".", "")
        yield written, plain.lower()


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]  # tantivy ships no types for its analyser
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return TextAnalyzerBuilder(Tokenizer.raw()).filter(Filter.stemmer("english")).build()


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The Snowball (English) stem of a lower-case word."""
    return str(_stemmer().analyze(word)[0]) if word.isalpha() and len(word) > 2 else word


def stems(text: str) -> list[str]:
    """Stems of all words of a text that are no stop words, in order; a capital acronym is never one."""
    return [
        stem(plain)
        for written, plain in words(text)
        if plain not in STOP_WORDS or (written.isupper() and len(plain) > 1)
    ]


def expansions(written: str, plain: str) -> list[str]:
    """Other words a source may use for the same thing: a country for its people, a numeral for its word."""
    if written[:1].isupper() and plain in _DEMONYMS:
        return _DEMONYMS[plain].split()
    if written[:1].isupper() and plain in _SAME and (written.isupper() or len(plain) > 3):
        return _SAME[plain].split()
    other = _NUMBER_WORDS.get(plain) or _DIGITS.get(plain)
    return [other] if other else []


def figures(text: str) -> frozenset[str]:
    """The telling figures of a text as plain digits: ``41200000`` for both "$41.2 million" and "41,200,000".

    Telling is what has a fraction, a scale or three digits, and is no year: who has it speaks of the same.
    """
    found = set()
    for match in _FIGURE.finditer(text):
        digits, scale = match[1].replace(",", ""), _SCALES.get((match[2] or "").lower(), 0)
        whole = scale == 0 and "." not in digits
        if whole and (len(digits) < 3 or _YEAR.fullmatch(match[1])):
            continue
        value = Decimal(digits).scaleb(scale)
        found.add(format(value.normalize(), "f"))
    return frozenset(found)
