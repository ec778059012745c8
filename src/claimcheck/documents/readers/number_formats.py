"""Numbers as a workbook's number formats show them, as far as that changes what a reader reads."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Context, Decimal

_SECTION = re.compile(r"(?:\"[^\"]*\"|\\.|[^;\"\\])+")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)\]")
_QUOTED = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]|_.|\*.")
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.([#0?]*))?,*")
_SPELLED = re.compile(r"\"([^\"]*)\"|\\(.)|\[[^\]]*\]|_.|\*.|[^\"\\]")
_SCALES = re.compile(
    r"[ \u00a0]?(?:(?:k|m|mn|mln|mio|bn|b|tn|thousand|million|billion|trillion|per ?cent)\b\.?|%)", re.I
)
"""Words that say how large a number is."""
_DIGITS_KEPT = 15
"""Digits that a spreadsheet keeps of a number; it rounds what is left of them, halves upwards."""
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)


def shown_number(value: int | float, number_format: str) -> str:
    """A number as a format shows it: rounded, in per cent, in thousands or millions, with its currency.

    Of the words that a format adds those are kept that say how large the number is ("m", "million", "%").
    A negative number has a minus, whatever the format sets in its place.
    """
    section = _section(value, number_format)
    marks = _QUOTED.sub("", section)
    digits = _DIGITS.search(marks)
    if digits is None or not math.isfinite(value) or "/" in marks or "E" in marks.upper():
        return _general(value)
    places = digits[1] or ""
    scale = len(digits[0]) - len(digits[0].rstrip(","))
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS_KEPT}g}")
    amount = exact.scaleb(2 * ("%" in marks) - 3 * scale, _WIDE)
    rounded = amount.quantize(Decimal(1).scaleb(-min(len(places), 30)), context=_WIDE)
    shown = f"{rounded:{',' if ',' in digits[0].rstrip(',') else ''}f}"
    for optional in reversed(places):
        if optional == "0" or not shown.endswith("0"):
            break
        shown = shown[:-1]
    currency = next((sign for sign in "$€£¥" if sign in number_format.replace("[$", "[")), "")
    sign = "-" if rounded < 0 else ""
    tail = "%" if "%" in marks else _size(section)
    return f"{sign}{currency}{shown.lstrip('-').rstrip('.' if places else '')}{tail}"


def _section(value: int | float, number_format: str) -> str:
    """The part of a format that holds for a number: by its condition, if it has any, or the first."""
    sections = _SECTION.findall(number_format) or ["General"]
    for section in sections:
        condition = _CONDITION.search(section)
        if condition is None or _holds(value, condition[1], float(condition[2])):
            return str(section)
    return str(sections[-1])


def _holds(value: int | float, sign: str, border: float) -> bool:
    if value == border:
        return sign in ("=", "<=", ">=")
    return sign == "<>" or sign[0] == ("<" if value < border else ">")


def _size(section: str) -> str:
    """What a format says behind the digits of how large the number is."""
    words, begun = "", False
    for match in _SPELLED.finditer(section):
        begun = begun or match.group() in "#0?"
        if begun:
            words += match[1] or match[2] or (" " if match.group() == " " else "")
    found = _SCALES.match(words)
    return found.group() if found else ""


def _general(value: int | float) -> str:
    """As a sheet shows a number without format: at most eleven digits, no trailing zeros."""
    if isinstance(value, int):
        return str(value)
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.11g}"
