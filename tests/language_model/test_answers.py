from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evidence.language_model.answers import believed
from claimcheck.evidence.language_model.prompt import Question, messages

PASSAGES = ("The council voted nine to four for the quay.", "Rain fell on Tuesday.")


def answer(**changes: object) -> str:
    row = {"passage": 1, "stance": "supports", "quote": "voted nine to four", "why": "same count"}
    return json.dumps({"judgements": [row | changes]})


def test_a_judgement_that_quotes_the_passage_is_believed_and_placed() -> None:
    found, faults = believed(answer(), PASSAGES)
    assert not faults
    assert PASSAGES[found[0].passage][found[0].start : found[0].end] == "voted nine to four"


def test_json_in_a_markdown_fence_is_read() -> None:
    assert len(believed(f"```json\n{answer()}\n```", PASSAGES)[0]) == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (answer(quote="voted nine to five"), "quotation not in the source"),
        (answer(quote="VOTED NINE TO FOUR"), "quotation not in the source"),
        (answer(quote=""), "quotation not in the source"),
        (answer(quote="the quay"), "quotation too short"),
        (answer(passage=0), "no such passage"),
        (answer(passage=3), "no such passage"),
        (answer(passage=2), "quotation not in the source"),
        (answer(stance="refutes"), "malformed"),
        (answer(passage="1"), "malformed"),
        (answer(extra=1), "malformed"),
        ("", "malformed"),
        ("no JSON", "malformed"),
        ("[" * 100_000, "malformed"),
        ('{"judgements": []', "malformed"),
        ("null", "malformed"),
        ('{"judgements": [' + ",".join(["null"] * 99) + "]}", "malformed"),
    ],
)
def test_what_cannot_be_believed_is_discarded_and_counted(text: str, fault: str) -> None:
    found, faults = believed(text, PASSAGES)
    assert not found
    assert dict(faults) == {fault: 1}


def test_one_bad_judgement_does_not_cost_the_good_one() -> None:
    rows = [
        json.loads(answer(quote=quote))["judgements"][0]
        for quote in ("voted nine to four", "made up words here")
    ]
    found, faults = believed(json.dumps({"judgements": rows}), PASSAGES)
    assert len(found) == 1
    assert faults == {"quotation not in the source": 1}


@given(st.text(), st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_whatever_comes_back_only_words_of_a_passage_are_kept(text: str, passages: list[str]) -> None:
    found, _ = believed(text, passages)
    assert all(passages[item.passage][item.start : item.end] for item in found)


@given(st.text(), st.lists(st.text(), max_size=3))
def test_claim_and_passages_are_only_ever_data(claim: str, passages: list[str]) -> None:
    system, user = messages(Question(claim, passages))
    assert system == messages(Question("", ()))[0]
    assert json.loads(user["content"])["claim"] == claim
    assert [item["text"] for item in json.loads(user["content"])["passages"]] == passages
