"""Time of one judgement against a prepared 10 KB source, and growth on hostile input.

    python benchmarks/quotation_speed.py

Sources are stretches of news from ``$CLAIMCHECK_DATA/news``; the measure beside ours is rapidfuzz's bare
``partial_ratio_alignment`` on the same quotations. CPU time, the best of three.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from time import process_time

from rapidfuzz import fuzz

from claimcheck.evidence.quotations import judge_quotation, prepare_source
from quotation_generator import generate


def best(work: Callable[[], object], times: int = 3) -> float:
    took = []
    for _ in range(times):
        began = process_time()
        work()
        took.append(process_time() - began)
    return min(took)


def against_ten_kilobytes(data: str) -> None:
    lines = (Path(data) / "news" / "wikinews-dev.jsonl").read_text(encoding="utf-8").splitlines()
    text = "\n\n".join(json.loads(line)["text"] for line in lines)
    sources = [text[i : i + 10_000] for i in range(0, 200_000, 10_000)]
    cases = [case for s in sources for case in generate([s, text[300_000:310_000]], 28, 3)]
    prepared = {case.source: prepare_source(case.source) for case in cases}
    preparing = best(lambda: [prepare_source(s) for s in sources]) / len(sources)
    ours = best(lambda: [judge_quotation(prepared[c.source], c.quote, segments=c.segments) for c in cases])
    bare = best(lambda: [fuzz.partial_ratio_alignment(c.quote, c.source) for c in cases])
    print(f"{len(cases)} quotations against 10 KB: {ours / len(cases) * 1e6:.0f} µs each, ", end="")
    print(f"bare alignment {bare / len(cases) * 1e6:.0f} µs, ratio {ours / bare:.1f}; ", end="")
    print(f"preparing a source {preparing * 1e3:.1f} ms, once")


def _numbered(size: int) -> str:
    return "".join(f"The gull number {i} sat on the pier. " for i in range(size // 38))


HOSTILE: dict[str, Callable[[int], tuple[str, str]]] = {
    "long quotation, verbatim": lambda n: (_numbered(n), _numbered(n)),
    "long quotation, changed": lambda n: (_numbered(n), _numbered(n).replace("number 7", "number 8")),
    "periodic text": lambda n: ("la " * (n // 3), "la " * (n // 6) + "lo " + "la " * (n // 9)),
    "quotation marks": lambda n: ('"' * n + _numbered(n), '"' * n + "The gull number 9" + '"' * n),
    "open brackets": lambda n: (_numbered(n), "[" * n + "The gull number 9"),
    "closed brackets": lambda n: (_numbered(n), "[the] gull " * (n // 11)),
    "ellipses": lambda n: (_numbered(n), "gull … " * (n // 7)),
    "one endless word": lambda n: ("a" * 20 * n, "a" * 10 * n),
}


def main() -> None:
    data = os.environ.get("CLAIMCHECK_DATA")
    if data:
        against_ten_kilobytes(data)
    else:
        print("CLAIMCHECK_DATA is not set: no measure against news.")
    print(f"{'seconds, preparing included':28}{'25 KB':>9}{'50 KB':>9}{'100 KB':>9}")
    for name, make in HOSTILE.items():
        times = []
        for size in (25_000, 50_000, 100_000):
            source, quote = make(size)
            times.append(best(lambda source=source, quote=quote: judge_quotation(source, quote), 2))  # type: ignore[misc]
        print(f"{name:28}" + "".join(f"{took:9.3f}" for took in times))


if __name__ == "__main__":
    main()
