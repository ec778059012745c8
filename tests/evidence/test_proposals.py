from __future__ import annotations

from claimcheck.documents.reading import read_text_document
from claimcheck.evidence.linking import propose
from claimcheck.evidence.source_library import Library
from claimcheck.records.models import Claim, Evidence, Source
from claimcheck.sources.texts import SourceText


def found_for(claim: Claim, report: str) -> list[Evidence]:
    document = read_text_document(report, "md")
    source = Source.model_validate({"claimcheck": 1, "id": "report", "title": "Report"})
    return propose(claim, Library([SourceText(source, document.text, tuple(document.blocks), "sha256:1")]))


def proposed(claim: str, report: str) -> list[Evidence]:
    record = {
        "id": "port/abcdefgh",
        "text": claim,
        "anchor": {"start": 0, "end": len(claim)},
        "kind": "event",
        "check_worthiness": {"label": "CFS", "score": 0.9},
    }
    return found_for(Claim.model_validate(record), report)


def test_a_heading_is_no_lead_but_what_stands_under_it_is() -> None:
    report = (
        "# The year in the harbour\n\nIt was a quiet year.\n\n## Repairs to the northern sea wall\n\n"
        "Work on repairs to the northern sea wall of the harbour went on through autumn.\n"
    )
    found = [item.exact for item in proposed("Repairs to the northern sea wall ended in June.", report)]
    assert found == ["Work on repairs to the northern sea wall of the harbour went on through autumn."]


def test_a_word_in_quotation_marks_is_sought_where_the_source_speaks_of_the_matter() -> None:
    text = "The minister called a crash of the ferry “likely”."
    claim = Claim.model_validate(
        {
            "id": "port/abcdefgh",
            "text": text,
            "anchor": {"start": 0, "end": len(text)},
            "kind": "quotation",
            "check_worthiness": {"label": "CFS", "score": 0.9},
            "parts": [{"kind": "quotation", "start": text.index("likely"), "end": text.index("likely") + 6}],
        }
    )
    assert found_for(claim, "A crash of the ferry was likely, she said.\n")[0].stance == "supports"
    assert found_for(claim, "Rain is likely on Sunday.\n") == []


def test_a_claim_of_hardly_a_word_finds_no_support() -> None:
    (found,) = proposed("We need to.", "The council needs a new roof for the school.\n")
    assert (found.stance, found.reason) == ("neutral", "The claim says too little by itself.")


def test_what_denies_a_word_by_adding_one_still_contradicts() -> None:
    (found,) = proposed(
        "Fees in Port Corwen were the highest on the coast.",
        "Fees in Port Corwen are the second highest on the coast, behind those of Ashby.\n",
    )
    assert (found.stance, found.reason) == ("contradicts", "source: second highest; article: highest")


def test_a_figure_that_differs_is_proposed_whatever_else_the_sentence_says() -> None:
    (found,) = proposed(
        "Port Corwen's harbour board raised mooring fees by 12 percent on Tuesday, the third rise in four years.",
        "The board resolved by five votes to two to raise mooring fees by 10 percent from 1 January 2027.\n",
    )
    assert (found.stance, found.reason.split(";")[0]) == ("contradicts", "source: 10 percent")


def test_what_was_brought_in_with_an_article_is_not_sought_in_those_words() -> None:
    record = {
        "id": "port/abcdefgh",
        "text": "The trial enrolled 1,840 patients in 14 countries.",
        "anchor": {"start": 0, "end": 50},
        "kind": "quantity",
        "check_worthiness": {"label": "CFS", "score": 0.9},
        "resolved": {"The trial": "a late-stage trial of the asthma drug"},
    }
    (found,) = found_for(Claim.model_validate(record), "LUMEN enrolled 1,480 patients in 14 countries.\n")
    assert found.stance == "contradicts"


def test_a_mere_thing_finds_no_support() -> None:
    record = {
        "id": "port/abcdefgh",
        "text": "The regulator approved the drug for adults in 2023.",
        "anchor": {"start": 0, "end": 51},
        "kind": "event",
        "check_worthiness": {"label": "CFS", "score": 0.9},
        "attributions": [
            {
                "source": [{"start": 0, "end": 13}],
                "cue": [{"start": 14, "end": 22}],
                "content": [{"start": 23, "end": 50}],
                "kind": "indirect",
                "speaker": "The regulator",
            }
        ],
    }
    found = found_for(Claim.model_validate(record), "The drug for adults was sold in 2023.\n")
    assert [item.stance for item in found if item.about == "content"] == ["neutral"]
