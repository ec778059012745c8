from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.evidence.matches import MOST_MATCHES, Archive

CLAIMS = [
    ("ferry", "The ferry carried 190,000 passengers last year."),
    ("shark", "A photograph shows a shark swimming down a flooded street."),
    ("moon", "A full moon makes hospitals busier."),
]


def test_a_post_that_repeats_a_claim_in_other_words_finds_it_first() -> None:
    found = Archive(CLAIMS).matches(
        "OMG a shark is swimming on our street!! https://example.org/x #FloodedStreet"
    )
    assert found[0].id == "shark"
    assert all(0.0 <= match.score <= 1.0 for match in found)


def test_a_hashtag_is_read_as_its_words() -> None:
    assert Archive(CLAIMS).matches("#FullMoonHospital")[0].id == "moon"


def test_scores_fall_and_there_are_at_most_twenty() -> None:
    archive = Archive([(str(n), f"the bridge over river {n} was closed") for n in range(60)])
    found = archive.matches("bridge closed")
    assert len(found) == MOST_MATCHES
    assert [m.score for m in found] == sorted((m.score for m in found), reverse=True)
    assert [m.id for m in found] == [m.id for m in archive.matches("bridge closed")]


def test_nothing_in_common_is_no_match() -> None:
    assert Archive(CLAIMS).matches("zzz qqq") == []


def test_an_empty_archive_answers() -> None:
    assert Archive([]).matches("anything") == []


@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    Archive(CLAIMS).matches(text)
