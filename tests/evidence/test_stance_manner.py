"""A "not" that bears on how something was done, and "late in 2020" that is no date."""

import pytest

from claimcheck.evidence.stance import judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The mill was not illegally demolished.", "The mill was demolished in March."),
        ("The mill was demolished.", "The mill was not illegally demolished."),
        ("The mayor did not resign voluntarily.", "The mayor resigned on Friday after a vote."),
        ("The driver wasn't formally charged with theft.", "The driver was charged with theft on Tuesday."),
        (
            "The death was not officially confirmed.",
            "The death was confirmed by relatives on Monday.",
        ),
        ("The letter was never officially sent to the ministry.", "The letter was sent to the ministry."),
        ("The judge did not immediately rule on the appeal.", "The judge ruled on the appeal."),
        ("The plant will not be permanently closed.", "The plant will be closed in May."),
        ("There was no illegal demolition of the mill.", "The mill was demolished in March."),
        (
            "The council did not formally approve the budget for the new pool on Monday.",
            "The council approved the budget for the new pool on Monday.",
        ),
        ("No trees were illegally felled.", "Forty trees were felled in March."),
        ("The mill was not demolished illegally.", "The mill was demolished."),
        ("The mill was demolished.", "The mill was not demolished illegally."),
        ("The firm paid the tax.", "The firm did not pay the tax fully."),
    ],
)
def test_what_is_denied_of_the_manner_leaves_the_deed_open(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "neutral"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The mill was not demolished.", "The mill was illegally demolished in March."),
        ("The mill was not actually demolished.", "The mill was demolished in March."),
        ("The driver was formally charged.", "The driver was not formally charged."),
        ("The council did not even discuss the plan.", "The council discussed the plan on Monday."),
        ("The hall was completely destroyed.", "The hall was not destroyed."),
        ("The family did not reply.", "The family replied on Monday."),
        ("The jury did not ultimately convict the doctor.", "The jury convicted the doctor."),
        ("The jury convicted the doctor.", "The jury did not finally convict the doctor."),
        ("The company has confirmed the deal.", "The company has not yet confirmed the deal."),
        ("The deal has not yet been signed.", "The deal has been signed."),
        ("No trees were felled.", "Forty trees were felled in March."),
    ],
)
def test_what_is_denied_of_the_deed_is_told(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Nobody was hurt.", "Nobody was seriously hurt."),
        ("None of the passengers was injured.", "None of the passengers was seriously injured."),
        ("The mill was not demolished.", "The mill was not illegally demolished."),
        ("The mayor did not resign.", "The mayor did not resign voluntarily."),
        ("The firm did not pay tax.", "The firm did not fully pay tax."),
        ("The drug did not reduce deaths.", "The drug did not significantly reduce deaths."),
        ("The minister never apologised.", "The minister never publicly apologised."),
        ("No trees were felled.", "No trees were illegally felled."),
        ("No patient died.", "No elderly patient died."),
        ("The bridge isn't safe.", "The bridge isn't completely safe."),
        ("The buses were not late.", "The buses were not always late."),
        ("The river did not rise.", "The river did not rise much."),
        ("The ship never sailed.", "The ship never sailed again."),
    ],
)
def test_a_denial_of_the_manner_is_no_denial_of_the_deed(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "neutral"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The mill was not demolished.", "The mill was not actually demolished."),
        ("The hall was not badly damaged.", "The hall was not badly damaged."),
        ("The deal has not been signed.", "The deal has not yet been signed."),
        ("The family did not reply.", "The family did not even reply."),
    ],
)
def test_a_denial_that_limits_nothing_supports(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("More trains were late in 2020.", "More trains were late in March 2020."),
        ("Most letters arrived late in 2019.", "Most letters arrived late in February 2019."),
        ("Fewer flights were late in 2018.", "Fewer flights were late in the first half of 2018."),
    ],
)
def test_who_was_late_in_a_year_is_not_dated_to_its_last_months(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "neutral"


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The court found the doctor guilty.", "The court found the doctor not guilty.", "contradicts"),
        ("The doctor was found guilty.", "The doctor was found not guilty.", "contradicts"),
        ("The court found the doctor not guilty.", "The court found the doctor guilty.", "contradicts"),
        ("The doctor was found guilty.", "The doctor was found guilty on Monday.", "supports"),
    ],
)
def test_not_guilty_is_no_guilty(claim: str, passage: str, stance: str) -> None:
    assert judge_stance(claim, passage).stance == stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The trains were late in 2020.", "The trains were late on 3 March 2020."),
        ("The roads were icy in January.", "The roads were icy on 3 January."),
        ("The trains were often late in 2020.", "The trains were often late in March 2020."),
        ("No one was killed in 2020.", "No one was killed in May 2020."),
        ("The mayor did not travel in 2020.", "The mayor did not travel in May 2020."),
        ("Only two trains ran in 2020.", "Only two trains ran in May 2020."),
        ("Twelve people were killed in 2020.", "Twelve people were killed in May 2020."),
        ("In 2020, twelve people were killed.", "In May 2020, twelve people were killed."),
        ("All flights were cancelled in May.", "All flights were cancelled on 3 May."),
    ],
)
def test_what_was_so_in_a_part_of_a_time_was_not_so_throughout(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "neutral"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("More than 40 people were arrested in May.", "More than 40 people were arrested on 3 May."),
        (
            "The most expensive painting was sold in 2020.",
            "The most expensive painting was sold in May 2020.",
        ),
        (
            "The singer, who has never married, was arrested in May.",
            "The singer, who has never married, was arrested on 3 May.",
        ),
        ("The bridge collapsed in 2020.", "The bridge collapsed on 3 May 2020."),
        ("A 40-year-old man was arrested in 2020.", "A 40-year-old man was arrested in May 2020."),
        ("The two men were arrested in 2020.", "The two men were arrested in May 2020."),
    ],
)
def test_what_was_done_in_a_part_of_a_time_was_done_in_it(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"
