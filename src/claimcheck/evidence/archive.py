"""Candidate passages for a quotation in a whole archive, by hashed fingerprints of eight characters.

Texts are folded (letters and digits in lower case without accents, everything else one space) and every
sixth place of what is left is fingerprinted; a quotation is looked up at every place, so that any thirteen
folded characters in a row that the archive holds are found. What comes back is a candidate and never a
verification: boilerplate resembles boilerplate. The index takes about 0.7 bytes a byte of text.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_GRAM = 8
_STRIDE = 6
SEGMENT = 1 << 27
"""Bytes of text that one segment holds at most, unless a single text is longer."""
_LONGEST_QUERY = 2_000
_MOST_HITS = 4_000
"""Places looked at for one quotation, its rarest fingerprints first."""
_FEWEST = 4
"""A quotation of whose fingerprints fewer are rare enough is a stock phrase."""
_BETWEEN = 4_096
"""Bytes between two segments in the counting of places, so that nothing reaches across."""
_MOST_WINDOWS = 16
_FEWER_VOTES = 3
"""A place with less than this fraction of the best one's fingerprints is not looked at."""
_CUTS = re.compile(r"[\[(]?(?:…|\.[ ]?\.[ ]?\.)[\])]?|\[[^\]]{0,80}\]")
"""Where an editor left words out, or put in his own."""
_MARGIN = 40
_LEAST_LIKE = 0.6
"""Below this a shared bucket was an accident."""
_MOST_NAMES = 20
_ACROSS = 600
"""Bytes within which the pieces of a quotation stand together."""
_ONE = 0x9E3779B97F4A7C15

_Looked = tuple["NDArray[np.int64]", "NDArray[np.int64]"]
"""For each hash of a quotation where its places begin in a segment, and how many there are."""
_Passage = tuple[float, str, int, int, int]
"""Likeness, folded words, number of the text and span of bytes."""
Reader = Callable[[int, int, int], bytes]
"""From the number of a text, and a span of bytes in it, to those bytes."""


@dataclass(frozen=True, slots=True)
class ArchiveCandidate:
    """A passage that resembles a quotation.

    Attributes:
        document: name of the document.
        start, end: half-open span in that document's bytes (UTF-8), not in code points.
        score: likeness of the folded characters, 0 to 1; sorts candidates and decides nothing.
        also: names of documents that hold the same words, at most twenty.
    """

    document: str
    start: int
    end: int
    score: float
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """The fingerprints of a stretch of texts put behind one another.

    Attributes:
        places: byte positions in the stretch, those of one bucket together.
        bounds: where each bucket begins in ``places``; one more than there are buckets, a power of two.
        starts: where each text begins in the stretch, and where the last ends.
    """

    places: NDArray[np.uint32]
    bounds: NDArray[np.uint32]
    starts: tuple[int, ...]

    @property
    def size(self) -> int:
        """Bytes of the index."""
        return int(self.places.nbytes + self.bounds.nbytes)

    def buckets(self, hashes: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each hash where its places begin in ``places``, and how many there are."""
        import numpy as np

        bits = (len(self.bounds) - 1).bit_length() - 1
        numbers = (hashes >> np.uint64(64 - bits)).astype(np.int64)
        low = np.asarray(self.bounds[numbers], dtype=np.int64)
        return low, np.asarray(self.bounds[numbers + 1], dtype=np.int64) - low


def build_segment(texts: Iterable[bytes]) -> Segment:
    """Fingerprint texts in UTF-8; time and memory linear in them.

    Raises:
        ValueError: if the texts together are 4 GiB or more.
    """
    import numpy as np

    starts = [0]
    places: list[NDArray[np.uint32]] = []
    hashes: list[NDArray[np.uint64]] = []
    for text in texts:
        folded, raw = _fold(text)
        if len(folded) >= _GRAM:
            hashes.append(_hashed(folded, _STRIDE))
            places.append((raw[: len(folded) - _GRAM + 1 : _STRIDE] + starts[-1]).astype(np.uint32))
        starts.append(starts[-1] + len(text))
    if starts[-1] >= 1 << 32:
        raise ValueError("a segment holds less than 4 GiB")
    place = np.concatenate(places) if places else np.zeros(0, dtype=np.uint32)
    bits = max(8, min(23, len(place).bit_length() - 2))
    mixed = np.concatenate(hashes) if hashes else np.zeros(0, dtype=np.uint64)
    buckets = (mixed >> np.uint64(64 - bits)).astype(np.uint32)
    counts = np.bincount(buckets, minlength=1 << bits)
    bounds = np.concatenate(([0], np.cumsum(counts))).astype(np.uint32)
    return Segment(place[np.argsort(buckets, kind="stable")], bounds, tuple(starts))


class Archive:
    """Segments over texts that lie elsewhere; a text's number is its place in all segments together."""

    def __init__(
        self, segments: Sequence[Segment], read: Reader, names: Callable[[int], Sequence[str]]
    ) -> None:
        """``names``: what each text is called; a text without a name is gone, and not answered with."""
        self._segments = segments
        self._read = read
        self._names = names
        self._first = [0]
        self._bases = [0]
        for segment in segments:
            self._first.append(self._first[-1] + len(segment.starts) - 1)
            self._bases.append(self._bases[-1] + segment.starts[-1] + _BETWEEN)

    @property
    def index_bytes(self) -> int:
        """Size of the index in bytes, the texts not counted."""
        return sum(segment.size for segment in self._segments)

    def search(self, quote: str, limit: int = 5) -> list[ArchiveCandidate]:
        """The passages most like ``quote``, best first; empty if hardly a fingerprint is shared.

        A quotation of fewer than thirteen folded characters that the fingerprints do not know is looked for
        in every text, which takes time linear in the archive.
        """
        pieces = sorted(_CUTS.split(quote[:_LONGEST_QUERY]), key=len, reverse=True)
        bare = _bare(pieces[0])
        if not bare or not self._segments:
            return []
        found = self._near(bare)
        if len(bare) < _GRAM + _STRIDE - 1 and not any(score == 1.0 for score, *_ in found):
            found += self._plain(bare, limit)
        other = _bare(pieces[1]) if len(pieces) > 1 else ""
        if len(other) >= _GRAM + _STRIDE - 1 and len(found) > limit:
            others = [passage for passage in self._near(other) if not _there(passage, found)]
            return self._best(self._together(found, other) + self._together(others, bare), limit)
        return self._best(found, limit)

    def _near(self, bare: str) -> list[_Passage]:
        """The passages most like folded words, unsorted."""
        needle, _ = _fold(f" {bare} ".encode())
        found: list[_Passage] = []
        windows = self._windows(_hashed(needle, 1)) if len(needle) >= _GRAM else []
        for at, votes in windows:
            if _FEWER_VOTES * votes < windows[0][1]:
                break
            passage = self._passage(at, bare)
            if passage is not None and passage[0] >= _LEAST_LIKE:
                found.append(passage)
        return found

    def _together(self, found: Sequence[_Passage], other: str) -> list[_Passage]:
        """Passages with less likeness where the other piece of a quotation does not stand near them."""
        weighed: list[_Passage] = []
        for score, words, text, start, end in found:
            stretch, _ = _fold(self._read(text, max(0, start - _ACROSS), end + _ACROSS))
            near = other in stretch.tobytes().decode("latin-1")
            weighed.append((score if near else score * _LEAST_LIKE, words, text, start, end))
        return weighed

    def _plain(self, bare: str, limit: int) -> list[_Passage]:
        """Too short for a fingerprint: every text is read, until there are enough."""
        found: list[_Passage] = []
        sizes = (after - start for s in self._segments for start, after in itertools.pairwise(s.starts))
        for text, size in enumerate(sizes):
            if not self._names(text):
                continue
            folded, raw = _fold(self._read(text, 0, size))
            at = folded.tobytes().decode("latin-1").find(bare)
            if at >= 0:
                found.append((1.0, bare, text, int(raw[at]), int(raw[at + len(bare) - 1]) + 1))
            if len(found) >= max(limit, _MOST_NAMES):
                break
        return found

    def _windows(self, hashes: NDArray[np.uint64]) -> list[tuple[int, float]]:
        """Where a needle may begin (bytes from the first segment on), and how much speaks for it."""
        import numpy as np

        looked = [segment.buckets(hashes) for segment in self._segments]
        totals = np.sum([sizes for _, sizes in looked], axis=0) if looked else np.zeros(0, dtype=np.int64)
        rarest = np.argsort(totals, kind="stable")[int(np.count_nonzero(totals == 0)) :]
        if not len(rarest):
            return []
        enough = int(np.searchsorted(np.cumsum(totals[rarest]), _MOST_HITS))
        if enough < min(_FEWEST, len(rarest)):
            return self._crowded(looked, rarest, max(16, len(hashes) // 4))
        chosen = rarest[:enough]
        begins, counts = self._begins(looked, chosen)
        weights = np.repeat(np.tile(1 + 1 / np.log2(1 + totals[chosen]), len(looked)), counts)
        return _clusters(begins, weights, max(16, len(hashes) // 4))

    def _begins(
        self, looked: Sequence[_Looked], chosen: NDArray[np.intp]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Where a needle begins by each place of the chosen hashes, and the places of each in each segment.

        Only the places themselves are fetched segment by segment: an archive of many takes hardly longer.
        """
        import numpy as np

        counts = np.concatenate([sizes[chosen] for _, sizes in looked])
        lows = np.concatenate([low[chosen] for low, _ in looked])
        ends = np.cumsum(counts)
        at = np.arange(ends[-1]) + np.repeat(lows - ends + counts, counts)
        places = np.empty(len(at), dtype=np.int64)
        first = 0
        for number, segment in enumerate(self._segments):
            last = int(ends[(number + 1) * len(chosen) - 1])
            places[first:last] = segment.places[at[first:last]]
            places[first:last] += self._bases[number]
            first = last
        return places - np.repeat(np.tile(chosen, len(looked)), counts), counts

    def _crowded(
        self, looked: Sequence[_Looked], rarest: NDArray[np.intp], width: int
    ) -> list[tuple[int, float]]:
        """Where stock phrases may begin: places of a rare hash near which others are that go with it.

        Texts are sampled, so that only hashes as many places apart as samples are can stand together.
        """
        found: dict[int, float] = {}
        for first in rarest[:2].tolist():
            others = [gram for gram in rarest.tolist() if gram != first and (gram - first) % _STRIDE == 0]
            for segment, base, (low, sizes) in zip(self._segments, self._bases, looked, strict=False):
                for begin, votes in _beside(segment, low, sizes, first, others[:_FEWEST], width):
                    found[begin + base] = max(votes, found.get(begin + base, 0))
        return sorted(found.items(), key=lambda window: (-window[1], window[0]))[:_MOST_WINDOWS]

    def _passage(self, at: int, bare: str) -> _Passage | None:
        """Likeness, folded words, text and span of bytes of what stands about a place."""
        number = max(0, bisect_right(self._bases, at + len(bare) // 2) - 1)
        segment = self._segments[number]
        at -= self._bases[number]
        text = max(0, bisect_right(segment.starts, at + len(bare) // 2) - 1)
        if text >= len(segment.starts) - 1:
            return None
        first, last = segment.starts[text], segment.starts[text + 1]
        low = max(first, at - _MARGIN) - first
        high = min(last, at + len(bare) + len(bare) // 3 + _MARGIN) - first
        text += self._first[number]
        if high <= low or not self._names(text):
            return None
        folded, raw = _fold(self._read(text, low, high))
        window = folded.tobytes().decode("latin-1")
        score, start, end = _aligned(bare, window)
        if end <= start:
            return None
        return score, window[start:end].strip(), text, low + int(raw[start]), low + int(raw[end - 1]) + 1

    def _best(self, found: Sequence[_Passage], limit: int) -> list[ArchiveCandidate]:
        """One candidate for each wording; where a wording stands several times, all documents are named."""
        made: dict[str, ArchiveCandidate] = {}
        for score, words, text, start, end in sorted(found, key=lambda item: -item[0]):
            names = self._names(text)
            known = made.get(words)
            if known is None:
                if len(made) == limit:
                    continue
                made[words] = known = ArchiveCandidate(names[0], start, end, round(score, 4))
            others = dict.fromkeys([*known.also, *(name for name in names if name != known.document)])
            made[words] = replace(known, also=tuple(others)[:_MOST_NAMES])
        return list(made.values())


def archive_of(documents: Iterable[tuple[str, str]]) -> Archive:
    """An archive in memory over names and texts; build time and memory are linear in the texts."""
    names: list[str] = []
    texts: list[bytes] = []
    segments: list[Segment] = []
    pending, size = 0, 0
    for name, text in documents:
        encoded = text.encode("utf-8", "replace")
        if size and size + len(encoded) > SEGMENT:
            segments.append(build_segment(texts[pending:]))
            pending, size = len(texts), 0
        names.append(name)
        texts.append(encoded)
        size += len(encoded)
    if len(texts) > pending:
        segments.append(build_segment(texts[pending:]))
    return Archive(segments, lambda text, low, high: texts[text][low:high], lambda text: [names[text]])


def _there(passage: _Passage, found: Sequence[_Passage]) -> bool:
    """Whether one of the found passages stands near by in the same text."""
    _, _, text, start, _ = passage
    return any(text == known and abs(start - at) <= _ACROSS for _, _, known, at, _ in found)


def _bare(words: str) -> str:
    folded, _ = _fold(words.encode("utf-8", "replace"))
    return folded.tobytes().decode("ascii", "replace").strip()


def _aligned(needle: str, window: str) -> tuple[float, int, int]:
    """How like the nearest stretch of the window is to the needle, and where it lies."""
    at = window.find(needle)
    if at >= 0:
        return 1.0, at, at + len(needle)
    from rapidfuzz import fuzz

    match = fuzz.partial_ratio_alignment(needle, window)
    if match is None:
        return 0.0, 0, 0
    return match.score / 100, match.dest_start, match.dest_end


def code_points(text: bytes) -> int:
    """Code points of UTF-8 as the reading text has them: no byte order mark, one newline a line's end."""
    decoded = text.decode("utf-8", "replace")
    return len(decoded) - decoded.startswith("\ufeff") - decoded.count("\r\n")


def _beside(
    segment: Segment,
    low: NDArray[np.int64],
    sizes: NDArray[np.int64],
    first: int,
    others: Sequence[int],
    width: int,
) -> list[tuple[int, float]]:
    """Begins that the hash ``first`` speaks for, and how many of the others stand where they should."""
    import numpy as np

    begins = (
        segment.places[low[first] : low[first] + min(sizes[first], _MOST_HITS // 4)].astype(np.int64) - first
    )
    votes = np.ones(len(begins), dtype=np.int64)
    for gram in others:
        there = segment.places[low[gram] : low[gram] + sizes[gram]]
        at = np.searchsorted(there, np.maximum(begins + gram - width, 0).astype(np.uint32))
        near = at < len(there)
        near[near] = there[at[near]].astype(np.int64) <= begins[near] + gram + width
        votes += near
    best = np.argsort(-votes, kind="stable")[:_MOST_WINDOWS]
    return [(int(begins[i]), float(votes[i])) for i in best]


def _clusters(begins: NDArray[np.int64], weights: NDArray[np.float64], width: int) -> list[tuple[int, float]]:
    """Group begins that lie within ``width`` bytes of one another; those that weigh most first."""
    import numpy as np

    # Place and number in one integer: sorting those is several times as fast as asking for the order.
    bits = len(begins).bit_length()
    sorted_ = np.sort((begins << bits) + np.arange(len(begins)))
    begins, weights = sorted_ >> bits, weights[sorted_ & ((1 << bits) - 1)]
    first = np.concatenate(([0], np.flatnonzero(np.diff(begins) > width) + 1))
    sums = np.add.reduceat(weights, first)
    sizes = np.diff(np.concatenate((first, [len(begins)])))
    least = np.partition(sums, -_MOST_WINDOWS)[-_MOST_WINDOWS] if len(sums) > _MOST_WINDOWS else 0.0
    heavy = np.flatnonzero(sums >= least)
    best = heavy[np.argsort(-sums[heavy], kind="stable")[:_MOST_WINDOWS]]
    return [(int(begins[first[i] + sizes[i] // 2]), float(sums[i])) for i in best]


def _hashed(folded: NDArray[np.uint8], step: int) -> NDArray[np.uint64]:
    """The hash of eight bytes at every ``step``-th place."""
    import numpy as np

    grams = np.lib.stride_tricks.sliding_window_view(folded, _GRAM)[::step]
    words = np.ascontiguousarray(grams).view(np.uint64)[:, 0]
    with np.errstate(over="ignore"):
        mixed = words * np.uint64(_ONE)
        hashed: NDArray[np.uint64] = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(_ONE)
    return hashed


def _fold(text: bytes) -> tuple[NDArray[np.uint8], NDArray[np.intp]]:
    """The folded bytes of a text, and where each of them stood."""
    import numpy as np

    folded = np.frombuffer(bytearray(text.translate(_table())), dtype=np.uint8)
    dropped = np.zeros(len(folded), dtype=np.bool_)
    if not text.isascii():
        _fold_accents(np.frombuffer(text, dtype=np.uint8), folded, dropped)
    space = folded == 32
    dropped[1:] |= space[1:] & space[:-1]
    kept = np.flatnonzero(~dropped)
    return folded[kept], kept


def _fold_accents(raw: NDArray[np.uint8], folded: NDArray[np.uint8], dropped: NDArray[np.bool_]) -> None:
    """Bare Latin letters for accented ones; typographic marks (U+2000 to U+203F) for a space. In place."""
    import numpy as np

    leads = np.flatnonzero((raw[:-1] >= 0xC3) & (raw[:-1] <= 0xCD))
    bare = _accented()[raw[leads].astype(np.intp) - 0xC3, raw[leads + 1] & 0x3F]
    known = bare > 0
    folded[leads[known] + 1] = bare[known]
    dropped[leads[known]] = True
    marks = np.flatnonzero((raw[:-2] == 0xE2) & (raw[1:-1] == 0x80))
    for offset in range(3):
        folded[marks + offset] = 32
    combining = leads[(raw[leads] == 0xCC) | ((raw[leads] == 0xCD) & (raw[leads + 1] < 0xB0))]
    dropped[combining] = dropped[combining + 1] = True


@cache
def _table() -> bytes:
    """What each byte is folded to: a small letter, a digit, a space; those above ASCII stay."""
    return bytes(
        (ord(chr(byte).lower()) if chr(byte).isalnum() else 32) if byte < 0x80 else byte
        for byte in range(256)
    )


@cache
def _accented() -> NDArray[np.uint8]:
    """For two-byte UTF-8 from U+00C0 on: the bare small letter, or 0 where there is none."""
    import numpy as np

    table = np.zeros((0xCE - 0xC3, 64), dtype=np.uint8)
    for lead in range(0xC3, 0xC6):
        for low in range(64):
            letter = unicodedata.normalize("NFD", chr((lead & 0x1F) << 6 | low))[0].lower()
            table[lead - 0xC3, low] = ord(letter) if letter.isascii() and letter.isalpha() else 0
    return table
