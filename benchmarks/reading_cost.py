"""Reading: what an article costs, as .txt and .md and through the child process; and that growth is linear.

python benchmarks/reading_cost.py
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from claimcheck.documents.model import PROSE_KINDS
from claimcheck.documents.reading import read_document, read_text_document
from claimcheck.documents.sentences import split_sentences


def timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def check(text: str, format: str) -> int:
    """Reads and splits a text, and counts what is wrong with its offsets."""
    document = read_text_document(text, format)
    wrong = document.text != text
    at = 0
    for block in document.blocks:
        wrong += not at <= block.start < block.end <= len(text)
        at = block.end
        if block.kind in PROSE_KINDS:
            for start, end in split_sentences(text, block.start, block.end):
                wrong += (
                    not block.start <= start < end <= block.end or text[start:end] != text[start:end].strip()
                )
    return int(wrong)


def main() -> None:
    folder = os.environ.get("CLAIMCHECK_DATA")
    if not folder:
        raise SystemExit("CLAIMCHECK_DATA is not set: there is nothing to measure on.")
    lines = (Path(folder) / "news" / "wikinews-dev.jsonl").read_text().splitlines()
    news = [json.loads(line)["text"] for line in lines]
    for format in ("txt", "md"):
        wrong = 0
        begun = time.process_time()
        for text in news:
            wrong += check(text, format)
        spent = (time.process_time() - begun) / len(news) * 1000
        print(f"{format}: {len(news)} articles, {wrong} wrong offsets, {spent:.2f} ms each with sentences")
    whole = "\n\n".join(news)
    for format in ("txt", "md"):
        sizes = [whole * times for times in (1, 4, 16)]
        costs = [timed(partial(check, text, format)) for text in sizes]
        rate = len(sizes[-1].encode()) / costs[-1] / 1e6
        growth = f"x4 costs {costs[1] / costs[0]:.1f}, x16 costs {costs[2] / costs[0]:.1f}"
        print(f"{format}: {growth}; {rate:.2f} MB/s")
    with tempfile.TemporaryDirectory() as place:
        page = Path(place) / "a.html"
        body = "".join(f"<p>{line}</p>" for line in news[0].split("\n") if line.strip())
        page.write_text(f"<html><body><nav>a</nav><article><h1>A</h1>{body}</article></body></html>")
        begun = time.perf_counter()
        for _ in range(5):
            read_document(page)
        print(f"html through the child: {(time.perf_counter() - begun) / 5 * 1000:.0f} ms on the clock")


if __name__ == "__main__":
    main()
