"""Attribution spans by rules: a reporting verb with its subject, and the clause or quotation it reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimcheck.extraction.quotations import find_quoted

Pair = tuple[int, int]

_VERBS = (
    "said|says?|told|tells?|wrote|writes?|added|adds?|argue[sd]?|claim(?:s|ed)?|conclude[sd]?|warn(?:s|ed)?|insist(?:s|ed)?"
    "|announce[sd]?|report(?:s|ed)?|note[sd]?|state[sd]?|suggest(?:s|ed)?|believe[sd]?|indicate[sd]?|show(?:s|ed)?|found|finds?"
    "|explain(?:s|ed)?|denied|denies|deny|confirm(?:s|ed)?|tweeted|posted|replied|testified|estimate[sd]?|predict(?:s|ed)?"
)
_NOUN_PHRASE = (
    r"(?:(?:[A-Z][\w.'’-]*|an?|the|some|many|several|one|two)(?:[ ](?:of|the|for|and|[\w'’.-]+)){0,5}?|\w+)"
)


@dataclass(frozen=True, slots=True)
class Spans:
    """Where an attribution's source, cue and content stand; each a tuple of spans in text order."""

    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    who, verb = rf"(?P<source>{_NOUN_PHRASE})", rf"(?P<cue>(?:has |have |had |also |later )*(?:{_VERBS}))"
    return (
        re.compile(rf"^{who}(?:, [^,]{{1,100}},)? {verb},? (?P<content>.+)$", re.DOTALL),
        re.compile(rf"^(?P<content>.{{3,}}?),? {who} {verb}(?: on \w+| in a statement)?[.”\"’]*$", re.DOTALL),
        re.compile(rf"^(?P<content>.{{3,}}?),? {verb} {who}[.”\"’]*$", re.DOTALL),
        re.compile(rf"^(?P<cue>According to) (?P<source>[^,]{{1,120}}), (?P<content>.+)$", re.DOTALL),
        re.compile(
            rf"^(?P<content>.{{3,}}?),? (?P<cue>according to) (?P<source>[^,]{{1,120}}?)\.?$", re.DOTALL
        ),
    )


def find_spans(text: str) -> list[Spans]:
    """One attribution a sentence at most, by the first pattern that fits."""
    quoted = [(q.start, q.end) for q in find_quoted(text) if q.depth == 0]
    found = []
    for start, end in _sentences(text, quoted):
        for pattern in _patterns():
            match = pattern.match(text[start : min(end, start + 2000)])
            if match:
                found.append(_spans(match, start))
                break
    return found


def _sentences(text: str, quoted: list[Pair]) -> list[Pair]:
    inside = iter([*quoted, (len(text) + 1, len(text) + 1)])
    low, high = next(inside)
    sentences, begin = [], 0
    for match in re.finditer(r"[.!?][\"”'’]*\s+(?=[\"“'‘]?[A-Z])|\n+", text):
        while high <= match.start():
            low, high = next(inside)
        if low < match.start() < high - 1:
            continue
        sentences.append((begin, match.start() + len(match.group().rstrip())))
        begin = match.end()
    return [*sentences, (begin, len(text.rstrip()))]


def _spans(match: re.Match[str], base: int) -> Spans:
    def span(group: str) -> tuple[Pair, ...]:
        begin, end = match.span(group)
        text = match.group(group)
        return ((base + begin, base + end - (text[-1:] == ".")),)

    return Spans(span("source"), span("cue"), span("content"))
