"""Claims whole and alone, boilerplate out, opinion told from fact: our own articles in five formats each.

    python benchmarks/extraction.py            # the table
    python benchmarks/extraction.py --errors   # and every error

Beside ours, in the same run: the plain splitter alone (every sentence of every block is a claim).
"""

from __future__ import annotations

import html
import io
import json
import os
import sys
import tempfile
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimcheck.documents.model import Document
from claimcheck.documents.reading import read_document, read_text_document
from claimcheck.documents.sentences import split_sentences
from claimcheck.extraction.claims import extract_claims
from claimcheck.extraction.relations import find_relations

FOLDER = Path(__file__).parent / "articles"
CLAIM_MARKS = "HCOIP"
_LATER = (
    "held-",
    "fresh-",
    "new-",
    "last-",
    "wide-",
    "sight-",
    "genre-",
    "view-",
    "stand-",
    "form-",
    "thirteen-",
)
"""Sets written after the rules, in the order of their writing."""


@dataclass(frozen=True)
class Row:
    """A line of a gold file; ``label`` is that of a turn: printed before the text, and no part of it."""

    mark: str
    text: str
    label: str = ""

    @property
    def printed(self) -> str:
        """The line as the article has it."""
        return f"{self.label}: {self.text}" if self.label else self.text


def load(path: Path) -> list[Row]:
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        label, turns, said = text.partition(": | ")
        rows.append(Row(mark, said, label) if turns else Row(mark, text))
    return rows


def paragraphs(rows: list[Row]) -> Iterator[list[Row]]:
    """Running sentences of one paragraph together, every other line by itself."""
    current: list[Row] = []
    for row in rows:
        if row.label and current:
            yield current
            current = []
        if row.mark in ("C", "O", "N") or row.text.endswith((" —", " --", ") -")):
            current.append(row)
            continue
        if current:
            yield current
            current = []
        if row.mark:
            yield [row]
    if current:
        yield current


def _joined(group: list[Row]) -> str:
    return " ".join(row.printed for row in group)


def as_markdown(rows: list[Row]) -> str:
    out, headed = [], False
    for group in paragraphs(rows):
        mark, text = group[0].mark, _joined(group)
        if mark in ("H", "T"):
            out.append(("## " if headed else "# ") + text)
            headed = headed or mark == "H"
        elif mark in ("I", "B-"):
            out.append("- " + text)
        else:
            out.append(text)
    return "\n\n".join(out) + "\n"


def as_html(rows: list[Row]) -> str:
    out, headed = [], False
    for group in paragraphs(rows):
        mark, text = group[0].mark, html.escape(_joined(group), quote=False)
        if mark in ("H", "T"):
            out.append(f"<h2>{text}</h2>" if headed else f"<h1>{text}</h1>")
            headed = headed or mark == "H"
        elif mark in ("I", "B-"):
            out.append(f"<ul><li>{text}</li></ul>")
        elif mark == "P":
            out.append(f"<figure><img src='a.jpg'><figcaption>{text}</figcaption></figure>")
        else:
            out.append(f"<p>{text}</p>")
    body = "\n".join(out).replace("</ul>\n<ul>", "\n")
    head = "<!doctype html><html lang='en'><head><title>x</title></head>"
    return f"{head}<body><article>{body}</article></body></html>"


def as_scraped(rows: list[Row]) -> str:
    out = []
    for group in paragraphs(rows):
        out.append(("- " if group[0].mark in ("I", "B-") else "") + _joined(group))
    return "\n".join(out) + "\n"


def as_wrapped(rows: list[Row]) -> str:
    out = []
    for group in paragraphs(rows):
        bullet = group[0].mark in ("I", "B-")
        out.append(
            textwrap.fill(
                ("- " if bullet else "") + _joined(group),
                72,
                subsequent_indent="  " if bullet else "",
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
    return "\n\n".join(out) + "\n"


def as_docx(rows: list[Row]) -> bytes:
    from docx import Document as Word

    word, headed = Word(), False
    for group in paragraphs(rows):
        mark, text = group[0].mark, _joined(group)
        if mark in ("H", "T"):
            word.add_heading(text, 2 if headed else 1)
            headed = headed or mark == "H"
        else:
            style = {"I": "List Bullet", "B-": "List Bullet", "P": "Caption"}.get(mark)
            word.add_paragraph(text, style)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


FORMATS: dict[str, tuple[str, Callable[[list[Row]], str | bytes]]] = {
    "md": ("md", as_markdown),
    "html": ("html", as_html),
    "docx": ("docx", as_docx),
    "scraped": ("txt", as_scraped),
    "wrapped": ("txt", as_wrapped),
}


def read(source: str | bytes, kind: str) -> Document:
    """The article as the program reads it from a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"article.{kind}"
        path.write_bytes(source.encode() if isinstance(source, str) else source)
        return read_document(path)


def flat(text: str) -> str:
    return " ".join(text.split())


@dataclass
class Score:
    """Counts of one run."""

    sentences: int = 0
    exact: int = 0
    unwanted: int = 0
    taken: int = 0
    opinions: int = 0
    told: int = 0

    def add(self, other: Score) -> None:
        """Adds another run's counts."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def line(self, name: str) -> str:
        """One line of the table."""
        exact = f"{self.exact:4}/{self.sentences:<4} {self.exact / max(1, self.sentences):6.1%}"
        told = f"{self.told:4}/{self.opinions:<4} {self.told / max(1, self.opinions):6.1%}"
        taken = f"{self.taken:3}/{self.unwanted:<4}"
        return f"{name:24} exact {exact}   boilerplate taken {taken}   opinion told from fact {told}"


def compare(rows: list[Row], claims: list[tuple[str, str]], errors: list[str] | None) -> Score:
    """``claims`` are (text, kind) in order."""
    score = Score()
    kinds = {}
    texts = Counter(flat(text) for text, _ in claims)
    for text, kind in claims:
        kinds[flat(text)] = kind
    for row in rows:
        wanted = flat(row.text)
        if row.mark and row.mark in CLAIM_MARKS:
            if row.mark != "O" or wanted in texts:
                score.sentences += 1
                score.exact += wanted in texts
            if errors is not None and row.mark != "O" and wanted not in texts:
                errors.append(f"  missing  {row.mark} {wanted}")
            if row.mark in "CO":
                score.opinions += 1
                opinion = kinds.get(wanted, "judgement" if row.mark == "O" else "missing") == "judgement"
                right = opinion == (row.mark == "O")
                score.told += right
                if errors is not None and not right:
                    errors.append(f"  opinion? {row.mark} [{kinds.get(wanted)}] {wanted}")
        elif row.mark and row.mark != "?":
            score.unwanted += 1
            bad = any(
                wanted == text
                or (wanted in text and len(wanted) * 2 > len(text))
                or (text in wanted and len(text) * 2 > len(wanted))
                for text in texts
            )
            score.taken += bad
            if errors is not None and bad:
                errors.append(f"  taken    {row.mark} {wanted}")
    return score


def ours(document: Document) -> list[tuple[str, str]]:
    extraction = extract_claims(document, slug="benchmark")
    for claim in extraction.claims:
        assert document.text[claim.anchor.start : claim.anchor.end] == claim.text
    return [(claim.text, claim.kind) for claim in extraction.claims]


def splitter(document: Document) -> list[tuple[str, str]]:
    text = document.text
    return [
        (text[a:b], "") for block in document.blocks for a, b in split_sentences(text, block.start, block.end)
    ]


def _prefix(path: Path) -> str:
    return next((prefix for prefix in _LATER if path.name.startswith(prefix)), "")


def wikinews() -> None:
    """Real articles: offsets, cost, what is dropped and how many findings; needs CLAIMCHECK_DATA."""
    folder = os.environ.get("CLAIMCHECK_DATA")
    if not folder:
        print("wikinews: CLAIMCHECK_DATA is not set, nothing measured")
        return
    lines = (Path(folder) / "news" / "wikinews-dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    dropped: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    claims, seconds = 0, 0.0
    for row in rows:
        document = read_text_document(f"{row['title']}\n\n{row['text']}", "txt")
        begin = time.process_time()
        extraction = extract_claims(document, slug="a", published=date.fromisoformat(row["date"]))
        seconds += time.process_time() - begin
        for item in extraction.dropped:
            assert document.text[item.start : item.end] == item.text
            dropped[item.why] += 1
        for claim in extraction.claims:
            assert document.text[claim.anchor.start : claim.anchor.end] == claim.text
        claims += len(extraction.claims)
        findings.update(relation.kind for relation in find_relations(extraction.claims, document.text))
    print(
        f"wikinews: {len(rows)} articles, {claims} claims, {1e3 * seconds / len(rows):.0f} ms CPU an article"
    )
    print("  dropped:", ", ".join(f"{why} {count}" for why, count in dropped.most_common()))
    print("  findings:", ", ".join(f"{kind} {count}" for kind, count in findings.most_common()))


def main() -> None:
    show = "--errors" in sys.argv
    for group, prefix in (
        ("tuned on", ""),
        ("held back, then looked at", "held-"),
        ("third set", "fresh-"),
        ("fourth set, with the furniture of many outlets", "new-"),
        ("fifth set, likewise", "last-"),
        ("sixth set, eight other outlets", "wide-"),
        ("seventh set, six more outlets, after the trained model", "sight-"),
        ("eighth set, other genres", "genre-"),
        ("ninth set, opinion", "view-"),
        ("tenth set, opinion, after the ninth", "stand-"),
        ("twelfth set, eight genres, by another hand", "form-"),
        ("thirteenth set, eight genres, by another hand", "thirteen-"),
    ):
        paths = sorted(p for p in FOLDER.glob("*.gold") if _prefix(p) == prefix)
        if not paths:
            continue
        print(f"{group}: {len(paths)} articles")
        totals: dict[str, Score] = {}
        begin = time.process_time()
        for path in paths:
            rows = load(path)
            for name, (kind, render) in FORMATS.items():
                document = read(render(rows), kind)
                errors: list[str] | None = [] if show else None
                for label, claims_of in (("ours", ours), ("splitter alone", splitter)):
                    score = compare(rows, claims_of(document), errors if label == "ours" else None)
                    totals.setdefault(f"{label} {name}", Score()).add(score)
                    totals.setdefault(f"{label} all", Score()).add(score)
                if errors:
                    print(f" {path.stem} as {name}", *errors, sep="\n")
        for name, score in sorted(totals.items()):
            print(score.line(name))
        print(f"  {time.process_time() - begin:.2f} s CPU for both")
    wikinews()


if __name__ == "__main__":
    main()
