"""What part a line or paragraph plays in an article, where nothing but its words tells."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

from claimcheck.documents.calendar_words import MONTH, MONTHS

_DAY_NAME = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_WRITTEN_DATE = re.compile(
    rf"{_DAY_NAME}(?:(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH}),?\s+(?P<year2>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))",
    re.I,
)
_DATE_LABEL = re.compile(
    r"(?:(?:(?:first\s+)?(?:published|posted|updated|last (?:updated|modified)|date|issued|released)"
    r"(?:\s+(?:on|at))?|(?:for immediate|press|news|media) release)\s*[:,–—-]?\s*)?"
    r"(?:\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?,?\s+(?:on\s+)?)?",
    re.I,
)
_DATE_REST = re.compile(
    r"[\s,|·•–—-]*(?:at\s+)?(?:(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"
    r"\s*(?:[A-Z]{2,4})?)?"
    r"[\s,|·•–—-]*(?:(?:updated|modified)\b.{0,60}|\d{1,2} min(?:ute)?s? read)?\s*",
    re.I,
)
_TEXT_KIND = re.compile(
    r"(?:(?:the|draft|official|summary|full|written|verbatim|press|joint|witness|open)\s+){0,3}"
    r"\b(?:minutes|notes?|records?|transcripts?|interview|meeting|letter|statement|hearing|speech|report"
    r"|e-?mail|memo(?:randum)?|release|testimony|session|sitting|briefing|bulletin|newsletter|journal|gazette"
    r"|diary|magazine|communiqu[eé]|circular|press conference)\b",
    re.I,
)
_NOT_ITS_DAY = re.compile(
    r"\b(?:embargo\w*|until|till|deadline|due|expires?|valid|effective|next|born|died"
    r"|end(?:ed|ing)|opens?|closes?|starts?|begins?)\b",
    re.I,
)
_BODIES = frozenset(
    "council authority ministry department commission committee agency association institute university trust"
    " board service constabulary gazette herald times journal bulletin release ltd plc inc".split()
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
_PLACED_LONGEST = 60
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
    name = (match["month"] or match["month2"])[:3].lower()
    month = next(index for index, full in enumerate(MONTHS, 1) if full.startswith(name))
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


def labelled_day(line: str) -> str | None:
    """The ISO date of a line of a date alone, or at the end of one that says of what kind of text it is
    ("Interview with Ana Ruiz, 10 November 2026", "Harbour journal, 3 May 2026") or of which place ("Tarn, 3
    May 2026"). None for a sentence, for two dates, and for a day by or until which something is to be.
    """
    if len(line) > 140:
        return None
    if alone := date_line(line):
        return alone
    match = _WRITTEN_DATE.search(line)
    if match is None or line[match.end() :].strip(" )]*_") or not line[: match.start()].strip():
        return None
    head, day = line[: match.start()], written_day(line[match.start() :])
    words = head.split()
    if head.rstrip(" (")[-1:] in ",:|–—-" or head[-1:] == "(":
        told = bool(_TEXT_KIND.search(head)) or (
            len(words) <= 2 and bool(_NAME_ONLY.fullmatch(head.rstrip(" ,")))
        )
        return day if told and not _NOT_ITS_DAY.search(head) else None
    if words[-1].lower() not in ("of", "on", "dated") or not _TEXT_KIND.match(head):
        return None
    return None if _NOT_ITS_DAY.search(head) else day


def placed_day(line: str) -> str | None:
    """The ISO date of a line of a place and a date ("Tarn, 3 May 2026", "NEW LEA, 3 May 2026").

    A kind of text or a body before the date ("Minutes, 3 May 2026") is a title instead.
    """
    match = _WRITTEN_DATE.search(line) if len(line) <= _PLACED_LONGEST else None
    if match is None or line[match.end() :].strip():
        return None
    place, comma, rest = line[: match.start()].partition(",")
    if not comma or rest.strip() or len(place.split()) > 2 or not _NAME_ONLY.fullmatch(place):
        return None
    titled = _TEXT_KIND.search(place) or place.split()[-1].lower() in _BODIES or _NOT_ITS_DAY.search(place)
    return None if titled else written_day(line[match.start() :])


def is_masthead(line: str) -> bool:
    """Whether a line in capitals names a body or a kind of text and says nothing."""
    words = line.split()
    named = bool(words) and (
        words[-1].strip(".:").lower() in _BODIES or (words[1:2] == ["OF"] and words[0].lower() in _BODIES)
    )
    return line.isupper() and len(words) <= 6 and named


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


def is_page_line(text: str) -> bool:
    """Whether a line is a button, link or label of a page ("Save for later", "Sign in", "Most read"), as it
    stays behind in text that is copied from one; it heads nothing.
    """
    return len(text) <= 60 and bool(_page_line().fullmatch(" ".join(text.split()).rstrip(" .:…›»>")))


@cache
def _page_line() -> re.Pattern[str]:
    this = r"(?: (?:(?:this|full|the|your) )?(?:article|story|page|post|link|item))?"
    lines = (
        rf"(?:save|share|print|e-?mail|bookmark|copy|listen(?: to)?|gift|like|follow){this}",
        r"save (?:it )?for later|save to (?:my )?(?:list|library)",
        r"add to (?:reading list|favou?rites|my list)|send to a friend|follow us(?: on \w+)?",
        r"share(?: (?:this|it))?(?: (?:on|via|with) [\w ,]{2,30}| options)",
        r"listen(?: now)?|(?:play|pause|download) (?:audio|video|podcast|episode)",
        r"[\d:]{4,8} ?/ ?[\d:]{4,8}|loading|translate",
        r"sign (?:in|up|out)|log ?(?:in|out)|register|subscribe(?: now| today)?|my account",
        r"donate(?: now)?|support us|(?:our )?newsletters?|read more|you may also like",
        r"(?:the )?most (?:read|viewed|shared|popular|commented|watched)|trending(?: now)?|popular(?: now)?",
        r"(?:related|more|recommended|top) (?:articles|stories|news)|editor[’']?s[’']? (?:picks?|choice)",
        r"(?:skip|jump|go|back) to (?:(?:the|main) )?"
        r"(?:content|navigation|search|comments|home ?page|home|top)",
        r"(?:open|close|show|hide|toggle|expand|collapse|enlarge)(?: (?:the|this|main|image))?"
        r" (?:menu|caption|navigation|search|image|sidebar|gallery|comments|more)",
        r"menu|(?:show|load|view) (?:more|comments|gallery)|accept(?: all)?(?: cookies)?",
        r"(?:cookie|privacy|consent) (?:settings|preferences)|(?:text|font|type) size",
        r"report (?:an error|a mistake|this ad)|advertisement|comments?(?: \(?\d+\)?)?",
        r"(?:leave|post|add) a comment|(?:(?:get|manage|turn on) )?(?:alerts|notifications)",
        r"(?:image|photo|slide) \d+ of \d+|make us (?:a |your )?preferred(?: source)? on \w+",
        r"reading time(?: ?:? ?\d+ min\w*)?|\d+ min(?:ute)?s? read",
    )
    return re.compile("|".join(lines), re.IGNORECASE)


def is_heading(text: str) -> bool:
    """Whether a line standing alone looks like a heading: short, no end punctuation, begins like one."""
    if not 2 <= len(text) <= 100 or len(text.split()) > 14:
        return False
    first = text.lstrip("#*_ 0123456789.)")[:1]
    if not (first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())):
        return False
    return text[-1] not in _ENDS and text[-2:] != "--"
