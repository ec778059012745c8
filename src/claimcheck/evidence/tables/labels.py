"""What a heading of a table says: words, dates, and the unit it counts in."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from claimcheck.documents.printed import Printed, without_notes
from claimcheck.evidence.tables.relations import said_of
from claimcheck.evidence.terms import STOP_WORDS, stem, words
from claimcheck.extraction.dates import DateMention, find_dates
from claimcheck.extraction.figures import Figure, find_figures

GENERIC = frozenset(
    stem(word)
    for word in "rate number total level figure share percent percentage per cent pct value amount count all "
    "overall national whole year month quarter period date time region area place name indicator measure "
    "unit units people persons person both sexes sex ages age data statistics series source table annual "
    "thousand million billion thousands millions billions nr sum together survey poll overview "
    "summary".split()
)
"""Words of headings that say nothing which a claim about the cell must say too."""
LONGEST = 300
"""Code points of a heading that are read."""

_DATED = re.compile(r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_YEAR_MONTH = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
_UNIT_LIKELY = re.compile(
    r"[%$€£¥(]|cent|000|thousand|million|billion|,|:|\bin\b|\b(?:USD|EUR|GBP|[mb]n|[km]m|kg|[kMGT]Wh|"
    r"(?:kilo|milli|centi)?met(?:er|re)s?|tonn?e?s?|kilogram(?:me)?s?|lit(?:re|er)s?|hectares?|acres?|miles?|"
    r"hours?|minutes?|days?|weeks?)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(([^()]{1,60})\)")
_BEHIND = re.compile(r"(?:[,;:–—]|\bin\b)\s*([^,;:–—()]{1,40})$")
_PERCENT = re.compile(r"%|\b(?:per ?cents?|percentages?|pct)\b(?! points?)", re.IGNORECASE)
_CURRENCY = re.compile(r"((?:US|A|C|NZ|HK)?[$€£¥]|USD|EUR|GBP|CHF)\s?(.*)")
_TRAILING = re.compile(
    r"(?:^|\s)((?:US|A|C|NZ|HK)?[$€£¥]\s?(?:[mb]n?|k|000s?|thousands?|millions?|billions?)?)$", re.IGNORECASE
)
_WITHIN = re.compile(r"\bin\s+((?:(?:thousand|million|billion)s?\s+(?:of\s+)?)?[a-z]{1,12})\b", re.IGNORECASE)
_WHOLE_YEAR = re.compile(r"\A((?:1[89]|20|21)\d\d)\.0\Z")
"""A year as programs write it that keep all numbers with decimals."""
_YEAR_LIKE = re.compile(r"(\d)(\d{3})")
_PER = re.compile(r"\bper\s+(?:[\d,]+\s+)?[a-z]+$", re.IGNORECASE)
_THOUSANDS = re.compile(r"\s*(?:['’]000s?|\b000s|(?<=[$€£¥])000s?|\bin\s+1[,.' ]?000s?|\b1[,.' ]000s)(?!\w)")
_SCALES = {"m": "million", "k": "thousand", "b": "billion", "th": "thousand"}
_NO_UNITS = frozenset(("in", "a", "p", "s", "t", "d", "h", "c", "f"))
_PLURAL = re.compile(r"\b(thousand|million|billion)s(?: of)?\b", re.IGNORECASE)
_RATED = frozenset((stem("rate"), stem("share"), stem("percentage"), stem("proportion")))
_MEASURES = frozenset("places areas area age time times name names".split())
"""Words that say nothing beside others, but all where they stand alone over figures."""
_BOUNDS = frozenset("under over below above less more younger older".split())
"""Words that tell "under 25" from "25 and over"."""
_WHO = re.compile(r"\b(?:who|which|that|saying|whose)\b", re.IGNORECASE)
_FALLS = frozenset(map(stem, "decline decrease fall drop reduction".split()))
CHANGE_WORDS = _FALLS | frozenset(map(stem, "change growth variation difference increase rise gain".split()))
"""Words of headings whose figures tell by how much something rose or fell."""
_NO_CHANGE = re.compile(r"\b(?:climate|social|gear|step|sea)[- ]change\b", re.IGNORECASE)


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
    def of_those(self) -> tuple[tuple[str, str], ...]:
        """The telling words behind "who" or "that": of whom, or of which of many, its figures are."""
        who = _WHO.search(self.text)
        said = {plain for _, plain in words(self.text[who.end() :])} if who else set()
        return tuple(pair for pair in self.words if pair[0].lower() in said)

    @property
    def numbered(self) -> bool:
        """Whether it is a bare number, which names something only with the heading of its column."""
        return not self.dates and self.text.strip().isdigit()

    @property
    def change(self) -> bool:
        """Whether figures under it tell by how much something rose or fell."""
        return not CHANGE_WORDS.isdisjoint(self.marks_of_all) and not _NO_CHANGE.search(self.text)

    @property
    def fall(self) -> bool:
        """Whether its figures tell by how much something fell, not by how much it rose or fell."""
        return self.change and CHANGE_WORDS & self.marks_of_all <= _FALLS

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
    bare = _WHOLE_YEAR.sub(r"\1", without_notes(text))
    dates = tuple(_dates(bare))
    for mention in dates:
        bare = _blank(bare, mention.start, mention.end)
    unit, spent = _unit(bare.rstrip()) if _UNIT_LIKELY.search(bare) else ("", (0, 0))
    everything = frozenset(stem(plain) for _, plain in words(bare))
    bounded = any(character.isdigit() for character in bare)
    telling = tuple(
        (written, stem(plain))
        for written, plain in words(_blank(bare, *spent))
        if (plain not in STOP_WORDS and stem(plain) not in GENERIC) or (bounded and plain in _BOUNDS)
    )
    if not telling:
        telling = tuple((one, stem(plain)) for one, plain in words(bare) if plain in _MEASURES)
    said = frozenset().union(*(said_of(mark) for _, mark in telling))
    if any(mark not in said for _, mark in telling):
        telling = tuple(pair for pair in telling if pair[1] not in said)
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
    spots += [(match.start(1), match.end(1), match[1]) for match in (*behind, *_WITHIN.finditer(text))]
    rate = _PER.search(text)
    if rate:
        spots.append((rate.start(), rate.end(), rate[0]))
    elif not re.search(r"\bper\b", text):
        spots.append((0, len(text), text))
    counts = any(said_of(stem(plain)) for _, plain in words(text))
    for start, end, said in spots:
        if counts and said.strip() in ("m", "M"):
            return "{} million", (start, end)
        if len(said) <= 60 and (template := _template(said.strip())):
            return template, (start, end)
    percent = _PERCENT.search(text)
    return ("{}%", percent.span()) if percent else ("", (0, 0))


def _template(said: str) -> str:
    if said.lower() in _NO_UNITS:
        return ""
    plain = _THOUSANDS.sub(" thousand", _PLURAL.sub(r"\1", said)).strip()
    plain = re.sub(r"\b(?:mn|mln|mio)\b", "million", re.sub(r"\bbn\b", "billion", plain))
    tried = [f"{{}} {plain}", f"{{}}{plain}", f"{{}} {plain.lower()}"]
    scaled_noun = re.fullmatch(r"(thousand|million|billion) [a-z]{3,}", plain, re.IGNORECASE)
    if scaled_noun:
        tried.append(f"{{}} {scaled_noun[1].lower()}")
    currency = _CURRENCY.fullmatch(plain)
    if currency:
        sign, rest = currency[1], currency[2].strip()
        rest = _SCALES.get(rest.lower(), rest)
        scaled = f"{{}} {rest}" if rest else "{}"
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


@lru_cache(maxsize=65_536)
def read_figure(printed: Printed, template: str) -> Figure | None:
    """The figure that a cell prints, without its sign, read as its headings say; None where it is none."""
    text = _YEAR_LIKE.sub(r"\1,\2", printed.text) if len(printed.text) == 4 else printed.text
    own = find_figures(text)
    if len(own) != 1:
        return None
    plain = own[0].dimension == "count" and not re.search(r"[a-z]", text, re.IGNORECASE)
    scale = template in ("{} thousand", "{} million", "{} billion")
    if template and (plain or (scale and own[0].dimension == "money" and text[-1].isdigit())):
        read = find_figures(template.replace("{}", text))
        return read[0] if len(read) == 1 else None
    return own[0]
