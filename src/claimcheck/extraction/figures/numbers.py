"""Numbers, in digits or in words, as the text states them, without unit or context."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from claimcheck.extraction.figures.lexicon import (
    DENOMINATORS,
    GLYPHS,
    LETTER_SCALES,
    ONES,
    SCALES,
    SHORT_SCALES,
    TENS,
    VAGUE,
    VAGUE_TENS,
)
from claimcheck.extraction.figures.nouns import is_plural
from claimcheck.extraction.figures.tokens import END, Tokens

_HYPHENS = ("-", "‑", "–")
_MAX = 1e30
_DIGIT_WORDS = {word: value for word, value in ONES.items() if value < 10} | {"oh": 0, "nought": 0}
_RACES = frozenset(
    {"hurdles", "sprints", "races", "finals", "heats", "runners", "champions", "records", "times"}
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the tokens it took.

    Attributes:
        stop: index of the token after it.
        step: size of the last digit written.
        scaled: whether a scale word ("million") took part.
        plain: the value before scale, for ranges that share one ("3 to 5 million").
    """

    low: float
    high: float
    step: float
    stop: int
    form: Literal["digits", "words", "fraction", "vague"] = "digits"
    scaled: bool = False
    plain: float = 0.0
    scale: float = 1.0


def numeral_value(text: str, *, comma_decimal: bool = False) -> tuple[float, float] | None:
    """Value and last-digit size of "1,234.5", "5,00,000" (Indian grouping) or, if told, "1,5".

    None for what is no single number: versions ("3.11.2"), lists ("1,2,3"), endless digits.
    """
    if len(text) > 32:
        return None
    whole, dot, decimals = text.partition(".")
    if "." in decimals or "," in decimals:
        groups = text.split(".")
        if "," in text or len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:]):
            return None
        return float("".join(groups)), 1.0
    groups = whole.split(",")
    if len(groups) > 1:
        western = all(len(group) == 3 for group in groups[1:])
        indian = len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[1:-1])
        if comma_decimal and not dot and len(groups) == 2 and len(groups[1]) in (1, 2):
            return float(".".join(groups)), 10.0 ** -len(groups[1])
        if not (western or indian) or not 1 <= len(groups[0]) <= 3:
            return None
    value = float("".join(groups) + (f".{decimals}" if dot else ""))
    return value, 10.0 ** -len(decimals)


def _scale_at(tokens: Tokens, index: int, money: bool) -> tuple[float, int]:
    """The scale words at a place: their product and the index after them."""
    product, at = 1.0, index
    while True:
        token, skip = tokens[at], 0
        if token.text in _HYPHENS and token.glued and tokens[at + 1].glued:
            token, skip = tokens[at + 1], 1
        if token.lower in SCALES:
            product *= SCALES[token.lower]
        elif token.lower in SHORT_SCALES and (token.glued or len(token.lower) > 1):
            product *= SHORT_SCALES[token.lower]
        elif token.glued and token.text in LETTER_SCALES and not skip and (money or token.text.isupper()):
            product *= LETTER_SCALES[token.text]
        elif token.lower == "dozen":
            product *= 12
        else:
            return product, at
        at += 1 + skip
        if product > _MAX:
            return 1.0, index


def _digits(tokens: Tokens, index: int, money: bool) -> Number | None:
    token = tokens[index]
    following = tokens[index + 1].lower
    comma = following in SCALES or following in SHORT_SCALES or following in ("%", "percent", "per")
    value = numeral_value(token.text, comma_decimal=comma)
    if value is None:
        return None
    amount, step, at = *value, index + 1
    extra = _small_fraction(tokens, at)
    if extra is not None and step == 1.0:
        amount, step, at = amount + extra[0], 0.0, extra[1]
    else:
        part = _and_part(tokens, at)
        if part is not None:
            amount, step, at = amount + part[0], 0.0, part[1]
    scale, stop = _scale_at(tokens, at, money or _millions(tokens, at))
    scaled = amount * scale
    return Number(scaled, scaled, step * scale, stop, "digits", scale != 1.0, amount, scale)


def _and_part(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """ "and a half", "-and-a-half", "and three-quarters": its value and the token after it."""
    words = tokens.lowers(at, at + 6)
    if words[:3] == ["and", "a", "half"]:
        return 0.5, at + 3
    if words == ["-", "and", "-", "a", "-", "half"]:
        return 0.5, at + 6
    if words[:3] == ["and", "a", "quarter"]:
        return (0.25, at + 3) if words[3:4] != ["of"] else None
    if words[:1] != ["and"] or len(words) < 3 or words[1] not in ("two", "three"):
        return None
    after = at + 3 if words[2] in _HYPHENS else at + 2
    part = {"three quarter": 0.75, "two third": 2 / 3}.get(
        f"{words[1]} {tokens[after].lower.removesuffix('s')}"
    )
    return (part, after + 1) if part and tokens[after + 1].lower != "of" else None


def _decimals(tokens: Tokens, at: int) -> tuple[float, int, int] | None:
    """The "point five" of "four point five": its value, how many digits, the token after it."""
    if tokens[at].lower != "point":
        return None
    value, digits, after = 0.0, 0, at + 1
    while digits < 6 and _DIGIT_WORDS.get(tokens[after].lower) is not None:
        digits += 1
        value += float(_DIGIT_WORDS[tokens[after].lower]) * 10.0**-digits
        after += 1
    if not digits or (tokens[after].text in _HYPHENS and tokens[after + 1].lower not in SCALES):
        return None
    aside = tokens[at - 2].lower == "at" and tokens[at - 1].lower == "one"
    if aside and not (tokens[after].lower in SCALES or tokens[after].lower in ("per", "percent", "times")):
        return None  # "at one point two men came in"
    return round(value, digits), digits, after


def _millions(tokens: Tokens, at: int) -> bool:
    """Whether the "m" after the digits counts ("2.3m hectares") and does not measure ("300m long")."""
    noun = tokens[at + 1].lower
    return tokens[at].text == "m" and tokens[at].glued and is_plural(noun) and noun not in _RACES


def _small_fraction(tokens: Tokens, at: int) -> tuple[float, int] | None:
    """The 1/2 of "3 1/2" or the ½ of "3½"."""
    if tokens[at].text in GLYPHS and tokens[at] is not END:
        return GLYPHS[tokens[at].text], at + 1
    top, slash, bottom = tokens[at], tokens[at + 1], tokens[at + 2]
    glued = slash.text == "/" and slash.glued and bottom.glued and not top.glued
    if not (glued and top.numeral and bottom.numeral and len(top.text) == 1):
        return None
    if bottom.text in ("2", "3", "4", "8", "16") and int(top.text) < int(bottom.text):
        return int(top.text) / int(bottom.text), at + 3
    return None


def _below_hundred(tokens: Tokens, at: int) -> tuple[int, int] | None:
    word = tokens[at].lower
    if word in ONES:
        return ONES[word], at + 1
    if word == "nought" and tokens[at + 1].lower == "point":
        return 0, at + 1
    if word not in TENS:
        return None
    after = at + 2 if tokens[at + 1].text in _HYPHENS and tokens[at + 2].glued else at + 1
    unit = ONES.get(tokens[after].lower, 0)
    if 1 <= unit <= 9:
        return TENS[word] + unit, after + 1
    return TENS[word], at + 1


def _words(tokens: Tokens, index: int, joins: bool) -> Number | None:
    """Number words by the usual grammar: below-hundreds, times hundred, times larger scales, summed."""
    total, group, at, scaled, smallest = 0.0, 0.0, index, False, 1.0
    if tokens[at].lower in ("a", "an") and tokens[at + 1].lower in (*SCALES, "dozen"):
        group, at = 1.0, at + 1
    else:
        first = _below_hundred(tokens, at)
        if first is None:
            return None
        group, at = float(first[0]), first[1]
    limit = float("inf")
    while at < index + 24:
        part = _and_part(tokens, at)
        if part is not None:
            if scaled and not group:
                total += part[0] * limit
            else:
                group += part[0]
            at, smallest = part[1], 0.0
            continue
        decimals = _decimals(tokens, at) if smallest == 1.0 and tokens[at - 1].lower not in SCALES else None
        if decimals is not None:
            group, smallest, at = group + decimals[0], 10.0 ** -decimals[1], decimals[2]
            continue
        skip = int(tokens[at].text in _HYPHENS and tokens[at + 1].lower in SCALES and tokens[at + 1].glued)
        word = tokens[at + skip].lower
        if word == "hundred" and group < 100:
            group, at, scaled = group * 100, at + 1 + skip, True
        elif word in SCALES and word != "hundred" and SCALES[word] < limit:
            limit = SCALES[word]
            total, group, at, scaled = total + group * limit, 0.0, at + 1 + skip, True
        elif word == "dozen":
            return Number(group * 12, group * 12, 12, at + 1, "words", True, group, 12)
        else:
            more = _continued(tokens, at, group, limit, joins) if scaled else None
            if more is None:
                break
            group, at = group + more[0], more[1]
    value = total + group
    exact = smallest if not scaled else (0.0 if not smallest else _word_step(value))
    plain = value / limit if limit < float("inf") and not value % limit else value
    return Number(value, value, exact, at, "words", scaled, plain, value / plain if plain else 1.0)


def _continued(tokens: Tokens, at: int, group: float, limit: float, joins: bool) -> tuple[float, int] | None:
    """The "(and) five" of "one hundred and five": smaller than the last scale, and not a scale's own
    count."""
    after = at + 1 if tokens[at].lower == "and" and joins else at
    more = _below_hundred(tokens, after)
    if more is None or (group and group % 100):
        return None
    if after != at and tokens[more[1]].lower in SCALES and SCALES[tokens[more[1]].lower] >= limit:
        return None
    if after != at and tokens[more[1]].lower == "hundred" and group:
        return None
    return float(more[0]), more[1]


def _word_step(value: float) -> float:
    """Scale words are written whole: the step is the largest power of ten below a million million that
    divides."""
    step = 1.0
    while step < 1e12 and value and value % (step * 10) == 0:
        step *= 10
    return step


def _vague(tokens: Tokens, index: int) -> Number | None:
    word = tokens[index].lower
    second = tokens[index + 2].lower
    if word in VAGUE_TENS and tokens[index + 1].lower == "of" and second in VAGUE:
        factor, (low, _) = VAGUE_TENS[word], VAGUE[second]
        return Number(low * factor, low * factor * 10 - 1, 0.0, index + 3, "vague", True)
    if word in VAGUE:
        low, high = VAGUE[word]
        return Number(low, high, 0.0, index + 1, "vague", True)
    if tokens.lowers(index, index + 3) == ["a", "score", "of"]:
        return Number(20, 20, 0.0, index + 2, "words", True)
    few = {"several": (3, 9), "few": (2, 9), "couple": (2, 2)}.get(word)
    if few is None:
        return None
    at = index + 2 if word == "couple" and tokens[index + 1].lower == "of" else index + 1
    scale, stop = _scale_at(tokens, at, False)
    if stop == at and word != "couple":
        return None
    return Number(few[0] * scale, few[1] * scale, 0.0, stop, "vague", scale > 1)


def _half(tokens: Tokens, index: int) -> Number | None:
    """ "half a million", "half a dozen", "a quarter of a million", "three-quarters of a million"."""
    words = tokens.lowers(index, index + 6)
    start = 1 if words[:1] in (["a"], ["one"]) else 0
    share = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}.get(words[start] if len(words) > start else "")
    parts = fraction_at(tokens, index) if share is None and words[:1] in (["two"], ["three"]) else None
    if parts is not None:
        share = parts.low
    if share is None:
        return None
    at = parts.stop if parts is not None else index + start + 1
    if (tokens[at].text in _HYPHENS and tokens[at + 1].glued) or tokens[at].lower == "of":
        at += 1
    if tokens[at].lower in ("a", "an"):
        at += 1
    scale, stop = _scale_at(tokens, at, False)
    if stop == at or scale < 12:
        return None
    return Number(share * scale, share * scale, 0.0, stop, "words", True, share, scale)


def fraction_at(tokens: Tokens, index: int) -> Number | None:
    """ "two-thirds", "a quarter", "three quarters", "2/3", "½": a share by itself."""
    first = tokens[index]
    if first.text in GLYPHS:
        return Number(GLYPHS[first.text], GLYPHS[first.text], 0.0, index + 1, "fraction")
    slash, bottom_token = tokens[index + 1], tokens[index + 2]
    if first.numeral and slash.text == "/" and slash.glued and bottom_token.numeral and bottom_token.glued:
        return _slashed(first.text, bottom_token.text, index + 3)
    count = 1 if first.lower in ("a", "one") else ONES.get(first.lower, 0)
    if not 1 <= count <= 19:
        return None
    hyphen = tokens[index + 1].text in _HYPHENS and tokens[index + 2].glued
    at = index + 2 if hyphen else index + 1
    word = tokens[at].lower
    singular = word.removesuffix("s") if word != "halves" else word
    bottom = DENOMINATORS.get(singular)
    if bottom is None or (count == 1) == (word != singular or word == "halves"):
        return None
    if count >= bottom and not (bottom == 2 and count == 1):
        return None
    return Number(count / bottom, count / bottom, 0.0, at + 1, "fraction")


def _slashed(top: str, bottom: str, stop: int) -> Number | None:
    if not (top.isdigit() and bottom.isdigit() and len(top) < 3 and len(bottom) < 3 and int(bottom)):
        return None
    value = int(top) / int(bottom)
    return Number(value, value, 0.0, stop, "fraction") if value < 1 else None


def read_number(tokens: Tokens, index: int, *, money: bool = False, joins: bool = True) -> Number | None:
    """The number that begins at a token, or None.

    Args:
        money: a currency stands before, so that "m" and "b" after the digits scale.
        joins: whether "and" may go on a number ("one hundred and five"); not inside "between … and …".
    """
    if tokens[index].numeral:
        return _digits(tokens, index, money)
    return _half(tokens, index) or _vague(tokens, index) or _words(tokens, index, joins)


def scaled_like(number: Number, other: Number) -> Number:
    """The first number of a range takes the scale of the second where it has none ("3 to 5 million")."""
    if number.scaled or not other.scaled or number.low >= other.plain or other.form == "vague":
        return number
    scale = other.scale
    return replace(
        number,
        low=number.low * scale,
        high=number.high * scale,
        step=number.step * scale,
        scaled=True,
        scale=scale,
    )


NUMBER_WORDS = frozenset(ONES) | frozenset(TENS)
STARTERS = (
    NUMBER_WORDS
    | frozenset(VAGUE)
    | frozenset(VAGUE_TENS)
    | frozenset({"a", "an", "half", "several", "few", "couple", "quarter", "nought"})
)
"""Words a number can begin with."""
