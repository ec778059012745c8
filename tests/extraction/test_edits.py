from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.edits import Passage, compare_articles, compare_claims, judge_edit
from claimcheck.extraction.edits.align import out_of_order

OLD = [
    "The council approved a budget of $41.2 million on Tuesday.",
    "Mayor Ines Lund said the vote was historic.",
    "Three members of the board left before the end.",
    "The harbour was closed for nine days after the storm, and 40 boats were lost.",
    "Tom Obi has led the union since 2019.",
    "The next meeting is due in March.",
]


def passages(texts: list[str]) -> list[Passage]:
    found, at = [], 0
    for text in texts:
        found.append(Passage(text, at, at + len(text)))
        at += len(text) + 1
    return found


def compare(old: list[str], new: list[str]) -> list[tuple[str, bool, list[int]]]:
    place = {passage: at for at, passage in enumerate(passages(new))}
    found = compare_claims(passages(old), passages(new))
    return [(edit.status, edit.moved, [place[target] for target in edit.new]) for edit in found.claims]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The board approved $41.2 million.", "The board approved $42.1 million."),
        ("The board did approve the plan.", "The board did not approve the plan."),
        ("All schools will reopen.", "Most schools will reopen."),
        ("The bill will pass.", "The bill may pass."),
        ("Ines Lund said the test failed.", "Ines Lunde said the test failed."),
        ("Lund said the test failed.", "The test failed."),
        ("The suspect reportedly fled.", "The suspect fled."),
        ("Rovers beat Kingsholm.", "Kingsholm beat Rovers."),
        ("Turnout rose to 61 percent from 54 percent.", "Turnout rose to 54 percent from 61 percent."),
        ('She said: "We will never sell."', 'She said: "We will sell."'),
        ('He called it "deeply flawed".', "He called it deeply flawed."),
        ("The drug cut deaths by 12 percent.", "The drug cut deaths by 12 percentage points."),
        ("The fine was $3 million.", "The fine was £3 million."),
        ("The bank is under investigation.", "The bank was under investigation."),
        ("The union denied the claim.", "The union admitted the claim."),
        ("The hospital closed on 3 May 2019.", "The hospital closed on 3 May 2018."),
        ("At least 60 people were hurt.", "About 60 people were hurt."),
    ],
)
def test_a_changed_fact_is_never_a_rewording(old: str, new: str):
    assert judge_edit(old, new) == "changed"
    assert judge_edit(new, old) == "changed"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The board started work in May.", "The board began work in May."),
        ("On Tuesday, the council approved the plan.", "The council approved the plan on Tuesday."),
        ("It didn't work.", "It did not work."),
        ("More than 40 percent walk to school.", "Over 40% walk to school."),
        ("Twelve people were hurt.", "12 people were hurt."),
        ("According to Reuters, the tanker sank.", "The tanker sank, according to Reuters."),
        (
            "The ministry published the report on 4 March 2026.",
            "The report was published by the ministry on March 4, 2026.",
        ),
        ("However, the mayor rejected the offer.", "The mayor, however, rejected the offer."),
        ("The trial cost 2 million euros.", "The trial cost €2 million."),
    ],
)
def test_harmless_edits_are_rewordings(old: str, new: str):
    assert judge_edit(old, new) == "reworded"
    assert judge_edit(new, old) == "reworded"


def test_white_space_and_quotation_mark_style_are_no_edit():
    assert judge_edit("He said “no”\nto us.", 'He said "no" to us.') == "same"


def test_the_same_article_is_the_same():
    assert compare(OLD, OLD) == [("same", False, [at]) for at in range(len(OLD))]


def test_a_deleted_and_a_new_sentence():
    new = [*OLD[:2], "A choir sang in the chamber.", *OLD[3:]]
    found = compare_claims(passages(OLD), passages(new))
    assert [edit.status for edit in found.claims].count("deleted") == 1
    assert found.claims[2].new == ()
    assert [passage.text for passage in found.new] == ["A choir sang in the chamber."]


def test_a_moved_sentence_is_moved_and_its_neighbours_are_not():
    new = [OLD[0], *OLD[2:], OLD[1]]
    assert [moved for _, moved, _ in compare(OLD, new)] == [False, True, False, False, False, False]


def test_a_sentence_may_move_and_change():
    changed = "Tom Obi has led the union since 2009."
    assert compare(OLD, [changed, *OLD[:4], OLD[5]])[4] == ("changed", True, [0])


def test_a_split_gives_several_new_ones():
    new = [
        *OLD[:3],
        "The harbour was closed for nine days after the storm.",
        "Some 40 boats were lost.",
        *OLD[4:],
    ]
    assert compare(OLD, new)[3][2] == [3, 4]


def test_a_harmless_split_is_a_rewording():
    old = ["The mill, which closed in 1994, employed 300 people."]
    new = ["The mill closed in 1994.", "It employed 300 people."]
    ((status, _, targets),) = compare(old, new)
    assert (status, sorted(targets)) == ("reworded", [0, 1])


def test_a_merge_gives_several_old_ones_the_same_new_one():
    old = [*OLD, "The boats lay in the harbour.", "They were covered in ice."]
    new = [*OLD, "The boats lay in the harbour and were covered in ice."]
    found = compare(old, new)
    assert found[6][2] == found[7][2] == [6]
    assert "changed" not in (found[6][0], found[7][0])


def test_repeated_sentences_are_told_apart_by_their_place():
    old = ["The dam held.", "Rain fell for six days.", "The dam held."]
    new = ["Rain fell for six days.", "The dam held."]
    assert [targets for _, _, targets in compare(old, new)].count([1]) == 1


def test_every_new_sentence_is_accounted_for_once():
    new = [OLD[3], OLD[0].replace("41.2", "44.2"), "A choir sang.", OLD[5]]
    found = compare_claims(passages(OLD), passages(new))
    linked = {target for edit in found.claims for target in edit.new}
    assert linked | set(found.new) == set(passages(new))
    assert not linked & set(found.new)


def test_articles_are_compared_by_their_claims():
    old = read_text_document(
        "# Board approves new budget\n\nThe board approved $4 million. Tell us what you think!\n", "md"
    )
    new = read_text_document("# Board approves new budget\n\nThe board approved $5 million.\n", "md")
    answer = compare_articles(old, new).as_json()
    claims = answer["claims"]
    assert isinstance(claims, list)
    assert [claim["status"] for claim in claims] == ["same", "changed"]
    edited = claims[1]
    assert old.text[edited["old"]["start"] : edited["old"]["end"]] == edited["old"]["text"]
    assert new.text[edited["new"][0]["start"] : edited["new"][0]["end"]] == edited["new"][0]["text"]
    assert answer["new"] == []


@pytest.mark.parametrize(("old", "new"), [([], []), (OLD, []), ([], OLD)])
def test_empty_versions(old: list[str], new: list[str]):
    found = compare_claims(passages(old), passages(new))
    assert [edit.status for edit in found.claims] == ["deleted"] * len(old)
    assert list(found.new) == passages(new)


@given(st.lists(st.integers(0, 30), max_size=40))
def test_out_of_order_leaves_the_longest_ascending_rest(places: list[int]):
    moved = out_of_order(places)
    rest = [place for at, place in enumerate(places) if at not in moved]
    assert rest == sorted(rest)
    best = [1] * len(places)
    for at, place in enumerate(places):
        best[at] = 1 + max((best[i] for i in range(at) if places[i] <= place), default=0)
    assert len(rest) == max(best, default=0)


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(OLD))))
def test_any_order_of_the_same_sentences_is_the_same_and_moved(order: list[int]):
    found = compare(OLD, [OLD[at] for at in order])
    assert [status for status, _, _ in found] == ["same"] * len(OLD)
    assert [targets for _, _, targets in found] == [[order.index(at)] for at in range(len(OLD))]
    assert any(moved for _, moved, _ in found) == (list(order) != sorted(order))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=8), st.lists(st.text(max_size=40), max_size=8))
def test_any_two_versions_can_be_compared(old: list[str], new: list[str]):
    found = compare_claims(passages(old), passages(new))
    assert [edit.old for edit in found.claims] == passages(old)
    for edit in found.claims:
        assert (edit.status == "deleted") == (not edit.new)


def test_a_long_article_in_another_order_finds_its_sentences():
    chance = random.Random(3)
    words = [a + b for a in "ba do fi gu ke lo mi nu pa re".split() for b in "lta rno sti vek mas".split()]
    old = [" ".join(chance.choices(words, k=14)).capitalize() + "." for _ in range(1500)]
    new = [text.replace(text.split()[5], "zorvan") if at % 7 == 0 else text for at, text in enumerate(old)]
    chance.shuffle(new)
    found = compare_claims(passages(old), passages(new))
    assert sum(bool(edit.new) for edit in found.claims) > 1400


def test_a_changed_fact_in_a_merge_changes_only_the_sentence_that_held_it():
    old = ["The ferry left Wexcombe at noon.", "It carried 212 passengers."]
    found = compare(old, ["The ferry left Wexcombe at noon and carried 221 passengers."])
    assert [status for status, _, _ in found] == ["reworded", "changed"]
