"""Who says the words of a quotation: the article's speaker beside the source's."""

from __future__ import annotations

import re

from claimcheck.evidence.quotations import Narrator, QuotationVerdict
from claimcheck.records.models import NARRATION, Claim, Source

_REPORTS = frozenset(("agency", "outlet"))
_WORD = re.compile(r"[^\W\d_]{2,}")


def narrator_of(source: Source) -> Narrator:
    """Who stands behind a source's own words, as its record has it; nothing of what is held privately."""
    if source.private is not None:
        return Narrator()
    names = [*source.authors, *([source.publisher] if source.publisher else [])]
    if source.testimony is not None and source.named:
        names.append(source.testimony.who)
    return Narrator(tuple(names), source.provider in _REPORTS)


def speaker_of(claim: Claim, start: int, end: int) -> str | None:
    """Who the article says speaks the words ``start`` to ``end`` of a claim; None if nobody is named."""
    for attribution in claim.attributions:
        spans = attribution.content
        covers = not spans or any(span.start < end and span.end > start for span in spans)
        if covers and attribution.speaker and not attribution.anonymous:
            return attribution.speaker
    return None


def said_by(verdict: QuotationVerdict, speaker: str | None) -> str | None:
    """What is kept with evidence about a quotation: who says the words there.

    The name that the source has, and the article's with it where the source shows that both are one;
    ``NARRATION`` where the words are the source's own and the speaker is another; None where the source
    does not say.
    """
    if verdict.wrong_speaker:
        return verdict.found_speaker or NARRATION
    found = verdict.found_speaker
    if found is None or speaker is None or not is_somebody_else(speaker, found):
        return found
    return f"{found} ({speaker})"


def is_somebody_else(speaker: str, said: str) -> bool:
    """Whether evidence kept as said by ``said`` is not ``speaker``'s: they share no word of a name."""
    if said == NARRATION:
        return True
    return not _words(speaker) & _words(said)


def _words(name: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(name)} - {"the", "of", "mr", "mrs", "ms", "dr"}
