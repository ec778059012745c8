"""What the foundation costs, as ratios within one run: start-up, the gate on 10,000 claims, extraction.

Run: python benchmarks/foundation.py help|check|gate|changed|large|many|seed|growth
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
from hashlib import sha256
from pathlib import Path

from claimcheck.records.codec import dump_source
from claimcheck.records.models import Source

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

        peer = [sys.executable, "-c", LOADING]
        figures = in_turn(cold, lambda: cpu(peer, folder), 3)
        report("gate, cold, against loader + pydantic", 1.6, figures)

        def warm() -> float:
            return cpu([str(CLAIMCHECK), "check"], folder, env)

        colds = [cold() for _ in range(3)]
        warms = [warm() for _ in range(3)]
        a, b = statistics.median(warms), statistics.median(colds)
        report("gate, warm, against cold", 0.5, (a, b, a / b))
        subprocess.run([sys.executable, "-c", KEEPING], cwd=folder, check=True)
        loads = [cpu([sys.executable, "-c", READING], folder) for _ in range(3)]
        starts = [cpu([sys.executable, "-c", READING, "none"], folder) for _ in range(3)]
        allowed = 2 * (statistics.median(loads) - statistics.median(starts)) + start_up()
        report(
            "gate, warm, against 2 x (read, sha256, typed load) and start-up", 1.0, (a, allowed, a / allowed)
        )
        print(f"peak memory of a cold check: {peak([str(CLAIMCHECK), 'check'], folder, env):.0f} MB")


def start_up() -> float:
    """CPU seconds of a warm check of a workspace with one short article."""
    with workspace(articles=1, claims=3) as folder:
        check = [str(CLAIMCHECK), "check"]
        cpu(check, folder)
        return statistics.median(cpu(check, folder) for _ in range(RUNS))


def bench_changed() -> None:
    """``check --changed`` after an edit of one article of 300, against the start-up of ``check``."""
    with workspace(articles=300, claims=34) as folder:
        git = ["git", "-c", "user.name=m.ito", "-c", "user.email=m.ito@example.org"]
        for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all"]):
            subprocess.run([*git, *command], cwd=folder, check=True)
        edited = folder / "articles" / "piece-150.txt"
        edited.write_text(edited.read_text() + "The council of Ashby bought a ferry for $7 in 2020.\n")
        subprocess.run(
            [str(CLAIMCHECK), "extract", str(edited)], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        changed = [str(CLAIMCHECK), "check", "--changed"]
        with workspace(articles=1, claims=3) as small:
            check = [str(CLAIMCHECK), "check"]
            figures = in_turn(lambda: cpu(changed, folder), lambda: cpu(check, small))
        report("check --changed, one article of 300", 1.5, figures)


def bench_large() -> None:
    """One article with 5,000 claims, and a workspace with 2,000 sources: CPU cold and warm, peak memory."""
    with workspace(articles=1, claims=5_000) as folder:
        sizes("one article, 5,000 claims", folder)
    with workspace(articles=3, claims=34) as folder:
        for number in range(2_000):
            # Words of its own for each: texts that copy one another are another matter.
            add_paper(folder / "sources", f"paper-{number:04}", f"{hashed_words(number, 130)}.")
        sizes("2,000 sources", folder)


def bench_many() -> None:
    """Four times the sources: ``source add`` of all at once, and a cold check where half copy one report."""
    adding = [adding_many(number) for number in (500, 2_000)]
    print(f"source add, 500 and 2,000 files at once: {say_growth(adding)}")
    checking = [checking_reprints(number) for number in (500, 2_000)]
    print(
        f"cold check, 500 and 2,000 sources, half of them near copies of one report: {say_growth(checking)}"
    )


def say_growth(seconds: Sequence[float]) -> str:
    """Two figures and their ratio."""
    small, large = seconds
    return f"{small:.2f} s and {large:.2f} s CPU, ratio {large / small:.1f} for 4 times as many"


def adding_many(number: int) -> float:
    """CPU seconds of adding so many files, each with words of its own, to a new workspace."""
    with workspace(articles=1, claims=3) as folder:
        inbox = folder.parent / "inbox"
        inbox.mkdir()
        for at in range(number):
            (inbox / f"paper-{at:04}.txt").write_text(f"{hashed_words(at, 130)}.\n")
        env = {**os.environ, "XDG_CACHE_HOME": str(folder.parent / "cache")}
        files = sorted(str(path) for path in inbox.iterdir())
        used = cpu([str(CLAIMCHECK), "source", "add", *files], folder, env)
        assert len(list((folder / "sources").glob("paper-*.yaml"))) == number
        return used


def checking_reprints(number: int) -> float:
    """CPU seconds of a check with an empty cache; each near copy has a seventeenth of its words to itself."""
    report = hashed_words(-1, 130).split()
    with workspace(articles=3, claims=34) as folder:
        for at in range(number):
            changed = [f"own{at}" if (place + at) % 17 == 0 else word for place, word in enumerate(report)]
            text = " ".join(changed) if at % 2 else hashed_words(at, 130)
            add_paper(folder / "sources", f"paper-{at:04}", f"{text}.")
        env = {**os.environ, "XDG_CACHE_HOME": str(folder.parent / "cache")}
        return cpu([str(CLAIMCHECK), "check"], folder, env)


def hashed_words(seed: int, number: int) -> str:
    """Words that no other seed has."""
    return " ".join(sha256(f"{seed} {n}".encode()).hexdigest()[:6] for n in range(number))


def add_paper(sources: Path, name: str, text: str) -> None:
    """Write the record and the text of a source."""
    (sources / name).mkdir(parents=True)
    (sources / name / "text.txt").write_text(f"{name} of the council. {text}")
    digest = sha256((sources / name / "text.txt").read_bytes()).hexdigest()
    record = {
        "claimcheck": 1,
        "id": name,
        "title": name,
        "provider": "outlet",
        "tier": "secondary",
        "text": {"path": f"sources/{name}/text.txt", "sha256": digest, "media_type": "text/plain"},
    }
    (sources / f"{name}.yaml").write_text(dump_source(Source.model_validate(record)))


def sizes(name: str, folder: Path) -> None:
    """Print what a check costs cold and warm."""
    cache = folder.parent / "cache"
    env = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    check = [str(CLAIMCHECK), "check"]
    colds, warms = [], []
    for _ in range(3):
        subprocess.run(["rm", "-rf", str(cache)], check=True)
        colds.append(cpu(check, folder, env))
        warms.append(cpu(check, folder, env))
    subprocess.run(["rm", "-rf", str(cache)], check=True)
    memory = peak(check, folder, env)
    cold, warm = statistics.median(colds), statistics.median(warms)
    print(f"{name}: cold {cold:.2f} s, warm {warm:.2f} s CPU, peak memory {memory:.0f} MB")


def peak(command: Sequence[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> float:
    """Peak memory of a command in megabytes."""
    done = subprocess.run(
        [sys.executable, "-c", PEAK, *command], cwd=cwd, env=env, capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1024


def bench_seed() -> None:
    """Extraction of the model article: CPU seconds and peak memory of the whole process."""
    data = os.environ.get("CLAIMCHECK_DATA")
    if not data:
        sys.exit("skipped: CLAIMCHECK_DATA names no folder with seed/article.txt")
    article = str(Path(data) / "seed" / "article.txt")
    command = [str(CLAIMCHECK), "extract", "--json", article]
    spent = statistics.median(cpu(command) for _ in range(5))
    print(f"seed extracted: {spent:.2f} s CPU (limit 0.7), peak {peak(command):.0f} MB (limit 80)")


LOADING = """
import pathlib, ryaml
from claimcheck.records.models import ClaimFile
for path in sorted(pathlib.Path('claims').glob('*.yaml')):
    ClaimFile.model_validate(ryaml.loads(path.read_text()))
"""
KEEPING = """
import pathlib, ryaml
from claimcheck.records.models import ClaimFile
folder = pathlib.Path('..') / 'kept'
folder.mkdir(exist_ok=True)
for path in sorted(pathlib.Path('claims').glob('*.yaml')):
    record = ClaimFile.model_validate(ryaml.loads(path.read_text()))
    (folder / f'{path.stem}.json').write_text(record.model_dump_json(exclude_defaults=True))
"""
READING = """
import hashlib, pathlib, sys
from claimcheck.records.models import ClaimFile
for path in sorted(pathlib.Path('claims').glob('*.yaml')) if not sys.argv[1:] else ():
    hashlib.sha256(path.read_bytes()).hexdigest()
    ClaimFile.model_validate_json((pathlib.Path('..') / 'kept' / f'{path.stem}.json').read_bytes())
"""
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
    "changed": bench_changed,
    "large": bench_large,
    "many": bench_many,
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
