"""Published checkers of claims against sources that run offline and without weights, as judges of stance.

claimproofkit 0.1.1 tells support and contradiction; grounded-check 0.1.2 looks up figures, names, quotations
and, as advice, whole sentences, and never tells a contradiction. Each is asked where it is installed.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

Peer = Callable[[str, str], str]
"""Claim and passage to supports, contradicts or neutral."""

_PROVED = {"directlySupported": "supports", "supportedByInference": "supports", "contradicted": "contradicts"}


def installed_peers() -> dict[str, Peer]:
    """The peers that are at hand, by the name of their column."""
    known = {"claimproofkit": ("proofkit", claimproofkit), "grounded": ("grounded", grounded)}
    return {name: peer for module, (name, peer) in known.items() if find_spec(module)}


def claimproofkit(claim: str, passage: str) -> str:
    """The verdict on the claim's parts: a contradiction counts, support only if all parts have it."""
    from claimproofkit import ClaimVerifier, EvidencePassage, SourceType

    evidence = EvidencePassage(id="passage", source="passage", source_type=SourceType.EVIDENCE, text=passage)
    found = {
        _PROVED.get(part.status.value, "neutral")
        for part in ClaimVerifier().verify_document(claim, [evidence]).verdicts
    }
    if "contradicts" in found:
        return "contradicts"
    return "supports" if found == {"supports"} else "neutral"


def grounded(claim: str, passage: str) -> str:
    """Support where all that it looks up is found, whole sentences included."""
    from grounded import Kind, Source, Verdict, extract, verify

    parts = extract(claim, kinds=set(Kind), min_sentence_words=1)
    found = verify(parts, [Source(Path("passage"), passage)]).findings
    return "supports" if found and {one.verdict for one in found} == {Verdict.GROUNDED} else "neutral"
