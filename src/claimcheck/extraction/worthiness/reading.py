"""A linear reading of a sentence's hashed features: the tables that the small trained models are made of.

In a file: five floats (the largest weight of each group), two floats (slope and offset); elsewhere in it the
tables, one byte a weight. A byte ``q`` stands for ``sign(q - 128) * ((q - 128) / 127) ** 2 * largest``.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from claimcheck.errors import ClaimcheckError
from claimcheck.extraction.worthiness.features import GROUP_BITS, hashed, shape_of

NUMBERS = len(GROUP_BITS) + 2
"""How many floats a reading has in its file."""
TABLES = sum(1 << bits for bits in GROUP_BITS)
"""How many bytes its tables take."""
_WORD_GROUPS = (0, 4)


class ModelUnreadable(ClaimcheckError):
    """A file with the weights of a small model is missing parts or of another version."""

    def __init__(self, model: str, why: str) -> None:
        super().__init__(f"The {model} model cannot be read: {why}.", remedy="Install claimcheck-desk again.")


@dataclass(frozen=True, slots=True)
class Reading:
    """Weights as bytes, and what each byte stands for in each group."""

    tables: tuple[bytes, ...]
    values: tuple[tuple[float, ...], ...]
    slope: float
    offset: float

    def value(self, groups: Sequence[Collection[int]]) -> float:
        """What the reading makes of the hashes of a sentence's features."""
        total = 0.0  # exact sums within a group: the order of a set changes from run to run
        for found, table, values in zip(groups, self.tables, self.values, strict=True):
            if found and values[0]:
                mask = len(table) - 1
                weights = [values[table[place & mask]] for place in found]
                total += math.fsum(weights) / math.sqrt(len(weights))
        return self.slope * total + self.offset

    def word(self, token: str) -> float:
        """What a word by itself adds."""
        place = hashed(shape_of(token))
        return sum(
            self.values[group][self.tables[group][place & ((1 << GROUP_BITS[group]) - 1)]]
            for group in _WORD_GROUPS
        )


def contents(data: bytes, magic: bytes, numbers: int, readings: int, model: str) -> tuple[list[float], bytes]:
    """The floats and the tables in the bytes of a model's file: magic, floats, zlib-compressed tables.

    Raises:
        ModelUnreadable: they are cut short, damaged or of another version.
    """
    head = struct.Struct(f"<{numbers}f")
    if data[: len(magic)] != magic or len(data) < len(magic) + head.size:
        raise ModelUnreadable(model, "it does not begin as one")
    try:
        tables = zlib.decompress(data[len(magic) + head.size :])
    except zlib.error:
        raise ModelUnreadable(model, "its tables are damaged") from None
    if len(tables) != readings * TABLES:
        raise ModelUnreadable(model, "its tables are of another size")
    return list(head.unpack_from(data, len(magic))), tables


def unpacked(numbers: Sequence[float], tables: bytes) -> Reading:
    """The reading of these floats and bytes, as many as a reading has."""
    *largest, slope, offset = numbers
    parts, at = [], 0
    for bits in GROUP_BITS:
        parts.append(tables[at : at + (1 << bits)])
        at += 1 << bits
    return Reading(tuple(parts), tuple(_values(top) for top in largest), slope, offset)


def logistic(value: float) -> float:
    """The likelihood of these log-odds."""
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, value))))


def _values(largest: float) -> tuple[float, ...]:
    return tuple(math.copysign(((q - 128) / 127) ** 2 * largest, q - 128) for q in range(256))
