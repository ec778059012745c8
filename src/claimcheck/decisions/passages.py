"""Evidence from words that a person selected in a source, or pasted and had found there.

What was selected is taken by its offsets and must be what the source has there. What was pasted is located
and judged word by word at once; the verdict is kept with the evidence, the words kept are the source's own.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.decisions.comparing import quoted_part
from claimcheck.decisions.desk import Change, Desk
from claimcheck.decisions.evidence import PassageNotFound, PrivateWords, TextNotHeld, add_item
from claimcheck.errors import ClaimcheckError
from claimcheck.evidence.proposing import evidence_at
from claimcheck.evidence.quotations import QuotationVerdict, find_quotation, judge_quotation
from claimcheck.evidence.quotations.careful import CarefulReader
from claimcheck.evidence.speaking import narrator_of, prepared, speaker_of
from claimcheck.records.counting import counted
from claimcheck.records.models import Claim, Evidence, Layer, Source, Stance
from claimcheck.sources.texts import SourceText, load_text

LONGEST = 20_000
"""Code points of a passage at most; longer ones are no passage but a document."""


class PassageTooLong(ClaimcheckError):
    """More was selected than anybody can judge as one passage."""

    def __init__(self, length: int) -> None:
        super().__init__(
            f"The passage has {length:,} characters; at most {LONGEST:,} are one passage.",
            remedy="Select the sentences that bear on the claim.",
        )


class QuotationNotFound(ClaimcheckError):
    """Pasted words stand in no source on hand."""

    def __init__(self, searched: int) -> None:
        super().__init__(
            f"These words stand in none of {counted(searched, 'source')} on hand.",
            remedy="Attach the document they come from, or look for other words of it.",
        )


@dataclass(frozen=True, slots=True)
class Found:
    """Where pasted words stand.

    Attributes:
        exact: the source's own words there; empty where they stand nowhere in it.
    """

    source: str
    exact: str
    verdict: QuotationVerdict


def select_passage(
    desk: Desk,
    claim_id: str,
    source: str,
    start: int,
    end: int,
    about: Layer,
    stance: Stance,
    why: str = "",
) -> Change:
    """Add what was selected in a source as evidence; it counts at once.

    Args:
        start, end: half-open, in code points of the source's reading text; spaces at the edges fall away.

    Raises:
        UnknownClaim, UnknownSource, PassageNotFound, PassageTooLong, TextNotHeld, PrivateWords,
            AlreadyDecided.
    """
    text = _held(desk, desk.fresh().source(source).record)
    exact = text.text[start:end]
    start += len(exact) - len(exact.lstrip())
    exact = exact.strip()
    if not exact:
        raise PassageNotFound(source, 0)
    claim = desk.editor.claim(claim_id)
    return add_item(desk, claim_id, _item(desk, text, claim, start, start + len(exact), about, stance, why))


def locate_quotation(desk: Desk, claim_id: str, quote: str, source: str | None = None) -> Found:
    """Where pasted words stand, in one source or in any, and what differs. Nothing is written.

    Raises:
        UnknownClaim, UnknownSource, TextNotHeld, PrivateWords, QuotationNotFound.
    """
    workspace = desk.fresh()
    claim = desk.editor.claim(claim_id)
    if source is not None:
        text = _held(desk, workspace.source(source).record)
        verdict = judge_quotation(
            prepared(text),
            quote,
            context=claim.text,
            speaker=speaker_of(claim, 0, len(claim.text)),
            narrator=narrator_of(text.source),
            careful=CarefulReader(),
        )
        return Found(source, text.text[verdict.start or 0 : verdict.end or 0], verdict)
    held = (load_text(workspace, loaded.record) for loaded in workspace.sources())
    texts = {text.source.id: text for text in held if text is not None and not text.source.retracted}
    found = find_quotation(
        {name: prepared(text) for name, text in texts.items()},
        quote,
        limit=1,
        context=claim.text,
        speaker=speaker_of(claim, 0, len(claim.text)),
        narrators={name: narrator_of(text.source) for name, text in texts.items()},
        careful=CarefulReader(),
    )
    if not found:
        raise QuotationNotFound(len(texts))
    name, verdict = found[0]
    return Found(name, texts[name].text[verdict.start or 0 : verdict.end or 0], verdict)


def add_quotation(
    desk: Desk, claim_id: str, found: Found, about: Layer, stance: Stance | None = None, why: str = ""
) -> Change:
    """Add what was located as evidence, with the verdict.

    Args:
        stance: what the person says it shows; by the verdict where None, neutral for another's words.

    Raises:
        UnknownClaim, UnknownSource, PassageNotFound, QuotationNotFound, AlreadyDecided.
    """
    verdict = found.verdict
    if verdict.start is None or verdict.end is None:
        raise QuotationNotFound(1)
    text = _held(desk, desk.fresh().source(found.source).record)
    if text.text[verdict.start : verdict.end] != found.exact:
        raise PassageNotFound(found.source, 0)
    if stance is None:
        stance = "supports" if verdict.match in ("verbatim", "edited") else "contradicts"
        stance = "neutral" if verdict.wrong_speaker and stance == "supports" else stance
    claim = desk.editor.claim(claim_id)
    item = _item(desk, text, claim, verdict.start, verdict.end, about, stance, why)
    return add_item(desk, claim_id, item)


def _held(desk: Desk, source: Source) -> SourceText:
    if source.private is not None:
        raise PrivateWords(source.id)
    text = load_text(desk.workspace, source)
    if text is None:
        raise TextNotHeld(source.id)
    return text


def _item(
    desk: Desk, text: SourceText, claim: Claim, start: int, end: int, about: Layer, stance: Stance, why: str
) -> Evidence:
    """The evidence, with what helps to find it again; of a quotation also how the printed words compare."""
    if end - start > LONGEST:
        raise PassageTooLong(end - start)
    parts, match = quoted_part(claim, text, start, end) if about == "statement" else ((), None)
    match = None if match == "absent" and stance != "supports" else match
    item = evidence_at(
        text, start, end, about=about, stance=stance, confidence=1.0, reason="", judge="", match=match,
        parts=list(parts),
    )  # fmt: skip
    person = {"judge": None, "confidence": None, "status": "accepted"}
    return Evidence.model_validate(
        {**dict(item), **person, "by": desk.by, "at": desk.now, "why": why, "tier": None, "reliability": None}
    )
