"""Reading and writing records: 10,000 claims in 300 files; one edit in a large file.

Reading is held against the parser and pydantic alone on the same files; ratios, for seconds depend on the
machine. With ``--writers`` four processes make 500 decisions each, and 60 writers are killed.

    python benchmarks/records_loading.py [--writers]
"""

from __future__ import annotations

import gc
import multiprocessing
import operator
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import ryaml

from claimcheck.records import codec
from claimcheck.records.cache import RecordCache
from claimcheck.records.edits import Editor
from claimcheck.records.ids import claim_id
from claimcheck.records.models import ClaimFile
from claimcheck.records.parsing import parse
from claimcheck.records.workspace import Workspace

WORDS = "board budget harbour council million approved report crane dredging tender mayor vote quay".split()
ROUNDS = 5


def article(slug: str, count: int, rng: random.Random) -> ClaimFile:
    claims, taken = [], set()
    for number in range(count):
        text = " ".join(rng.choices(WORDS, k=18)).capitalize() + f" {number}."
        key = claim_id(slug, text, 0, taken)
        taken.add(key)
        exact = " ".join(rng.choices(WORDS, k=14))
        evidence = [
            {
                "source": f"source-{rng.randrange(50)}",
                "about": "content",
                "stance": "supports",
                "exact": exact,
                "start": 100,
                "end": 100 + len(exact),
                "snapshot": "sha256:" + "7" * 64,
                "reason": "the figures agree",
                "judge": "facts/1",
                "status": "accepted",
                "by": "m.ito",
                "at": "2026-03-04T09:12:00Z",
            }
            for _ in range(rng.randrange(3))
        ]
        claims.append(
            {
                "id": key,
                "text": text,
                "anchor": {"prefix": "before it ", "suffix": " after it", "start": 10, "end": 10 + len(text)},
                "kind": "quantity",
                "check_worthiness": {"label": "CFS", "score": 0.91},
                "parts": [{"kind": "figure", "start": 4, "end": 9}, {"kind": "rest", "start": 10, "end": 20}],
                "evidence": evidence,
            }
        )
    head = {"title": slug, "path": f"articles/{slug}.md", "sha256": "0" * 64}
    return ClaimFile.model_validate({"claimcheck": 1, "article": head, "claims": claims})


def make(root: Path, files: int, claims: int) -> None:
    rng = random.Random(7)
    (root / "claims").mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    for number in range(files):
        slug = f"article-{number:03}"
        count = claims // files + (number < claims % files)
        (root / "claims" / f"{slug}.yaml").write_text(codec.dump_claims(article(slug, count, rng)))


def cpu(action: Callable[[], object]) -> float:
    gc.collect()
    started = time.process_time()
    action()
    return time.process_time() - started


def alone(root: Path) -> None:
    kept = []
    for path in sorted((root / "claims").iterdir()):
        kept.append(ClaimFile.model_validate(ryaml.loads(path.read_text())))  # type: ignore[attr-defined]


def slowly(root: Path) -> None:
    kept = []
    for path in sorted((root / "claims").iterdir()):
        kept.append(ClaimFile.model_validate(parse(path.read_text(), path.name)))


def ways(root: Path, cache: RecordCache) -> dict[str, Callable[[], object]]:
    return {
        "ryaml + pydantic alone": lambda: alone(root),
        "strict, by any layout's reader": lambda: slowly(root),
        "strict, our own layout": lambda: list(Workspace(root, cache=cache).articles()),
    }


def loading(folder: Path) -> None:
    root = folder / "desk"
    make(root, 300, 10_000)
    size = sum(path.stat().st_size for path in (root / "claims").iterdir())
    rows: dict[str, list[float]] = {}
    for number in range(ROUNDS):
        tasks = ways(root, RecordCache(folder / f"cache-{number}"))
        for name, task in tasks.items():
            rows.setdefault(name, []).append(cpu(task))
    print(f"10,000 claims in 300 files, {size / 1e6:.1f} MB (CPU; ratios are medians of {ROUNDS} rounds)")
    for name, times in rows.items():
        to_base = statistics.median(map(operator.truediv, times, rows["ryaml + pydantic alone"]))
        milliseconds = statistics.median(times) * 1000
        print(f"  {name:33} {milliseconds:7.0f} ms  {to_base:5.2f} x alone")


def editing(folder: Path) -> None:
    root = folder / "large"
    make(root, 1, 1500)
    editor = Editor(Workspace(root), folder / "locks")
    record = editor.workspace.article("article-000").record
    times = []
    for number in range(15):
        key = record.claims[number * 100].id
        times.append(
            cpu(lambda key=key: editor.change_claim(key, lambda old: old.model_copy(update={"was": "x"})))
        )
    size = (root / "claims/article-000.yaml").stat().st_size
    print(
        f"one edit in a file of 1,500 claims, {size / 1e6:.1f} MB:",
        f"{statistics.median(times) * 1000:.0f} ms CPU",
    )


def decide(root: Path, cache: Path, name: str, count: int) -> None:
    from claimcheck.decisions.claims import reply_attempt
    from claimcheck.decisions.desk import Desk

    editor = Editor(Workspace(root), cache)
    keys = [claim.id for claim in editor.workspace.article("article-000").record.claims]
    rng = random.Random(name)
    for number in range(count):
        desk = Desk(editor, name, "2026-03-04T09:12:00Z")
        reply_attempt(desk, rng.choice(keys), f"{name}-{number}")


def writers(folder: Path) -> None:
    root, cache = folder / "shared", folder / "locks"
    make(root, 1, 40)
    workers = [multiprocessing.Process(target=decide, args=(root, cache, f"w{n}", 500)) for n in range(4)]
    started = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    found = [
        item.to
        for claim in Workspace(root).article("article-000").record.claims
        for item in claim.reply_sought
    ]
    lost = 2000 - len(set(found))
    print(f"4 processes x 500 decisions: {lost} lost, {len(found) - len(set(found))} doubled", end="")
    print(f", {time.perf_counter() - started:.0f} s")


def killing(folder: Path) -> None:
    root, cache = folder / "killed", folder / "locks"
    make(root, 1, 200)
    torn = lost = 0
    done = 0
    for number in range(60):
        worker = multiprocessing.Process(target=decide, args=(root, cache, f"k{number}", 10_000))
        worker.start()
        time.sleep(0.25 + random.Random(number).random() * 0.1)
        os.kill(worker.pid or 0, signal.SIGKILL)
        worker.join()
        try:
            record = Workspace(root).article("article-000").record
        except codec.RecordError:
            torn += 1
            continue
        total = sum(len(claim.reply_sought) for claim in record.claims)
        lost += total < done
        done = total
    left = Editor(Workspace(root), cache).sweep(time.time())
    rest = list((root / "claims").glob(".*"))
    print(f"kill -9 while writing, 60 times: {torn} torn, {lost} with an earlier decision lost,", end=" ")
    print(f"{done} decisions written, {len(left)} leftovers swept, {len(rest)} left")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        loading(folder)
        editing(folder)
        if "--writers" in sys.argv:
            writers(folder)
            killing(folder)


if __name__ == "__main__":
    main()
