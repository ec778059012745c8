"""Times of day, which way, and whose: small words that were read past."""

from __future__ import annotations

import pytest

from claimcheck.evidence.stance import judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The meeting starts at 7pm.", "The meeting starts at 8pm."),
        ("The meeting starts at 7pm.", "The meeting starts at 7 a.m. in the hall."),
        ("The train leaves at 7.30pm.", "The train leaves at 7.45pm."),
        ("The train leaves at 19:30.", "The train leaves at 07:30."),
        ("The shop opens at about 3pm.", "The shop opens at about 5pm."),
        ("The shop opens at noon.", "The shop opens at midnight."),
        ("Profits at the port were up on 2024.", "Profits at the port were down on 2024."),
        ("Interest rates were up on Thursday.", "Interest rates were down on Thursday."),
        (
            "The council approved the plan by 12 votes to 9.",
            "Councillors approved the plan by 9 votes to 12.",
        ),
    ],
)
def test_they_deny(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The bridge is shut from 9am to 5pm.", "The bridge is shut from 5pm to 9am."),
        ("The firm has 14 shops.", "The firm has closed 14 shops."),
        ("The theatre has 500 seats.", "The theatre has room for 500 seats."),
        ("The port has 14 cranes.", "The port has orders for 14 cranes."),
        ("The village has 200 homes.", "The village has a target of 200 homes."),
        ("The town has a new surgery.", "The town has permission for a new surgery."),
        ("The club received £50,000.", "The club received pledges of £50,000."),
        ("The club raised £1 million.", "The club raised half of £1 million."),
        ("He was jailed for two years.", "He was jailed for two years, suspended for 18 months."),
        ("The council paid £8,000 to the firm.", "The council paid £8,000 to the firm's director."),
        ("The mine has 30 years of coal left.", "The mine had 30 years of coal left."),
    ],
)
def test_they_take_the_support_away(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "supports"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The train leaves at 19:30.", "The train leaves at 7.30pm."),
        ("The shop opens at 9am.", "The shop opens at 9 a.m. sharp and closes at 5pm."),
        ("The shop opens at about 9am.", "The shop opens at 9.10am."),
        ("Sales were up on last year.", "Sales were up on last year."),
        ("The school has 400 pupils.", "The school has a total of 400 pupils."),
        ("The school has 400 pupils.", "The school has 400 pupils and 30 teachers."),
        (
            "The bridge, which opened in 1931, carries about 18,500 vehicles a day.",
            "The bridge was opened in 1931 and carries about 18,500 vehicles a day.",
        ),
    ],
)
def test_the_same_said_otherwise_supports(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"
