"""A figure, date, place or doer of the claim supports only where it hangs on the same deed in the source."""

from __future__ import annotations

import pytest

from claimcheck.evidence.stance import judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The suspect was arrested on Friday.",
            "The suspect was arrested, and on Friday his house was searched.",
        ),
        (
            "The suspect was arrested on Friday.",
            "The suspect was arrested. On Friday his house was searched.",
        ),
        ("The bank lent the club £2m.", "The club, which owes the city £2m, was lent money by the bank."),
        ("The club was fined in Paris.", "The club was fined by a court that sits in Paris."),
        ("The club was fined in Paris.", "The club was fined after a match in Paris."),
        ("The club was fined by the league.", "The club was fined after a complaint by the league."),
        ("The school has 400 pupils.", "The school has 30 teachers, and its neighbour 400 pupils."),
        ("The cellist was born in Lahore.", "The cellist was born in Glasgow to parents from Lahore."),
        ("The mayor met the minister in Oslo.", "The mayor met the minister from Oslo."),
        ("The plant employs 300 people in Hull.", "The plant employs 300 people, most of them from Hull."),
        ("The firm sold 500 cars in May.", "The firm sold 500 cars in April and 300 in May."),
        ("The ship reached the port in three days.", "The ship reached the port three days late."),
        ("The ship carried 40 passengers.", "The ship carried 40 passengers fewer than in May."),
        ("Anna Moe founded the firm.", "Anna Moe's father founded the firm."),
        ("The council approved the bridge.", "The shadow council approved the bridge."),
        ("The drug cut deaths.", "A drug of the same class cut deaths."),
        ("The drug cut deaths.", "The drug cut deaths among mice."),
        ("The market is held on Wednesdays.", "The market is there on Tuesdays. On Wednesdays cars park."),
        (
            "The choir was founded in June.",
            "In June the choir, founded by bus drivers, sang in the cathedral.",
        ),
        ("The club paid the fine.", "The fine was paid not by the club but by a haulier."),
        ("The team found the grave of the abbess.", "The team found the grave of a servant of the abbess."),
        ("Thieves took the minister's car.", "Thieves took the car of the minister's neighbour."),
        ("The prize was awarded by the foundation.", "The prize was awarded to the foundation."),
        ("Mayor Lene Voss opened the pool.", "The pool was opened by the deputy of Mayor Lene Voss."),
        ("The shop is open on Sundays.", "Until last spring the shop was open on Sundays."),
        ("The painter lives in a caravan.", "In 1979 the painter was living in a caravan."),
        ("The mayor opened the fair.", "The sister of the mayor opened the fair."),
        ("The theatre opened in 1931.", "Work on the theatre began in 1931."),
        (
            "Four hundred volunteers received the vaccine.",
            "The vaccine was given to 40,000 volunteers. The first trial had involved no more than 400.",
        ),
    ],
)
def test_what_hangs_on_another_deed_or_thing_supports_nothing(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "supports"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The suspect was arrested on Friday.", "The suspect was arrested at the airport on Friday evening."),
        ("The suspect was arrested on Friday.", "On Friday the suspect was arrested."),
        ("The firm sold 500 cars in May.", "In May, the firm sold 500 cars."),
        ("The bank lent the club £2m.", "The club was lent £2m by the bank."),
        ("The club was fined by the league.", "The club was fined on Monday by the league."),
        ("The mayor met the minister in Oslo.", "The mayor met the minister at a hotel in Oslo."),
        ("The plant employs 300 people in Hull.", "The plant in Hull employs 300 people."),
        ("Ana Silva won the prize in 2019.", "Ana Silva, who won the prize in 2019, has died."),
        ("The brewery doubled its profits.", "Profits at the brewery doubled to 18 million euros."),
        ("Mali met Togo in the final.", "Togo met Mali in the final."),
    ],
)
def test_what_hangs_on_the_same_deed_supports(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"


def test_the_reason_shows_what_hangs_elsewhere() -> None:
    claim = "The suspect was arrested on Friday."
    (reason,) = judge_stance(claim, "The suspect was arrested, and on Friday his house was searched.").reasons
    assert reason.text == "the source has “Friday” in another connection"
    assert reason.claim_span is not None
    assert claim[slice(*reason.claim_span)] == "Friday"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The train last ran in 1947.", "The train last ran in November 1947, and its driver died in 2004."),
        ("The minister resigned on Sunday.", "The minister resigned, her office confirmed on Monday."),
        ("The tree is 620 years old.", "The tree is several hundred years old."),
        (
            "The firm Route Two was fined for dumping oil.",
            "The firm Route One was fined for dumping oil. The offices of Route Two were searched.",
        ),
        ("The ferry does not run in winter.", "The ferry runs from May until September."),
        ("Most of the limes were cut down.", "No fewer than 400 of the 450 limes were cut down."),
        ("Both brothers were in the car.", "At least one of the brothers was in the car."),
        ("Some of the schools failed the test.", "Not all the schools passed the test."),
        ("Ana Ruiz won the race.", "Ana Ruiz very nearly lost the race."),
        ("The tenant paid the rent.", "The tenant never once failed to pay the rent."),
        ("A burglar failed to open the safe.", "A burglar worked for hours to open the safe."),
        (
            "The grave of the servant was found.",
            "Not the grave of the abbess but that of the servant was found.",
        ),
        ("The cinema is closed.", "The cinema was to have reopened in May."),
        ("The board decided to close the mill.", "The board did not rule out closing the mill."),
    ],
)
def test_what_hangs_on_another_deed_denies_nothing(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "contradicts"
