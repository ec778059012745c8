from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.copying import containment, longest_shared_run, quoted_spans, shingles, tokens

RELEASE = "The harbour board of Port Alder approved a budget of 41 million dollars on Tuesday after a long debate in the hall"


def test_tokens_ignore_case_punctuation_and_the_shape_of_apostrophes() -> None:
    assert tokens("The Board’s plan—it's late!") == ["the", "board's", "plan", "it's", "late"]


def test_a_reprint_is_contained_and_another_story_is_not() -> None:
    reprint = f"PORT ALDER — {RELEASE}. More soon."
    assert containment(RELEASE, reprint) == 1.0
    assert (
        containment(RELEASE, "The crane sank on Monday and nobody knows why it did so in calm weather.")
        == 0.0
    )
    assert 0 < containment(reprint, RELEASE) < 1


def test_a_text_shorter_than_a_shingle_is_contained_in_nothing() -> None:
    assert shingles("The board met") == frozenset()
    assert containment("The board met", RELEASE) == 0.0


def test_the_longest_shared_run_in_words() -> None:
    assert (
        longest_shared_run(
            RELEASE, f"Yesterday the harbour board of Port Alder approved a plan. {RELEASE[:30]}"
        )
        == 8
    )


def test_quoted_words_belong_to_no_run() -> None:
    one = "Hart said: “We are late and we will be later and that is all there is to say.” She left."
    other = 'In the hall she said "We are late and we will be later and that is all there is to say." Then he left.'
    assert longest_shared_run(one, other) == 17
    assert longest_shared_run(one, other, unquoted_only=True) <= 2


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ('a "b" c "d"', [(2, 5), (8, 11)]),
        ("a “b ‘c’ d” e", [(2, 11)]),
        ('a "b\n\nc" d', []),
        ("« a »", [(0, 5)]),
        ('"', []),
    ],
)
def test_quoted_spans(text: str, spans: list[tuple[int, int]]) -> None:
    assert quoted_spans(text) == spans


words = st.lists(st.sampled_from("abc"), max_size=30)


@given(words, words)
def test_the_longest_run_is_the_longest_common_stretch_of_words(a: list[str], b: list[str]) -> None:
    best = max(
        (
            size
            for size in range(len(a) + 1)
            for at in range(len(a) - size + 1)
            for other in range(len(b) - size + 1)
            if a[at : at + size] == b[other : other + size]
        ),
        default=0,
    )
    assert longest_shared_run(" ".join(a), " ".join(b)) == best


@given(st.text(max_size=200))
def test_every_text_contains_itself(text: str) -> None:
    assert containment(text, text) in (0.0, 1.0)


@pytest.mark.parametrize("unit", ["word ", '"', "a\ud800 ", "“a "])
def test_hostile_text_is_measured(unit: str) -> None:
    text = unit * 50_000
    assert longest_shared_run(text, text, unquoted_only=True) >= 0
    assert 0 <= containment(text, text) <= 1
