"""Faults that reading real pairs showed: what may stand side by side, what is told of another thing."""

import pytest

from claimcheck.evidence.stance import judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        # another day, another amount, another place may both be so
        ("The theatre was completed in 1911.", "Work on the theatre began in 1907 under a new master."),
        ("Work on the bridge ended in 1930.", "Work on the bridge began in 1926."),
        ("The firm was founded in 1930.", "The firm was dissolved in 1950."),
        ("Some shops remain closed.", "Most of the shops have reopened, but four remain shut."),
        ("Most of the wards have a doctor.", "Four of the eleven wards have no doctor; the other seven do."),
        (
            "The concert takes place outside the city.",
            "The concert is not being held in the city, but in a barn.",
        ),
        ("The whole choir has signed the letter.", "Three tenors of the choir have signed the letter."),
        (
            "Lake Sorn is the deepest lake in the country.",
            "Lake Tarn is the second deepest lake in the country.",
        ),
        ("Dorn finished third in the sprint.", "Dorn took bronze in the sprint, a second behind the winner."),
        (
            "The fire at the mill was not arson.",
            "The fire at the mill is out. It was not started on purpose.",
        ),
        (
            "Ashby on the Dene has allowed fireworks.",
            "Ashby in the Fen has banned fireworks. Ashby on the Dene decided to allow them.",
        ),
        (
            "The union took part in the talks.",
            "It is not the case that the union stayed away from the talks.",
        ),
        # other deeds, things, places and days than those that are compared
        ("More people live in Oslo than in Bergen.", "More people commute to Bergen than to Oslo."),
        ("More children play chess than tennis.", "More adults play tennis than chess."),
        (
            "The clerk is more likely to be at home than at work.",
            "The clerk is more likely to be tired at work than at home.",
        ),
        ("Holm has more pubs than churches.", "Tarn has more churches than pubs."),
        (
            "More people moved to Holm than left it.",
            "It is not true that more people left Holm than moved to it.",
        ),
        (
            "More people moved to Holm than left it in 2019.",
            "In 2023 more people left Holm than moved to it.",
        ),
        (
            "More guests came by train than by car.",
            "If the line were shut, more guests came by car than by train.",
        ),
        (
            "More trains were cancelled in 2020 than in 2019.",
            "Fewer trains were cancelled in 2019 than in 2020.",
        ),
    ],
)
def test_what_may_both_be_so_is_no_contradiction(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The pact was ratified by the League's members.",
            "The pact was ratified by nine of the League's 22 members.",
        ),
        ("The choir has singers and money.", "The choir has singers but is without money."),
        ("The cup is rarely held in Lund.", "The cup is held in Lund."),
        (
            "The governor of Stoke prison was hurt.",
            "A former governor of Stoke prison was hurt. The governor himself was on leave.",
        ),
        ("The yard received 80 million crowns.", "The yard received up to 80 million crowns."),
        (
            "The caretaker threatened the tenant.",
            "The caretaker and the tenant met, and someone made a threat.",
        ),
        ("Rents across Marland have doubled.", "Rents in the capital of Marland have doubled."),
        (
            "At Lake Osk, two divers drowned on Monday.",
            "Two divers drowned in Lake Venn on Monday. Their boat had been brought from Lake Osk.",
        ),
        (
            "The purchase of the clinic by the Meridian group was completed in May.",
            "The Aurelian group completed its purchase of the clinic in May. Meridian had been outbid.",
        ),
    ],
)
def test_what_is_told_of_another_or_of_a_limit_is_no_support(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "supports"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("More people moved to the island than left it.", "More people left the island than moved to it."),
        ("Rao had left the firm by the time it was fined.", "Rao left the firm a month after it was fined."),
        ("It was Marco Verrin who saved the penalty.", "Goalkeeper Luca Verrin saved the penalty."),
        (
            "The parties have broken off the talks.",
            "It is not true that the parties have broken off the talks.",
        ),
        ("All the nurses have left.", "31 of the 40 nurses have left."),
        ("By the time the ship sank, the crew had left.", "The crew left after the ship sank."),
        ("The crew left after the ship sank.", "By the time the ship sank, the crew had left."),
        (
            "Kate Brandt was found guilty.",
            "Kate Brandt was in court. The singer was not found guilty, Judge Orr said.",
        ),
        ("Work on the bridge ended in 1930.", "Work on the bridge began in 1930."),
        ("The northern pier opened in 1930.", "The northern pier opened in 1950."),
        ("Holm leads the league.", "Brandt leads the league with Holm in second place."),
        (
            "The bridge was designed by Anna Holm and opened in May.",
            "The bridge, which opened in May, was designed by her brother Karl Holm.",
        ),
    ],
)
def test_what_cannot_both_be_so_still_contradicts(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The canal was opened in the nineties of the 18th century.", "The canal was opened in 1794."),
        ("Schools in western Norland will close.", "Schools in the rest of western Norland will close."),
        ("Farmers in Keld protested.", "Hundreds of farmers in the county of Keld protested."),
        ("The mayor of Marland resigned.", "The mayor of the town of Marland resigned."),
        ("Lund often visits the museum.", "Lund frequently visits the museum."),
        ("The bridge was severely damaged.", "The bridge was badly damaged."),
        ("The road was heavily used.", "The road saw heavy use and was used a lot."),
        (
            "By the time it was fined, Rao had left the firm.",
            "Rao left the firm a month before it was fined.",
        ),
    ],
)
def test_the_same_in_other_words_is_support_and_no_contradiction(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Mount Orrel was carved by sculptor Ivo Lund.",
            "Sculptor Ivo Lund carved the head with the help of his son, Karl Lund.",
        ),
        ("Ada Holm has won an award.", "She is one of few who have won an Emmy, a Grammy and an Oscar."),
        (
            "The opera's premiere took place at the Hall in Osk.",
            "Lund was present at the premiere, which took place at the Hall in Osk.",
        ),
    ],
)
def test_a_name_that_plays_another_part_is_no_rival(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "contradicts"


@pytest.mark.parametrize(
    "text",
    [
        "The firm cut up to 400 jobs.",
        "Holm, not Tarn, won the race.",
        "More people left Holm than moved to it in 2023.",
    ],
)
def test_no_text_contradicts_itself(text: str) -> None:
    assert judge_stance(text, text).stance != "contradicts"
    assert judge_stance(text, f"{text} It rained that night.").stance != "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The firm was fully owned by Brandt.", "The firm was partly owned by Brandt."),
        ("The ferry sails daily.", "The ferry sails on the day of the fair."),
        ("Rents in Marland rose.", "Rents in the museum quarter of Marland rose."),
    ],
)
def test_another_manner_or_a_part_of_a_place_is_no_support(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "supports"
