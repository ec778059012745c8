"""A source supports only what it asserts itself: frames that leave open what they hold, known or not."""

from __future__ import annotations

import pytest

from claimcheck.evidence.stance import judge_stance

CLAIM = "Judge Ibarra accepted gifts from a contractor."
TOLD = CLAIM.rstrip(".")


@pytest.mark.parametrize(
    "passage",
    [
        "Judge Ibarra denied that he had accepted gifts from a contractor.",
        "Judge Ibarra denied having accepted gifts from a contractor.",
        "Judge Ibarra was cleared of having accepted gifts from a contractor.",
        "Judge Ibarra was acquitted of accepting gifts from a contractor.",
        f"The court heard that {CLAIM}",
        f"There is no evidence that {CLAIM}",
        f"There is evidence that {CLAIM}",
        f"A jury was not convinced that {CLAIM}",
        f"The play pretends that {CLAIM}",
        f"Her account has it that {CLAIM}",
        f"Few doubt that {CLAIM}",
        f"Imagine that {CLAIM}",
        f"It is far from certain that {CLAIM}",
        f"It cannot be excluded that {CLAIM}",
        f"It is not impossible that {CLAIM}",
        f"An inquiry is to find out whether {CLAIM}",
        f"In the novel, {CLAIM}",
        f"{TOLD}, in the view of his opponents.",
        f"“{TOLD},” a witness told the inquiry.",
        f"“{TOLD}”, wrote the columnist Ann Moe.",
        f"{TOLD}, it was alleged on Monday.",
        f"{TOLD}, say his opponents.",
        f"{TOLD}, or so a former clerk claims.",
        f"{TOLD}, as one of his clerks told a rally.",
        "Judge Ibarra, his opponents say, accepted gifts from a contractor.",
        "Had Judge Ibarra accepted gifts from a contractor, he would have been removed.",
        f"Initially {CLAIM}",
        f"{TOLD}, in theory.",
        "Judge Ibarra was meant to accept gifts from a contractor.",
        "Judge Ibarra was close to accepting gifts from a contractor.",
        "Judge Ibarra had the power to accept gifts from a contractor.",
        f"“{TOLD}”: so a website had it on Wednesday. The court says that he did not.",
        f"Once the law is changed, {TOLD.replace('accepted', 'can accept')}.",
        f"The prosecution will seek to prove that {CLAIM}",
        "Judge Ibarra did not decline to accept gifts from a contractor.",
        "Did Judge Ibarra accept gifts from a contractor?",
    ],
)
def test_a_frame_that_does_not_assert_supports_nothing(passage: str) -> None:
    assert judge_stance(CLAIM, passage).stance != "supports"


@pytest.mark.parametrize(
    "passage",
    [
        f"The bank's records show that {CLAIM}",
        f"It is true that {CLAIM}",
        f"It is no secret that {CLAIM}",
        f"The inquiry, which took a year, found {CLAIM}",
        f"{TOLD}, the ministry confirmed.",
        f"{TOLD}, the register shows.",
        f"{TOLD}, but nobody noticed.",
        "Judge Ibarra admitted that he had accepted gifts from a contractor.",
        "Judge Ibarra regretted that he had accepted gifts from a contractor.",
        "Judge Ibarra resigned in May because he had accepted gifts from a contractor.",
        "Gifts from a contractor were accepted by Judge Ibarra.",
    ],
)
def test_a_frame_that_asserts_takes_nothing_away(passage: str) -> None:
    assert judge_stance(CLAIM, passage).stance == "supports"


def test_the_reason_shows_the_frame() -> None:
    verdict = judge_stance(CLAIM, f"Her account has it that {CLAIM}")
    assert verdict.reasons[0].text == "the source has it under “Her account has it that”, not as its own"


def test_a_frame_that_the_article_has_too_is_no_gap() -> None:
    claim = "The bishop denied that he had sold the house."
    assert judge_stance(claim, "The bishop denied on Monday that he had sold the house.").stance == "supports"
