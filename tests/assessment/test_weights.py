from __future__ import annotations

import pytest
from desk_builders import AT, DECIDED, assess, claim, evidence, graded, source

TESTIMONY = {"who": "Ana Ruiz", "when": AT, "by": "m.ito", "answer": "We met."}
PRIVATE = {"pseudonym": "Heron", "hash": "hmac-sha256:" + "0" * 64, "attested_by": "m.ito"}


def belief(assessment):
    return round(assessment.decisive.verdict.opinion.belief, 3)


def bare(item, **fields):
    return evidence(item, exact="", start=None, end=None, **fields)


@pytest.mark.parametrize("status", ["proposed", "rejected"])
def test_only_what_a_person_accepted_counts(status):
    result = assess(claim(evidence("minutes", status=status)), [source("minutes", "A", "primary")])
    assert result.status == "unsourced"
    assert result.content.verdict.opinion.belief == 0


def test_if_accepted_grades_the_proposals_apart():
    result = assess(claim(evidence("minutes", status="proposed")), [source("minutes", "A", "primary")])
    assert (result.status, result.content.verdict.unsourced, result.if_accepted) == (
        "unsourced",
        "proposed",
        "strong",
    )
    assert assess(claim(evidence("minutes", status="rejected")), [source("minutes")]).if_accepted is None


def test_off_the_record_counts_nothing():
    result = graded(source("insider", "A", "primary", terms="off record"))
    assert result.status == "unsourced"
    assert "off the record" in result.sentence
    assert belief(graded(source("insider", "A", "primary", terms="off record"), source("paper"))) == 0.480


def test_a_source_that_is_only_cited_counts_nothing():
    result = graded(source("report", "A", "primary", text=None))
    assert (result.status, result.content.verdict.unsourced) == ("unsourced", "cited")


def test_a_documented_testimony_and_a_privately_held_source_count_without_text():
    witness = source("witness", "B", "first-hand", text=None, testimony=TESTIMONY)
    heron = source("heron", "B", "first-hand", text=None, private=PRIVATE)
    for item in (witness, heron):
        assert belief(assess(claim(bare(item.id)), [item])) == 0.720


def test_a_document_with_no_passage_named_was_not_read():
    result = assess(claim(bare("minutes")), [source("minutes", "A", "primary")])
    assert (result.status, result.content.verdict.unsourced) == ("unsourced", "cited")


def test_an_unknown_source_counts_nothing():
    result = assess(claim(evidence("nowhere")), [])
    assert result.status == "unsourced"
    assert "no source of that name" in result.content.reasons[0]


def test_an_ungraded_source_is_told_apart_from_none():
    result = graded(source("leaflet", "F"))
    assert result.status == "ungraded"
    assert "leaflet" in result.sentence


def test_the_passage_overrides_the_sources_grade():
    regraded = evidence("leaflet", tier="primary", reliability="A")
    assert belief(assess(claim(regraded), [source("leaflet", "F", "tertiary")])) == 0.950


def test_a_verified_translation_costs_nothing():
    assert belief(graded(source("paper", translated=True))) == 0.384
    assert belief(graded(source("paper", translated=True, translation_verified=DECIDED))) == 0.480


@pytest.mark.parametrize(
    ("match", "status"),
    [
        ("verbatim", "strong"),
        ("edited", "strong"),
        ("altered", "weak"),
        ("truncated", "weak"),
        ("absent", "weak"),
        (None, "weak"),
    ],
)
def test_a_quotation_counts_only_word_for_word(match, status):
    item = evidence("transcript", about="statement", match=match)
    result = assess(claim(item, kind="quotation"), [source("transcript", "A", "primary")])
    assert result.status == status


def test_a_denial_counts_against_a_quotation_without_having_its_words():
    said = evidence("transcript", about="statement", match="verbatim")
    denied = evidence("denial", "contradicts", about="statement")
    sources = [source("transcript", "A", "primary"), source("denial", "B", "primary")]
    assert assess(claim(said, denied, kind="quotation"), sources).status == "disputed"


def test_no_weight_exceeds_the_cap():
    assert graded(source("minutes", "A", "primary")).content.items[0].weight == 0.95


def test_reasons_name_grade_and_weight_of_every_item():
    result = graded(source("paper", hops=1, translated=True), source("leaflet", "F"))
    assert result.content.reasons == (
        "leaflet (supports; secondary, reliability F): not counted, nobody graded the source",
        "paper (supports; secondary, reliability B, 1 relay, translation not verified): "
        "weight 0.307, 0.887 points",
    )
