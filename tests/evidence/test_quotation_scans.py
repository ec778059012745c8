"""Slips of scanners, spaces within figures, and quotations that an attribution splits."""

from __future__ import annotations

import pytest

from claimcheck.evidence.quotations import judge_quotation


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("That night tlie ferry burned at midnigbt off thc point.", "the ferry burned at midnight off the point"),
        ("Tlie keeper lit the lamp at dusk.", "The keeper lit the lamp at dusk."),
        ("On the fifth day 1 knew that the ship was lost.", "I knew that the ship was lost"),
        ("La digue avait trente ans, et je l'ai dit au maire.", "La digue avait trente ans », a dit Le Goff, « et je l'ai dit au maire"),
        ("We built the wall, and nobody thanked us.", "We built the wall,” the mason laughed, “and nobody thanked us."),
    ],
)  # fmt: skip
def test_what_style_permits_is_edited(source: str, quote: str) -> None:
    assert judge_quotation(source, quote).match == "edited"


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("Mr Barlow left the ferry at dusk.", "Mr Harlow left the ferry at dusk"),
        ("The bear came down to the ferry.", "The hear came down to the ferry"),
        ("The crew saw the boat in the harbour.", "The crew saw the heat in the harbour"),
        ("We built 1 wall on the quay.", "We built 7 wall on the quay"),
        (
            "We built the wall. Nobody paid. We thanked the town.",
            "We built the wall” and “we thanked the town",
        ),
    ],
)
def test_what_changes_a_word_is_altered(source: str, quote: str) -> None:
    assert judge_quotation(source, quote).match == "altered"


@pytest.mark.parametrize("space", ["\u202f", "\u00a0", "\u2009", ""])
def test_a_figure_is_the_same_whatever_space_is_in_it(space: str) -> None:
    source = f"The harbour lost 2{space}400 tonnes of grain."
    assert judge_quotation(source, "The harbour lost 2 400 tonnes of grain.").match == "verbatim"
    assert judge_quotation(source, "The harbour lost 2 600 tonnes of grain.").match == "altered"
