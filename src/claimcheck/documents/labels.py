"""Speakers' labels and time codes as transcripts set them: "ANA RUIZ:", "Q.", "Tom Obi (00:01:02)", "[1:02]".

All patterns are anchored or bounded, so that the whole takes time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TIME = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
"""A time code of a recording, as a pattern: minutes and seconds, or hours before them."""
_WORD = r"[(\w][\w.,'’&()/-]{0,30}"
_NAME = rf"[^\W\d_][\w.'’&/-]{{0,30}}(?:[ \t]+{_WORD}){{0,6}}"
_LABEL = re.compile(
    rf"^[ \t>*_]{{0,8}}(?:[\[(]?(?P<before>{TIME})[\])]?[ \t]*)?[-–—]?[ \t]*[*_]{{0,3}}"
    rf"(?P<name>{_NAME})[ \t]*"
    rf"(?:[\[(](?P<after>{TIME})[\])])?[*_]{{0,3}}[:：][*_]{{0,3}}(?=\s)",
    re.MULTILINE,
)
_HEADED = re.compile(
    rf"^[ \t*_]{{0,8}}(?P<name>{_NAME}?)[*_]{{0,3}}[ \t]+[\[(]?(?P<after>{TIME})[\])]?[ \t*_]{{0,4}}$"
    rf"|^[ \t*_]{{0,8}}[\[(]?(?P<before>{TIME})[\])]?[ \t]+(?P<named>{_NAME})[ \t*_]{{0,4}}$",
    re.MULTILINE,
)
_EXAMINED = re.compile(r"^[ \t]{0,8}(?P<name>[QA])\.[ \t]+(?=\S)", re.MULTILINE)
_STAMP = re.compile(
    rf"^[ \t]{{0,8}}[\[(<]?(?P<line>{TIME})[\])>]?"
    rf"(?:[ \t]{{0,3}}(?:-->|[-–—])[ \t]{{0,3}}[\[(<]?{TIME}[\])>]?)?"
    rf"(?=[ \t]|$)|[\[<](?P<within>{TIME})[\]>]",
    re.MULTILINE,
)
_NOT_A_LABEL = frozenset(
    """
note notes correction editor's update warning example title subject date time re cc to from source sources
caption photo image figure table headline summary topic chapter section page abstract conclusion
introduction background results methods url link tags filed published updated question: here the this
that these those remember result fact first second third finally also but and so because one two three
read watch listen related more see breaking video photos gallery advertisement subscribe follow share
explainer factbox look
""".split()
)
_CHAIRS = frozenset(
    "court witness clerk chair chairman chairwoman chairperson speaker president minister judge defendant "
    "prosecutor moderator secretary commissioner mayor interpreter coroner foreman registrar".split()
)
"""Offices that a record calls speakers by: "THE COURT:", "The Minister of Ports (Ms Ruane):"."""
_NUMBERED = frozenset(
    "speaker voice witness man woman male female person participant respondent interviewer interviewee juror "
    "reporter caller guest resident officer unidentified unknown".split()
)
"""What a number after it tells apart: "Speaker 2"."""
_PARTICLES = frozenset("of the de van von der den la le del da di bin ibn al and for in".split())


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's label: what is said begins at ``end`` (code points), white space aside.

    Attributes:
        time: the time code in it, ``HH:MM:SS``, or None.
    """

    start: int
    end: int
    name: str
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time code that stands in a text, ``[start, end)`` in code points; ``time`` is ``HH:MM:SS``."""

    start: int
    end: int
    time: str
    opens_line: bool


def clock(seconds: int) -> str:
    """Seconds as ``HH:MM:SS``."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def seconds_of(code: str) -> int | None:
    """The second that a time code such as ``1:02:03``, ``62:03`` or ``01:02.5`` names, or None if none."""
    if re.fullmatch(TIME, code) is None:
        return None
    total = 0
    for part in re.split(r"[.,]", code)[0].split(":"):
        total = total * 60 + int(part)
    return total


def find_labels(text: str) -> list[Label]:
    """All that looks like a speaker's label at the beginning of a line, in text order.

    A single one proves no transcript ("Tarn: a town on the river"); that is for the caller to judge.
    """
    found = [
        Label(match.start(), match.end(), match["name"].strip(), _time(match["before"] or match["after"]))
        for match in _LABEL.finditer(text)
        if names_somebody(match["name"])
    ]
    found += _headed(text)
    marks = list(_EXAMINED.finditer(text))
    if {match["name"] for match in marks} == {"Q", "A"}:  # an examination, not the items of a list
        found += [Label(match.start(), match.end(), match["name"]) for match in marks]
    return sorted(found, key=lambda label: (label.start, label.end))


def _headed(text: str) -> Iterator[Label]:
    """Labels that are a line of their own, a name and a time; a list of such lines is no transcript."""
    matches = list(_HEADED.finditer(text))
    for number, match in enumerate(matches):
        following = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        name = (match["name"] or match["named"]).strip()
        if names_somebody(name) and not text[match.end() : following].isspace():
            yield Label(match.start(), match.end(), name, _time(match["before"] or match["after"]))


def find_stamps(text: str) -> list[Stamp]:
    """The time codes that begin a line, or stand in square or pointed brackets, in text order."""
    return [
        Stamp(*match.span(), _time(match["line"] or match["within"]) or "", match["line"] is not None)
        for match in _STAMP.finditer(text)
    ]


def _time(code: str | None) -> str | None:
    seconds = seconds_of(code) if code else None
    return None if seconds is None else clock(seconds)


def names_somebody(name: str) -> bool:
    """Whether the words before a colon may be a speaker: capitalised, and none that introduce a thing."""
    words = name.split()
    if not words or len(name) > 60:
        return False
    chaired = words[0].casefold() == "the" and bool(_CHAIRS & {word.casefold() for word in words[1:]})
    if words[0].casefold() in _NOT_A_LABEL and not chaired:
        return False
    numbered = words[0].casefold() in _NUMBERED
    return all(
        word[0].isupper()
        or word[0] in "("
        or word.casefold() in _PARTICLES
        or (numbered and word.strip("#").isdigit())
        for word in words
    )
