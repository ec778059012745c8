from __future__ import annotations

import pytest
from desk_builders import AT, POLICY, assess, claim, evidence, source

from claimcheck.assessment.explain import explain


def explained(the_claim, sources):
    return explain(the_claim, assess(the_claim, sources), POLICY)


def test_each_origin_in_turn_is_left_out():
    sources = [source("minutes", "B", "primary"), source("paper", "C"), source("agency")]
    said = explained(
        claim(evidence("minutes"), evidence("paper", "contradicts"), evidence("agency", "contradicts")),
        sources,
    )
    assert said.status == "disputed"
    assert [(out.origin, out.status, out.changes) for out in said.layers[0].without] == [
        ("minutes", "contradicted", True),
        ("agency", "disputed", False),
        ("paper", "disputed", False),
    ]


def test_leaving_out_one_study_leaves_a_roundup_its_other_study():
    sources = [source("one"), source("two"), source("roundup", derived_from=["one", "two"])]
    said = explained(claim(evidence("one"), evidence("roundup")), sources)
    assert [(out.origin, round(out.belief, 3)) for out in said.layers[0].without] == [
        ("one", 0.48),
        ("two", 0.48),
    ]


def test_versions_and_the_sentence_are_part_of_it():
    said = explained(claim(evidence("minutes")), [source("minutes", "A", "primary")])
    assert (said.rule_version, said.policy_version) == ("assessment/1", "1")
    assert said.sentence == "Strong: 1 origin (minutes), belief 0.95."
    assert said.cheapest_fix == ""


@pytest.mark.parametrize(
    ("items", "sources", "fix"),
    [
        (
            [evidence("minutes", status="proposed")],
            [source("minutes", "A", "primary")],
            "Decide on the proposals: if all are accepted, the claim is strong.",
        ),
        (
            [evidence("minutes", "contradicts", status="proposed")],
            [source("minutes", "A", "primary")],
            "Decide on the proposals: if all are accepted, the claim is contradicted.",
        ),
        ([], [], "Accept one first-hand source of reliability B or better."),
        (
            [evidence("paper")],
            [source("paper")],
            "Accept one secondary source of reliability B or better from an origin of its own.",
        ),
        (
            [evidence("leaflet")],
            [source("leaflet", "F", "primary")],
            "Grade leaflet: reliability C or better would do.",
        ),
        (
            [evidence("one"), evidence("two")],
            [source("one", lineage="unknown"), source("two", lineage="unknown")],
            "Say where one, two got it: from origins of their own, they would do.",
        ),
        (
            [evidence("blog", "contradicts")],
            [source("blog", "C")],
            "Correct the text, or show why blog should not count.",
        ),
        (
            [evidence("paper"), evidence("blog", "contradicts")],
            [source("paper"), source("blog", "C")],
            "State the dispute in the text and have a named person record that, "
            "or show why blog should not count.",
        ),
    ],
)
def test_the_cheapest_fix(items, sources, fix):
    assert explained(claim(*items), sources).cheapest_fix == fix


def test_a_fix_that_is_followed_clears_the_claim():
    paper, further = source("paper"), source("further")
    assert (
        "one secondary source of reliability B" in explained(claim(evidence("paper")), [paper]).cheapest_fix
    )
    assert assess(claim(evidence("paper"), evidence("further")), [paper, further]).status == "adequate"


def test_what_no_source_can_mend_is_named():
    allegation = claim(evidence("one"), evidence("two"), kind="allegation")
    sources = [source("one"), source("two")]
    assert explained(allegation, sources).cheapest_fix == (
        "Only this is missing: nobody has recorded an attempt to get a reply."
    )
    bare = claim(kind="allegation")
    assert explained(bare, []).cheapest_fix == (
        "Accept two secondary sources of reliability B or better from different origins. "
        "Besides: nobody has recorded an attempt to get a reply."
    )


def test_both_layers_get_a_fix_where_both_decide():
    speaker = [{"kind": "indirect", "speaker": "Ana Ruiz"}]
    said = explained(claim(kind="reported", attributions=speaker), [])
    assert said.cheapest_fix.startswith("For the statement: Accept")
    assert "For the content: Accept" in said.cheapest_fix
    assert {layer.layer for layer in said.layers} == {"statement", "content"}


def test_a_quotation_is_told_that_the_words_are_needed():
    assert explained(claim(kind="quotation"), []).cheapest_fix == (
        "Accept one primary source of reliability C or better that has the words."
    )


def test_one_origin_that_says_both_has_to_be_settled():
    sources = [source("agency", "A", "primary"), source("paper", derived_from=["agency"])]
    said = explained(claim(evidence("agency"), evidence("paper", "contradicts")), sources)
    assert said.cheapest_fix == "Settle what agency says: it says one thing and the other."


def test_reply_attempts_complete_an_allegation():
    asked = [{"to": "the mayor", "at": AT, "by": "m.ito"}]
    said = explained(
        claim(evidence("one"), evidence("two"), kind="allegation", reply_sought=asked),
        [
            source("one"),
            source("two"),
        ],
    )
    assert said.cheapest_fix == ""


def test_of_thousands_of_origins_fifty_are_tried():
    sources = [source(f"s{n}", "D") for n in range(3000)]
    items = [evidence(item.id, "contradicts" if n % 2 else "supports") for n, item in enumerate(sources)]
    disputed = claim(*items)
    said = explained(disputed, sources)
    assert len(said.layers[0].without) == 50


def test_content_that_does_not_stand_is_told_beside_a_statement_that_does():
    said = explained(
        claim(
            evidence("interview", about="statement"),
            evidence("minutes", "contradicts"),
            kind="reported",
            asserted=False,
        ),
        [source("interview", "A", "primary"), source("minutes", "B", "primary")],
    )
    assert said.status == "strong"
    assert said.sentence == (
        "Strong: 1 origin (interview), belief 0.95. That it was said is one thing; "
        "the content is contradicted by 1 origin (minutes), and nothing supports what was said."
    )
    assert [(layer.layer, layer.status) for layer in said.layers] == [
        ("statement", "strong"),
        ("content", "contradicted"),
    ]


def test_what_is_missing_is_told_of_the_layer_that_it_is_missing_on():
    statement = explained(
        claim(evidence("minutes"), kind="reported", asserted=False), [source("minutes", "B", "primary")]
    )
    assert statement.sentence == (
        "Unsourced: the passages accepted are about what was said; none shows that it was said."
    )
    content = explained(
        claim(evidence("interview", about="statement")), [source("interview", "A", "primary")]
    )
    assert content.sentence == (
        "Unsourced: the passages accepted are about whether it was said; none tells whether it is so."
    )
    both = [evidence("interview", about="statement"), evidence("minutes", "contradicts")]
    against = explained(
        claim(*both, kind="reported", asserted=True),
        [source("interview", "A", "primary"), source("minutes", "B", "primary")],
    )
    assert against.sentence == (
        "Content: contradicted by 1 origin (minutes), and nothing supports what was said."
    )
    alone = explained(claim(evidence("minutes", "contradicts")), [source("minutes", "B", "primary")])
    assert alone.sentence == "Contradicted by 1 origin (minutes), and nothing supports it."


def test_content_that_nobody_speaks_against_is_not_told_beside_the_statement():
    said = explained(
        claim(evidence("interview", about="statement"), evidence("minutes"), kind="reported", asserted=False),
        [source("interview", "A", "primary"), source("minutes", "B", "primary")],
    )
    assert said.sentence == "Strong: 1 origin (interview), belief 0.95."
    assert [layer.layer for layer in said.layers] == ["statement"]


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ([], "none was found"),
        (
            [evidence("minutes", "neutral", status="proposed")],
            "none was accepted; 1 proposed passage waits for a decision (1 neutral)",
        ),
    ],
)
def test_passages_near_the_matter_are_not_nothing(items, found):
    said = explained(claim(*items), [source("minutes", "B", "primary")])
    assert said.sentence == f"Unsourced: the text names no source, and {found}."


def test_a_clear_statement_whose_content_is_contradicted_says_what_to_do():
    said = explained(
        claim(
            evidence("minutes", about="statement"),
            evidence("audit", "contradicts", about="content"),
            kind="reported",
            asserted=False,
        ),
        [source("minutes", "A", "primary"), source("audit", "A", "primary")],
    )
    assert said.status == "strong"
    assert "audit" in said.cheapest_fix
    assert "beside the statement" in said.cheapest_fix


def test_what_was_accepted_about_the_content_may_be_the_statement_itself():
    said = [{"kind": "indirect", "speaker": "the county", "source": [{"start": 0, "end": 3}]}]
    reported = claim(evidence("report"), kind="reported", asserted=False, attributions=said)
    fix = explained(reported, [source("report", "A", "primary")]).cheapest_fix
    assert fix.startswith(
        "If report shows that it was said: claimcheck accept harbour/aaaaaaaa 1 --about statement."
    )
    assert " If not: accept one " in fix
    ungraded = explained(reported, [source("report", "F", "primary")])
    assert "--about" not in ungraded.cheapest_fix


def test_a_contradiction_that_waits_is_decided_on_first():
    waiting = evidence("blog", "contradicts", status="proposed", by=None, at=None)
    weak = explained(claim(evidence("letter"), waiting), [source("letter", "D"), source("blog", "D")])
    assert weak.cheapest_fix.startswith("Decide first on what may contradict it. Accept ")


def test_who_only_contradicts_is_to_be_answered_before_more_is_sought():
    alone = explained(claim(evidence("blog", "contradicts")), [source("blog", "D")])
    assert alone.cheapest_fix.startswith("Correct the text; or show that blog is wrong, and accept one ")
    ungraded = explained(claim(evidence("blog", "contradicts")), [source("blog", "F")])
    assert ungraded.cheapest_fix.startswith("Grade blog")


def test_a_part_that_is_contradicted_is_named():
    parts = [{"kind": "name", "start": 0, "end": 17}, {"kind": "rest", "start": 18, "end": 21}]
    items = [evidence("minutes", parts=[1]), evidence("blog", "contradicts", parts=[0])]
    sources = [source("minutes", "A", "primary"), source("blog", "D")]
    told = explained(claim(*items, parts=parts), sources).sentence
    assert told == (
        "Weak: nothing that counts supports “The harbour board”; blog (secondary, reliability D) "
        "contradicts it, but weighs too little for “contradicted”."
    )
    grave = explained(claim(*items, parts=parts), [sources[0], source("blog", "A")]).sentence
    assert grave == "Contradicted by 1 origin (blog), and nothing supports “The harbour board”."
