"""Linking an article: proposals written into its claims, decisions left alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.documents.copying import containment
from claimcheck.evidence.linking import SHORT_QUOTATION, merged, propose
from claimcheck.evidence.relinking import relink
from claimcheck.evidence.source_library import Library
from claimcheck.records.edits import Editor
from claimcheck.records.models import Claim, ClaimFile, Evidence

OWN_COPY = 0.8
"""A source that holds this share of the article's shingles is a copy of it, and no evidence for it."""
CONTEXT = 600
"""Code points of the article before a claim that complete its context."""


Propose = Callable[..., list[Evidence]]
"""What :func:`claimcheck.evidence.linking.propose` does, for one claim, by another judge."""
Recall = Callable[[Sequence[str], Callable[[], list[str]]], list[str]]
"""From the parts of a key, and what to do where nothing is kept under it, to proposals as JSON."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking an article did.

    Attributes:
        proposals: open proposals by claim id, for claims that have any.
        copies: ids of sources passed over because they copy the article.
        unfound: by claim id, quotations that no source on hand has, be it with other words.
    """

    slug: str
    claims: int
    proposals: dict[str, int]
    copies: tuple[str, ...]
    written: bool
    unfound: dict[str, list[str]]


def link_article(
    editor: Editor,
    slug: str,
    library: Library,
    *,
    track: Callable[[Collection[Claim]], Iterable[Claim]] = iter,
    recall: Recall | None = None,
    seconds: Sequence[Propose] = (),
) -> Linked:
    """Propose passages for every claim of an article and record them.

    Args:
        track: wraps the claims, for progress.
        recall: remembers what was proposed for a claim that did not change, from the same sources.
        seconds: further judges, whose proposals join those of the first.

    Raises:
        What :class:`~claimcheck.records.edits.Editor` raises.
    """
    loaded = editor.workspace.article(slug)
    text = editor.workspace.reading_text(slug)
    copies = own_copies(text, library)
    published = loaded.record.article.published
    day = date.fromisoformat(published[:10]) if published else None
    live = [claim for claim in loaded.record.claims if not claim.orphan]
    found: dict[str, list[Evidence]] = {}
    for claim in track(live):
        context = text[max(claim.anchor.start - CONTEXT, 0) : claim.anchor.start]
        asked = _Asked(claim, context, day, copies)
        found[claim.id] = asked.propose(library) if recall is None else asked.recalled(library, recall)
        for second in seconds:
            found[claim.id] = merged(found[claim.id], asked.propose(library, second))

    def change(current: ClaimFile | None) -> ClaimFile:
        record = current or loaded.record
        claims = [_with(claim, found.get(claim.id)) for claim in record.claims]
        return record.model_copy(update={"claims": claims})

    edited = editor.change_claims(slug, change)
    counts = {c.id: sum(e.status == "proposed" for e in c.evidence) for c in edited.after.claims}
    missing = {c.id: unfound_quotations(c) for c in edited.after.claims if c.id in found}
    return Linked(
        slug,
        len(live),
        {name: count for name, count in counts.items() if count},
        copies,
        edited.changed,
        {name: quotations for name, quotations in missing.items() if quotations},
    )


def unfound_quotations(claim: Claim) -> list[str]:
    """The quotations of a claim that no evidence was compared with; short ones stand in many a text and are
    passed over."""
    compared = [item for item in claim.evidence if item.match or (item.judge or "").startswith("quotations/")]
    return [
        claim.text[part.start : part.end]
        for number, part in enumerate(claim.parts)
        if part.kind == "quotation"
        and len(claim.text[part.start : part.end].split()) >= SHORT_QUOTATION
        and not any(not item.parts or number in item.parts for item in compared)
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One claim with all that its proposals depend on besides the sources."""

    claim: Claim
    context: str
    published: date | None
    skip: tuple[str, ...]

    def propose(self, library: Library, judge: Propose = propose) -> list[Evidence]:
        return judge(self.claim, library, context=self.context, published=self.published, skip=self.skip)

    def recalled(self, library: Library, recall: Recall) -> list[Evidence]:
        bare = self.claim.model_dump_json(include={"text", "resolved", "attributions", "parts"})
        key = [bare, self.context, str(self.published), *self.skip, "", *library.fingerprint]
        rows = recall(key, lambda: [item.model_dump_json() for item in self.propose(library)])
        return [Evidence.model_validate_json(row) for row in rows]


def _with(claim: Claim, proposals: list[Evidence] | None) -> Claim:
    if proposals is None:
        return claim
    return claim.model_copy(update={"evidence": relink(claim.evidence, proposals)})


def own_copies(article: str, library: Library) -> tuple[str, ...]:
    """Ids of sources whose text is the article, or was copied from it."""
    return tuple(
        name for name, source in library.texts.items() if containment(article, source.text) >= OWN_COPY
    )
