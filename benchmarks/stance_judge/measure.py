"""A trained judge beside the comparison of facts, and both together, set by set.

    python benchmarks/stance_judge/measure.py --judge /tmp/judge-onnx

``cross`` is the network alone (``two``: made to choose between supports and contradicts, as those public sets
do that have no neutral pairs), ``both`` is ``claimcheck.evidence.stance.combine``. c>s: contradictions called
support; s>c: supports called contradicted.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from convert import Judge
from pairs import LABELS, PUBLIC, Pair, from_texts, held_out, made_up, news, public

from claimcheck.evidence.stance import Stance, StanceVerdict, combine, judge_stance

sys.path.append(str(Path(__file__).parents[1]))
from stance import edits, probe

NO_NEUTRAL = ("fever-symmetric-v0.2-dev", "fever-rte-dev", "fm2-dev", "covidfact-train", "scifact-rte-train")


def sets(folder: Path, most: int) -> Iterator[tuple[str, list[Pair]]]:
    """Every set to measure on; of those trained on, what was held out."""
    rng = random.Random(99)
    made, texts = made_up(rng), [t for t in news(folder) if held_out(t.group, 0.1)]
    edited = from_texts(texts, rng)
    yield "made-up", [next(made) for _ in range(most)]
    yield "edited, held out", [next(edited) for _ in range(most)]
    for name, pairs in sorted(public(folder).items()):
        kept = [p for p in pairs if name not in PUBLIC or held_out(p.group)]
        yield name, rng.sample(kept, min(most, len(kept)))
    for half, cases in probe().items():
        yield f"probe, {half}", [Pair("probe", "", c.stance, c.claim, c.passage, "") for c in cases]
    unseen = edits("final", 30)
    yield "edits, other generator", [Pair("gen", "", c.stance, c.claim, c.passage, "") for c in unseen]


def row(name: str, judge: str, pairs: list[Pair], said: list[str]) -> str:
    cells = [(pair.stance, stance) for pair, stance in zip(pairs, said, strict=True)]

    def share(gold: str, stance: str) -> float:
        total = sum(g == gold for g, _ in cells)
        return sum(cell == (gold, stance) for cell in cells) / total if total else 0.0

    golds = [label for label in LABELS if any(g == label for g, _ in cells)]
    f1 = [_f1(cells, label) for label in golds]
    spoken = sum(s == "contradicts" for _, s in cells)
    hits = sum(cell == ("contradicts", "contradicts") for cell in cells)
    figures = (
        sum(g == s for g, s in cells) / len(cells),
        sum(f1) / len(f1),
        share("contradicts", "supports"),
        share("supports", "contradicts"),
        hits / spoken if spoken else 0.0,
        share("contradicts", "contradicts"),
    )
    return f"{name:26}{judge:8}{len(cells):6}" + "".join(f"{figure:8.3f}" for figure in figures)


def _f1(cells: list[tuple[str, str]], label: str) -> float:
    hit = sum(cell == (label, label) for cell in cells)
    both = sum(g == label for g, _ in cells) + sum(s == label for _, s in cells)
    return 2 * hit / both if both else 0.0


def verdicts(probabilities: np.ndarray) -> list[StanceVerdict]:
    names: list[Stance] = ["supports", "contradicts", "neutral"]
    return [StanceVerdict(names[int(row.argmax())], float(row.max())) for row in probabilities]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--judge", type=Path, required=True, help="folder that convert.py wrote")
    parser.add_argument("--pairs", type=int, default=400, help="at most so many a set")
    args = parser.parse_args()
    by = json.loads((args.judge / "calibration.json").read_text())["temperature"]
    judge = Judge(args.judge)
    print(f"{'set':26}{'judge':8}{'n':>6}{'acc':>8}{'macro':>8}{'c>s':>8}{'s>c':>8}{'c prec':>8}{'c rec':>8}")
    spent, count = 0.0, 0
    for name, pairs in sets(Path(os.environ["CLAIMCHECK_DATA"]), args.pairs):
        start = time.process_time()
        logits = judge.logits([(p.claim, p.passage) for p in pairs]) / by
        spent, count = spent + time.process_time() - start, count + len(pairs)
        chances = np.exp(logits - logits.max(1, keepdims=True))
        learned = verdicts(chances / chances.sum(1, keepdims=True))
        facts = [judge_stance(p.claim, p.passage) for p in pairs]
        print(row(name, "facts", pairs, [v.stance for v in facts]))
        print(row(name, "cross", pairs, [v.stance for v in learned]))
        if name in NO_NEUTRAL:
            print(row(name, "two", pairs, [LABELS[int(n)] for n in logits[:, :2].argmax(1)]))
        print(row(name, "both", pairs, [combine(f, v).stance for f, v in zip(facts, learned, strict=True)]))
    print(f"{1000 * spent / count:.1f} ms CPU a pair")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
