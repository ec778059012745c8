"""Figures that are much the same make a passage worth a look, of one kind and no others."""

from __future__ import annotations

import pytest

from claimcheck.documents.readers import plain
from claimcheck.evidence.linking import propose
from claimcheck.evidence.near_figures import any_near, telling
from claimcheck.evidence.source_library import Library
from claimcheck.extraction.claims import extract_claims
from claimcheck.records.models import Source
from claimcheck.sources.texts import SourceText


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("It lost 14 million kronor.", "The net loss was 14.2 million kronor."),
        ("One in five passengers is ill.", "21 per cent were ill."),
        ("A quarter of the money is gone.", "They had spent 24 % of it."),
        ("It weighs 300 tonnes.", "The weight is 310 tonnes."),
        ("It carried 412,000 passengers.", "411,600 passengers were counted."),
    ],
)
def test_near_figures_of_one_kind(claim: str, passage: str) -> None:
    assert any_near(telling(claim), passage)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("It lost 14 million kronor.", "The net loss was 20 million kronor."),
        ("It lost 14 million kronor.", "The net loss was 14 million euros."),
        ("One in five passengers is ill.", "It took 20 minutes."),
        ("It has 12 wards.", "It has 12 beds."),
        ("It has 3 wards.", "It has 3 wards."),
        ("It was closed.", "It lost 14 million kronor."),
    ],
)
def test_others_are_not_near_or_tell_nothing(claim: str, passage: str) -> None:
    assert not any_near(telling(claim), passage)


def test_a_passage_with_a_near_figure_is_a_lead() -> None:
    source = Source.model_validate(
        {"claimcheck": 1, "id": "report", "title": "Report", "tier": "primary", "reliability": "B"}
    )
    document = plain.read_text(
        "Annual report\n\nThe net loss for the year was 14.2 million kronor.\n\nThe board met in May.\n"
    )
    library = Library([SourceText(source, document.text, document.blocks, "sha256:" + "0" * 64)])
    (claim,) = extract_claims(
        plain.read_text("The ferry line lost 14 million kronor last year.\n"), slug="a"
    ).claims
    assert [item.exact for item in propose(claim, library)] == [
        "The net loss for the year was 14.2 million kronor."
    ]
