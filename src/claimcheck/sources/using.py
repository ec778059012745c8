"""Which claims a source is evidence for, also through what was derived from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.records.models import Claim, EvidenceStatus, Source
from claimcheck.records.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Use:
    """One item of evidence: the claim, the source it names (``through``), and its status."""

    claim: Claim
    through: str
    status: EvidenceStatus


def descendants(source_id: str, sources: Mapping[str, Source]) -> frozenset[str]:
    """The source and everything derived from it, over any number of steps."""
    found = {source_id}
    waiting = [source_id]
    children: dict[str, list[str]] = {}
    for source in sources.values():
        for parent in source.derived_from:
            children.setdefault(parent.source, []).append(source.id)
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return frozenset(found)


def uses_of(names: frozenset[str], claims: Iterable[Claim]) -> list[Use]:
    """Every item of evidence that names one of the sources, in the order of the claims."""
    return [
        Use(claim, evidence.source, evidence.status)
        for claim in claims
        for evidence in claim.evidence
        if evidence.source in names
    ]


def claims_using(workspace: Workspace, source_id: str) -> list[Use]:
    """All uses of a source and its descendants in the workspace."""
    sources = {loaded.record.id: loaded.record for loaded in workspace.sources()}
    claims = (claim for loaded in workspace.articles() for claim in loaded.record.claims)
    return uses_of(descendants(source_id, sources), claims)
