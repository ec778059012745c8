from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.model import Block
from claimcheck.evidence.passages import Passage, passages_of, windows
from claimcheck.evidence.search import MOST_TERMS, PassageIndex, query_terms
from claimcheck.evidence.terms import stems

TEXT = (
    "# Harbour drills\n\nChina and Iran held naval exercises in the strait for a third year. The port closed.\n\n"
    "Trade between the two grew by 4 percent."
)
BLOCKS = (
    Block("subhead", 0, 16, level=1),
    Block("paragraph", TEXT.index("China"), TEXT.index("\n\nTrade")),
    Block("paragraph", TEXT.index("Trade"), len(TEXT)),
)


def test_passages_are_sentences_with_their_heading_and_exact_offsets() -> None:
    passages = passages_of("s", TEXT, BLOCKS)
    assert [p.text for p in passages][1:] == [
        "China and Iran held naval exercises in the strait for a third year.",
        "The port closed.",
        "Trade between the two grew by 4 percent.",
    ]
    assert all(TEXT[p.start : p.end] == p.text for p in passages)
    assert passages[1].heading == "Harbour drills"


def test_front_matter_and_code_are_no_passages() -> None:
    text = "title: x y z\n\nA real sentence."
    blocks = (Block("front_matter", 0, 12), Block("paragraph", 14, len(text)))
    assert [p.text for p in passages_of("s", text, blocks)] == ["A real sentence."]


def test_windows_stay_within_a_block_and_grow() -> None:
    passages = passages_of("s", TEXT, BLOCKS)
    runs = [[p.text[:5] for p in run] for run in windows(passages, 1)]
    assert runs == [["China"], ["China", "The p"]]


@pytest.mark.parametrize(
    "query",
    [
        "Chinese and Iranian navies exercised together three years in a row",
        "IRAN, exercise",
    ],
)
def test_inflection_peoples_and_number_words_still_find_the_sentence(query: str) -> None:
    index = PassageIndex(passages_of("s", TEXT, BLOCKS))
    best = index.search(query_terms(query))[0]
    assert index.passages[best.number].text.startswith("China and Iran")


def test_a_neighbour_counts_less_than_the_sentence_itself() -> None:
    passages = [Passage("s", 0, 1, "The ferry sank.", "", 0), Passage("s", 2, 3, "It was raining.", "", 0)]
    hits = PassageIndex(passages).search(query_terms("ferry sank"))
    assert [hit.number for hit in hits] == [0, 1]
    assert hits[0].score > hits[1].score


def test_stop_words_alone_find_nothing() -> None:
    assert PassageIndex(passages_of("s", TEXT, BLOCKS)).search(query_terms("and the of it was")) == []


def test_an_empty_library_finds_nothing() -> None:
    assert PassageIndex([]).search({"x": 1.0}) == []


def test_an_acronym_that_looks_like_a_stop_word_is_kept() -> None:
    assert "us" in stems("US forces")
    assert "us" not in stems("They told us nothing")


def test_a_hostile_claim_makes_no_long_query() -> None:
    assert len(query_terms(" ".join(f"word{n}" for n in range(5000)))) == MOST_TERMS


@given(st.text(max_size=200))
def test_any_text_is_a_query(text: str) -> None:
    terms = query_terms(text)
    assert all(weight > 0 for weight in terms.values())
    PassageIndex(passages_of("s", TEXT, BLOCKS)).search(terms)
