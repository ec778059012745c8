"""Who says the words of a quotation: the article's speaker beside the source's."""

from __future__ import annotations

import re

from claimcheck.evidence.quotations import Narrator, QuotationVerdict, prepare_source, voice_at
from claimcheck.records.models import NARRATION, Claim, Source
from claimcheck.sources.texts import SourceText

_REPORTS = frozenset(("agency", "outlet"))
_AROUND = 4_000
"""Code points about a passage that are read to find who says it."""
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
    return _kept(verdict.found_speaker, speaker, wrong=verdict.wrong_speaker)


def who_says(text: SourceText, start: int, end: int, claim: Claim, quoted: tuple[int, int]) -> str | None:
    """The same for the passage ``[start, end)`` of a source that a person chose.

    Args:
        quoted: the quotation's span within the claim.
    """
    low = max(0, start - _AROUND)
    window = prepare_source(text.text[low : end + _AROUND])
    speaker = speaker_of(claim, *quoted)
    voice, wrong = voice_at(window, start - low, end - low, speaker, narrator_of(text.source))
    return _kept(voice.name, speaker, wrong=wrong is not None)


def _kept(found: str | None, speaker: str | None, *, wrong: bool) -> str | None:
    if wrong:
        return found or NARRATION
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
