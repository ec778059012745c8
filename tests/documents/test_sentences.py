from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


NEWS = [
    "Sen. Maria Vance met Gov. Tom Oakes on Monday.| Lt. Col. Ines Faro was there.",
    "The plant closed at 5 p.m. Tuesday.| Nobody was hurt.",
    "The vote was at 9 a.m.| The council met again at noon.",
    "He moved to the U.S. in 2011.| He came back in 2019.",
    "The ship left the U.S. She arrived in May.".replace("U.S. She", "U.S.| She"),
    "The U.S. Coast Guard searched all night.| It found nothing.",
    "Washington, D.C. Mayor Ana Bell objected.| So did others.",
    "It was built by Harlow Inc. Chief Executive Dan Poe said so.",
    "It was built by Harlow Inc.| The firm denies that.",
    "“Never,” she wrote on X.| Bell said the firm would pay.",
    "The paper went to X. Bell and to J. Osei.| Neither replied.",
    "She lives on Mill St. The house is old.".replace("St. The", "St.| The"),
    "St. Alban's Hospital opened in Jan. 1974.| It has 210 beds.",
    "See No. 12 and No. 14.| Both are closed.",
    "The answer was no.| The board moved on.",
    "J. R. Pell and K. Osei wrote it.| M. T. Lund did not.",
    "Turnout was 41.2 percent.| In 2019 it was 38.7.",
    "Prices rose 3.5% to $4.20.| Wages fell.",
    'The mayor said: "We are late.| We will be later.| That is all."| She left the room.',
    '"We are late," she said.| "We will be later."',
    '"Why now?" asked the judge.| Nobody answered.',
    '"Why now?" Judge Lena Hart asked.| Nobody answered.',
    '"Stop!" he shouted.| They ran.',
    "“We won.”| The crowd cheered.",
    "“Is it true?” she wrote.| It was.",
    "He said it was “over.”| Others disagreed.",
    "The fund (it was set up in 2003) is empty.| The bank (Mr. Low's) knew.",
    "It failed.| (The reason is unknown.)| It was repaired.",
    "It grew fast.[1]| It then shrank.[2][3]| It closed.",
    "It grew fast.¹| It then shrank.",
    "It grew fast.[^4]| It then shrank.",
    "It grew fast.12 It then shrank.".replace("12 It", "12| It"),
    "Write to press@harbour.example.org.| Or see www.harbour.example.org/news.html.",
    "The file is at https://x.example/a.b?c=d.| Read it.",
    "She joined Yahoo! in March.| She left in May.",
    "Well ... perhaps not, he said.| He left.",
    "He waited…| Then he left.",
    "The claim, i.e. the second one, is false, e.g. in towns like Ulm.| Nobody checked.",
    "He beat Lund vs. Osei's record.| Roe v. Wade was not cited.",
    "WASHINGTON (Agency) - The bill passed.| It goes to the House.",
    "She is Dr. Lund Ph.D. and a J.D.| She teaches.",
    "Smith et al. (2020) found it.| Others did not.",
    "The **budget** is [large](https://x.example/a.pdf).| The *deficit* is not.",
    "It is large.**| It is not small.",
    "He asked “Who?”| Then he left.",
    "They had three goals: speed, cost, etc.| None was met.",
    "The company bought iPads.| iPhone sales fell.",
    "Lots of people came.| 200 stayed.| $5 was the price.",
    "他来了。|她走了。",
    "هل جاء؟| نعم جاء۔| ثم ذهب.",
    "वह आया।| वह गया।",
    "She moved to St.Alban in 2011.| He went to Dr.Lund.",
    "The vote was in May.It passed.".replace("May.It", "May.|It"),
    "Rep. Ana Bell, D-Ga., and Sen. Tom Low (R-Fla.) agreed.| They left.",
    "Mr.\u00a0Low left.\u00a0| Ms.\u00a0Bell stayed.",
    "The ship served in World War I. The crew was small.".replace("I. The", "I.| The"),
    "It was built in 1999.| In 2004 it burned.",
    "Harlow Inc.'s shares fell.| Amazon.com Inc. rose.",
    "It was plan B.| The mayor had no plan C.",
    "The rate is 4 per cent.| You and I.| Did it rise?",
]


@pytest.mark.parametrize("marked", NEWS)
def test_news_sentences(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [piece.strip() for piece in marked.split("|")]


def test_a_hard_wrapped_sentence_keeps_its_line_break() -> None:
    text = "The council of the town approved the new harbour\nbudget on Tuesday. It was\nthe third try."
    assert sentences(text) == [
        "The council of the town approved the new harbour\nbudget on Tuesday.",
        "It was\nthe third try.",
    ]


def test_an_empty_line_always_ends_a_sentence() -> None:
    assert sentences("Harbour news\n\nthe budget passed") == ["Harbour news", "the budget passed"]


def test_items_on_lines_of_their_own_are_apart() -> None:
    assert sentences("- boats\n- nets\n- fish") == ["- boats", "- nets", "- fish"]
    assert sentences("boats and oars\nnets and lines\nfish") == ["boats and oars", "nets and lines", "fish"]


def test_numbered_items_in_one_line_are_apart() -> None:
    assert sentences("1. Pay the crew 2. Mend the nets 3. Sail") == [
        "1. Pay the crew",
        "2. Mend the nets",
        "3. Sail",
    ]


def test_spans_count_in_the_whole_text() -> None:
    text = "Skip this. One here. Two here. Not this."
    spans = split_sentences(text, 11, 30)
    assert [text[a:b] for a, b in spans] == ["One here.", "Two here."]


def test_nothing_in_nothing_out() -> None:
    assert split_sentences("") == []
    assert split_sentences(" \n\t \n") == []


@given(st.text(alphabet="aA.!?\"'”“()[]1 \n…•-。)x,:;Mr", max_size=120))
def test_spans_are_in_order_trimmed_and_lose_only_white_space(text: str) -> None:
    at = 0
    for start, end in split_sentences(text):
        assert at <= start < end <= len(text)
        assert text[at:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        at = end
    assert text[at:].strip() == ""


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_text_and_any_window_is_accepted(text: str, start: int, end: int) -> None:
    for a, b in split_sentences(text, start, end):
        assert start <= a < b <= end


HOSTILE = {
    "one word": "x",
    "stops": "a.",
    "initials": "A. ",
    "numbers": "1. ",
    "quotes": '"',
    "brackets": "a.](",
    "line breaks": "\n",
    "short lines": "Ab\n",
    "ellipses": ". ",
    "questions": '?" Abc ',
    "marks after a stop": '."',
    "bullets": "\n- ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_long_run_of_anything_is_split_to_its_end(unit: str) -> None:
    text = (unit * 640_000)[:640_000]
    spans = split_sentences(text)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert not spans or spans[-1][1] <= len(text)
