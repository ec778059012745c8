"""All training pairs: from a made-up world, from edited sentences, and from public sets that may be used.

    python benchmarks/stance_judge/pairs.py --count 30     # a look at them

Everything is drawn from one seed. A pair's ``group`` (a document, or the claims and evidence texts that hang
together) lies wholly on one side of the split, see :func:`held_out`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import amounts
import deeds
import frames
import newsroom
from world import sentence

from edits import Text, edited, read_document

LABELS = ("supports", "contradicts", "neutral")
PUBLIC = ("fever-symmetric-v0.2-dev", "fever-rte-dev", "fm2-dev")
"""Sets that are trained on; the others of the same file are only measured."""
WRITTEN_KEPT = 0.1
"""Share of the blocks of written pairs that are not trained on."""
_STANCES = {"SUPPORTS": "supports", "REFUTES": "contradicts", "NEI": "neutral"}
_LOPSIDED = frozenset(
    "coverage place general modality debunked quantifier precision cause order ranking title "
    "attribution share neutral".split()
)
"""Phenomena in which claim and passage cannot change places."""


@dataclass(frozen=True)
class Pair:
    """One training pair."""

    origin: str
    kind: str
    stance: str
    claim: str
    passage: str
    group: str


def made_up(rng: random.Random) -> Iterator[Pair]:
    """Endless pairs from the made-up world, half of them with other sentences around the passage."""
    families = [*deeds.FAMILIES, *frames.FAMILIES, *amounts.FAMILIES]
    weights = [weight for weight, _ in families]
    while True:
        made = rng.choices([family for _, family in families], weights)[0](rng)
        kind, stance, claim, passage = made
        if stance == "contradicts" and kind not in _LOPSIDED and rng.random() < 0.4:
            claim, passage = passage, claim  # else the claim alone would give some answers away
        passage = _spoken(sentence(passage), rng)
        for _ in range(rng.choice((0, 0, 0, 0, 1, 1))):
            aside = sentence(rng.choices([family for _, family in families], weights)[0](rng)[3])
            passage = f"{aside} {passage}" if rng.random() < 0.5 else f"{passage} {aside}"
        yield Pair("made", kind, stance, sentence(claim), passage, "")


def _spoken(text: str, rng: random.Random) -> str:
    """Small differences of print."""
    if rng.random() < 0.1:
        text = text.replace("per cent", "percent").replace(" did not ", " didn't ")
    return text.replace("’", "'") if rng.random() < 0.5 else text


def from_texts(texts: Sequence[Text], rng: random.Random) -> Iterator[Pair]:
    """Endless pairs from edited sentences."""
    while True:
        group, made = edited(texts, rng)
        yield Pair("edited", *made, group)


def news(folder: Path) -> list[Text]:
    """The news texts that the measuring generator counts as seen: every second one."""
    rows = [
        json.loads(line) for line in (folder / "news" / "wikinews-dev.jsonl").read_text("utf-8").splitlines()
    ]
    return [read_document(f"news-{n}", row["text"]) for n, row in enumerate(rows) if n % 2 == 0]


def public(folder: Path) -> dict[str, list[Pair]]:
    """All public pairs by set, grouped so that no claim and no evidence text stands in two groups."""
    rows = [
        json.loads(line) for line in (folder / "verification" / "dev.jsonl").read_text("utf-8").splitlines()
    ]
    rows = [row for row in rows if row["label"] in _STANCES]
    roots = _joined(
        [[f"c:{_plain(row['claim'])}", *(f"e:{_plain(e['text'])}" for e in row["evidence"])] for row in rows]
    )
    sets: dict[str, list[Pair]] = defaultdict(list)
    for row, root in zip(rows, roots, strict=True):
        passage = tidy(" ".join(item["text"] for item in row["evidence"]))
        sets[row["dataset"]].append(
            Pair(row["dataset"], "public", _STANCES[row["label"]], tidy(row["claim"]), passage, root)
        )
    return dict(sets)


def tidy(text: str) -> str:
    """Text without the spaces and brackets of tokenised corpora."""
    for old, new in (
        ("-LRB-", "("),
        ("-RRB-", ")"),
        ("-LSB-", "["),
        ("-RSB-", "]"),
        (" ,", ","),
        (" .", "."),
        (" 's", "'s"),
        (" ;", ";"),
        (" :", ":"),
        ("``", '"'),
        ("''", '"'),
        (" n't", "n't"),
        ("( ", "("),
        (" )", ")"),
    ):
        text = text.replace(old, new)
    return " ".join(text.split())


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))[:160]


def _joined(keys: list[list[str]]) -> list[str]:
    """The root of each row when rows that share a key belong together."""
    parent: dict[str, str] = {}

    def find(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for row in keys:
        for key in row[1:]:
            parent[find(key)] = find(row[0])
    return [find(row[0]) for row in keys]


def held_out(group: str, share: float = 0.2) -> bool:
    """Whether a group is kept for measuring; by its hash, so that it never changes."""
    return int(hashlib.sha256(group.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF < share


def written(rng: random.Random, most: int) -> Iterator[Pair]:
    """Endless written pairs that are trained on, a quarter of them with another text beside the passage."""
    pairs = [
        pair
        for pair in newsroom.all_pairs()
        if newsroom.number_of(pair.block) <= most and not held_out(pair.block, WRITTEN_KEPT)
    ]
    while pairs:
        for pair in rng.sample(pairs, len(pairs)):
            passage = pair.passage
            if rng.random() < 0.25:
                aside = rng.choice(pairs)
                if aside.block != pair.block:
                    passage = rng.choice((f"{aside.passage} {passage}", f"{passage} {aside.passage}"))
            yield Pair("written", "written", pair.stance, pair.claim, passage, pair.block)


def unrelated(pairs: Sequence[Pair], rng: random.Random) -> Iterator[Pair]:
    """Neutral pairs: a claim with the evidence of another one that shares rare words with it."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        for word in set(_plain(pair.passage).split()):
            by_word[word].append(number)
    while True:
        pair = rng.choice(pairs)
        rare = sorted(set(_plain(pair.claim).split()), key=lambda w: len(by_word.get(w, ())) or 10**9)
        near = [n for word in rare[:3] for n in by_word.get(word, ())[:20] if pairs[n].group != pair.group]
        other = pairs[rng.choice(near)] if near and rng.random() < 0.8 else rng.choice(pairs)
        topic = _plain(pair.claim).split()[:2]
        if other.group != pair.group and not set(topic) <= set(_plain(other.passage).split()):
            yield Pair(pair.origin, "unrelated", "neutral", pair.claim, other.passage, pair.group)


def training_pairs(
    folder: Path,
    size: int,
    seed: int,
    *,
    without: str = "",
    shares: tuple[float, ...],
    files: int = newsroom.ALL,
) -> list[Pair]:
    """``size`` pairs in the order of training.

    Args:
        without: a public set left out.
        shares: made-up, edited, public, unrelated and written pairs, as parts of one.
        files: written pairs are taken from the files numbered up to this.
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
    balanced = [p for p in open_ if p.origin != "fever-rte-dev"] * 2 + open_
    documents = [t for t in news(folder) if not held_out(t.group, 0.1)] * 8
    documents += [read_document(p.group, p.passage) for p in rng.sample(open_, min(2500, len(open_)))]
    streams: list[Iterator[Pair]] = [
        made_up(rng),
        from_texts([d for d in documents if d.sentences], rng),
        _endless(balanced, rng),
        unrelated(open_, rng),
        written(rng, files),
    ]
    return [next(rng.choices(streams, shares)[0]) for _ in range(size)]


def _endless(pairs: Sequence[Pair], rng: random.Random) -> Iterator[Pair]:
    while True:
        yield from rng.sample(pairs, len(pairs))


def calibration_pairs(folder: Path, size: int, seed: int) -> list[Pair]:
    """Pairs of held-out documents and claims, on which confidence is fitted."""
    rng = random.Random(seed)
    sets = public(folder)
    kept = [p for name in PUBLIC for p in sets[name] if held_out(p.group)]
    documents = [t for t in news(folder) if held_out(t.group, 0.1)]
    streams = [made_up(rng), from_texts(documents, rng), _endless(kept, rng), unrelated(kept, rng)]
    return [next(rng.choices(streams, (0.3, 0.3, 0.3, 0.1))[0]) for _ in range(size)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    folder = Path(os.environ["CLAIMCHECK_DATA"])
    for pair in training_pairs(folder, args.count, args.seed, shares=(0.3, 0.2, 0.1, 0.05, 0.35)):
        print(json.dumps(asdict(pair), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
