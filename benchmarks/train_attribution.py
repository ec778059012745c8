"""Train the attribution model on PolNeAR's training part and write it into the package.

``python benchmarks/train_attribution.py`` needs the data under ``$CLAIMCHECK_DATA/attribution``; it takes
about three minutes on one core and 3 GB. ``--holdout`` trains on nine tenths of that part and measures on
the last tenth: that is how every setting here was chosen, never by the dev part. Seeded: the same data
give the same model.

Both chains are conditional random fields fitted by minibatch AdaGrad (Duchi et al. 2011) with feature
dropout, their weights averaged over the last two passes.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from claimcheck.extraction.attribution.crf import Chain
from claimcheck.extraction.attribution.cue_features import cue_rows
from claimcheck.extraction.attribution.features import columns, layout
from claimcheck.extraction.attribution.span_features import span_rows, windows
from claimcheck.extraction.attribution.spans import (
    CUE_LABELS,
    MODEL_FILE,
    SPAN_LABELS,
    Model,
    Spans,
    dump_model,
    find_spans,
)
from claimcheck.extraction.attribution.tokens import tokenize
from claimcheck.extraction.quotations import find_quoted
from polnear import Gold, Roles, load, score, table

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Pair = tuple[int, int]

CUE_BONUS = 0.75
DROPOUT = 0.3
RATE = 0.1
BATCH = 4000


@dataclass
class Samples:
    """Sequences one after another: feature rows and label of each token, and the sequences' lengths."""

    rows: npt.NDArray[np.int32]
    labels: Ints
    lengths: Ints


class Trainer:
    """A chain being fitted. Row ``2 ** bits`` of the table stands for dropped and rare features."""

    def __init__(self, bits: int, labels: int, seed: int) -> None:
        self.rare = 1 << bits
        self.random = np.random.default_rng(seed)
        shapes = {"weights": (self.rare + 1, labels), "transitions": (labels, labels), "starts": (labels,)}
        self.values = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
        self.squares = {name: np.full(shape, 0.1, np.float32) for name, shape in shapes.items()}
        self.sums = {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
        self.summed = 0

    def fit(self, samples: Samples, epochs: int, least: int) -> None:
        """Several passes, the last two averaged; features seen fewer than ``least`` times are left out."""
        counts = np.bincount(samples.rows.ravel(), minlength=self.rare + 1)
        samples.rows[counts[samples.rows] < least] = self.rare
        begins = np.cumsum(samples.lengths) - samples.lengths
        for epoch in range(epochs):
            loss = 0.0
            for batch in self.batches(samples.lengths):
                loss += self.step(samples, begins[batch], samples.lengths[batch])
                if epoch >= epochs - 2:
                    self.summed += 1
                    for name, value in self.values.items():
                        self.sums[name] += value
            print(f"  epoch {epoch + 1}: loss {loss / len(samples.labels):.4f} a token", flush=True)

    def batches(self, lengths: Ints) -> list[Ints]:
        """Batches of sequences of like length, in random order."""
        order = self.random.permutation(len(lengths))
        found = []
        for part in np.array_split(order, max(1, len(order) // 2000)):
            part = part[np.argsort(lengths[part], kind="stable")]
            number = np.cumsum(lengths[part]) // BATCH
            found += [part[number == n] for n in np.unique(number)]
        return [found[i] for i in self.random.permutation(len(found))]

    def step(self, samples: Samples, begins: Ints, lengths: Ints) -> float:
        """One update from a batch; the negative log-likelihood before it."""
        index = np.concatenate([np.arange(b, b + n) for b, n in zip(begins, lengths, strict=True)])
        rows, gold = samples.rows[index], samples.labels[index]
        rows = np.where(self.random.random(rows.shape, dtype=np.float32) < DROPOUT, self.rare, rows)
        scores = np.zeros((len(gold), self.values["weights"].shape[1]), np.float32)
        for column in rows.T:
            scores += self.values["weights"][column]
        scores /= 1 - DROPOUT
        likelihood, expected, pairs = self.expectations(scores, lengths)
        time = np.concatenate([np.arange(n) for n in lengths])
        later = np.flatnonzero(time)
        likelihood += scores[np.arange(len(gold)), gold].sum() + self.values["starts"][gold[time == 0]].sum()
        likelihood += self.values["transitions"][gold[later - 1], gold[later]].sum()
        gradient = -expected
        gradient[np.arange(len(gold)), gold] += 1
        np.add.at(pairs, (gold[later - 1], gold[later]), 1)
        self.update("starts", slice(None), gradient[time == 0].sum(0))
        self.update("transitions", slice(None), pairs)
        self.update_rows(rows, gradient)
        return -float(likelihood)

    def expectations(self, scores: Floats, lengths: Ints) -> tuple[float, Floats, Floats]:
        """Minus the log partition, label marginals, and minus the expected transitions (forward-backward)."""
        time = np.concatenate([np.arange(n) for n in lengths])
        which = np.repeat(np.arange(len(lengths)), lengths)
        shape = (int(lengths.max()), len(lengths))
        padded = np.zeros((*shape, scores.shape[1]), np.float32)
        padded[time, which] = scores
        live = np.zeros(shape, bool)
        live[time, which] = True
        factors = np.exp(self.values["transitions"])
        ahead, behind = np.zeros_like(padded), np.zeros_like(padded)
        ahead[0] = padded[0] + self.values["starts"]
        for t in range(1, shape[0]):
            ahead[t] = np.where(live[t][:, None], _through(ahead[t - 1], factors) + padded[t], ahead[t - 1])
        for t in range(shape[0] - 2, -1, -1):
            back = _through(behind[t + 1] + padded[t + 1], factors.T)
            behind[t] = np.where(live[t + 1][:, None], back, 0)
        total = _log_sum(ahead[-1])
        marginals = np.exp(ahead + behind - total[None, :, None])[time, which]
        left, right = _relative(ahead[:-1][live[1:]]), _relative((padded[1:] + behind[1:])[live[1:]])
        mass = np.einsum("ni,ij,nj->n", left, factors, right)
        return -float(total.sum()), marginals, -(left / mass[:, None]).T @ right * factors

    def update(self, name: str, where: slice | npt.NDArray[np.integer], gradient: Floats) -> None:
        """AdaGrad."""
        self.squares[name][where] += gradient * gradient
        self.values[name][where] += RATE * gradient / np.sqrt(self.squares[name][where])

    def update_rows(self, rows: npt.NDArray[np.int32], gradient: Floats) -> None:
        """Update the rows of the table that the batch touched."""
        used, inverse = np.unique(rows.ravel(), return_inverse=True)
        summed = np.empty((len(used), gradient.shape[1]), np.float32)
        for label in range(gradient.shape[1]):
            repeated = np.repeat(gradient[:, label], rows.shape[1])
            summed[:, label] = np.bincount(inverse, weights=repeated, minlength=len(used))
        self.update("weights", used, summed)
        self.values["weights"][self.rare] = 0

    def chain(self, step: float) -> Chain:
        """The chain with weights rounded to multiples of ``step``."""
        mean = {name: total / np.float32(self.summed) for name, total in self.sums.items()}
        weights = np.clip(np.round(mean["weights"][: self.rare] / step), -127, 127).astype(np.int8)
        return Chain.of(weights, step, mean["transitions"], mean["starts"])


def _through(scores: Floats, factors: Floats) -> Floats:
    top = scores.max(1, keepdims=True)
    result: Floats = np.log(np.exp(scores - top) @ factors + 1e-30) + top
    return result


def _log_sum(scores: Floats) -> Floats:
    top = scores.max(1)
    result: Floats = top + np.log(np.exp(scores - top[:, None]).sum(1))
    return result


def _relative(scores: Floats) -> Floats:
    result: Floats = np.exp(scores - scores.max(1, keepdims=True))
    return result


class Reader:
    """One article as the features see it, with its gold attributions as token spans."""

    def __init__(self, gold: Gold) -> None:
        self.tokens = tokenize(gold.text, find_quoted(gold.text))
        self.columns = columns(self.tokens)
        self.place = layout(self.columns)
        starts, ends = np.array(self.tokens.starts), np.array(self.tokens.ends)

        def inside(spans: tuple[Pair, ...]) -> list[Pair]:
            firsts = [
                (int(np.searchsorted(ends, a, "right")), int(np.searchsorted(starts, b)) - 1)
                for a, b in spans
            ]
            return [(first, last) for first, last in firsts if first <= last]

        self.gold = [[inside(role) for role in (g.source, g.cue, g.content)] for g in gold.attributions]

    def cue_samples(self, bits: int) -> Samples:
        """Every token once; content under source under cue where they overlap."""
        labels = np.zeros(len(self.tokens), np.int64)
        for role, begin in ((2, 5), (0, 1), (1, 3)):
            for spans in self.gold:
                for first, last in spans[role]:
                    labels[first : last + 1] = begin + 1
                    labels[first] = begin
        lengths = np.bincount(self.columns.paragraph)
        return Samples(
            cue_rows(self.columns, self.place, bits).T.astype(np.int32), labels, lengths[lengths > 0]
        )

    def span_samples(self, bits: int) -> Samples | None:
        """A window for each gold cue."""
        gold = [spans for spans in self.gold if spans[1]]
        if not gold:
            return None
        window = windows([spans[1][0] for spans in gold], self.place)
        labels = np.zeros(len(window.token), np.int64)
        which = np.repeat(np.arange(len(gold)), window.lengths)
        for number, spans in enumerate(gold):
            own = which == number
            for role, begin in ((0, 1), (2, 3)):
                for first, last in spans[role]:
                    labels[own & (window.token >= first) & (window.token <= last)] = begin + 1
                    labels[own & (window.token == first)] = begin
        labels[window.in_cue] = 5
        return Samples(
            span_rows(self.columns, self.place, window, bits).T.astype(np.int32), labels, window.lengths
        )


def gather(readers: list[Reader], samples_of: Callable[[Reader], Samples | None]) -> Samples:
    parts = [samples for samples in map(samples_of, readers) if samples is not None]
    return Samples(
        *(np.concatenate([getattr(p, name) for p in parts]) for name in ("rows", "labels", "lengths"))
    )


def train(articles: list[Gold], args: argparse.Namespace) -> Model:
    readers = [Reader(article) for article in articles]
    print("cues", flush=True)
    cues = Trainer(args.cue_bits, len(CUE_LABELS), seed=1)
    cues.fit(
        gather(readers, lambda r: r.cue_samples(args.cue_bits)), epochs=args.epochs, least=args.cue_least
    )
    print("spans", flush=True)
    spans = Trainer(args.span_bits, len(SPAN_LABELS), seed=2)
    spans.fit(
        gather(readers, lambda r: r.span_samples(args.span_bits)), epochs=args.epochs, least=args.span_least
    )
    return Model(cues.chain(args.step), spans.chain(args.step), CUE_BONUS)


def as_roles(found: list[Spans]) -> list[Roles]:
    return [Roles(spans.source, spans.cue, spans.content) for spans in found]


def write(model: Model, path: Path) -> None:
    path.write_bytes(dump_model(model))
    print(f"{path.name}: {path.stat().st_size:,} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--holdout", action="store_true", help="measure on a tenth of the training part, write nothing"
    )
    parser.add_argument("--output", type=Path, default=MODEL_FILE)
    parser.add_argument("--cue-bits", type=int, default=18)
    parser.add_argument("--span-bits", type=int, default=19)
    parser.add_argument("--cue-least", type=int, default=4)
    parser.add_argument("--span-least", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--step", type=float, default=0.05)
    args = parser.parse_args()
    articles = load("train")
    if not args.holdout:
        write(train(articles, args), args.output)
        return
    model = train([a for i, a in enumerate(articles) if i % 10], args)
    held = articles[::10]
    found = [as_roles(find_spans(tokenize(a.text, find_quoted(a.text)), model)) for a in held]
    print(table({"held out": score(held, found)}))


if __name__ == "__main__":
    main()
