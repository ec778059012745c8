"""Public samples of the standards, and schemas of what goes out."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from exchange_desk import holdings, sources
from jsonschema import Draft202012Validator
from lxml import html

from claimcheck.exchange import annotations, claimreview, csl
from claimcheck.exchange.annotation_model import problems
from claimcheck.exchange.quotes import find_quotes, locate

DATA = Path(os.environ.get("CLAIMCHECK_DATA", "/nowhere")) / "anchoring"
SCHEMAS = Path(__file__).parent / "schemas"


def samples(kind):
    return sorted((DATA / "w3c-web-annotation-tests" / "tools" / "samples" / kind).glob("*.json"))


def need(paths):
    if not paths:
        pytest.skip("CLAIMCHECK_DATA is unset: the W3C's samples are not at hand")


def test_every_correct_sample_of_the_w3c_is_one():
    need(samples("correct"))
    wrong = {path.name: problems(json.loads(path.read_text())) for path in samples("correct")}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_every_incorrect_sample_of_the_w3c_is_refused():
    need(samples("incorrect"))
    passed = []
    for path in samples("incorrect"):
        try:
            annotations.read(path.read_text())
        except annotations.NotAnnotations:
            continue
        passed.append(path.name)
    assert passed == []


def test_the_samples_are_read_as_far_as_they_name_words():
    need(samples("correct"))
    for path in samples("correct"):
        for annotation in annotations.read(path.read_text()):
            assert annotation.id
            assert all(target.exact for target in annotation.targets)


def test_quotes_are_found_where_apache_annotator_finds_them():
    path = DATA / "apache-annotator" / "text-quote-match-cases.json"
    need([path] if path.is_file() else [])
    for name, case in json.loads(path.read_text()).items():
        root = html.document_fromstring(f"<html>{case['html']}</html>")
        nodes = root.xpath("//text()")
        text = "".join(nodes)
        selector = case["selector"]
        around = selector.get("prefix", ""), selector.get("suffix", "")
        found = list(find_quotes(text, selector["exact"], *around))
        wanted = len(case["expected"])
        # Where the quotation is empty the cases name one range a node edge; as offsets some of them coincide.
        assert len(found) == wanted or (selector["exact"] == "" and len(found) <= wanted), name
        assert all(text[start:end] == selector["exact"] for start, end in found)
        once = locate(text, selector["exact"], *around)
        assert once == (found[0] if len(found) == 1 and selector["exact"] else None), name


def test_the_quotes_of_hypothesis_are_found_in_its_page():
    path = DATA / "hypothesis" / "wikipedia-regression-testing.json"
    need([path] if path.is_file() else [])
    page = html.document_fromstring(path.with_suffix(".html").read_bytes()).text_content()
    for item in json.loads(path.read_text())["rows"]:
        for target in item["target"]:
            quote = next(s for s in target["selector"] if s["type"] == "TextQuoteSelector")
            spans = list(find_quotes(page, quote["exact"], quote["prefix"], quote["suffix"]))
            assert len(spans) == 1


def valid(name, data):
    schema = json.loads((SCHEMAS / f"{name}.json").read_text())
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator.FORMAT_CHECKER
    return [error.message for error in Draft202012Validator(schema, format_checker=checker).iter_errors(data)]


def our_reviews():
    publisher = claimreview.Publisher(
        "https://desk.example/{article}", "The Desk", "https://desk.example", {}
    )
    return json.loads(claimreview.render(holdings(), publisher))


def test_claim_reviews_have_what_google_and_schema_org_ask_for():
    assert valid("claimreview", our_reviews()) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("claimReviewed", None),
        ("url", "nowhere"),
        ("reviewRating", {}),
        ("datePublished", "yesterday"),
        ("author", {"@type": "Robot"}),
        ("truth", True),
    ],
)
def test_the_schema_notices_what_is_wrong(key, value):
    graph = our_reviews()
    graph["@graph"][0][key] = value
    assert valid("claimreview", graph)


def test_claim_reviews_come_back_as_they_went_out():
    text = json.dumps(our_reviews())
    assert claimreview.read(text) == our_reviews()["@graph"]
    assert [claimreview.missing(review) for review in claimreview.read(text)] == [[], []]


def test_real_claim_reviews_come_back_whole():
    folder = DATA.parent / "claimreview"
    files = sorted(folder.glob("*.json"))
    need(files)
    for path in files:
        (review,) = claimreview.read(path.read_text())
        again = claimreview.read(json.dumps({"@context": "https://schema.org", "@graph": [review]}))
        assert again == [review]


def test_sources_fit_the_schema_of_csl():
    assert valid("csl", json.loads(csl.render(sources()))) == []
    assert valid("csl", [{"id": "x", "type": "papyrus"}])


def test_sources_go_out_and_come_back_without_loss_of_what_csl_can_say():
    out = json.loads(csl.render(sources()))
    for item, citation in zip(out, csl.read(json.dumps(out)), strict=True):
        assert citation.source_id == item["id"]
        assert citation.details.title == " ".join(item["title"].split())
        assert list(citation.details.authors) == [
            " ".join(person["literal"].split()) for person in item.get("author", [])
        ]
        assert citation.details.publisher == item.get("publisher")
        assert citation.details.language == item.get("language")
