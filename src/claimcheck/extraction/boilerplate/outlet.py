"""Sentences in which an outlet speaks of itself ("The Ostley Courier has served its readers since 1904").

They read as news does, so what gives them away is the name: it stands in the page's own notices (copyright,
subscription, terms), and the article speaks of it nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.extraction.boilerplate.lines import Line
from claimcheck.extraction.closed import REPORTED

_NOTICES = frozenset(
    {
        "copyright notice",
        "reference line",
        "subscription line",
        "cookie notice",
        "disclaimer",
        "note on the article",
    }
)
"""Reasons of lines in which a site names itself."""
_RUN = re.compile(r"[A-Z0-9][\w&'’+-]*(?: (?:(?:of|and|the|&|for) )?[A-Z][\w&'’+-]*)*")
_LEAD = re.compile(r"(?:(?:here )?at |about |from |join |why |with )?(?:the |your )?", re.IGNORECASE)
_OWNER = re.compile(
    r" (?:Media|Group|LLC|Ltd|Inc|Limited|Company|Corporation|Corp|Co|Publishing|News|Network)\b.*"
)
_COMMON = frozenset(
    "The This All You Your We Our By To Get Sign Read If Copyright Privacy Terms Subscribe".split()
)
_OWNED = re.compile(r"©|\(c\)|copyright|rights reserved", re.IGNORECASE)
_LONGEST = 70
_MOST = 40


def _named(text: str) -> Iterator[str]:
    for run in _RUN.findall(text[:400]):
        name = run.removeprefix("The ").removeprefix("Copyright ").lstrip("0123456789 ")
        for form in (name, _OWNER.sub("", name)):
            if len(form) >= 4 and form not in _COMMON:
                yield form


def outlet_names(lines: Sequence[Line], reasons: dict[int, str]) -> frozenset[str]:
    """What the page calls itself in its notices; with some other capitalised words that begin no sentence.

    A single word ("get the latest Vale news") may be the page's subject: only who claims the copyright is it.
    """
    found: set[str] = set()
    for at, why in sorted(reasons.items()):
        if why in _NOTICES and len(found) < _MOST:
            owner = bool(_OWNED.search(lines[at].text))
            found |= {name for name in _named(lines[at].text) if owner or " " in name}
    return frozenset(found)


def mark_self_reference(lines: Sequence[Line], reasons: dict[int, str]) -> None:
    """Sentences whose subject is the outlet, where nothing else in the article names it."""
    names = outlet_names(lines, reasons)
    if not names:
        return
    told = [line.text for at, line in enumerate(lines) if at not in reasons and line.prose]
    told = [text for text in told if _subject(text, names) is None]
    names = frozenset(name for name in names if not any(name in text for text in told))
    for at, line in enumerate(lines):
        if at in reasons or line.heading or not 4 <= len(line.words) <= _LONGEST:
            continue
        if REPORTED.isdisjoint(line.lower) and _subject(line.text, names):
            reasons[at] = "the outlet on itself"


def _subject(text: str, names: frozenset[str]) -> str | None:
    lead = _LEAD.match(text)
    run = _RUN.match(text, lead.end() if lead else 0)
    if run is None:
        return None
    name = run[0].removesuffix("'s").removesuffix("’s")
    return next((form for form in (name, _OWNER.sub("", name)) if form in names), None)
