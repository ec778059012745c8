"""How the network judges cut quotations beside rules and linear judge, at several bars.

    python benchmarks/quotation_network/measure.py [NETWORK]    # without one: what is shipped

*held*: the cases of ``quotation_cuts/train/`` that nothing was trained on (mix and bars were fitted there);
*test*: ``quotation_cuts/test.txt``. At each bar: turned cuts told, harmless ones called truncated.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))
from reading import Kept, find

from claimcheck.evidence.quotations.careful import CarefulReader
from claimcheck.evidence.quotations.careful.reading import CLEAR, CLEAR_APART, MODEL_FILE, OUTWEIGHED
from claimcheck.evidence.quotations.second_look import set_apart, spared
from quotation_cuts import cases, written


class Bars(NamedTuple):
    """Sums from which a cut is called turning where no rule speaks: any, and of words set apart."""

    silent: float
    apart: float


SHIPPED = Bars(CLEAR, CLEAR_APART)
TRIED = (Bars(0, 0), Bars(0.3, 0.7), Bars(0.9, 1.4))


def main() -> int:
    reader = CarefulReader(Path(sys.argv[1]) if sys.argv[1:] else MODEL_FILE)
    for name, found in (("held", written(held=True)), ("test", cases("test"))):
        kept = [(place, turned) for source, quote, turned, _ in found if (place := find(source, quote))]
        sums = [reader.total(one.source, one.spans, one.rule) for one, _ in kept]
        _show(f"{name}, {len(kept)}, rules, linear", [(one.told_without(), turned) for one, turned in kept])
        for bars in (SHIPPED, *TRIED):
            told = [
                (_told(one, total, bars), turned) for (one, turned), total in zip(kept, sums, strict=True)
            ]
            _show(f"{name}, from {bars.silent}, {bars.apart}", told)
    return 0


def _told(kept: Kept, total: float, bars: Bars) -> bool:
    if kept.rule:
        return total >= OUTWEIGHED.get(kept.rule.turn, total)
    if spared(kept.source, kept.spans):
        return False
    return total >= (bars.apart if set_apart(kept.source, kept.spans) else bars.silent)


def _show(name: str, told: list[tuple[bool, bool]]) -> None:
    shares = [[said for said, turned in told if turned == kind] for kind in (True, False)]
    turned, harmless = (sum(part) / len(part) for part in shares)
    print(f"{name:30} turned, told {turned:.3f}   harmless, called truncated {harmless:.3f}")


if __name__ == "__main__":
    raise SystemExit(main())
