"""How a trained network judges cut quotations beside rules and linear judge.

    python benchmarks/quotation_network/measure.py /tmp/cuts/network.npz

*held*: the cases of ``quotation_cuts/train/`` that nothing was trained on (mix and bars were fitted there);
*test*: ``quotation_cuts/test.txt``. At each bar: turned cuts told, harmless ones called truncated.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from network import read_network
from reading import SURE, find
from weigh import parts

from quotation_cuts import cases, written

BARS = ((0.0, -99.0), (0.0, -0.6), (0.3, -0.6), (0.6, -0.6), (0.6, -0.2), (0.9, -0.2))
"""The sum from which a cut is called turning where no rule speaks, and where one does."""


def main() -> int:
    network = read_network(Path(sys.argv[1]))
    offset, *weights = (float(value) for value in network.weights["mix"])
    for name, found in (("held", written(held=True)), ("test", cases("test"))):
        rows = []
        for source, quote, turned, _ in found:
            if kept := find(source, quote):
                total = offset + sum(w * p for w, p in zip(weights, parts(kept, network), strict=True))
                rows.append((kept, total, turned))
        _show(
            f"{name}, {len(rows)} cases, as shipped", [(kept.told_now(), turned) for kept, _, turned in rows]
        )
        for silent, ruled in BARS:
            told = [
                (total >= silent if kept.rule is None else kept.rule.turn in SURE or total >= ruled, turned)
                for kept, total, turned in rows
            ]
            _show(f"{name}, from {silent} and {ruled}", told)
    return 0


def _show(name: str, told: list[tuple[bool, bool]]) -> None:
    shares = [[said for said, turned in told if turned == kind] for kind in (True, False)]
    turned, harmless = (sum(part) / len(part) for part in shares)
    print(f"{name:40} turned, told {turned:.3f}   harmless, called truncated {harmless:.3f}")


if __name__ == "__main__":
    raise SystemExit(main())
