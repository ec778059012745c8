"""Support only where the passage says it of this event, this doer, this year, and with the same small words."""

from __future__ import annotations

import pytest

from claimcheck.evidence.stance import examine, judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The bakery at Thornby was founded in 1936.",
            "The bakery at Thornby, founded by two sisters, has been a museum since 1936.",
        ),
        ("The ferry was built in 1988.", "The ferry was designed in 1988 and built five years later."),
        ("The chapel was restored in 2003.", "The chapel, restored by volunteers, lost its roof in 2003."),
    ],
)
def test_a_year_of_another_event_supports_nothing(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "supports"


def test_a_year_of_another_event_contradicts_where_the_event_has_its_own() -> None:
    verdict = judge_stance(
        "The bakery at Thornby was founded in 1936.",
        "The bakery at Thornby, founded in 1871, has stood empty since 1936.",
    )
    assert verdict.stance == "contradicts"
    assert verdict.reasons[0].text == "source: 1871; article: 1936"


def test_a_year_that_stands_before_the_verb_still_supports() -> None:
    assert (
        judge_stance("The ferry was built in 1988.", "In 1988 the ferry was built in Leith.").stance
        == "supports"
    )


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Mira Soll won the seat.", "Mila Soll, not her niece Mira Soll, won the seat."),
        ("Tarn will run the tram.", "Holm, rather than Tarn, will run the tram."),
        ("Keld and Tarn will run the tram.", "Keld, not Tarn, will run the tram."),
    ],
)
def test_a_name_that_is_ruled_out_is_no_doer(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"


def test_the_name_that_is_not_ruled_out_did_it() -> None:
    assert judge_stance("Holm won the race.", "Holm, not Tarn, won the race.").stance == "supports"


@pytest.mark.parametrize(
    ("claim", "passage", "missing"),
    [
        ("Nearly all the berths have been let.", "The harbour has let 9 of its 400 berths.", "Nearly"),
        ("More was lent than repaid.", "Repayments were twice what was lent.", "More"),
        ("Brandt is still the treasurer.", "Brandt was the treasurer.", "still"),
        ("The abbot was against the tunnel.", "The abbot spoke about the tunnel.", "against"),
    ],
)
def test_a_small_word_that_decides_must_be_answered(claim: str, passage: str, missing: str) -> None:
    told = examine(claim, passage)
    assert told.verdict.stance != "supports"
    assert any(finding.reason.text == f"not covered: {missing}" for finding in told.findings)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("More than 4,100 people signed.", "4,180 people signed."),
        ("The alarm came before the blast.", "The blast came after the alarm."),
        ("Brandt is still the treasurer.", "Brandt is still the treasurer of the club."),
    ],
)
def test_a_small_word_that_is_answered_leaves_support(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"


def test_twice_as_many_are_not_as_many() -> None:
    assert (
        judge_stance("As many cats as dogs were found.", "Twice as many cats as dogs were found.").stance
        != "supports"
    )


def test_what_is_impossible_is_not_so() -> None:
    claim = "The map was drawn by Captain Rowe."
    verdict = judge_stance(claim, f"It is impossible that {claim[0].lower()}{claim[1:]}")
    assert verdict.stance == "contradicts"


def test_another_doer_after_by_is_named() -> None:
    told = examine(
        "The levy was proposed by Norland.",
        "The levy, proposed by the council, was passed against the vote of Norland.",
    )
    assert told.verdict.stance != "supports"
    assert any(finding.check == "role" for finding in told.findings)
