"""When and by whom a work came out is no speech, and does not take its source away."""

import pytest

from claimcheck.extraction.attribution import find_attributions


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "A study by the Norland Institute, published in March 2025, found that fees had doubled.",
            "A study by the Norland Institute",
            "that fees had doubled",
        ),
        (
            "The paper, written by two economists and published in May, argues that taxes fell.",
            "The paper",
            "that taxes fell",
        ),
        (
            "An inquiry led by Judge Holm, announced in 2023, concluded that the dam was unsafe.",
            "An inquiry led by Judge Holm",
            "that the dam was unsafe",
        ),
        ("The letter, sent to parents in March, warned of cuts.", "The letter", "of cuts."),
    ],
)
def test_an_aside_says_nothing_and_leaves_the_source(text: str, source: str, content: str):
    (found,) = find_attributions(text)
    assert [text[s.start : s.end] for s in found.source] == [source]
    assert [text[s.start : s.end] for s in found.content] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "A report published on Monday by the audit office says that the city lost 4 million euros.",
        "Research published in the journal Alpine Life shows that the glacier shrank by a third.",
    ],
)
def test_who_issued_a_work_or_where_it_came_out_names_it(text: str):
    (found,) = find_attributions(text)
    assert not found.anonymous


def test_a_work_in_a_country_stays_unnamed():
    (found,) = find_attributions("A study in Spain found that fees had doubled.")
    assert found.anonymous


def test_a_long_row_of_asides_takes_no_long_time():
    find_attributions("The study, published in May, " * 3_000 + "found that fees had doubled.")
