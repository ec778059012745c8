"""A small desk for the tests of every export: signed, disputed, hostile and confidential."""

from __future__ import annotations

from typing import Any

from claimcheck.assessment.assess import assess_claim
from claimcheck.assessment.policy import load_policy
from claimcheck.exchange.model import ExportedArticle, Holdings
from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.records.models import Claim, ClaimFile, Source

CANARY = "Petra Halloran"
HOSTILE = "=cmd|'/c calc'!A0 </script><b>\u202eevil\x1b[2J\x07 é😀"
AT = "2026-03-04T09:00:00Z"
TEXT = f"# Harbour budget\n\nThe board met on Tuesday. The harbour spent $41 million.\n\n{HOSTILE}\n"


def source(name: str, **fields: Any) -> Source:
    values = {
        "claimcheck": 1,
        "id": name,
        "title": name.capitalize(),
        "reliability": "A",
        "tier": "primary",
        "lineage": "original",
        "text": {"path": f"sources/{name}/text.txt", "sha256": "0" * 64},
    }
    return Source.model_validate(values | fields)


def evidence(name: str, exact: str = "the board met", **fields: Any) -> dict[str, Any]:
    values: dict[str, Any] = {"source": name, "about": "content", "stance": "supports", "status": "accepted"}
    values |= {"by": "m.ito", "at": AT, "exact": exact}
    if exact:
        values |= {"start": 4, "end": 4 + len(exact), "snapshot": "sha256:" + "0" * 64}
    return values | fields


def claim(key: str, text: str, *items: dict[str, Any], sign: bool = False, **fields: Any) -> Claim:
    start = TEXT.index(text)
    values: dict[str, Any] = {
        "id": f"harbour/{key * 8}",
        "text": text,
        "anchor": {"start": start, "end": start + len(text), "prefix": TEXT[max(start - 5, 0) : start]},
        "kind": "event",
        "check_worthiness": {"label": "CFS", "score": 0.9},
        "evidence": list(items),
    }
    made = Claim.model_validate(values | fields)
    if not sign:
        return made
    signed = {"by": "r.osei", "at": AT, "decision": "verified", "fingerprint": claim_fingerprint(made, {})}
    return Claim.model_validate({**made.model_dump(), "signoffs": [signed]})


def sources() -> dict[str, Source]:
    private = {
        "pseudonym": "Confidential source 1",
        "hash": "hmac-sha256:" + "a" * 64,
        "attested_by": "m.ito",
    }
    found = [
        source("minutes", url="https://board.example/minutes", authors=["Ada Lind"], published="2026-03-03"),
        source("leak", terms="off record", title="The off-record memo"),
        source(
            "confidential-source-1",
            title=CANARY,
            authors=[CANARY],
            publisher=CANARY,
            url=f"https://x.example/{CANARY.replace(' ', '-')}",
            notes=CANARY,
            named=False,
            text=None,
            private=private,
        ),
        source("odd", title=HOSTILE, url="javascript:alert(1)", authors=[HOSTILE]),
    ]
    return {item.id: item for item in found}


def holdings() -> Holdings:
    secret = evidence("confidential-source-1", CANARY, prefix=CANARY, why=CANARY, reason=CANARY)
    claims = [
        claim("a", "The board met on Tuesday.", evidence("minutes"), secret, evidence("leak"), sign=True),
        claim("b", "The harbour spent $41 million.", evidence("minutes", stance="contradicts")),
        claim("c", HOSTILE, sign=True),
    ]
    record = ClaimFile.model_validate(
        {
            "claimcheck": 1,
            "article": {"title": "Harbour budget", "path": "articles/harbour.md", "sha256": "0" * 64},
            "claims": [item.model_dump() for item in claims],
        }
    )
    known, policy = sources(), load_policy()
    assessments = {item.id: assess_claim(item, known, policy) for item in claims}
    return Holdings((ExportedArticle("harbour", record, TEXT, assessments),), known, AT)
