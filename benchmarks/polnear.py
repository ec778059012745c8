"""PolNeAR for the attribution benchmarks: reading the brat stand-off files, and scoring.

Matching rule. A role (source, cue or content) of an attribution is one item: the set of all its spans. It
counts as found only if an attribution found in the same article has exactly those code points in that
role, no more and no fewer: half of a discontinuous content is a miss, and so is one comma too many. Where
a gap between two spans holds only white space (brat cannot mark across a line break) the two are one
span, on both sides. ``pieces`` counts each contiguous span by itself; ``characters`` counts the code
points covered.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path

Pair = tuple[int, int]
ROLES = ("source", "cue", "content")


@dataclass(frozen=True)
class Roles:
    """The spans of an attribution, gold or found."""

    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]


@dataclass(frozen=True)
class Gold:
    """An article and its gold attributions."""

    name: str
    text: str
    attributions: list[Roles]


def load(part: str) -> list[Gold]:
    """The articles of ``part`` (train or dev); the first annotator's file where there are several."""
    data = os.environ.get("CLAIMCHECK_DATA")
    if not data:
        raise SystemExit("CLAIMCHECK_DATA is not set: this needs PolNeAR under $CLAIMCHECK_DATA/attribution")
    folder = Path(data) / "attribution" / part
    files: dict[str, Path] = {}
    for path in sorted(folder.glob("attributions/*.ann")):
        files.setdefault(path.stem.rpartition("_")[0], path)
    found = []
    for path in sorted(folder.glob("text/*.txt")):
        text = path.read_bytes().decode("utf-8")
        found.append(
            Gold(path.stem, text, _attributions(files[path.stem].read_bytes().decode("utf-8"), text))
        )
    return found


def _attributions(standoff: str, text: str) -> list[Roles]:
    spans: dict[str, list[Pair]] = {}
    events: list[dict[str, list[str]]] = []
    for line in standoff.split("\n"):
        key, _, rest = line.partition("\t")
        if re.fullmatch(r"T\d+\t\w[\w-]* [\d ;]+\t.*", line):
            numbers = rest.split("\t")[0].partition(" ")[2]
            spans[key] = [(int(a), int(b)) for a, b in (pair.split() for pair in numbers.split(";"))]
        elif key.startswith("E"):
            event: dict[str, list[str]] = {}
            for role, _, name in (word.partition(":") for word in rest.split()):
                event.setdefault(role.rstrip("0123456789").lower(), []).append(name)
            events.append(event)
    found = []
    for event in events:
        roles = (sorted(s for name in event.get(role, []) for s in spans.get(name, [])) for role in ROLES)
        gold = Roles(*(joined(role, text) for role in roles))
        found += [gold] if gold.cue else []
    return found


def joined(pairs: Iterable[Pair], text: str) -> tuple[Pair, ...]:
    """The spans in order, those with only white space between them made one."""
    out: list[Pair] = []
    for start, end in sorted(pairs):
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


@dataclass(frozen=True)
class Rates:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Scores = dict[tuple[str, str], Rates]


def score(gold: list[Gold], found: list[list[Roles]]) -> Scores:
    """Rates by role and unit (exact, pieces, characters)."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for article, answers in zip(gold, found, strict=True):
        for role in ROLES:
            truth = {joined(getattr(g, role), article.text) for g in article.attributions} - {()}
            said = {joined(getattr(a, role), article.text) for a in answers} - {()}
            _count(counts, role, "exact", truth, said)
            _count(counts, role, "pieces", {s for t in truth for s in t}, {s for t in said for s in t})
            _count(counts, role, "characters", _points(truth), _points(said))
    keys = {key[:2] for key in counts}
    return {
        key: Rates(
            counts[(*key, "hit")] / (counts[(*key, "said")] or 1),
            counts[(*key, "hit")] / (counts[(*key, "true")] or 1),
        )
        for key in keys
    }


def _count(
    counts: Counter[tuple[str, str, str]], role: str, unit: str, truth: Set[object], said: Set[object]
) -> None:
    counts[role, unit, "true"] += len(truth)
    counts[role, unit, "said"] += len(said)
    counts[role, unit, "hit"] += len(truth & said)


def _points(spans: set[tuple[Pair, ...]]) -> set[object]:
    return {at for pairs in spans for start, end in pairs for at in range(start, end)}


def table(results: dict[str, Scores]) -> str:
    """A Markdown table, one row for each system and role."""
    lines = [
        "| system | role | exact P | R | F1 | pieces F1 | characters F1 |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, scores in results.items():
        for role in ROLES:
            exact = scores[role, "exact"]
            rest = (scores[role, unit].f1 for unit in ("pieces", "characters"))
            numbers = (exact.precision, exact.recall, exact.f1, *rest)
            lines.append(f"| {name} | {role} | " + " | ".join(f"{n:.3f}" for n in numbers) + " |")
    return "\n".join(lines)
