"""Short plain sentences that the chains, taught on long news articles, may pass over.

``Ohio Governor Pat Lindgren said schools would open.``, ``The firm denies having known.``, ``The study found
lead in one of ten.``, ``Not since 1976, writes Clara Voss, had the river been so low.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.extraction.attribution.lexicon import DOCUMENTS, NOT_NAMES
from claimcheck.extraction.attribution.patterns import END, at_places
from claimcheck.extraction.attribution.spans import Spans
from claimcheck.extraction.verbs import asserts

_WORD = r"[A-ZÀ-ÖØ-ÞŒŠŽ][\w’'&-]*"
_NAMED = rf"(?:{_WORD}|[A-Z]\.|&|(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Prof|Gen|Col|Lt|Sgt)\.)"
NAME = rf"{_NAMED}(?: (?:{_NAMED}|of|the|for|and|de|del|van|von|der|la|bin)){{0,8}}"
INTRO = (
    r"(?:(?:In|For|On|At|But|And|Yet|Speaking|Asked|After|Before|During|Since|When|While|As|With|Earlier|Later"
    r"|Meanwhile)\b[^,.\n“”\"]{0,60}, )?"
)
SOMEONE = rf"(?:(?:The )?{NAME}|(?:The|An?|His|Her|Its|Their) (?:[\w’'-]+ ){{0,3}}?[a-z’'-]+)"
_APPOSED = r"(?:, [^,.;:“”\"\n]{2,100},)?"
_ADVERB = (
    r"(?:once |also |later |then |earlier |repeatedly |again |never "
    r"|(?:has|have|had) (?:also |never |always )?)?"
)
_SAID = r"(?:said|says|warned|warns|argued|argues|added|adds|insisted|insists|explained|stressed|maintains)"
_FOUND = (
    r"(?:found|finds|shows?|showed|suggests?|suggested|reveals?|revealed|estimates|estimated|puts?|indicate)"
)
_TO = rf"(?:reporters|journalists|lawmakers|us|me|him|her|them|(?:the )?{NAME})"
_CLAUSE = r"(?:he|she|it|they|we|I|there|the|his|her|its|their|no) "
_DENIED = (
    r"(?:denies|denied|disputes|disputed|rejects|rejected|admits|admitted|confirms|confirmed|accepts|accepted"
    r"|concedes|conceded|acknowledges|acknowledged)"
)
_DENIED_OF = (
    r"(?:having|being|any|all|the (?:claims?|charges?|allegations?|accusations?|reports?)|wrongdoing"
    r"|responsibility|blame|liability|guilt|fault|defeat|mistakes|errors|failings"
    r"|(?:s?he|they|it|(?:the|its|his|her) [a-z]+) (?:was|were|had|has|have|is|are|would|could))"
)
_QUOTE = r"(?P<content>[“\"][^“”\"\n]{2,300}[,?!][”\"])"
_MORE = r"[a-z][^\n“”\"]{5,300}?"
_NO_SUBJECT = (NOT_NAMES | frozenset("why how what who whose if unless once".split())) - {
    "the",
    "mr",
    "a",
    "an",
    "his",
    "her",
    "its",
    "their",
}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    documents = "|".join(sorted(DOCUMENTS))
    paper = (
        rf"(?:The|An?|Its|Their|His|Her|One|This|That) (?:[\w’'-]+ ){{0,3}}?(?:{documents})"
        r"(?: (?:by|of|from|into|on|in|among) (?:[^,.;:\n“”\"]|[,.](?=\d)){2,60}?){0,2}"
    )
    papers = (
        r"(?:[A-Z][a-z]+ )?(?i:minutes|records|documents|figures|data|files|e-?mails|letters|papers|logs"
        r"|statistics|polls|studies|surveys)"
        r"(?: (?:by|of|from|for|seen by|obtained by) (?:[^,.;:\n“”\"]|[,.](?=\d)){2,60}?){0,2}"
    )
    role = rf"(?:{_NAMED} (?:[a-z-]+ ){{1,2}})?"
    patterns = (
        rf"(?P<content>[^\n“”\".!?;:]{{5,200}}?), (?P<cue>says|said|writes|wrote|argues|notes|warns) "
        rf"(?P<source>(?:the (?:[a-z-]+ ){{1,2}})?{NAME}), (?P<more>{_MORE}){END}",
        rf"{INTRO}(?P<source>(?:The )?{role}{NAME}{_APPOSED}) (?P<cue>{_ADVERB}{_SAID})"
        rf" (?P<content>(?!that\b)[^\n]{{8,300}}?){END}",
        rf"{INTRO}(?P<source>(?:His|Her|Its|Their) (?:[\w’'-]+ ){{0,3}}?[a-z’'-]+{_APPOSED}) "
        rf"(?P<cue>{_ADVERB}(?:{_SAID}|say|warn|argue|insist|maintain)) "
        rf"(?P<content>(?!that\b)[^\n]{{8,300}}?){END}",
        rf"{_QUOTE} (?P<cue>[a-z]{{2,12}}ed) (?P<source>{NAME})(?=[,.;]|\s|$)",
        rf"{_QUOTE} (?P<source>{NAME}) (?P<cue>[a-z]{{2,12}}ed)(?=[,.;]|\s|$)",
        rf"{_QUOTE} (?P<cue>[a-z]{{2,12}}ed) "
        rf"(?P<source>(?:the|an?|his|her|its|their|one) [^,.;:“”\"\n]{{2,60}}(?:, {NAME})?)(?=[,.;]|$)",
        rf"{INTRO}(?P<source>{SOMEONE}{_APPOSED}) (?P<cue>{_ADVERB}(?:told|assured|reminded|informed))"
        rf" (?:{_TO} (?={_CLAUSE})|[^,.;:\n“”\"]{{2,60}}? (?=that ))(?P<content>[^\n]{{8,300}}?){END}",
        rf"{INTRO}(?P<source>{SOMEONE}{_APPOSED}) (?P<cue>{_ADVERB}{_DENIED})"
        rf" (?P<content>{_DENIED_OF}\b[^\n]{{0,200}}?){END}",
        rf"{INTRO}(?P<source>{paper}|{papers}) (?P<cue>{_FOUND}) (?P<content>[^\n]{{3,300}}?){END}",
    )
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns)


def plain_reports(text: str, starts: Sequence[int]) -> Iterator[Spans]:
    """Attributions in such sentences, which begin at ``starts``; they count where nothing else is."""
    for pattern in _patterns():
        for match in at_places(pattern, text, starts):
            source = match["source"]
            if source.split()[0].lower().strip(",") in _NO_SUBJECT or asserts(source):
                continue
            more = (match.span("more"),) if "more" in pattern.groupindex else ()
            yield Spans((match.span("source"),), (match.span("cue"),), (match.span("content"), *more))
