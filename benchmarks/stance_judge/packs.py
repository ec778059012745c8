"""Passages with all the claims that are put to them, and batches of them, as the network is trained.

A pack is a passage and its claims in one row of tokens: each claim has a first token of its own, reads the
passage and itself, and its positions begin at nought. What they are made of is in ``streams.py``.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch
from network import CLAIM, FAR, MOST_CLAIM, MOST_PASSAGE, PASSAGE
from pairs import LABELS, Pack
from tokenizers import Tokenizer
from torch import Tensor

SORTED_TOGETHER = 30
"""Batches among which groups are sorted by length, so that little is padded."""
MASKED = 0.03
"""Share of the tokens that are hidden while training."""


@dataclass(frozen=True)
class Coded:
    """A pack as tokens.

    Attributes:
        ids, types, positions: a value a token.
        parts: 0 for the passage, then 1, 2, … for the claims, a value a token.
        starts: where each claim's first token is.
        gold: numbers of ``LABELS``.
    """

    ids: list[int]
    types: list[int]
    positions: list[int]
    parts: list[int]
    starts: list[int]
    gold: list[int]


@dataclass(frozen=True)
class Batch:
    """Tensors of some packs, padded to the longest; ``means`` is ``(claims, rows * tokens)``."""

    ids: Tensor
    types: Tensor
    positions: Tensor
    mask: Tensor
    first: Tensor
    means: Tensor
    gold: Tensor


def code(pack: Pack, tokenizer: Tokenizer) -> Coded:
    """The pack's tokens."""
    begin, end = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    texts = tokenizer.encode_batch([pack.passage, *(c for c, _ in pack.claims)], add_special_tokens=False)
    ids = [*texts[0].ids[:MOST_PASSAGE], end]
    types, positions, parts = [PASSAGE] * len(ids), list(range(len(ids))), [0] * len(ids)
    starts = []
    for number, text in enumerate(texts[1:], 1):
        some = [begin, *text.ids[:MOST_CLAIM], end]
        starts.append(len(ids))
        ids += some
        types += [CLAIM] * len(some)
        positions += range(len(some))
        parts += [number] * len(some)
    return Coded(ids, types, positions, parts, starts, [LABELS.index(stance) for _, stance in pack.claims])


def hidden(coded: Coded, tokenizer: Tokenizer, rng: random.Random) -> Coded:
    """The same with a few tokens masked, so that no single word gives a passage away."""
    kept = {tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]")}
    mask = tokenizer.token_to_id("[MASK]")
    return replace(coded, ids=[t if t in kept or rng.random() >= MASKED else mask for t in coded.ids])


def collate(packs: Sequence[Coded]) -> Batch:
    """Tensors of some packs."""
    longest = max(len(pack.ids) for pack in packs)

    def padded(rows: list[list[int]], filler: int) -> Tensor:
        return torch.tensor([row + [filler] * (longest - len(row)) for row in rows])

    parts = padded([pack.parts for pack in packs], -1)
    allowed = (parts.unsqueeze(1) == 0) | (parts.unsqueeze(2) == parts.unsqueeze(1))
    first = [row * longest + start for row, pack in enumerate(packs) for start in pack.starts]
    means = torch.zeros(len(first), len(packs) * longest)
    number = 0
    for row, pack in enumerate(packs):
        ends = [*pack.starts[1:], len(pack.ids)]
        for start, stop in zip(pack.starts, ends, strict=True):
            means[number, row * longest + start : row * longest + stop] = 1 / (stop - start)
            number += 1
    return Batch(
        padded([pack.ids for pack in packs], 0),
        padded([pack.types for pack in packs], 0),
        padded([pack.positions for pack in packs], 0),
        (~allowed).unsqueeze(1).float() * FAR,
        torch.tensor(first),
        means,
        torch.tensor([label for pack in packs for label in pack.gold]),
    )


def batches(
    groups: Iterator[list[Pack]], tokenizer: Tokenizer, rng: random.Random, tokens: int
) -> Iterator[Batch]:
    """Endless batches of at most about ``tokens`` tokens, padding counted."""
    while True:
        window: list[list[Coded]] = []
        room = tokens * SORTED_TOGETHER
        while room > 0:
            window.append([hidden(code(pack, tokenizer), tokenizer, rng) for pack in next(groups)])
            room -= sum(len(pack.ids) for pack in window[-1])
        made: list[list[Coded]] = [[]]
        for group in sorted(window, key=lambda g: max(len(pack.ids) for pack in g)):
            longest = max(len(pack.ids) for pack in group)
            if made[-1] and longest * (len(made[-1]) + len(group)) > tokens:
                made.append([])
            made[-1] += group
        rng.shuffle(made)
        yield from (collate(some) for some in made)
