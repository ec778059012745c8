"""Every export against its golden file, hostile text, and what must stay secret; UPDATE_GOLDENS=1 writes anew."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import re
import zipfile
from pathlib import Path

import pytest
from exchange_desk import CANARY, HOSTILE, holdings, sources
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.original import original_of
from claimcheck.documents.reading import read_document
from claimcheck.exchange import annotations, claimreview, csl, csv_table, docx_file
from claimcheck.exchange.escaping import cell, json_text, uncell
from claimcheck.records.claim_models import Place
from claimcheck.records.models import Claim

GOLDEN = Path(__file__).parent / "golden"
PUBLISHER = claimreview.Publisher(
    "https://desk.example/harbour", "The Desk", "https://desk.example", {"r.osei": "Rana Osei"}
)
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def word_file() -> bytes:
    return docx_file.render(holdings().articles[0], [], made="2026-03-06T10:00:00Z")


def described(data: bytes) -> str:
    from docx import Document

    document = Document(io.BytesIO(data))
    lines = [f"{p.style.name}: {p.text}" for p in document.paragraphs]
    lines += [f"comment by {c.author}: {c.text}" for c in document.comments]
    return "\n".join(lines) + "\n"


EXPORTS = {
    "claimreview.json": lambda: claimreview.render(holdings(), PUBLISHER),
    "annotations.json": lambda: annotations.render(holdings()),
    "claims.csv": lambda: csv_table.render(holdings()),
    "csl.json": lambda: csl.render(sources()),
    "docx.txt": lambda: described(word_file()),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_golden(name):
    written = EXPORTS[name]().encode()
    if os.environ.get("UPDATE_GOLDENS"):
        (GOLDEN / name).write_bytes(written)
    assert written == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize("name", EXPORTS)
def test_nothing_of_a_confidential_source_but_its_pseudonym_gets_out(name):
    written = EXPORTS[name]()
    assert CANARY not in written
    assert CANARY.replace(" ", "-") not in written


def test_nothing_confidential_in_any_file_of_the_word_package():
    with zipfile.ZipFile(io.BytesIO(word_file())) as packed:
        assert all(CANARY.encode() not in packed.read(name) for name in packed.namelist())


@pytest.mark.parametrize("name", EXPORTS)
def test_hostile_text_is_harmless(name):
    written = EXPORTS[name]()
    assert not HIDDEN.search(written)
    if name.endswith(".json"):
        assert "<" not in written
        assert "javascript:" not in written


# ClaimReview


def reviews(text=None):
    return claimreview.read(text or claimreview.render(holdings(), PUBLISHER))


def test_only_claims_signed_as_they_stand_are_reviewed():
    assert {r["claimReviewed"] for r in reviews()} == {"The board met on Tuesday.", HOSTILE}


def test_a_sign_off_of_an_earlier_wording_does_not_count():
    held = holdings()
    signed = held.articles[0].live[0]
    changed = Claim.model_validate(
        {**signed.model_dump(), "evidence": [signed.evidence[0].model_dump() | {"stance": "contradicts"}]}
    )
    assert claimreview.current_signoff(signed, held.sources) is not None
    assert claimreview.current_signoff(changed, held.sources) is None


def test_a_rating_is_a_word_about_sourcing_and_no_number():
    assert all(claimreview.missing(review) == [] for review in reviews())
    for review in reviews():
        rating = review["reviewRating"]
        assert rating["alternateName"] in claimreview.RATINGS.values()
        assert not {"ratingValue", "bestRating", "worstRating"} & set(rating)
    said = " ".join(claimreview.RATINGS.values()).lower()
    assert not re.search(r"\b(true|false|truth|correct|wrong)\b", said)


def test_only_sources_on_record_are_cited_to_the_public():
    review = reviews()[0]
    assert [work["name"] for work in review["citation"]] == ["Minutes"]
    assert review["editor"]["name"] == "Rana Osei"
    assert "off-record memo" not in json.dumps(reviews())


@pytest.mark.parametrize("url", ["", "desk.example", "javascript:alert(1)", "https://a b"])
def test_a_review_without_a_page_is_refused(url):
    with pytest.raises(claimreview.NoPublicAddress, match="--url"):
        claimreview.render(holdings(), claimreview.Publisher(url))


def test_two_articles_need_two_pages():
    held = holdings()
    two = dataclasses.replace(held, articles=held.articles * 2)
    with pytest.raises(claimreview.OneAddressForMany):
        claimreview.render(two, PUBLISHER)
    pages = dataclasses.replace(PUBLISHER, url="https://desk.example/{article}")
    assert reviews(claimreview.render(two, pages))[0]["url"].startswith("https://desk.example/harbour#")


def test_missing_properties_are_named():
    assert claimreview.missing({}) == ["claimReviewed", "url", "reviewRating"]
    lacking = {"claimReviewed": "x", "url": "y", "reviewRating": {"ratingValue": 1}}
    assert claimreview.missing(lacking) == ["reviewRating.alternateName"]
    with pytest.raises(claimreview.NotJsonLd):
        claimreview.read("[" * 5000)


def test_real_reviews_have_the_same_structure():
    root = os.environ.get("CLAIMCHECK_DATA")
    if not root:
        pytest.skip("CLAIMCHECK_DATA is unset: the real ClaimReviews are not at hand")
    files = sorted((Path(root) / "claimreview").glob("*.json"))
    assert files
    ours = reviews()[0]
    for path in files:
        (real,) = claimreview.read(path.read_text())
        assert claimreview.missing(real) == []
        for name in ("claimReviewed", "url", "author", "itemReviewed", "reviewRating", "datePublished"):
            assert name in real
            assert type(ours[name]) is type(real[name])


# CSV


def test_the_table_reads_back_without_loss():
    for bom in (False, True):
        written = csv_table.render(holdings(), bom=bom)
        assert csv_table.read(written) == csv_table.lines_of(holdings())
        assert written.startswith("\ufeff") == bom


def test_the_table_says_which_sentence_was_edited_after_it_was_decided():
    desk = holdings()
    (article,) = desk.articles
    first, second, third = article.record.claims
    edited = [
        first.model_copy(update={"was": "The board met on Monday."}),
        second,
        third.model_copy(update={"was": "Other words.", "signoffs": []}),
    ]
    record = article.record.model_copy(update={"claims": edited})
    changed = dataclasses.replace(desk, articles=(dataclasses.replace(article, record=record),))
    assert [line.changed for line in csv_table.lines_of(changed)] == ["yes", "", ""]
    assert csv_table.read(csv_table.render(changed)) == csv_table.lines_of(changed)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "'=", "＝", "\u200b="])
def test_no_cell_begins_like_a_formula(start):
    shown = cell(start + "1+1")
    assert shown[0] not in "=+-@\t\r\n ＝\u200b"
    assert uncell(shown) == start + "1+1"


@given(st.text(st.characters(codec=None)))
def test_cells_and_json_give_back_any_text(text):
    assert uncell(cell(text)) == text
    assert not HIDDEN.search(cell(text))
    assert json.loads(json_text([text])) == json.loads(json.dumps([text]))


def test_places_in_a_table_are_those_of_the_articles_file() -> None:
    known = holdings()
    article = known.articles[0]
    page = f"<html>\n<body>\n\n<p>{article.text}</p>"
    located = article.record.claims[1].model_copy(update={"locator": Place(page=3, paragraph=2)})
    claims = [article.record.claims[0], located]
    moved = dataclasses.replace(
        article,
        record=article.record.model_copy(update={"claims": claims}),
        original=original_of(page, article.text),
    )
    lines = csv_table.lines_of(dataclasses.replace(known, articles=(moved,)))
    assert [line.place for line in lines] == [
        "articles/harbour.md:6:1",
        "articles/harbour.md, page 3, paragraph 2",
    ]


def test_a_table_of_very_many_claims_counts_their_lines_once() -> None:
    known, many, width = holdings(), 20_000, 2_000
    article = known.articles[0]
    one = article.record.claims[0]
    claims = [
        one.model_copy(update={"anchor": one.anchor.model_copy(update={"start": number * width})})
        for number in range(many)
    ]
    long = dataclasses.replace(
        article,
        record=article.record.model_copy(update={"claims": claims}),
        text=(" " * (width - 1) + "\n") * many,
    )
    lines = csv_table.lines_of(dataclasses.replace(known, articles=(long,)))
    assert [line.place for line in lines] == [
        f"articles/harbour.md:{number}:1" for number in range(1, many + 1)
    ]


@pytest.mark.parametrize("text", ["", "a,b\r\n1,2\r\n", csv_table.render(holdings()) + "x,y\r\n"])
def test_another_table_is_refused(text):
    with pytest.raises(csv_table.BadTable):
        csv_table.read(text)


# CSL


def test_sources_come_back_from_csl():
    (found,) = [c for c in csl.read(csl.render(sources())) if c.source_id == "minutes"]
    assert found.obtainable == "https://board.example/minutes"
    assert (found.details.title, found.details.authors) == ("Minutes", ("Ada Lind",))
    assert found.details.published == "2026-03-03"


def test_names_and_dates_as_reference_managers_write_them():
    item = {
        "id": 7,
        "type": "book",
        "title": "On Harbours",
        "DOI": "10.1/x",
        "issued": {"date-parts": [["2024"]]},
    }
    item["author"] = [
        {"family": "Berg", "given": "Jo", "non-dropping-particle": "van den"},
        {"literal": "The Board"},
    ]
    (found,) = csl.read(json.dumps(item))
    assert found.details.authors == ("Jo van den Berg", "The Board")
    assert (found.details.published, found.details.notes) == (None, "Issued: 2024.")
    assert found.obtainable == "https://doi.org/10.1/x"


@pytest.mark.parametrize(
    "text", ["", "[1]", "{}", '[{"type": "book"}]', "[" * 5000, '{"type": 3, "title": "x"}']
)
def test_what_is_no_csl_is_refused(text):
    with pytest.raises(csl.NotCsl):
        csl.read(text)


@pytest.mark.parametrize("parts", [[[2024, 13, 45]], [[]], [], "x", [[None, 1]], [[10**40, 1, 1]]])
def test_odd_dates_are_not_guessed(parts):
    (found,) = csl.read(json.dumps({"type": "book", "title": "x", "issued": {"date-parts": parts}}))
    assert found.details.published is None


# Word


def test_the_word_file_opens_in_our_reader_and_holds_a_comment_on_each_sentence(tmp_path):
    from docx import Document

    path = tmp_path / "harbour.docx"
    path.write_bytes(word_file())
    assert "The harbour spent $41 million." in read_document(path).text
    document = Document(str(path))
    assert len(list(document.comments)) == 3
    marked = document.element.xpath("//w:commentRangeStart[@w:id='1']/following-sibling::w:r[1]/w:t")
    assert marked[0].text == "The harbour spent $41 million."
    assert word_file() == path.read_bytes(), "the same input gives the same bytes"
