"""Short ways to write claims, sources and evidence in tests of the layers above the records."""

from __future__ import annotations

from typing import Any

from claimcheck.assessment.assess import Assessment, assess_claim
from claimcheck.assessment.policy import load_policy
from claimcheck.records.models import Claim, Evidence, Source

POLICY = load_policy()
AT = "2026-03-04T09:00:00Z"
DECIDED = {"by": "m.ito", "at": AT, "why": "seen"}
TEXT_FILE = {"path": "sources/x/text.txt", "sha256": "0" * 64}
CLAIM = "harbour/aaaaaaaa"


def source(name: str, reliability: str = "B", tier: str = "secondary", **fields: Any) -> Source:
    """A source on hand, of its own origin unless told otherwise."""
    values: dict[str, Any] = {
        "claimcheck": 1,
        "id": name,
        "title": name,
        "reliability": reliability,
        "tier": tier,
        "lineage": "derived" if fields.get("derived_from") else "original",
        "text": TEXT_FILE,
        **fields,
    }
    values["derived_from"] = [
        {"source": link} if isinstance(link, str) else link for link in values.get("derived_from", [])
    ]
    return Source.model_validate(values)


def evidence(name: str, stance: str = "supports", about: str = "content", **fields: Any) -> Evidence:
    """An accepted item."""
    values: dict[str, Any] = {
        "source": name,
        "about": about,
        "stance": stance,
        "exact": "so it was",
        "start": 0,
        "end": 9,
        "status": "accepted",
        "by": "m.ito",
        "at": AT,
        **fields,
    }
    return Evidence.model_validate(values)


def claim(
    *items: Evidence, kind: str = "event", text: str = "The harbour board met.", **fields: Any
) -> Claim:
    """A check-worthy claim with evidence."""
    values: dict[str, Any] = {
        "id": CLAIM,
        "text": text,
        "anchor": {"start": 0, "end": len(text)},
        "kind": kind,
        "check_worthiness": {"label": "CFS", "score": 0.9},
        **fields,
    }
    return Claim.model_validate({**values, "evidence": [item.model_dump() for item in items]})


def assess(
    the_claim: Claim, sources: list[Source], *, copying: Any = (), genre: Any = "news", policy: Any = POLICY
) -> Assessment:
    """Assess with the default policy."""
    by_id = {item.id: item for item in sources}
    return assess_claim(the_claim, by_id, policy, copying=copying, genre=genre)


def graded(*sources: Source, against: list[Source] | None = None, kind: str = "event") -> Assessment:
    """Assess a claim that each of the sources supports, or contradicts."""
    contra = against or []
    items = [evidence(item.id) for item in sources]
    items += [evidence(item.id, "contradicts") for item in contra]
    return assess(claim(*items, kind=kind), [*sources, *contra])
