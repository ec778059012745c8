"""The patterns of dates, compiled once when first used.

Each is only ever tried with ``match`` at a word that can begin it, and none holds an unbounded
repetition, so the time stays linear in the text.
"""

from __future__ import annotations

import re
from functools import cache

from claimcheck.documents.calendar_words import MONTH_NAME

MONTH = rf"(?P<month>{MONTH_NAME})(?![A-Za-z])(?:(?<![A-Za-z]{{5}})(?<!May)(?<!June)(?<!July)\.)?"
WEEKDAY = (
    r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun)"
    r"(?P<plural>s)?(?![A-Za-z])(?:(?<![A-Za-z]{6})\.)?"
)
YEAR = r"(?P<year>1[0-9]\d\d|2[01]\d\d)(?!\d|,\d{3}|\.\d)"
_TH = r"(?:st|nd|rd|th)?"
_DAYS = rf"(?P<day>\d{{1,2}}){_TH}"
_DAYS += rf"(?:\s?(?:-|–|to|and|&)\s?(?P<day2>\d{{1,2}}){_TH})?(?!\d|:\d|\.\d|,\d{{3}}|\s?%)"
PART = (
    r"(?P<part>early|mid|late|(?:start|beginning|middle|end)(?=\s+of\s|-))"
    r"(?:-|\s+(?:in|of|on)\s+(?:the\s+)?|\s+(?:the\s+)?)"
)
_COUNT = (
    r"(?P<count>\d{1,3}(?:,\d{3}){0,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|(?:a\s+)?couple(?:\s+of)?|"
    r"few|several|a\s+few|hundred|a\s+hundred)"
)
UNIT = r"(?P<unit>day|night|week|fortnight|month|quarter|year|decade|century|centurie)s?(?![A-Za-z])"
_WEEKDAY_BEFORE = rf"(?:{WEEKDAY},?\s+(?:the\s+)?)?"

PATTERNS: dict[str, str] = {
    "iso": r"(?P<year>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d|-)",
    "numeric": r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?!\d|[./]\d)",
    "attacks": r"9/11(?![\d/])",
    "day_month": rf"{_WEEKDAY_BEFORE}{_DAYS}\s+(?:of\s+)?{MONTH}(?:,?\s{{1,3}}{YEAR})?",
    "month_day": rf"{_WEEKDAY_BEFORE}{MONTH}\s{{1,3}}(?:the\s+)?{_DAYS}"
    rf"(?!\s(?:per\s?cent|percent|million|billion|people))(?:\s?,?\s{{1,3}}{YEAR})?",
    "month_year": rf"(?:{PART})?{MONTH}(?:,?\s{{1,3}}|\s+of\s+|-|/){YEAR}",
    "which_month": rf"(?:(?P<which>last|next|this|this\s+coming|every|each)\s+|{PART}){MONTH}",
    "bare_month": MONTH,
    "season": rf"(?:(?P<which>last|next|this|this\s+coming|past|coming|every|each)\s+|{PART})?"
    rf"(?P<season>spring|summer|autumn|fall|winter)(?:(?:\s+of)?\s+{YEAR})?(?![A-Za-z])",
    "short_quarter": r"(?P<q>[QH][1-4])"
    rf"(?:[\s,]{{1,2}}(?:of\s+)?(?:(?:FY\s?)?{YEAR}|FY\s?(?P<yy>\d\d)(?!\d)))?(?![\w])",
    "year_quarter": rf"{YEAR}\s?[-/]?\s?(?P<q>[QH][1-4])(?!\w)",
    "quarter": rf"(?P<nth>first|second|third|fourth|final)[\s-](?P<what>quarter|half)"
    rf"(?:\s+of)?\s+(?P<which>last\s+year|this\s+year|next\s+year|(?:fiscal\s+)?{YEAR})",
    "fiscal": r"(?:the\s+)?(?:(?:fiscal|financial|tax|academic|school)(?:\s+year)?\s+|FY\s?)"
    r"(?P<y1>\d{4}|\d\d)(?:\s?[-–/]\s?(?P<y2>\d{4}|\d\d))?(?!\d)",
    "split_year": r"(?P<y1>(?:19|20)\d\d)[-–/](?P<y2>\d\d|(?:19|20)\d\d)(?![\d-])",
    "decade": rf"(?:{PART})?(?P<decade>(?:1[0-9]|20)\d0)['’]?s(?![A-Za-z])",
    "short_decade": rf"(?:{PART})?(?P<mark>['’‘])?(?P<decade>[1-9]0)s(?![A-Za-z])",
    "word_decade": rf"(?:{PART})?"
    r"(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)"
    r"(?![A-Za-z])(?:\s+of\s+the\s+(?P<n>\d{1,2})(?:st|nd|rd|th)[\s-]century)?",
    "century": rf"(?:{PART})?(?P<n>\d{{1,2}})(?:st|nd|rd|th)[\s-]century",
    "word_century": rf"(?:{PART})?(?P<n>sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
    r"[\s-]century",
    "part_year": rf"{PART}{YEAR}(?!['’]?s(?![A-Za-z]))",
    "part_this": rf"{PART}(?P<which>this|last|next)\s+(?P<unit>week|month|year|decade|century)(?![A-Za-z])",
    "year": YEAR,
    "holiday": r"(?P<holiday>Christmas\s+(?:Day|Eve)|Boxing\s+Day|New\s+Year['’]s\s+(?:Day|Eve)|"
    rf"(?:St\.?\s+)?Valentine['’]s\s+Day|Hallowe['’]?en)(?:,?\s(?:of\s|in\s)?{YEAR})?(?![A-Za-z])",
    "weekday": rf"(?:(?P<which>last|next|this\s+coming|this|coming|past|every|each)\s+)?{WEEKDAY}"
    r"(?:\s+(?P<week>last|next)\s+week)?",
    "today": r"(?P<word>today|yesterday|tomorrow|tonight|overnight)(?![A-Za-z])",
    "day_part": r"(?P<which>this|last|yesterday|tomorrow)\s+"
    r"(?P<word>morning|afternoon|evening|night|lunchtime)"
    r"(?![A-Za-z])",
    "beside": r"the\s+day\s+(?P<word>before\s+yesterday|after\s+tomorrow)",
    "calendar": r"(?:(?P<when>earlier|later)\s+)?(?P<which>this|last|next|the\s+previous|the\s+following)\s+"
    r"(?P<unit>week|weekend|month|quarter|year|decade|century)(?![A-Za-z-])",
    "ago": rf"{_COUNT}[\s-]{UNIT}\s+(?P<way>ago|earlier|later|before|from\s+now|hence|on)(?![A-Za-z])",
    "in_time": rf"in\s+{_COUNT}\s+{UNIT}['’]\s?time",
    "span": r"(?:the\s+)?(?P<which>past|last|previous|next|coming|following)\s+"
    rf"(?:(?:about|some)\s+)?(?:{_COUNT}\s+)?{UNIT}",
    "every": rf"(?P<which>every|each)\s+(?:other\s+|second\s+)?{UNIT}",
}
"""Name of a pattern to its text; all are matched without regard to case."""


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled pattern of that name.

    Raises:
        KeyError: there is no such pattern.
    """
    return re.compile(PATTERNS[name], re.IGNORECASE)
