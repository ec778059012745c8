"""The model that tells the writer's own view from fact: the words' reading and weights of a few signs.

File: the magic ``CCV1``, the floats of one reading (see ``worthiness.reading``), a weight a sign in the order
of ``signs.SIGNS``, then the reading's tables, all little-endian and the tables zlib-compressed. Trained by
``benchmarks/train_views.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimcheck.extraction.views.signs import SIGNS
from claimcheck.extraction.worthiness.features import Hashes
from claimcheck.extraction.worthiness.reading import NUMBERS, Reading, contents, logistic, unpacked

MAGIC = b"CCV1"
VIEW = 0.4
"""From this likelihood on a sentence is the writer's own view."""


@dataclass(frozen=True, slots=True)
class View:
    """The words' reading, and a weight for each sign beside it."""

    reading: Reading
    weights: tuple[float, ...]

    def likelihood(self, wording: Hashes, signs: tuple[float, ...]) -> float:
        """How likely the sentence is the writer's own view, in [0, 1]."""
        beside = sum(weight * sign for weight, sign in zip(self.weights, signs, strict=True))
        return logistic(self.reading.value(wording) + beside)


def read_view(data: bytes) -> View:
    """The model in the bytes of its file.

    Raises:
        ModelUnreadable: they are cut short, damaged or of another version.
    """
    numbers, tables = contents(data, MAGIC, NUMBERS + len(SIGNS), 1, "opinion")
    return View(unpacked(numbers[:NUMBERS], tables), tuple(numbers[NUMBERS:]))


@cache
def shipped_view() -> View:
    """The model that comes with the package, read once."""
    return read_view(Path(__file__).with_name("views.bin").read_bytes())
