"""Sentences: where they begin and end in the reading text, in one pass over its stops.

A stop ends a sentence unless something says otherwise: the word before it (an abbreviation, an initial,
a list number), the word after it (lower case, a number, a name), or the marks around it (an ellipsis, an
attribution behind a quotation). Each sentence of a longer quotation is one of its own; closing marks and
footnote marks belong to the sentence they follow. A single line break is white space, unless the lines are
plainly items. The cases follow the public golden rules of the Pragmatic Segmenter (Dias 2014), our own
news cases come on top.
"""

from __future__ import annotations

import re
from itertools import pairwise

from claimcheck.documents import abbreviations as known

_STOP = re.compile(r"[.!?…‽]+(?: \.(?!\d))*|[。！？｡．؟۔।॥]+|[•⁃‣◦▪●]|\n")
_CLOSERS = re.compile(
    r"(?:\]\([^()\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)|\[\^?\w{1,5}\]|</\w{1,12}>"
    r"|[\"'”’»›)\]}*_~⁰¹²³⁴-⁹†‡])*"
)
_NEXT = re.compile(r"\s*(?:</?\w{1,12}>)?([\"'“‘«‹(\[{*_~¿¡<—–-]*)\s?([^\W_]*)")
_INITIALISM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}\Z")
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-Z][b-df-hj-np-tv-xz]{1,4}\Z")
_RUN_ON = re.compile(r"(?:[A-Z][a-z’']+|[IA])(?=[\s.,!?;:])")
_NOTE_NUMBER = re.compile(r"\d{1,3}(?:[,–-]\d{1,3}| \d{1,3}(?= )){0,5}(?=\s+[A-Z\"“(]|\s*\Z)")
_SPOKEN = re.compile(rf"(?:[A-Z][\w.’'-]{{0,30}}\s+){{1,5}}(?:{'|'.join(known.SPEECH_VERBS)})\b")
_LINE_ITEM = re.compile(r"[ \t]*(?:([-*+•⁃‣◦▪●])\s|[–—]\s|\(?(?:\d{1,3}|[a-z])[.)]\)?\s|\(?[ivx]{1,5}\)\s)")
_PAREN_MARKER = re.compile(r"\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)\s")
_MARKER = re.compile(r"\(?(\d{1,3}|[a-z])(\.\)|\)|\.)\s")
_UNCASED_STOPS = frozenset("。！？｡．؟۔।॥")
_BULLETS = frozenset("•⁃‣◦▪●")
_QUOTES = frozenset("\"'”’»›")
_BEHIND = 48
"""How far back, in code points, a word before a stop is looked for: keeps every decision constant in time."""
_SHORT_LINE = 48
"""Lines up to this length, without any stop, are items and not wrapped prose."""

Span = tuple[int, int]


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of ``text[start:end]`` as half-open spans, in order, trimmed of white space.

    Spans count in code points of ``text`` and never overlap; what lies between them is white space.
    A span may hold line breaks (hard-wrapped prose). Takes time linear in ``end - start``.
    """
    limit = len(text) if end is None else min(end, len(text))
    spans: list[Span] = []
    begin = _skip_space(text, max(start, 0), limit)
    for match in _STOP.finditer(text, begin, limit):
        if match.start() < begin:
            continue
        cut = _cut(text, begin, match, limit)
        if cut is not None:
            _add(spans, text, begin, cut)
            begin = _skip_space(text, cut, limit)
    _add(spans, text, begin, limit)
    return spans


def _skip_space(text: str, at: int, limit: int) -> int:
    while at < limit and text[at].isspace():
        at += 1
    return at


def _add(spans: list[Span], text: str, begin: int, cut: int) -> None:
    while cut > begin and text[cut - 1].isspace():
        cut -= 1
    if cut <= begin:
        return
    if text[begin].isalnum() or text[begin] == "(":
        items = _paren_items(text, begin, cut)
        if items:
            spans.extend(items)
            return
    if text.find("\n", begin, cut) < 0:
        spans.append((begin, cut))
    else:
        spans.extend(_lines(text, begin, cut))


def _cut(text: str, begin: int, match: re.Match[str], limit: int) -> int | None:
    """Where the sentence that began at ``begin`` ends because of this stop, or None if it goes on."""
    at, after = match.span()
    first = text[at]
    if first == "\n":
        return _break_at_line(text, at, limit)
    if first in _BULLETS:
        return at if at > begin else None
    closed = _CLOSERS.match(text, after, limit)
    stop = closed.end() if closed else after
    if stop >= limit or first in _UNCASED_STOPS:
        return stop
    if not text[stop].isspace():
        return _run_on(text, begin, at, after, stop, limit)
    upcoming = _NEXT.match(text, stop, limit)
    opener, word = upcoming.groups() if upcoming else ("", "")
    cluster = text[at:after]
    if len(cluster) > 2 or "…" in cluster:
        return _ellipsis(text, at, after, stop, opener, word)
    if first == ".":
        return _full_stop(text, begin, at, stop, opener, word)
    return stop if _exclaimed(text, at, after, stop, opener, word) else None


def _break_at_line(text: str, at: int, limit: int) -> int | None:
    """An empty line always ends a sentence; so does a line with a bullet, and a numbered one after a stop."""
    ahead = at + 1
    while ahead < limit and text[ahead] in " \t\r\u00a0":
        ahead += 1
    if ahead >= limit or text[ahead] == "\n":
        return at
    item = _LINE_ITEM.match(text, at + 1, limit)
    return at if item and (item[1] or text[max(at - 8, 0) : at].rstrip()[-1:] in ".:;!?") else None


def _word_before(text: str, begin: int, at: int) -> str:
    tail = text[max(begin, at - _BEHIND) : at]
    pieces = tail.rsplit(None, 1)
    if not pieces or (tail and tail[-1].isspace()):
        return ""
    return pieces[-1].lstrip("\"'“‘«‹([{*_~•⁃‣◦▪●—–")


def _full_stop(text: str, begin: int, at: int, stop: int, opener: str, word: str) -> int | None:
    before = _word_before(text, begin, at)
    if len(before) <= 3 and before.isalnum():
        marker = _marker(text, begin, at, before)
        if marker is not None:
            return marker if marker > begin else None
    if word and word[0].islower() and not word[1:2].isupper():
        item = text[begin] == "(" and _PAREN_MARKER.match(text, stop + 1)
        return stop if item else None
    if not word and opener[:1] in ("—", "–", "-") and text[stop - 1] in _QUOTES:
        return None
    if "(" in opener and word[:1].isdigit():
        return None
    return stop if _ends(text, begin, at, before, opener, word) else None


def _marker(text: str, begin: int, at: int, before: str) -> int | None:
    """For a short number or letter before a stop: ``begin`` if it marks the sentence as an item, its own
    place if it begins the next item, else None."""
    place = at - len(before)
    if place - begin < 6 and text[begin:place].strip("( \t•⁃‣◦▪●*-") == "":
        return begin if before.isdigit() or len(before) == 1 else None
    opening = _MARKER.match(text, begin)
    if opening is None or opening.group(2) == ")" or not text[place - 1].isspace():
        return None
    return place if _follows(opening.group(1), before) else None


def _follows(last: str, this: str) -> bool:
    if last.isdecimal() and this.isdecimal():
        return int(this) == int(last) + 1
    return len(last) == 1 == len(this) and last.isalpha() and ord(this) == ord(last) + 1


def _ends(text: str, begin: int, at: int, before: str, opener: str, word: str) -> bool:
    """Whether a full stop behind the word ``before`` ends the sentence, a capital or a number following."""
    key = before.lower()
    if len(before) == 1 and before.isalpha():
        return _after_initial(text, begin, at, before, opener, word)
    digits = word[:1].isdigit()
    if digits and (key in known.NUMBERED or key in known.MONTHS or key in known.TITLES):
        return False
    if key in known.CONNECTING or (key in known.TITLES and before[0].isupper()):
        return False
    if "." in before and _INITIALISM.match(before):
        return _after_initialism(key, at - begin, digits, opener, word)
    if key in known.TRAILING or _NO_VOWEL.match(before):
        return not digits and _starts(opener, word)
    return True


def _starts(opener: str, word: str) -> bool:
    """Whether what follows an abbreviation looks like the beginning of a sentence."""
    if "(" in opener or "[" in opener:
        return False
    return word.lower() in known.STARTERS or bool(opener.strip("*_~<—–-"))


def _after_initial(text: str, begin: int, at: int, letter: str, opener: str, word: str) -> bool:
    if letter.islower():
        return not word[:1].isdigit() and letter != "v"
    before = _word_before(text, begin, at - 1 - (text[at - 2 : at - 1] == " "))
    if letter == "I" and before.islower():
        return True
    if letter == "X" and before in ("on", "via"):  # the site, and nobody's initial
        return True
    if len(word) == 1 and text[at + 1 : at + 6].lstrip().startswith(word + "."):
        return False
    return _starts(opener, word) and word.lower() not in known.NAME_LIKE_STARTERS


def _after_initialism(key: str, so_far: int, digits: bool, opener: str, word: str) -> bool:
    if key in ("a.m", "p.m"):
        intro = so_far < 16
        return not intro and word.lower() not in known.AFTER_TIME and "(" not in opener
    return not digits and _starts(opener, word)


def _exclaimed(text: str, at: int, after: int, stop: int, opener: str, word: str) -> bool:
    """Whether ``!`` or ``?`` ends the sentence."""
    if word and word[0].islower() and not word[1:2].isupper():
        return False
    if not word and (opener[:1] in ("—", "–", "-") or "(" in opener):
        return False
    quoted = any(mark in _QUOTES for mark in text[after:stop])
    if quoted and not opener and word.lower() not in known.STARTERS:
        ahead = stop + 1
        return _SPOKEN.match(text, ahead, ahead + 160) is None
    if text[at] == "!" and not quoted and word.lower() not in known.STARTERS:
        return _word_before(text, 0, at).lower() not in known.EXCLAIMED_NAMES
    return True


def _ellipsis(text: str, at: int, after: int, stop: int, opener: str, word: str) -> int | None:
    """Three dots may be an omission within a sentence, or end it; a fourth, or a starting word, tells."""
    if not word or word[0].islower() or "(" in opener:
        return None
    cluster = text[at:after]
    spaced = at > 0 and text[at - 1].isspace()
    if cluster == ". . . ." and not spaced:
        return at + 1
    if cluster.count(".") >= 4 or any(mark in cluster for mark in "!?"):
        return stop
    if spaced or text[at - 1 : at] == "[":
        return None
    if word == "I" and text[max(at - 2, 0) : at].strip() == "I":
        return None
    return stop if opener or word.lower() in known.STARTERS or text[after:stop] else None


def _run_on(text: str, begin: int, at: int, after: int, stop: int, limit: int) -> int | None:
    """A stop without white space behind it: a missing space, a footnote number, or part of a word."""
    if stop > after:
        closed = text[stop - 1] in "”»" and text[stop].isupper() and text[stop + 1 : stop + 2].islower()
        note = _NOTE_NUMBER.match(text, stop, limit) if text[stop - 1] in _QUOTES else None
        return stop if closed else (note.end() if note else None)
    before = text[max(begin, at - 2) : at]
    note = _NOTE_NUMBER.match(text, after, limit)
    if note and before[-1:] == ")":
        return note.end()
    if len(before) < 2 or not before.isalnum() or not (before[-1].islower() or before[-1].isdigit()):
        return None
    if note and before.isalpha():
        return note.end() if _word_before(text, begin, at).lower() not in known.NUMBERED else None
    run_on = _RUN_ON.match(text, after, limit)
    if run_on is None or run_on.group().lower() in known.DOMAIN_ENDINGS:
        return None
    word = _word_before(text, begin, at)
    abbreviated = word.lower() in known.TITLES or word.lower() in known.TRAILING
    return None if abbreviated or any(sign in word for sign in ("/", "@", "www.", "#")) else after


def _paren_items(text: str, begin: int, cut: int) -> list[Span]:
    """``1) first 2) second`` as items; empty if the sentence is not such a list."""
    opening = _MARKER.match(text, begin, cut)
    if opening is None or opening.group(2) == ".":
        return []
    spans, here, last, delimiter = [], begin, opening.group(1), opening.group(2)
    while True:
        following = str(int(last) + 1) if last.isdecimal() else chr(ord(last) + 1)
        place = text.find(f" {following}{delimiter} ", here, cut)
        if place < 0:
            break
        spans.append((here, place))
        here, last = place + 1, following
    return [*spans, (here, cut)] if spans else []


def _lines(text: str, begin: int, cut: int) -> list[Span]:
    """Cuts a stretch of lines where the line breaks are plainly meant; otherwise it is one sentence."""
    lines = _line_spans(text, begin, cut)
    longest = max(end - start for start, end in lines)
    alike = len({text[start].islower() for start, _ in lines}) == 1
    if alike and text[cut - 1].isalnum() and longest <= _SHORT_LINE:
        return lines
    spans = [lines[0]]
    for last, this in pairwise(lines):
        if _meant(text, last, this, longest):
            spans.append(this)
        else:
            spans[-1] = (spans[-1][0], this[1])
    return spans


def _line_spans(text: str, begin: int, cut: int) -> list[Span]:
    spans = []
    while begin < cut:
        end = text.find("\n", begin, cut)
        end = cut if end < 0 else end
        stop = end
        while stop > begin and text[stop - 1].isspace():
            stop -= 1
        if stop > begin:
            spans.append((begin, stop))
        begin = _skip_space(text, end, cut)
    return spans


def _meant(text: str, line: Span, following: Span, longest: int) -> bool:
    """Whether a line break was meant: the next line begins like one, and its first word would have fitted."""
    first = text[following[0]]
    if not (first.isupper() or first in '(["“'):
        return False
    word_end = text.find(" ", following[0], following[1])
    word = (word_end if word_end >= 0 else following[1]) - following[0]
    return longest > _SHORT_LINE and line[1] - line[0] + 1 + word < longest * 0.6
