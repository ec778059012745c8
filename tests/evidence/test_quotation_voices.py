"""Other voices in a person's own words, subjects lost under an ellipsis, retractions, and the second look."""

from __future__ import annotations

import pytest

from claimcheck.evidence.quotations import judge_quotation, prepare_source, say_quotation
from claimcheck.evidence.quotations.second_look import second_look


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        (
            "The brewery has told the council that the smell is harmless. I live next door and I sleep in a mask.",
            "the smell is harmless",
        ),
        (
            "Every seat is heated, said the leaflet. I sat on mine for an hour in two coats.",
            "Every seat is heated",
        ),
        (
            "Lorries over ten tonnes pay at the bridge. Vans must use the ferry until May.",
            "Lorries over ten tonnes ... must use the ferry until May",
        ),
        ("Kilns built before the war may still be lit.", "Kilns ... may still be lit"),
        ("The pony is lame. I withdraw that, it was the other one.", "The pony is lame"),
        ("In the upper valley the wells are dry. In the lower valley they overflow.", "the wells are dry"),
        (
            "I suspect, though nobody has shown me a bill, that the tiles were stolen.",
            "the tiles were stolen",
        ),
        (
            "If it were not for the scouts, who dug all night, we would be under the snow.",
            "we would be under the snow",
        ),
        ("We did not close the pool because of the noise.", "We did not close the pool"),
    ],
)
def test_a_turning_cut_is_told(source: str, quote: str) -> None:
    assert judge_quotation(source, quote).match == "truncated"


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        (
            "The brewery has told the council that the smell is harmless. Its filters were changed in March.",
            "the smell is harmless",
        ),
        (
            "The brewery has told us that the smell is harmless. I agree, and so does my nose.",
            "the smell is harmless",
        ),
        ("The kiln, built before the war, may still be lit.", "The kiln ... may still be lit"),
        ("In 2019 she joined the choir. In 2021 she left for Bergen.", "she joined the choir"),
        ("The file holds every letter. If it is too large, delete it.", "The file holds every letter"),
        ("No harm came to the goats, to the hens or to the shepherd.", "No harm came to the goats"),
        ("We will mend the roof, if you'll let me finish, before the frost.", "We will mend the roof"),
        ("There isn't a baker in town who doesn't know that the mill is sold.", "the mill is sold"),
        (
            "Sales rose by 9 per cent in June, compared with 4 per cent in May.",
            "Sales rose by 9 per cent in June",
        ),
        ("Rather than sell the boat, as the bank advised, we sold the car.", "we sold the car"),
    ],
)
def test_a_harmless_cut_is_let_pass(source: str, quote: str) -> None:
    assert judge_quotation(source, quote).match in ("verbatim", "edited")


def test_the_article_may_name_the_other_voice_itself() -> None:
    source = (
        "The brewery has told the council that the smell is harmless. I live next door and I wear a mask."
    )
    context = "The brewery called it nothing: “the smell is harmless”."
    assert judge_quotation(source, "the smell is harmless", context=context).match == "verbatim"


def test_the_second_look_leaves_whole_sentences_alone() -> None:
    source = prepare_source("The gull sat down. I take it back, I never saw a gull, and nobody did.")
    assert second_look(source, [(0, 4)]) is None


def test_the_second_look_reads_a_bounded_stretch() -> None:
    source = prepare_source(
        "and so it went on, " * 20_000 + "the gull sat down" + ", and so it went on" * 20_000
    )
    assert judge_quotation(source, "the gull sat down").start is not None


def test_a_doubtful_cut_is_shown_and_judges_nothing() -> None:
    verdict = judge_quotation(
        "A great day for the town, with one name on the ballot.", "A great day for the town"
    )
    assert verdict.match == "verbatim"
    assert verdict.left_out == "with one name on the ballot"
    assert [(item.kind, item.source, item.harmless) for item in verdict.differences] == [
        ("omission", "with one name on the ballot", True)
    ]
    assert "worth reading: “with one name on the ballot”" in say_quotation(verdict)


def test_a_cut_that_the_article_shows_or_tells_is_not_shown_again() -> None:
    source = "A great day for the town, with one name on the ballot."
    told = judge_quotation(
        source, "A great day for the town", context="One name on the ballot: “A great day for the town.”"
    )
    assert (told.match, told.left_out) == ("verbatim", "")
    assert judge_quotation(source, "A great day for the town …").left_out == ""


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        ("said Malhotra. He wants more.", "Malhotra"),
        ("said Osei. Many left.", "Osei"),
        ("said J. R. Okoye. The town agreed.", "J. R. Okoye"),
        ("said Dr. Raj Malhotra. She left.", "Dr. Raj Malhotra"),
        ("said Angela van der Berg of Shell. Then she left.", "Angela van der Berg of Shell"),
    ],
)
def test_a_name_ends_with_its_sentence(behind: str, name: str) -> None:
    words = "You cannot shut a door at night and call it a service by day"
    told = judge_quotation(f'"{words}," {behind}', words, speaker="Daniel Kant")
    assert told.found_speaker == name
