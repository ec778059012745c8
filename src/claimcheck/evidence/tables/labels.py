"""What a heading of a table says: words, dates, and the unit it counts in."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from claimcheck.evidence.terms import STOP_WORDS, stem, words
from claimcheck.extraction.dates import DateMention, find_dates
from claimcheck.extraction.figures import Figure, find_figures

GENERIC = frozenset(
    stem(word)
    for word in "rate number total level figure share percent percentage per cent pct value amount count all "
    "overall national whole year month quarter period date time region area place name indicator measure "
    "unit units people persons person both sexes sex ages age data statistics series source table annual "
    "thousand million billion thousands millions billions nr".split()
)
"""Words of headings that say nothing which a claim about the cell must say too."""
LONGEST = 300
"""Code points of a heading that are read."""

_DATED = re.compile(r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_YEAR_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
_UNIT_LIKELY = re.compile(
    r"[%$€£¥(]|cent|'000|thousand|million|billion|,|:|\bin\b|\b(?:USD|EUR|GBP|[mb]n|k[mg])\b", re.IGNORECASE
)
_BRACKETED = re.compile(r"\(([^()]{1,60})\)")
_BEHIND = re.compile(r"(?:[,;:–—]|\bin\b)\s*([^,;:–—()]{1,40})$")
_PERCENT = re.compile(r"%|\b(?:per ?cents?|percentages?|pct)\b(?! points?)", re.IGNORECASE)
_CURRENCY = re.compile(r"((?:US|A|C|NZ|HK)?[$€£¥]|USD|EUR|GBP|CHF)\s?(.*)")
_TRAILING = re.compile(
    r"(?:^|\s)((?:US|A|C|NZ|HK)?[$€£¥]\s?(?:[mb]n?|k|thousands?|millions?|billions?)?)$", re.IGNORECASE
)
_PER = re.compile(r"\bper\s+(?:[\d,]+\s+)?[a-z]+$", re.IGNORECASE)
_PLURAL = re.compile(r"\b(thousand|million|billion)s(?: of)?\b", re.IGNORECASE)
_RATED = frozenset((stem("rate"), stem("share"), stem("percentage"), stem("proportion")))


@dataclass(frozen=True, slots=True)
class Label:
    """A heading of a table.

    Attributes:
        words: its telling words as ``(as written, stem)``, without dates, unit and what every table says.
        marks_of_all: the stems of all its words.
        unit: how a bare figure under it is read, such as ``{} million euros``; empty where it does not say.
    """

    text: str
    words: tuple[tuple[str, str], ...]
    dates: tuple[DateMention, ...]
    marks_of_all: frozenset[str]
    unit: str

    @property
    def marks(self) -> frozenset[str]:
        """The stems of its telling words, and its dates as :func:`date_mark` writes them."""
        return frozenset(mark for _, mark in self.words) | {date_mark(mention) for mention in self.dates}

    @property
    def numbered(self) -> bool:
        """Whether it is a bare number, which names something only with the heading of its column."""
        return not self.dates and self.text.strip().isdigit()

    @property
    def shares(self) -> bool:
        """Whether it speaks of a rate or share, so that a bare figure may be one of a hundred."""
        return not _RATED.isdisjoint(self.marks_of_all) and not re.search(r"\bper\b", self.text)


def date_mark(mention: DateMention) -> str:
    """A date as a mark: two that denote the same days have the same."""
    return f"@{mention.earliest}/{mention.latest}" if mention.resolved else f"@{mention.month}-{mention.day}"


@lru_cache(maxsize=65_536)
def label_of(text: str) -> Label:
    """Read a heading."""
    text = text[:LONGEST]
    dates = tuple(_dates(text))
    bare = text
    for mention in dates:
        bare = _blank(bare, mention.start, mention.end)
    unit, spent = _unit(bare) if _UNIT_LIKELY.search(bare) else ("", (0, 0))
    everything = frozenset(stem(plain) for _, plain in words(bare))
    telling = tuple(
        (written, stem(plain))
        for written, plain in words(_blank(bare, *spent))
        if plain not in STOP_WORDS and stem(plain) not in GENERIC
    )
    return Label(text, telling, dates, everything, unit)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _dates(text: str) -> Iterator[DateMention]:
    """The dates of a heading; those whose digits run on are none, such as 2024 in "2024-7b"."""
    if not _DATED.search(text):
        return
    written = _YEAR_MONTH.fullmatch(text.strip())
    if written:
        year, month = int(written[1]), int(written[2])
        first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
        yield DateMention(0, len(text), first, last, "month", month=month)
        return
    for mention in find_dates(text):
        joined = text[mention.start - 1 : mention.start] + text[mention.end : mention.end + 1]
        if not re.search(r"[\w/-]", joined) and (mention.resolved or mention.month):
            yield mention


def _unit(text: str) -> tuple[str, tuple[int, int]]:
    """How a figure under a heading is read, and where the heading says so."""
    spots = [(match.start(), match.end(), match[1]) for match in _BRACKETED.finditer(text)]
    behind = [match for match in (_BEHIND.search(text), _TRAILING.search(text)) if match]
    spots += [(match.start(1), match.end(1), match[1]) for match in behind]
    rate = _PER.search(text)
    if rate:
        spots.append((rate.start(), rate.end(), rate[0]))
    elif not re.search(r"\bper\b", text):
        spots.append((0, len(text), text))
    for start, end, said in spots:
        if len(said) <= 60 and (template := _template(said.strip())):
            return template, (start, end)
    percent = _PERCENT.search(text)
    return ("{}%", percent.span()) if percent else ("", (0, 0))


def _template(said: str) -> str:
    plain = _PLURAL.sub(r"\1", said.replace("'000s", "thousand").replace("'000", "thousand"))
    plain = re.sub(r"\bmn\b", "million", re.sub(r"\bbn\b", "billion", plain))
    tried = [f"{{}} {plain}", f"{{}}{plain}"]
    currency = _CURRENCY.fullmatch(plain)
    if currency:
        sign, rest = currency[1], currency[2]
        scaled = f"{{}} {rest}" if len(rest) > 2 else f"{{}}{rest}"
        tried.insert(0, f"{scaled} {sign}" if len(sign) == 3 and sign.isalpha() else f"{sign}{scaled}")
    return next((template for template in tried if _is_unit(template)), "")


def _is_unit(template: str) -> bool:
    if any(character.isdigit() for character in template.replace("100,000", "").replace("1,000", "")):
        return False
    written = template.replace("{}", "7")
    figures = find_figures(written)
    if len(figures) != 1 or figures[0].change:
        return False
    figure = figures[0]
    whole = figure.start == 0 and (figure.end == len(written) or bool(figure.per))
    return whole and (bool(figure.unit) or bool(figure.per) or figure.low != 7)


def read_figure(printed: str, template: str) -> Figure | None:
    """The figure that a cell prints, read as its headings say; None where it prints none or several."""
    bare = re.sub(r"\s?(?:[*†‡]|\[\d{1,2}\])+$", "", printed.strip())
    own = find_figures(bare)
    if len(own) != 1:
        return None
    plain = own[0].dimension == "count" and not re.search(r"[a-z]", bare, re.IGNORECASE)
    scale = template in ("{} thousand", "{} million", "{} billion")
    if template and (plain or (scale and own[0].dimension == "money" and bare[-1].isdigit())):
        read = find_figures(template.replace("{}", bare))
        return read[0] if len(read) == 1 else None
    return own[0]
