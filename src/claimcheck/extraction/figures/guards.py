"""Numbers that are no quantities: names, versions, times of day, telephone numbers, addresses."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extraction.figures.clock import dotted_time, first_behind
from claimcheck.extraction.figures.lexicon import (
    DESIGNATORS,
    MARKET_INDEXES,
    NAME_NUMBERS,
    STREET,
    TITLED_DESIGNATORS,
)
from claimcheck.extraction.figures.nouns import is_plural, singular
from claimcheck.extraction.figures.tokens import END, Tokens
from claimcheck.extraction.figures.units import PREFIX_WORDS, currencies

_AFTER_HOUR = frozenset(":aApPoOhHgGbBuUeE")
"""What may begin behind the digits of a time: a colon, "am", "o'clock", "hrs", "GMT"."""
_HYPHENS = ("-", "‑", "–")
_LISTS = (*_HYPHENS, ",", "&")
_NUMBERED = ("ISBN", "ISSN", "IBAN", "DOI", "PMID")
_WITHIN_MARK = frozenset({"^", ",", ";", "-", "–"})
_MARKED = _WITHIN_MARK | {"["}


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(
        r"\+\d{1,3}[\s.-]?(?:\(?\d{1,5}\)?[\s.-]?){1,4}\d{2,5}(?!\d)|\(\d{2,5}\)[\s.-]?\d{3,4}[\s.-]\d{3,4}(?!\d)|"
        r"0\d{2,4}[\s-]\d{3,6}(?:[\s-]\d{3,4})?(?!\d)|\d{3}[.-]\d{3}[.-]\d{4}(?!\d)|1?-?800-\d{3}-\d{4}(?!\d)|"
        r"\d{3}-\d{4}(?![\d,]|\s(?:people|years|miles|jobs))"
    )


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(
        r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\.\d+)?\s?(?:[ap]\.?m\b\.?|hrs?\b|o['’]clock)|\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?(?!\d)|"
        r"\d{1,2}\s?(?:[ap]\.m\.?|[ap]m\b|o['’]clock)|\d{4}\s?(?:GMT|BST|UTC|ET|hrs)\b|\d{1,2}h\d\d(?![\w:])",
        re.IGNORECASE,
    )


@cache
def _slashes() -> re.Pattern[str]:
    return re.compile(r"\d+(?:/\d+)+")


def taken_by_name(tokens: Tokens, index: int) -> int | None:
    """Where the name that holds this numeral ends (a token index), or None if it may be a quantity."""
    token, text = tokens[index], tokens.text
    opened = token.start > 0 and text[token.start - 1] in "+("
    match = _phone_at(tokens, index, opened) or _clock_at(tokens, index)
    if match:
        return first_behind(tokens, index, match.end())
    serial = _serial(tokens, index)
    if serial is not None:
        return serial
    if dotted_time(tokens, index) or _until_clock(tokens, index) or _dialled(tokens, index):
        return index + 1
    if tokens[index + 1].text == "/" and tokens[index + 1].glued:
        slashes = _slashes().match(text, token.start)
        if slashes:
            return None if _is_fraction(slashes[0]) else first_behind(tokens, index, slashes.end())
    if _glued_to_name(tokens, index) or _listed(tokens, index) or _addressed(tokens, index):
        return index + 1
    if "." in token.text and token.text.count(".") > 1:
        return index + 1
    return index + 1 if _designated(tokens, index) else None


def _phone_at(tokens: Tokens, index: int, opened: bool) -> re.Match[str] | None:
    """A telephone number; most numerals have none of its signs and need not be held against the pattern."""
    token, text = tokens[index], tokens.text
    signs = token.text[0] == "0" or "." in token.text or text[token.end : token.end + 1] == "-"
    if not (opened or signs):
        return None
    return (_phone().match(text, token.start - 1) if opened else None) or _phone().match(text, token.start)


def _clock_at(tokens: Tokens, index: int) -> re.Match[str] | None:
    """A time of day, likewise."""
    token, text = tokens[index], tokens.text
    near = text[token.end : token.end + 2]
    begins = near[1:] if near[:1].isspace() else near[:1]
    if "." not in token.text and begins not in _AFTER_HOUR:
        return None
    return _clock().match(text, token.start)


def _until_clock(tokens: Tokens, index: int) -> bool:
    """The 7 of "7-9pm" and of "between 7 and 9pm"."""
    joins = tokens[index + 1]
    near = joins.text in ("-", "–") or joins.lower in ("to", "and", "until", "till", "or")
    return near and tokens[index + 2].numeral and _clock_at(tokens, index + 2) is not None


def _serial(tokens: Tokens, index: int) -> int | None:
    """Where "978-1-4028-9462-6", or what follows "ISBN", ends."""
    named = tokens[index - 1].text in _NUMBERED or (
        tokens[index - 1].text in (":", ".") and tokens[index - 2].text in _NUMBERED
    )
    groups, at = 1, index + 1
    while groups < 12 and tokens[at].text in _HYPHENS and tokens[at].glued and tokens[at + 1].glued:
        if not tokens[at + 1].numeral and tokens[at + 1].text != "X":
            break
        groups, at = groups + 1, at + 2
    return at if named or groups > 2 else None


def _dialled(tokens: Tokens, index: int) -> bool:
    """The number of "text 60777", "dial 999", "call 101 or"."""
    if tokens[index - 1].lower not in ("text", "dial", "dialled", "dialling", "call", "ring", "phone"):
        return False
    token, follows = tokens[index], tokens[index + 1]
    whole = token.text.isdigit() and 3 <= len(token.text) <= 6
    return whole and not (
        follows.word and follows.lower not in ("for", "or", "to", "on", "and", "if", "with")
    )


def _is_fraction(written: str) -> bool:
    parts = written.split("/")
    if len(parts) != 2 or len(parts[0]) > 2 or len(parts[1]) > 2:
        return False
    return 0 < int(parts[0]) < int(parts[1]) <= 20 and int(parts[1]) not in (7, 11)


def currency_before(tokens: Tokens, index: int) -> bool:
    """Whether a letter or code right before the numeral is a currency ("Rs5", "CHF5", "US$5")."""
    before = tokens[index - 1]
    if before.text == ".":
        before = tokens[index - 2]
    return before.lower in PREFIX_WORDS or before.text in currencies()


def _glued_to_name(tokens: Tokens, index: int) -> bool:
    """ "B2", "COVID-19", "F-16", "5G", "3D", "@user7", "#4", "x_5"."""
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    if token.glued and before.word and not currency_before(tokens, index):
        return True
    if token.glued and before.text in ("_", "@", "#", "№", "&", "=", "\\"):
        return True
    if token.glued and before.text == "/" and before.glued:
        return True
    if token.glued and before.text in "-‑." and before.glued and tokens[index - 2].word and before is not END:
        return before.text != "." or tokens[index - 2].lower not in PREFIX_WORDS
    return after.glued and after.text in ("G", "D", "K", "A", "X", "_", "@") and _screen(tokens, index)


def _screen(tokens: Tokens, index: int) -> bool:
    """5G, 3D and the 4K of a screen; but 10K people."""
    if tokens[index + 1].text != "K":
        return True
    return tokens[index].text in ("4", "8") and not is_plural(tokens[index + 2].lower)


def _listed(tokens: Tokens, index: int) -> bool:
    """ "1. First point" at the head of a line, and footnote marks such as [12]."""
    token, after = tokens[index], tokens[index + 1]
    if tokens[index - 1].text in _MARKED and _in_mark(tokens, index):
        return True
    at_head = index == 0 or "\n" in tokens.text[tokens[index - 1].end : token.start]
    return (
        at_head
        and len(token.text) <= 2
        and after.glued
        and after.text in (".", ")")
        and not tokens[index + 2].glued
    )


def _in_mark(tokens: Tokens, index: int) -> bool:
    """[12], [^3], [4, 5], [7-9]: between square brackets nothing but small numbers."""
    first, last = index - 1, index + 1
    while tokens[first].text in _WITHIN_MARK or tokens[first].numeral:
        first -= 1
        if index - first > 12:
            return False
    while tokens[last].text in _WITHIN_MARK or tokens[last].numeral:
        last += 1
        if last - index > 12:
            return False
    return tokens[first].text == "[" and tokens[last].text == "]" and len(tokens[index].text) <= 3


def _addressed(tokens: Tokens, index: int) -> bool:
    """ "10 Downing Street", "221 Old Mill Road"."""
    for ahead in range(1, 4):
        token = tokens[index + ahead]
        if not (token.word and token.text[0].isupper()):
            return False
        if token.lower in STREET and ahead > 1:
            return True
    return False


def _designated(tokens: Tokens, index: int) -> bool:
    """ "Article 5", "Boeing 737", "No. 10", "page 12", "Apollo 11"."""
    before, after = tokens[index - 1], tokens[index + 1]
    if before.text in _LISTS or before.lower in ("and", "to", "or"):
        return _designated_list(tokens, index)
    if (
        before.text == "."
        and before.glued
        and tokens[index - 2].lower in ("no", "nos", "vol", "fig", "p", "pp", "art", "para", "sec")
    ):
        return True
    if before.text == "§":
        return True
    if before.text == "." or not before.word:
        return False
    if (before.lower in MARKET_INDEXES and before.text[0].isupper()) or (
        before.text == "P" and tokens[index - 2].text == "&"
    ):
        return True
    if singular(before.lower) in DESIGNATORS and before.lower not in DESIGNATORS:
        return not is_plural(after.lower)
    if before.text.istitle() and before.lower in TITLED_DESIGNATORS:
        return not is_plural(after.lower) and tokens[index + 1].text != "%"
    if before.lower in DESIGNATORS:
        if before.lower in (
            "no",
            "number",
            "stage",
            "mark",
            "unit",
            "bill",
            "act",
            "u",
            "group",
            "stream",
            "part",
        ):
            return not is_plural(after.lower)
        return not (is_plural(after.lower) and before.text.islower() and before.lower not in ("page", "type"))
    capital = before.text[0].isupper() and not tokens.opens_sentence(index - 1)
    if not capital or before.lower in ("i", "and", "or"):
        return False
    return _bare_after(tokens, index) and len(tokens[index].text) <= 4


def _designated_list(tokens: Tokens, index: int) -> bool:
    """The 10 of "junctions 9 and 10", the 7 of "Articles 5, 6 and 7"."""
    at = index
    for _ in range(6):
        joins = tokens[at - 1]
        if not (joins.text in _LISTS or joins.lower in ("and", "to", "or")) or not tokens[at - 2].numeral:
            return False
        dashed = joins.text in _HYPHENS
        at -= 2
        before = tokens[at - 1]
        if dashed and not before.numeral and _designated(tokens, at):
            return True
        if before.word and before.lower not in ("and", "to", "or"):
            plural = is_plural(before.lower) and singular(before.lower) in DESIGNATORS
            return plural and not is_plural(tokens[index + 1].lower)
    return False


def _bare_after(tokens: Tokens, index: int) -> bool:
    """Whether nothing after the numeral makes it a count: no noun, scale, unit or sign."""
    after = tokens[index + 1]
    if after is END or after.text in (",", ".", ")", "'", "’", '"', "”", ";", ":"):
        return after.text != "," or not (tokens[index - 2].word and tokens[index + 2].word)
    return (
        after.word
        and not after.glued
        and after.lower in ("and", "in", "on", "at", "is", "was", "has", "will", "for", "to")
    )


def name_in_words(tokens: Tokens, index: int) -> bool:
    """Whether a number word is part of a name: "Channel Four", "Big Ten", "Seven Sisters"."""
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    if f"{before.lower} {token.lower}" in NAME_NUMBERS or f"{before.lower} of" in ("group of",):
        return True
    if before.lower in DESIGNATORS and before.text[0].isupper() and token.text[0].isupper():
        return True
    if before.text == "." or not token.text[0].isupper() or tokens.opens_sentence(index):
        return False
    near_capital = (before.word and before.text[0].isupper()) or (after.word and after.text[0].isupper())
    return near_capital and not _title_case(tokens, index)


def _title_case(tokens: Tokens, index: int) -> bool:
    """Whether the words around are mostly capitals, as in a headline."""
    words = [
        token for token in tokens.items[max(0, index - 8) : index + 9] if token.word and len(token.text) > 3
    ]
    return len(words) >= 3 and sum(token.text[0].isupper() for token in words) >= 0.75 * len(words)
