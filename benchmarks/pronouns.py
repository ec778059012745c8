"""Who a pronoun stands for: ``python benchmarks/pronouns.py [-v]`` on the texts of pronouns.txt.

*Right* is the name asked for, or none where a careful reader could not tell; *wrong name* is another's, or
any where none could be told; *left open* is none where one could.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from attribution_cases import bare
from claimcheck.extraction.attribution import find_attributions


def read_cases(path: Path) -> list[tuple[str, str, str]]:
    """Part and reason, text with the cue marked, and the name or "-"."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [
        (head[2:], text.replace("¶", "\n"), name[2:])
        for head, text, name in zip(lines[::3], lines[1::3], lines[2::3], strict=True)
    ]


def answer(marked: str) -> str | None:
    """The speaker of the marked cue, "not found" where it is no attribution's."""
    at = marked.index("[[")
    text = marked.replace("[[", "").replace("]]", "")
    end = at + marked.index("]]") - marked.index("[[") - 2
    for found in find_attributions(text):
        if any(span.start < end and at < span.end for span in found.cue):
            return found.speaker
    return "not found"


def judged(got: str | None, wanted: str) -> str:
    """One of right, wrong name, left open, not found."""
    if got == "not found":
        return "not found"
    if got is None:
        return "right" if wanted == "-" else "left open"
    return "right" if wanted != "-" and bare(got) == bare(wanted) else "wrong name"


def main(arguments: list[str]) -> None:
    """Print how many are right, wrong and left open, by part."""
    totals: dict[str, Counter[str]] = {}
    for head, marked, wanted in read_cases(Path(__file__).with_suffix(".txt")):
        got = answer(marked)
        verdict = judged(got, wanted)
        totals.setdefault(head.partition(" ")[0], Counter())[verdict] += 1
        if "-v" in arguments and verdict != "right":
            print(f"[{head}] {marked}\n    wanted {wanted}, got {got}: {verdict}")
    for part, count in totals.items():
        told = ", ".join(f"{verdict} {number}" for verdict, number in count.most_common())
        print(f"{part:8} {count.total()} pronouns: {told}")


if __name__ == "__main__":
    main(sys.argv[1:])
