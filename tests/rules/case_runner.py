"""Runs the cases of a rule: a YAML file of short workspaces, each with what the rule must say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import ryaml

from claimcheck.checking import ArticleInput, CheckInputs, check_workspace
from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.records.models import Baseline, Claim, ClaimFile, Source, Waiver
from claimcheck.records.settings import Settings
from claimcheck.rules.model import Stray, Weakening
from claimcheck.rules.report import Report
from claimcheck.sources.printed_tables import PrintedTable

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 3, 4)
AT = "2026-03-04T09:00:00Z"
TEXT_HASH = "0" * 64
DECIDED = {"by": "m.ito", "at": AT, "why": "seen"}


@dataclass(frozen=True)
class Pair:
    kind: str
    first: str
    second: str
    first_span: tuple[int, int]
    second_span: tuple[int, int]
    message: str


def load_cases(code: str) -> list[dict[str, Any]]:
    return ryaml.loads((CASES / f"{code}.yaml").read_text("utf-8"))


def run_case(code: str, case: dict[str, Any]) -> Report:
    # CC001 finds nothing here, but a check needs a rule that looks at claims.
    check = {"select": [code, "CC001"], **case.get("check", {})}
    claims = [_claim(number, item) for number, item in enumerate(case.get("claims", []))]
    text, placed = _lay_out(claims, case.get("separator", "\n"))
    sources = {item["id"]: _source(item) for item in case.get("sources", [])}
    placed = [
        _signed(claim, item, sources) for claim, item in zip(placed, case.get("claims", []), strict=True)
    ]
    record = ClaimFile.model_validate(
        {
            "claimcheck": 1,
            "article": {
                "title": "Harbour",
                "path": "articles/harbour.md",
                "sha256": TEXT_HASH,
                **case.get("article", {}),
            },
            "claims": [],
        }
    ).model_copy(update={"claims": placed})
    relations = [_pair(placed, **item) for item in case.get("relations", [])]
    given = ArticleInput(
        "harbour", record, case.get("text", text), "claims/harbour.yaml", case.get("stale", False), relations
    )
    return check_workspace(
        CheckInputs(
            [given],
            TODAY,
            sources=sources,
            source_hashes=case.get("hashes", dict.fromkeys(sources, TEXT_HASH)),
            tables={name: PrintedTable(cells) for name, cells in case.get("tables", {}).items()},
            waivers=[
                Waiver.model_validate(
                    {"reason": "known", "by": "m.ito", **item, "claim": placed[item["claim"]].id}
                )
                for item in case.get("waivers", [])
            ],
            baseline=Baseline(claimcheck=1, findings=case.get("baseline", {})),
            settings=Settings.model_validate({"check": check, "desk": case.get("desk", {})}),
            whole=case.get("whole", True),
            weakenings=[Weakening(**item) for item in case.get("weakenings", [])],
            strays=[Stray(**item) for item in case.get("strays", [])],
        )
    )


def _pair(placed: list[Claim], kind: str, first: int, second: int, message: str) -> Pair:
    one, two = placed[first], placed[second]
    return Pair(kind, one.id, two.id, (0, len(one.text)), (0, len(two.text)), message)


def _lay_out(claims: list[Claim], separator: str) -> tuple[str, list[Claim]]:
    text, placed = "", []
    for claim in claims:
        start = len(text)
        anchor = claim.anchor.model_copy(update={"start": start, "end": start + len(claim.text)})
        placed.append(claim.model_copy(update={"anchor": anchor}))
        text += claim.text + separator
    return text, placed


def _claim(number: int, item: dict[str, Any]) -> Claim:
    item = dict(item)
    text = item.pop("text", "The board met on Tuesday.")
    item.pop("signed", None)
    said = item.pop("said", None)
    values: dict[str, Any] = {
        "id": f"harbour/{'abcdefgh'[number] * 8}",
        "text": text,
        "anchor": {"start": 0, "end": len(text)},
        "kind": item.pop("kind", "event"),
        "check_worthiness": {"label": item.pop("label", "CFS"), "score": 0.9},
        "parts": [{"kind": kind, **_span(text, words)} for kind, words in item.pop("parts", [])],
        "attributions": [_said(text, one) for one in ([said] if isinstance(said, dict) else said or [])],
        "evidence": [_evidence(one) for one in item.pop("evidence", [])],
        "citations": [
            {**_span(text, one.pop("on")), "kind": "named", "target": "x", **one}
            for one in item.pop("citations", [])
        ],
    }
    for key in ("exempt", "states_dispute", "unnamed_approved"):
        if item.pop(key, False):
            values[key] = DECIDED
    return Claim.model_validate({**values, **item})


def _span(text: str, words: str) -> dict[str, int]:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def _said(text: str, said: dict[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {"kind": "indirect", **said}
    for role in ("source", "cue", "content"):
        values[role] = [_span(text, said[role])] if role in said else []
    return values


def _evidence(item: dict[str, Any]) -> dict[str, Any]:
    item = dict(item)
    exact = item.pop("exact", "so it was")
    span = {"exact": exact, "start": 0, "end": len(exact)} if exact else {}
    return {
        "source": item.pop("from"),
        "about": "content",
        "stance": "supports",
        "status": "accepted",
        "by": "m.ito",
        "at": AT,
        **span,
        **item,
    }


def _source(item: dict[str, Any]) -> Source:
    item = dict(item)
    reliability, tier = item.pop("grade", "B secondary").split()
    values: dict[str, Any] = {
        "claimcheck": 1,
        "title": item["id"],
        "reliability": reliability,
        "tier": tier,
        "lineage": "original",
        "text": {"path": f"sources/{item['id']}/text.txt", "sha256": TEXT_HASH},
        **item,
    }
    if item.get("retracted"):
        values["retracted"] = {**DECIDED, "why": item["retracted"]}
    if item.get("testimony"):
        values["testimony"] = {"when": AT, "by": "m.ito", "answer": "Yes.", "who": item["testimony"]}
    values["derived_from"] = [{"source": name} for name in item.get("derived_from", [])]
    return Source.model_validate(values)


def _signed(claim: Claim, item: dict[str, Any], sources: dict[str, Source]) -> Claim:
    """Sign the claim as it stands by each of the names; a name with ``!`` signed something else."""
    retracted = {source.id: source.retracted is not None for source in sources.values()}
    now = claim_fingerprint(claim, retracted)
    signoffs = [
        {
            "by": name.rstrip("!"),
            "at": AT,
            "decision": "verified",
            "fingerprint": "cc1:" + "0" * 64 if name.endswith("!") else now,
        }
        for name in item.get("signed", [])
    ]
    return Claim.model_validate({**claim.model_dump(), "signoffs": signoffs})
