"""Features by which the first chain finds cues: the token, its neighbours, and where it stands."""

from __future__ import annotations

import numpy as np

from claimcheck.extraction.attribution.features import (
    Columns,
    Hasher,
    Ids,
    Ints,
    Layout,
    codes,
    shifted,
)


def cue_rows(columns: Columns, place: Layout, bits: int) -> Ints:
    """Feature rows of each token for the first chain (features x tokens)."""
    hasher = Hasher(0)
    _words(hasher, columns)
    _classes(hasher, columns)
    _places(hasher, columns, place)
    return hasher.rows(bits)


def _words(hasher: Hasher, columns: Columns) -> None:
    def at(values: Ids, by: int) -> Ids:
        return shifted(values, by, columns.paragraph)

    word, stem, suffix, ending = columns.word, columns.stem, columns.suffix, columns.ending
    for by in (-2, -1, 0, 1, 2):
        hasher.add(at(word, by))
    for by in (-1, 0, 1):
        hasher.add(at(stem, by))
        hasher.add(at(suffix, by))
    hasher.add(at(stem, -1), stem)
    hasher.add(stem, at(stem, 1))
    hasher.add(at(word, -1), word, at(word, 1))
    hasher.add(ending)
    hasher.add(ending, at(ending, -1))
    hasher.add(ending, at(ending, 1))


def _classes(hasher: Hasher, columns: Columns) -> None:
    def at(values: Ids, by: int) -> Ids:
        return shifted(values, by, columns.paragraph)

    stem, shape, kind, quote = columns.stem, columns.shape, columns.kind, codes(columns.quote)
    hasher.add(shape)
    hasher.add(at(shape, -1), shape)
    hasher.add(shape, at(shape, 1))
    for by in (-3, 3):
        hasher.add(at(kind, by))
    hasher.add(at(kind, -2), at(kind, -1), kind)
    hasher.add(at(kind, -1), kind, at(kind, 1))
    hasher.add(kind, at(kind, 1), at(kind, 2))
    hasher.add(stem, at(kind, 1), at(kind, 2))
    hasher.add(stem, at(kind, -1), at(kind, -2))
    hasher.add(quote, kind)
    hasher.add(quote, stem)
    hasher.add(at(quote, -1), quote, at(quote, 1))
    hasher.add(at(quote, 1), at(quote, 2), stem)
    hasher.add(at(quote, -1), at(quote, -2), stem)


def _places(hasher: Hasher, columns: Columns, place: Layout) -> None:
    index = np.arange(len(columns))
    word, stem, kind, quote = columns.word, columns.stem, columns.kind, codes(columns.quote)
    in_sentence = codes(np.minimum(index - place.sentence_start, 6))
    sentence = codes(np.minimum(columns.sentence - columns.sentence[place.paragraph_start], 3))
    size = codes(np.digitize(place.paragraph_end - place.paragraph_start + 1, [5, 15, 30]))
    hasher.add(in_sentence, kind)
    hasher.add(in_sentence, word)
    hasher.add(place.has_marks, stem)
    hasher.add(place.has_marks, quote, kind)
    hasher.add(sentence, size)
    hasher.add(size, kind, sentence)
    hasher.add(size, word)
    hasher.add(word[place.sentence_start], kind)
    hasher.add(kind[place.sentence_start], stem)
