"""The trained judge beside the comparison of facts, on what it was neither trained nor weighed on.

    python benchmarks/stance_judge/measure.py --judge /tmp/judge [--pairs 400]

``facts`` is the comparison alone, ``network`` the highest of the network's three logits, ``judge`` both
weighed together, as the program answers; ``two`` is the judge made to choose between supports and
contradicts, for public sets that have no neutral pairs; ``claim`` is the judge with an empty passage, which
must do no better than chance. c>s: contradictions called support; s>c: supports called contradicted.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import newsroom
import numpy as np
from judge import TrainedJudge
from pairs import LABELS, PUBLIC, WRITTEN_KEPT, Pair, for_fitting, from_texts, held_out, made_up, news, public

from claimcheck.evidence.stance import examine

sys.path.append(str(Path(__file__).parents[1]))
from stance import edits, probe

NO_NEUTRAL = ("fever-symmetric-v0.2-dev", "fever-rte-dev", "fm2-dev", "covidfact-train", "scifact-rte-train")


def sets(folder: Path, most: int) -> Iterator[tuple[str, list[Pair]]]:
    """Every set to measure on; of those trained on, what was held out."""
    rng = random.Random(99)
    texts = [t for t in news(folder) if held_out(t.group, 0.1)]
    edited, made = from_texts(texts, rng), made_up(rng)
    yield "made-up", [next(made) for _ in range(most)]
    yield "edited, held out", [next(edited) for _ in range(most)]
    written = [
        Pair("written", "", p.stance, p.claim, p.passage, p.block)
        for p in newsroom.all_pairs()
        if held_out(p.block, WRITTEN_KEPT) and held_out(f"measured {p.block}", 0.5)
    ]
    yield "written, held out", rng.sample(written, min(most, len(written)))
    for name, pairs in sorted(public(folder).items()):
        kept = [p for p in pairs if name not in PUBLIC or (held_out(p.group) and not for_fitting(p))]
        yield name, rng.sample(kept, min(most, len(kept)))
    for half, cases in probe().items():
        yield f"probe, {half}", [Pair("probe", "", c.stance, c.claim, c.passage, "") for c in cases]
    unseen = edits("final", 30)
    yield "edits, other generator", [Pair("gen", "", c.stance, c.claim, c.passage, "") for c in unseen[:most]]


def row(name: str, judge: str, pairs: Sequence[Pair], said: Sequence[str]) -> str:
    """One line of the table."""
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
    hit = cells.count((label, label))
    both = sum(g == label for g, _ in cells) + sum(s == label for _, s in cells)
    return 2 * hit / both if both else 0.0


def answers(judge: TrainedJudge, pairs: Sequence[Pair]) -> dict[str, list[str]]:
    """What each way of judging says of each pair."""
    logits = [judge.network.logits(p.claim, p.passage) for p in pairs]
    examined = [examine(p.claim, p.passage) for p in pairs]
    chances = np.array([judge.weighing.chances(a, b) for a, b in zip(logits, examined, strict=True)])
    verdicts = [judge.verdict(a, b).stance for a, b in zip(logits, examined, strict=True)]
    return {
        "facts": [facts.verdict.stance for facts in examined],
        "network": [LABELS[int(n)] for n in np.argmax(logits, 1)],
        "judge": list(verdicts),
        "two": [LABELS[int(n)] for n in chances[:, :2].argmax(1)],
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--judge", type=Path, required=True, help="folder of the judge's files")
    parser.add_argument("--pairs", type=int, default=400, help="at most so many a set")
    parser.add_argument("--control", action="store_true", help="with the claim-only control")
    args = parser.parse_args()
    judge = TrainedJudge(args.judge)
    print(f"{'set':26}{'judge':8}{'n':>6}{'acc':>8}{'macro':>8}{'c>s':>8}{'s>c':>8}{'c prec':>8}{'c rec':>8}")
    spent, count = 0.0, 0
    for name, pairs in sets(Path(os.environ["CLAIMCHECK_DATA"]), args.pairs):
        if not pairs:
            continue
        start = time.process_time()
        told = answers(judge, pairs)
        spent, count = spent + time.process_time() - start, count + len(pairs)
        if name not in NO_NEUTRAL:
            told.pop("two")
        if args.control:
            blank = [Pair(p.origin, p.kind, p.stance, p.claim, "", p.group) for p in pairs]
            told["claim"] = answers(judge, blank)["two" if name in NO_NEUTRAL else "network"]
        for way, said in told.items():
            print(row(name, way, pairs, said), flush=True)
    print(f"{1000 * spent / count:.1f} ms CPU a pair")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
