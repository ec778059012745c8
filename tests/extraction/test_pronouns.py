"""Who "he", "she" and "it" stand for, where more than one was named, and where nobody can tell."""

import pytest

from claimcheck.extraction.attribution import find_attributions


def speaker(text: str) -> str | None:
    return find_attributions(text)[-1].speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is safe,” said Tov Ahn. Mira Sol disagreed. “It leaks,” she said.", "Mira Sol"),
        ("Tov Ahn said it was safe. Wen Sol shook her head. “It leaks,” she said.", "Wen Sol"),
        ("Wen Sol said she had seen it. Tov Ahn held the rope. He denied he had slept.", "Tov Ahn"),
        ("Wen Sol, a mother of two, lives beside Tov Ahn. She said the road was wet.", "Wen Sol"),
        ("The landlady, Wen Sol, met Tov Ahn. She said he owed a month.", "Wen Sol"),
        ("Tov Ahn accused Wen Sol of theft. She denied it.", "Wen Sol"),
        ("“Wen Sol was late,” said Tov Ahn. He added that the gate was shut.", "Tov Ahn"),
        ("The bishop met Laura Sol. He said the roof would be mended.", "The bishop"),
        ("Mayor Tov Ahn wept. The mayor met Laura Sol. He said it was hard.", "Mayor Tov Ahn"),
        ("The court sat on Monday. It held that the fine was lawful.", "The court"),
        ("“I saw it,” Wen Sol said.\nIt rained.\nShe added: “The lights were off.”", "Wen Sol"),
    ],
)
def test_the_nearest_who_fits_is_meant(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Tov Ahn and Wen Sol met on Monday. He said the talks were useful.",
        "Tov Ahn visited Wen Sol in hospital. He said the ward was clean.",
        "Tov Ahn joined in May. Wen Sol’s book came out in June. He said it had sold well.",
        "Mira Sol lost her house. Wen Ahn lives next door. She said the alarm had failed.",
        "The board sued the council in May. It said the deed was void.",
    ],
)
def test_where_two_may_be_meant_nobody_is_named(text: str) -> None:
    assert speaker(text) is None


def test_a_name_within_a_quotation_is_not_who_speaks_after_it() -> None:
    assert speaker("Mira Sol disagreed. “Ada Ahn lied to us,” she said.") == "Mira Sol"
    assert speaker("Wen Sol disagreed. “Ada Ahn lied to us. Ada Ahn knew,” she said.") == "Wen Sol"
