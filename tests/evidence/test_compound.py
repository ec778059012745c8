"""Claims that say several things: a passage that speaks of one of them is judged by that one."""

from __future__ import annotations

import pytest

from claimcheck.documents.reading import read_text_document
from claimcheck.evidence.compound import clauses_of, plainly_of
from claimcheck.evidence.linking import propose
from claimcheck.evidence.source_library import Library
from claimcheck.extraction.claims import extract_claims
from claimcheck.records.models import Evidence, Source
from claimcheck.sources.texts import SourceText, text_hash


def proposed(claim: str, *sources: str) -> tuple[list[str], list[Evidence]]:
    """The words of the parts that each contradiction names, and all contradictions."""
    (found,) = extract_claims(read_text_document(f"{claim}\n", "txt"), slug="note").claims
    texts = [
        SourceText(Source(claimcheck=1, id=f"s{n}", title="S"), text, read_text_document(text, "txt").blocks, f"sha256:{text_hash(text)}")
        for n, text in enumerate(sources)
    ]  # fmt: skip
    against = [item for item in propose(found, Library(texts)) if item.stance == "contradicts"]
    words = [
        found.text[found.parts[number].start : found.parts[number].end]
        for item in against
        for number in item.parts
    ]
    return words, against


@pytest.mark.parametrize(
    ("claim", "source", "denied"),
    [
        (
            "The mayor, who took office in 2018, raised harbour fees by 12 percent, and the council cut 40 jobs.",
            "The council cut 25 jobs. The unions protested.",
            "40",
        ),
        (
            "Police arrested 12 men and seized 40 kilograms of cocaine on Friday.",
            "Officers seized 25 kilograms of cocaine on Friday.",
            "40 kilograms",
        ),
        (
            "The storm killed three people and left 20,000 homes without power.",
            "The storm left 12,000 homes without power.",
            "20,000",
        ),
        (
            "The ferry line carried 1.2 million passengers in 2024, and it paid a dividend of $3 million.",
            "The ferry line paid a dividend of $5 million. Nobody complained.",
            "$3 million",
        ),
    ],
)
def test_a_clause_that_is_denied_is_a_contradiction_of_its_part(claim: str, source: str, denied: str) -> None:
    words, against = proposed(claim, source)
    assert len(against) == 1
    assert [word for word in words if denied in word], words


@pytest.mark.parametrize(
    "source",
    [
        "The county cut 25 jobs.",
        "The council cut 25 trees.",
        "The council added 25 jobs.",
        "The harbour has 25 berths.",
        "Last week the council of Norland cut 25 jobs.",
        "The council may cut 25 jobs.",
        "The council plans to cut 25 jobs.",
    ],
)
def test_a_passage_of_something_else_denies_no_clause(source: str) -> None:
    claim = (
        "The mayor, who is from Ellery and took office in 2018, raised the fees that the harbour asks of "
        "yachts by 12 percent in spring, and the council cut 40 jobs."
    )
    found = [item for item in proposed(claim, source)[1] if "25" in item.reason and "40" in item.reason]
    assert found == []


def test_what_states_one_thing_has_no_clauses() -> None:
    assert clauses_of("20 men and 30 women were hurt on Friday.") == []
    assert clauses_of("The board approved a budget of $41 million.") == []
    assert clauses_of("") == []
    assert clauses_of("and " * 100_000) == []


@pytest.mark.parametrize(
    ("passage", "plain"),
    [
        ("Officers seized 25 kilograms of cocaine on Friday.", True),
        ("In May the council cut 25 jobs.", True),
        ("In all, 25 jobs were cut in March.", True),
        ("25 kilograms of cocaine were seized in Obervall.", False),
        ("in Obervall, 25 kilograms were seized.", False),
        ("Officers in Obervall seized 25 kilograms of cocaine.", False),
        ("25 jobs were cut by Jan Holm.", False),
        ("", True),
    ],
)
def test_a_name_that_a_claim_has_not_is_told_wherever_it_stands(passage: str, plain: bool) -> None:
    assert plainly_of("Police seized 40 kilograms of cocaine, and the council cut 40 jobs.", passage) is plain
