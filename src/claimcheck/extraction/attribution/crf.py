"""Linear-chain conditional random fields over hashed features: scoring and the best path.

Lafferty, McCallum & Pereira 2001; the best path by Viterbi, for many sequences at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

LANES = 8
"""Labels a packed row has room for."""
_BIAS = 128
_EVEN = np.uint64(0x00FF00FF00FF00FF)
_BYTE = np.uint64(8)
_AT_ONCE = 1024  # tokens scored at a time, so that the rows gathered stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Chain:
    """A trained chain.

    Attributes:
        table: one number per hashed feature: a byte for each label's weight, in units of ``scale``, 128
            standing for zero; so a feature is fetched, and two dozen are added up, in one step each.
        transitions: score of label j after label i; starts: score of beginning with a label.
    """

    table: npt.NDArray[np.uint64]
    scale: float
    transitions: Floats
    starts: Floats

    @classmethod
    def of(cls, weights: npt.NDArray[np.int8], scale: float, transitions: Floats, starts: Floats) -> Self:
        """The chain of a table of weights (features x labels, at most eight labels)."""
        lanes = np.full((len(weights), LANES), _BIAS, dtype=np.uint8)
        lanes[:, : weights.shape[1]] += weights.view(np.uint8)
        return cls(lanes.view("<u8")[:, 0].astype(np.uint64), scale, transitions, starts)

    @property
    def bits(self) -> int:
        """The table has ``2 ** bits`` rows."""
        return len(self.table).bit_length() - 1

    def scores(self, rows: Ints) -> Floats:
        """Score of each label for each token, from the rows of its features (features x tokens)."""
        features, tokens = rows.shape  # 255 x 256 features fit in the two bytes of a sum
        sums = np.empty((tokens, 4, 2), dtype=np.uint16)
        for at in range(0, tokens, _AT_ONCE):
            packed = self.table.take(rows[:, at : at + _AT_ONCE])
            here = sums[at : at + _AT_ONCE]
            here[:, :, 0] = _lanes((packed & _EVEN).sum(axis=0))
            packed >>= _BYTE
            packed &= _EVEN
            here[:, :, 1] = _lanes(packed.sum(axis=0))
        labels = len(self.starts)
        whole = sums.reshape(tokens, LANES)[:, :labels].astype(np.int32) - _BIAS * features
        total: Floats = whole.astype(np.float32)
        total *= np.float32(self.scale)
        return total

    def best_paths(self, scores: Floats, lengths: Ints) -> Ints:
        """The best label of each token; ``scores`` holds the sequences one after another."""
        order = np.argsort(-lengths, kind="stable")
        offsets = np.concatenate(([0], np.cumsum(lengths)[:-1]))[order]
        ordered = lengths[order]
        return _viterbi(self, scores, offsets, ordered)


def _lanes(sums: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint16]:
    """The four two-byte sums of each number, lowest first."""
    return sums.astype("<u8", copy=False).view("<u2").reshape(len(sums), 4)


def _viterbi(chain: Chain, scores: Floats, offsets: Ints, lengths: Ints) -> Ints:
    path = np.zeros(len(scores), dtype=np.int64)
    if not len(lengths):
        return path
    longest = int(lengths[0])
    alive = np.searchsorted(-lengths, -np.arange(longest), side="left").tolist()
    best = [scores[offsets] + chain.starts]
    for step in range(1, longest):
        n = alive[step]
        through = np.maximum.reduce(best[-1][:n, :, None] + chain.transitions, axis=1)
        through += scores[offsets[:n] + step]
        best.append(through)
    # Which label came before is asked along the best path only.
    into = np.ascontiguousarray(chain.transitions.T)
    label = np.zeros(len(lengths), dtype=np.int64)
    known = 0
    for step in range(longest - 1, -1, -1):
        n = alive[step]
        if known:
            label[:known] = (best[step][:known] + into[label[:known]]).argmax(axis=1)
        if n > known:
            label[known:n] = best[step][known:].argmax(axis=1)
        path[offsets[:n] + step] = label[:n]
        known = n
    return path
