"""Verdicts on whole sets of hostile quotations, by hands that had not seen the checker.

    python benchmarks/quotation_sets.py [--network FILE] [--wrong SET]

By the rules only and with the careful look. ``quotation_sets/`` holds a set a file, a case a line as in
``tests/evidence/unseen_quotations.jsonl``. What each gave at first sight stands in ``RESULTS.md``; once its
cases have been read, it is unseen no more.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from claimcheck.evidence.quotations import QuotationVerdict, judge_quotation
from claimcheck.evidence.quotations.careful import CarefulReader

FOLDER = Path(__file__).parent / "quotation_sets"
GOOD = frozenset(("verbatim", "edited"))


def judged(case: dict[str, Any], careful: CarefulReader | None) -> tuple[QuotationVerdict, bool | None]:
    """The verdict, and whether its span fits the marked one (IoU ≥ .9); None unless there are both."""
    marked = case["source"]
    start = marked.find("⟦")
    source = marked.replace("⟦", "", 1)
    end = source.find("⟧")
    verdict = judge_quotation(source.replace("⟧", "", 1), case["quote"], careful=careful)
    if start < 0 or verdict.start is None or verdict.end is None:
        return verdict, None
    shared = max(0, min(verdict.end, end) - max(verdict.start, start))
    return verdict, shared >= 0.9 * (max(verdict.end, end) - min(verdict.start, start))


def measure(name: str, careful: CarefulReader | None, show: bool) -> None:
    """Print what share is right, what bad ones passed, and how many good ones were called bad."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    counts: Counter[str] = Counter()
    for case in map(json.loads, lines):
        verdict, placed = judged(case, careful)
        wanted = frozenset(case["match"])
        good, said_good = bool(wanted & GOOD), verdict.match in GOOD
        cut = "truncated" in wanted and not good
        counts.update(
            right=verdict.match in wanted,
            good=good,
            cut=cut,
            other=not good and not cut,
            cut_passed=cut and said_good,
            other_passed=not good and not cut and said_good,
            good_called_truncated=good and verdict.match == "truncated",
            good_called_else=good and verdict.match in ("altered", "absent"),
            placed=bool(placed),
            places=placed is not None,
        )
        if show and verdict.match not in wanted:
            print(f"{'/'.join(wanted)}, told {verdict.match}\n  {case['source']}\n  {case['quote']}\n")
    print(
        f"{name}, {'careful' if careful else 'rules'}: right {counts['right']} of {len(lines)};"
        f" truncated passed {counts['cut_passed']} of {counts['cut']},"
        f" other bad ones {counts['other_passed']} of {counts['other']};"
        f" of {counts['good']} good called truncated {counts['good_called_truncated']},"
        f" altered or absent {counts['good_called_else']}; spans {counts['placed']} of {counts['places']}"
    )


def main() -> None:
    """Measure all sets."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--network", type=Path, help="another network than the one shipped")
    parser.add_argument("--wrong", metavar="SET", help="show what is judged wrong of one set, such as 16")
    options = parser.parse_args()
    careful = CarefulReader(options.network) if options.network else CarefulReader()
    for name in sorted(path.stem for path in FOLDER.glob("*.jsonl")):
        measure(name, None, False)
        measure(name, careful, options.wrong == name)


if __name__ == "__main__":
    main()
