"""Features by which the second chain finds source and content: each token as seen from one cue.

Every cue gets a window of its own: its paragraph, at most 70 tokens back and 120 ahead. All arrays here are
over the tokens of all windows, one window after another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from claimcheck.extraction.attribution.features import (
    KIND_NUMBER,
    Columns,
    Hasher,
    Ids,
    Ints,
    Layout,
    codes,
    combine,
    shifted,
)
from claimcheck.extraction.attribution.tokens import OUTSIDE

BACK, AHEAD = 70, 120

_DISTANCES = [1, 2, 3, 4, 5, 6, 8, 11, 16, 24, 40]
_ED = np.uint32(crc32(b"2ed"))
_AUXILIARY = [KIND_NUMBER[name] for name in ("be", "have", "do", "modal")]


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of several cues.

    Attributes:
        token: index of the token; lengths: tokens of each window.
        first, last: index of the first and the last token of the window's cue, repeated for each token.
    """

    token: Ints
    lengths: Ints
    first: Ints
    last: Ints

    @property
    def in_cue(self) -> npt.NDArray[np.bool_]:
        """Whether the token belongs to the window's own cue."""
        return (self.token >= self.first) & (self.token <= self.last)


def windows(cues: list[tuple[int, int]], place: Layout) -> Windows:
    """The windows of ``cues``, each (first token, last token)."""
    first, last = np.array(cues, dtype=np.int64).reshape(len(cues), 2).T
    low = np.maximum(place.paragraph_start[first], first - BACK)
    high = np.minimum(place.paragraph_end[last], last + AHEAD)
    lengths = high - low + 1
    begins = np.cumsum(lengths) - lengths
    token = np.arange(lengths.sum()) - np.repeat(begins - low, lengths)
    return Windows(token, lengths, np.repeat(first, lengths), np.repeat(last, lengths))


@dataclass(frozen=True, slots=True)
class _View:
    """What each token of a window is to its cue, as codes."""

    at: Callable[[Ids, int], Ids]
    side: Ids
    distance: Ids
    sentence: Ids
    commas: Ids
    cues: Ids
    subordinate: Ids
    conjunctions: Ids
    verbs: Ids


def span_rows(columns: Columns, place: Layout, window: Windows, bits: int) -> Ints:
    """Feature rows for the second chain (features x tokens of all windows)."""
    view = _view(columns, window)
    hasher = Hasher(100)
    _words(hasher, columns, view)
    _cue(hasher, columns, view, window)
    _quotes(hasher, columns, view, window, place)
    _clauses(hasher, columns, view, window, place)
    return hasher.rows(bits)


def _view(columns: Columns, window: Windows) -> _View:
    token, first, last = window.token, window.first, window.last
    offset = np.where(token < first, token - first, np.where(token > last, token - last, 0))
    is_cue = np.zeros(len(columns), dtype=np.bool_)
    is_cue[first] = True
    verbish = np.isin(columns.kind, _AUXILIARY) | (columns.ending == _ED)

    def between(flags: npt.NDArray[np.bool_]) -> Ids:
        """How many flagged tokens stand between the cue and the token, at most 4."""
        upto = np.cumsum(flags, dtype=np.int64)
        before = upto - flags.astype(np.int64)
        count = np.where(token < first, before[first] - upto[token], before[token] - upto[last])
        return codes(np.clip(count, 0, 4))

    def at(values: Ids, by: int) -> Ids:
        return shifted(values, by, columns.paragraph)[token]

    return _View(
        at,
        codes(np.where(token < first, 1, np.where(token > last, 2, 3))),
        codes(np.sign(offset) * np.digitize(np.abs(offset), _DISTANCES) + 20),
        codes(np.clip(columns.sentence[token] - columns.sentence[first], -4, 8) + 10),
        between(columns.kind == KIND_NUMBER["comma"]),
        between(is_cue),
        between(columns.kind == KIND_NUMBER["sub"]),
        between(columns.kind == KIND_NUMBER["conj"]),
        between(verbish),
    )


def _words(hasher: Hasher, columns: Columns, view: _View) -> None:
    at, side, distance = view.at, view.side, view.distance
    word, kind, shape = columns.word, columns.kind, columns.shape
    before, here, after = at(word, -1), at(word, 0), at(word, 1)
    kinds = [at(kind, by) for by in (-2, -1, 0, 1, 2)]
    for by in (-2, -1, 0, 1, 2):
        hasher.add(at(word, by), side)
    hasher.add(before, here, side)
    hasher.add(here, after, side)
    hasher.add(before, here, distance)
    hasher.add(here, after, distance)
    hasher.add(at(columns.stem, 0), distance)
    hasher.add(at(columns.stem, 2), side, kinds[3])
    hasher.add(kinds[2], distance)
    hasher.add(kinds[2], side, view.sentence, view.cues)
    hasher.add(kinds[1], kinds[2], distance)
    hasher.add(kinds[2], kinds[3], distance)
    hasher.add(*kinds[1:4], distance)
    hasher.add(*kinds[:3], side)
    hasher.add(*kinds[2:], side)
    for by in (0, 1):
        hasher.add(at(shape, by), side)
        hasher.add(at(columns.ending, by), side)
    hasher.add(at(shape, 0), at(shape, 1), distance)
    hasher.add(at(shape, -1), at(shape, 0), distance)
    hasher.add(at(columns.suffix, 0), side, kinds[1])
    hasher.add(at(columns.suffix, 1), side, kinds[2])


def _cue(hasher: Hasher, columns: Columns, view: _View, window: Windows) -> None:
    side, distance, sentence = view.side, view.distance, view.sentence
    here, after = view.at(columns.kind, 0), view.at(columns.kind, 1)
    stem, paragraph = columns.stem[window.last], columns.paragraph

    def past(values: Ids, by: int) -> Ids:
        return shifted(values, by, paragraph)[window.last if by > 0 else window.first]

    follows, precedes = past(columns.kind, 1), past(columns.kind, -1)
    hasher.add(side)
    hasher.add(distance)
    hasher.add(distance, sentence)
    hasher.add(stem, side)
    hasher.add(stem, distance)
    hasher.add(stem, here, side)
    hasher.add(stem, view.at(columns.word, 0), side)
    hasher.add(stem, distance, after)
    hasher.add(stem, follows, distance)
    hasher.add(stem, precedes, distance)
    hasher.add(follows, past(columns.kind, 2), distance)
    hasher.add(precedes, past(columns.kind, -2), distance)
    for neighbour in (past(columns.word, 1), past(columns.word, -1)):
        hasher.add(neighbour, side, sentence)
        hasher.add(neighbour, distance)
    hasher.add(columns.kind[window.last], columns.word[window.first], distance)
    hasher.add(columns.suffix[window.last], distance, follows)
    hasher.add(columns.ending[window.last], follows, side, here)


def _quotes(hasher: Hasher, columns: Columns, view: _View, window: Windows, place: Layout) -> None:
    side, distance, sentence = view.side, view.distance, view.sentence
    quote = codes(columns.quote)
    before, here, after = view.at(quote, -1), view.at(quote, 0), view.at(quote, 1)
    kind, kind_before, kind_after = (view.at(columns.kind, by) for by in (0, -1, 1))
    first, last = window.first, window.last
    marks = (
        place.has_marks[first],
        shifted(quote, -1, columns.paragraph)[first],
        shifted(quote, 1, columns.paragraph)[last],
    )
    form = combine([(7, marks)])[0]
    ends = codes(np.concatenate((place.new_sentence[1:], [True])))[window.token]
    inside = codes(columns.quote != OUTSIDE)[window.token]
    hasher.add(sentence, side, here)
    hasher.add(here, sentence, side, quote[first])
    hasher.add(before, here, after, side, sentence)
    hasher.add(form, side, here, sentence)
    hasher.add(form, distance)
    hasher.add(form, kind_before, kind, side, sentence)
    hasher.add(view.at(columns.word, 1), sentence, side, here)
    hasher.add(view.at(columns.word, -1), sentence, side, here)
    hasher.add(ends, here, side, sentence, kind_after)
    hasher.add(kind_before, kind, kind_after, side, inside)
    hasher.add(view.commas, view.verbs, kind, side, inside)


def _clauses(hasher: Hasher, columns: Columns, view: _View, window: Windows, place: Layout) -> None:
    side, distance, sentence = view.side, view.distance, view.sentence
    kind, before, after = (view.at(columns.kind, by) for by in (0, -1, 1))
    quote = codes(columns.quote)[window.token]
    begins = codes(place.new_sentence[window.token])
    in_sentence = codes(np.minimum(window.token - place.sentence_start[window.token], 4))
    hasher.add(side, view.cues)
    hasher.add(distance, view.cues, view.commas)
    hasher.add(view.commas, side, kind, before)
    hasher.add(view.commas, view.subordinate, view.conjunctions, side)
    hasher.add(view.conjunctions, kind, side, view.commas)
    hasher.add(kind, after, view.commas, side, view.cues)
    hasher.add(view.subordinate, kind, side, after)
    hasher.add(view.cues, kind, before, side, sentence)
    hasher.add(begins, side, sentence, quote)
    hasher.add(in_sentence, side, kind)
    hasher.add(in_sentence, side, view.cues, sentence, quote)
    hasher.add(after, view.at(columns.kind, 2), view.at(columns.kind, 3), side, view.commas)
