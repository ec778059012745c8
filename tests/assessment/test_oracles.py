"""The worked figures that the scoring must reproduce."""

from __future__ import annotations

import pytest
from desk_builders import assess, claim, evidence, graded, source


def belief(assessment):
    return round(assessment.decisive.verdict.opinion.belief, 3)


def many(number, reliability, tier="secondary", start=0):
    return [source(f"s{start + place}", reliability, tier) for place in range(number)]


@pytest.mark.parametrize(
    ("reliability", "tier", "number", "expected"),
    [
        ("A", "primary", 1, 0.950),
        ("B", "primary", 1, 0.800),
        ("C", "primary", 1, 0.600),
        ("B", "secondary", 1, 0.480),
        ("B", "secondary", 2, 0.649),
        ("B", "secondary", 3, 0.735),
        ("C", "secondary", 1, 0.360),
        ("C", "secondary", 2, 0.529),
        ("C", "secondary", 3, 0.628),
        ("C", "secondary", 4, 0.692),
    ],
)
def test_belief_of_independent_sources(reliability, tier, number, expected):
    assert belief(graded(*many(number, reliability, tier))) == expected


def test_one_primary_source_of_reliability_c_is_not_weak():
    assert graded(source("minutes", "C", "primary")).status == "adequate"


def test_forty_reprints_count_as_one():
    original = source("agency-copy")
    reprints = [source(f"paper-{n}", derived_from=["agency-copy"]) for n in range(39)]
    result = graded(original, *reprints)
    assert belief(result) == 0.480
    assert result.status == "weak"


def test_forty_reprints_of_an_original_that_is_not_cited_count_as_one():
    items = [source(f"paper-{n}", derived_from=["agency-copy"]) for n in range(40)]
    supported = claim(*(evidence(item.id) for item in items))
    assert belief(assess(supported, [*items, source("agency-copy")])) == 0.480


def test_a_roundup_of_two_studies_adds_no_origin_and_is_shown_under_both():
    one, two = source("study-one"), source("study-two")
    roundup = source("roundup", derived_from=["study-one", "study-two"])
    result = graded(one, two, roundup)
    assert belief(result) == 0.649
    assert [row.members for row in result.content.origins] == [
        ("roundup", "study-one"),
        ("roundup", "study-two"),
    ]


def test_relays_and_an_unverified_translation_cost():
    assert belief(graded(source("relay", "C", hops=2, translated=True))) == 0.184


def test_primary_against_secondary_is_disputed():
    result = graded(source("minutes", "B", "primary"), against=[source("paper")])
    opinion = result.content.verdict.opinion
    assert result.status == "disputed"
    assert (round(opinion.belief, 3), round(opinion.disbelief, 3), round(opinion.conflict, 3)) == (
        0.675,
        0.156,
        0.312,
    )


def test_equals_against_each_other():
    result = graded(source("paper-one"), against=[source("paper-two")])
    assert round(result.content.verdict.opinion.conflict, 3) == 0.649
    assert result.status == "disputed"


def test_a_weak_voice_does_not_dispute_a_strong_one():
    result = graded(source("minutes", "B", "primary"), against=[source("blog", "D", "tertiary")])
    assert round(result.content.verdict.opinion.disbelief, 3) == 0.023
    assert result.status == "strong"


def test_a_strong_voice_contradicts_a_weak_one():
    result = graded(source("blog", "E", "tertiary"), against=[source("minutes", "A", "primary")])
    assert result.status == "contradicted"


def test_many_weak_voices_together_dispute_a_strong_one():
    result = graded(source("minutes", "B", "primary"), against=many(10, "D"))
    assert result.status == "disputed"


def test_many_weak_voices_never_make_strong():
    result = graded(*many(20, "D", "tertiary"))
    assert belief(result) >= 0.70
    assert result.status == "adequate"


def test_two_unlabelled_papers_count_once_until_someone_says_where_they_got_it():
    unlabelled = [source(name, lineage="unknown") for name in ("paper-one", "paper-two")]
    assert belief(graded(*unlabelled)) == 0.480
    told = [unlabelled[0], source("paper-two")]
    assert belief(graded(*told)) == 0.649


def test_unlabelled_against_unlabelled_is_a_dispute():
    result = graded(source("one", lineage="unknown"), against=[source("two", lineage="unknown")])
    assert result.status == "disputed"


def test_one_origin_that_says_both_is_weak():
    original = source("agency", "B", "primary")
    reprint = source("paper", "B", "first-hand", derived_from=["agency"])
    result = graded(original, against=[reprint])
    assert result.status == "weak"
    assert result.content.verdict.both == ("agency",)
    assert "agency says both" in result.sentence


def test_thresholds_are_inclusive_at_the_points_of_one_fair_secondary():
    result = graded(source("blog", "E", "tertiary"), against=[source("paper", "C")])
    assert result.content.verdict.opinion.points_against == 1.125
    assert result.status == "contradicted"
    assert graded(source("one", "C"), against=[source("two", "C")]).status == "disputed"
