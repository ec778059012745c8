from __future__ import annotations

import pytest

from claimcheck.evidence.checked import CheckedClaims
from claimcheck.records.models import Anchor, Claim, SignOff, Worthiness

SIGNED = SignOff(by="r.osei", at="2026-03-04T10:02:00Z", decision="verified", fingerprint="cc1:" + "0" * 16)


def claim(name: str, text: str, *, signed: bool = True) -> Claim:
    return Claim(
        id=name,
        text=text,
        anchor=Anchor(start=0, end=len(text)),
        kind="event",
        check_worthiness=Worthiness(label="CFS", score=0.9),
        signoffs=[SIGNED] if signed else [],
    )


ARCHIVE = [
    claim("quay/aaaaaaaa", "The council approved the new ferry quay by nine votes to four."),
    claim("rain/aaaaaaaa", "More rain fell in Port Ellery in May than in any month since 1931."),
    claim("mayor/aaaaaaaa", "The mayor resigned."),
    claim("bus/aaaaaaaaa", "Bus fares in Port Ellery rise by six percent in autumn.", signed=False),
]


def before(text: str, archive: list[Claim] = ARCHIVE) -> list[str]:
    return [item.claim.id for item in CheckedClaims(archive).before(claim("new/aaaaaaaa", text))]


def test_the_same_claim_in_other_words_is_found() -> None:
    assert before("On Tuesday the council voted nine to four for a new ferry quay.") == ["quay/aaaaaaaa"]


@pytest.mark.parametrize(
    "text",
    [
        "The council rejected the new school by three votes to two.",
        "The rain in May was heavy.",
        "The mayor resigned on Friday after the new ferry quay was approved.",
        "Nothing here was ever checked.",
    ],
)
def test_what_only_shares_words_is_not(text: str) -> None:
    assert before(text) == []


def test_what_nobody_signed_was_not_checked() -> None:
    assert before("Bus fares in Port Ellery rise by six percent in autumn.") == []


def test_a_claim_was_not_checked_before_by_itself() -> None:
    known = CheckedClaims(ARCHIVE)
    assert known.before(ARCHIVE[0]) == []


def test_what_differs_is_said() -> None:
    (found,) = CheckedClaims(ARCHIVE).before(
        claim("new/aaaaaaaa", "The council approved the new ferry quay by nine votes to five.")
    )
    assert found.differs == "then nine votes to four, now nine votes to five"
    assert found.signed == SIGNED


def test_an_empty_archive_answers_nothing() -> None:
    assert before("The council approved the new ferry quay.", []) == []
