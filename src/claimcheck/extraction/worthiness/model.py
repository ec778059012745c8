"""The check-worthiness model: a linear score over hashed features, kept in one small file.

File: the magic ``CCW1``, five floats (the largest weight of each group), two floats (slope and offset of the
logistic curve), then the tables, one byte a weight, all little-endian and the tables zlib-compressed. A byte
``q`` stands for ``sign(q - 128) * ((q - 128) / 127) ** 2 * largest``.
"""

from __future__ import annotations

import math
import struct
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.extraction.worthiness.features import GROUP_BITS, hashed, hashes_of, shape_of

MAGIC = b"CCW1"
_HEAD = struct.Struct(f"<{len(GROUP_BITS) + 2}f")
_SIZE = sum(1 << bits for bits in GROUP_BITS)


class ModelUnreadable(ClaimcheckError):
    """The file with the check-worthiness weights is missing parts or of another version."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The check-worthiness model cannot be read: {why}.", remedy="Install claimcheck-desk again."
        )


@dataclass(frozen=True, slots=True)
class Model:
    """Weights as bytes, and what each byte stands for in each group."""

    tables: tuple[bytes, ...]
    values: tuple[tuple[float, ...], ...]
    slope: float
    offset: float

    def logit(self, tokens: list[str]) -> float:
        """The log-odds that a desk would check the sentence of these tokens."""
        total = 0.0  # exact sums within a group: the order of a set changes from run to run
        for found, table, values in zip(hashes_of(tokens), self.tables, self.values, strict=True):
            if found:
                mask = len(table) - 1
                weights = [values[table[place & mask]] for place in found]
                total += math.fsum(weights) / math.sqrt(len(weights))
        return self.slope * total + self.offset

    def score(self, tokens: list[str]) -> float:
        """The same as a number in [0, 1]; at 0.5 and above the sentence is check-worthy."""
        return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, self.logit(tokens)))))

    def words(self, tokens: list[str]) -> list[tuple[str, float]]:
        """What each word by itself adds to the score, most first."""
        found: dict[str, float] = {}
        for token in tokens:
            place = hashed(shape_of(token))
            found[token] = sum(
                self.values[group][self.tables[group][place & ((1 << GROUP_BITS[group]) - 1)]]
                for group in (0, 4)
            )
        return sorted(found.items(), key=lambda item: -item[1])


def read_model(data: bytes) -> Model:
    """The model in the bytes of its file.

    Raises:
        ModelUnreadable: they are cut short, damaged or of another version.
    """
    if data[:4] != MAGIC or len(data) < 4 + _HEAD.size:
        raise ModelUnreadable("it does not begin as one")
    *largest, slope, offset = _HEAD.unpack_from(data, 4)
    try:
        tables = zlib.decompress(data[4 + _HEAD.size :])
    except zlib.error:
        raise ModelUnreadable("its tables are damaged") from None
    if len(tables) != _SIZE:
        raise ModelUnreadable("its tables are of another size")
    parts, at = [], 0
    for bits in GROUP_BITS:
        parts.append(tables[at : at + (1 << bits)])
        at += 1 << bits
    return Model(tuple(parts), tuple(_values(top) for top in largest), slope, offset)


def _values(largest: float) -> tuple[float, ...]:
    return tuple(math.copysign(((q - 128) / 127) ** 2 * largest, q - 128) for q in range(256))


@cache
def shipped_model() -> Model:
    """The model that comes with the package, read once."""
    return read_model(Path(__file__).with_name("model.bin").read_bytes())
