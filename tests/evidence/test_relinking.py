from __future__ import annotations

from claimcheck.evidence.relinking import MOST_PER_STANCE, relink
from claimcheck.records.models import Evidence, EvidenceStatus, Stance


def item(
    start: int,
    *,
    status: EvidenceStatus = "proposed",
    stance: Stance = "supports",
    judge: str | None = "facts/1",
) -> Evidence:
    who = {"by": "m.ito", "at": "2026-03-04T09:12:00Z"} if status != "proposed" else {}
    return Evidence(
        source="minutes", about="content", stance=stance, exact="ab", start=start, end=start + 2,
        snapshot="sha256:1", status=status, judge=judge, **who,
    )  # fmt: skip


def test_decided_evidence_stays_and_old_proposals_give_way() -> None:
    accepted, rejected, old = item(0, status="accepted"), item(10, status="rejected"), item(20)
    assert relink([accepted, rejected, old], [item(30)]) == [accepted, rejected, item(30)]


def test_what_was_rejected_is_not_proposed_again() -> None:
    rejected = item(10, status="rejected")
    assert relink([rejected], [item(10), item(10, stance="contradicts")]) == [rejected]


def test_a_proposal_a_person_added_stays() -> None:
    own = item(5, judge=None)
    assert relink([own], []) == [own]


def test_at_most_three_of_one_stance() -> None:
    fresh = relink([], [item(n) for n in range(9)] + [item(50, stance="contradicts")])
    assert [e.start for e in fresh] == [*range(MOST_PER_STANCE), 50]


def test_linking_twice_changes_nothing() -> None:
    once = relink([item(0, status="accepted")], [item(0), item(9)])
    assert relink(once, [item(0), item(9)]) == once
