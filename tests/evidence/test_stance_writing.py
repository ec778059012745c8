"""What differs in writing only denies nothing: accents, initials, decades, a doer named behind two participles."""

import pytest

from claimcheck.evidence.stance import judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Noel Coward wrote the comedy.", "Noël Coward wrote the comedy."),
        ("The comedy is by Lena Muller.", "The comedy is by Lena Müller."),
        ("Arsenal F.C. signed Holm.", "Arsenal Football Club signed Holm."),
        (
            "The play was directed by Ana Holm.",
            "The play, written and directed by Ana Holm, opened on Friday.",
        ),
        ("Ana Holm directed the play.", "The play was written and directed by Ana Holm."),
        ("The chair was built by Ivo Lund.", "The chair was designed and built by Ivo Lund in his shed."),
        ("Brandt began her career in the late 1970s.", "Brandt began her career in 1979."),
        ("The site was launched in the early 2000s.", "The site was launched in October 2002."),
    ],
)
def test_what_is_only_written_otherwise_supports(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Khurana is an actor.", "Khurrana is an actor."),
        ("Petersen chairs the board.", "Peterson chairs the board."),
    ],
)
def test_a_name_spelt_nearly_alike_is_left_to_the_editor(claim: str, passage: str) -> None:
    verdict = judge_stance(claim, passage)
    assert verdict.stance == "neutral"
    assert verdict.reasons[0].text.startswith("source: ")


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Brandt began her career in the early 1970s.", "Brandt began her career in 1979."),
        ("Sanchez was born on January 7, 1950.", "Sanchez ( born January 7 , 1960 ) is a politician."),
        ("Ana Holm wrote the play.", "Eva Lund wrote the play."),
        ("The play was directed by Ana Holm.", "The play was written and directed by Eva Lund."),
    ],
)
def test_another_decade_day_or_person_contradicts(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage", "missing"),
    [
        ("The bridge opened on 3 May 2019.", "The bridge opened on 3 May.", "3 May 2019"),
        (
            "The settlers came to the valley 50,000 years ago.",
            "The settlers came to the valley and spread to the coast around 1,000 years ago.",
            "50,000 years ago",
        ),
    ],
)
def test_a_year_that_the_source_does_not_give_is_not_covered(claim: str, passage: str, missing: str) -> None:
    verdict = judge_stance(claim, passage)
    assert verdict.stance == "neutral"
    assert missing in " ".join(reason.text for reason in verdict.reasons)
