"""Claims of one article that speak of one another: planted pairs found, and near misses left alone.

    python benchmarks/relations.py            # the tables
    python benchmarks/relations.py --errors   # and every pair missed, and every pair that was not planted
    python benchmarks/relations.py --news     # how many findings on the public news articles

The articles are our own (``benchmarks/relations/SET/*.md``). Below each stand the pairs to be found, a kind
and words of either sentence a line; near misses, which must stay silent; and pairs that may be told either
way. Whatever else is found is wrong.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.documents.reading import read_text_document
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.relations import Relation, find_relations

FOLDER = Path(__file__).parent / "relations"
GROUPS = {
    "disagreement": "disagreement",
    "hedge": "hedge",
    "quotation-marks": "marks",
    "same-study": "study",
    "unnamed-study": "study",
    "headline": "headline",
}
"""Relation kinds that are measured, and the name of the row of precision each goes to."""
DISAGREEMENTS = ("figure", "date", "negation", "outcome")


@dataclass(frozen=True)
class Pair:
    """Words of two sentences, and what the two are to each other."""

    kind: str
    one: str
    other: str

    @property
    def groups(self) -> tuple[str, ...]:
        """The rows of the findings that answer it: what nobody in particular says may be a study or a rumour,
        and a hedge may be dropped by the headline."""
        if self.kind in DISAGREEMENTS:
            return ("disagreement",)
        return {"unnamed": ("study", "hedge"), "hedge": ("hedge", "headline")}.get(self.kind, (self.kind,))


@dataclass(frozen=True)
class Case:
    """An article and what is in it."""

    name: str
    text: str
    finds: list[Pair]
    silent: list[Pair]
    either: list[Pair]


@dataclass
class Tally:
    """Counts over a set: planted and found by kind, right and wrong by group."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    near: int = 0
    near_wrong: int = 0
    errors: list[str] = field(default_factory=list)


def load(path: Path) -> Case:
    """Read one article with its pairs."""
    text, *parts = path.read_text("utf-8").split("\n== ")
    pairs: dict[str, list[Pair]] = {"finds": [], "silent": [], "either": []}
    for part in parts:
        name, *lines = part.strip().splitlines()
        pairs[name] = [Pair(*(piece.strip() for piece in line.split(" | "))) for line in lines]
    return Case(path.stem, text.strip() + "\n", **pairs)


def related(text: str) -> list[tuple[Relation, str, str]]:
    """The relations measured here, each with the texts of its two claims."""
    document = read_text_document(text, "md")
    claims = extract_claims(document, slug="a").claims
    known = {claim.id: claim.text for claim in claims}
    return [
        (relation, known[relation.first], known[relation.second])
        for relation in find_relations(claims, document.text)
        if relation.kind in GROUPS
    ]


def _holds(text: str, words: str) -> bool:
    # Words may reach into the next sentence, to tell two places of one wording apart.
    return words in text or (text.endswith((".", '."')) and words.startswith(text))


def meets(pair: Pair, one: str, other: str) -> bool:
    """Whether two sentences are the two of a pair, in any order."""
    return (_holds(one, pair.one) and _holds(other, pair.other)) or (
        _holds(one, pair.other) and _holds(other, pair.one)
    )


def measure(case: Case, tally: Tally) -> None:
    """Count what is found in one article."""
    found = related(case.text)
    for pair in case.finds:
        tally.planted[pair.kind] += 1
        hit = any(GROUPS[r.kind] in pair.groups and meets(pair, a, b) for r, a, b in found)
        tally.found[pair.kind] += hit
        if not hit:
            tally.errors.append(f"missed {case.name}: {pair.kind}: {pair.one} / {pair.other}")
    for relation, one, other in found:
        group = GROUPS[relation.kind]
        if any(group in p.groups and meets(p, one, other) for p in case.finds):
            tally.right[group] += 1
        elif not any(group in p.groups and meets(p, one, other) for p in case.either):
            tally.wrong[group] += 1
            tally.errors.append(f"wrong {case.name}: {relation.kind}: {relation.message}")
    tally.near += len(case.silent)
    tally.near_wrong += sum(any(meets(pair, a, b) for _, a, b in found) for pair in case.silent)


def show(name: str, tally: Tally, errors: bool) -> None:
    """Print the tables of one set."""
    print(f"\n{name}: {sum(tally.planted.values())} pairs, {tally.near} near misses")
    print("| kind | planted | found | recall |\n|---|---|---|---|")
    for kind, planted in sorted(tally.planted.items()):
        print(f"| {kind} | {planted} | {tally.found[kind]} | {tally.found[kind] / planted:.2f} |")
    every, hits = sum(tally.planted.values()), sum(tally.found.values())
    print(f"| all | {every} | {hits} | {hits / max(every, 1):.2f} |")
    print("| rule | right | wrong | precision |\n|---|---|---|---|")
    for group in sorted(set(GROUPS.values())):
        right, wrong = tally.right[group], tally.wrong[group]
        if right + wrong:
            print(f"| {group} | {right} | {wrong} | {right / (right + wrong):.2f} |")
    right, wrong = sum(tally.right.values()), sum(tally.wrong.values())
    print(f"| all | {right} | {wrong} | {right / max(right + wrong, 1):.2f} |")
    print(f"near misses complained of: {tally.near_wrong}")
    if errors:
        print("\n".join(tally.errors))


def news() -> None:
    """Print what is found in the public news articles."""
    path = Path(os.environ["CLAIMCHECK_DATA"]) / "news" / "wikinews-dev.jsonl"
    counts: Counter[str] = Counter()
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        for relation, one, other in related(json.loads(line)["text"]):
            counts[relation.kind] += 1
            print(f"{number} {relation.kind}: {relation.message}\n    1 {one}\n    2 {other}")
    print(dict(counts))


def main() -> None:
    """Measure every set of articles, or list what is found in the public ones."""
    if "--news" in sys.argv:
        return news()
    for folder in sorted(path for path in FOLDER.iterdir() if path.is_dir()):
        tally = Tally()
        for path in sorted(folder.glob("*.md")):
            measure(load(path), tally)
        show(folder.name, tally, "--errors" in sys.argv)
    return None


if __name__ == "__main__":
    main()
