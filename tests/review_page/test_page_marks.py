from __future__ import annotations

from page_states import claim_at, signed, state_of

from claimcheck.review.web.pages.marks import (
    MOST_CELLS,
    filters_of,
    mark_of,
    marks_of,
    progress_of,
    seen_token,
    strip_of,
)
from claimcheck.review.web.pages.render import Pages, Shell
from claimcheck.review.web.pages.trays import kappa, out_of

TEXT = "The pier cost 41 million. It opened in May. The mayor was there."
FIRST = claim_at(TEXT, "The pier cost 41 million.", 1)
SECOND = claim_at(TEXT, "It opened in May.", 2)
THIRD = claim_at(TEXT, "The mayor was there.", 3)


def test_a_mark_says_who_has_signed_the_claim_as_it_stands() -> None:
    bare = state_of(TEXT, [FIRST, SECOND, THIRD])
    stale = signed(bare, SECOND, "bo").model_copy(update={"was": "It opened in June."})
    stale = stale.model_copy(
        update={"signoffs": [stale.signoffs[0].model_copy(update={"fingerprint": "cc1:" + "0" * 16})]}
    )
    state = state_of(TEXT, [signed(bare, FIRST, "ann"), stale, signed(bare, THIRD, "bo")])
    assert [mark.classes for mark in marks_of(state)] == [
        "s-unsourced done",
        "s-unsourced changed",
        "s-unsourced by-other",
    ]
    assert [mark.label for mark in marks_of(state)] == [
        "unsourced, reviewed by you",
        "unsourced, changed since sign-off",
        "unsourced, signed by another",
    ]


def test_progress_leaves_orphans_out() -> None:
    gone = THIRD.model_copy(update={"orphan": True})
    bare = state_of(TEXT, [FIRST, SECOND, gone])
    state = state_of(TEXT, [signed(bare, FIRST, "ann"), SECOND, gone])
    assert (progress_of(state).done, progress_of(state).total) == (1, 2)


def test_every_change_of_a_claim_is_another_token() -> None:
    bare = state_of(TEXT, [FIRST])
    assert seen_token(FIRST) == seen_token(FIRST.model_copy())
    assert seen_token(FIRST) != seen_token(signed(bare, FIRST, "ann"))


def test_a_strip_has_a_cell_a_claim() -> None:
    cells = strip_of(marks_of(state_of(TEXT, [FIRST, SECOND, THIRD])))
    assert [cell.label for cell in cells] == ["1: unsourced", "2: unsourced", "3: unsourced"]


def test_the_strip_of_a_long_article_is_bounded_and_leaves_no_claim_out() -> None:
    sentences = [f"Sentence {number} stands here." for number in range(1500)]
    text = " ".join(sentences)
    claims = [claim_at(text, words, number) for number, words in enumerate(sentences)]
    claims[700] = claims[700].model_copy(update={"check_worthiness": claims[0].check_worthiness})
    state = state_of(text, claims)
    cells = strip_of(marks_of(state))
    assert len(cells) == MOST_CELLS
    assert [short for cell in cells for short in cell.members] == [
        mark.short for mark in marks_of(state) if not mark.orphan
    ]
    assert cells[0].label.startswith("1 to 6: at worst unsourced")


def test_an_article_without_claims_has_an_empty_strip_and_a_page_that_says_so() -> None:
    state = state_of("Nothing.", [])
    assert strip_of(marks_of(state)) == ()
    assert "no claim" in Pages().article(state, Shell("ann"))


def test_filters_count_and_name_what_they_let_through() -> None:
    bare = state_of(TEXT, [FIRST, SECOND])
    state = state_of(TEXT, [signed(bare, FIRST, "ann"), SECOND])
    filtering = filters_of(state, "not yet reviewed")
    assert filtering.through == (mark_of(state, SECOND).short,)
    assert {line.name: line.count for line in filtering.lines}["unsourced"] == 2


def test_two_people_who_decide_alike_beyond_chance_have_a_high_kappa() -> None:
    alike = [("verified", "verified")] * 5 + [("on author", "on author")] * 5
    assert kappa(alike) == 1.0
    assert kappa([("verified", "on author"), ("on author", "verified")]) == -1.0
    assert kappa([("verified", "verified")] * 3) is None
    assert kappa([]) is None


def test_agreement_names_the_claims_two_people_decided_differently() -> None:
    bare = state_of(TEXT, [FIRST, SECOND])
    first = signed(bare, signed(bare, FIRST, "ann"), "bo", "could not determine")
    second = signed(bare, signed(bare, SECOND, "ann"), "bo")
    (pair,) = out_of(state_of(TEXT, [first, second]), "2026-03-04").agreements
    assert (pair.both, pair.alike) == (2, 1)
    assert [row[3] for row in pair.apart] == ["ann: verified; bo: could not determine"]


def test_who_reviewed_what_counts_only_what_still_holds() -> None:
    bare = state_of(TEXT, [FIRST, SECOND])
    stale = signed(bare, SECOND, "bo").signoffs[0].model_copy(update={"fingerprint": "cc1:" + "0" * 16})
    state = state_of(TEXT, [signed(bare, FIRST, "bo"), SECOND.model_copy(update={"signoffs": [stale]})])
    (bo,) = out_of(state, "2026-03-04").reviewers
    assert (bo.name, bo.holding, bo.stale) == ("bo", 1, 1)
