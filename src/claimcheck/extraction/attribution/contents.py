"""Where a content begins and ends: without those spoken to or relaying, and on both sides of the cue."""

from __future__ import annotations

import re
from dataclasses import replace

from claimcheck.extraction.attribution.lexicon import STOP
from claimcheck.extraction.attribution.spans import Pair, Spans
from claimcheck.extraction.verbs import asserts

_ADDRESSING = frozenset(
    "told tell tells telling assured assures reminded reminds informed informs notified advised warned warns"
    " convinced persuaded".split()
)
_WHERE = frozenset("on in at during via through".split())
_SOMEBODY = re.compile(
    r"(?:(?:the|an?|his|her|their|its) [a-z][a-z' -]{2,40}|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}"
    r"|reporters|lawmakers|us|me)"
    r"(?: (?:on|last|this|in|at) [^,.;:“”\"]{2,40})?"
)
_ADDRESSEE = re.compile(
    r"(?!(?:that|to|if|how|why|what|whether|it|there)\b)[^\n,.;:“”\"]{1,80}?"
    r"(?:,[^\n“”\"]{1,80}?,)? (?=that\b)"
)
_TOLD = re.compile(
    r"(?:reporters|journalists|lawmakers|mps|us|me|him|her|them|the [a-z]+"
    r"|(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4}) "
    r"(?=(?:he|she|it|they|we|I|there|the|an?|his|its|their|no) [\w’'-]+)"
)
"""To whom it is said, where the clause has no "that"."""
_RELAYED = re.compile(
    r"(?:,? \(?|\A)(?:as )?(?:translated|quoted|cited|reported|relayed|interpreted) by [^\n]{2,120}\Z"
)
_LAST_WORD = re.compile(r" [\w’'%-]+(?: [\w’'%-]+)?(?=[.!?](?:\s|$)|\n|$)")
_LAST_WORDS = re.compile(r" [\w’'%-]+(?: [\w’'%-]+){0,5}(?=[.!?](?:\s|$)|\n|$)")
_ARTICLE = re.compile(r"(?:\A|\W)(the|an?|The|An?) \Z")
_MARKS = frozenset("\"'“‘«„")
_GOES_ELSEWHERE = re.compile(r"[\"”’],? (?:but|while|whereas|though|although) (?=[^\"“”]*\Z)")
_ABOUT = re.compile(r" (?:of|about) ")
_REST = re.compile(r",? ?(?P<rest>[a-z][^\n;“”\"]{5,300}?)(?=[.!?](?:\s|$)|\n|$)")
_FIRM = re.compile(r", (?P<more>[A-Z][\w’'-]+ (?:&|and) [A-Z][\w’'-]+|(?:Inc|Ltd|LLC|Jr|Sr|plc)\.?)(?=,)")
_HEAD = re.compile(r"(?:^|[.!?][\"”’)]*\s+|\n)(?P<head>(?:[A-Z][\w’'-]*|(?:[A-Z]\.)+)(?: [\w’'-]+){0,3} )\Z")


def whole_content(text: str, spans: Spans) -> Spans:
    """The content without who relays it, its subject with it, and its other half behind the cue."""
    spans = without_addressee(text, spans)
    content = (
        _finished(text, _cut(text, _unrelayed(text, _with_article(text, pair)), spans), spans)
        for pair in _near(text, spans)
    )
    spans = replace(spans, content=tuple(pair for pair in content if pair[0] < pair[1]))
    return _other_half(text, _with_subject(text, _with_firm(text, spans)))


def without_addressee(text: str, spans: Spans) -> Spans:
    """``told the inquiry that…``, ``said on its site that…``: the content begins with "that".

    What is told to somebody and holds no clause is who it is told to.
    """
    cue = spans.cue[-1]
    words = text[cue[0] : cue[1]].lower().split() or [""]
    if words[-1] not in _ADDRESSING | _WHERE:
        return spans
    at = next((at for at, pair in enumerate(spans.content) if pair[0] >= cue[1]), -1)
    if at < 0 or spans.content[at][0] - cue[1] > 1:
        return spans
    start, end = spans.content[at]
    found = _ADDRESSEE.match(text, start, end) or (
        _TOLD.match(text, start, end) if words[-1] in _ADDRESSING else None
    )
    rest: tuple[Pair, ...] = ((found.end() if found else start, end),)
    if not found and words[-1] in _ADDRESSING and _SOMEBODY.fullmatch(text, start, end):
        rest = ()
    return replace(spans, content=(*spans.content[:at], *rest, *spans.content[at + 1 :]))


def _unrelayed(text: str, pair: Pair) -> Pair:
    start, end = pair
    found = _RELAYED.search(text[max(start, end - 160) : end])
    return (start, max(start, end - 160) + found.start()) if found else pair


def _with_article(text: str, pair: Pair) -> Pair:
    article = _ARTICLE.search(text, max(0, pair[0] - 5), pair[0])
    return (article.start(1), pair[1]) if article else pair


def _cut(text: str, pair: Pair, spans: Spans) -> Pair:
    """``"…", but auditors put it…``: a quotation's piece ends with it where another clause follows.

    "Asked whether…, X said" asks no further than its comma.
    """
    start, end = pair
    if text[spans.cue[0][0] : spans.cue[0][1]] == "Asked" and start >= spans.cue[0][1]:
        comma = text.find(", ", start, end)
        return (start, comma) if comma > 0 else pair
    if text[start] not in _MARKS:
        return pair
    found = _GOES_ELSEWHERE.search(text, start, end)
    return (start, found.start() + 1) if found else pair


def _near(text: str, spans: Spans) -> tuple[Pair, ...]:
    """Beside a quotation, no fragment of another sentence than the cue's."""
    if len(spans.content) < 2 or not any(text[start] in _MARKS for start, _ in spans.content):
        return spans.content
    low, high = spans.cue[0][0], spans.cue[-1][1]
    return tuple(pair for pair in spans.content if text[pair[0]] in _MARKS or _beside(text, pair, low, high))


def _beside(text: str, pair: Pair, low: int, high: int) -> bool:
    """Whether a piece stands in the sentence of the cue ``[low, high)``, and is not what is spoken of."""
    start, end = pair
    if start >= high and text[low:high].endswith((" of", " about")):
        return start - high > 1
    if start >= high:
        return not STOP.search(text[high:start]) and not _ABOUT.fullmatch(text, high, start)
    return end > low or not STOP.search(text[end:low])


def _finished(text: str, pair: Pair, spans: Spans) -> Pair:
    """A content behind its cue does not stop a word or two before the end of its sentence."""
    start, end = pair
    if start < spans.cue[-1][1] or end <= start or not (text[end - 1].isalnum()):
        return pair
    more = (_LAST_WORDS if _opens(text, spans) else _LAST_WORD).match(text, end)
    return (start, more.end()) if more and not _overlaps(more.span(), spans.source) else pair


def _opens(text: str, spans: Spans) -> bool:
    return text[spans.cue[0][0] : spans.cue[0][1]] == "According to"


def _with_firm(text: str, spans: Spans) -> Spans:
    """``According to Brandt, Osei & Partners, …``: the name goes on behind its comma."""
    if not spans.source or not spans.content:
        return spans
    more = _FIRM.match(text, spans.source[-1][1])
    if more is None or text[spans.cue[0][0] : spans.cue[0][1]].lower() != "according to":
        return spans
    source = (*spans.source[:-1], (spans.source[-1][0], more.end()))
    content = tuple(pair for pair in spans.content if pair[1] > more.end())
    return replace(spans, source=source, content=content)


def _with_subject(text: str, spans: Spans) -> Spans:
    """``Clinton plans to visit, according to…``: a content before its cue begins with its sentence."""
    if not spans.content or spans.content[0][0] > spans.cue[0][0]:
        return spans
    start, end = spans.content[0]
    head = _HEAD.search(text, max(0, start - 60), start)
    if head is None or not text[start : start + 1].islower() or _overlaps(head.span("head"), spans.source):
        return spans
    return replace(spans, content=((head.start("head"), end), *spans.content[1:]))


def _overlaps(pair: Pair, others: tuple[Pair, ...]) -> bool:
    return any(start < pair[1] and end > pair[0] for start, end in others)


def _other_half(text: str, spans: Spans) -> Spans:
    """``The roof, engineers warned in March, could not carry…``: what follows the bracketed cue goes on."""
    if len(spans.content) != 1 or not spans.source:
        return spans
    (start, end), low = spans.content[0], min(spans.cue[0][0], spans.source[0][0])
    high = max(spans.cue[-1][1], spans.source[-1][1])
    if end > low or text[end:low].strip(" ") != "," or high - low > 120 or asserts(text[start:end]):
        return spans
    closing = text.find(",", high, high + 60)
    if closing < 0 or re.search(r"[.!?;:\"“”\n]", text[high:closing]):
        return spans
    rest = _REST.match(text, closing)
    return replace(spans, content=(*spans.content, rest.span("rest"))) if rest else spans
