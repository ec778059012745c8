"""Reads the written pairs: made-up passages in twins, with claims that are judged against both.

The files lie in ``newsroom/``. A block is two passages and claims, with an empty line after it::

    A: The ferry sank in May.
    B: The ferry sank in June.
    SC The ferry went down in May.

The first letter is the claim's stance under passage A, the second under B: S supports, C contradicts,
N neutral. Since every claim has two stances, the claim alone gives little away.

    python benchmarks/stance_judge/newsroom.py     # reads all files, says what is wrong with them, counts
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "newsroom"
_STANCES = {"S": "supports", "C": "contradicts", "N": "neutral"}
_CLAIM = re.compile(r"([SCN])([SCN]) (\S.*)")


@dataclass(frozen=True)
class Written:
    """One written pair; ``block`` names the twins it comes from, as ``file:line``."""

    block: str
    stance: str
    claim: str
    passage: str


class MalformedBlock(ValueError):
    """A block that is not two passages and claims."""

    def __init__(self, place: str, line: str) -> None:
        super().__init__(f"{place}: expected A:, B: and then claims such as 'SC …', found: {line[:60]!r}")


def read(path: Path) -> Iterator[Written]:
    """All pairs of one file, block by block.

    Raises:
        MalformedBlock: with file and line.
    """
    number = 1
    for block in re.split(r"\n(?=\n)", path.read_text("utf-8")):
        lead = len(block) - len(block.lstrip("\n"))
        if block.strip():
            yield from _pairs(block.strip("\n").split("\n"), path, number + lead)
        number += block.count("\n") + 1


def _pairs(lines: list[str], path: Path, number: int) -> Iterator[Written]:
    place = f"{path.name}:{number}"
    if len(lines) < 3 or not lines[0].startswith("A: ") or not lines[1].startswith("B: "):
        raise MalformedBlock(place, lines[min(1, len(lines) - 1)])
    passages = (lines[0][3:].strip(), lines[1][3:].strip())
    for at, line in enumerate(lines[2:], number + 2):
        found = _CLAIM.fullmatch(line.strip())
        if found is None:
            raise MalformedBlock(f"{path.name}:{at}", line)
        for letter, passage in zip(found.group(1, 2), passages, strict=True):
            yield Written(place, _STANCES[letter], found[3], passage)


def all_pairs(folder: Path = FOLDER) -> list[Written]:
    """The pairs of every file, in the order of file names."""
    return [pair for path in sorted(folder.glob("*.txt")) for pair in read(path)]


def main() -> int:
    for path in sorted(FOLDER.glob("*.txt")):
        try:
            pairs = list(read(path))
        except MalformedBlock as problem:
            print(problem)
            continue
        counts = Counter(pair.stance for pair in pairs)
        print(path.name, len({p.block for p in pairs}), "blocks", len(pairs), "pairs", dict(counts))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
