"""The check-worthiness model: a linear score over hashed features, kept in one small file.

File: the magic ``CCW1``, the floats of one reading, its tables (see ``reading``), all little-endian and the
tables zlib-compressed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimcheck.extraction.worthiness.reading import (
    NUMBERS,
    ModelUnreadable,
    Reading,
    contents,
    logistic,
    unpacked,
)

__all__ = ["MAGIC", "Model", "ModelUnreadable", "read_model", "shipped_model"]

MAGIC = b"CCW1"


@dataclass(frozen=True, slots=True)
class Model:
    """The reading whose value is the log-odds that a desk would check the sentence."""

    reading: Reading

    def score(self, groups: Sequence[Collection[int]]) -> float:
        """How check-worthy the sentence of these hashes is, in [0, 1]; from 0.5 on it is check-worthy."""
        return logistic(self.reading.value(groups))

    def words(self, tokens: list[str]) -> list[tuple[str, float]]:
        """What each word by itself adds to the score, most first."""
        found = {token: self.reading.word(token) for token in tokens}
        return sorted(found.items(), key=lambda item: -item[1])


def read_model(data: bytes) -> Model:
    """The model in the bytes of its file.

    Raises:
        ModelUnreadable: they are cut short, damaged or of another version.
    """
    return Model(unpacked(*contents(data, MAGIC, NUMBERS, 1, "check-worthiness")))


@cache
def shipped_model() -> Model:
    """The model that comes with the package, read once."""
    return read_model(Path(__file__).with_name("model.bin").read_bytes())
