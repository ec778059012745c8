"""A listener's "Mm-hm." between two halves of an answer belongs to nobody's words; an answer does."""

from __future__ import annotations

import pytest

from claimcheck.evidence.quotations import judge_quotation

ANSWER = "We ran the looms all winter\n{}\nODA FENN: and they paid us in coal."
QUOTE = "We ran the looms all winter and they paid us in coal."


@pytest.mark.parametrize(
    "hum", ["INTERVIEWER: Mm-hm.", "INTERVIEWER: Mhm", "INTERVIEWER: Hmm.", "INTERVIEWER: Uh-huh."]
)
def test_a_hum_between_two_halves_of_an_answer_is_passed_over(hum: str) -> None:
    source = "INTERVIEWER: How did it start?\nODA FENN: " + ANSWER.format(hum)
    assert judge_quotation(source, QUOTE).match == "verbatim"


@pytest.mark.parametrize("said", ["INTERVIEWER: All of them?", "INTERVIEWER: No.", "KARL FENN: Hmm, hardly."])
def test_what_somebody_says_between_is_not(said: str) -> None:
    source = "INTERVIEWER: How did it start?\nODA FENN: " + ANSWER.format(said)
    assert judge_quotation(source, QUOTE).match == "altered"


def test_a_hum_that_is_the_answer_can_be_quoted() -> None:
    source = "INTERVIEWER: Did you take it?\nODA FENN: Mm-hm.\nCLERK: Next, please."
    assert judge_quotation(source, "Mm-hm", speaker="Oda Fenn").match == "verbatim"


def test_two_people_are_not_made_one_by_a_hum() -> None:
    source = (
        "ODA FENN: We ran the looms all winter\nINTERVIEWER: Mm-hm.\nKARL FENN: and they paid us in coal."
    )
    assert judge_quotation(source, QUOTE).match == "altered"


def test_ten_thousand_hums_are_read() -> None:
    source = "ODA FENN: We went on\nINTERVIEWER: Mm-hm.\n" * 10_000 + "ODA FENN: and then it snowed."
    assert judge_quotation(source, "and then it snowed.").match == "verbatim"
