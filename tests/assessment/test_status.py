from __future__ import annotations

import pytest
from desk_builders import AT, DECIDED, assess, claim, evidence, graded, source

PRIMARY = source("minutes", "A", "primary")
SPEAKER = [{"kind": "indirect", "speaker": "Ana Ruiz", "source": [{"start": 0, "end": 3}]}]


def test_nothing_named_is_uncited():
    result = assess(claim(), [])
    assert (result.status, result.content.verdict.unsourced) == ("unsourced", "uncited")
    assert result.sentence == "Unsourced: the text names no source, and none was found."


@pytest.mark.parametrize(
    "fields",
    [
        {"citations": [{"start": 0, "end": 3, "target": "the minutes", "kind": "named"}]},
        {"attributions": SPEAKER},
    ],
)
def test_a_source_named_and_not_read_is_cited(fields):
    assert assess(claim(**fields), []).decisive.verdict.unsourced == "cited"


def test_an_anonymous_attribution_names_nothing():
    vague = [{"kind": "indirect", "speaker": "officials", "anonymous": True}]
    assert assess(claim(attributions=vague), []).decisive.verdict.unsourced == "uncited"


def test_neutral_evidence_supports_nothing():
    result = assess(claim(evidence("minutes", "neutral")), [PRIMARY])
    assert result.status == "unsourced"
    said = "what was accepted from minutes neither supports nor contradicts it"
    assert said in result.sentence
    assert any("counts for neither side" in reason for reason in result.decisive.reasons)


def test_a_named_person_may_exempt_a_claim():
    result = assess(claim(exempt={**DECIDED, "why": "common knowledge"}), [])
    assert result.status == "exempt"
    assert result.sentence == "Exempt: m.ito said on 2026-03-04 that it needs no sourcing: common knowledge"


def test_opinion_is_exempt_even_where_it_is_contradicted():
    contradicted = claim(evidence("minutes", "contradicts"))
    assert assess(contradicted, [PRIMARY], genre="opinion").status == "exempt"
    assert assess(contradicted, [PRIMARY]).status == "contradicted"


def test_a_statement_never_supports_a_content():
    said = claim(evidence("minutes", about="statement"))
    assert assess(said, [PRIMARY]).status == "unsourced"


def test_what_is_reported_and_asserted_rests_on_both_layers():
    items = [evidence("minutes", about="statement"), evidence("blog")]
    sources = [PRIMARY, source("blog", "E", "tertiary")]
    asserted = assess(claim(*items, kind="reported", attributions=SPEAKER), sources)
    assert (asserted.statement.status, asserted.content.status, asserted.status) == ("strong", "weak", "weak")
    assert asserted.sentence.startswith("Content: weak")
    only_reported = assess(claim(*items, kind="reported", attributions=SPEAKER, asserted=False), sources)
    assert only_reported.status == "strong"


def test_disputes_compare_like_with_like():
    said = evidence("minutes", about="statement")
    otherwise = evidence("report", "contradicts", about="content")
    sources = [PRIMARY, source("report", "A", "primary")]
    result = assess(claim(said, otherwise, kind="reported", attributions=SPEAKER, asserted=False), sources)
    assert result.status == "strong"
    assert result.content.status == "contradicted"


@pytest.mark.parametrize("kind", ["state", "identity"])
def test_background_needs_one_fair_origin(kind):
    assert graded(source("book", "C"), kind=kind).status == "adequate"
    weak = graded(source("blog", "D", "primary"), source("blog-two", "D", "primary"), kind=kind)
    assert weak.status == "weak"
    assert "reliability C or better" in weak.sentence


def test_a_figure_needs_a_primary_source_or_two_origins():
    assert graded(source("witness", "B", "first-hand"), kind="quantity").status == "weak"
    assert (
        graded(source("witness", "B", "first-hand"), source("paper", "C"), kind="quantity").status == "strong"
    )
    assert graded(source("minutes", "B", "primary"), kind="quantity").status == "strong"


def test_an_allegation_needs_good_origins_and_a_reply_sought():
    good = [source("one"), source("two")]
    items = [evidence("one"), evidence("two")]
    asked = [{"to": "the mayor", "at": AT, "by": "m.ito"}]
    without_reply = assess(claim(*items, kind="allegation"), good)
    assert [unmet.need for unmet in without_reply.content.verdict.unmet] == ["reply-sought"]
    assert assess(claim(*items, kind="allegation", reply_sought=asked), good).status == "adequate"
    fair = [
        source("one", "C", "primary", text=None, testimony={"who": "A", "when": AT, "by": "m", "answer": "y"})
    ]
    spoken = evidence("one", exact="", start=None, end=None)
    assert assess(claim(spoken, kind="allegation", reply_sought=asked), fair).status == "weak"
    document = [source("one", "C", "primary")]
    assert (
        assess(claim(evidence("one"), kind="allegation", reply_sought=asked), document).status == "adequate"
    )


def test_an_unnamed_source_needs_an_editors_approval():
    unnamed = source("heron", "A", "primary", named=False)
    assert graded(unnamed).status == "weak"
    approved = claim(evidence("heron"), unnamed_approved=DECIDED)
    assert assess(approved, [unnamed]).status == "strong"


def test_a_judgement_needs_someone_whose_it_is():
    assert graded(PRIMARY, kind="judgement").status == "weak"
    attributed = claim(evidence("minutes"), kind="judgement", attributions=SPEAKER)
    assert assess(attributed, [PRIMARY]).status == "strong"


def test_a_quotation_needs_a_primary_source():
    item = evidence("paper", about="statement", match="verbatim")
    assert assess(claim(item, kind="quotation"), [source("paper", "A", "first-hand")]).status == "weak"


PARTS = [{"kind": "name", "start": 0, "end": 3}, {"kind": "rest", "start": 4, "end": 22}]


def test_a_claim_is_only_as_good_as_its_worst_part():
    items = [evidence("minutes", parts=[0]), evidence("paper", parts=[1])]
    result = assess(claim(*items, parts=PARTS), [PRIMARY, source("paper", "C")])
    assert (result.status, result.content.verdict.part) == ("weak", 1)


def test_a_part_that_nothing_covers_makes_the_claim_weak():
    result = assess(claim(evidence("minutes", parts=[0]), parts=PARTS), [PRIMARY])
    assert (result.status, result.content.verdict.uncovered) == ("weak", (1,))
    assert "nothing covers “harbour board met.”" in result.sentence


def test_evidence_for_the_whole_claim_covers_every_part():
    result = assess(
        claim(evidence("minutes"), evidence("paper", parts=[0]), parts=PARTS), [PRIMARY, source("paper")]
    )
    assert (result.status, result.content.verdict.uncovered) == ("strong", ())


def test_a_contradicted_part_contradicts_the_claim():
    items = [evidence("minutes", parts=[0]), evidence("paper", "contradicts", parts=[1])]
    assert assess(claim(*items, parts=PARTS), [PRIMARY, source("paper")]).status == "contradicted"
