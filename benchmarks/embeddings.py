"""Search by meaning: words, vectors and both fused, on climate-fever and on claims checked before.

    python benchmarks/embeddings.py            # about two minutes of CPU; needs the extra embeddings
    python benchmarks/embeddings.py --claims   # also the 10,381 checked claims, some minutes more

Corpus of the first: every evidence sentence of climate-fever; relevant to a claim is all its evidence, or
only what supports or refutes it. The seed's sources tell what it costs.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
import sys
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from claim_matching import _mrr, _rows
from claimcheck.documents.sentences import split_sentences
from claimcheck.evidence.embeddings import Embedder, embedder_at_hand, fused, nearest
from claimcheck.evidence.matches import Archive
from claimcheck.evidence.passages import Passage
from claimcheck.evidence.search import PassageIndex, query_terms

MOST = 100
DECISIVE = ("SUPPORTS", "REFUTES")
Order = Callable[[int], Sequence[int]]


def ndcg(order: Sequence[int], relevant: Collection[int]) -> float:
    """Normalised discounted cumulative gain at 10, every relevant passage worth one."""
    gain = sum(1 / math.log2(rank + 2) for rank, number in enumerate(order[:10]) if number in relevant)
    return gain / sum(1 / math.log2(rank + 2) for rank in range(min(10, len(relevant))))


def climate(data: Path, embedder: Embedder) -> None:
    rows = [json.loads(line) for line in (data / "verification" / "dev.jsonl").open(encoding="utf-8")]
    rows = [row for row in rows if row["dataset"] == "climate-fever"]
    texts = list(dict.fromkeys(item["text"] for row in rows for item in row["evidence"]))
    number_of = {text: number for number, text in enumerate(texts)}
    vectors, asked = embedder.embed(texts), embedder.embed([row["claim"] for row in rows])
    index = PassageIndex([Passage("all", 0, len(t), t, "", 10 * n) for n, t in enumerate(texts)])
    words = [[h.number for h in index.search(query_terms(row["claim"]), limit=MOST)] for row in rows]
    meaning = [nearest(vectors, vector, MOST) for vector in asked]
    print(f"climate-fever: {len(rows)} claims, {len(texts)} sentences; nDCG@10 and recall@{MOST}")
    orders: dict[str, Order] = {
        "words": lambda n: words[n],
        "meaning": lambda n: meaning[n],
        "words' hundred in both orders": lambda n: fused(
            words[n], sorted(words[n], key=lambda at: -float(vectors[at] @ asked[n]))
        ),
        "fused": lambda n: fused(words[n], meaning[n]),
    }
    for name, order in orders.items():
        print(f"  {name:30}", end="")
        for labels in ((*DECISIVE, "NEI"), DECISIVE):
            found = []
            for number, row in enumerate(rows):
                relevant = {number_of[e["text"]] for e in row["evidence"] if e["label"] in labels}
                if relevant:
                    best = list(order(number))
                    found.append((ndcg(best, relevant), len(relevant & set(best[:MOST])) / len(relevant)))
            means = [sum(column) / len(found) for column in zip(*found, strict=True)]
            kind = "decisive" if labels == DECISIVE else "all"
            print(f"  {kind} ({len(found)}): {means[0]:.3f} {means[1]:.3f}", end="")
        print()


def claims(data: Path, embedder: Embedder) -> None:
    csv.field_size_limit(10**7)
    base = _rows(data / "claim-matching" / "verified-claims.tsv")
    pairs = _rows(data / "claim-matching" / "pairs-dev.tsv")
    facts = [row["fact"].strip() for row in base]
    vectors = embedder.embed(facts)
    posts = [pair["claim"] for pair in pairs]
    asked = dict(zip(posts, embedder.embed(posts), strict=True))
    archive = Archive([(str(number), text) for number, text in enumerate(facts)])

    def by_words(text: str) -> list[int]:
        return [int(match.id) for match in archive.matches(text, limit=MOST)]

    def by_meaning(text: str) -> list[int]:
        return nearest(vectors, asked[text], MOST)

    both = Archive([(str(number), text) for number, text in enumerate(facts)], embedder)

    def by_both(text: str) -> list[int]:
        return [int(match.id) for match in both.matches(text)]

    ways = {"words": by_words, "meaning": by_meaning, "both": by_both}
    print(f"checked before: {len(pairs)} posts, {len(facts)} claims; mean reciprocal rank at 20")
    for name, way in ways.items():
        print(f"  {name:10} {_mrr(pairs, facts, lambda text, way=way: way(text)[:20]):.3f}")  # type: ignore[misc]


def cost(data: Path, embedder: Embedder) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((data / "seed" / "sources").glob("*.md"))]
    sentences = [text[start:end] for text in texts for start, end in split_sentences(text)]
    started = time.process_time()
    embedder.embed(sentences)
    spent = time.process_time() - started
    print(
        f"seed: {len(sentences)} sentences, {spent:.1f} s of CPU, {1000 * spent / len(sentences):.1f} ms each"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", action="store_true", help="also the claims checked before")
    args = parser.parse_args()
    kept: dict[tuple[str, ...], str] = {}

    def recall(key: Sequence[str], make: Callable[[], str]) -> str:
        if tuple(key) not in kept:
            kept[tuple(key)] = make()
        return kept[tuple(key)]

    data, embedder = os.environ.get("CLAIMCHECK_DATA"), embedder_at_hand(recall)
    if not data or embedder is None:
        sys.exit("skipped: needs CLAIMCHECK_DATA and the extra embeddings")
    climate(Path(data), embedder)
    cost(Path(data), embedder)
    if args.claims:
        claims(Path(data), embedder)


if __name__ == "__main__":
    main()
