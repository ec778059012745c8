"""The chains' arithmetic, against trying every path; and what the model file holds."""

from itertools import pairwise, product

import numpy as np
import pytest

from claimcheck.extraction.attribution.crf import Chain
from claimcheck.extraction.attribution.spans import (
    CUE_LABELS,
    MODEL_FILE,
    SPAN_LABELS,
    dump_model,
    load_model,
    runs,
)
from claimcheck.extraction.attribution.tokens import CLOSING, INSIDE, OPENING, OUTSIDE, SCARE, tokenize
from claimcheck.extraction.quotations import find_quoted


def weights(random: np.random.Generator, labels: int) -> np.ndarray:
    return random.integers(-128, 128, (8, labels)).astype(np.int8)


def chain(seed: int, labels: int) -> Chain:
    random = np.random.default_rng(seed)
    return Chain.of(
        weights(random, labels),
        0.5,
        random.normal(size=(labels, labels)).astype(np.float32),
        random.normal(size=labels).astype(np.float32),
    )


def worth(model: Chain, scores: np.ndarray, path: tuple[int, ...]) -> float:
    total = model.starts[path[0]] + sum(scores[i, label] for i, label in enumerate(path))
    return float(total + sum(model.transitions[a, b] for a, b in pairwise(path)))


@pytest.mark.parametrize("seed", range(5))
def test_the_best_path_is_the_best_of_all_paths(seed: int) -> None:
    model = chain(seed, 3)
    lengths = np.array([4, 1, 5, 2])
    scores = np.random.default_rng(seed + 99).normal(size=(12, 3)).astype(np.float32)
    found = model.best_paths(scores, lengths)
    at = 0
    for length in lengths:
        own = scores[at : at + length]
        best = max(product(range(3), repeat=int(length)), key=lambda path: worth(model, own, path))
        assert tuple(found[at : at + length]) == best
        at += length


def test_scores_add_up_the_rows_of_the_features() -> None:
    model, own = chain(1, 3), weights(np.random.default_rng(1), 3).astype(int)
    rows = np.array([[0, 3, 1], [7, 3, 2]])
    expected = np.array([own[0] + own[7], own[3] * 2, own[1] + own[2]]) * 0.5
    assert np.array_equal(model.scores(rows), expected)


def test_as_many_features_add_up_as_there_are_and_many_tokens() -> None:
    lowest = Chain.of(
        np.full((2, 8), -128, np.int8), 1.0, np.zeros((8, 8), np.float32), np.zeros(8, np.float32)
    )
    assert np.array_equal(lowest.scores(np.zeros((200, 3000), np.int64)), np.full((3000, 8), -25600.0))


def test_no_sequences_give_no_path() -> None:
    assert len(chain(1, 3).best_paths(np.zeros((0, 3), np.float32), np.zeros(0, np.int64))) == 0


def test_runs_end_with_their_label_and_with_their_paragraph() -> None:
    path = np.array([0, 3, 4, 4, 3, 0, 4, 3, 4])
    assert runs(path, 3) == [(1, 3), (4, 4), (6, 6), (7, 8)]
    assert runs(path, 3, np.array([0, 0, 0, 1, 1, 1, 1, 1, 1]))[:2] == [(1, 2), (3, 3)]


def test_the_model_is_small_and_reads_as_it_was_written() -> None:
    data = MODEL_FILE.read_bytes()
    assert len(data) < 7_000_000
    model = load_model()
    assert len(model.cues.starts) == len(CUE_LABELS)
    assert len(model.spans.starts) == len(SPAN_LABELS)
    assert dump_model(model) == data


def words(text: str) -> list[str]:
    return tokenize(text, find_quoted(text)).words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Keller didn’t say.", ["Mr.", "Keller", "did", "n’t", "say", "."]),
        ("The U.S. paid $4.5 million.", ["The", "U.S.", "paid", "$", "4.5", "million", "."]),
        ("He's well-known...", ["He", "'s", "well-known", "..."]),
        ("''No,'' said @ann.", ["''", "No", ",", "''", "said", "@ann", "."]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_tokens_know_where_they_stand() -> None:
    text = "“Go,” he said. The “green” one left.\n\nThen she left."
    tokens = tokenize(text, find_quoted(text))
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    place = dict(zip(tokens.words, tokens.quotes, strict=True))
    assert (place["Go"], place["said"], place["green"]) == (INSIDE, OUTSIDE, SCARE)
    assert tokens.quotes[:4] == [OPENING, INSIDE, INSIDE, CLOSING]
    assert (tokens.paragraphs[0], tokens.paragraphs[-1]) == (0, 1)
    assert sorted(set(tokens.sentences)) == [0, 1, 2]
