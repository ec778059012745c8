"""Whom a transcript's label means: sure where it is, unknown where not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evidence.quotations import Labels, compare_names, judge_quotation

OPENING = (
    "Hearing of the Wick council. Present: Mayor Ada Lund, Ina Ruhl (IR), Tom Obi of the dockers' union.\n"
    "Later came Greenway's man Per Falk.\n"
)

CASES = [
    ("Ina Ruhl", "RUHL", ["RUHL", "OBI"], "same"),
    ("Ina Ruhl", "OBI", ["RUHL", "OBI"], "other"),
    ("Ina Ruhl", "OBI", ["OBI"], "other"),
    ("Ina Ruhl", "MS RUHL", ["MS RUHL", "MR OBI"], "same"),
    ("Tom Obi", "Mr Obi (Lab)", [], "same"),
    ("Ina Ruhl", "IR", ["IR", "TO"], "same"),
    ("Ina Ruhl", "I.R.", ["I.R.", "T.O."], "same"),
    ("Ina Ruhl", "TO", ["IR", "TO"], "other"),
    ("Ina Ruhl", "JD", ["JD"], "unknown"),
    ("Ina Ruhl", "Q", ["Q", "A"], "other"),
    ("Ina Ruhl", "A", ["Q", "A"], "same"),
    ("Kim Berg", "A", ["Q", "A"], "unknown"),
    ("Ina Ruhl", "MODERATOR", ["MODERATOR", "RUHL"], "other"),
    ("the moderator", "MODERATOR", ["MODERATOR", "RUHL"], "same"),
    ("Ina Ruhl", "SPEAKER 2", ["SPEAKER 1", "SPEAKER 2"], "unknown"),
    ("Ina Ruhl", "SPEAKER_00", ["SPEAKER_00"], "unknown"),
    ("Ina Ruhl", "UNIDENTIFIED MALE", ["RUHL"], "unknown"),
    ("Ada Lund", "MAYOR", ["MAYOR", "RUHL"], "same"),
    ("Mayor Lund", "MAYOR", ["MAYOR", "RUHL"], "same"),
    ("the mayor", "LUND", ["LUND", "RUHL"], "same"),
    ("the mayor", "RUHL", ["LUND", "RUHL"], "unknown"),
    ("the mayor", "RUHL", ["MAYOR", "RUHL"], "other"),
    ("Ina Ruhl", "MAYOR", ["MAYOR", "RUHL"], "other"),
    ("Kim Berg", "MAYOR", ["MAYOR", "RUHL"], "unknown"),
    ("President Berg", "PRESIDENT", ["PRESIDENT", "Q"], "same"),
    ("Kim Berg", "THE PRESIDENT", ["THE PRESIDENT", "Q"], "unknown"),
    ("Jane Ruane", "The Minister of Ports (Ms Ruane)", [], "same"),
    ("Jane Ruane", "The Minister of Ports (Mr Berg)", [], "other"),
    ("Ruhl", "Ina Ruhl", ["Ina Ruhl", "Tomas Ruhl"], "unknown"),
    ("Ina Ruhl", "Tomas Ruhl", ["Ina Ruhl", "Tomas Ruhl"], "other"),
    ("Ina Ruhl", "Tomas Ruhl", ["Tomas Ruhl"], "unknown"),
    ("Zelensky", "Zelenskyy", [], "unknown"),
    ("José Nuñez", "NUNEZ", [], "same"),
    ("Mary O’Brien", "O'BRIEN", [], "same"),
    ("Mary O'Brien", "OBRIEN", [], "same"),
    ("I. Ruhl", "INA RUHL", [], "same"),
    ("Ina Ruhl", "I. RUHL", [], "same"),
    ("Ina Ruhl", "T. RUHL", ["T. RUHL"], "unknown"),
    ("Ina Ruhl", "INA", ["INA", "TOM"], "same"),
    ("Ina Ruhl", "TOM", ["INA", "TOM"], "other"),
    ("the Harbour Board", "RUHL", ["RUHL"], "unknown"),
    ("Greenway", "FALK", ["FALK"], "unknown"),
    ("Greenway", "RUHL", ["FALK", "RUHL"], "other"),
    ("SIPRI", "RUHL", ["RUHL"], "unknown"),
    ("Ina Ruhl and Tom Obi", "OBI", ["OBI", "RUHL"], "same"),
    ("Ina Ruhl and Tom Obi", "BERG", ["BERG"], "other"),
    ("Jan van der Berg", "BERG", [], "same"),
    ("Jan van der Berg", "Van der Berg", [], "same"),
    ("Councillor Rao", "RAO", [], "same"),
    ("Dr. Lena Hart", "HART", ["HART"], "same"),
    ("Tennant", "RAO", ["CHAIR", "RAO"], "other"),
    ("Lee", "LEE", ["LEE", "KIM"], "same"),
    ("Xi Jinping", "XI", ["XI", "Q"], "same"),
    ("Ina Ruhl", "THE WITNESS", ["THE WITNESS", "THE COURT"], "unknown"),
    ("Ina Ruhl", "NARRATOR", ["NARRATOR", "RUHL"], "other"),
    ("officials", "RUHL", ["RUHL"], "unknown"),
]


@pytest.mark.parametrize(("speaker", "label", "labels", "whose"), CASES)
def test_whose_turn_it_is(speaker: str, label: str, labels: list[str], whose: str) -> None:
    assert Labels(labels, OPENING).whose(speaker, label) == whose


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_names_can_be_compared_either_way_round(one: str, other: str) -> None:
    assert compare_names(one, other) in ("same", "other", "unknown")
    assert Labels([other], one).whose(one, other) in ("same", "other", "unknown")


@given(st.from_regex(r"[A-Z][a-z]{3,8} [A-Z][a-z]{3,9}", fullmatch=True))
def test_a_name_is_its_own_in_capitals_and_by_its_surname(name: str) -> None:
    assert compare_names(name, name.upper()) == "same"
    assert compare_names(name, f"MS {name.split()[-1].upper()}") == "same"


HEARING = """MODERATOR: What becomes of the lock?
MS RUHL: We will shut the lock in May.
SPEAKER 3: Nobody has asked the men.
"""


@pytest.mark.parametrize(
    ("quote", "speaker", "wrong", "unsure"),
    [
        ("We will shut the lock in May.", "Ina Ruhl", False, False),
        ("We will shut the lock in May.", "Tom Obi", True, False),
        ("What becomes of the lock?", "Ina Ruhl", True, False),
        ("Nobody has asked the men.", "Ina Ruhl", False, True),
    ],
)
def test_a_quotation_under_a_label(quote: str, speaker: str, wrong: bool, unsure: bool) -> None:
    verdict = judge_quotation(HEARING, quote, speaker=speaker)
    assert (verdict.match, verdict.wrong_speaker, verdict.unsure_speaker) == ("verbatim", wrong, unsure)


def test_a_huge_cast_comes_to_an_end() -> None:
    labels = Labels([f"Name{n} Surname{n}" for n in range(20_000)], "x " * 500_000)
    assert labels.whose("Ina Ruhl", "Name7 Surname7") == "other"
    assert compare_names("A" * 100_000, "B " * 50_000) in ("other", "unknown")
