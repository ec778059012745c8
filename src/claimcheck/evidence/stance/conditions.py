"""What the source says on a condition only, or as a hope, the claim may not state outright.

Whatever stands behind "if", "unless" or "as long as" in the sentence that answers the claim leaves it open,
unless the claim has a condition too. Some uses make none: "even if", "asked if", "if anything".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason

_CONDITION = re.compile(
    r"\b(?:only (?:if|when|once|after|where)|if|unless|provid(?:ed|ing) that|(?<=, )provid(?:ed|ing)"
    r"|(?:as|so) long as|on (?:the )?condition(?! of anonymity)|assuming|subject to|depend(?:s|ing) on"
    r"|in the event (?:of|that)|(?:weather|funds|funding|time) permitting|given enough|short of)\b",
    re.IGNORECASE,
)
_NONE_BEFORE = re.compile(
    r"\b(?:even|as|ask\w*|wonder\w*|see|know|knew|knows|check\w*|decid\w+|unclear|unsure|doubt\w*|question\w*"
    r"|learn\w*|find out|tell|told|say|matter|and|or)\s+$",
    re.IGNORECASE,
)
_NONE_BEHIND = re.compile(r"\s+(?:any(?:thing|one|body)?|not|so|ever|you (?:ask|like|will))\b", re.IGNORECASE)
_HOPE = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?|want(?:s|ed)?|intend(?:s|ed)?|aim(?:s|ed)?|seek(?:s)?|sought"
    r"|plan(?:s|ned)?|would like|aspire[sd]?)\s+to\s+(\w+)",
    re.IGNORECASE,
)
_SHOWN = 60


def check_conditions(pair: Pair) -> list[Finding]:
    """Gaps where the answering sentence of the passage depends on something, or tells of a wish."""
    start, end = _focus(pair)
    claim = pair.claim.text
    return [*_conditions(pair, claim, start, end), *_hopes(pair, claim, start, end)]


def _focus(pair: Pair) -> tuple[int, int]:
    """Where the sentence that answers the claim begins and ends, in code points of the passage."""
    places = [at for at, number in enumerate(pair.passage.sentence_of) if number == pair.focus]
    return pair.passage.span(places[0], places[-1]) if places else (0, 0)


def _conditions(pair: Pair, claim: str, start: int, end: int) -> Iterator[Finding]:
    if any(_makes_one(claim, found) for found in _CONDITION.finditer(claim)):
        return
    text = pair.passage.text
    for found in _CONDITION.finditer(text, start, end):
        if _makes_one(text, found):
            shown = text[found.start() : min(end, found.start() + _SHOWN)].rstrip(" ,.;")
            reason = Reason(f"the source says so on a condition: “{shown}”", None, found.span())
            yield Finding("gap", "modality", 0.7, reason)
            return


def _makes_one(text: str, found: re.Match[str]) -> bool:
    if found[0].lower() != "if":
        return True
    before = text[max(0, found.start() - 20) : found.start()]
    return not _NONE_BEFORE.search(before) and not _NONE_BEHIND.match(text, found.end())


def _hopes(pair: Pair, claim: str, start: int, end: int) -> Iterator[Finding]:
    if _HOPE.search(claim):
        return
    stated = {word.low for word in pair.claim.words} | {
        lemma for word in pair.claim.words for lemma in word.lemmas
    }
    for found in _HOPE.finditer(pair.passage.text, start, end):
        if found[1].lower() in stated:
            text = f"the source only says “{found[0]}”; the article states it as fact"
            yield Finding("gap", "modality", 0.7, Reason(text, None, found.span()))
            return
