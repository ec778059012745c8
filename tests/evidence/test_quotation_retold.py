"""Quotations beside a source that only reports what was said: neither found nor altered. All invented."""

from __future__ import annotations

import pytest

from claimcheck.evidence.quotations import judge_quotation, say_quotation

RETOLD = [
    (
        "We were sold the quay for 2 million crowns",
        "The guild was sold the quay for 2 million crowns, Vera Lind added.",
    ),
    (
        "We were sold the quay for 2 million crowns",
        "They were sold the quay for 2 million crowns, Vera Lind said.",
    ),
    (
        "I have never signed a lease for the mill",
        "She had never signed a lease for the mill, Vera Lind said.",
    ),
    ("The board will sell the old lighthouse", "Vera Lind said the board would sell the old lighthouse."),
    ("Our boats can reach the outer islands", "Her boats could reach the outer islands, said Vera Lind."),
]
TOLD = [
    ("We will not sell the old lighthouse", "“We will sell the old lighthouse,” Vera Lind said."),
    (
        "We were sold the quay for 2 million crowns",
        "Vera Lind: We were sold the quay for 3 million crowns.\n",
    ),
    ("We were sold the quay for 2 million crowns", "We were sold the quay for 3 million crowns.\n"),
    (
        "The guild paid 2 million crowns for the quay",
        "The guild paid 3 million crowns for the quay, Vera Lind said.",
    ),
    ("The board will sell the old lighthouse", "The board would sell the old lighthouse before winter."),
]


@pytest.mark.parametrize(("quote", "source"), RETOLD)
def test_reported_speech_alters_no_quotation(quote: str, source: str) -> None:
    verdict = judge_quotation(source, quote, speaker="Vera Lind")
    assert (verdict.match, verdict.retold) == ("absent", True)
    assert verdict.start is not None, "the place is worth reading all the same"
    said = say_quotation(verdict)
    assert said.startswith("Not there as a quotation: the source reports in its own words what")
    assert "Altered" not in said


@pytest.mark.parametrize(("quote", "source"), TOLD)
def test_words_that_the_source_gives_as_said_are_altered(quote: str, source: str) -> None:
    verdict = judge_quotation(source, quote)
    assert (verdict.match, verdict.retold) == ("altered", False)


def test_words_that_a_report_keeps_are_found() -> None:
    verdict = judge_quotation(
        "The lighthouse is closed for good, Vera Lind said.", "The lighthouse is closed"
    )
    assert not verdict.retold
    assert verdict.match != "absent"
