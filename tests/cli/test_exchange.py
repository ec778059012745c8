"""Importing and exporting through the program: what goes out comes back, and nothing is guessed."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from calling import Runner

ARTICLE = """# Harbour

The harbour board spent $42 million on dredging in 2025. The board met on Tuesday.

The board met in Oslo. Ana Ruiz said: “We never agreed to any of it.”
"""
MINUTES = (
    "# Minutes\n\nThe board spent $42 million on dredging in 2025.\n\nThe board met.\n\nThe board met.\n"
)
BIBLIOGRAPHY = """@article{berg, author={Berg, Jo}, title={On {H}arbours}, year={2024}, url={https://a.example/berg}}
@misc{open, title={never closed
"""
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


@pytest.fixture
def begun(run: Runner, desk: Path) -> Path:
    (desk / "harbour.md").write_text(ARTICLE)
    (desk / "minutes.md").write_text(MINUTES)
    run("init")
    assert run("extract", "harbour.md").status == 0
    added = run("source", "add", "minutes.md", "--from", "official-record", "--original")
    assert added.status == 0, added.err
    return desk


def claim_of(desk: Path, words: str) -> str:
    record = (desk / "claims" / "harbour.yaml").read_text()
    return record[: record.index(f'text: "{words}')].rpartition("- id: ")[2].splitlines()[0]


def annotation(source: str, exact: str, *bodies: object, **selector: object) -> dict[str, object]:
    quote = {"type": "TextQuoteSelector", "exact": exact, **selector}
    return {
        "@context": CONTEXT,
        "id": f"https://a.example/{abs(hash(exact)) % 1000}",
        "type": "Annotation",
        "creator": {"type": "Person", "name": "R. Osei"},
        "body": list(bodies),
        "target": {"source": source, "selector": quote},
    }


def textual(value: str, purpose: str = "commenting") -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose}


def brought(run: Runner, desk: Path, *annotations: object) -> str:
    (desk / "in.json").write_text(json.dumps(list(annotations)))
    done = run("import", "in.json")
    assert done.status == 0, done.err
    return done.out


def test_a_remark_becomes_a_note_on_the_claim_once(run: Runner, begun: Path) -> None:
    remark = annotation("urn:claimcheck:article:harbour", "dredging in 2025", textual("Ask the treasurer."))
    assert brought(run, begun, remark) == "1 notes on claims\n"
    notes = (begun / "claims" / "harbour.desk.yaml").read_text()
    assert claim_of(begun, "The harbour board spent") in notes
    assert "R. Osei: Ask the treasurer." in notes
    assert brought(run, begun, remark) == "1 known already\n"


def test_a_passage_becomes_a_proposal_and_never_more(run: Runner, begun: Path) -> None:
    claim = claim_of(begun, "The harbour board spent")
    bodies = {"id": f"urn:claimcheck:claim:{claim}"}, textual("stance: supports", "classifying")
    words = "spent $42 million on dredging in 2025"
    passage = annotation("urn:claimcheck:source:minutes", words, *bodies)
    assert brought(run, begun, passage) == "1 passages proposed\n"
    record = (begun / "claims" / "harbour.yaml").read_text()
    assert f'exact: "{words}"' in record
    assert "status: proposed" in record
    assert "accepted" not in record
    assert brought(run, begun, passage) == "1 known already\n"
    assert run("accept", claim, "1").status == 0


def test_what_does_not_stand_exactly_once_is_left_aside_with_the_reason(run: Runner, begun: Path) -> None:
    claim = {"id": f"urn:claimcheck:claim:{claim_of(begun, 'The harbour board spent')}"}
    said = brought(
        run,
        begun,
        annotation("urn:claimcheck:source:minutes", "The board met.", claim),
        annotation("urn:claimcheck:source:minutes", "spent 42 million", claim),
        annotation("urn:claimcheck:source:minutes", "on dredging", textual("whose?")),
        annotation("urn:claimcheck:article:harbour", "The board met", textual("which?")),
        annotation("urn:claimcheck:article:nowhere", "The board met", textual("where?")),
        annotation("https://elsewhere.example/", "The board met", textual("where?")),
        annotation("urn:claimcheck:article:harbour", "# Harbour", textual("no claim")),
    )
    assert said.endswith("7 left aside\n")
    reasons = [line.rpartition(": ")[2] for line in said.splitlines()[:-1]]
    assert reasons[0] == "its words do not stand in minutes, or more than once"
    assert reasons[1] == reasons[0]
    assert reasons[2] == "it names no claim that is recorded here"
    assert reasons[3] == "its words do not stand in the article, or more than once"
    assert reasons[4] == "no article 'nowhere' is recorded"
    assert reasons[6] == "no claim stands where its words stand"


def test_a_position_or_a_prefix_tells_two_places_apart(run: Runner, begun: Path) -> None:
    second = annotation(
        "urn:claimcheck:article:harbour", "The board met", textual("In Oslo?"), suffix=" in Oslo"
    )
    assert brought(run, begun, second) == "1 notes on claims\n"
    assert claim_of(begun, "The board met in Oslo.") in (begun / "claims" / "harbour.desk.yaml").read_text()
    third = annotation("urn:claimcheck:article:harbour", "The board met", textual("On Tuesday?"))
    at = ARTICLE.index("The board met")
    position = {"type": "TextPositionSelector", "start": at, "end": at + len("The board met")}
    third["target"]["selector"] = [third["target"]["selector"], position]
    assert brought(run, begun, third) == "1 notes on claims\n"


def test_what_was_exported_is_known_when_it_comes_back(run: Runner, begun: Path) -> None:
    claim = claim_of(begun, "The harbour board spent")
    words = "The board spent $42 million on dredging in 2025."
    added = run("desk", "evidence", claim, "minutes", words, "--about", "content", "--stance", "supports")
    assert added.status == 0, added.err
    out = json.loads(run("export", "annotations").out)
    before = {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()}
    assert brought(run, begun, out) == f"{out['total']} known already\n"
    (begun / "in.json").unlink()
    assert {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()} == before


def test_a_bibliography_becomes_sources_that_are_only_cited(run: Runner, begun: Path) -> None:
    (begun / "refs.bib").write_text(BIBLIOGRAPHY)
    done = run("import", "refs.bib")
    assert done.status == 0, done.err
    assert "1 sources recorded as cited only, 1 left aside" in done.out
    assert "the entry on line 2" in done.out
    record = (begun / "sources" / "berg.yaml").read_text()
    assert '"On Harbours"' in record
    assert "https://a.example/berg" in record
    assert run("import", "refs.bib").out.startswith("left aside")
    again = json.loads(run("export", "csl").out)
    (berg,) = [item for item in again if item["id"] == "berg"]
    assert berg["author"] == [{"literal": "Jo Berg"}]
    (begun / "refs.json").write_text(json.dumps(again))
    assert run("import", "refs.json").out == "2 known already\n"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.json", b"neither", "neither JSON nor BibTeX"),
        ("a.bib", b"nothing here", "has no entry"),
        ("a.json", b"\xff\xfe\xff", "not UTF-8"),
        ("a.json", b"{}", "CSL-JSON"),
        ("a.json", b"[" * 100_000, "neither JSON nor BibTeX"),
        ("a.json", f'{{"@context": "{CONTEXT}"}}'.encode(), "no Web Annotations"),
    ],
)
def test_what_cannot_be_imported_is_refused_and_changes_nothing(
    run: Runner, begun: Path, name: str, content: bytes, why: str
) -> None:
    (begun / name).write_bytes(content)
    before = {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()}
    done = run("import", name)
    assert done.status == 2
    assert why in done.err
    assert "Traceback" not in done.err
    assert {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()} == before


def test_the_word_file_has_each_finding_as_a_comment_on_its_sentence(run: Runner, begun: Path) -> None:
    from docx import Document

    assert run("export", "docx", "harbour", "-o", "harbour.docx").status == 0
    found = json.loads(run("check", "--format", "json").out)
    data = (begun / "harbour.docx").read_bytes()
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    document = Document(io.BytesIO(data))
    comments = {comment.comment_id: comment.text for comment in document.comments}
    for claim in found["claims"]:
        (number,) = [key for key, text in comments.items() if text.endswith(claim["id"])]
        codes = {item["code"] for item in found["findings"] if item["claim"] == claim["id"]}
        assert all(code in comments[number] for code in codes)
        marks = f"//w:commentRangeStart[@w:id='{number}']/following-sibling::w:r"
        covered = ""
        for run_element in document.element.xpath(marks):
            if claim["text"] in covered:
                break
            covered += "".join(node.text or "" for node in run_element.xpath("./w:t"))
        assert covered.startswith(claim["text"]), claim["text"]
    assert {comment.author for comment in document.comments} == {"claimcheck"}


def test_signed_claims_alone_become_claim_reviews(run: Runner, begun: Path) -> None:
    claim = claim_of(begun, "The harbour board spent")
    words = "The board spent $42 million on dredging in 2025."
    run("desk", "evidence", claim, "minutes", words, "--about", "content", "--stance", "supports")
    assert run("sign", claim).status == 0
    done = run("export", "claimreview", "--url", "https://desk.example/{article}", "--publisher", "The Desk")
    (review,) = json.loads(done.out)["@graph"]
    assert review["claimReviewed"] == "The harbour board spent $42 million on dredging in 2025."
    assert review["reviewRating"]["alternateName"] == "Well sourced"
