"""A small transformer encoder in NumPy: the first layers of all-MiniLM-L6-v2, trained on cut quotations.

The base is all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020, Reimers & Gurevych 2019). Weights are kept as
bytes with one scale a row and read as 32-bit floats. A reading of 100 pieces is about a thousand million
multiplications, so it is asked only where an editor is at work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
HEADS = 12
_EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class Network:
    """Weights by name, and the vocabulary.

    Attributes:
        vocabulary: piece to its row.
        weights: matrices ``(out, in)``, vectors, and the embeddings ``(pieces, width)``.
        layers: how many layers there are.
    """

    vocabulary: dict[str, int]
    weights: dict[str, Floats]
    layers: int

    def score(self, ids: Sequence[int], kept: Sequence[bool]) -> float:
        """The logit that what is missing beside the kept pieces turns their meaning.

        Args:
            ids: pieces, the first and the last of them the marks of begin and end.
            kept: which of them are quoted.
        """
        weights, types = self.weights, np.asarray(kept, np.int64)
        state = weights["word"][np.asarray(ids)] + weights["place"][: len(ids)] + weights["type"][types]
        state = self._normed(state, "start")
        for layer in range(self.layers):
            state = self._layer(state, f"{layer}.")
        inside = types.astype(bool)
        means = [
            state[part].mean(0) if part.any() else np.zeros(state.shape[1], np.float32)
            for part in (inside, ~inside)
        ]
        pooled = np.concatenate((state[0], *means))
        return float(weights["head.w"][0] @ pooled + weights["head.b"][0])

    def _linear(self, state: Floats, name: str) -> Floats:
        return np.asarray(state @ self.weights[f"{name}.w"].T + self.weights[f"{name}.b"], np.float32)

    def _normed(self, state: Floats, name: str) -> Floats:
        centred = state - state.mean(-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(-1, keepdims=True) + _EPSILON)
        return np.asarray(
            centred / spread * self.weights[f"{name}.norm.w"] + self.weights[f"{name}.norm.b"], np.float32
        )

    def _layer(self, state: Floats, name: str) -> Floats:
        length, width = state.shape
        parts = self._linear(state, f"{name}qkv").reshape(length, 3, HEADS, width // HEADS)
        query, key, value = (parts[:, i].transpose(1, 0, 2) for i in range(3))
        seen = _softmax(query @ key.transpose(0, 2, 1) / np.sqrt(width // HEADS)) @ value
        read = self._linear(seen.transpose(1, 0, 2).reshape(length, width), f"{name}out")
        state = self._normed(state + read, f"{name}read")
        raised = _gelu(self._linear(state, f"{name}up"))
        return self._normed(state + self._linear(raised, f"{name}down"), f"{name}raised")


def _softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), np.float32)


def _gelu(x: Floats) -> Floats:
    """With the error function as Abramowitz & Stegun 7.1.26 have it (off by 1.5e-7 at most)."""
    z = np.abs(x) / np.float32(2**0.5)
    t = 1.0 / (1.0 + 0.3275911 * z)
    tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1.0 - tail * np.exp(-z * z))
    return np.asarray(0.5 * x * (1.0 + erf), np.float32)


def read_network(path: Path) -> Network:
    """The network that the training script wrote."""
    with np.load(path) as stored:
        vocabulary = bytes(stored["vocabulary"]).decode("utf-8").split("\n")
        weights = {
            name: _floats(stored, name)
            for name in stored.files
            if name != "vocabulary" and not name.endswith("/scale")
        }
    layers = sum(name.endswith("qkv.w") for name in weights)
    return Network({piece: at for at, piece in enumerate(vocabulary)}, weights, layers)


def _floats(stored: np.lib.npyio.NpzFile, name: str) -> Floats:
    array = stored[name]
    if array.dtype != np.int8:
        return np.asarray(array, np.float32)
    return np.asarray(array * stored[f"{name}/scale"][:, None], np.float32)
