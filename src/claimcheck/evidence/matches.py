"""Which claims of an archive say the same as a text: has this been checked before?

BM25 over stems plus, at a fifth of the weight, BM25 over the four-letter pieces of the stems, which
forgives spelling and finds compounds. Handles and hashtags are also read as the words they are made of.
With an embedder, texts near in meaning are found too, and both orders are fused.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.evidence.terms import STOP_WORDS, expansions, stem, stems, words

if TYPE_CHECKING:
    from claimcheck.evidence.embeddings import Embedder

PIECES_WEIGHT = 0.2
EXPANSION_WEIGHT = 0.5
MOST_MATCHES = 20
_CANDIDATES = 300
_FUSED = 100
_K1, _B = 1.2, 0.75

_GLUED_ADDRESS = re.compile(r"(?<=\S)(?=pic\.twitter\.com/|https?://)")
_ADDRESS = re.compile(r"(?:https?://|pic\.twitter\.com/)\S+")
_TAG = re.compile(r"[#@](\w{1,80})")
_HUMP = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+")


@dataclass(frozen=True, slots=True)
class Match:
    """A text of the archive that may say the same. ``score`` in [0, 1]; 1 is as good as the text itself."""

    id: str
    score: float


class _Bm25:
    """Okapi BM25 (Robertson & Zaragoza 2009) over lists of terms."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, document in enumerate(documents):
            for term, count in Counter(document).items():
                self._postings[term].append((number, count))
        mean = sum(map(len, documents)) / max(len(documents), 1) or 1.0
        self._length = [_K1 * (1 - _B + _B * len(document) / mean) for document in documents]
        self._total = len(documents)

    def scores(self, terms: Mapping[str, float]) -> Counter[int]:
        """The score of every document that shares a term with the query."""
        found: Counter[int] = Counter()
        for term, weight in terms.items():
            postings = self._postings.get(term, ())
            idf = math.log(1 + (self._total - len(postings) + 0.5) / (len(postings) + 0.5)) * weight
            for number, count in postings:
                found[number] += idf * count * (_K1 + 1) / (count + self._length[number])  # type: ignore[assignment]
        return found


class Archive:
    """Texts already checked, prepared for matching; built once, asked many times.

    Args:
        texts: ids and texts.
        embedder: also matches by meaning.
    """

    def __init__(self, texts: Sequence[tuple[str, str]], embedder: Embedder | None = None) -> None:
        self._ids = [name for name, _ in texts]
        stemmed = [stems(text) for _, text in texts]
        self._words = _Bm25(stemmed)
        self._pieces = _Bm25([list(_pieces(document)) for document in stemmed])
        self._embedder = embedder
        self._vectors = embedder.embed([text for _, text in texts]) if embedder else None

    def matches(self, text: str, *, limit: int = MOST_MATCHES) -> list[Match]:
        """The texts that may say the same, best first, ties in archive order; at most ``limit``."""
        by_words = self._by_words(text, limit if self._embedder is None else max(limit, _FUSED))
        if self._embedder is None or self._vectors is None:
            return [Match(self._ids[number], _squash(score)) for number, score in by_words]
        from claimcheck.evidence.embeddings import fused_scores, nearest

        by_meaning = nearest(self._vectors, self._embedder.embed_one(text), _FUSED)
        scores = fused_scores([number for number, _ in by_words], by_meaning)
        return [Match(self._ids[number], round(scores[number], 4)) for number in _best(scores, limit)]

    def _by_words(self, text: str, limit: int) -> list[tuple[int, float]]:
        terms = _query(text)
        by_words = self._words.scores(terms)
        by_pieces = self._pieces.scores(dict.fromkeys(_pieces(terms), 1.0))
        candidates = {number for scores in (by_words, by_pieces) for number in _best(scores, _CANDIDATES)}
        scores = {
            number: by_words[number] + PIECES_WEIGHT * by_pieces[number] for number in sorted(candidates)
        }
        return [(number, scores[number]) for number in _best(scores, limit)]


def _squash(score: float) -> float:
    return round(1 - math.exp(-score / 30), 4)


def _best(scores: Mapping[int, float], limit: int) -> list[int]:
    return sorted(scores, key=lambda number: (-scores[number], number))[:limit]


def _query(text: str) -> dict[str, float]:
    readable = _ADDRESS.sub(" ", _GLUED_ADDRESS.sub(" ", text))
    readable = _TAG.sub(lambda tag: f"{tag[0]} {' '.join(_HUMP.findall(tag[1].replace('_', ' ')))}", readable)
    weights: dict[str, float] = {}
    for written, plain in words(readable):
        if plain in STOP_WORDS and not (written.isupper() and len(plain) > 1):
            continue
        weights[stem(plain)] = 1.0
        for other in expansions(written, plain):
            weights.setdefault(stem(other), EXPANSION_WEIGHT)
    return weights


def _pieces(terms: Iterable[str]) -> Iterable[str]:
    for term in terms:
        framed = f"^{term}$"
        if len(framed) < 5:
            yield framed
        for start in range(len(framed) - 3):
            yield framed[start : start + 4]
