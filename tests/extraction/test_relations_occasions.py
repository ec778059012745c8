"""Times of day and counts of votes that change between two mentions of one occasion."""

from __future__ import annotations

import pytest

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.relations import find_relations

BETWEEN = "The crews went home in the rain that evening."


def told(first: str, second: str) -> list[str]:
    """What changes between two sentences of an article, of times of day and votes."""
    document = read_text_document(f"# Yard\n\n{first}\n\n{BETWEEN}\n\n{second}\n", "md")
    found = find_relations(extract_claims(document, slug="yard").claims, document.text)
    starts = ("The time changes", "The count of votes changes")
    return [relation.message for relation in found if relation.message.startswith(starts)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The explosion happened at 7.30am on Monday.", "The explosion happened at 8.30am on Monday."),
        ("The fire broke out at 3am in the east shed.", "The fire in the east shed broke out at 4am."),
        ("The meeting will begin at 19:30.", "The meeting will begin at 20:30."),
        ("Police were called at 11.20pm.", "Police were called at 10.20pm."),
        ("The concert starts at 8pm.", "The concert starts at noon."),
        (
            "The board voted seven to two to close the yard.",
            "The board voted six to three to close the yard.",
        ),
        ("The board voted 7-2 to close the yard.", "The board voted 6-3 to close the yard."),
        (
            "The council approved the budget by 7 votes to 2.",
            "The council approved the budget by six votes to three.",
        ),
        ("The motion was carried by 312 votes to 298.", "The motion was carried by 321 votes to 298."),
        ("The board rejected the plan in a 5-4 vote.", "The plan was rejected by the board in a 6-3 vote."),
    ],
)
def test_one_occasion_with_another_time_or_count_is_told(first: str, second: str) -> None:
    assert len(told(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The ferry leaves Weston at 6pm.", "The ferry leaves Weston at 9pm."),
        ("Polls opened at 7am.", "Polls closed at 10pm."),
        ("The first train leaves at 6am.", "The last train leaves at 11pm."),
        ("A blast was heard at 9am.", "Another blast was heard at 10am."),
        ("The shop opens at 9am on weekdays.", "The shop opens at 10am on Sundays."),
        ("The fire broke out at about 3am.", "The fire broke out at 3.10am."),
        ("The meeting begins at 7.30pm.", "The meeting begins at 19:30."),
        ("The meeting begins at 7:30.", "The meeting begins at 7.30pm."),
        ("The meeting ran from 7pm to 9pm.", "The meeting began at 7pm."),
        ("The ferry sank at 3am.", "The ferry's sister ship sank at 4am."),
        ("The meeting begins at 7pm in Weston.", "The meeting begins at 8pm in Norham."),
        ("An earthquake struck at 6:12 on Monday.", "An earthquake struck at 9:40 on Monday."),
        ("The explosion happened at 9am, police said.", "The explosion happened at 10am, residents said."),
        ("The market closes at 5pm.", "The market closed at 6pm."),
        ("The police were called at 9pm to Mill Street.", "The police were called at 11pm to High Street."),
        ("Ten people were evacuated at 9am.", "Twenty people were evacuated at 10am."),
        ("Ana Ruiz died at 6am.", "Bo Lund died at 7am."),
        ("The board voted 7-2 to close the yard.", "The board voted 9-0 to close the school."),
        ("The board voted seven to two to close the yard.", "The board voted six to three to sell the yard."),
        (
            "The council approved the budget by 7 votes to 2.",
            "The council approved the lease by 6 votes to 3.",
        ),
        ("The committee voted 7-2 to close the yard.", "The council voted 30-21 to close the yard."),
        ("The House passed the bill by 220 votes to 210.", "The Senate passed the bill by 52 votes to 48."),
        ("The board voted 7-2 to close the yard.", "The board voted 2-7 against closing the yard."),
        ("The match ended 3-1 and fans voted him best.", "The match ended 2-1 and fans voted him best."),
        ("Every Monday the market opens at 7am.", "The market opens at 8am."),
        ("Usually the market opens at 7am.", "The market opens at 8am."),
        ("After the strike the market opened at 7am.", "The market opened at 8am."),
        (
            "In the 18-24 group most voted to close the yard.",
            "In the 25-34 group most voted to close the yard.",
        ),
        (
            "The members voted in 2019-20 to close the yard.",
            "The members voted in 2020-21 to close the yard.",
        ),
        (
            "The council voted to cut the fee from 5 to 3 pounds.",
            "The council voted to cut the fee from 9 to 4 pounds.",
        ),
        ("Officers were called at 3am to Mill Lane.", "Officers were called at 4am to the harbour."),
    ],
)
def test_other_occasions_and_the_same_in_other_words_are_left_alone(first: str, second: str) -> None:
    assert told(first, second) == []


def test_both_places_are_quoted() -> None:
    (message,) = told("The fire broke out at 3am.", "The fire broke out at 4am.")
    assert (
        message == "The time changes between mentions: “3am” (“The fire broke out at 3am”) there, “4am” here."
    )


def test_many_sentences_with_times_end() -> None:
    lines = "\n\n".join(
        f"The fire in shed {number} broke out at {number % 12 + 1}am." for number in range(600)
    )
    document = read_text_document(f"# Fires\n\n{lines}\n", "md")
    found = find_relations(extract_claims(document, slug="fires").claims, document.text)
    assert not [relation for relation in found if relation.message.startswith("The time changes")]
