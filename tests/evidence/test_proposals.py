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
