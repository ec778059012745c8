"""Small words that move the sense of a sentence are changes; the same words in their place are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.edits import compare_articles, judge_edit, reanchor
from claimcheck.extraction.edits.scope import scope_changed
from claimcheck.records.models import Article, ClaimFile


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The largest port in the bay closed.", "One of the largest ports in the bay closed."),
        ("It was the worst flood of the century.", "It was among the worst floods of the century."),
        ("The firm makes the most reliable pumps.", "The firm makes some of the most reliable pumps."),
        ("Only members may vote in May.", "Members may vote only in May."),
        ("Only the mayor saw the letter.", "The mayor only saw the letter."),
        ("Even the mayor voted against it.", "The mayor even voted against it."),
        ("Ministers also knew.", "Even ministers knew."),
        ("Just two ministers knew of it.", "Two ministers just knew of it."),
        ("Not all residents were told.", "All residents were not told."),
        ("The judge alone may lift the ban.", "The judge may lift the ban alone."),
        ("She is the founder of the club.", "She is a founder of the club."),
        ("The two men were charged.", "Two men were charged."),
        ("If the tide rises, the gate closes.", "If the gate closes, the tide rises."),
        ("The bank closed because the fund failed.", "The fund failed because the bank closed."),
        ("All roads are open.", "Most roads are open."),
        ("All roads are open.", "All roads but the A4 are open."),
    ],
)
def test_these_are_changes(old: str, new: str) -> None:
    assert judge_edit(old, new) == "changed"
    assert judge_edit(new, old) == "changed"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Only members may vote in May.", "In May only members may vote."),
        ("Only 12 people came to the meeting.", "Only twelve people came to the meeting."),
        (
            "The oldest bridge in the city was closed on Monday.",
            "On Monday, the city's oldest bridge was closed.",
        ),
        ("Even so, the vote went ahead.", "The vote went ahead, even so."),
        ("Just before noon the gate opened.", "The gate opened just before noon."),
        ("The gate closes if the tide rises.", "If the tide rises, the gate closes."),
        ("Also, the clerk was fined.", "The clerk was also fined."),
        ("He did not, however, resign.", "However, he did not resign."),
        ("The two men were charged on Monday.", "On Monday the two men were charged."),
        ("Some of the boats were lost in the storm.", "In the storm some of the boats were lost."),
    ],
)
def test_these_are_rewordings(old: str, new: str) -> None:
    assert judge_edit(old, new) == "reworded"
    assert judge_edit(new, old) == "reworded"


@given(st.text(max_size=60))
def test_a_text_moves_nothing_against_itself(text: str) -> None:
    assert not scope_changed(text, text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_it_is_the_same_both_ways(one: str, other: str) -> None:
    assert scope_changed(one, other) == scope_changed(other, one)


@pytest.mark.parametrize("unit", ["only ", "if a, ", "one of the largest ", "the a ", "even so, "])
def test_a_very_long_sentence_ends_in_an_answer(unit: str) -> None:
    assert scope_changed(unit * 20_000, unit * 20_000) is False


OLD = "The boats lay in the harbour.\n\nThey were covered in ice.\n\nNine people died on Monday.\n"
NEW = "The boats lay in the harbour and were covered in ice.\n\nNine people died on Monday.\n"


def test_a_merge_is_told_alike_by_extract_and_compare() -> None:
    before, after = read_text_document(OLD, "txt"), read_text_document(NEW, "txt")
    compared = {edit.old.text: edit.status for edit in compare_articles(before, after).claims}
    article = Article(title="Ice", path="ice.txt", sha256="0" * 64)
    old = ClaimFile(claimcheck=1, article=article, claims=list(extract_claims(before, slug="ice").claims))
    _, report = reanchor(old, extract_claims(after, slug="ice"))
    told = {change.was or change.text: change.fate for change in report.changes}
    assert told == compared
    merged = [change for change in report.changes if change.into]
    assert len(merged) == 1
    assert merged[0].into in {claim.id for claim in old.claims} - {merged[0].claim}
