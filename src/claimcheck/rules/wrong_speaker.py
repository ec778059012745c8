"""A statement is given to one person, but the evidence it rests on is another's words.

## What it checks
Accepted evidence for a statement: who says the words in the source (a speaker's label, an attribution beside
the quotation marks, an interview's question and answer), compared with the speaker whom the text names; words
that are the source's own narration count as another's, those of somebody whom a label such as “Speaker 2”
does not tell count as nobody's. For testimony: whether the witness and the speaker share a name.

Where nothing shows that the speaker said it, a passage that is only proposed and has the words of a quotation
from another's mouth is told as a warning.

## Why it matters
The right words from the wrong mouth are a false quotation. A news site's summary of a study is not the study.

## Example
    “We never agreed,” Ana Ruiz said.

## Instead
    “We never agreed,” Kofi Osei said.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where a spokesperson spoke for the one who is named, and the text says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claimcheck.records.models import NARRATION, Claim, Evidence, Source
from claimcheck.rules.helpers import some, with_sources
from claimcheck.rules.model import ClaimView, Complaint, RuleContext, at_claim
from claimcheck.rules.wording import undecided

_WORD = re.compile(r"[^\W\d_]{2,}")


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find statements whose witness, or the speaker of whose passage, is somebody else."""
    for view in context.claims_with_evidence():
        yield from _proposed(context, view)
        for item, source in with_sources(context, view.claim):
            if item.about != "statement":
                continue
            message = _said(view, item, source) if item.said_by else _testified(view, item, source)
            if message:
                span = _span(view.claim, item) if item.said_by else None
                yield at_claim(view, message, "Name the one who said it.", span=span, subject=source.id)


def _proposed(context: RuleContext, view: ClaimView) -> Iterator[Complaint]:
    """Quotations that were found, but only as another's words, and nobody has decided yet."""
    for item in undecided(view, "verbatim", "edited"):
        source = context.sources.get(item.source)
        if source is None or item.said_by is None:
            continue
        message = _said(view, item, source)
        if message:
            fix = f"Look at it: claimcheck explain {view.claim.id}. Name the one who said it."
            complaint = at_claim(view, message, fix, span=_span(view.claim, item), subject=source.id)
            yield replace(complaint, state="proposed", level="warning")


def _said(view: ClaimView, item: Evidence, source: Source) -> str | None:
    """What is wrong with who says the words, or None."""
    from claimcheck.evidence.speaking import is_somebody_else, speaker_of

    claim = view.claim
    span = _span(claim, item) or (0, len(claim.text))
    speaker = speaker_of(claim, *span)
    if speaker is None or item.said_by is None or not is_somebody_else(speaker, item.said_by):
        return None
    if item.said_by == NARRATION:
        return f"The text has {speaker} say it, but in {source.id} these are the source's own words."
    other = item.said_by if view.prints(item) else "somebody else"
    return f"The text has {speaker} say it, but in {source.id} it is {other} who says it."


def _span(claim: Claim, item: Evidence) -> tuple[int, int] | None:
    """The quotation that the item is about, within the claim."""
    numbers = item.parts or range(len(claim.parts))
    parts = [claim.parts[n] for n in numbers if n < len(claim.parts) and claim.parts[n].kind == "quotation"]
    return (parts[0].start, parts[0].end) if parts else None


def _testified(view: ClaimView, item: Evidence, source: Source) -> str | None:
    """What is wrong with whose testimony it is, or None."""
    speakers = [attribution.speaker for attribution in view.claim.attributions if attribution.speaker]
    names = {word for speaker in speakers for word in _words(speaker)}
    witness = source.testimony.who if source.testimony and source.named else ""
    if item.stance != "supports" or not names or not witness or names & set(_words(witness)):
        return None
    return f"The text has {some(speakers)} say it, but {source.id} is the testimony of {witness}."


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]
