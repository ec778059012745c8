"""Who is named beside a clause: ", figures show", "as X put it", "per the census", "in the words of X".

Also what nobody in particular holds ("It is understood that") and what somebody is sure of or expects. Tails
are looked for where their own small words stand, and what they tell of is the sentence before them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.extraction.attribution.lexicon import DOCUMENTS, NOT_NAMES, ORGANISATION_WORDS
from claimcheck.extraction.attribution.patterns import END, at_places
from claimcheck.extraction.attribution.plain import INTRO, NAME, SOMEONE
from claimcheck.extraction.attribution.spans import Pair, Spans
from claimcheck.extraction.verbs import asserts

_LONGEST, _SHORTEST = 400, 5
"""Code points of a clause before a tail."""
_PAPERS = "|".join(
    sorted(
        DOCUMENTS | frozenset("accounts estimates projections readings tests maps forecasts bills".split())
    )
)
_WHEN = r"(?:(?:has|have|had|also|later|once|first|then|now|long|since|repeatedly|always|clearly) )*"
_SHOWN = (
    r"(?:shows?|showed|shown|suggests?|suggested|reveals?|revealed|indicates?|indicated|finds?|found|says?|said"
    r"|confirms?|confirmed|estimates?|estimated)"
)
_PUT = (
    r"(?:says?|said|puts? it|explain(?:s|ed)|note[sd]|warn(?:s|ed)|found|finds|argue[sd]|claim(?:s|ed)"
    r"|point(?:s|ed) out|ma(?:d|k)es? (?:it )?clear|show(?:s|ed|n)|report(?:s|ed)|predict(?:s|ed)|observe[sd]"
    r"|recall(?:s|ed)|remark(?:s|ed)|confirm(?:s|ed)|told [^,.;:\n“”\"]{2,40}|wrote|writes|written)"
)
_VIEW = r"(?:words|view|opinion|judge?ment|estimation|eyes)"
_HELD = r"(?:understood|believed|thought|said|claimed|alleged|reported|rumou?red|feared|suggested|estimated)"
_SURE = r"(?:sure|certain|convinced|confident|adamant|doubtful|hopeful|optimistic)"
_BODY = r"(?:the|an?|its|his|her|their|two|three|four|many|most|some|several) [^,.;:\n“”\"()]{2,60}?"
_GENERAL = frozenset("anyone anybody everyone everybody any every all usual you we it".split())
_MEASURES = frozenset(
    "index plan schedule need needs choice preference ability age size taste rank height weight custom"
    " tradition".split()
)
"""What something may be "according to" without being said."""
_REST = rf"(?:, (?!but |and |while |though |who |which )(?P<more>[a-z“\"][^\n]{{3,{_LONGEST}}}?))?"
_STOP = r"(?=[.!?][\"”’)]*(?:\s|$)|\n|$|, (?:but|and|while|though) )"


@cache
def _office() -> str:
    """A body or document that is no name, as a pattern."""
    bodies = "|".join(sorted(re.escape(word) for word in ORGANISATION_WORDS))
    return (
        rf"[Tt]he (?:[\w’'-]+ ){{0,4}}?(?:{_PAPERS}|{bodies}|regulator|police|firm|contract|agreement|rules"
        r"|guidelines|label)"
    )


@cache
def _tails() -> tuple[re.Pattern[str], ...]:
    """What stands behind or within the clause whose source it names."""
    whose = r"(?: (?:by|from|of|for|in|seen by|obtained by|published by|released by) [^,.;:\n“”\"]{2,60}?)?"
    someone = r"[^\s,.;:“”\"()][^,.;:\n“”\"()]{1,70}?"
    patterns = (
        rf", (?P<source>(?P<paper>(?!as )(?:[\w’'-]+ ){{0,5}}?(?:{_PAPERS})s?){whose}) "
        rf"(?P<cue>{_WHEN}{_SHOWN})(?P<more>){_STOP}",
        rf"(?P<source>), (?P<cue>by (?:all|most|some|many) accounts){_REST}{_STOP}",
        rf", as (?P<source>{someone}) (?P<cue>{_WHEN}{_PUT}){_REST}{_STOP}",
        rf",? (?P<cue>according to) (?P<source>{someone})(?P<more>){_STOP}",
        rf", (?P<cue>per) (?P<source>{_office()}|{NAME}){_REST}{_STOP}",
        rf", (?P<cue>in the {_VIEW} of) (?P<source>{_BODY}|{NAME}){_REST}{_STOP}",
    )
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns)


@cache
def _heads() -> tuple[re.Pattern[str], ...]:
    """What begins a sentence and says whose it is."""
    clause = rf"[^\n]{{{_SHORTEST},{_LONGEST}}}?"
    said = rf"(?P<content>{clause}){END}"
    patterns = (
        rf"(?P<cue>Per) (?P<source>{_office()}), {said}",
        rf"(?P<cue>In the {_VIEW} of) (?P<source>{_BODY}|{NAME}), {said}",
        rf"(?P<source>)(?P<cue>By (?:all|most|some|many) accounts),? {said}",
        rf"In (?P<source>{NAME}|[Tt]he [a-z][a-z -]{{2,30}})['’]s? (?P<cue>{_VIEW}), {said}",
        rf"(?P<source>){INTRO}(?P<cue>[Ii]t (?:is|was|has been|had been) "
        rf"(?:widely |now |also |further )?{_HELD}) (?:in [^,.;\n]{{2,40}} )?(?P<content>that {clause}){END}",
        rf"(?P<source>){INTRO}(?P<cue>[Ii]t (?:is|was) (?:understood|believed|thought)) "
        rf"(?P<content>(?:the|an?|he|she|they|both|no|about|some|up|[A-Z]\w+) {clause}){END}",
        rf"{INTRO}(?P<source>{SOMEONE}) (?P<cue>(?:is|are|was|were|remains?|remained) "
        rf"(?:also |quite |now |still |absolutely )?{_SURE}) (?P<content>that {clause}){END}",
        rf"{INTRO}(?P<source>{SOMEONE}) (?P<cue>{_WHEN}expect(?:s|ed)?) "
        rf"(?P<content>(?!to |that )[^,.;:\n“”\"]{{3,80}}? to [a-z][^\n]{{3,{_LONGEST}}}?){END}",
    )
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns)


def framed_reports(text: str, starts: Sequence[int]) -> Iterator[Spans]:
    """Attributions of such sentences, which begin at ``starts``."""
    for pattern in _heads():
        for match in at_places(pattern, text, starts):
            if _speaks(match["source"]):
                source = (match.span("source"),) if match["source"] else ()
                yield Spans(source, (match.span("cue"),), (match.span("content"),))
    for pattern in _tails():
        for match in pattern.finditer(text):
            content = _clause(text, starts, match.start())
            if content is not None and _speaks(match.groupdict().get("paper") or match["source"]):
                more = (match.span("more"),) if match["more"] else ()
                source = (match.span("source"),) if match["source"] else ()
                yield Spans(source, (match.span("cue"),), (content, *more))


def _clause(text: str, starts: Sequence[int], end: int) -> Pair | None:
    """What stands before a tail in its sentence."""
    index = bisect_right(starts, end) - 1
    begin = starts[index] if index >= 0 else 0
    return (begin, end) if _SHORTEST <= end - begin <= _LONGEST else None


def _speaks(source: str) -> bool:
    """Whether words may name who holds something: no clause, no mere word of address, not anybody at all."""
    words = source.lower().split()
    if not words:
        return True
    if (
        words[0] in _GENERAL
        or words[-1] in _MEASURES
        or (len(words) == 1 and words[0] in NOT_NAMES - {"he", "she", "they"})
    ):
        return False
    return not asserts(source)
