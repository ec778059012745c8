"""Finding quotations in an archive of prose: share found, time a quotation, size of the index.

    python benchmarks/quotation_archive.py [--megabytes 100] [--quotations 400]

The archive is made of documentation and source text found under ``sys.prefix`` and ``/usr`` on the machine,
and repeated with changed words where that is not enough; nothing is written.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from claimcheck.evidence.archive import Archive

_SUFFIXES = {".txt", ".md", ".rst", ".html", ".py", ".pod", ".js", ".h", ".json"}
_PROSE = re.compile(r"[A-Z][a-z]+(?:[ \n]+[\w,;'()-]+){7,40}\.")


def documents(characters: int) -> Iterator[tuple[str, str]]:
    """Files of the machine as documents, until there are enough characters."""
    total, texts = 0, []
    for root in ("/usr/share", "/usr/lib", sys.prefix, "/usr/local/lib"):
        for folder, _, files in os.walk(root):
            for name in sorted(files):
                path = Path(folder) / name
                if path.suffix not in _SUFFIXES or path.is_symlink():
                    continue
                text = path.read_text(encoding="utf-8", errors="ignore")
                if len(text) > 2_000_000:
                    continue
                texts.append(text)
                total += len(text)
                yield str(path), text
                if total >= characters:
                    return
    for round_ in range(1, 100):
        for number, text in enumerate(texts):
            total += len(text)
            yield f"{round_}/{number}", re.sub(r"\b(\w{4})(\w+)", rf"\1{round_}\2", text)
            if total >= characters:
                return


def quotations(texts: list[tuple[str, str]], count: int) -> list[tuple[str, str, int, int]]:
    """Sentences of the archive, every second one with a word changed: document, quotation, span."""
    rng = random.Random(20261122)
    made: list[tuple[str, str, int, int]] = []
    while len(made) < count:
        name, text = rng.choice(texts)
        start = rng.randrange(max(1, len(text) - 4000))
        match = _PROSE.search(text, start, start + 4000)
        if match is None or len(match[0]) < 60:
            continue
        words = match[0].split(" ")
        if len(made) % 2:
            words[len(words) // 2] = "altogether"
        made.append((name, " ".join(words), match.start(), match.end()))
    return made


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--quotations", type=int, default=400)
    options = parser.parse_args()
    texts = list(documents(options.megabytes * 1_000_000))
    characters = sum(len(text) for _, text in texts)
    asked = quotations(texts, options.quotations)
    began = process_time()
    archive = Archive(texts)
    built = process_time() - began
    times, found, elsewhere = [], 0, 0
    for name, quote, start, end in asked:
        began = process_time()
        candidates = archive.search(quote)
        times.append(process_time() - began)
        there = any(c.document == name and c.start < end and c.end > start for c in candidates)
        found += there
        elsewhere += not there and bool(candidates) and candidates[0].score >= 0.9
    times.sort()
    print(
        f"{characters / 1e6:.0f} MB in {len(texts)} documents; "
        f"index {archive.index_bytes / characters:.2f} of the text, built in {built:.1f} s"
    )
    print(
        f"found in place {found / len(asked):.1%}, "
        f"or the same words in another document {elsewhere / len(asked):.1%}"
    )
    print(
        f"a quotation: median {times[len(times) // 2] * 1e3:.2f} ms, "
        f"p95 {times[len(times) * 95 // 100] * 1e3:.2f} ms, most {times[-1] * 1e3:.2f} ms (CPU)"
    )


if __name__ == "__main__":
    main()
