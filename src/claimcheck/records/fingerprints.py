"""The one fingerprint: of what a sign-off judged, and of findings in baselines and output formats.

``cc1:`` and the sha256 of the parts, each preceded by its length, so that no two lists of parts run
together. No line number, date or path goes in, so a fingerprint survives moves and reformatting.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256

from claimcheck.records.models import Claim, Evidence
from claimcheck.records.writing import canonical

PREFIX = "cc1:"
_TYPOGRAPHY = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‐": "-", "‑": "-", "\u00a0": " "}
)


def normalised(text: str) -> str:
    """The text with one kind of white space and of quotation marks: two texts equal in this say the same."""
    return " ".join(text.translate(_TYPOGRAPHY).split())


def fingerprint(parts: Iterable[str]) -> str:
    """``cc1:`` and 64 hex digits; different lists of parts give different fingerprints."""
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    return PREFIX + sha256(b"".join([b"%d:%b" % (len(data), data) for data in encoded])).hexdigest()


def claim_fingerprint(claim: Claim, retracted: Mapping[str, bool]) -> str:
    """What a sign-off covers: the claim's text, its attributions, and the accepted evidence.

    Of the text: everything but how its lines are broken and which kind of quotation marks it has. Of
    evidence: source, exact words, stance, layer, snapshot, a calculation over its cells, the parts of the
    claim that it is said to bear on, and whether the source is retracted. Proposals, order and policy do
    not count.

    Args:
        retracted: by source id, whether it was withdrawn; a source not named here was not.
    """
    attributions = [json.dumps(canonical(item), sort_keys=True) for item in claim.attributions]
    accepted = [item for item in claim.evidence if item.status == "accepted"]
    evidence = sorted(json.dumps(_judged(item, retracted)) for item in accepted)
    said = normalised(claim.text)
    return fingerprint([said, str(len(attributions)), *attributions, str(len(evidence)), *evidence])


def _judged(item: Evidence, retracted: Mapping[str, bool]) -> list[str | bool | None]:
    worked_out = [item.calculation.model_dump_json()] if item.calculation else []
    parts = ["parts " + " ".join(map(str, sorted(item.parts)))] if item.parts else []
    return [
        item.source,
        item.exact,
        item.stance,
        item.about,
        item.snapshot,
        retracted.get(item.source, False),
        *worked_out,
        *parts,
    ]


def finding_fingerprint(code: str, subject: str, message_key: str) -> str:
    """A finding's fingerprint.

    Args:
        code: the rule's code.
        subject: id of the claim, source or article it is about.
        message_key: what tells two findings of one rule on one subject apart, free of lines and dates.
    """
    return fingerprint([code, subject, message_key])
