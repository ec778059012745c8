"""Verdicts on hand-made and generated quotations, beside other tools, in one run.

    python benchmarks/quotation_verdicts.py [--count 5000] [--peers-on 1000] [--texts news]

Texts come from ``$CLAIMCHECK_DATA/news`` or, with ``--texts attribution``, from the held-out part there.
Peers are used where they are installed (krokai, claims-cli); their verdicts are mapped in their favour: one
that only says "found" is right for verbatim and for edited, one that only says "not found" for altered and
for absent. *false alarm*: good ones called altered or absent; *cut*: good ones called truncated. Ours stands
there as editors ask it, with the careful look at cuts, and by its rules only.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import process_time

from rapidfuzz import fuzz

from claimcheck.evidence.quotations import PreparedSource, judge_quotation, prepare_source
from claimcheck.evidence.quotations.careful import CarefulReader
from quotation_generator import Case, generate

GOOD = frozenset(("verbatim", "edited"))
Judge = Callable[[Case], tuple[frozenset[str], int | None, int | None]]
FOUND, LOST, CUT = GOOD, frozenset(("altered", "absent")), frozenset(("truncated",))


def ours(careful: CarefulReader | None) -> Judge:
    prepared: dict[str, PreparedSource] = {}

    def judge(case: Case) -> tuple[frozenset[str], int | None, int | None]:
        if case.source not in prepared:
            prepared[case.source] = prepare_source(case.source)
        verdict = judge_quotation(
            prepared[case.source],
            case.quote,
            segments=case.segments,
            careful=careful,
            **dict(case.options),
        )
        return frozenset([verdict.match]), verdict.start, verdict.end

    return judge


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"[“”\"‘’']", "", re.sub(r"[–—]", "-", text))
    return re.sub(r"\s+", " ", text).strip(" .,")


def find_after_normalising(case: Case) -> tuple[frozenset[str], int | None, int | None]:
    return (FOUND if _plain(case.quote) in _plain(case.source) else LOST), None, None


def fuzzy_threshold(case: Case) -> tuple[frozenset[str], int | None, int | None]:
    match = fuzz.partial_ratio_alignment(case.quote, case.source)
    if match is None or match.score < 90:
        return LOST, None, None
    return FOUND, match.dest_start, match.dest_end


def claims_cli() -> Judge | None:
    try:
        fold = import_module("citations.verify").passage_fold
    except ImportError:
        return None
    return lambda case: ((FOUND if fold(case.quote) in fold(case.source) else LOST), None, None)


def krokai() -> Judge | None:
    try:
        corpus_of, check = import_module("krokai.corpus").Corpus, import_module("krokai.verify").check
        clean = import_module("krokai.verdicts").CLEAN
    except ImportError:
        return None
    folder = Path(tempfile.mkdtemp())

    def judge(case: Case) -> tuple[frozenset[str], int | None, int | None]:
        (folder / "source.txt").write_text(case.source + "\n" * 2 + " " * 400, encoding="utf-8")
        verdict = check(case.quote, corpus_of([str(folder)], quiet=True))[0]
        if verdict in clean:
            return FOUND, None, None
        cut = verdict.startswith("TRUNCATED") or verdict == "ELLIPSIS_HIDES"
        return (CUT if cut else LOST), None, None

    return judge


def hand_made() -> list[Case]:
    sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "evidence"))
    cases: list[Case] = []
    for module in ("test_quotation_cases", "test_quotation_cases_more", "test_quotation_cases_edges"):
        for name, group in import_module(module).GROUPS.items():
            for match, source, quote, options in group:
                segments = tuple(options.get("segments", ()))
                rest = tuple((k, v) for k, v in options.items() if k != "segments")
                cases.append(Case(name, frozenset([match]), source, quote, 0, 0, segments, rest))
    return cases


def unseen() -> list[Case]:
    """Cases that were written before the checker was run on them; the passage stands between brackets."""
    file = Path(__file__).parent.parent / "tests" / "evidence" / "unseen_quotations.jsonl"
    cases: list[Case] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        start = row["source"].find("⟦")
        source = row["source"].replace("⟦", "", 1)
        end = source.find("⟧")
        source, segments = source.replace("⟧", "", 1), tuple(row.get("segments", ()))
        name, match = f"set {row['set']}", frozenset(row["match"])
        rest = (("speaker", row["speaker"]),) if "speaker" in row else ()
        cases.append(Case(name, match, source, row["quote"], max(start, 0), max(end, 0), segments, rest))
    return cases


def measure(name: str, judge: Judge, cases: list[Case], *, show: bool = False) -> None:
    right, passed, false, cut, spans = 0, 0, 0, 0, []
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    began = process_time()
    for case in cases:
        said, start, end = judge(case)
        good = bool(case.matches & GOOD)
        hit = bool(said & case.matches)
        right += hit
        kinds[case.kind][0] += hit
        kinds[case.kind][1] += 1
        passed += not good and bool(said & GOOD)
        false += good and not said & (GOOD | CUT)
        cut += good and not said & (GOOD | LOST)
        if case.end and "absent" not in case.matches:
            spans.append(_overlap(start, end, case) if start is not None and end is not None else 0.0)
        if show and not hit:
            print(f"    {case.kind}: {sorted(case.matches)}, said {sorted(said)}: {case.quote[:150]!r}")
    took = (process_time() - began) / len(cases) * 1e6
    goods = sum(bool(case.matches & GOOD) for case in cases)
    share = f"{sum(s >= 0.9 for s in spans) / len(spans):7.1%}" if spans and any(spans) else "      –"
    print(
        f"{name:28}{right / len(cases):8.1%}{passed:7} of {len(cases) - goods:<5}"
        f"{false:6} of {goods:<5}{cut:6}  {share}{took:9.0f} µs"
    )
    if show:
        print("    " + ", ".join(f"{kind} {hit}/{count}" for kind, (hit, count) in sorted(kinds.items())))


def _overlap(start: int, end: int, case: Case) -> float:
    shared = max(0, min(end, case.end) - max(start, case.start))
    return shared / (max(end, case.end) - min(start, case.start))


def texts(data: Path, folder: str) -> list[str]:
    if folder == "attribution":
        return [path.read_text(encoding="utf-8") for path in sorted((data / folder / "dev").rglob("*.txt"))]
    lines = (data / "news" / "wikinews-dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--peers-on", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--texts", choices=("news", "attribution"), default="news")
    options = parser.parse_args()
    peers: list[tuple[str, Judge | None]] = [
        ("krokai", krokai()),
        ("claims-cli", claims_cli()),
        ("rapidfuzz, 90 %", fuzzy_threshold),
        ("str.find after normalising", find_after_normalising),
    ]
    judges = [("claimcheck", ours(CarefulReader())), ("claimcheck, rules only", ours(None))]
    header = f"{'':28}{'right':>8}{'bad passed':>15}{'false alarm':>14}{'cut':>6}{'span≥.9':>9}{'CPU':>9}"
    for what, cases in (("hand-made", hand_made()), ("unseen, first runs in RESULTS.md", unseen())):
        print(f"\n{len(cases)} cases, {what}\n{header}")
        for name, judge in [*judges, *peers]:
            if judge is not None:
                measure(name, judge, cases)
    data = os.environ.get("CLAIMCHECK_DATA")
    if not data:
        print("CLAIMCHECK_DATA is not set: no generated cases.")
        return
    made = generate(texts(Path(data), options.texts), options.count, options.seed)
    print(f"\n{len(made)} generated cases from {options.texts}\n{header}")
    measure("claimcheck", ours(CarefulReader()), made, show=True)
    some = made[:: max(1, len(made) // options.peers_on)]
    print(f"\n{len(some)} of them, with peers\n{header}")
    for name, judge in [*judges, *peers]:
        if judge is not None:
            measure(name, judge, some)


if __name__ == "__main__":
    main()
