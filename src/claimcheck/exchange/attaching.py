"""Putting what was read into a workspace: annotations as notes and proposals, citations as sources.

An annotation is attached only where its words stand, exactly and at one place; nothing is guessed, and
nothing that comes in counts before a person accepts it. Importing a file again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from claimcheck.decisions.desk import Desk, with_fields
from claimcheck.decisions.desk_work import note
from claimcheck.evidence.proposing import AROUND, place_at
from claimcheck.exchange.annotations import URN, Annotation, Passage
from claimcheck.exchange.csl import Citation
from claimcheck.exchange.quotes import locate
from claimcheck.records.ids import evidence_key
from claimcheck.records.models import Claim, Evidence, Layer, Source, Stance
from claimcheck.sources.adding import AlreadyRecorded, add_citation
from claimcheck.sources.texts import SourceText, load_text


@dataclass(frozen=True, slots=True)
class Attached:
    """What became of one thing in a file.

    Attributes:
        what: the annotation's or the item's id.
        outcome: ``note``, ``proposal``, ``source``, ``known`` or ``left``.
        why: for what was left aside, the reason; else where it went.
    """

    what: str
    outcome: str
    why: str


def attach_annotations(desk: Desk, annotations: Iterable[Annotation]) -> list[Attached]:
    """Attach annotations, one answer a target, in order."""
    workspace = desk.fresh()
    sources = {loaded.record.id: loaded.record for loaded in workspace.sources()}
    found = []
    for annotation in annotations:
        if not annotation.targets:
            found.append(Attached(annotation.id, "left", "it names no words of a text"))
        for target in annotation.targets:
            found.append(_attach(desk, annotation, target, sources))
    return found


def _attach(desk: Desk, annotation: Annotation, target: Passage, sources: Mapping[str, Source]) -> Attached:
    slug = target.source.removeprefix(f"{URN}article:")
    if slug != target.source:
        return _on_article(desk, annotation, target, slug)
    source = _source_of(target.source, sources)
    if source is None:
        return Attached(annotation.id, "left", f"no article or source here is {target.source[:200]}")
    return _on_source(desk, annotation, target, source)


def _source_of(iri: str, sources: Mapping[str, Source]) -> Source | None:
    named = sources.get(iri.removeprefix(f"{URN}source:"))
    if named is not None:
        return named
    same = [source for source in sources.values() if source.url == iri and source.private is None]
    return same[0] if len(same) == 1 else None


def _on_article(desk: Desk, annotation: Annotation, target: Passage, slug: str) -> Attached:
    """Leave what an annotation says as a note on the claim its words overlap most."""
    if slug not in desk.workspace.slugs():
        return Attached(annotation.id, "left", f"no article {slug[:80]!r} is recorded")
    span = _locate(desk.workspace.reading_text(slug), target)
    if span is None:
        return Attached(annotation.id, "left", "its words do not stand in the article, or more than once")
    claims = [claim for claim in desk.workspace.article(slug).record.claims if not claim.orphan]
    claim = max(claims, key=lambda item: _overlap(item, span), default=None)
    if claim is None or _overlap(claim, span) == 0:
        return Attached(annotation.id, "left", "no claim stands where its words stand")
    if annotation.id == f"{URN}claim:{claim.id}":
        return Attached(annotation.id, "known", claim.id)
    said = "\n".join(annotation.words)
    text = f"{annotation.creator}: {said}" if annotation.creator else said
    if not said.strip():
        return Attached(annotation.id, "left", "it says nothing")
    kept = desk.workspace.desk(slug)
    if kept is not None and any(old.claim == claim.id and old.text == text for old in kept.record.notes):
        return Attached(annotation.id, "known", claim.id)
    note(desk, claim.id, text)
    return Attached(annotation.id, "note", claim.id)


def _overlap(claim: Claim, span: tuple[int, int]) -> int:
    return max(min(claim.anchor.end, span[1]) - max(claim.anchor.start, span[0]), 0)


def _locate(text: str, target: Passage) -> tuple[int, int] | None:
    return locate(text, target.exact, target.prefix, target.suffix, target.position)


def _on_source(desk: Desk, annotation: Annotation, target: Passage, source: Source) -> Attached:
    """Propose a passage as evidence for the claim that the annotation names."""
    prefix = f"{URN}claim:"
    known = {claim.id for loaded in desk.workspace.articles() for claim in loaded.record.claims}
    named = [iri.removeprefix(prefix) for iri in annotation.linked if iri.startswith(prefix)]
    claim_id = next((name for name in named if name in known), None)
    if claim_id is None:
        return Attached(annotation.id, "left", "it names no claim that is recorded here")
    held = load_text(desk.workspace, source)
    if held is None:
        return Attached(annotation.id, "left", f"the text of {source.id} is not on hand")
    span = _locate(held.text, target)
    if span is None:
        return Attached(annotation.id, "left", f"its words do not stand in {source.id}, or more than once")
    item = _proposal(annotation, target, held, span)
    claim = desk.workspace.claim(claim_id)[1]
    if evidence_key(item) in map(evidence_key, claim.evidence):
        return Attached(annotation.id, "known", claim_id)
    desk.on_claim("propose", claim_id, lambda now: with_fields(now, evidence=[*now.evidence, item]))
    desk.workspace.reload()
    return Attached(annotation.id, "proposal", claim_id)


def _proposal(annotation: Annotation, target: Passage, held: SourceText, span: tuple[int, int]) -> Evidence:
    stance: Stance = next((s for s in get_args(Stance) if f"stance: {s}" in annotation.tags), "neutral")
    about: Layer = next((a for a in get_args(Layer) if f"about: {a}" in annotation.tags), "content")
    by = f" by {annotation.creator}" if annotation.creator else ""
    return Evidence(
        source=held.source.id,
        about=about,
        stance=stance,
        exact=target.exact,
        prefix=target.prefix or held.text[max(span[0] - AROUND, 0) : span[0]],
        suffix=target.suffix or held.text[span[1] : span[1] + AROUND],
        start=span[0],
        end=span[1],
        locator=place_at(held, span[0]),
        snapshot=held.snapshot,
        reason=f"Imported annotation{by}.",
        status="proposed",
    )


def add_citations(desk: Desk, citations: Iterable[Citation]) -> list[Attached]:
    """Record citations as sources that are only cited; what is recorded already stays as it is."""
    found = []
    for citation in citations:
        try:
            source = add_citation(
                desk.editor, citation.source_id, citation.obtainable, citation.details, desk.now
            )
        except AlreadyRecorded:
            found.append(Attached(citation.source_id, "known", "a source of that id is recorded"))
        else:
            found.append(Attached(citation.source_id, "source", source.title))
    return found
