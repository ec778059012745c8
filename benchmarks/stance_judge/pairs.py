"""All training pairs: from a made-up world, from edited sentences, and from public sets that may be used.

``packs.py`` draws from them for training. Everything is drawn from one seed. A pair's ``group`` (a document,
or the claims and evidence texts that hang together) lies wholly on one side of the split, see
:func:`held_out`.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import amounts
import deeds
import frames
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


Claims = list[tuple[str, str]]
"""Claims, each with its stance."""


@dataclass(frozen=True)
class Pack:
    """A passage and the claims put to it."""

    passage: str
    claims: Claims


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


def for_fitting(pair: Pair) -> bool:
    """Whether a pair of a set that is trained on is kept from training, and is not measured on either."""
    return held_out(pair.group) and not held_out(f"measured {pair.group}", 0.5)


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
