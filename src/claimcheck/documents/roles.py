"""What part a line or paragraph plays in an article, where nothing but its words tells."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY_NAME = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_WRITTEN_DATE = re.compile(
    rf"{_DAY_NAME}(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{_MONTH}),?\s+(?P<year2>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))",
    re.I,
)
_DATE_LABEL = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|updated|last (?:updated|modified)|date|issued)(?:\s+(?:on"
    r"|at))?\s*:?\s*)?(?:\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?,?\s+(?:on\s+)?)?",
    re.I,
)
_DATE_REST = re.compile(
    r"[\s,|·•–—-]*(?:at\s+)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?"
    r"[\s,|·•–—-]*(?:(?:updated|modified)\b.{0,60}|\d{1,2} min(?:ute)?s? read)?\s*",
    re.I,
)
_NAME = (
    r"[^\W\d_a-z][\w.’'-]*(?:\s+(?:(?:de|da|do|van|von|der|den|bin|al|el|la|le)\s+){0,2}"
    r"[^\W\d_a-z][\w.’'-]*){0,4}"
)
_BYLINE = re.compile(
    rf"(?:by|words by|written by|story by|text by|reporting by|report by)\s*:?\s+"
    rf"((?-i:{_NAME})(?:\s*(?:,|&|\band\b)\s*(?-i:{_NAME}))*)\s*(?P<rest>.*)",
    re.I,
)
_POST = re.compile(r"\b(?:staff|writers?|reporters?|editors?|correspondents?|bureau|desk)\b", re.I)
_AUTHOR_END = re.compile(r"\s*(?:,|&|\band\b)\s*")
_NAME_ONLY = re.compile(_NAME)
_LEADING_DATELINE = re.compile(
    rf"(?:[^\W\d_a-z](?:[^\W\d_a-z]|[.’' -](?=[^\W\d_a-z])){{2,40}}(?:,\s[^\W\d_][\w."
    rf" ]{{1,24}}?)?(?:[,/]\s?(?:{_MONTH})\s\d{{1,2}}(?:,\s\d{{4}})?)?"
    r"(?:\s\([^()\n]{2,40}\))?"
    r"|[^\W\d_a-z][\w.’' -]{2,30}(?:,\s[^\W\d_][\w. ]{1,24}?)?\s\([^()\n]{2,40}\)|\([A-Z][^()\n]{1,30}\))"
    r"\s?(?:—|–|--|-)\s+"
)
_CAPTION = re.compile(
    r"(?:(?:file\s+)?(?:photo(?:graph)?|image|picture|pictured|caption|illustration|graphic|map|video"
    r"|pic|chart)"
    r"(?:\s+(?:by|credit|courtesy(?:\s+of)?))?\s*[:\-–—(/]|FILE\s*[-–—]\s)",
    re.I,
)
_CREDIT = re.compile(
    r"(?:\((?:photo|image|picture|ap photo|reuters)[^()\n]{0,120}\)|(?:photo|image|picture"
    r"|photograph)s?\s*:\s*[^.\n]{2,60}"
    r"|(?:(?:[(/|©–—-]|via)\s*|^)(?:getty images|ap photo|shutterstock|alamy|epa|afp)(?:/[\w .-]{2,40})?"
    r"|(?:ap photo|reuters)/[\w .-]{2,40})[\s.)]*\Z",
    re.I,
)
_ADDRESS_ONLY = re.compile(r"\S*(?:https?://|www\.|//|/[\w.-]+/)\S*\Z")
_PICTURE_FILE = re.compile(r"\S*\.(?:jpe?g|png|gif|webp|svg|avif|mp4)\S{0,200}\Z", re.I)
_TAGS = re.compile(r"\s*(?:</?[a-zA-Z!][^<>]{0,2000}>\s*)+\Z")
_ENDS = ".!?…;:,”\"'’)"


def written_day(text: str) -> str | None:
    """The ISO date of a written one ("March 4, 2026", "4 March 2026", "2026-03-04") at the beginning of
    ``text``.
    """
    match = _WRITTEN_DATE.match(text)
    if match is None:
        return None
    if match["iso"]:
        return _valid(match["iso"])
    name = (match["month"] or match["month2"])[:3].title()
    month = next(index for index, full in enumerate(_MONTHS, 1) if full.startswith(name))
    return _valid(f"{match['year'] or match['year2']}-{month:02}-{int(match['day'] or match['day2']):02}")


def _valid(day: str) -> str | None:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def date_line(text: str) -> str | None:
    """The ISO date of a line that holds a date and nothing else but "Published", a time, a reading time."""
    if len(text) > 140:
        return None
    label = _DATE_LABEL.match(text)
    at = label.end() if label else 0
    match = _WRITTEN_DATE.match(text, at)
    if match is None or text[match.end() : match.end() + 1] == "T":
        return _timestamp(text[at:].strip())
    rest = _DATE_REST.match(text, match.end())
    return written_day(text[at:]) if rest and rest.end() == len(text) else None


def _timestamp(text: str) -> str | None:
    try:
        return datetime.fromisoformat(text).isoformat() if text[:4].isdigit() else None
    except ValueError:
        return None


def byline(text: str) -> tuple[str, ...] | None:
    """The names in a line such as "By Ana Ruiz and Tom Obi, Staff Writers", or None if it is none."""
    if len(text) > 160 or text[-1:] in "?!":
        return None
    match = _BYLINE.fullmatch(text)
    if match is None:
        return None
    rest = match["rest"].strip(" ,|·•–—-")
    if rest and not (rest[0].isupper() or rest[0].isdigit() or rest.startswith(("in ", "for ", "at "))):
        return None
    if len(rest.split()) > 10 or text.rstrip().endswith((".”", '."')):
        return None
    return tuple(name for name in _AUTHOR_END.split(match[1]) if name and not _POST.search(name))


def is_name(text: str) -> bool:
    """Whether a line is two to four words that could be a name, as in a byline without "By"."""
    return 2 <= len(text.split()) <= 4 and len(text) <= 50 and bool(_NAME_ONLY.fullmatch(text))


def is_post(text: str) -> bool:
    """Whether a line names what a reporter does, as it stands under a byline."""
    return len(text.split()) <= 5 and text[-1:] not in ".?!" and bool(_POST.search(text))


def date_within(text: str) -> str | None:
    """The ISO date of the first written date in ``text``."""
    match = _WRITTEN_DATE.search(text)
    return written_day(text[match.start() :]) if match else None


def leading_dateline(text: str, start: int, end: int) -> int:
    """The end of "LONDON, March 4 (Reuters) — " at the beginning of ``text[start:end]``, else ``start``."""
    match = _LEADING_DATELINE.match(text, start, min(end, start + 160))
    if match is None or end - match.end() < 20:
        return start
    if text[match.end()].islower():  # "NATO — the alliance of 1949 — grew": an aside, no dateline
        return start
    words = match.group()
    capitals = sum(letter.isupper() for letter in words)
    wire = "(" in words and ")" in words
    first = words.split()[0].rstrip(",")
    return match.end() if wire or (first.isupper() and len(first) > 2 and capitals >= 3) else start


def is_caption(text: str) -> bool:
    """Whether a short paragraph is a picture's caption or credit."""
    return len(text) <= 600 and bool(_CAPTION.match(text) or _CREDIT.search(text[-140:]))


def is_markup(text: str) -> bool:
    """Whether a line is an address, a picture's file, tags, or signs without a letter: nothing that is
    read.
    """
    if _TAGS.match(text) or not any(character.isalnum() for character in text[:2000]):
        return True
    words = text.split(None, 2)
    return len(words) <= 1 and bool(_ADDRESS_ONLY.match(text[:2000]) or _PICTURE_FILE.match(text[:2000]))


def is_heading(text: str) -> bool:
    """Whether a line standing alone looks like a heading: short, no end punctuation, begins like one."""
    if not 2 <= len(text) <= 100 or len(text.split()) > 14:
        return False
    first = text.lstrip("#*_ 0123456789.)")[:1]
    if not (first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())):
        return False
    return text[-1] not in _ENDS and text[-2:] != "--"
