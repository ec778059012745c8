"""Attributions that a pattern sees and the chains, taught on long news articles, may not.

Headlines, whose grammar is their own ("Minister: no plan to quit"), and in running text the plainest patterns
of reports ("The authors argue that…", "As X notes, …") and of hearsay ("is said to").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from claimcheck.extraction.attribution.lexicon import (
    BARE_PERSONS,
    COLLECTIVES,
    DOCUMENTS,
    GIVEN_HE,
    GIVEN_SHE,
    ORGANISATION_WORDS,
    SPEECH,
    TITLES,
)
from claimcheck.extraction.attribution.spans import Spans

LABELS = frozenset(
    "opinion analysis comment editorial live video watch exclusive breaking update updated correction "
    "note warning photo"
    " photos gallery podcast factbox explainer timeline related more headline summary abstract source "
    "sources by".split()
)
"""Words before a colon that name a kind of text and nobody who speaks."""

_REPORT = (
    r"(?:acknowledge[sd]?|admit(?:s|ted)?|add(?:s|ed)?|allege[sd]?|announce[sd]?|argue[sd]?|assert(?:s"
    r"|ed)?|believe[sd]?"
    r"|caution(?:s|ed)?|claim(?:s|ed)?|conclude[sd]?|confirm(?:s|ed)?|contend(?:s|ed)?|estimate[sd]?"
    r"|explain(?:s|ed)?"
    r"|finds?|found|insist(?:s|ed)?|maintain(?:s|ed)?|note[sd]?|observe[sd]?|predict(?:s|ed)?|report(?:s"
    r"|ed)?|reveal(?:s|ed)?|agree[sd]?|complain(?:s|ed)?|declare[sd]?|den(?:y|ies|ied)|dispute[sd]?|doubt(?:s|ed)?|h(?:olds|eld)|rule[sd]"
    r"|writes|wrote|records|recorded|fear(?:s|ed)?|hope[sd]?|indicate[sd]?|promise[sd]?|recall(?:s|ed)?|testif(?:y|ies|ied)|thinks|thought"
    r"|says?|said|show(?:s|ed)?|state[sd]?|stress(?:es|ed)?|suggest(?:s|ed)?|warn(?:s|ed)?)"
)
END = r"(?=[.!?][\"”’)]*(?:\s|$)|\n|$)"
_BEGIN = r"(?:^|(?<=[.!?] )|(?<=[.!?][\"”’] ))"


@cache
def _headlines() -> tuple[re.Pattern[str], ...]:
    says = r"says?|warns?|claims?|finds?|shows?|suggests?"
    line = r"(?P<content>[^\n]{7,110}?[^\s.,])$"
    patterns = (
        rf"^(?P<source>[^\W\d_][\w.'’&-]*(?: [\w.'’&-]+){{0,4}})(?P<cue>:) {line}",
        rf"^(?P<content>[^\n.,]{{8,110}}), (?P<cue>{says}) (?P<source>[\w.'’&-]+(?: [\w'’&-]+){{0,5}})$",
        rf"^(?P<content>[^\n.,]{{8,110}}), (?P<source>[\w.'’&-]+(?: [\w.'’&-]+){{0,5}}) (?P<cue>{says})$",
    )
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns)


def sentence_starts(text: str) -> list[int]:
    """Where sentences and lines may begin."""
    return [start.start() for start in _sentence_starts().finditer(text)]


@cache
def _sentence_starts() -> re.Pattern[str]:
    return re.compile(_BEGIN, re.MULTILINE)


@cache
def _reports() -> tuple[re.Pattern[str], ...]:
    adverbs = r"(?:has |have |had |also |now |further |repeatedly |explicitly )*"
    patterns = (
        rf"(?:(?:In|For|On|At|But|And"
        rf"|Yet) [^,.\n]{{3,60}}, )?(?!Having )(?P<source>[^\s,.;:“”\"](?:[^,.;:\n“”\"]|[,.](?=\d)){{1,80}}?)"
        r"(?:, (?:who|which|whose|published|released|based|led|run|an?|the) [^,.;:“”\"\n]{2,100},)?"
        rf" (?P<cue>{adverbs}{_REPORT}) (?P<content>that [^\n]{{5,400}}?){END}",
        rf"As (?P<source>[^,.\n]{{2,60}}?(?: et al\.)?(?: \(\d{{4}}\))?) (?P<cue>{_REPORT}"
        rf"|puts? it|points? out|pointed out"
        rf"|writes?|wrote), (?P<content>[^\n]{{5,400}}?){END}",
    )
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns)


_EXPLETIVE = re.compile(r"(?:it|there) (?:is|are|was|were|has been|had been|remains)\b", re.IGNORECASE)
_SUBJECT, _HEARSAY = 82, 320
"""Code points before the cue of hearsay that its subject may take, and after its beginning that all may."""


@cache
def _hearsay() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """What every cue of hearsay holds, and the patterns."""
    how = r"(?:widely |generally |often |long |also |once |sometimes |frequently )"
    be = r"(?:is|are|was|were|(?:has|have|had) been)"
    verbs = "alleged|reported|said|believed|thought|rumou?red|understood"
    subject = rf"(?:{_BEGIN}(?P<subject>[^\s,.;:“”\"][^,.;:\n“”\"]{{0,80}}?) |\b)"
    ways = (
        (rf"{be} {how}?(?:{verbs})", "to"),
        (rf"{be} {how}?accused", "of"),
        (rf"{be} {how}(?:described|portrayed|seen|regarded)", "as"),
    )
    core = re.compile(rf"\b{be} {how}?(?:{verbs}|accused|described|portrayed|seen|regarded) (?:to|of|as) ")
    return core, tuple(
        re.compile(rf"{subject}(?P<cue>{cue}) (?P<content>{word} [^\n.;:!?“”\"]{{3,200}})", re.MULTILINE)
        for cue, word in ways
    )


def headlines(text: str) -> Iterator[Spans]:
    """Attributions in lines that end without a full stop."""
    for pattern in _headlines():
        for match in pattern.finditer(text):
            if _speaks(match["source"], match["content"]):
                yield _verb_first(match, _spans(match))


def _verb_first(match: re.Match[str], spans: Spans) -> Spans:
    """``She added: "…"``: a verb before the colon is the cue, and who stands before it the source."""
    who, _, verb = match["source"].rpartition(" ")
    if match["cue"] != ":" or not who or verb.lower() not in SPEECH:
        return spans
    start, end = spans.source[0]
    return replace(spans, source=((start, start + len(who)),), cue=((end - len(verb), end),))


def reports(text: str, starts: Sequence[int]) -> Iterator[Spans]:
    """The plainest reports and hearsay of running text; ``starts`` are :func:`sentence_starts`."""
    for pattern in _reports():
        yield from map(_told_by, at_places(pattern, text, starts))
    core, hearsay = _hearsay()
    cues = [cue.start() for cue in core.finditer(text)]
    for pattern in hearsay:
        for match in _near(pattern, text, cues):
            subject = (match.span("subject"),) if match["subject"] else ()
            yield Spans((), (match.span("cue"),), (*subject, match.span("content")))


def at_places(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches that begin at one of the places, without overlap."""
    done = 0
    for start in starts:
        match = pattern.match(text, start) if start >= done else None
        if match is not None:
            done = match.end()
            yield match


def _near(pattern: re.Pattern[str], text: str, cues: list[int]) -> Iterator[re.Match[str]]:
    """The matches whose cue begins at one of the places, without overlap."""
    done = 0
    for cue in cues:
        begin = max(done, cue - _SUBJECT - 1)
        match = pattern.search(text, begin, cue + _HEARSAY) if cue >= begin else None
        if match is not None and match.start("cue") <= cue:
            done = match.end()
            yield match


def _spans(match: re.Match[str]) -> Spans:
    return Spans((match.span("source"),), (match.span("cue"),), (match.span("content"),))


def _told_by(match: re.Match[str]) -> Spans:
    """``It is widely believed that…`` has no source."""
    spans = _spans(match)
    return replace(spans, source=()) if _EXPLETIVE.match(match["source"]) else spans


def is_label(source: str) -> bool:
    """Whether the word before a colon names a kind of text."""
    return source.lower() in LABELS


def _speaks(source: str, content: str) -> bool:
    """Whether the words before a headline's colon name somebody who can say something."""
    words = [word.lower().strip(".") for word in source.split()]
    if words[0] in LABELS or words[0] in SPEECH:
        return False
    if any(w in TITLES | BARE_PERSONS | COLLECTIVES | ORGANISATION_WORDS | DOCUMENTS for w in words[-2:]):
        return True
    if content[0] in "\"'“‘" or re.search(r"\b(?:I|we|my|our)\b", content, re.IGNORECASE):
        return source[0].isupper() and len(words) <= 3
    return len(words) == 2 and words[0] in GIVEN_HE | GIVEN_SHE
