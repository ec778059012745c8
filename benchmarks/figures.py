"""Figures and dates found in sentences of our own: claimcheck beside quantulum3, text2num and dateparser.

Run with ``python benchmarks/figures.py [--show] [GOLD…]``. The peers are measured where they are installed
(``pip install quantulum3 text2num dateparser``). ``figures_gold.txt`` was written before the recogniser was
tuned and used for tuning; ``figures_gold_fresh.txt`` was written with it and read only for the final figure;
``dates_gold.txt`` and ``dates_gold_fresh.txt`` likewise. The third and fourth of each, the fifth and sixth
of the dates, and the files of pairs, were written before they were first run (see the log).
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimcheck.extraction.dates import find_dates
from claimcheck.extraction.figures import Figure, compare_figures, find_figures

HERE = Path(__file__).parent
MARK = re.compile(r"\[\[(.+?)\|(.+?)\]\]")
UNITS = {"pp": "percentage point", "squarekm": "square km"}


@dataclass(frozen=True)
class Gold:
    """One marked span and what it should be read as."""

    start: int
    end: int
    fields: dict[str, str]

    @property
    def low(self) -> float:
        """The value, or the lower end of a range."""
        return float(self.fields["value"].split("..")[0])

    @property
    def high(self) -> float | None:
        """The upper end; None if the gold leaves it open."""
        low, dots, high = self.fields["value"].partition("..")
        return float(high) if high else None if dots else float(low)


Sentence = tuple[str, list[Gold]]


def parse(line: str) -> Sentence:
    """The sentence without its marks, and the marks."""
    text, golds, at = "", [], 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        value, *fields = mark[2].split()
        golds.append(
            Gold(len(text), len(text) + len(mark[1]), {"value": value} | dict(f.split("=") for f in fields))
        )
        text, at = text + mark[1], mark.end()
    return text + line[at:], golds


def load(path: Path) -> list[Sentence]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [parse(line) for line in lines if line and not line.startswith("#")]


def close(x: float, y: float) -> bool:
    return abs(x - y) <= 1e-4 * max(abs(x), abs(y), 1e-3)


def right(gold: Gold, figure: Figure) -> bool:
    """Value, unit and, where the gold names it, dimension and rate."""
    if not close(gold.low, figure.low) or (gold.high is not None and not close(gold.high, figure.high)):
        return False
    unit = UNITS.get(gold.fields.get("u", ""), gold.fields.get("u", ""))
    if unit != figure.unit and not (gold.fields.get("d") in ("age", "ratio") and not unit):
        return False
    if "d" in gold.fields and gold.fields["d"] != figure.dimension:
        return False
    return gold.fields.get("r", "") == figure.per.split(" ")[0]


def trimmings(gold: Gold, figure: Figure) -> list[str]:
    """Which of precision, change and noun are not as marked."""
    wanted = gold.fields
    wrong = []
    if wanted.get("p", "exact").replace("-", " ") != figure.precision:
        wrong.append(f"precision {figure.precision}")
    if wanted.get("c", "") != figure.change:
        wrong.append(f"change {figure.change or 'none'}")
    if "n" in wanted and wanted["n"] != figure.noun:
        wrong.append(f"noun {figure.noun or 'none'}")
    return wrong


def ours(sentences: list[Sentence], show: bool) -> tuple[str, ...]:
    wanted = found = false = spans = dressed = 0
    for text, golds in sentences:
        figures = find_figures(text)
        wanted += len(golds)
        used: set[int] = set()
        for gold in golds:
            near = [f for f in figures if f.start < gold.end and gold.start < f.end]
            hit = next((f for f in near if right(gold, f)), None)
            if hit is None:
                if show:
                    print(
                        "  missed:",
                        text[gold.start : gold.end],
                        gold.fields,
                        "| got",
                        near,
                        "\n     in:",
                        text,
                    )
                continue
            used.add(hit.start)
            found, spans = found + 1, spans + ((hit.start, hit.end) == (gold.start, gold.end))
            wrong = trimmings(gold, hit)
            dressed += not wrong
            if show and (wrong or (hit.start, hit.end) != (gold.start, gold.end)):
                print("  near:", repr(text[hit.start : hit.end]), "; ".join(wrong), "|", text)
        extra = [f for f in figures if f.start not in used]
        false += len(extra)
        if show:
            for figure in extra:
                print("  false:", repr(text[figure.start : figure.end]), figure, "|", text)
    return "claimcheck", f"{found}/{wanted}", str(false), f"{spans}/{found}", f"{dressed}/{found}"


def by_value(name: str, read: Callable[[str], Iterable[float]], sentences: list[Sentence]) -> tuple[str, ...]:
    """A peer, leniently: a figure is found if either end of it is among the values read, whatever the
    unit."""
    wanted = found = false = 0
    for text, golds in sentences:
        values = list(read(text))
        wanted += len(golds)
        for gold in golds:
            ends = {gold.low, gold.high if gold.high is not None else gold.low}
            hit = next((v for v in values if any(close(abs(v), abs(end)) for end in ends)), None)
            if hit is not None:
                values.remove(hit)
                found += 1
        false += len(values)
    return name, f"{found}/{wanted}", str(false), "", ""


def quantulum(text: str) -> list[float]:
    from quantulum3 import parser  # type: ignore[import-not-found]

    return [float(quantity.value) for quantity in parser.parse(text)]


def text2num(text: str) -> list[float]:
    from text_to_num import alpha2digit  # type: ignore[import-not-found]

    numbers = re.findall(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", alpha2digit(text, "en"))
    return [float(number.replace(",", "")) for number in numbers]


def ours_by_value(text: str) -> list[float]:
    return [figure.low for figure in find_figures(text)]


def figures(paths: list[Path], show: bool) -> None:
    for path in paths:
        sentences = load(path)
        print(f"{path.name}: {len(sentences)} sentences")
        print(f"{'':22}{'found':>9}{'false':>7}{'span':>9}{'precision, change, noun':>26}")
        rows = [ours(sentences, show), by_value("claimcheck, value only", ours_by_value, sentences)]
        for name, read in (("quantulum3", quantulum), ("text2num", text2num)):
            try:
                rows.append(by_value(name, read, sentences))
            except ImportError:
                rows.append((name, "not installed", "", "", ""))
        for row in rows:
            print(f"{row[0]:22}{row[1]:>9}{row[2]:>7}{row[3]:>9}{row[4]:>26}")


def interval(value: str) -> tuple[date | None, date | None]:
    """ "2026-03-04", "2026-01-01..2026-03-31", "..2030-12-31" or "?" as an interval of days."""
    if value == "?":
        return None, None
    first, dots, last = value.partition("..")
    start = date.fromisoformat(first) if first else None
    return start, date.fromisoformat(last) if last else (None if dots else start)


def peer_dates(text: str, published: date) -> list[tuple[str, date]]:
    from datetime import datetime

    from dateparser.search import search_dates

    settings = {
        "RELATIVE_BASE": datetime(published.year, published.month, published.day),
        "PREFER_DATES_FROM": "past",
    }
    return [(words, at.date()) for words, at in search_dates(text, languages=["en"], settings=settings) or []]


def dates(paths: list[Path], show: bool) -> None:
    for path in paths:
        sentences = load(path)
        published = _published(path)
        wanted = sum(len(golds) for _, golds in sentences)
        found = false = peer_found = peer_false = 0
        for text, golds in sentences:
            mentions = find_dates(text, published=published)
            hits = {
                (g.start, g.end)
                for g in golds
                for m in mentions
                if _denotes(g, m.earliest, m.latest, m.start, m.end)
            }
            found += len(hits)
            near = [m for m in mentions if not any(m.start < g.end and g.start < m.end for g in golds)]
            false += len(near)
            if show:
                for gold in golds:
                    if (gold.start, gold.end) not in hits:
                        got = [(text[m.start : m.end], m.earliest, m.latest) for m in mentions]
                        print("  missed:", text[gold.start : gold.end], gold.fields["value"], "| got", got)
                for mention in near:
                    print("  false:", text[mention.start : mention.end], "|", text)
            try:
                theirs = peer_dates(text, published)
            except ImportError:
                theirs = []
            inside = sum(any(_holds(gold, day) for _, day in theirs) for gold in golds)
            peer_found += inside
            peer_false += max(0, len(theirs) - inside)
        print(f"{path.name}: {len(sentences)} sentences, {wanted} dates")
        print(f"{'claimcheck (interval)':32}{found:>5}/{wanted}  false {false}")
        print(f"{'dateparser (a day inside it)':32}{peer_found:>5}/{wanted}  false or wrong {peer_false}")


def _published(path: Path) -> date:
    """The day a file of dates is read on: of its line ``# published: DAY``, else a Sunday in November."""
    said = re.search(r"^# published: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return date.fromisoformat(said[1]) if said else date(2026, 11, 22)


def _denotes(gold: Gold, earliest: date | None, latest: date | None, start: int, end: int) -> bool:
    return start < gold.end and gold.start < end and (earliest, latest) == interval(gold.fields["value"])


def _holds(gold: Gold, day: date) -> bool:
    first, last = interval(gold.fields["value"])
    return (first or last) is not None and (first or date.min) <= day <= (last or date.max)


def pairs(paths: list[Path], show: bool) -> None:
    """Whether two figures agree (equal or compatible), differ, or cannot be compared."""
    for path in paths:
        rows = [line.split(" | ") for line in path.read_text(encoding="utf-8").splitlines() if " | " in line]
        right = 0
        for one, other, wanted in rows:
            first, second = find_figures(one)[:1], find_figures(other)[:1]
            got = compare_figures(first[0], second[0]) if first and second else "not found"
            verdict = "agree" if got in ("equal", "compatible") else got
            right += verdict == wanted
            if show and verdict != wanted:
                print("  pair:", one, "|", other, "| wanted", wanted, "| got", got)
        print(f"{path.name}: {right} of {len(rows)} pairs")


def speed() -> None:
    text = " ".join(text for name in ("figures_gold.txt", "dates_gold.txt") for text, _ in load(HERE / name))
    for name, run in (("figures", find_figures), ("dates", find_dates)):
        run(text)
        begun = time.process_time()
        for _ in range(5):
            run(text)
        spent = (time.process_time() - begun) / 5
        print(f"{name}: {len(text) / spent / 1e6:.2f} MB/s on figure-dense text")


def main(arguments: list[str]) -> None:
    show = "--show" in arguments
    chosen = [Path(a) for a in arguments if not a.startswith("--")]
    names = chosen or [
        path
        for kind in ("figures", "dates")
        for half in ("", "_fresh", "_third", "_fourth", "_fifth", "_sixth")
        if (path := HERE / f"{kind}_gold{half}.txt").exists()
    ] + sorted(HERE.glob("figure_pairs*.txt"))
    figures([path for path in names if path.name.startswith("figures")], show)
    dates([path for path in names if path.name.startswith("dates")], show)
    pairs([path for path in names if path.name.startswith("figure_pairs")], show)
    if not chosen:
        speed()


if __name__ == "__main__":
    main(sys.argv[1:])
