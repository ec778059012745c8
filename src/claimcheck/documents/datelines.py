"""The place and agency that a report opens with: "LONDON, March 4 (Reuters) — ".

A name with an aside behind it ("NATO — which met on Monday — agreed") looks the same up to the dash, and is
the subject of its sentence.
"""

from __future__ import annotations

import re

from claimcheck.documents.calendar_words import MONTH

_OPENING = re.compile(
    rf"(?:[^\W\d_a-z](?:[^\W\d_a-z]|[.’' -](?=[^\W\d_a-z])){{2,40}}(?:,\s[^\W\d_][\w."
    rf" ]{{1,24}}?)?(?:[,/]\s?(?:{MONTH})\s\d{{1,2}}(?:,\s\d{{4}})?)?"
    r"(?:\s\([^()\n]{2,40}\))?"
    r"|[^\W\d_a-z][\w.’' -]{2,30}(?:,\s[^\W\d_][\w. ]{1,24}?)?\s\([^()\n]{2,40}\)|\([A-Z][^()\n]{1,30}\))"
    r"\s?(?:—|–|--|-)\s+"
)
_CLOSING = re.compile(r"[^.!?\n—–]{2,160}?(?:\s[-–—]{1,2}\s|—)(?P<word>[a-z]+)")
_FINITE = frozenset(
    "is are was were has have had will would can could may might must should did does said met won lost went "
    "came made took held told gave began became sold bought".split()
)
_DASH = re.compile(r"\s[-–—]{1,2}\s|—")
_STOP = re.compile(r"[.!?\n]")
_NO_VERB = frozenset("as his its this perhaps plus thus always sometimes across besides minus".split())
_WITHIN = 160
_LEAST = 20
"""Code points of the report itself behind its dateline."""


def leading_dateline(text: str, start: int, end: int) -> int:
    """The end of "LONDON, March 4 (Reuters) — " at the beginning of ``text[start:end]``, else ``start``."""
    match = _OPENING.match(text, start, min(end, start + _WITHIN))
    if match is None or end - match.end() < _LEAST:
        return start
    if text[match.end()].islower():  # "NATO — the alliance of 1949 — grew": an aside, no dateline
        return start
    words = match.group()
    if "(" in words and ")" in words:
        return match.end()
    first = words.split()[0].rstrip(",")
    telling = first.isupper() and len(first) > 2 and sum(letter.isupper() for letter in words) >= 3
    return match.end() if telling and not _opens_an_aside(text, match.end(), end) else start


def _opens_an_aside(text: str, at: int, end: int) -> bool:
    """Whether a second dash closes what the first one opens, and the verb follows: "— Kent's port — was".

    Of two more dashes one opens an aside and the other closes it, so the first is the dateline's own.
    """
    closing = _CLOSING.match(text, at, end)
    if closing is None:
        return False
    stop = _STOP.search(text, at, end)
    if sum(1 for _ in _DASH.finditer(text, at, stop.start() if stop else end)) == 2:
        return False
    word = closing["word"]
    return word in _FINITE or (word.endswith(("ed", "es", "s")) and len(word) > 3 and word not in _NO_VERB)
