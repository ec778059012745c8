"""Claims told in other words than the source's, and what only looks like that."""

from __future__ import annotations

import pytest

from claimcheck.evidence.stance import judge_stance
from claimcheck.extraction.clauses.acts import akin, verbs_of
from claimcheck.extraction.clauses.words import read_words


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The glass factory at Holm closed in May 2011.", "Former workers recall the closure of the Holm glass factory in May 2011."),
        ("Fares in the Odden valley rose by 4 per cent.", "The Odden valley saw its fares rise by 4 per cent."),
        ("The guards accepted the airport's offer.", "The acceptance by the guards of the airport's offer came at noon."),
        ("The court acquitted the baker Ida Thun of theft.", "The acquittal of the baker Ida Thun of theft was pronounced by the court."),
        ("In June the wardens counted 40 seals at Brem.", "At Brem, 40 seals were counted by the wardens in June."),
        ("The council approved the new tram depot.", "The council gave its approval to the new tram depot."),
    ],
)  # fmt: skip
def test_the_same_deed_told_in_other_words_is_supported(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The glass factory at Holm closed.", "The villagers oppose the closure of the Holm glass factory."),
        ("The glass factory at Holm closed.", "The closure of the road beside the Holm glass factory annoys many."),
        ("The statue was removed from the square.", "The mayor wants to have the statue removed from the square."),
        ("The first stage of the canal cost 4 million euros.", "The canal cost 4 million euros."),
        ("Ida Thun filed a complaint against the Lark bakery.", "A complaint against Ida Thun was filed by the Lark bakery."),
        ("The council approved the tram depot.", "The council discussed approval of the tram depot."),
        ("The deputy kicked the guard.", "The guard kicked the door of the deputy."),
    ],
)  # fmt: skip
def test_another_deed_in_the_same_words_is_not(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "supports"


def test_a_noun_names_the_act_of_its_verb() -> None:
    assert verbs_of("closure") == {"close"}
    assert verbs_of("inspection") == {"inspect"}
    assert verbs_of("table") == frozenset()
    shut, closure, opening = (read_words(text)[0] for text in ("shut", "closure", "opening"))
    assert akin(shut, closure) == "derived"
    assert akin(closure, opening) == "opposite"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The harbour council approved 3.4 million kroner for the pier.", "The sum of 4.3 million kroner was approved by the harbour council for the pier."),
        ("The brewery in Osk closed in 2009.", "The closure of the Osk brewery in 2004 was mourned by many."),
        ("The coach of the rowing team chose Ina Berg.", "Lea Moss was chosen by the coach of the rowing team."),
        ("Not one guest at the Ard hotel caught the germ.", "At the Ard hotel, nine guests caught the germ."),
    ],
)  # fmt: skip
def test_the_same_deed_with_one_thing_different_is_denied(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The council of Osk insulated 300 houses in 2021.", "In 2019, 300 houses were insulated by the council of Osk."),
        ("Fares in Upper Brem rose by 4 per cent.", "In Lower Brem, fares went up by 4 per cent."),
        ("The drug is made in Osk.", "The drug is produced in Osk, it is not made in Brem."),
        ("Ana Ruiz lost the race.", "The race was very nearly won by Ana Ruiz."),
    ],
)  # fmt: skip
def test_what_may_be_so_as_well_is_not_denied(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The potter who made the jug is Lea Moss.", "The jug was made by the potter Ina Berg."),
        ("Holm Dairies is the largest employer in the valley.", "The largest employer in the valley is the Ard hospital."),
        ("In Upper Brem, a gale destroyed the wooden mill.", "A gale destroyed the wooden mill in Lower Ard."),
        ("The editor Ina Berg praised the actor Leo Moss.", "The actor Leo Moss praised the editor Ina Berg."),
    ],
)  # fmt: skip
def test_another_name_in_the_same_part_denies(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The firm builds silos in Osk and in Brem.", "Silos are built by the firm in Osk."),
        ("The season was sold out.", "The club's season was anything but sold out."),
        ("The Brem theatre is housed in a barn.", "The Brem theatre has a new head. She comes from a stage housed in a barn."),
        ("The singer Ina Berg, who lives in Osk, sold a house in Brem.", "The singer Ina Berg has sold a house in Brem."),
    ],
)  # fmt: skip
def test_less_or_other_than_the_claim_says_decides_nothing(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "neutral"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Ina Berg has been appointed director of the Ard theatre.", "The new director of the Ard theatre is Ina Berg."),
        ("Ina Berg owns the mill at Osk.", "Ina Berg, the owner of the mill at Osk, was praised."),
        ("The diver Leo Moss is the founder of the club.", "The club was founded by the diver Leo Moss."),
        ("The chain Torvik has bought its rival Ardal.", "Ardal, a rival of Torvik, has been taken over by the chain."),
    ],
)  # fmt: skip
def test_what_somebody_is_tells_what_they_do(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Ina Berg owns a vineyard.", "Leo Moss, owner of a vineyard, spoke for an hour."),
        ("Ina Berg is the director of the Ard theatre.", "Ina Berg praised the director of the Ard theatre."),
    ],
)  # fmt: skip
def test_what_somebody_else_is_or_does_decides_nothing(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "neutral"
