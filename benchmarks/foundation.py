"""What the foundation costs, as ratios within one run: start-up, the gate on 10,000 claims, extraction.

Run: python benchmarks/foundation.py help|check|gate|seed|growth
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

RUNS = 9
CLAIMCHECK = Path(sys.executable).with_name("claimcheck")

CLICK_SCRIPT = """
import click
@click.group()
def cli(): pass
@cli.command()
def check(): pass
cli()
"""
PYDANTIC_SCRIPT = "import click\nfrom pydantic import BaseModel\n" + "\n".join(
    f"class M{n}(BaseModel):\n    a: str\n    b: int = {n}\n    c: list[str] = []" for n in range(10)
)


def cpu(command: Sequence[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> float:
    """CPU seconds (user and system) of one run of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command, cwd=cwd, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def in_turn(
    ours: Callable[[], float], peer: Callable[[], float], runs: int = RUNS
) -> tuple[float, float, float]:
    """Medians of both, run in turn after one warm-up, and the median of the ratios pair by pair."""
    ours(), peer()
    pairs = [(ours(), peer()) for _ in range(runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs), ratio


def report(name: str, limit: float, figures: tuple[float, float, float]) -> None:
    """Print one line: both medians in milliseconds of CPU, the ratio, the limit."""
    a, b, ratio = figures
    verdict = "within" if ratio <= limit else "ABOVE"
    both = f"{1000 * a:.0f} ms against {1000 * b:.0f} ms CPU"
    print(f"{name}: {both}, ratio {ratio:.2f}, {verdict} the limit {limit}")


def bench_help() -> None:
    """``--help`` against a bare click script's."""
    peer = [sys.executable, "-c", CLICK_SCRIPT, "--help"]
    report("--help", 1.3, in_turn(lambda: cpu([str(CLAIMCHECK), "--help"]), lambda: cpu(peer)))


def bench_check() -> None:
    """Warm ``check`` of a small workspace against a script with click and ten pydantic models."""
    with workspace(articles=1, claims=3) as folder:
        peer = [sys.executable, "-c", PYDANTIC_SCRIPT]
        figures = in_turn(lambda: cpu([str(CLAIMCHECK), "check"], folder), lambda: cpu(peer))
        report("warm check", 1.5, figures)


def bench_gate() -> None:
    """The gate on 10,000 claims in 300 articles: cold against the loader alone, warm against cold."""
    with workspace(articles=300, claims=34) as folder:
        cache = folder.parent / "cache"
        env = {**os.environ, "XDG_CACHE_HOME": str(cache)}

        def cold() -> float:
            subprocess.run(["rm", "-rf", str(cache)], check=True)
            return cpu([str(CLAIMCHECK), "check"], folder, env)

        loading = (
            "import sys, pathlib, ryaml\n"
            "from claimcheck.records.models import ClaimFile\n"
            "for p in sorted(pathlib.Path('claims').glob('*.yaml')):\n"
            "    ClaimFile.model_validate(ryaml.loads(p.read_text()))\n"
        )
        peer = [sys.executable, "-c", loading]
        figures = in_turn(cold, lambda: cpu(peer, folder), 3)
        report("gate, cold, against loader + pydantic", 1.6, figures)

        def warm() -> float:
            return cpu([str(CLAIMCHECK), "check"], folder, env)

        colds = [cold() for _ in range(3)]
        warms = [warm() for _ in range(3)]
        a, b = statistics.median(warms), statistics.median(colds)
        report("gate, warm, against cold", 0.5, (a, b, a / b))


def bench_seed() -> None:
    """Extraction of the model article: CPU seconds and peak memory of the whole process."""
    data = os.environ.get("CLAIMCHECK_DATA")
    if not data:
        sys.exit("skipped: CLAIMCHECK_DATA names no folder with seed/article.txt")
    article = str(Path(data) / "seed" / "article.txt")
    command = [str(CLAIMCHECK), "extract", "--json", article]
    spent = statistics.median(cpu(command) for _ in range(5))
    peak = int(
        subprocess.run(
            ["/usr/bin/env", sys.executable, "-c", PEAK, *command], capture_output=True, text=True, check=True
        ).stdout
    )
    print(f"seed extracted: {spent:.2f} s CPU (limit 0.7), peak {peak / 1024:.0f} MB (limit 80)")


PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def bench_growth() -> None:
    """Extraction of 1, 3 and 10 MB of made-up prose: MB a second of CPU, which must not fall."""
    for megabytes in (1, 3, 10):
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "long.txt"
            path.write_text(made_up_prose(megabytes * 1_000_000), encoding="utf-8")
            size = path.stat().st_size / 1e6
            spent = cpu([str(CLAIMCHECK), "extract", "--json", str(path)])
            print(f"{size:.1f} MB: {spent:.1f} s CPU, {size / spent:.2f} MB/s (at least 0.7 wanted)")


def made_up_prose(length: int) -> str:
    """Paragraphs of plain sentences, no two alike, of at least ``length`` bytes."""
    towns = ("Ashby", "Brill", "Corwen", "Dunmore", "Elling", "Farrow")
    verbs = ("approved", "rejected", "delayed", "doubled", "announced", "reviewed")
    things = ("the budget", "a bridge", "the harbour plan", "two new schools", "a bus line", "its tax rate")
    paragraphs, total, n = [], 0, 0
    while total < length:
        sentences = []
        for _ in range(6):
            n += 1
            what = f"{verbs[n // 6 % 6]} {things[n // 36 % 6]}"
            sentences.append(f"The council of {towns[n % 6]} {what} for ${n:,} in {1950 + n % 75}.")
        paragraphs.append(" ".join(sentences))
        total += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs) + "\n"


class workspace:  # noqa: N801  # reads as a context in `with workspace(...)`
    """A throw-away workspace of made-up articles, extracted by the program itself."""

    def __init__(self, articles: int, claims: int) -> None:
        self._articles, self._claims = articles, claims

    def __enter__(self) -> Path:
        self._folder = tempfile.TemporaryDirectory()
        root = Path(self._folder.name) / "desk"
        (root / "articles").mkdir(parents=True)
        prose = made_up_prose(self._articles * self._claims * 80).replace("\n\n", " ").split(". ")
        for number in range(self._articles):
            own = prose[number * self._claims : (number + 1) * self._claims]
            text = ". ".join(own).rstrip(".\n") + ".\n"
            (root / "articles" / f"piece-{number:03}.txt").write_text(text, encoding="utf-8")
        subprocess.run([str(CLAIMCHECK), "init"], cwd=root, check=True, stdout=subprocess.DEVNULL)
        files = sorted(str(path) for path in (root / "articles").glob("*.txt"))
        subprocess.run([str(CLAIMCHECK), "extract", *files], cwd=root, check=True, stdout=subprocess.DEVNULL)
        return root

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()


BENCHES = {
    "help": bench_help,
    "check": bench_check,
    "gate": bench_gate,
    "seed": bench_seed,
    "growth": bench_growth,
}


def main() -> None:
    """Run the benches named, or all."""
    started = time.time()
    for name in sys.argv[1:] or list(BENCHES):
        BENCHES[name]()
    print(f"({time.time() - started:.0f} s in all)")


if __name__ == "__main__":
    main()
