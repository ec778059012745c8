"""Passages with all the claims that are put to them, and batches of them, as the network is trained.

A pack is a passage and its claims in one row of tokens: each claim has a first token of its own, reads the
passage and itself, and its positions begin at nought. A group is packs that are learnt together: the two
passages of a written block, so that every step sees what the difference between the twins decides.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import newsroom
import torch
from network import CLAIM, FAR, MOST_CLAIM, MOST_PASSAGE, PASSAGE
from pairs import LABELS, PUBLIC, WRITTEN_KEPT, Pair, from_texts, held_out, made_up, news, public, unrelated
from tokenizers import Tokenizer
from torch import Tensor

from edits import read_document

Claims = list[tuple[str, str]]
"""Claims, each with its stance."""
SORTED_TOGETHER = 30
"""Batches among which groups are sorted by length, so that little is padded."""
MOST_CLAIMS = 18


@dataclass(frozen=True)
class Pack:
    """A passage and the claims put to it."""

    passage: str
    claims: Claims


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
            window.append([code(pack, tokenizer) for pack in next(groups)])
            room -= sum(len(pack.ids) for pack in window[-1])
        made: list[list[Coded]] = [[]]
        for group in sorted(window, key=lambda g: max(len(pack.ids) for pack in g)):
            longest = max(len(pack.ids) for pack in group)
            if made[-1] and longest * (len(made[-1]) + len(group)) > tokens:
                made.append([])
            made[-1] += group
        rng.shuffle(made)
        yield from (collate(some) for some in made)


def blocks(pairs: Sequence[newsroom.Written]) -> list[list[Pack]]:
    """The written pairs, block by block."""
    found: dict[str, dict[str, Claims]] = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        found[pair.block][pair.passage].append((pair.claim, pair.stance))
    return [[Pack(text, claims) for text, claims in some.items()] for some in found.values()]


def written(rng: random.Random) -> Iterator[list[Pack]]:
    """Endless blocks to train on, some beside another one's passage, some with a stray claim."""
    own = blocks([pair for pair in newsroom.all_pairs() if not held_out(pair.block, WRITTEN_KEPT)])
    while True:
        for block in rng.sample(own, len(own)):
            other, drawn = rng.choice(own), rng.random()
            if drawn < 0.2 and other is not block:
                yield [_beside(a, b, rng) for a, b in zip(block, other, strict=True)]
            elif drawn < 0.5 and other is not block:
                stray = (rng.choice(other[0].claims)[0], "neutral")
                yield [Pack(pack.passage, [*pack.claims, stray]) for pack in block]
            else:
                yield block


def _beside(one: Pack, other: Pack, rng: random.Random) -> Pack:
    texts = [one.passage, other.passage]
    rng.shuffle(texts)
    return Pack(" ".join(texts), [*one.claims, *other.claims][:MOST_CLAIMS])


def public_packs(pairs: Sequence[Pair], rng: random.Random) -> Iterator[list[Pack]]:
    """Endless passages of public sets with their claims, those of a group together."""
    found: dict[str, dict[str, Claims]] = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        found[pair.group][pair.passage].append((pair.claim, pair.stance))
    groups = [
        [Pack(text, claims[:MOST_CLAIMS]) for text, claims in list(some.items())[:4]]
        for some in found.values()
    ]
    while True:
        yield from rng.sample(groups, len(groups))


def single(pairs: Iterator[Pair]) -> Iterator[list[Pack]]:
    """Each pair for itself."""
    for pair in pairs:
        yield [Pack(pair.passage, [(pair.claim, pair.stance)])]


def training_groups(
    folder: Path, seed: int, *, without: str, shares: tuple[float, ...]
) -> Iterator[list[Pack]]:
    """Endless groups to train on.

    Args:
        without: a public set left out.
        shares: made-up, edited, public, unrelated and written pairs, as parts of all pairs.
    """
    rng = random.Random(seed)
    sets = public(folder)
    left_out = {p.group for p in sets.get(without, ())}
    open_ = [
        p
        for name in PUBLIC
        if name != without
        for p in sets[name]
        if not held_out(p.group) and p.group not in left_out
    ]
    documents = [t for t in news(folder) if not held_out(t.group, 0.1)] * 8
    documents += [read_document(p.group, p.passage) for p in rng.sample(open_, min(2500, len(open_)))]
    streams = [
        single(made_up(rng)),
        single(from_texts([d for d in documents if d.sentences], rng)),
        public_packs(open_, rng),
        single(unrelated(open_, rng)),
        written(rng),
    ]
    sizes = [_claims(list(islice(stream, 200))) / 200 for stream in streams]
    weights = [share / size for share, size in zip(shares, sizes, strict=True)]
    while True:
        yield next(rng.choices(streams, weights)[0])


def _claims(groups: Sequence[Sequence[Pack]]) -> int:
    return sum(len(pack.claims) for group in groups for pack in group)
