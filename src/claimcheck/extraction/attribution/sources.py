"""Where a source begins and ends, where the chains cut it wrongly or saw none.

Each repair looks at the words beside one cue only, so none costs more on a longer text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from claimcheck.documents.calendar_words import MONTHS
from claimcheck.documents.sentences import split_sentences
from claimcheck.extraction.attribution.lexicon import DETERMINERS, NOT_NAMES, PRONOUNS, SPEECH, STOP
from claimcheck.extraction.attribution.spans import Pair, Spans

_OFFICE = re.compile(r"(?:the|its|his|her|their|an?) [a-z][a-z' -]{2,50}\Z")
_NAME_BEHIND = re.compile(
    r", [A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|[A-Z]\.|de|van|von|bin|al)){1,4}(?=[,.;]|\s*$)"
)
_ROLE_AND_NAME = re.compile(
    r"(?P<role>(?:(?:the|its|his|her|their|an?) )?(?:[a-z][\w’'-]* (?:of (?:the )?)?){0,4}[a-z][\w’'-]*),?"
    r"(?: (?:[A-Z][\w’'-]*|[A-Z]\.|de|van|von|bin|al)){2,4}"
)
_SUBJECT = re.compile(
    r"(?:^|\n|[.!?][\"”’)]* )(?P<noun>(?:(?:The|Its|His|Her) [a-z' -]{2,40}"
    r"|(?:The )?[A-Z][\w’'&-]*(?: [A-Z][\w.’'&-]*){0,5})"
    r"(?:, [^.;:“”\"\n]{2,140}),) (?:once |also |later |then |has |had |have )?\Z"
)
_VERB_FIRST = re.compile(r"(?P<verb>Said|Says|Wrote|Asked|Added) (?=\S)")
_SAYING = frozenset("say says said write writes wrote argue argues warn warns insist insists report".split())
_REST = re.compile(r", (?P<rest>[a-z][^\n;“”\"]{3,300}?)(?=[.!?](?:\s|$)|\n|$)")
_HEADING = re.compile(r"(?:^|(?<=\n)|(?<=[.!?] ))(?P<verb>Said|Says|Wrote|Asked|Added) \Z")
_AS_SAYING = re.compile(
    r"(?:^|[\n.!?,] ?)(?P<noun>[^\s.,;:“”\"][^.,;:\n“”\"]{1,80}?) (?:is|are|was|were|ha(?:s|ve) been)"
    r" quoted(?: (?:by|in|on) [^.;:\n“”\"]{2,60})? as \Z"
)
_WHO_KNEW = re.compile(
    r"(?:^|[.!?,;][\"”’)]* |\n)(?P<noun>(?:[A-Z][a-z]+|those|people|friends|others|many|some|several)"
    r" who (?:[a-z]+ ){1,3})\Z"
)
_MONTHS = "|".join(name.title() for name in MONTHS)
_WHEN = re.compile(
    rf",? (?:in (?:early |late |mid-)?(?:(?:{_MONTHS})(?: \d{{4}})?|\d{{4}})"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:earlier |later )?(?:this|last) (?:week|month|year|morning|evening|spring|summer|autumn|winter)"
    r"|yesterday|today)\Z"
)
_OF_A_WORK = re.compile(
    r"\b(?:by|from|published|released|issued|filed|dated|conducted|written|posted|taken)\b"
)
_THOSE = re.compile(r"\b(Those|those|People|people|Friends|Many|Others|Some) \Z")
_WRITTEN = re.compile(
    r",? (?:in|on|via) (?:an?|the|his|her|its|their) (?:[\w-]+ )?(?:notes?|statements?|letters?|e-?mails?"
    r"|interviews?|posts?|tweets?|speech|messages?|blog|columns?|videos?|article|memoirs?|release|briefing|podcast|affidavit"
    r"|filing)(?: to [^,.;:“”\"]{2,40})?\Z"
)
_MANY = re.compile(r"(?:[a-z-]+ )?[a-z]{2,}(?:[^s\W]s|men|people|police)")
_COLON = re.compile(r" \S+ \S+[:;] ")
_COPULA = re.compile(r" (?:is|are|was|were|remains?|remained|became)\Z")
_GAP = 90
"""Code points that may lie between two pieces of one noun phrase."""
_LONGEST = 400
_LEADING = re.compile(
    r"(?:[\s,;:–—-]|by |said |says |(?:Yesterday|Today|Tonight|Meanwhile|However|Earlier|Later|Separately"
    r"|Additionally|Instead|Afterwards|Nevertheless|Moreover|Furthermore), |[Hh]owever,? )+"
)
_CLAUSE = re.compile(r"[.!?;:]\s|[\"“”]|\b(?:said|says|told|wrote|added|that (?:he|she|it|they))\b")
_EXPLETIVE = re.compile(
    r"(?:it|there) (?:is|are|was|were|has been|had been|remains)\b|there[’']s\b", re.IGNORECASE
)
_NAME_HEAD = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|[A-Z]\.|(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Cpl|Capt|Adm|Rev)\.) ){1,4}\Z"
)
_ASKING = frozenset(
    "asked asks replied replies recalled recalls joked shouted demanded continued concluded warn argue insist"
    " claim report predict believe think fear hope".split()
)
_OF_MANY = frozenset("say warn argue insist claim report predict believe think fear hope".split())
_NO_HEAD = NOT_NAMES | SPEECH
_NOBODY = PRONOUNS | frozenset("that it there what how why whether if in on at".split())


@cache
def _inverted() -> re.Pattern[str]:
    noun = r"(?:(?:the|an?|his|her|their|its|one|another) )?(?:[\w.’'&-]+ ){0,6}?[\w’'&-]+(?: (?:Jr|Sr)\.)?"
    after = r"(?:in|on|at|during|after|as|to|of|when|while|because|before|with|from|about)"
    return re.compile(rf" (?P<noun>{noun})(?=[,;:]|\.(?:\s|$)|$| {after} )")


def whole_source(text: str, spans: Spans) -> Spans:
    """The source as one noun phrase of the cue's sentence, or one found right behind an inverted cue."""
    if not spans.source:
        return _quoted_as(text, _before(text, _behind(text, spans)))
    spans = _knowing(text, _headed(text, _with_name(text, _turned(text, spans))))
    if _opens(text, spans):
        spans = _up_to_comma(text, replace(spans, source=_first(text, spans)))
    source = spans.source if _opens(text, spans) else _behind_colon(text, _joined(text, spans), spans.cue[0])
    source = tuple(
        _unwritten(text, _extended(text, _led(text, _within(text, pair, spans.cue[0])))) for pair in source
    )
    if _EXPLETIVE.match(text[source[0][0] : source[0][1]]):
        source = source[1:]
    return replace(spans, source=tuple(pair for pair in source if pair[0] < pair[1]))


def _turned(text: str, spans: Spans) -> Spans:
    """``The cause, say investigators, was a bolt``, ``The boats sank, said the pilot, Ana Ruiz``: what stands
    before an inverted cue is said.
    """
    (start, end), cue = spans.source[0], spans.cue[0]
    words = text[cue[0] : cue[1]].lower()
    if end > cue[0] or words not in _SAYING:
        return spans
    behind = (*spans.source[1:], *spans.content)
    if text[cue[0] - 2 : cue[0]] == ", " and len(behind) == 1 and _named(text, behind[0], cue):
        return replace(spans, source=behind, content=tuple(_clause_before(text, cue[0])))
    if text[end : cue[0]].strip(" ,") or "," not in text[end - 1 : cue[0]]:
        return spans
    match = _inverted().match(text, cue[1], cue[1] + 80)
    if match is None or text[match.end() : match.end() + 1] != "," or "," in text[start : end - 1]:
        return spans
    rest = _REST.match(text, match.end())
    if rest is None:
        return spans
    return replace(spans, source=(match.span("noun"),), content=((start, end), rest.span("rest")))


def _knowing(text: str, spans: Spans) -> Spans:
    """``Those who knew her say…``: "her" is nobody who says; ``remains convinced``: "remains" is no name."""
    start, end = spans.source[0]
    being = _COPULA.search(text, start, end) if end + 1 == spans.cue[0][0] else None
    if being:
        cue = ((being.start() + 1, spans.cue[0][1]), *spans.cue[1:])
        return replace(spans, source=((start, being.start()), *spans.source[1:]), cue=cue)
    if text[start:end] not in ("her", "him", "them", "me", "us") or end + 1 != spans.cue[0][0]:
        those = (
            _THOSE.search(text, max(0, start - 12), start) if text.startswith("who ", start, end) else None
        )
        return replace(spans, source=((those.start(1), end), *spans.source[1:])) if those else spans
    found = _WHO_KNEW.search(text, max(0, start - 60), start)
    return replace(spans, source=((found.start("noun"), end), *spans.source[1:])) if found else spans


def _with_name(text: str, spans: Spans) -> Spans:
    """``admitted the goalkeeper, Stefan Roth, whose…``: the name behind the office is the speaker's."""
    start, end = spans.source[-1]
    office = text[start:end]
    if start < spans.cue[0][0] or any(letter.isupper() for letter in office[1:]) or not _OFFICE.match(office):
        return spans
    name = _NAME_BEHIND.match(text, end)
    return replace(spans, source=(*spans.source[:-1], (start, name.end()))) if name else spans


def _before(text: str, spans: Spans) -> Spans:
    """``Nordlys AS, the operator, said…``: who stands before an active cue, an apposition between."""
    start, end = spans.cue[0]
    words = text[start:end].lower().split()
    if spans.source or SPEECH.isdisjoint(words):
        return spans
    found = _SUBJECT.search(text, max(0, start - 220), start)
    if found is None or found["noun"].split()[0].lower() in NOT_NAMES - {"its", "his", "her", "the"}:
        return spans
    noun = found.span("noun")
    content = tuple(pair for pair in spans.content if pair[1] <= noun[0] or pair[0] >= noun[1])
    return replace(spans, source=(noun,), content=content)


def _headed(text: str, spans: Spans) -> Spans:
    """``Said the mayor: "…"``: the verb is the cue, not the colon."""
    if text[slice(*spans.cue[0])] != ":":
        return spans
    start, end = spans.source[0]
    inside = _VERB_FIRST.match(text, start, end)
    if inside:
        return replace(spans, cue=(inside.span("verb"),), source=((inside.end(), end), *spans.source[1:]))
    head = _HEADING.search(text, max(0, start - 12), start)
    return replace(spans, cue=(head.span("verb"),)) if head else spans


def _quoted_as(text: str, spans: Spans) -> Spans:
    """``The minister was quoted by state radio as saying…``: the minister says it."""
    start = spans.cue[0][0]
    if spans.source or not text.startswith("saying", start):
        return spans
    found = _AS_SAYING.search(text, max(0, start - 200), start)
    return replace(spans, source=(found.span("noun"),)) if found else spans


def _first(text: str, spans: Spans) -> tuple[Pair, ...]:
    end = spans.source[0][1]
    return spans.source[:1] if text[end : end + 1] == "," or text[end - 1] == "," else spans.source


def _up_to_comma(text: str, spans: Spans) -> Spans:
    """``According to NPR, Mr. Biden has…``: the source ends at its comma where no other closes it."""
    start, end = spans.source[0]
    comma = text.find(", ", start, end)
    if comma < 0 or text[end - 1 : end + 1].strip().endswith(",") or not spans.content:
        return spans
    first = spans.content[0]
    if not 0 <= first[0] - end <= 1:
        return spans
    content = ((comma + 2, first[1]), *spans.content[1:])
    return replace(spans, source=((start, comma), *spans.source[1:]), content=content)


def _opens(text: str, spans: Spans) -> bool:
    """``According to X, the…``: what follows the comma is no part of the source."""
    start, end = spans.cue[0]
    return text[start:end] == "According to"


def _joined(text: str, spans: Spans) -> tuple[Pair, ...]:
    """Pieces on one side of the cue with no clause between them are one."""
    cue = spans.cue[0][0]
    out: list[Pair] = []
    for start, end in spans.source:
        if out and (out[-1][0] < cue) == (start < cue) and start - out[-1][1] <= _GAP:
            between = text[out[-1][1] : start]
            if "\n" not in between and not _CLAUSE.search(between):
                out[-1] = (out[-1][0], end)
                continue
        out.append((start, end))
    return tuple(out)


def _behind_colon(text: str, source: tuple[Pair, ...], cue: Pair) -> tuple[Pair, ...]:
    """``The board was split: Ruiz said…``: who stands before the colon is somebody else."""
    before = [pair for pair in source if pair[1] <= cue[0]]
    cuts = [at for at in range(1, len(before)) if _COLON.search(text, before[at - 1][1], before[at][0])]
    return source[max(cuts, default=0) :]


def _within(text: str, pair: Pair, cue: Pair) -> Pair:
    """The part of the source in the cue's own sentence."""
    start, end = pair
    if end - start > _LONGEST or not re.search(r"[.!?]", text[start:end]):
        return pair
    parts = split_sentences(text, start, end)
    if len(parts) < 2:
        return pair
    return parts[-1] if start < cue[0] else (parts[0][0], parts[0][1] - (text[parts[0][1] - 1] == "."))


def _unwritten(text: str, pair: Pair) -> Pair:
    """``the couple in a note``, ``the court in 2001``: where and when they speak is not who they are."""
    low = max(pair[0], pair[1] - 60)
    found = _WRITTEN.search(text, low, pair[1]) or _WHEN.search(text, low, pair[1])
    if found and _OF_A_WORK.search(text, *pair):
        return pair
    return (pair[0], found.start()) if found and found.start() > pair[0] else pair


def _led(text: str, pair: Pair) -> Pair:
    lead = _LEADING.match(text, *pair)
    return (lead.end(), pair[1]) if lead else pair


def _extended(text: str, pair: Pair) -> Pair:
    """``Barabak`` after ``Mark Z.`` begins with the name."""
    start, end = pair
    first = text[start:end].split(" ", 1)[0].lower()
    if (
        not text[start : start + 1].isupper()
        or text[start - 1 : start] != " "
        or first in PRONOUNS | NOT_NAMES
    ):
        return pair
    head = _NAME_HEAD.search(text, max(0, start - 60), start)
    if head is None:
        return pair
    begin = head.start()
    while begin < start and text[begin : text.index(" ", begin)].lower().strip(".") in _NO_HEAD:
        begin = text.index(" ", begin) + 1
    return (begin, end)


def _behind(text: str, spans: Spans) -> Spans:
    """``"Where," asked the widow, "is…"``: who stands behind an inverted cue."""
    start, end = spans.cue[0]
    words = text[start:end].lower().split()
    before = text[max(0, start - 2) : start].rstrip()
    if (
        not words
        or words[-1] not in SPEECH | _ASKING
        or before[-1:] not in {",", "”", '"', "’", "'", "?", "!"}
    ):
        return spans
    match = _inverted().match(text, end, end + 120)
    many = match is not None and words[-1] in _OF_MANY and _MANY.fullmatch(match["noun"])
    if match is None or not (many or _someone(match["noun"])):
        return spans
    pair = match.span("noun")
    name = _NAME_BEHIND.match(text, pair[1]) if _OFFICE.match(match["noun"]) else None
    pair = (pair[0], name.end()) if name else pair
    content = [_without(text, piece, pair) for piece in spans.content]
    if before[-1:] == "," and all(piece[0] >= end for piece in content):
        content += _clause_before(text, start)
    return replace(spans, source=(pair,), content=tuple(sorted(one for one in content if one[0] < one[1])))


def _named(text: str, pair: Pair, cue: Pair) -> bool:
    """Whether what stands right behind a cue is somebody's office and name, and no more."""
    return pair[0] == cue[1] + 1 and _ROLE_AND_NAME.fullmatch(text, *pair) is not None


def _clause_before(text: str, cue: int) -> list[Pair]:
    """The words of the sentence before an inverted cue."""
    window = text[max(0, cue - _LONGEST) : cue]
    begin = cue - len(window) + max((stop.end() for stop in STOP.finditer(window)), default=0)
    clause = text[begin:cue].rstrip(" ,")
    return [(begin, begin + len(clause))] if begin == 0 or begin > cue - len(window) else []


def _someone(noun: str) -> bool:
    first = noun.split()[0]
    if first.lower() not in _NOBODY | NOT_NAMES and _ROLE_AND_NAME.fullmatch(noun):
        return True
    if first.lower() in _NOBODY:
        return first.lower() in ("he", "she", "they") and " " not in noun
    return first.lower() in DETERMINERS or (first[0].isupper() and first.lower() not in NOT_NAMES)


def _without(text: str, piece: Pair, taken: Pair) -> Pair:
    """What a content has beyond ``taken``, where it begins with it."""
    if not taken[0] - 2 <= piece[0] <= taken[0] < piece[1]:
        return piece
    rest = text[taken[1] : piece[1]]
    return (taken[1] + len(rest) - len(rest.lstrip(" ,")), max(piece[1], taken[1]))
