"""The check-worthiness model: two linear readings over hashed features, kept in one small file.

The first reading says how check-worthy a statement is by itself; the second orders what the first finds
surely check-worthy by what fact-checkers picked out of debates. So neither spoils the other's ranking.

File: the magic ``CCW2``; for each reading five floats (the largest weight of each group) and two floats
(slope and offset: the first reading is then log-odds, the second has mean 0 and spread 1 over debates); then
the tables of the first and of the second, one byte a weight; all little-endian, the tables zlib-compressed.
A byte ``q`` stands for ``sign(q - 128) * ((q - 128) / 127) ** 2 * largest``.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimcheck.errors import ClaimcheckError
from claimcheck.extraction.worthiness.features import GROUP_BITS, hashed, hashes_of, shape_of

MAGIC = b"CCW2"
_HEAD = struct.Struct(f"<{2 * (len(GROUP_BITS) + 2)}f")
_SIZE = sum(1 << bits for bits in GROUP_BITS)


class ModelUnreadable(ClaimcheckError):
    """The file with the check-worthiness weights is missing parts or of another version."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The check-worthiness model cannot be read: {why}.", remedy="Install claimcheck-desk again."
        )


_SURE = 0.75
"""The likelihood about which the second reading takes over; chosen, with the next two, on the debates."""
_SOFTNESS = 0.6
"""How gradually it does, in log-odds."""
_SPREAD = 2.0
"""What a step of the second reading is divided by."""
_BORDER = math.log(_SURE / (1 - _SURE))
_FIRST_ALONE = _BORDER - 8 * _SOFTNESS
"""Log-odds up to which the second reading has no say, and is not worked out."""


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


@dataclass(frozen=True, slots=True)
class Model:
    """The reading of statements, and that of the lines of debates."""

    first: Reading
    second: Reading

    def score(self, tokens: list[str]) -> float:
        """How check-worthy the sentence of these tokens is, in [0, 1]; at 0.5 and above it is check-worthy.

        The first reading's likelihood p up to where it is nearly sure; from there on between sure and 1 by
        the second reading, blended over a narrow stretch.
        """
        groups = hashes_of(tokens)
        log_odds = self.first.value(groups)
        likely = _logistic(log_odds)
        if log_odds < _FIRST_ALONE:
            return likely
        share = _logistic((log_odds - _BORDER) / _SOFTNESS)
        picked = _SURE + (1 - _SURE) * _logistic(self.second.value(groups) / _SPREAD)
        return (1 - share) * likely + share * picked

    def words(self, tokens: list[str]) -> list[tuple[str, float]]:
        """What each word by itself adds to the first reading, most first."""
        found: dict[str, float] = {}
        for token in tokens:
            place = hashed(shape_of(token))
            found[token] = sum(
                self.first.values[group][self.first.tables[group][place & ((1 << GROUP_BITS[group]) - 1)]]
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
    numbers = _HEAD.unpack_from(data, 4)
    try:
        tables = zlib.decompress(data[4 + _HEAD.size :])
    except zlib.error:
        raise ModelUnreadable("its tables are damaged") from None
    if len(tables) != 2 * _SIZE:
        raise ModelUnreadable("its tables are of another size")
    half = len(numbers) // 2
    return Model(_reading(numbers[:half], tables[:_SIZE]), _reading(numbers[half:], tables[_SIZE:]))


def _reading(numbers: Sequence[float], tables: bytes) -> Reading:
    *largest, slope, offset = numbers
    parts, at = [], 0
    for bits in GROUP_BITS:
        parts.append(tables[at : at + (1 << bits)])
        at += 1 << bits
    return Reading(tuple(parts), tuple(_values(top) for top in largest), slope, offset)


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, value))))


def _values(largest: float) -> tuple[float, ...]:
    return tuple(math.copysign(((q - 128) / 127) ** 2 * largest, q - 128) for q in range(256))


@cache
def shipped_model() -> Model:
    """The model that comes with the package, read once."""
    return read_model(Path(__file__).with_name("model.bin").read_bytes())
