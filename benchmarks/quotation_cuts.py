"""How often a cut that turns a quotation's meaning is told, and a harmless one left alone: hard cases only.

``quotation_cuts/dev.txt`` was read while the rules were written, ``test.txt`` never: only its totals were;
nor ``unseen.txt``, by a hand that had seen none of the others. ``train/`` is by 22 hands and was read by
nobody: no rule and no linear judge was made on it, the network was trained on what is not held out of it.
All are our own words, split by source text.

Run: ``python benchmarks/quotation_cuts.py [--wrong] [--rules] [--network FILE]``
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from zlib import crc32

from claimcheck.evidence.quotations import judge_quotation
from claimcheck.evidence.quotations.careful import CarefulReader
from claimcheck.evidence.quotations.careful.reading import MODEL_FILE

_HERE = Path(__file__).parent / "quotation_cuts"
HELD_OUT = 7
"""One case in so many of ``train/`` is trained on by nothing."""


def written(held: bool) -> list[tuple[str, str, bool, str]]:
    """The cases of ``quotation_cuts/train/``, those held out or the others; told apart by their source."""
    names = sorted(f"train/{path.stem}" for path in (_HERE / "train").glob("*.txt"))
    found = (case for name in names for case in cases(name))
    return [case for case in found if (crc32(case[0].encode("utf-8")) % HELD_OUT == 0) == held]


def cases(name: str) -> list[tuple[str, str, bool, str]]:
    """Source, quotation, whether its meaning is turned, and a few words on why; ``¶`` ends a paragraph."""
    blocks = (_HERE / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    found = []
    for block in blocks:
        source, quote, verdict = (line[3:] for line in block.splitlines())
        source = source.replace(" ¶ ", "\n\n")
        turned, _, tag = verdict.partition(" | ")
        found.append((source, quote, turned.strip() == "turn", tag))
    return found


def _share(told: int, total: int) -> str:
    return f"{told:4} of {total:4} ({told / total:.3f})"


def measure(
    name: str, found: list[tuple[str, str, bool, str]], show: bool, careful: CarefulReader | None
) -> None:
    """Print how many turned and how many harmless cuts of one set are called truncated."""
    told: Counter[tuple[bool, str]] = Counter()
    total: Counter[tuple[bool, str]] = Counter()
    for source, quote, turned, tag in found:
        verdict = judge_quotation(source, quote, careful=careful)
        truncated = verdict.match == "truncated"
        for kind in ("all", "with an ellipsis" if "..." in quote or "…" in quote else "at an edge"):
            total[turned, kind] += 1
            told[turned, kind] += truncated
        if show and truncated != turned:
            word = "PASSED" if turned else f"FALSE ALARM at “{verdict.turned_by}”"
            print(f"{word} ({tag})\n  {source}\n  {quote}\n")
    for kind in ("all", "at an edge", "with an ellipsis"):
        caught, lost = (_share(told[turned, kind], total[turned, kind]) for turned in (True, False))
        print(f"{name:6} {kind:17} turned, told: {caught}   harmless, called truncated: {lost}")


def main() -> None:
    """Measure all sets; ``--wrong`` shows what is judged wrong, of the set that may be read only."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--wrong", action="store_true", help="show the cases of dev.txt that are judged wrong"
    )
    parser.add_argument("--rules", action="store_true", help="without the careful look")
    parser.add_argument("--network", type=Path, help="another network than the one shipped")
    options = parser.parse_args()
    careful = None if options.rules else CarefulReader(options.network or MODEL_FILE)
    measure("dev", cases("dev"), options.wrong, careful)
    measure("test", cases("test"), False, careful)
    measure("unseen", cases("unseen"), False, careful)
    measure("held", written(held=True), False, careful)


if __name__ == "__main__":
    main()
