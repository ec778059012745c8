from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st
from record_strategies import claims, evidence

from claimcheck.records.fingerprints import claim_fingerprint, finding_fingerprint, fingerprint
from claimcheck.records.ids import claim_id, evidence_key, find_evidence
from claimcheck.records.models import Claim


@given(st.lists(st.text()), st.lists(st.text()))
def test_different_parts_give_different_fingerprints(one: list[str], two: list[str]) -> None:
    assert (fingerprint(one) == fingerprint(two)) == (one == two)


def test_parts_do_not_run_together() -> None:
    assert len({fingerprint(parts) for parts in (["ab"], ["a", "b"], ["", "ab"], ["2:ab"], ["ab", ""])}) == 5


def test_the_format_does_not_change() -> None:
    assert fingerprint([]) == "cc1:" + sha256(b"").hexdigest()
    assert fingerprint(["ä", "b"]) == "cc1:" + sha256("2:ä1:b".encode()).hexdigest()
    parts = ["CC101", "harbour/aaaaaaaa", "uncited"]
    assert finding_fingerprint(*parts) == fingerprint(parts)


@given(claims())
def test_a_sign_off_covers_what_was_judged_and_nothing_else(claim: Claim) -> None:
    def of(**fields: object) -> str:
        return claim_fingerprint(Claim.model_validate({**dict(claim), **fields}), {})

    before = claim_fingerprint(claim, {})
    moved = claim.anchor.model_copy(update={"start": claim.anchor.start + 7, "end": claim.anchor.end + 7})
    assert of(anchor=moved, section="else", was="x") == before
    proposals = [item for item in claim.evidence if item.status == "proposed"]
    accepted = [item for item in claim.evidence if item.status == "accepted"]
    assert of(evidence=list(reversed(claim.evidence))) == before
    assert of(evidence=[item for item in claim.evidence if item not in proposals]) == before
    assert of(attributions=[*claim.attributions, {"kind": "direct"}]) != before
    for item in accepted:
        assert claim_fingerprint(claim, {item.source: True}) != before
        changed = item.model_copy(update={"stance": "supports" if item.stance != "supports" else "neutral"})
        assert of(evidence=[changed if other is item else other for other in claim.evidence]) != before
        if not claim.parts:
            continue
        elsewhere = item.model_copy(update={"parts": [] if item.parts else [0]})
        assert of(evidence=[elsewhere if other is item else other for other in claim.evidence]) != before


def test_claim_ids_are_stable_and_grow_on_collision() -> None:
    first = claim_id("harbour", "The  pier cost 41.", 0, set())
    assert first == claim_id("harbour", "the pier COST 41.", 0, set())
    assert first != claim_id("harbour", "The pier cost 41.", 1, set())
    longer = claim_id("harbour", "The pier cost 41.", 0, {first})
    assert longer.startswith(first)
    assert len(longer) == len(first) + 1


@given(st.lists(evidence(), max_size=4))
def test_evidence_is_found_by_number_and_by_key(items: list) -> None:
    claim = Claim.model_validate(
        {
            "id": "harbour/aaaaaaaa",
            "text": "x",
            "anchor": {"start": 0, "end": 1},
            "kind": "event",
            "check_worthiness": {"label": "CFS", "score": 1.0},
            "evidence": items,
        }
    )
    keys = [evidence_key(item) for item in items]
    for number, key in enumerate(keys):
        assert find_evidence(claim, number + 1) == find_evidence(claim, str(number + 1)) == number
        assert find_evidence(claim, key) == (number if keys.count(key) == 1 else None)
    assert find_evidence(claim, 0) is None
    assert find_evidence(claim, len(items) + 1) is None
