from __future__ import annotations

from claimcheck.documents.reading import read_text_document
from claimcheck.evidence.linking import propose
from claimcheck.evidence.source_library import Library
from claimcheck.records.models import Claim, Evidence, Source
from claimcheck.sources.texts import SourceText


def proposed(claim: str, report: str) -> list[Evidence]:
    document = read_text_document(report, "md")
    source = Source.model_validate({"claimcheck": 1, "id": "report", "title": "Report"})
    library = Library([SourceText(source, document.text, tuple(document.blocks), "sha256:1")])
    return propose(
        Claim.model_validate(
            {
                "id": "port/abcdefgh",
                "text": claim,
                "anchor": {"start": 0, "end": len(claim)},
                "kind": "event",
                "check_worthiness": {"label": "CFS", "score": 0.9},
            }
        ),
        library,
    )


def test_a_heading_is_no_lead_but_what_stands_under_it_is() -> None:
    report = (
        "# The year in the harbour\n\nIt was a quiet year.\n\n## Repairs to the northern sea wall\n\n"
        "Work on repairs to the northern sea wall of the harbour went on through autumn.\n"
    )
    found = [item.exact for item in proposed("Repairs to the northern sea wall ended in June.", report)]
    assert found == ["Work on repairs to the northern sea wall of the harbour went on through autumn."]
