"""What a source says on a condition, or as a hope, supports no plain statement; appositions change no roles."""

from __future__ import annotations

import pytest

from claimcheck.evidence.stance import judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The quay is safe to build on.",
            "The quay is safe to build on only if the culvert is filled first.",
        ),
        ("The quay is safe to build on.", "If the culvert is filled, the quay is safe to build on."),
        ("The quay is safe to build on.", "The quay is safe to build on unless it rains."),
        ("The quay is safe to build on.", "The quay is safe to build on, provided the culvert is filled."),
        ("The ferry runs daily.", "The ferry runs daily as long as the strike does not return."),
        ("The ferry runs daily.", "The ferry runs daily, weather permitting."),
        ("The bridge will close in May.", "The bridge will close in May in the event of a flood."),
        ("We open in 2028.", "We hope to open the line in the spring of 2028."),
    ],
)
def test_a_condition_or_a_hope_leaves_it_open(claim: str, passage: str) -> None:
    verdict = judge_stance(claim, passage)
    assert verdict.stance == "neutral"
    assert any("condition" in reason.text or "hope" in reason.text for reason in verdict.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The ferry runs daily.", "The ferry runs daily, even if few use it."),
        ("The ferry runs daily.", "The ferry runs daily. If it rains, take a coat."),
        ("The ferry runs daily if the sea is calm.", "The ferry runs daily if the sea is calm."),
        ("The mayor resigned on Friday.", "The mayor resigned on Friday and did not say if she would return."),
        ("The clerk, who hopes to retire, signed the lease.", "The clerk, who hopes to retire, signed the lease."),
        ("The clerk signed the lease.", "The clerk, who hopes to retire, signed the lease."),
    ],
)  # fmt: skip
def test_other_uses_of_the_words_change_nothing(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Ana Ruiz, a farmer, sued the council.", "Ana Ruiz sued the council."),
        ("A farmer, Ana Ruiz, sued the council.", "Ana Ruiz sued the council."),
        ("A resident, Mr Olu Ba, collected 1,310 names.", "Mr Olu Ba collected 1,310 names."),
        ("Ana Ruiz sued the council.", "Ana Ruiz, a farmer, sued the council."),
    ],
)
def test_an_apposition_exchanges_no_roles(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "contradicts"


def test_roles_behind_an_apposition_are_still_told() -> None:
    verdict = judge_stance("Ana Ruiz, a farmer, sued the council.", "The council sued Ana Ruiz, a farmer.")
    assert verdict.stance == "contradicts"


def test_a_participle_that_governs_no_object_stays_one() -> None:
    assert judge_stance("The bridge fell.", "The bridge, built the year before, fell.").stance == "supports"
