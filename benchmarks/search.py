"""Search over 100,000 passages: how long one takes beside bare tantivy, in one run.

    python benchmarks/search.py

The passages are the distinct sentences of all public sets on hand, and pairs of them; the queries are claims
of the verification set. Bare tantivy: one stemmed text field, its own query parser (keeps stop words), the
same number of hits.
"""

from __future__ import annotations

import json
import os
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import tantivy

from claimcheck.documents.sentences import split_sentences
from claimcheck.evidence.passages import Passage
from claimcheck.evidence.search import PassageIndex, query_terms

PASSAGES = 100_000
BLOCK = 8
"""Sentences in a block; neighbours of one block are indexed with each other."""
QUERIES = 300
HITS = 40


def main() -> None:
    data = os.environ.get("CLAIMCHECK_DATA")
    if not data:
        sys.exit("skipped: CLAIMCHECK_DATA names no folder with verification/ and news/")
    claims, texts = _claims(Path(data)), list(dict.fromkeys(_texts(Path(data))))
    texts = [*texts, *(f"{first} {second}" for first, second in pairwise(texts))][:PASSAGES]
    queries = random.Random(4).sample(claims, QUERIES)
    passages = [Passage("all", 0, len(text), text, "", number // BLOCK) for number, text in enumerate(texts)]
    started = time.process_time()
    ours = PassageIndex(passages)
    built = time.process_time() - started
    bare = _bare(texts)
    print(f"{len(texts)} passages, {QUERIES} claims, {HITS} hits; building took {built:.0f} s of CPU")
    times = {
        "bare tantivy": _times(queries, bare),
        "claimcheck, terms ready": _times(
            [query_terms(query) for query in queries], lambda terms: ours.search(terms, limit=HITS)
        ),
        "claimcheck, with its query": _times(
            queries, lambda query: ours.search(query_terms(query), limit=HITS)
        ),
    }
    base = statistics.median(times["bare tantivy"])
    for name, found in times.items():
        p95 = sorted(found)[int(len(found) * 0.95)]
        median = statistics.median(found)
        print(f"{name:28} p50 {median * 1000:6.2f} ms  ({median / base:.2f}x)   p95 {p95 * 1000:6.2f} ms")


def _claims(data: Path) -> list[str]:
    with (data / "verification" / "dev.jsonl").open(encoding="utf-8") as lines:
        return sorted({json.loads(line)["claim"] for line in lines})


def _texts(data: Path) -> Iterator[str]:
    with (data / "verification" / "dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            for passage in json.loads(line)["evidence"]:
                yield from _sentences(passage["text"])
    with (data / "news" / "wikinews-dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield from _sentences(json.loads(line)["text"])
    for path in sorted((data / "attribution").rglob("*.txt")):
        yield from _sentences(path.read_text(encoding="utf-8", errors="replace"))
    for path in sorted((data / "seed" / "sources").glob("*.md")):
        yield from _sentences(path.read_text(encoding="utf-8"))
    yield from (data / "claim-matching" / "verified-claims.tsv").read_text(encoding="utf-8").splitlines()


def _sentences(text: str) -> Iterator[str]:
    for line in re.split(r"\n+", text):
        for start, end in split_sentences(line, 0, len(line)):
            yield line[start:end]


def _bare(texts: Sequence[str]) -> Callable[[str], object]:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=50_000_000, num_threads=1)
    for text in texts:
        writer.add_document(tantivy.Document(body=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(query: str) -> object:
        words = " ".join(re.findall(r"\w+", query))
        return searcher.search(index.parse_query(words, ["body"]), HITS).hits

    return search


def _times(queries: Sequence[object], search: Callable[..., object]) -> list[float]:
    """The best of three of each query, in seconds of CPU."""
    found = []
    for query in queries:
        best = min(_timed(search, query) for _ in range(3))
        found.append(best)
    return found


def _timed(search: Callable[..., object], query: object) -> float:
    started = time.thread_time()
    search(query)
    return time.thread_time() - started


if __name__ == "__main__":
    main()
