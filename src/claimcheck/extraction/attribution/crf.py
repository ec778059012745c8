"""Linear-chain conditional random fields over hashed features: scoring and the best path.

Lafferty, McCallum & Pereira 2001; the best path by Viterbi, for many sequences at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chain:
    """A trained chain.

    Attributes:
        weights: one row per hashed feature, one column per label, in units of ``scale``.
        transitions: score of label j after label i; starts: score of beginning with a label.
    """

    weights: npt.NDArray[np.int8]
    scale: float
    transitions: Floats
    starts: Floats

    @property
    def bits(self) -> int:
        """The table has ``2 ** bits`` rows."""
        return len(self.weights).bit_length() - 1

    def scores(self, rows: Ints) -> Floats:
        """Score of each label for each token, from the rows of its features (features x tokens)."""
        total = np.zeros((rows.shape[1], self.weights.shape[1]), dtype=np.int16)  # 127 x 256 features fit
        for row in rows:
            total += self.weights.take(row, axis=0)
        return total.astype(np.float32) * np.float32(self.scale)

    def best_paths(self, scores: Floats, lengths: Ints) -> Ints:
        """The best label of each token; ``scores`` holds the sequences one after another."""
        order = np.argsort(-lengths, kind="stable")
        offsets = np.concatenate(([0], np.cumsum(lengths)[:-1]))[order]
        ordered = lengths[order]
        return _viterbi(self, scores, offsets, ordered)


def _viterbi(chain: Chain, scores: Floats, offsets: Ints, lengths: Ints) -> Ints:
    path = np.zeros(len(scores), dtype=np.int64)
    if not len(lengths):
        return path
    longest = int(lengths[0])
    labels = scores.shape[1]
    alive = np.searchsorted(-lengths, -np.arange(longest), side="left")
    back = np.zeros((longest, len(lengths), labels), dtype=np.int8)
    best = scores[offsets] + chain.starts
    for step in range(1, longest):
        n = int(alive[step])
        candidates = best[:n, :, None] + chain.transitions
        back[step, :n] = candidates.argmax(axis=1)
        best[:n] = candidates.max(axis=1) + scores[offsets[:n] + step]
    label = best.argmax(axis=1)
    for step in range(longest - 1, -1, -1):
        n = int(alive[step])
        path[offsets[:n] + step] = label[:n]
        if step:
            label[:n] = back[step, np.arange(n), label[:n]]
    return path
