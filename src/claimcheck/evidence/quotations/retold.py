"""Reported speech: "The union was offered the site, Mr Mears added" is no place to find a quotation altered.

Who reports turns "we" to "the union" or "they" and "will" to "would", and keeps no word for its own sake.
Where a source's sentence differs from a quotation so, it has not the quotation, and does not show that it is
wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.evidence.quotations.lexicon import words
from claimcheck.evidence.quotations.model import Difference
from claimcheck.evidence.quotations.speaker import Voice
from claimcheck.evidence.quotations.tokens import tokenise

_SPOKEN = words("i we me us my our mine ours myself ourselves you your yours")
"""What somebody who speaks says of themselves and to others; a report has other words for it."""
_SHIFTED = {
    "will": "would",
    "can": "could",
    "may": "might",
    "shall": "should would",
    "is": "was were",
    "am": "was were",
    "are": "was were",
    "has": "had",
    "have": "had",
    "do": "did",
    "does": "did",
    "was": "had",
    "were": "had",
    "today": "day",
    "tomorrow": "day next following",
    "yesterday": "day before previous",
    "here": "there",
    "this": "that",
}


def is_retold(voice: Voice, differences: Sequence[Difference]) -> bool:
    """Whether a sentence in the source's own words reports what somebody said, turned as reports turn it."""
    if voice.kind != "narration" or voice.name is None:
        return False
    harmful = [difference for difference in differences if not difference.harmless]
    return any(_turned(tokenise(item.printed).keys, tokenise(item.source).keys) for item in harmful)


def _turned(printed: Sequence[str], source: Sequence[str]) -> bool:
    spoken = _SPOKEN.intersection(printed) - _SPOKEN.intersection(source)
    return bool(spoken and source) or any(_later(key, source) for key in printed)


def _later(key: str, source: Iterable[str]) -> bool:
    return not set(_SHIFTED.get(key, "").split()).isdisjoint(source)
