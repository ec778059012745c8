"""Opinions found and facts called opinions, counted apart: ``python benchmarks/opinions.py [--errors]``.

``opinions/test`` was never learned from, nor ``opinions/later`` (written when the errors of the thirteenth
set were known: facts about the writer, opinions with figures) and the twelfth and thirteenth set of articles.
Scraped text; an opinion that is dropped as no fact counts as found.
"""

from __future__ import annotations

import sys
from pathlib import Path

from extraction import FOLDER, as_scraped, flat, load, ours, read

OPINIONS = Path(__file__).parent / "opinions"
SETS = (
    ("opinions/test", OPINIONS / "test", "*.gold"),
    ("opinions/later", OPINIONS / "later", "*.gold"),
    ("twelfth set", FOLDER, "form-*.gold"),
    ("thirteenth set", FOLDER, "thirteen-*.gold"),
)


def judged(path: Path) -> list[tuple[str, bool, str]]:
    """The mark of each sentence of fact or opinion, whether the reader calls it one, and its words."""
    rows = load(path)
    kinds = {flat(text): kind for text, kind in ours(read(as_scraped(rows), "txt"))}
    return [
        (row.mark, kinds.get(flat(row.text), "judgement" if row.mark == "O" else "") == "judgement", row.text)
        for row in rows
        if row.mark in ("C", "O")
    ]


def main() -> None:
    """Print a line a set, and with ``--errors`` what is wrong."""
    for name, folder, pattern in SETS:
        found = [one for path in sorted(folder.glob(pattern)) for one in judged(path)]
        opinions = [called for mark, called, _ in found if mark == "O"]
        facts = [called for mark, called, _ in found if mark == "C"]
        right = sum(opinions) + len(facts) - sum(facts)
        print(
            f"{name:16} opinions found {sum(opinions)}/{len(opinions)}, "
            f"facts called opinions {sum(facts)}/{len(facts)}, right {right / len(found):.3f}"
        )
        if "--errors" in sys.argv:
            print(*(f"  {mark} {text}" for mark, called, text in found if called != (mark == "O")), sep="\n")


if __name__ == "__main__":
    main()
