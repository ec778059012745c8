"""What the trained chains miss and rules see: relays, headlines, hearsay, continued quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise

from claimcheck.documents.datelines import leading_dateline
from claimcheck.extraction.attribution.asides import without_asides
from claimcheck.extraction.attribution.contents import whole_content, without_addressee
from claimcheck.extraction.attribution.doubles import without_doubles
from claimcheck.extraction.attribution.framed import framed_reports
from claimcheck.extraction.attribution.lexicon import DETERMINERS, SPEECH, STOP
from claimcheck.extraction.attribution.owners import one_voice
from claimcheck.extraction.attribution.patterns import headlines, reports, sentence_starts
from claimcheck.extraction.attribution.plain import plain_reports
from claimcheck.extraction.attribution.rulings import rulings
from claimcheck.extraction.attribution.sources import whole_source
from claimcheck.extraction.attribution.spans import Pair, Spans
from claimcheck.extraction.attribution.unsaid import says_nothing, voiced
from claimcheck.extraction.quotations import Quoted

_REACH = 400
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been) (?:\w+ )?(?:said|argued|claimed|believed|thought|reported|alleged|suggested"
    r"|understood|feared|hoped|accused|suspected|rumou?red)(?: to| of)?$",
    re.IGNORECASE,
)
_BE = re.compile(r"\b(?:is|are|was|were|been|being|be)\b", re.IGNORECASE)
_GAP = re.compile(r"(?:,? [^\n“”\"]{2,120})?\s*\n\s*")
_WHOLE = re.compile(r"[^\S\n]*(?:\n|\Z)")
_COUNTED = re.compile(r"\d[\d.,]* [a-z]")
_NO_SOURCE = frozenset(("", "within", "after", "before", "during", "since", "for", "at", "by", *DETERMINERS))
_LONGEST = 30  # paragraphs that one quotation may go on for
_RELAY = re.compile(r",? \(?(?:as (?:translated|quoted|cited|reported|relayed)|(?:citing|quoting)) ")


@cache
def _following() -> re.Pattern[str]:
    return re.compile(
        r"(?: (?:on|last|this|in|at|to|during|through) (?:(?:an?|the|his|her|their|its) )?(?:[\w-]+ ){0,3}?"
        r"(?:\w+day|week|month|statement|interview|speech|conference|briefing|e-?mail|letter|report|post"
        r"|tweet|reporters|court|interpreter)\b)?,?:? ?"
        r"(?P<content>[^\n,.;]{2}[^\n]{6,400}?)(?=[.!?](?:\s|$)|\n|$)"
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r",(?: (?:citing|quoting) [^,\n]{3,120},)? (?P<content>[^\n]{3,400}?)(?=[.!?](?:\s|$)|\n|$)"
    )


def repair(text: str, found: list[Spans], quoted: list[Quoted]) -> list[Spans]:
    """Complete and correct what the chains found; ``quoted`` are the outermost quotations of the text."""
    found = _outside_names(text, found)
    completed = [
        _completed(text, _without_relays(text, _passive(text, _sources(text, spans))))
        for spans in _own_sources(text, without_asides(text, found))
    ]
    lines = [_own_words(line, found, quoted) for line in headlines(text) if not _holds(line, found)]
    completed = _once(completed)
    kept = [*_outside([spans for spans in completed if not says_nothing(text, spans)], lines), *lines]
    starts = sentence_starts(text)
    kept = _with_framed(text, kept, starts)
    taken = _Taken(kept)
    for find in (rulings, reports, plain_reports):
        kept += [spans for spans in find(text, starts) if taken.free(spans)]
        taken = _Taken(kept)
    kept = [whole_content(text, spans) for spans in kept]
    kept = without_doubles(text, sorted(kept, key=lambda spans: spans.cue))
    kept = [_trimmed(text, spans) for spans in kept]
    return _continued(text, one_voice(text, kept, quoted), quoted)


def _outside_names(text: str, found: list[Spans]) -> list[Spans]:
    """Without acts in another's source: "harbour" is none in "harbour master Siri Dahl said"."""
    names = _Taken([Spans((), (), spans.source) for spans in found if voiced(text, spans.cue[0])])
    return [spans for spans in found if voiced(text, spans.cue[0]) or names.free(Spans((), spans.cue, ()))]


def _with_framed(text: str, found: list[Spans], starts: list[int]) -> list[Spans]:
    """With those beside a clause ("…, figures show"), which take the place of what is half seen there."""
    framed: dict[Pair, Spans] = {}
    for spans in framed_reports(text, starts):
        framed.setdefault(spans.cue[0], spans)
    whole = _Taken([replace(spans, content=()) for spans in found if spans.source and _told(text, spans)])
    named = [replace(spans, content=spans.source) for spans in framed.values()]
    cues = _Taken([replace(spans, content=()) for spans in found if _told(text, spans)])
    new = [
        spans
        for spans, frame in zip(framed.values(), named, strict=True)
        if whole.free(frame) and (not _behind(spans) or cues.free(replace(spans, cue=())))
    ]
    frames = _Taken([replace(spans, content=spans.source) for spans in new])
    return [spans for spans in found if frames.free(replace(spans, content=()))] + new


def _behind(spans: Spans) -> bool:
    """Whether it is named behind what is said, and may tell of the last clause only."""
    return spans.content[0][0] < spans.cue[0][0]


def _told(text: str, spans: Spans) -> bool:
    return any(text[slice(*pair)].lower() not in ("as", "that") for pair in spans.content)


def _once(found: list[Spans]) -> list[Spans]:
    """One attribution a cue, that with a source."""
    best: dict[Pair, Spans] = {}
    for spans in found:
        if spans.cue[0] not in best or (spans.source and not best[spans.cue[0]].source):
            best[spans.cue[0]] = spans
    return list(best.values())


def _own_sources(text: str, found: list[Spans]) -> list[Spans]:
    """No source holds a cue, its own or another's ("X reported the governor" said)."""
    cues = sorted(pair for spans in found for pair in spans.cue if voiced(text, pair))

    def own(pair: Pair) -> Pair:
        index = bisect_left(cues, (pair[0], 0))
        if index >= len(cues) or cues[index][1] > pair[1]:
            return pair
        start, end = cues[index]
        if start > pair[0] and (text[start:end].lower() == "according to" or end == pair[1]):
            return pair[0], start
        rest = text[end : pair[1]]
        return end + len(rest) - len(rest.lstrip(" ,")), pair[1]

    return [
        replace(spans, source=tuple(one for one in map(own, spans.source) if text[slice(*one)].strip(" ,")))
        for spans in found
    ]


def _sources(text: str, spans: Spans) -> Spans:
    return without_addressee(text, whole_source(text, _subject(text, spans)))


def _holds(line: Spans, found: list[Spans]) -> bool:
    """Whether the source of a line with a colon is a sentence that says something itself."""
    start, end = line.source[0]
    return any(start < pair[0] and pair[1] <= end for spans in found for pair in spans.cue)


def _own_words(line: Spans, found: list[Spans], quoted: list[Quoted]) -> Spans:
    """``Crane said: "…" Mears replied: "…"``: a line's quotation ends where somebody else begins to speak.

    ``found`` is in order of the cues.
    """
    start, end = line.content[0]
    at = bisect_left(quoted, start, key=lambda mark: mark.start)
    if at >= len(quoted) or quoted[at].start != start or quoted[at].end >= end:
        return line
    marks = [(mark.start, mark.end) for mark in quoted[at : at + 12]]  # a line is too short for more
    first = bisect_left(found, marks[0][1], key=lambda spans: spans.cue[0][0])
    for spans in found[first : bisect_left(found, end, first, key=lambda spans: spans.cue[0][0])]:
        quiet = any(low <= spans.cue[0][0] < high for low, high in marks)
        if not quiet and spans.source and all(low > start for low, _ in spans.content):
            return replace(line, content=(marks[0],))
    return line


def _passive(text: str, spans: Spans) -> Spans:
    """``It is said that…``, ``Hansen is said to…``: who stands before the verb does not speak."""
    if not spans.source or not _PASSIVE.search(text[slice(*spans.cue[0])]):
        return spans
    subject = spans.source[0]
    if subject[0] > spans.cue[0][0]:
        return spans
    told = text[slice(*subject)].lower() in ("it", "there")
    return replace(spans, source=(), content=spans.content if told else (subject, *spans.content))


def _subject(text: str, spans: Spans) -> Spans:
    """``The union warned of strikes``: words right before an active verb of speech are who speaks."""
    start, end = spans.cue[0]
    words = text[start:end].lower().split()
    if spans.source or not spans.content or not words or words[-1] not in SPEECH:
        return spans
    low, high = spans.content[0]
    if high > start or text[high:start].strip(" ") or text[high - 1] in ",.!?:;\"”’'" or high - low > 100:
        return spans
    if _BE.search(text[max(0, start - 12) : end]):
        return spans
    return replace(spans, source=(spans.content[0],), content=spans.content[1:])


def _without_relays(text: str, spans: Spans) -> Spans:
    """The source without those who only relay it."""
    source = []
    for start, end in spans.source:
        match = _RELAY.search(text[start:end])
        source.append((start, start + match.start() if match and match.start() else end))
    return replace(spans, source=tuple(source))


def _trimmed(text: str, spans: Spans) -> Spans:
    """No space at the ends, no comma after a content, no open bracket or bare article as a source."""
    source = (_stripped(text, pair, " (") for pair in spans.source)
    content = (_stripped(text, pair, " ,;:") for pair in spans.content)
    return replace(
        spans,
        source=tuple(pair for pair in source if text[slice(*pair)].lower() not in _NO_SOURCE),
        content=tuple(sorted(pair for pair in content if pair[0] < pair[1])),
    )


def _stripped(text: str, pair: Pair, marks: str) -> Pair:
    start, end = pair
    whole = text[start:end]
    start += len(whole) - len(whole.lstrip())
    return start, max(start, pair[0] + len(whole.rstrip().rstrip(marks).rstrip()))


def _completed(text: str, spans: Spans) -> Spans:
    """A speech verb or "according to" that was left without a content gets the clause beside it."""
    start, end = spans.cue[0]
    words = text[start:end].lower().split()
    if spans.content or not spans.source or not words:
        return spans
    if words[-1] == "to" and words[0] == "according":
        first, comma, rest = text[slice(*spans.source[0])].partition(", ")
        if comma and (len(rest.split()) > 3 or _COUNTED.match(rest)):
            low, high = spans.source[0]
            match = _opening().match(text, low + len(first))
            content = match.span("content") if match else (high - len(rest), high)
            return replace(spans, source=((low, low + len(first)),), content=(content,))
        before = text[max(0, start - 2) : start].strip()
        match = None if before and before[-1] not in '.!?”"' else _opening().match(text, spans.source[-1][1])
        return replace(spans, content=(match.span("content"),)) if match else spans
    if words[-1] not in SPEECH:
        return spans
    return replace(
        spans, content=_clause(text, min(start, spans.source[0][0]), max(end, spans.source[-1][1]))
    )


def _clause(text: str, low: int, high: int) -> tuple[Pair, ...]:
    """The clause before ``low`` that ends in a comma, else what follows ``high``, within the sentence."""
    window = text[max(0, low - _REACH) : low]
    begin = low - len(window) + max((stop.end() for stop in STOP.finditer(window)), default=0)
    begin = leading_dateline(text, begin, low)
    clause = text[begin:low].rstrip()
    if clause.endswith((",", ",”", ',"')) and len(clause.split()) >= 3:
        return ((begin, begin + len(clause) - clause.endswith(",")),)
    match = _following().match(text, high)
    return (match.span("content"),) if match else ()


class _Taken:
    """The places of attributions that are there already."""

    def __init__(self, found: list[Spans]) -> None:
        pairs = sorted(pair for spans in found for pair in (*spans.cue, *spans.content))
        self.starts = [start for start, _ in pairs]
        self.ends = list(accumulate((end for _, end in pairs), max))

    def free(self, spans: Spans) -> bool:
        """Whether nothing overlaps the attribution's cue and content."""
        return not any(self._overlaps(pair) for pair in (*spans.cue, *spans.content))

    def _overlaps(self, pair: Pair) -> bool:
        index = bisect_left(self.starts, pair[1])
        return index > 0 and self.ends[index - 1] > pair[0]


def _outside(found: list[Spans], lines: list[Spans]) -> list[Spans]:
    """Those whose cue stands in none of ``lines``."""
    hulls = sorted(_hull(spans) for spans in lines)
    starts = [start for start, _ in hulls]

    def within(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < hulls[index][1]

    return [spans for spans in found if not within(spans.cue[0][0])]


def _hull(spans: Spans) -> Pair:
    pairs = (*spans.source, *spans.cue, *spans.content)
    return min(start for start, _ in pairs), max(end for _, end in pairs)


def _continued(text: str, found: list[Spans], quoted: list[Quoted]) -> list[Spans]:
    """Let a content go on into the next paragraphs, where each opens with a mark and only the last closes."""
    contents = sorted(pair for spans in found for pair in spans.content)
    starts = [start for start, _ in contents]

    def attributed(mark: Quoted) -> bool:
        at = bisect_left(starts, mark.end) - 1
        return at >= 0 and contents[at][1] > mark.start

    out = []
    for spans in found:
        pairs = list(spans.content)
        if pairs:
            pairs += [(m.start, m.end) for m in _after(text, pairs[-1], quoted) if not attributed(m)]
            pairs += [(m.start, m.end) for m in _alone(text, pairs[-1], quoted, attributed)]
            pairs = [(m.start, m.end) for m in _before(text, pairs[0], quoted) if not attributed(m)] + pairs
        out.append(replace(spans, content=tuple(pairs)))
    return out


def _after(text: str, last: Pair, quoted: list[Quoted]) -> Iterator[Quoted]:
    index = bisect_right(quoted, last[0], key=lambda mark: mark.end)
    while index + 1 < len(quoted) and quoted[index].end < last[1]:
        index += 1
    if index >= len(quoted) or quoted[index].start >= last[1]:
        return
    for one, two in pairwise(quoted[index : index + _LONGEST]):
        if not _joined(text, one, two):
            return
        yield two


def _alone(
    text: str, last: Pair, quoted: list[Quoted], attributed: Callable[[Quoted], bool]
) -> Iterator[Quoted]:
    """Whole paragraphs of quotation behind that of a quotation, which nobody else is said to say."""
    index = bisect_left(quoted, last[1], key=lambda mark: mark.end)
    if index >= len(quoted) or quoted[index].start != last[0] or quoted[index].open:
        return
    for _ in range(_LONGEST):
        chain = quoted[index + 1 : index + 2]
        if not chain or not _GAP.fullmatch(text, quoted[index].end, chain[0].start):
            return
        while chain[-1].open and index + 1 + len(chain) < len(quoted) and len(chain) < _LONGEST:
            chain.append(quoted[index + 1 + len(chain)])
        if chain[-1].open or any(map(attributed, chain)) or not _WHOLE.match(text, chain[-1].end):
            return
        yield from chain
        index += len(chain)


def _before(text: str, first: Pair, quoted: list[Quoted]) -> list[Quoted]:
    index = bisect_right(quoted, first[0], key=lambda mark: mark.end)
    found: list[Quoted] = []
    while (
        0 < index < len(quoted) and len(found) < _LONGEST and _joined(text, quoted[index - 1], quoted[index])
    ):
        index -= 1
        found.insert(0, quoted[index])
    return found if not found or quoted[index + len(found)].start <= first[1] else []


def _joined(text: str, one: Quoted, two: Quoted) -> bool:
    between = text[one.end : min(two.start, one.end + 20)]
    return one.open and two.start - one.end <= 20 and "\n" in between and not between.strip()
