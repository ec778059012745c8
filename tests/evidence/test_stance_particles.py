"""Verbs with a particle: "called a strike" is not "called the strike off"."""

import pytest

from claimcheck.evidence.stance import judge_stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The union called a strike.", "The union called the strike off."),
        ("The union called the strike off.", "The union called a strike."),
        ("The judge ruled the evidence out.", "The judge ruled the evidence in."),
        ("The judge ruled the evidence in.", "The judge ruled the evidence out on Monday."),
        ("The guards let the man in.", "The guards let the man out."),
        ("The bank wrote the debt off.", "The bank wrote the debt down."),
        ("The council moved in.", "The council moved out."),
        ("The club turned the player down.", "The club turned the player."),
        ("The court found the doctor guilty.", "The court found the doctor neither guilty nor innocent."),
    ],
)
def test_another_particle_or_none_supports_nothing(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "neutral"


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The union called the strike off.", "The union called off the strike."),
        ("The union called off the strike.", "The union called the strike off on Monday."),
        ("The crew put the fire out.", "The crew put the fire out on Monday."),
        ("The plane took off.", "The plane took off on Monday."),
        ("The fund paid out 1.2 million euros.", "The fund paid out €1,200,000 to farmers in the valley."),
    ],
)
def test_one_particle_in_another_place_supports(claim: str, passage: str) -> None:
    assert judge_stance(claim, passage).stance == "supports"
