"""Quotations side by side, each with its own speaker; sentences that begin with a figure."""

import pytest

from claimcheck.extraction.attribution import find_attributions

CAR_PARK, SACKED, OPEN = (
    "The workers were told in a car park",
    "Nobody will be sacked",
    "The plant stays open",
)
CRANE_MEARS = {"Beth Crane": [CAR_PARK], "Alan Mears": [SACKED]}


def said(text: str) -> dict[str, list[str]]:
    """What each speaker says, without marks."""
    spoken: dict[str, list[str]] = {}
    for found in find_attributions(text):
        for span in found.content:
            spoken.setdefault(str(found.speaker), []).append(text[span.start : span.end].strip("\"'“”‘’.,"))
    return spoken


@pytest.mark.parametrize("marks", ['""', "“”", "''", "‘’"])
@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
@pytest.mark.parametrize(
    "frame",
    [
        "Beth Crane said: <{0}.>{gap}<{1},> Alan Mears said.",
        "Beth Crane said: <{0}.>{gap}Alan Mears said: <{1}.>",
        "<{0},> said Beth Crane.{gap}<{1},> said Alan Mears.",
        "<{0},> Beth Crane said.{gap}<{1},> Alan Mears said.",
    ],
)
def test_neighbouring_quotations_keep_their_own_speakers(frame: str, gap: str, marks: str) -> None:
    text = frame.format(CAR_PARK, SACKED, gap=gap).replace("<", marks[0]).replace(">", marks[1])
    assert said(text) == CRANE_MEARS


def test_the_second_quotation_may_be_the_same_persons() -> None:
    text = f'Union official Beth Crane said: "{CAR_PARK}." "{SACKED} before Christmas," Ms Crane said.'
    assert said(text) == {"Beth Crane": [CAR_PARK, f"{SACKED} before Christmas"]}


@pytest.mark.parametrize(
    "text",
    [
        f'Beth Crane added: "{CAR_PARK}." Mears replied: "{SACKED}." Holm said: "{OPEN}."',
        f'"{CAR_PARK}," said Beth Crane. "{SACKED}," said Mears. "{OPEN}," said Holm.',
        f'Beth Crane said: "{CAR_PARK}." "{SACKED}," said Mears. "{OPEN}," said Holm.',
        f'Beth Crane said — "{CAR_PARK}." Mears said — "{SACKED}." Holm said — "{OPEN}."',
    ],
)
def test_three_in_a_row(text: str) -> None:
    assert said(text) == {"Beth Crane": [CAR_PARK], "Mears": [SACKED], "Holm": [OPEN]}


def test_a_second_quotation_that_nobody_else_takes_stays_with_the_line() -> None:
    assert said('Beth Crane: "We were told." "We will strike."') == {
        "Beth Crane": ['We were told." "We will strike']
    }


@pytest.mark.parametrize(
    "clause",
    [
        "140 of 410 pupils were ill",
        "12% of pupils were ill",
        "£3m was spent on the roof",
        "2024 was a bad year",
        "1,400 homes were flooded",
        "Some 140 of 410 pupils were ill",
        "The boats sank",
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        '"{0}," said the head teacher, Siri Dahl.',
        '"{0}", said the head teacher, Siri Dahl.',
        "{0}, said the head teacher, Siri Dahl.",
        "{0}, said head teacher Siri Dahl.",
    ],
)
def test_who_stands_behind_the_verb_by_office_and_name_speaks(clause: str, frame: str) -> None:
    assert said(frame.format(clause)) == {"Siri Dahl": [clause]}


def test_a_quotation_that_begins_with_a_figure_is_not_of_the_sentence_before() -> None:
    text = 'Union official Beth Crane spoke at noon. "140 of 410 pupils were ill," said the nurse, Siri Dahl.'
    assert said(text) == {"Siri Dahl": ["140 of 410 pupils were ill"]}


def test_a_word_in_an_office_is_no_act() -> None:
    assert said('"3 of the 9 boats sank," harbour master Siri Dahl said.') == {
        "Siri Dahl": ["3 of the 9 boats sank"]
    }
