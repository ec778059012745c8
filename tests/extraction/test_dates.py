"""What dates denote, beside a publication date and without one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extraction.dates import DateMention, dates_agree, find_dates

SUNDAY = date(2026, 11, 22)


def only(text: str, published: date | None = SUNDAY) -> DateMention:
    found = find_dates(text, published=published)
    assert len(found) == 1, [text[m.start : m.end] for m in found]
    return found[0]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "written", "earliest", "latest", "granularity"),
    [
        ("on 4 March 2026", "4 March 2026", "2026-03-04", "2026-03-04", "day"),
        ("on March 4, 2026", "March 4, 2026", "2026-03-04", "2026-03-04", "day"),
        ("on Mar. 4", "Mar. 4", "2026-03-04", "2026-03-04", "day"),
        ("the 5th of May, 2025", "5th of May, 2025", "2025-05-05", "2025-05-05", "day"),
        ("on 2026-03-04", "2026-03-04", "2026-03-04", "2026-03-04", "day"),
        ("on 13/04/2026", "13/04/2026", "2026-04-13", "2026-04-13", "day"),
        ("on 03/04/2026", "03/04/2026", None, None, "day"),
        ("from 4 to 9 May 2024", "4 to 9 May 2024", "2024-05-04", "2024-05-09", "day"),
        ("in January 2025", "January 2025", "2025-01-01", "2025-01-31", "month"),
        ("in March", "March", "2026-03-01", "2026-03-31", "month"),
        ("in December", "December", "2025-12-01", "2025-12-31", "month"),
        ("in 2019", "2019", "2019-01-01", "2019-12-31", "year"),
        ("the 2024 elections", "2024", "2024-01-01", "2024-12-31", "year"),
        ("the 2025-26 season", "2025-26", "2025-01-01", "2026-12-31", "fiscal year"),
        ("fiscal year 2026", "fiscal year 2026", "2025-04-01", "2027-03-31", "fiscal year"),
        ("the 1990s", "1990s", "1990-01-01", "1999-12-31", "decade"),
        ("the '80s", "80s", "1980-01-01", "1989-12-31", "decade"),
        ("the 19th century", "19th century", "1801-01-01", "1900-12-31", "century"),
        ("in Q3 2025", "Q3 2025", "2025-07-01", "2025-09-30", "quarter"),
        ("the third quarter of 2025", "third quarter of 2025", "2025-07-01", "2025-09-30", "quarter"),
        ("between 2013 and 2021", "2013 and 2021", "2013-01-01", "2021-12-31", "period"),
        ("from March to June 2025", "March to June 2025", "2025-03-01", "2025-06-30", "period"),
        ("since 2022", "2022", "2022-01-01", "2026-11-22", "year"),
        ("by 2030", "2030", None, "2030-12-31", "year"),
        ("before 1990", "1990", None, "1989-12-31", "year"),
        ("on Christmas Day 2025", "Christmas Day 2025", "2025-12-25", "2025-12-25", "day"),
        ("since New Year’s Day", "New Year’s Day", "2026-01-01", "2026-11-22", "day"),
        ("it goes back to 1887", "1887", "1887-01-01", "1887-12-31", "year"),
        ("last Tuesday", "last Tuesday", "2026-11-17", "2026-11-17", "weekday"),
        ("next Monday", "next Monday", "2026-11-23", "2026-11-23", "weekday"),
        ("on Sunday", "Sunday", "2026-11-22", "2026-11-22", "weekday"),
        ("yesterday", "yesterday", "2026-11-21", "2026-11-21", "day"),
        ("three years ago", "three years ago", "2023-01-01", "2023-12-31", "year"),
        ("some 50,000 years ago", "50,000 years ago", None, None, "year"),
        ("the late 2000s", "late 2000s", "2005-12-31", "2009-12-31", "decade"),
        ("the early 1990's", "early 1990's", "1990-01-01", "1993-12-31", "decade"),
        ("on January 7 , 1960", "January 7 , 1960", "1960-01-07", "1960-01-07", "day"),
        ("this year", "this year", "2026-01-01", "2026-12-31", "year"),
        ("last month", "last month", "2026-10-01", "2026-10-31", "month"),
        ("the past five years", "the past five years", "2021-11-22", "2026-11-22", "period"),
        ("last summer", "last summer", "2026-06-01", "2026-08-31", "season"),
        ("on 9/11", "9/11", "2001-09-11", "2001-09-11", "day"),
    ],
)
def test_the_interval_denoted(
    text: str, written: str, earliest: str | None, latest: str | None, granularity: str
) -> None:
    mention = only(text)
    assert text[mention.start : mention.end].strip("'") == written
    assert (mention.earliest, mention.latest) == (day(earliest), day(latest))
    assert mention.granularity == granularity


def test_words_near_by_tell_past_from_future() -> None:
    assert only("The trial will begin on Friday.").earliest == date(2026, 11, 27)
    assert only("The board met on Friday.").earliest == date(2026, 11, 20)
    assert only("The vote is due in January.").earliest == date(2027, 1, 1)
    assert only("The vote was postponed to June 2.").earliest == date(2027, 6, 2)


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("The lido will be repainted in March.", "2027-03-01"),
        ("The lido is to be repainted in March.", "2027-03-01"),
        ("The owner said the lido would be repainted in March.", "2027-03-01"),
        ("The owner plans to have the lido repainted in March.", "2027-03-01"),
        ("The lido should be repainted in March.", "2027-03-01"),
        ("The lido opens in March.", "2027-03-01"),
        ("Lido to open in March", "2027-03-01"),
        ("In March the lido will be repainted.", "2027-03-01"),
        ("The owner said that in March the lido would close.", "2027-03-01"),
        ("Members voted to close the lido in January.", "2027-01-01"),
        ("The lido was repainted in March.", "2026-03-01"),
        ("The lido should have been repainted in March.", "2026-03-01"),
        ("The lido is believed to have closed in March.", "2026-03-01"),
        ("The lido was to have been repainted in March.", "2026-03-01"),
        ("The lido, repainted in March, will close.", "2026-03-01"),
        ("The lido could not open in March.", "2026-03-01"),
        ("The lido had been due to open in June.", "2026-06-01"),
        ("The owner said in March that the lido would close.", "2026-03-01"),
        ("Nobody has swum there since March, and nobody will.", "2026-03-01"),
        ("The lido will open on Thursday.", "2026-11-26"),
        ("The lido is opening on Thursday.", "2026-11-26"),
        ("The gala is at the lido on Thursday.", "2026-11-26"),
        ("A swimmer hurt on Thursday will recover.", "2026-11-19"),
        ("He will appear in court after a fight on Thursday.", "2026-11-19"),
        ("Members will meet when it opens in the spring.", "2027-03-01"),
        ("Members met there in the spring.", "2026-03-01"),
    ],
)
def test_the_verb_of_the_clause_tells_past_from_future(text: str, earliest: str) -> None:
    assert only(text).earliest == day(earliest)


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("It'll open in March.", True),
        ("It’ll open in March.", True),
        ("But I'll open it in March.", True),
        ("She says I’m opening it in March.", True),
        ("But I'd opened it in March.", False),
        ("They'd open in March, the owner said.", True),
        ("They'd opened in March.", False),
        ("She'd already opened it in March.", False),
        ("They've opened in March.", False),
        ("They've to leave by March.", True),
        ("The mill won't open in March.", True),
        ("The mill won't have closed by March.", True),
        ("The mill wouldn't've opened in March.", False),
        ("I'd've opened it in March.", False),
        ("It shan't open in March.", True),
        ("The mill hadn't opened in March.", False),
        ("The mill didn't open in March.", False),
        ("It's opening in March.", True),
        ("It isn't opening in March.", True),
        ("It's been opened in March.", False),
        ("We're opening in March.", True),
        ("They're gonna open in March.", True),
        ("There'll be a vote in March.", True),
        ("The firm wouldn't say on Friday whether it was sold.", False),
        ("The firm said it wouldn't open in March.", True),
    ],
)
def test_contracted_auxiliaries_tell_past_from_future(text: str, ahead: bool) -> None:
    found = only(text).latest
    assert found is not None
    assert (found > SUNDAY) is ahead


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("On Friday Will Young sang.", False),
        ("Will Young sang on Friday.", False),
        ("May resigned on Friday.", False),
        ("May will speak on Friday.", True),
        ("On Friday Rose Lee will dance.", True),
        ("On Friday Drew Barry will sing.", True),
        ("On Friday Mohamed Moss will speak.", True),
        ("The WHO said it will meet on Friday.", True),
        ("Will the mill open in March?", True),
        ("Will Leeds vote in March?", True),
        ("He asked: “Will it open in March?”", True),
        ("Mill Will Open in March", True),
        ("MILL WILL OPEN IN MARCH", True),
        ("Will Young Sang on Friday", False),
        ("He read his will on Friday.", False),
        ("McDonald's will open in March.", True),
        ("His father's will was read in March.", False),
    ],
)
def test_names_and_nouns_are_no_auxiliaries(text: str, ahead: bool) -> None:
    found = find_dates(text, published=SUNDAY)[-1].latest
    assert found is not None
    assert (found > SUNDAY) is ahead


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("By March, ninety flats had been built.", "2026-03-31"),
        ("Ninety flats must be built by March.", "2027-03-31"),
        ("The road was shut until March.", "2026-03-31"),
        ("The road has been shut until March.", "2027-03-31"),
        ("The bench adjourned the case until March.", "2027-03-31"),
        ("The council gave the owner until March.", "2027-03-31"),
    ],
)
def test_a_deadline_follows_the_tense(text: str, latest: str) -> None:
    assert only(text).latest == day(latest)


def test_a_feast_that_moves_is_no_day_of_this_week() -> None:
    assert not only("The fair was held on Easter Monday.").resolved


def test_to_start_in_a_month_names_no_part_of_it() -> None:
    assert only("Work is due to start in March.").latest == date(2027, 3, 31)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("More trains were late in 2020.", "2020"),
        ("The harvest was early in 2019.", "2019"),
        ("Letters arrived late in May 2019.", "May 2019"),
        ("It came two minutes late in 2018.", "2018"),
        ("He died late in 2020.", "late in 2020"),
        ("It was late in 2020 when he left.", "late in 2020"),
        ("The bridge was opened early in 2021.", "early in 2021"),
    ],
)
def test_who_was_late_was_so_in_the_whole_of_the_time(text: str, said: str) -> None:
    mention = only(text)
    assert text[mention.start : mention.end] == said


def test_by_how_much_is_no_deadline() -> None:
    assert only("Fees were raised by a tenth or more of their old sum on Tuesday.").latest == day(
        "2026-11-17"
    )
    assert only("Fees must be paid by Tuesday.").latest == day("2026-11-24")


def test_part_of_a_year_lies_within_it() -> None:
    mention = only("in mid-2024")
    assert mention.earliest is not None
    assert mention.latest is not None
    assert date(2024, 3, 1) < mention.earliest < mention.latest < date(2024, 11, 1)


def test_without_a_publication_date_relative_dates_stay_open_but_keep_their_words() -> None:
    mention = only("on 4 March", published=None)
    assert (mention.earliest, mention.month, mention.day, mention.relative) == (None, 3, 4, True)
    assert only("last Tuesday", published=None).weekday == 1


def test_a_day_the_calendar_has_not_is_found_and_not_resolved() -> None:
    mention = only("on 31 February 2026")
    assert (mention.day, mention.resolved) == (31, False)


def test_what_recurs_has_no_interval() -> None:
    assert only("every Tuesday").recurring
    assert only("on Tuesdays").recurring


@pytest.mark.parametrize(
    "text",
    [
        "He may march with them.",
        "Some 2000 people came.",
        "It weighs 1900 pounds.",
        "It cost $2024 and 1,950 euros.",
        "three years in a row",
        "It is open 24/7, and Rovers won 2-1.",
        "He is in his forties.",
        "fill it with H2 and wait",
        "",
        "The last night boat leaves Holm at ten.",
        "It was the last night of the festival.",
        "The last week of term is busy.",
        "He spent his last year at school in bed.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [text[m.start : m.end] for m in find_dates(text, published=SUNDAY)] == []


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("4 March 2026", "March 4, 2026", "equal"),
        ("4 March 2026", "March 2026", "compatible"),
        ("4 March 2026", "5 March 2026", "different"),
        ("2019", "2021", "different"),
        ("between 2013 and 2021", "2015", "compatible"),
        ("since 2022", "2024", "compatible"),
        ("since 2022", "2019", "different"),
        ("Q3 2025", "August 2025", "compatible"),
        ("last Tuesday", "17 November 2026", "equal"),
        ("every Tuesday", "4 March 2026", "incomparable"),
        ("03/04/2026", "2019", "incomparable"),
    ],
)
def test_agreement(one: str, other: str, verdict: str) -> None:
    assert dates_agree(only(one), only(other)) == verdict
    assert dates_agree(only(other), only(one)) == verdict


def test_agreement_by_words_alone() -> None:
    assert dates_agree(only("on 4 March", None), only("on 5 March", None)) == "different"
    assert dates_agree(only("on 4 March", None), only("4 March 2026", None)) == "compatible"
    assert dates_agree(only("on 4 March", None), only("on Tuesday", None)) == "incomparable"


HUGE = 320_000
"""Code points: a reader that goes over its text again for every word of it would not end within the hour."""

PIECES = st.sampled_from(
    ["March", "May", "4", "31", "2026", "1990s", "last", "next", "Tuesday", "years", "ago", "three", "the", "past",
     "-", "/", "to", "and", "between", "since", "by", "Q3", "summer", "of", ",", ".", "99", "\x00", "\ud800", "early"]
)  # fmt: skip


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=25), st.dates() | st.none())
def test_spans_and_intervals_are_in_order(pieces: list[tuple[str, str]], published: date | None) -> None:
    text = "".join(word + gap for word, gap in pieces)
    end = 0
    for mention in find_dates(text, published=published):
        assert end <= mention.start < mention.end <= len(text)
        if mention.earliest and mention.latest:
            assert mention.earliest <= mention.latest
        end = mention.end


@pytest.mark.parametrize(
    "unit",
    [
        "March ",
        "will be March ",
        "to March, ",
        "last ",
        "1/",
        "4 ",
        "early ",
        " ",
        "2019-",
        "the past ",
        "2019 and ",
    ],
)
def test_a_long_run_of_beginnings_is_read_to_its_end(unit: str) -> None:
    text = (unit * (HUGE // len(unit) + 1))[:HUGE]
    assert all(0 <= found.start < found.end <= HUGE for found in find_dates(text, published=SUNDAY))


def test_years_and_a_half_are_not_read_from_behind_the_point() -> None:
    assert find_dates("It began 1.5 years ago.", published=SUNDAY) == []
