"""Who says the words of a quotation: the article's speaker beside the source's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claimcheck.documents.model import Block
from claimcheck.evidence.quotations import (
    UNSURE,
    Labels,
    Narrator,
    PreparedSource,
    QuotationVerdict,
    Turn,
    compare_names,
    prepare_source,
    voice_at,
)
from claimcheck.records.models import NARRATION, Attribution, Claim, Evidence, Source, Stance
from claimcheck.sources.texts import SourceText

_REPORTS = frozenset(("agency", "outlet"))
_LONG = 400_000
"""Code points from which on only the surroundings of a passage are read to find who says it."""
_AROUND = 4_000


def turns_of(source: Source, blocks: Sequence[Block]) -> list[Turn]:
    """Who speaks from where on, as the source's format or the testimony's record tells; empty if neither.

    What somebody goes on to say in the next block is one turn. Once a transcript has begun, words of nobody
    known are a turn of their own.
    """
    testifies_unnamed = source.testimony is not None and not source.named
    if testifies_unnamed or not any(block.speaker for block in blocks):
        return []
    found: list[Turn] = []
    for block in blocks:
        if not found and block.speaker is None and block.kind != "cue":
            continue
        if not found or block.speaker is None or found[-1].speaker != block.speaker:
            found.append(Turn(block.start, block.speaker))
    return found


def prepared(text: SourceText) -> PreparedSource:
    """A source made ready for quotations, with the speakers that its blocks know.

    What no reader of the source sees is blank: nothing can be quoted from it.
    """
    return prepare_source(seen_of(text), turns=turns_of(text.source, text.blocks))


def seen_of(text: SourceText) -> str:
    """A source's reading text with blanks in the place of what its file hides; offsets stay."""
    unseen = [block for block in text.blocks if block.kind == "comment"]
    if not unseen:
        return text.text
    pieces, at = [], 0
    for block in unseen:
        pieces += [text.text[at : block.start], " " * (block.end - block.start)]
        at = block.end
    return "".join([*pieces, text.text[at:]])


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
    if verdict.unsure_speaker:
        return None
    return _kept(verdict.found_speaker, speaker, wrong=verdict.wrong_speaker)


_SAYS: Mapping[Stance, str] = {
    "supports": "{} says so",
    "contradicts": "{} says otherwise",
    "neutral": "{} speaks here",
}


def in_turn(item: Evidence, claim: Claim, attribution: Attribution, label: str, labels: Labels) -> Evidence:
    """Evidence for a statement in somebody's turn: it says what it says if the turn is the speaker's.

    Another's words, and those under a label that may be anybody's, are neutral, with the reason.

    Args:
        item: the passage, with what it does to the words that ``attribution`` gives its speaker.
        label: what the source calls whoever speaks there.
    """
    speaker = attribution.speaker or ""
    whose = labels.whose(speaker, label)
    if whose == "same":
        covered = _covered(claim, attribution) if item.stance == "supports" else item.parts
        reason = f"{_SAYS[item.stance].format(label)}: {item.reason}"
        kept = _kept(label, speaker, wrong=False)
        return item.model_copy(update={"said_by": kept, "reason": reason, "parts": covered})
    reason = f"It is {label} who says this, not {speaker}."
    if whose == "unknown":
        reason = f"The source calls whoever says this {label}; that may or may not be {speaker}."
    kept = label if whose == "other" else None
    return item.model_copy(update={"stance": "neutral", "said_by": kept, "reason": reason})


def _covered(claim: Claim, attribution: Attribution) -> list[int]:
    """The parts of a claim that the speaker's own turn can show: what was said, and who; empty for all."""
    covered = [
        number
        for number, part in enumerate(claim.parts)
        if any(span.start <= part.start and part.end <= span.end for span in attribution.content)
        or compare_names(attribution.speaker or "", claim.text[part.start : part.end]) == "same"
    ]
    return [] if len(covered) == len(claim.parts) else covered


def who_says(text: SourceText, start: int, end: int, claim: Claim, quoted: tuple[int, int]) -> str | None:
    """The same for the passage ``[start, end)`` of a source that a person chose.

    Args:
        quoted: the quotation's span within the claim.
    """
    speaker = speaker_of(claim, *quoted)
    low = 0 if len(text.text) <= _LONG else max(0, start - _AROUND)
    window = _window(text, low, end) if low else prepared(text)
    voice, told = voice_at(window, start - low, end - low, speaker, narrator_of(text.source))
    if told is not None and told.startswith(UNSURE):
        return None
    return _kept(voice.name, speaker, wrong=told is not None)


def surroundings(text: SourceText, start: int, end: int) -> tuple[PreparedSource, int]:
    """A passage with what stands about it and who speaks there, and the code point at which that begins."""
    low = max(0, start - _AROUND)
    return _window(text, low, end), low


def _window(text: SourceText, low: int, end: int) -> PreparedSource:
    turns = [
        Turn(max(turn.start - low, 0), turn.speaker)
        for turn in turns_of(text.source, text.blocks)
        if turn.start < end + _AROUND
    ]
    return prepare_source(text.text[low : end + _AROUND], turns=turns)


def _kept(found: str | None, speaker: str | None, *, wrong: bool) -> str | None:
    if wrong:
        return found or NARRATION
    if found is None or speaker is None or not is_somebody_else(speaker, found):
        return found
    return f"{found} ({speaker})"


_OTHER_NAME = re.compile(r"(?P<first>.+?) \((?P<second>.+)\)")


def is_somebody_else(speaker: str, said: str) -> bool:
    """Whether evidence kept as said by ``said`` is not ``speaker``'s, the names alone being compared."""
    if said == NARRATION:
        return True
    match = _OTHER_NAME.fullmatch(said)
    names = [said, *((match["first"], match["second"]) if match else ())]
    return all(compare_names(speaker, name) != "same" for name in names)
