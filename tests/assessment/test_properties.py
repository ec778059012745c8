"""What must hold for any evidence whatever."""

from __future__ import annotations

import pytest
from desk_builders import POLICY, assess, claim, evidence, source
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.assessment.explain import explain
from claimcheck.records.models import Retraction

NAMES = [f"s{n}" for n in range(7)]
WITHDRAWN = Retraction(at="2026-03-04T09:00:00Z", by="m.ito", why="withdrawn")


@st.composite
def workspaces(draw):
    """Sources whose relations point only to earlier ones, and evidence from them."""
    sources = []
    for place, name in enumerate(draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))):
        earlier = [item.id for item in sources]
        above = draw(st.lists(st.sampled_from(earlier), unique=True, max_size=2)) if place else []
        sources.append(
            source(
                name,
                draw(st.sampled_from("ABCDEF")),
                draw(st.sampled_from(["primary", "first-hand", "secondary", "tertiary"])),
                derived_from=above,
                lineage=draw(st.sampled_from(["original", "derived", "unknown"])),
                owner=draw(st.sampled_from([None, None, "Tide", "Ebb"])),
                study=draw(st.sampled_from([None, None, None, "reef"])),
                hops=draw(st.integers(0, 3)),
                translated=draw(st.booleans()),
                named=draw(st.booleans()),
                terms=draw(st.sampled_from(["on record", "on record", "off record"])),
            )
        )
    items = draw(
        st.lists(
            st.builds(
                evidence,
                st.sampled_from([item.id for item in sources]),
                st.sampled_from(["supports", "contradicts", "neutral"]),
                st.sampled_from(["content", "statement"]),
                status=st.sampled_from(["accepted", "accepted", "proposed", "rejected"]),
            ),
            max_size=8,
        )
    )
    return sources, items


def figures(result):
    return [
        (layer.status, layer.verdict.opinion, layer.origins, layer.sentence, layer.reasons)
        for layer in (result.statement, result.content)
    ]


@given(workspaces(), st.randoms())
def test_order_never_matters(workspace, random):
    sources, items = workspace
    before = assess(claim(*items), sources)
    explained = explain(claim(*items), before, POLICY)
    random.shuffle(items)
    random.shuffle(sources)
    after = assess(claim(*items), sources)
    assert figures(after) == figures(before)
    assert explain(claim(*items), after, POLICY) == explained


@given(workspaces(), st.data())
def test_a_duplicate_changes_nothing(workspace, data):
    sources, items = workspace
    before = assess(claim(*items), sources)
    again = [*items, *data.draw(st.lists(st.sampled_from(items), max_size=3))] if items else items
    after = assess(claim(*again), sources)
    assert (after.status, after.content.verdict, after.content.origins) == (
        before.status,
        before.content.verdict,
        before.content.origins,
    )


@given(workspaces(), st.data())
def test_a_further_supporting_source_never_lowers_belief(workspace, data):
    sources, items = workspace
    before = assess(claim(*items), sources)
    further = source(
        "further",
        data.draw(st.sampled_from("ABCDEF")),
        data.draw(st.sampled_from(["primary", "secondary", "tertiary"])),
        derived_from=data.draw(
            st.lists(st.sampled_from([item.id for item in sources]), unique=True, max_size=3)
        ),
        lineage=data.draw(st.sampled_from(["original", "unknown"])),
        owner=data.draw(st.sampled_from([None, "Tide"])),
        study=data.draw(st.sampled_from([None, "reef"])),
    )
    after = assess(claim(*items, evidence("further")), [*sources, further])
    assert after.content.verdict.opinion.belief >= before.content.verdict.opinion.belief


@given(workspaces())
def test_proposals_rejections_and_neutral_items_count_nothing(workspace):
    sources, items = workspace
    counting = [item for item in items if item.status == "accepted" and item.stance != "neutral"]
    with_all, without = assess(claim(*items), sources), assess(claim(*counting), sources)
    assert with_all.content.verdict.opinion == without.content.verdict.opinion
    assert with_all.content.origins == without.content.origins


@given(workspaces(), st.data())
def test_retraction_is_as_if_the_item_had_never_been(workspace, data):
    sources, items = workspace
    gone = data.draw(st.sampled_from(sources))
    if gone.study or any(link.source == gone.id for item in sources for link in item.derived_from):
        return
    retracted = [
        item.model_copy(update={"retracted": WITHDRAWN}) if item is gone else item for item in sources
    ]
    after = assess(claim(*items), retracted)
    without = assess(claim(*(item for item in items if item.source != gone.id)), sources)
    assert after.content.verdict.opinion == without.content.verdict.opinion


@given(workspaces())
def test_off_the_record_counts_nothing(workspace):
    sources, items = workspace
    silenced = [item.model_copy(update={"terms": "off record"}) for item in sources]
    assert assess(claim(*items), silenced).content.verdict.opinion.points_for == 0.0


@given(workspaces())
def test_opinions_are_whole_and_bounded(workspace):
    sources, items = workspace
    for layer in (assess(claim(*items), sources).statement, assess(claim(*items), sources).content):
        opinion = layer.verdict.opinion
        assert opinion.belief + opinion.disbelief + opinion.uncertainty == pytest.approx(1.0)
        assert min(opinion.belief, opinion.disbelief, opinion.conflict) >= 0.0
        assert all(item.weight <= 0.95 for item in layer.items)
