"""Whether a claim's sentence was edited after people decided on it."""

from __future__ import annotations

from claimcheck.records.models import Claim


def wording_decided_on(claim: Claim) -> str | None:
    """The sentence as it was when its evidence was accepted or it was signed, where it was edited since.

    None where it stands as it was, or where nothing decided on it counts. Its status is then that of the
    evidence for the earlier wording, so whoever shows the status should say so.
    """
    decided = bool(claim.signoffs) or any(item.status == "accepted" for item in claim.evidence)
    return claim.was if decided else None
