"""A difference is called a contradiction only where the same measure, event and role are meant."""

import pytest

from claimcheck.evidence.stance import judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        pytest.param(
            "Some 300 of the garrison's riders will go home.",
            "The garrison, with 600 riders, will send half of its riders home.",
            id="half of a figure",
        ),
        pytest.param(
            "The number of otters on the Teal went up by about forty.",
            "The number of otters on the Teal climbed to 212 from 171, wardens said.",
            id="a rise that two figures give",
        ),
        pytest.param(
            "The Varn quarry was shut down in 2011.",
            "The Varn quarry reopened in May. It had closed in 2011 when slate became too cheap.",
            id="said in another event",
        ),
        pytest.param(
            "Odile Marn no longer runs the ferry office.",
            "Odile Marn, who ran the ferry office for six years, has moved to the coast.",
            id="no longer",
        ),
        pytest.param(
            "Inspectors did not look at every one of the kilns.",
            "Inspectors looked at nine of the 14 kilns last week.",
            id="a part denied",
        ),
        pytest.param(
            "Other bakeries have already raised their prices.",
            "The bakery Holm raised its prices in March. Customers complained.",
            id="a capital makes no name",
        ),
        pytest.param(
            "Each of the lime trees planted by the town has died.",
            "The town has planted 80 lime trees. A third of them are dead.",
            id="a passive in passing swaps no roles",
        ),
        pytest.param(
            "The ferry's crew were paid 400 crowns before the strike.",
            "After the strike the ferry's crew are paid 450 crowns, 50 more than before it.",
            id="a figure of another moment",
        ),
    ],
)
def test_what_may_both_be_so_is_no_contradiction(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        pytest.param("The mill employs 340 people.", "The mill employs 430 people.", id="a figure"),
        pytest.param(
            "The new tram line will cost 90 million crowns.",
            "The council agreed on Monday. The new tram line will cost 60 million crowns, the mayor said.",
            id="a figure in a longer passage",
        ),
        pytest.param(
            "The curator thanked the diver.", "The diver thanked the curator after the show.", id="roles"
        ),
        pytest.param("The dam did not burst.", "The dam burst on Sunday night.", id="a denial"),
        pytest.param(
            "The chapel burned down in May and the abbot resigned.",
            "The chapel burned down in August, and nobody was hurt.",
            id="one statement of two",
        ),
    ],
)
def test_what_cannot_both_be_so_is_one(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"


def test_an_open_difference_is_still_told() -> None:
    verdict = judge_stance(
        "Some 300 of the garrison's riders will go home.",
        "The garrison, with 600 riders, will send half of its riders home.",
    )
    assert any("600 riders" in reason.text for reason in verdict.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Port Corwen's harbour board raised mooring fees by 12 percent on Tuesday, the third rise in four years.",
            "The board resolved by five votes to two to raise mooring fees by 10 percent from 1 January 2027.",
        ),
        (
            "The breakwater will cost €41 million and protect 340 homes.",
            "The cost of the breakwater is estimated at €46 million.",
        ),
    ],
)
def test_one_part_that_differs_contradicts_whatever_stands_beside_it(claim: str, passage: str):
    assert judge_stance(claim, passage).stance == "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Port Corwen's harbour board raised mooring fees by 12 percent on Tuesday.",
            "The board of the yacht club raised mooring fees by 10 percent.",
        ),
        ("The board raised fees by 12 percent.", "The board raised wages by 10 percent."),
    ],
)
def test_another_party_or_another_thing_denies_nothing(claim: str, passage: str):
    assert judge_stance(claim, passage).stance == "neutral"
