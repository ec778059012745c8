"""A denial or an opposite stands where doer and deed are the same, however much more the sentence says."""

import pytest

from claimcheck.evidence.stance import judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "The council did not approve the mast.",
            "On Friday the council approved the mast at its meeting in Holm, where forty people had come.",
        ),
        (
            "Nobody at the smelter was sacked.",
            "Metalur, which had posted a loss of ninety million, sacked 350 people at the smelter of Antagua.",
        ),
        ("Shares in Holm fell.", "Shares in Holm, a maker of pumps from the north, rose on Friday."),
    ],
)
def test_the_same_deed_told_plainly_contradicts_its_denial(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "contradicts"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        (
            "Nobody had rowed round Fyn before Aas.",
            "Aas rowed round Fyn with her father, the first to do it.",
        ),
        ("Trivedi no longer chairs the board.", "Trivedi chaired the board for nine years."),
        ("Nobody has paid a fine.", "Fines were imposed but not one of them has been paid."),
        ("The two huts were not moved.", "All but two of the huts were moved back from the edge."),
        ("No pact was signed in Oslo.", "A pact was signed at the second meeting only, in Bergen."),
        ("The pilot was not named.", "A newspaper might have named the pilot before the inquiry."),
    ],
)
def test_what_is_limited_or_of_another_time_contradicts_nothing(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance != "contradicts"
