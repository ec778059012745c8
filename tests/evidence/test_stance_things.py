"""Two things of one kind deny nothing of one another, and what is said of some supports nothing of all."""

import pytest

from claimcheck.evidence.stance import judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Room 12 seats 40 people.", "Room 14 seats 60 people."),
        ("The A12 carries 20,000 cars a day.", "The A14 carries 30,000 cars a day."),
        ("Junction 4 will close on 3 May.", "Junction 6 will close on 9 May."),
        ("The plant in Osk employs 640 people.", "The plant in Lund employs 460 people."),
        ("Sales in France rose 4 per cent.", "Sales in Spain rose 7 per cent."),
        ("Women were 18 per cent less likely to fall ill.", "Men were 12 per cent less likely to fall ill."),
    ],
)
def test_another_of_its_kind_denies_nothing(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "neutral"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The council approved 40 homes.", "The council approved 60 homes."),
        ("Line 2 carried 40,000 people.", "Line 2 carried 60,000 people."),
        ("Ana Ruiz won 40 per cent of the vote.", "Ana Ruiz won 45 per cent of the vote."),
    ],
)
def test_the_same_thing_with_another_figure_contradicts(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The hall was empty.", "The hall was half-empty."),
        ("The dam is safe.", "The dam is nearly safe."),
        ("Residents oppose the plan.", "Some residents oppose the plan."),
        ("Crime fell in 2025.", "Violent crime fell in 2025."),
        ("The vaccine prevents infection.", "The vaccine prevents severe infection."),
        ("The drug is approved in Europe.", "The drug is approved in Europe for adults only."),
        ("Staff will be paid in full.", "Staff will be paid in full until June."),
        ("All drivers were tested.", "All drivers at Millgate were tested."),
    ],
)
def test_what_narrows_supports_no_more_than_it_says(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "neutral"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The council approved the plan.", "The council approved the plan on Monday."),
        ("Inflation stood at 3 percent in July.", "Inflation stood at 3 percent in July, data showed."),
        ("Campaigners say the bridge is unsafe.", "Campaigners say the bridge is unsafe; others disagree."),
    ],
)
def test_what_only_adds_supports_still(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"
