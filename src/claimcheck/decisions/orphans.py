"""What becomes of a claim whose sentence is gone: its evidence moves to another claim, or it is let go."""

from __future__ import annotations

from claimcheck.decisions.desk import Change, Desk, with_fields
from claimcheck.errors import ClaimcheckError
from claimcheck.records.ids import evidence_key
from claimcheck.records.models import Claim, ClaimFile
from claimcheck.records.workspace import UnknownArticle, UnknownClaim
from claimcheck.records.writing import Data, canonical


class StillThere(ClaimcheckError):
    """The claim's sentence stands in the article."""

    def __init__(self, claim_id: str) -> None:
        super().__init__(
            f"The sentence of {claim_id} stands in the article.",
            remedy="Only a claim whose sentence is gone can be moved or let go. Nothing was changed.",
        )


class NoPlaceForIt(ClaimcheckError):
    """Evidence would move to a claim that has no sentence, or is of another article."""

    def __init__(self, claim_id: str) -> None:
        super().__init__(
            f"{claim_id} is no sentence of the same article.",
            remedy="Name a claim that stands in it; see: claimcheck report. Nothing was changed.",
        )


def move_evidence(desk: Desk, orphan_id: str, claim_id: str) -> Change:
    """Give an orphan's accepted evidence to the sentence in its place, as proposals, and let the orphan go.

    What was accepted for one sentence is not accepted for another: each passage has to be accepted anew.
    Passages that the claim has already stay as they are there.

    Raises:
        UnknownArticle, UnknownClaim, StillThere, NoPlaceForIt.
    """
    touched: list[tuple[Claim, Claim, Claim]] = []

    def change(record: ClaimFile | None) -> ClaimFile:
        found, orphan = _orphan(record, orphan_id, desk)
        target = next((claim for claim in found.claims if claim.id == claim_id), None)
        if target is None or target.orphan:
            raise NoPlaceForIt(claim_id)
        merged = _with_evidence_of(orphan, target)
        touched.append((orphan, target, merged))
        claims = [merged if claim is target else claim for claim in found.claims if claim is not orphan]
        return ClaimFile.model_validate({**dict(found), "claims": claims})

    edited = desk.editor.change_claims(orphan_id.partition("/")[0], change)
    orphan, target, merged = touched[-1]
    before: dict[str, Data] = {"claims": [canonical(target), canonical(orphan)]}
    return desk.done("move evidence", claim_id, edited.path, before, {"claims": [canonical(merged)]})


def discard(desk: Desk, orphan_id: str) -> Change:
    """Let a claim go whose sentence is gone, with all that was decided on it.

    Raises:
        UnknownArticle, UnknownClaim, StillThere.
    """
    touched: list[Claim] = []

    def change(record: ClaimFile | None) -> ClaimFile:
        found, orphan = _orphan(record, orphan_id, desk)
        touched.append(orphan)
        claims = [claim for claim in found.claims if claim is not orphan]
        return ClaimFile.model_validate({**dict(found), "claims": claims})

    edited = desk.editor.change_claims(orphan_id.partition("/")[0], change)
    before: dict[str, Data] = {"claims": [canonical(touched[-1])]}
    return desk.done("discard", orphan_id, edited.path, before, {"claims": []})


def _orphan(record: ClaimFile | None, orphan_id: str, desk: Desk) -> tuple[ClaimFile, Claim]:
    if record is None:
        raise UnknownArticle(orphan_id.partition("/")[0], desk.workspace.slugs())
    found = next((claim for claim in record.claims if claim.id == orphan_id), None)
    if found is None:
        raise UnknownClaim(orphan_id, [claim.id for claim in record.claims])
    if not found.orphan:
        raise StillThere(orphan_id)
    return record, found


def _with_evidence_of(orphan: Claim, target: Claim) -> Claim:
    """The claim with the passages that were accepted for the orphan, as a person's proposals."""
    held = {evidence_key(item) for item in target.evidence}
    fields: dict[str, object] = {"status": "proposed", "by": None, "at": None, "why": "", "parts": []}
    # Without a judge it is a person's proposal, which linking leaves alone.
    fields |= {"judge": None, "confidence": None, "reason": f"was evidence for {orphan.id}"}
    moved = [
        item.model_copy(update=fields)
        for item in orphan.evidence
        if item.status == "accepted" and evidence_key(item) not in held
    ]
    return with_fields(target, evidence=[*target.evidence, *moved])
