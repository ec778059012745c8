"""Reading the unit after a number and the currency before it."""

from __future__ import annotations

from claimcheck.extraction.figures.numbers import Number
from claimcheck.extraction.figures.tokens import END, Tokens
from claimcheck.extraction.figures.units import (
    DOLLAR_PREFIXES,
    GLUED_ONLY,
    PREFIX_WORDS,
    SYMBOLS,
    Unit,
    by_words,
    currencies,
    first_words,
    key_of,
)

_LONGEST = 4  # words in the longest spelling of a unit
_WEIGHING = frozenset(
    "weigh weighs weighed weighing lost gained shed bench lifted lift heavier lighter".split()
)
_HEAT = frozenset(
    "temperature temperatures warm warmer warming hot hotter heat cold colder cool heatwave "
    "celsius climate".split()
)
_FINES = frozenset("fine note notes bill fee coin penalty bonus budget deal contract prize".split())


def currency_at(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The currency that begins at a token, before a number: "$", "US$", "Rs.", "EUR"; and the token after
    it."""
    token = tokens[index]
    after = tokens[index + 1]
    if token.text in SYMBOLS:
        return SYMBOLS[token.text], index + 1
    if token.lower in DOLLAR_PREFIXES and after.text == "$" and after.glued and token.text.isupper():
        return DOLLAR_PREFIXES[token.lower], index + 2
    if token.text == "CN" and after.text == "¥":
        return "CNY", index + 2
    if token.text in currencies() or (token.lower in PREFIX_WORDS and token.text[0].isupper()):
        code = token.text if token.text in currencies() else PREFIX_WORDS[token.lower]
        stop = index + 2 if after.text == "." else index + 1
        stop += tokens[stop].text in SYMBOLS
        return code, stop
    return None


def unit_at(tokens: Tokens, index: int, number: Number) -> tuple[Unit, int, bool] | None:
    """The unit that begins at a token, the token after it, and whether a hyphen led to it ("30-mile")."""
    hyphen = tokens[index].text in ("-", "‑") and tokens[index].glued and tokens[index + 1].glued
    at = index + 1 if hyphen else index
    if tokens[index].text in SYMBOLS and tokens[index].glued and number.form == "digits":
        return Unit(SYMBOLS[tokens[index].text], "money"), index + 1, False
    if key_of(tokens[at].text) not in first_words():
        return None
    pieces: list[str] = []
    ends: list[int] = []
    while len(pieces) < _LONGEST and (tokens[at].text or at == index):
        if tokens[at].text not in ("-", "‑") or not pieces:
            pieces.append(key_of(tokens[at].text))
            ends.append(at + 1)
        at += 1
    for length in range(len(pieces), 0, -1):
        unit = by_words().get(tuple(pieces[:length]))
        if unit is not None and _fits(tokens, index, ends[length - 1], hyphen, number):
            stop = ends[length - 1]
            return _settled(tokens, index, stop, hyphen, unit, number), stop, hyphen
    return None


def _fits(tokens: Tokens, index: int, stop: int, hyphen: bool, number: Number) -> bool:
    """Whether an ambiguous spelling is a unit here."""
    word = tokens[stop - 1]
    if word.text == "." and (tokens[stop] is END or tokens[stop].text[0].isupper()):
        return False  # the full stop of the sentence
    if tokens[stop - 1].text in GLUED_ONLY and stop - 1 == index and not word.glued:
        return False
    if (
        len(word.text) <= 2
        and word.word
        and tokens[stop].glued
        and (tokens[stop].numeral or tokens[stop].text in "'’@")
    ):
        return False
    if word.lower in ("second", "quarters", "st", "minute") and not hyphen and number.low != 1:
        return False
    if word.lower in ("won", "dong", "rand", "real") and number.low < 100:
        return False
    if word.text == "in" and tokens[stop].text == "-":
        return False
    if word.lower in ("stone", "foot", "yard", "mark", "pound") and tokens[stop].text == "-":
        return hyphen
    return not (
        word.text in ("m", "g") and not word.glued and not hyphen and tokens[stop].word and tokens[stop].glued
    )


def _settled(tokens: Tokens, index: int, stop: int, hyphen: bool, unit: Unit, number: Number) -> Unit:
    """Pounds of weight told from pounds of money; degrees of heat from those of an angle."""
    word = tokens[stop - 1].lower
    if word in ("pounds", "pound") and stop - index <= 2:
        before = tokens.lowers(index - 8, index)
        weighs = any(w in _WEIGHING for w in before) or tokens[stop].lower in ("heavier", "lighter")
        of = tokens[stop].lower == "of" and not number.scaled and "worth" not in before
        if weighs or of or (hyphen and not number.scaled and tokens[stop].lower not in _FINES):
            return Unit("lb", "mass")
    if unit.name == "degree" and tokens[stop - 1].text not in ("°", "º"):
        near = tokens.lowers(index - 12, stop + 8)
        return unit if any(w in _HEAT for w in near) or number.step < 1 else Unit("degree", "angle")
    return unit
