"""Search by meaning: the real model where the extra is installed, and the fusing of orders."""

import os

import numpy as np
import pytest

from claimcheck.documents.model import Block
from claimcheck.evidence.embeddings import Embedder, embedder_at_hand, fused, fused_scores, nearest
from claimcheck.evidence.matches import Archive
from claimcheck.evidence.source_library import Library
from claimcheck.records.models import Source
from claimcheck.sources.texts import SourceText

TEXTS = [
    "The physician was detained by police on Friday.",
    "Rye bread is baked with sourdough.",
    "The harbour froze over in January.",
]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    found = embedder_at_hand()
    if found is None:
        assert not os.environ.get("CI"), "CI installs every extra, and 'embeddings' is not there"
        pytest.skip("the extra 'embeddings' is not installed")
    return found


def test_orders_are_fused_by_rank() -> None:
    assert fused([1, 2, 3], [3, 1, 9]) == [1, 3, 2, 9]


def test_one_order_stays_as_it_is() -> None:
    assert fused([5, 4, 6]) == [5, 4, 6]
    assert fused([], []) == []


def test_first_in_every_order_is_all_there_can_be() -> None:
    scores = fused_scores([7, 1], [7, 2])
    assert scores[7] == 1
    assert 0 < scores[1] == scores[2] < 0.5


def test_an_archive_also_matches_by_meaning(embedder: Embedder) -> None:
    archive = Archive([(str(number), text) for number, text in enumerate(TEXTS)], embedder)
    found = archive.matches("Officers arrested the doctor.")
    assert found[0].id == "0"
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert not Archive([("0", TEXTS[0])]).matches("Officers arrested the doctor.")


def test_nearest_is_best_first_and_ties_by_number() -> None:
    rows = np.array([[0, 1], [1, 0], [1, 0]], np.float32)
    assert nearest(rows, np.array([1, 0], np.float32), 3) == [1, 2, 0]


def test_what_is_said_in_other_words_is_nearest(embedder: Embedder) -> None:
    vectors = embedder.embed(TEXTS)
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert nearest(vectors, embedder.embed_one("Officers arrested the doctor."), 1) == [0]


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\0", "a" * 5_000_000, "\u202e\u202c"])
def test_no_text_breaks_it(embedder: Embedder, text: str) -> None:
    assert np.isfinite(embedder.embed([text, "A pier."])).all()


def test_kept_vectors_are_used_and_damaged_ones_made_anew(embedder: Embedder) -> None:
    kept: dict[tuple[str, ...], str] = {}
    made = []

    def recall(key, make):  # type: ignore[no-untyped-def]
        if tuple(key) not in kept:
            made.append(key)
            kept[tuple(key)] = make()
        return kept[tuple(key)]

    remembering = embedder_at_hand(recall)
    assert remembering is not None
    first = remembering.embed(TEXTS)
    again = remembering.embed(TEXTS)
    assert len(made) == 1
    assert np.array_equal(first, again)
    kept[next(iter(kept))] = "not base64"
    assert np.allclose(remembering.embed(TEXTS), first, atol=1e-3)


def test_a_library_finds_by_meaning_what_shares_no_word(embedder: Embedder) -> None:
    text = "\n".join(TEXTS)
    source = SourceText(
        source=Source.model_validate({"claimcheck": 1, "id": "notes", "title": "Notes"}),
        text=text,
        blocks=(Block("paragraph", 0, len(text)),),
        snapshot="sha256:" + "0" * 64,
    )
    claim = "Officers arrested the doctor."
    assert Library([source]).search(claim, limit=5) == []
    assert Library([source], embedder).search(claim, limit=5)[0] == 0
    assert Library([source]).fingerprint != Library([source], embedder).fingerprint


def test_an_empty_library_finds_nothing(embedder: Embedder) -> None:
    assert Library([], embedder).search("The doctor was arrested.", limit=5) == []
