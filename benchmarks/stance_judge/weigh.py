"""Fits how network and comparison of facts are weighed together, and writes the judge's card, ``judge.json``.

    python benchmarks/stance_judge/weigh.py --judge /tmp/judge

The pairs are held out from training (written blocks, news sentences with edits, public pairs, made-up ones).
Weights and bars come from those that the facts leave open: the bars are the lowest at which, in each kind of
text by itself, contradictions called support and supports called contradicted stay within ``--most``. The bar
of doubt is the lowest at which at most ``--lost`` of what the facts rightly call support is kept back. Needs
torch.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections.abc import Sequence
from pathlib import Path

import newsroom
import numpy as np
import torch
from pairs import (
    LABELS,
    PUBLIC,
    WRITTEN_KEPT,
    Pair,
    for_fitting,
    from_texts,
    held_out,
    made_up,
    news,
    public,
    unrelated,
)
from running import Running
from weighing import STANCES, Weighing, features

from claimcheck.evidence.stance import Examination, examine

VERSION = 1
SIZES = {"made": 500, "edited": 900, "public": 1400, "unrelated": 400}


def fitting_pairs(folder: Path, seed: int = 5) -> list[Pair]:
    """What the weights are fitted on: none of it was trained on, none of it is measured on."""
    rng = random.Random(seed)
    sets = public(folder)
    kept = [p for name in PUBLIC for p in sets[name] if for_fitting(p)]
    documents = [t for t in news(folder) if held_out(t.group, 0.1)]
    edited = from_texts(documents, rng)
    made, other = made_up(rng), unrelated(kept, rng)
    found = [next(made) for _ in range(SIZES["made"])] + [next(edited) for _ in range(SIZES["edited"])]
    found += rng.sample(kept, min(SIZES["public"], len(kept)))
    found += [next(other) for _ in range(SIZES["unrelated"])]
    return found + [
        Pair("written", "written", p.stance, p.claim, p.passage, p.block)
        for p in newsroom.all_pairs()
        if held_out(p.block, WRITTEN_KEPT) and not held_out(f"measured {p.block}", 0.5)
    ]


Looked = tuple[Pair, tuple[float, float, float], Examination]
"""A pair, the network's logits, what the facts found."""


def judged(pairs: Sequence[Pair], network: Running) -> list[Looked]:
    """The pairs as both see them."""
    return [(p, network.logits(p.claim, p.passage), examine(p.claim, p.passage)) for p in pairs]


def doubted(looked: Sequence[Looked], lost: float) -> float:
    """The lowest bar at which at most a share ``lost`` of the facts' right supports is kept back."""
    unsure = Weighing({}, 0.0, 0.0, 0.0)
    right = [
        unsure.doubt(logits)
        for pair, logits, facts in looked
        if pair.stance == facts.verdict.stance == "supports" and pair.origin != "made"
    ]
    return float(np.quantile(right, 1 - lost))


def table(looked: Sequence[Looked]) -> tuple[list[str], torch.Tensor]:
    """Names of the features, and their values, a row a pair."""
    rows = [dict(features(logits, facts)) for _, logits, facts in looked]
    counts = {name: sum(name in row for row in rows) for row in rows for name in row}
    names = sorted(name for name, count in counts.items() if count >= 15)
    return names, torch.tensor([[row.get(name, 0.0) for name in names] for row in rows])


def fit(values: torch.Tensor, gold: torch.Tensor, penalty: float = 2e-3) -> torch.Tensor:
    """The weights, a row a feature, by penalised likelihood."""
    weights = torch.zeros(values.shape[1], len(LABELS), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        told = torch.nn.functional.cross_entropy(values @ weights, gold) + penalty * (weights**2).sum()
        told.backward()
        return told

    optimiser.step(loss)
    return weights.detach()


def bar(chances: np.ndarray, gold: np.ndarray, said: str, really: str, most: float) -> float:
    """The lowest bar for saying ``said`` at which it is said of at most a share ``most`` of ``really``."""
    column, other = STANCES.index(said), STANCES.index(really)
    said_of = chances[gold == other]
    wrong = np.sort(said_of[said_of.argmax(1) == column][:, column])[::-1]
    allowed = int(most * len(said_of))
    return float(wrong[allowed]) + 1e-3 if len(wrong) > allowed else 0.0


def _kind(pair: Pair) -> str:
    return "public" if pair.origin in PUBLIC else pair.origin


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--judge", type=Path, required=True)
    parser.add_argument("--most", type=float, nargs=2, default=(0.005, 0.01))
    parser.add_argument("--lost", type=float, default=0.03)
    args = parser.parse_args()
    everything = judged(fitting_pairs(Path(os.environ["CLAIMCHECK_DATA"])), Running(args.judge))
    looked = [each for each in everything if each[2].verdict.stance == "neutral"]
    names, values = table(looked)
    gold = torch.tensor([LABELS.index(pair.stance) for pair, _, _ in looked])
    weights = dict(zip(names, fit(values, gold).tolist(), strict=True))
    rounded = {name: [round(each, 4) for each in row] for name, row in weights.items()}
    weighing = Weighing(rounded, 0.0, 0.0, 0.0)
    chances = np.array([weighing.chances(logits, facts) for _, logits, facts in looked])
    kinds = np.array([_kind(pair) for pair, _, _ in looked])
    bars = [
        max(
            bar(chances[kinds == kind], gold.numpy()[kinds == kind], said, really, most)
            for kind in ("written", "edited", "public")
        )
        for said, really, most in zip(STANCES[:2], STANCES[1::-1], args.most, strict=True)
    ]
    card = {
        "name": "desk-judge",
        "version": VERSION,
        "support_bar": round(bars[0], 3),
        "contradiction_bar": round(bars[1], 3),
        "doubt_bar": round(doubted(everything, args.lost), 3),
        "weights": rounded,
    }
    (args.judge / "judge.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    right = float((chances.argmax(1) == gold.numpy()).mean())
    print(f"{len(looked)} pairs, {len(names)} features, right {right:.3f}, bars {bars[0]:.3f} {bars[1]:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
