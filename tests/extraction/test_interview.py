"""Interviews: whose words the answers are."""

from __future__ import annotations

import pytest

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.claims import extract_claims
from claimcheck.records.models import Claim

HEAD = (
    "Marit Solheim on forty years at sea\n\nInterview by Daniel Okafor\n\n"
    "Marit Solheim, 68, was the first woman to command a ship of the line. Solheim retired in December.\n\n"
)


def interview(first: str, second: str) -> str:
    turns = (
        (first, "When did you sign on?"),
        (second, "I signed on in 1984. The crew was 32 men and me."),
        (first, "Is the work safer than it was in 1984?"),
        (second, "We lost nine people in my first ten years. It was a disgrace."),
    )
    return HEAD + "\n\n".join(f"{label}: {said}" for label, said in turns) + "\n"


def claims(text: str, file_format: str = "txt") -> dict[str, Claim]:
    found = extract_claims(read_text_document(text, file_format), slug="a").claims
    return {claim.text: claim for claim in found}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Daniel Okafor", "Marit Solheim"),
        ("DO", "MS"),
        ("OKAFOR", "SOLHEIM"),
        ("Q", "A"),
        ("**DO**", "**MS**"),
    ],
)
@pytest.mark.parametrize("file_format", ["txt", "md"])
def test_answers_are_the_words_of_the_one_who_is_asked(first: str, second: str, file_format: str) -> None:
    found = claims(interview(first, second), file_format)
    said = found["The crew was 32 men and me."]
    assert [item.speaker for item in said.attributions] == ["Marit Solheim"]
    assert said.kind == "reported"
    assert not said.asserted


def test_a_question_is_no_claim_and_a_view_in_an_answer_is_not_the_writers() -> None:
    found = claims(interview("Q", "A"))
    assert not any("safer" in text for text in found)
    assert found["It was a disgrace."].kind != "judgement"


def test_a_label_that_fits_nobody_stands_for_itself() -> None:
    said = claims(interview("DO", "KB"))["The crew was 32 men and me."]
    assert [item.speaker for item in said.attributions] == ["KB"]


def test_an_answer_of_whom_nothing_tells_has_a_speaker_without_a_name() -> None:
    text = interview("Q", "A").replace(HEAD, "At sea\n\nShips are larger than they were in 1984.\n\n")
    said = claims(text)["The crew was 32 men and me."]
    assert [item.speaker for item in said.attributions] == [None]


def test_what_is_told_of_the_speaker_is_not_her_own_word() -> None:
    text = interview("DO", "MS") + "Solheim’s memoir, which has 300 pages, is out in May.\n"
    told = claims(text)["Solheim’s memoir, which has 300 pages, is out in May."]
    assert not any(item.speaker == "Marit Solheim" for item in told.attributions)


def test_labels_that_stand_once_and_apart_are_no_turns() -> None:
    text = "".join(f"The harbour has {count} cranes and 40 berths.\n\n" for count in range(11, 41))
    found = claims(
        interview("Q", "A").replace(HEAD, HEAD + text) + "\n" + text + "Rating: three stars of five\n"
    )
    assert [item.speaker for item in found["I signed on in 1984."].attributions] == ["Marit Solheim"]
    assert found["The harbour has 12 cranes and 40 berths."].attributions == []
