"""Numbers, dates and signs as canonical keys, so that "$5m", "five million dollars" and "5,000,000" compare.

A key that begins with ``#`` is a number, ``~`` an ordinal, ``@`` a day of a month, ``/`` a fraction.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * (place + 2)
    for place, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "t": 10**12}
_ORDINALS = {
    word: value + 1
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100, "thousandth": 1000}
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4}
_PARTS |= {"fifths": 5, "sixths": 6, "sevenths": 7, "eighths": 8, "ninths": 9, "tenths": 10}
MONTHS = {
    name: month + 1
    for month, names in enumerate(
        "january,jan february,feb march,mar april,apr may june,jun july,jul august,aug "
        "september,sept,sep october,oct november,nov december,dec".split()
    )
    for name in names.split(",")
}
WEEKDAYS = {
    name: names.split(",")[0]
    for names in "monday,mon tuesday,tue,tues wednesday,wed thursday,thu,thurs friday,fri saturday,sat "
    "sunday,sun".split()
    for name in names.split(",")
}
RELATIVE_DAYS = frozenset("today tomorrow yesterday tonight".split())
SIGNS = {"%": "percent", "‰": "permille", "$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee"}
SIGNS |= {"°": "degree", "&": "and", "-": "minus", "−": "minus"}
CURRENCIES = frozenset(("dollar", "pound", "euro", "yen", "rupee"))

_NUMERAL = re.compile(
    r"(\d[\d.,: \u00a0\u202f\u2009]*)(st|nd|rd|th|k|m|mn|bn|b|tn|t|am|pm|kg|km|cm|mm|mg|mph|mw|gw|kwh)?"
)
_THOUSANDS_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_THOUSANDS_DOT = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_THIN_SPACE = re.compile("[ \u00a0\u202f\u2009]")
_COMMA_LANGUAGES = frozenset("de fr es it pt nl da sv nb no fi pl cs ru uk tr el ro hu".split())
_MIXED_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}


def numeral_keys(word: str, language: str, *, money: bool = False) -> tuple[str, ...] | None:
    """Keys of a word written with digits, or None ("5m" is a number only after a currency)."""
    if word[-1] in _MIXED_FRACTIONS and (word[:-1].isdigit() or len(word) == 1):
        return ("#" + _plain(Decimal(word[:-1] or "0") + Decimal(_MIXED_FRACTIONS[word[-1]])),)
    match = _NUMERAL.fullmatch(word)
    if match is None:
        return None
    value = _value(match[1], language)
    suffix = match[2]
    if value is None:
        return (f"#{match[1]}", suffix) if suffix else (f"#{match[1]}",)
    if suffix in ("st", "nd", "rd", "th"):
        return (f"~{_plain(value)}",)
    if suffix in _SUFFIXES and (money or suffix in ("bn", "tn", "mn", "k")):
        return (f"#{_plain(value * _SUFFIXES[suffix])}",)
    return (f"#{_plain(value)}", suffix) if suffix else (f"#{_plain(value)}",)


def _value(digits: str, language: str) -> Decimal | None:
    digits = _THIN_SPACE.sub("", digits)
    if len(digits) > 40 or ":" in digits or (len(digits) > 1 and digits[0] == "0" and digits[1].isdigit()):
        return None
    comma_language = language[:2] in _COMMA_LANGUAGES
    if _THOUSANDS_COMMA.fullmatch(digits) and not (
        comma_language and digits.count(",") == 1 and "." not in digits
    ):
        digits = digits.replace(",", "")
    elif _THOUSANDS_DOT.fullmatch(digits) and (comma_language or digits.count(".") > 1 or "," in digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif digits.count(",") == 1 and "." not in digits:
        digits = digits.replace(",", ".")
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def number_word(word: str) -> bool:
    """Whether ``word`` can be part of a number in words."""
    return word in _UNITS or word in _TENS or word in _SCALES


def ordinal_value(word: str) -> int | None:
    """1 for "first", 20 for "twentieth"; None for any other word."""
    return _ORDINALS.get(word)


def part_value(word: str) -> int | None:
    """3 for "thirds", 2 for "half"; None for any other word."""
    return _PARTS.get(word)


def read_number(keys: list[str], at: int) -> tuple[str, int] | None:
    """Read the longest number that begins at ``at``: its key and the index after it, or None.

    Reads digits with a scale ("2.5 million"), numbers in words ("one hundred and five", "a million",
    "two and a half million") and ordinals in words ("twenty-first").
    """
    total = group = Decimal(0)
    index, seen = at, False
    limit = min(len(keys), at + 24)
    kind = ""
    while index < limit:
        word = keys[index]
        step = _small(word, kind)
        if step is not None:
            if seen and not _may_follow(word, keys[index - 1]):
                break
            group, kind, seen = group + step, ("digits" if word[0] == "#" else word), True
        elif word in _SCALES and (seen or (index > at and keys[index - 1] == "a")):
            group, total = _scale(total, group if seen else Decimal(1), _SCALES[word])
            kind, seen = word, True
        elif word == "and" and seen and index + 1 < limit and _continues(keys, index):
            pass
        elif word in _ORDINALS and seen and _ORDINALS[word] < 10 and keys[index - 1] in _TENS:
            return f"~{_plain(total + group + _ORDINALS[word])}", index + 1
        elif word == "a" and index == at and index + 1 < limit and keys[index + 1] in _SCALES:
            pass
        elif word == "and" and seen and keys[index + 1 : index + 3] == ["a", "half"]:
            group, index = group + Decimal("0.5"), index + 2
        else:
            break
        index += 1
    return (f"#{_plain(total + group)}", index) if seen else None


def _small(word: str, kind: str) -> Decimal | None:
    if word[0] == "#":
        if kind or (word[1:2] == "0" and word[2:3].isdigit()):
            return None
        try:
            return Decimal(word[1:])
        except InvalidOperation:
            return None
    small = _UNITS.get(word, _TENS.get(word))
    return Decimal(small) if small is not None else None


def _may_follow(word: str, previous: str) -> bool:
    if previous in _TENS:
        return 0 < _UNITS.get(word, 0) < 10
    return previous in _SCALES or previous == "and"


def _continues(keys: list[str], index: int) -> bool:
    following = keys[index + 1]
    return keys[index - 1] in ("hundred", "thousand", "million") and (
        following in _UNITS or following in _TENS
    )


def _scale(total: Decimal, group: Decimal, scale: int) -> tuple[Decimal, Decimal]:
    """Apply a scale word: "hundred" multiplies the running group, the larger ones close it."""
    if scale == 100:
        return group * 100, total
    return Decimal(0), total + group * scale
