"""What the network learns from, group by group, endlessly and from one seed.

A group is packs that are learnt together: the two passages of a written block, so that every step sees what
the difference between the twins decides, or the passages of a public set that hang together.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import newsroom
from inference import inference
from pairs import (
    PUBLIC,
    WRITTEN_KEPT,
    Claims,
    Pack,
    Pair,
    from_texts,
    held_out,
    made_up,
    news,
    public,
    unrelated,
)
from renaming import Renamer

from edits import read_document

MOST_CLAIMS = 18
RENAMED = 0.7
"""Share of the draws in which names are exchanged."""


def blocks(pairs: Sequence[newsroom.Written]) -> list[list[Pack]]:
    """The written pairs, block by block."""
    found: dict[str, dict[str, Claims]] = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        found[pair.block][pair.passage].append((pair.claim, pair.stance))
    return [[Pack(text, claims) for text, claims in some.items()] for some in found.values()]


def written(rng: random.Random) -> Iterator[list[Pack]]:
    """Endless blocks to train on, some beside another one's passage, some with a stray claim."""
    own = blocks([pair for pair in newsroom.all_pairs() if not held_out(pair.block, WRITTEN_KEPT)])
    renamer = Renamer(own)
    while True:
        for block in (_varied(block, renamer, rng) for block in rng.sample(own, len(own))):
            other, drawn = rng.choice(own), rng.random()
            if drawn < 0.2 and len(block) == len(other):
                yield [_beside(a, b, rng) for a, b in zip(block, other, strict=True)]
            elif drawn < 0.5:
                stray = (rng.choice(other[0].claims)[0], "neutral")
                yield [Pack(pack.passage, [*pack.claims, stray]) for pack in block]
            else:
                yield block


def _beside(one: Pack, other: Pack, rng: random.Random) -> Pack:
    texts = [one.passage, other.passage]
    rng.shuffle(texts)
    return Pack(" ".join(texts), [*one.claims, *other.claims][:MOST_CLAIMS])


def _varied(group: list[Pack], renamer: Renamer, rng: random.Random) -> list[Pack]:
    return renamer.renamed(group, rng) if rng.random() < RENAMED else group


def public_packs(pairs: Sequence[Pair], rng: random.Random) -> Iterator[list[Pack]]:
    """Endless passages of public sets with their claims, those of a group together."""
    found: dict[str, dict[str, Claims]] = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        found[pair.group][pair.passage].append((pair.claim, pair.stance))
    groups = [
        [Pack(text, claims[:MOST_CLAIMS]) for text, claims in list(some.items())[:4]]
        for some in found.values()
    ]
    renamer = Renamer(groups)
    while True:
        yield from (_varied(group, renamer, rng) for group in rng.sample(groups, len(groups)))


def single(pairs: Iterator[Pair]) -> Iterator[list[Pack]]:
    """Each pair for itself."""
    for pair in pairs:
        yield [Pack(pair.passage, [(pair.claim, pair.stance)])]


def training_groups(
    folder: Path, seed: int, *, without: str, shares: tuple[float, ...], clones: Path | None = None
) -> Iterator[list[Pack]]:
    """Endless groups to train on.

    Args:
        without: a public set left out.
        shares: made-up, edited, public, unrelated, written and inference pairs, as parts of all pairs.
        clones: where the inference sets lie; without them, none.
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
    if clones:
        streams.append(public_packs(inference(clones), rng))
    sizes = [_claims(list(islice(stream, 200))) / 200 for stream in streams]
    weights = [share / size for share, size in zip(shares, sizes, strict=False)]
    while True:
        yield next(rng.choices(streams, weights)[0])


def _claims(groups: Sequence[Sequence[Pack]]) -> int:
    return sum(len(pack.claims) for group in groups for pack in group)
