"""Whether unequal words, or groups of words, are the same under newsroom style or a scanning slip."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.evidence.quotations.figures import CURRENCIES
from claimcheck.evidence.quotations.spelling import scanned_alike, spelled_out_alike

_CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
_MONTH = re.compile(r"month\d+")
_ENDING_READINGS = {"'s": frozenset(("is", "has")), "'d": frozenset(("would", "had"))}
_REAL_WHEN_JOINED = frozenset(
    "maybe nowhere nobody nothing none apart notable altogether already away around along across "
    "amoral inactive resign reform recover recreate resent repress asleep alive atone unable "
    "disable illegal impossible".split()
)
_TURNING_STARTS = frozenset("in un im il ir dis non a no not mis anti de".split())


def same_word(printed: str, source: str, printed_plain: str, source_plain: str) -> bool:
    """Whether two words are one: a contraction, a scanning slip, an umlaut spelled out."""
    for one, other in ((printed, source), (source, printed)):
        if other in _ENDING_READINGS.get(one, ()):
            return True
    if _CLOCK.fullmatch(printed_plain) and _CLOCK.fullmatch(source_plain):
        return printed_plain.replace(".", ":") == source_plain.replace(".", ":")
    if {printed, source} == {"i", "#1"}:
        return True  # what a scanner made of "I"; nobody says one for the other
    if printed[0] in "#~@/" or source[0] in "#~@/":
        return _digits_scanned(printed, source_plain) or _digits_scanned(source, printed_plain)
    if _MONTH.fullmatch(printed) and _MONTH.fullmatch(source):
        return False
    if spelled_out_alike(printed_plain, source_plain) or scanned_alike(printed, source):
        return True
    return scanned_alike(printed_plain, source_plain)


def _digits_scanned(number: str, other: str) -> bool:
    """ "2O24" for 2024: letters where digits belong, and the digits the same."""
    if number[0] != "#" or other.isdecimal() or not any(character.isdigit() for character in other):
        return False
    return other.translate(_LETTERS_AS_DIGITS) == number[1:]


_LETTERS_AS_DIGITS = str.maketrans({"o": "0", "l": "1", "i": "1", "|": "1", ",": None})


def same_group(printed: Sequence[str], source: Sequence[str], hyphenated: bool) -> bool:
    """Whether two groups of words are one: joined, or a sign on the other side of its figure.

    Args:
        hyphenated: whether hyphens (or a line's end), not spaces, divide the words that are apart.
    """
    if not printed or not source:
        return False
    if "".join(printed) == "".join(source):
        return _may_join(printed, source, hyphenated)
    if len(printed) + len(source) > 8:
        return False
    return _money(printed) == _money(source) and any(key in CURRENCIES for key in printed)


def _may_join(printed: Sequence[str], source: Sequence[str], hyphenated: bool) -> bool:
    if any(key[0] in "#~@/" for key in (*printed, *source)):
        return False
    apart = printed if len(printed) > len(source) else source
    joined = "".join(apart)
    if joined in _REAL_WHEN_JOINED:
        return False
    return hyphenated or apart[0] not in _TURNING_STARTS


def _money(keys: Sequence[str]) -> list[str]:
    return sorted(keys)


def thousands_alike(printed: Sequence[str], source: Sequence[str]) -> bool:
    """ "5 300" beside "5300": figures grouped by spaces, the last with its "million" read in."""
    for grouped, whole in ((printed, source), (source, printed)):
        if (
            len(whole) == 1
            and len(grouped) > 1
            and whole[0][:1] == "#"
            and all(key[:1] == "#" for key in grouped)
        ):
            digits = [key[1:] for key in grouped]
            groups = [*digits[1:-1], digits[-1][:3]]
            scaled = not digits[-1][3:].strip("0")
            if scaled and all(len(part) == 3 for part in groups) and "".join(digits) == whole[0][1:]:
                return True
    return False


def short_million(printed: Sequence[str], source: Sequence[str]) -> bool:
    """ "5m" beside "5 million" (or "5 metres"), where no currency told which was meant."""
    for short, long in ((printed, source), (source, printed)):
        if len(short) == 2 and short[1] in _SHORT and short[0][:1] == "#":
            scale, unit = _SHORT[short[1]]
            if list(long) == [f"{short[0]}{'0' * scale}"] and "." not in short[0]:
                return True
            if len(long) == 2 and long[0] == short[0] and long[1] in unit:
                return True
    return False


_SHORT = {
    "m": (6, frozenset(("meter", "meters"))),
    "b": (9, frozenset(("bytes",))),
    "t": (12, frozenset(("tonnes", "tonne"))),
    "k": (3, frozenset()),
}
