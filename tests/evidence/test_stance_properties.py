"""What holds for every claim and passage, however odd."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.evidence.stance import StanceVerdict, combine, judge_stance

WORDS = st.sampled_from(
    "the a mayor union sued bought not never said that may was were by from Iraq Iran Paris 57 75 million percent "
    "before after because of , . ; \" ' n't May Tuesday 2021 all most none first largest and but which if "
    "e\u0301 \u202e \0 \ud800 é".split(" ")
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_the_verdict_is_well_formed_and_its_spans_lie_in_the_texts(claim: str, passage: str) -> None:
    verdict = judge_stance(claim, passage)
    assert 0.0 <= verdict.confidence <= 1.0
    for reason in verdict.reasons:
        assert reason.text
        for text, span in ((claim, reason.claim_span), (passage, reason.passage_span)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_the_same_pair_gets_the_same_answer(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage) == judge_stance(claim, passage)


@pytest.mark.parametrize("text", ["", " \n", "\0", "\ud800", "?!", "…", "57", "“”"])
def test_a_text_that_says_nothing_is_never_supported(text: str) -> None:
    assert judge_stance(text, "The mayor resigned on Friday.").stance == "neutral"
    assert judge_stance("The mayor resigned on Friday.", text).stance == "neutral"


@pytest.mark.parametrize("part", ['"', "1 ", ", and ", "said that ", "Aa Bb ", "not ", "x"])
def test_of_a_huge_text_the_first_page_is_judged(part: str) -> None:
    short, long = part * (20_000 // len(part)), part * (6_000_000 // len(part))
    assert judge_stance(long, long).stance == judge_stance(short, short).stance


@pytest.mark.parametrize(
    "part", ["men before cats ", "more men than cats ", "men, then cats; ", "men except cats "]
)
def test_a_page_of_connectives_is_judged_like_any_page(part: str) -> None:
    page = part * (3_000 // len(part))
    assert judge_stance(page, page).stance != "contradicts"


def _verdict(stance: str, confidence: float) -> StanceVerdict:
    return StanceVerdict(stance, confidence)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "learned", "stance"),
    [
        (("contradicts", 0.9), ("supports", 0.99), "contradicts"),
        (("neutral", 0.85), ("supports", 0.99), "neutral"),
        (("neutral", 0.5), ("supports", 0.9), "supports"),
        (("neutral", 0.85), ("contradicts", 0.9), "contradicts"),
        (("supports", 0.9), ("contradicts", 0.9), "neutral"),
        (("supports", 0.9), ("neutral", 0.9), "supports"),
    ],
)
def test_a_learned_judge_cannot_turn_a_fact_into_support(
    facts: tuple[str, float], learned: tuple[str, float], stance: str
) -> None:
    assert combine(_verdict(*facts), _verdict(*learned)).stance == stance
