from __future__ import annotations

from desk_builders import assess, claim, evidence, graded, source

from claimcheck.assessment.origins import trace_lineage


def roots(sources, copying=(), article=""):
    lineage = trace_lineage({item.id: item for item in sources}, copying, article=article)
    return {item.id: sorted(root.id for root in lineage.of(item.id)) for item in sources}


def belief(assessment):
    return round(assessment.decisive.verdict.opinion.belief, 3)


def test_derivation_is_followed_to_the_top():
    chain = [
        source("minutes"),
        source("agency", derived_from=["minutes"]),
        source("paper", derived_from=["agency"]),
    ]
    assert roots(chain) == {"minutes": ["minutes"], "agency": ["minutes"], "paper": ["minutes"]}


def test_papers_on_one_study_share_it_even_if_the_study_is_not_on_file():
    papers = [source("one", study="Harbour  Study 2025"), source("two", study="harbour study 2025")]
    assert roots(papers)["one"] == roots(papers)["two"] == ["study:harbour study 2025"]
    assert belief(graded(*papers)) == 0.480


def test_papers_with_one_agency_copy_share_it():
    assert belief(graded(source("one", wire="PX 17"), source("two", wire="px 17"))) == 0.480


def test_a_common_descendant_joins_nothing():
    items = [source("one"), source("two"), source("roundup", derived_from=["one", "two"])]
    assert roots(items)["one"] == ["one"]
    assert roots(items)["two"] == ["two"]


def test_a_second_roundup_and_a_reprint_of_a_roundup_add_nothing():
    studies = [source("study-a"), source("study-b")]
    roundups = [
        source("roundup", derived_from=["study-a", "study-b"]),
        source("roundup-two", derived_from=["study-a", "study-b"]),
        source("reprint", derived_from=["roundup"]),
    ]
    alone = assess(claim(evidence("roundup")), [*studies, *roundups])
    all_three = assess(claim(*(evidence(item.id) for item in roundups)), [*studies, *roundups])
    assert belief(alone) == belief(all_three) == 0.480


def test_dated_copying_makes_a_paper_derived():
    papers = [source("early"), source("late")]
    supported = claim(evidence("early"), evidence("late"))
    assert belief(assess(supported, papers)) == 0.649
    assert belief(assess(supported, papers, copying=[("late", "early")])) == 0.480


def test_copying_of_unknown_direction_and_cycles_are_one_origin():
    papers = [source("one"), source("two"), source("three")]
    circle = [("one", "two"), ("two", "three"), ("three", "one")]
    assert roots(papers, circle) == {key: ["one"] for key in ("one", "two", "three")}


def test_one_owner_merges_only_what_has_no_outside_root():
    own = [source("north", owner="Tide Media"), source("south", owner="tide media")]
    assert belief(graded(*own)) == 0.480
    agencies = [source("agency-a"), source("agency-b")]
    reprints = [
        source("north", owner="Tide Media", derived_from=["agency-a"]),
        source("south", owner="Tide Media", derived_from=["agency-b"]),
    ]
    supported = claim(evidence("north"), evidence("south"))
    assert belief(assess(supported, [*agencies, *reprints])) == 0.649


def test_derived_from_something_unlabelled_is_still_unknown():
    items = [
        source("one", derived_from=["rumour-a"]),
        source("two", derived_from=["rumour-b"]),
        source("rumour-a", lineage="unknown"),
        source("rumour-b", lineage="unknown"),
    ]
    assert belief(assess(claim(evidence("one"), evidence("two")), items)) == 0.480


def test_what_rests_on_the_article_or_on_what_cites_it_is_circular():
    cites = source("blog", "A", "primary", derived_from=[{"source": "harbour", "relation": "cites"}])
    echo = source("echo", "A", "primary", derived_from=["blog"])
    result = assess(claim(evidence("echo")), [cites, echo])
    assert result.status == "circular"
    assert "rests on this article" in result.sentence
    assert result.content.verdict.opinion.belief == 0


def test_the_article_among_its_own_sources_is_circular_whatever_its_record_says():
    article = source("harbour", "A", "primary", derived_from=["minutes"])
    assert assess(claim(evidence("harbour")), [article, source("minutes")]).status == "circular"


def test_circular_evidence_adds_nothing_to_independent_evidence():
    echo = source("echo", "A", "primary", derived_from=["harbour"])
    assert belief(graded(source("paper"), echo)) == 0.480


def test_withdrawn_sources_and_what_rests_only_on_them_count_nothing():
    withdrawn = {"at": "2026-03-04T09:00:00Z", "by": "m.ito", "why": "retracted by the journal"}
    study = source("study", "A", "primary", retracted=withdrawn)
    paper = source("paper", derived_from=["study"])
    result = graded(study, paper)
    assert result.status == "unsourced"
    assert "withdrawn" in result.sentence
    half = source("roundup", derived_from=["study", "other"])
    assert belief(assess(claim(evidence("roundup")), [study, half, source("other")])) == 0.480


def test_reports_of_a_withdrawn_study_fall_with_it():
    withdrawn = {"at": "2026-03-04T09:00:00Z", "by": "m.ito", "why": "retracted"}
    study = source("the-study", "A", "primary", study="Reef", retracted=withdrawn)
    report = source("report", "B", "primary", study="Reef", lineage="derived")
    assert assess(claim(evidence("report")), [study, report]).status == "unsourced"


def test_a_chain_of_ten_thousand_sources_is_followed():
    chain = [source("s0")] + [source(f"s{n}", derived_from=[f"s{n - 1}"]) for n in range(1, 10_000)]
    sources = {item.id: item for item in chain}
    lineage = trace_lineage(sources, article="harbour")
    assert [root.id for root in lineage.of("s9999")] == ["s0"]
