"""Edits: reworded told from changed, and moves, splits, merges found, on revisions of our own.

    python benchmarks/edits.py             # the table
    python benchmarks/edits.py --errors    # and every error

Beside ours, in the same run: similarity thresholds (rapidfuzz ratio), the usual way to tell small edits
from large.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from rapidfuzz import fuzz

from claimcheck.extraction.edits import Passage, compare_claims, judge_edit

FOLDER = Path(__file__).parent / "articles"


def pairs(name: str) -> list[tuple[str, str, str]]:
    rows = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [(status, old, new) for status, old, new in (row.split("\t") for row in rows if row.strip())]


def verdicts(name: str, errors: bool) -> None:
    rows = pairs(name)
    peers = {
        "claimcheck": judge_edit,
        "ratio >= 90": lambda old, new: "reworded" if fuzz.ratio(old, new) >= 90 else "changed",
        "ratio >= 75": lambda old, new: "reworded" if fuzz.ratio(old, new) >= 75 else "changed",
        "token set >= 90": lambda old, new: "reworded" if fuzz.token_set_ratio(old, new) >= 90 else "changed",
    }
    print(f"{name}: {len(rows)} pairs")
    for label, judge in peers.items():
        right = silent = 0
        for status, old, new in rows:
            got = judge(old, new)
            right += got == status
            silent += got != "changed" and status == "changed"
            if errors and label == "claimcheck" and got != status:
                print(f"  {got} instead of {status}: {old} -> {new}")
        print(f"  {label:16} right {right:3}/{len(rows)}   changes called harmless {silent}")


def passages(texts: list[str]) -> list[Passage]:
    found, at = [], 0
    for text in texts:
        found.append(Passage(text, at, at + len(text)))
        at += len(text) + 1
    return found


def growth() -> None:
    """Time against size: articles of n sentences, a tenth edited, a tenth moved."""
    chance = random.Random(7)
    syllables = [
        a + b for a in "ba do fi gu ke lo mi nu pa re si to vu wa ze".split() for b in "l n r s t".split()
    ]
    print("growth")
    for size in (375, 750, 1500, 3000):
        old = [
            " ".join("".join(chance.choices(syllables, k=2)) for _ in range(14)).capitalize() + "."
            for _ in range(size)
        ]
        new = [
            text.replace(text.split()[3], "lorvan", 1) if i % 10 == 0 else text for i, text in enumerate(old)
        ]
        for _ in range(size // 10):
            new.insert(chance.randrange(size), new.pop(chance.randrange(size)))
        begin = time.process_time()
        found = compare_claims(passages(old), passages(new))
        seconds = time.process_time() - begin
        linked = sum(bool(edit.new) for edit in found.claims)
        print(f"  {size:5} sentences  {seconds:6.2f} s  {1e3 * seconds / size:5.2f} ms each  linked {linked}")


def main() -> None:
    for path in sorted(FOLDER.glob("*revisions*.tsv")):
        verdicts(path.name, "--errors" in sys.argv)
    growth()


if __name__ == "__main__":
    main()
