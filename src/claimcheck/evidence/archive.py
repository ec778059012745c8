"""Candidate passages for a quotation in a whole archive, by hashed 12-byte fingerprints.

Every eighth position of the folded text is fingerprinted; a quotation is looked up at every position, so
that any 19 bytes in a row that the archive holds are found for certain. What comes back is a candidate and
never a verification: boilerplate resembles boilerplate. The index takes about 0.8 bytes a byte of text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_GRAM = 12
_STRIDE = 8
_SHARD = 1 << 27
_LONGEST_QUERY = 2_000
_CROWDED = 48
_MOST_HITS = 4_000
_MARGIN = 40
_LEAST_LIKE = 0.6
"""Below this a shared bucket was an accident."""
_ONE = 0x9E3779B97F4A7C15
_OTHER = 0xC2B2AE3D27D4EB4F


@dataclass(frozen=True, slots=True)
class ArchiveCandidate:
    """A passage that resembles a quotation.

    Attributes:
        document: name of the document, as it was added.
        start, end: half-open span in that document's text, in code points.
        score: likeness of the characters, 0 to 1; sorts candidates and decides nothing.
    """

    document: str
    start: int
    end: int
    score: float


class Archive:
    """Documents with a fingerprint index; build it once with all documents, then ask any number of times."""

    def __init__(self, documents: Iterable[tuple[str, str]]) -> None:
        """``documents``: names and texts; build time and memory are linear in the text."""
        self._names: list[str] = []
        self._starts: list[int] = []
        self._shards: list[_Shard] = []
        pending = bytearray()
        base = 0
        for name, text in documents:
            encoded = text.encode("utf-8", "surrogatepass")
            if pending and len(pending) + len(encoded) > _SHARD:
                self._shards.append(_Shard(bytes(pending), base))
                base += len(pending)
                pending = bytearray()
            self._names.append(name)
            self._starts.append(base + len(pending))
            pending += encoded + b"\n" * (_GRAM + _STRIDE)
        if pending:
            self._shards.append(_Shard(bytes(pending), base))

    @property
    def index_bytes(self) -> int:
        """Size of the index in bytes, the texts not counted."""
        return sum(shard.index_bytes for shard in self._shards)

    def search(self, quote: str, limit: int = 5) -> list[ArchiveCandidate]:
        """The passages most like ``quote``, best first; empty if nothing shares 12 bytes in a row with it."""
        bare = quote.strip(" \t\n\"“”„«»‘’'")[:_LONGEST_QUERY]
        needle = bare.encode("utf-8", "surrogatepass")
        if len(needle) < _GRAM:
            return self._short(needle, bare, limit)
        windows: list[tuple[int, int, _Shard]] = []
        hashes = _hashes(needle)
        for shard in self._shards:
            windows += [(-votes, at, shard) for at, votes in shard.windows(hashes, 2 * limit)]
        windows.sort(key=lambda window: window[:2])
        found = [self._aligned(shard, at, needle, bare) for _, at, shard in windows[: 2 * limit]]
        return _best(found, limit)

    def _short(self, needle: bytes, bare: str, limit: int) -> list[ArchiveCandidate]:
        """Too short for a fingerprint: a plain search of the folded texts."""
        found = [
            self._aligned(shard, at, needle, bare)
            for shard in self._shards
            for at in shard.plain(needle, limit)
        ]
        return _best(found, limit)

    def _aligned(self, shard: _Shard, at: int, needle: bytes, bare: str) -> ArchiveCandidate:
        place = max(shard.base + at, 0)
        number = max(0, bisect_right(self._starts, place + min(len(needle) // 2, _GRAM)) - 1)
        first = self._starts[number] - shard.base
        last = self._starts[number + 1] - shard.base if number + 1 < len(self._starts) else len(shard.text)
        low = max(first, at - _MARGIN)
        high = min(last, at + len(needle) + len(needle) // 4 + _MARGIN, len(shard.text))
        window = shard.text[low:high].decode("utf-8", "ignore")
        match = fuzz.partial_ratio_alignment(bare.lower(), window.lower())
        offset = len(shard.text[first:low].decode("utf-8", "ignore"))
        start, end = (match.dest_start, match.dest_end) if match else (0, 0)
        score = round(match.score / 100, 4) if match else 0.0
        return ArchiveCandidate(self._names[number], offset + start, offset + end, score)


def _best(found: list[ArchiveCandidate], limit: int) -> list[ArchiveCandidate]:
    unique = {(c.document, c.start, c.end): c for c in found if c.score >= _LEAST_LIKE}
    return sorted(unique.values(), key=lambda c: (-c.score, c.document, c.start))[:limit]


class _Shard:
    """A stretch of the archive of at most 128 MiB (or one document) with its index."""

    def __init__(self, text: bytes, base: int) -> None:
        import numpy as np

        self.text = text
        self.base = base
        self._folded = text.translate(_FOLD)
        self._bits = max(10, min(23, (len(text) // _STRIDE).bit_length() - 1))
        blocks = np.frombuffer(self._folded[: len(text) // _STRIDE * _STRIDE], dtype=np.uint64)
        buckets = (_mixed(blocks[:-1], blocks[1:]) >> np.uint64(64 - self._bits)).astype(np.uint32)
        self._places: NDArray[np.uint32] = np.argsort(buckets, kind="stable").astype(np.uint32)
        counts = np.bincount(buckets, minlength=1 << self._bits)
        self._bounds: NDArray[np.uint32] = np.concatenate(([0], np.cumsum(counts))).astype(np.uint32)

    @property
    def index_bytes(self) -> int:
        """Bytes of the positions and of the table of buckets."""
        return int(self._places.nbytes + self._bounds.nbytes)

    def plain(self, needle: bytes, limit: int) -> list[int]:
        """Byte positions of a short needle in the folded text."""
        folded, found, at = needle.translate(_FOLD), list[int](), -1
        while folded.strip() and len(found) < limit:
            at = self._folded.find(folded, at + 1)
            if at < 0:
                break
            found.append(at)
        return found

    def windows(self, hashes: NDArray[np.uint64], limit: int) -> list[tuple[int, int]]:
        """Where a needle with these hashes may begin (byte positions), and how many of them say so."""
        import numpy as np

        buckets = hashes >> np.uint64(64 - self._bits)
        low = self._bounds[buckets].astype(np.int64)
        sizes = self._bounds[buckets + np.uint64(1)].astype(np.int64) - low
        telling = np.flatnonzero((sizes > 0) & (sizes <= _CROWDED))
        if not len(telling):
            telling = np.flatnonzero(sizes > 0)[:1]
        if not len(telling):
            return []
        sizes = np.minimum(sizes[telling], _MOST_HITS)
        ends = np.cumsum(sizes)
        within = np.arange(ends[-1]) - np.repeat(ends - sizes, sizes)
        places = self._places[np.repeat(low[telling], sizes) + within].astype(np.int64)
        return _clusters(places * _STRIDE - np.repeat(telling, sizes), max(16, len(hashes) // 4), limit)


def _hashes(needle: bytes) -> NDArray[np.uint64]:
    """The hash of every twelve bytes in a row of a folded needle."""
    import numpy as np

    folded = np.frombuffer(needle.translate(_FOLD) + b" " * 4, dtype=np.uint8)
    grams = np.lib.stride_tricks.sliding_window_view(folded, 16)[: len(needle) - _GRAM + 1]
    words = np.ascontiguousarray(grams).view(np.uint64)
    return _mixed(words[:, 0], words[:, 1])


def _mixed(eight: NDArray[np.uint64], following: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """A 64-bit hash of twelve bytes: eight, and the first four of the next eight."""
    import numpy as np

    four = following & np.uint64(0xFFFFFFFF)
    with np.errstate(over="ignore"):
        mixed = eight * np.uint64(_ONE) ^ four * np.uint64(_OTHER)
        hashed: NDArray[np.uint64] = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(_ONE)
    return hashed


def _clusters(begins: NDArray[np.int64], width: int, limit: int) -> list[tuple[int, int]]:
    """Group begins that lie within ``width`` bytes of one another; the most supported first."""
    import numpy as np

    begins = np.sort(begins)
    breaks = np.flatnonzero(np.diff(begins) > width) + 1
    first = np.concatenate(([0], breaks))
    sizes = np.diff(np.concatenate((first, [len(begins)])))
    order = np.argsort(-sizes, kind="stable")[:limit]
    return [(int(begins[first[i] + sizes[i] // 2]), int(sizes[i])) for i in order]


def _fold_table() -> bytes:
    table = bytearray(range(256))
    for byte in range(128):
        character = chr(byte)
        table[byte] = ord(character.lower()) if character.isalnum() else 32
    return bytes(table)


_FOLD = _fold_table()
"""Byte for byte, so that positions stay: lower case, and every ASCII mark a space."""
