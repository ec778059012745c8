"""claimcheck: claims as code for newsrooms.

The public API, resolved when first used so that importing the package costs nothing:

- ``read_document``: a file to a document with its reading text and blocks
- ``extract_claims``: a document to its claims and what was dropped
- ``judge_quotation``, ``judge_stance``, ``judge_worthiness``, ``find_attributions``: the pure judgements
- ``assess_claim``, ``load_policy``: the grade of a claim's sourcing
- ``Workspace``: the records of a workspace
- ``ClaimcheckError``: base of every error
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOMES = {
    "ClaimcheckError": "claimcheck.errors",
    "Workspace": "claimcheck.records.workspace",
    "assess_claim": "claimcheck.assessment.assess",
    "extract_claims": "claimcheck.extraction.claims",
    "find_attributions": "claimcheck.extraction.attribution",
    "judge_quotation": "claimcheck.evidence.quotations",
    "judge_stance": "claimcheck.evidence.stance",
    "judge_worthiness": "claimcheck.extraction.worthiness",
    "load_policy": "claimcheck.assessment.policy",
    "read_document": "claimcheck.documents.reading",
}

__all__ = [
    "ClaimcheckError",
    "Workspace",
    "assess_claim",
    "extract_claims",
    "find_attributions",
    "judge_quotation",
    "judge_stance",
    "judge_worthiness",
    "load_policy",
    "read_document",
]

if TYPE_CHECKING:
    from claimcheck.assessment.assess import assess_claim
    from claimcheck.assessment.policy import load_policy
    from claimcheck.documents.reading import read_document
    from claimcheck.errors import ClaimcheckError
    from claimcheck.evidence.quotations import judge_quotation
    from claimcheck.evidence.stance import judge_stance
    from claimcheck.extraction.attribution import find_attributions
    from claimcheck.extraction.claims import extract_claims
    from claimcheck.extraction.worthiness import judge_worthiness
    from claimcheck.records.workspace import Workspace


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'claimcheck' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
