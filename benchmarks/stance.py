"""How well the comparison of facts judges stance, beside simple controls, and how fast.

    python benchmarks/stance.py             # our own probe, generated edits, public pairs
    python benchmarks/stance.py --pairs 200 # fewer public pairs a set

Controls: always "supports"; word overlap (every second content word in common or better supports, else
neutral); a claim-only naive Bayes, which must stay near chance wherever the labels are balanced. Published
peers that need no weights (``stance_peers.py``) stand beside them where they are installed.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimcheck.evidence.stance import JUDGE, judge_stance
from stance_generator import generate, news_texts
from stance_peers import installed_peers

LABELS = ("supports", "contradicts", "neutral")
PUBLIC = {"SUPPORTS": "supports", "REFUTES": "contradicts", "NEI": "neutral"}
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Case:
    """One pair with its stance."""

    claim: str
    passage: str
    stance: str
    claim_date: date | None = None
    passage_date: date | None = None


Judge = Callable[[Case], str]


def facts(case: Case) -> str:
    return judge_stance(
        case.claim, case.passage, claim_date=case.claim_date, passage_date=case.passage_date
    ).stance


def always(case: Case) -> str:
    return "supports"


def overlap(case: Case) -> str:
    claim = set(_WORD.findall(case.claim.lower()))
    shared = claim & set(_WORD.findall(case.passage.lower()))
    return "supports" if len(shared) * 2 >= len(claim) else "neutral"


def claim_only(training: Sequence[Case]) -> Judge:
    """Naive Bayes over the claim's words, trained on other claims."""
    counts: dict[str, Counter[str]] = {label: Counter() for label in LABELS}
    for case in training:
        counts[case.stance].update(set(_WORD.findall(case.claim.lower())))
    sizes = Counter(case.stance for case in training)

    def judge(case: Case) -> str:
        words = set(_WORD.findall(case.claim.lower()))
        return max(
            (label for label in LABELS if sizes[label]),
            key=lambda label: (
                math.log(sizes[label])
                + sum(math.log((counts[label][word] + 1) / (sizes[label] + 2)) for word in words)
            ),
        )

    return judge


def table(cases: Sequence[Case], judge: Judge) -> dict[tuple[str, str], int]:
    return Counter((case.stance, judge(case)) for case in cases)


def row(name: str, judge_name: str, cells: dict[tuple[str, str], int]) -> str:
    total = sum(cells.values())
    right = sum(n for (gold, said), n in cells.items() if gold == said)
    golds = [label for label in LABELS if sum(cells[label, said] for said in LABELS)]
    macro = sum(_f1(cells, label) for label in golds) / len(golds)
    wrong = _share(cells, "contradicts", "supports"), _share(cells, "supports", "contradicts")
    said = sum(cells[gold, "contradicts"] for gold in LABELS)
    precision = cells["contradicts", "contradicts"] / said if said else 0.0
    return (
        f"{name:26}{judge_name:12}{total:6}{right / total:8.3f}{macro:8.3f}{wrong[0]:8.3f}{wrong[1]:8.3f}"
        f"{precision:8.3f}{_share(cells, 'contradicts', 'contradicts'):8.3f}"
    )


def _share(cells: dict[tuple[str, str], int], gold: str, said: str) -> float:
    total = sum(cells[gold, label] for label in LABELS)
    return cells[gold, said] / total if total else 0.0


def _f1(cells: dict[tuple[str, str], int], label: str) -> float:
    hit = cells[label, label]
    said = sum(cells[gold, label] for gold in LABELS)
    gold = sum(cells[label, other] for other in LABELS)
    return 2 * hit / (said + gold) if said + gold else 0.0


_OWN = (
    ("stance_probe", ""),
    ("stance_near", ""),
    ("stance_unseen", "unseen"),
    ("stance_wordings", ""),
    ("stance_traps", "traps"),
)
"""Files of our own pairs; the part they make up, or empty where each line names its own."""


def probe() -> dict[str, list[Case]]:
    """Our own pairs by part; all but the probe and ``near`` were written by hands that saw no judge.

    Of ``wordings`` (close, reworded, free) only totals have been looked at. In ``traps`` every word of the
    claim stands in the passage, which bears it out in two of five.
    """
    halves: dict[str, list[Case]] = defaultdict(list)
    for name, part in _OWN:
        for line in (Path(__file__).parent / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            data = json.loads(line)
            days = [
                date.fromisoformat(data[k]) if k in data else None for k in ("claim_date", "passage_date")
            ]
            case = Case(data["claim"], data["passage"], data["stance"], *days)
            halves[part or data.get("half") or data["wording"]].append(case)
    return halves


def edits(half: str, count: int) -> list[Case]:
    return [Case(p.claim, p.passage, p.stance) for p in generate(news_texts(half), count, seed=2026)]


def public(most: int) -> dict[str, list[Case]]:
    path = Path(os.environ["CLAIMCHECK_DATA"]) / "verification" / "dev.jsonl"
    sets: dict[str, list[Case]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        if data["label"] in PUBLIC:
            passage = " ".join(item["text"] for item in data["evidence"])
            sets[data["dataset"]].append(Case(data["claim"], passage, PUBLIC[data["label"]]))
    rng = random.Random(2026)
    return {name: rng.sample(cases, min(most, len(cases))) for name, cases in sorted(sets.items())}


def split_by_claim(cases: Sequence[Case]) -> tuple[list[Case], list[Case]]:
    """Two halves that share no claim: a control is trained on the one and measured on the other."""
    claims = sorted({case.claim for case in cases})
    first = set(random.Random(7).sample(claims, len(claims) // 2))
    return [c for c in cases if c.claim in first], [c for c in cases if c.claim not in first]


def report(name: str, cases: Sequence[Case]) -> None:
    print(row(name, JUDGE, table(cases, facts)))
    print(row(name, "always", table(cases, always)))
    print(row(name, "overlap", table(cases, overlap)))
    for peer, judge in installed_peers().items():
        print(row(name, peer, Counter((case.stance, judge(case.claim, case.passage)) for case in cases)))
    training, rest = split_by_claim(cases)
    print(row(name, "claim-only", table(rest, claim_only(training))))


def speed(cases: Sequence[Case]) -> float:
    for case in cases:
        facts(case)
    start = time.process_time()
    for case in cases:
        facts(case)
    return 1000 * (time.process_time() - start) / len(cases)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=400, help="public pairs a set")
    args = parser.parse_args()
    print(
        f"{'set':26}{'judge':12}{'n':>6}{'acc':>8}{'macro':>8}{'c->s':>8}{'s->c':>8}{'c prec':>8}{'c rec':>8}"
    )
    halves = probe()
    for half, cases in halves.items():
        report(f"probe, {half}", cases)
    if os.environ.get("CLAIMCHECK_DATA"):
        report("generated, tuning texts", edits("tuning", 30))
        report("generated, unseen texts", edits("final", 30))
        for name, cases in public(args.pairs).items():
            report(name, cases)
    else:
        print("CLAIMCHECK_DATA is not set: generated and public pairs are left out")
    print(f"{speed(halves['final']):.2f} ms CPU a pair")
    return 0


if __name__ == "__main__":
    sys.exit(main())
