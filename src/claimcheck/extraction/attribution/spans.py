"""Source, cue and content spans of a text, by two trained chains.

The first chain marks the cues; the second is asked once a cue and marks the source and the content that go
with it (the cue-centred design of Pareti 2015 and Newell et al. 2018). Trained on PolNeAR's training part by
``benchmarks/train_attribution.py``; the table holds weights of hashed features and none of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np

from claimcheck.extraction.attribution.crf import Chain, Ints
from claimcheck.extraction.attribution.cue_features import cue_rows
from claimcheck.extraction.attribution.features import Columns, Layout, columns, layout
from claimcheck.extraction.attribution.span_features import Windows, span_rows, windows
from claimcheck.extraction.attribution.tokens import Tokens

Pair = tuple[int, int]

CUE_LABELS = ("O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT")
SPAN_LABELS = ("O", "B-SOURCE", "I-SOURCE", "B-CONTENT", "I-CONTENT", "CUE")
_CUE, _SOURCE, _CONTENT, _OWN_CUE = 3, 1, 3, 5
_BATCH = 8000
_MAGIC = b"CCA2"
MODEL_FILE = Path(__file__).with_name("attribution.bin")
_CUES_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Spans:
    """Where an attribution's source, cue and content stand; each a tuple of spans in text order."""

    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """The two chains, and how much the first is nudged towards beginning a cue (tuned for F1)."""

    cues: Chain
    spans: Chain
    cue_bonus: float


@cache
def load_model() -> Model:
    """The model that comes with the package."""
    return read_model(MODEL_FILE.read_bytes())


def read_model(data: bytes) -> Model:
    """The model in the bytes of its file: as they lie there, for unpacking would cost more than reading.

    File: the magic ``CCA2`` and the cue bonus, then for each chain the bits of its table's size, its number
    of labels and its scale, the transitions, the starts and the table; all little-endian, four bytes a
    number but for the table, which has eight.
    """
    bonus = float(np.frombuffer(data, "<f4", 1, len(_MAGIC))[0])
    chains, at = [], len(_MAGIC) + 4
    for _ in range(2):
        bits, labels = np.frombuffer(data, "<u4", 2, at).tolist()
        numbers = np.frombuffer(data, "<f4", 1 + labels * (labels + 1), at + 8).astype(np.float32)
        at += 8 + 4 * len(numbers)
        table = np.frombuffer(data, "<u8", 1 << bits, at).astype(np.uint64, copy=False)
        at += 8 << bits
        transitions = numbers[1 : 1 + labels * labels].reshape(labels, labels)
        chains.append(Chain(table, float(numbers[0]), transitions, numbers[1 + labels * labels :]))
    return Model(chains[0], chains[1], bonus)


def dump_model(model: Model) -> bytes:
    """The bytes that :func:`read_model` reads."""
    parts = [_MAGIC, np.array([model.cue_bonus], "<f4").tobytes()]
    for chain in (model.cues, model.spans):
        parts.append(np.array([chain.bits, len(chain.starts)], "<u4").tobytes())
        numbers = np.concatenate([[chain.scale], chain.transitions.ravel(), chain.starts])
        parts += [numbers.astype("<f4").tobytes(), chain.table.astype("<u8").tobytes()]
    return b"".join(parts)


def find_spans(tokens: Tokens, model: Model) -> list[Spans]:
    """Source, cue and content of each attribution, in order of the cues, in code points.

    Works through the tokens in batches of whole paragraphs, so memory does not grow with the text.
    """
    if not len(tokens):
        return []
    whole = columns(tokens)
    return [spans for low, high in _batches(tokens) for spans in _in_batch(tokens, whole, low, high, model)]


def _batches(tokens: Tokens) -> Iterator[Pair]:
    low = 0
    while low < len(tokens):
        high = min(low + _BATCH, len(tokens))
        while high < len(tokens) and tokens.paragraphs[high] == tokens.paragraphs[high - 1]:
            high += 1
        yield low, high
        low = high


def _in_batch(tokens: Tokens, whole: Columns, low: int, high: int, model: Model) -> list[Spans]:
    part = Columns(*(getattr(whole, column.name)[low:high] for column in fields(Columns)))
    place = layout(part)
    scores = model.cues.scores(cue_rows(part, place, model.cues.bits))
    scores[:, _CUE] += model.cue_bonus
    lengths = np.bincount(part.paragraph - part.paragraph[0])
    path = model.cues.best_paths(scores, lengths[lengths > 0])
    cues = runs(path, _CUE, part.paragraph)
    found = []
    for at in range(0, len(cues), _CUES_AT_ONCE):
        some = cues[at : at + _CUES_AT_ONCE]
        window = windows(some, place)
        path = _label(part, place, window, model.spans)
        begins = np.cumsum(window.lengths) - window.lengths
        for cue, begin, length in zip(some, begins, window.lengths, strict=True):
            own = path[begin : begin + length]
            shift = low + int(window.token[begin])
            roles = [runs(own, _SOURCE), [(cue[0] + low - shift, cue[1] + low - shift)], runs(own, _CONTENT)]
            found.append(Spans(*(_offsets(tokens, role, shift) for role in roles)))
    return found


def _label(part: Columns, place: Layout, window: Windows, chain: Chain) -> Ints:
    """The label of each token of the windows, the cue's own being known."""
    scores = chain.scores(span_rows(part, place, window, chain.bits))
    scores[:, _OWN_CUE] = np.where(window.in_cue, 1e4, -1e4)
    return chain.best_paths(scores, window.lengths)


def _offsets(tokens: Tokens, role: list[Pair], shift: int) -> tuple[Pair, ...]:
    return tuple((tokens.starts[first + shift], tokens.ends[last + shift]) for first, last in role)


def runs(path: Ints, begin: int, paragraph: Ints | None = None) -> list[Pair]:
    """Stretches labelled ``begin`` then ``begin + 1``…, as (first, last); none crosses a paragraph."""
    found: list[Pair] = []
    for at in np.flatnonzero((path == begin) | (path == begin + 1)).tolist():
        joined = found and found[-1][1] == at - 1 and path[at] == begin + 1
        if joined and (paragraph is None or paragraph[at] == paragraph[at - 1]):
            found[-1] = (found[-1][0], at)
        else:
            found.append((at, at))
    return found
