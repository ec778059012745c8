"""Claims against cells of tables: ``python benchmarks/tables.py [-v] [FILE...]``.

Reads tables and claims from table_cases.txt (or the files named), whose head explains the form. Of the
claims that cells decide, *found* are those of which all that is wanted was told and nothing else; *wrong* is
any claim with a support or contradiction that is not wanted. ``-v`` prints what is missed and wrong.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimcheck.documents.model import Document
from claimcheck.documents.readers import html, sheet
from claimcheck.documents.reading import read_text_document
from claimcheck.evidence.tables import CellFinding, compare_cells, tables_of

PUBLISHED = date(2025, 1, 10)


@dataclass(frozen=True)
class Case:
    """A table, and what its cells must decide of each claim."""

    group: str
    name: str
    title: str
    text: str
    claims: list[tuple[str, list[str]]]


def read_cases(path: Path) -> Iterator[Case]:
    """The tables of a file with their claims."""
    for block in re.split(r"(?m)^#(?=[A-Z]+ )", path.read_text(encoding="utf-8"))[1:]:
        head, _, rest = block.partition("\n")
        group, _, named = head.partition(" ")
        name, _, title = (part.strip() for part in named.partition("|"))
        text, _, pairs = rest.partition("\n--\n")
        claims = []
        for line in pairs.strip().splitlines():
            claim, _, wanted = line.rpartition(" => ")
            claims.append((claim, [] if wanted == "-" else re.split(r", (?=\??[SC] )", wanted)))
        yield Case(group, name, title, text, claims)


def read_table(case: Case) -> Document:
    """The table as its reader gives it."""
    ending = case.name.rpartition(".")[2]
    if ending == "html":
        return html.read(case.text.encode(), case.name)
    if ending == "md":
        return read_text_document(case.text, ending)
    return sheet.read(case.text.encode(), case.name)


def verdict(wanted: list[str], told: set[tuple[str, str, str]]) -> str:
    """``found``, ``missed`` or ``wrong``."""
    left, missed = set(told), False
    for want in wanted:
        stance, _, cells = want.lstrip("?").partition(" ")
        hits = {one for one in told if one[0] == stance and not {one[1], one[2]}.isdisjoint(cells.split("|"))}
        left -= hits
        missed = missed or (not hits and not want.startswith("?"))
    return "wrong" if left else "missed" if missed else "found"


def decided(findings: list[CellFinding], document: Document) -> set[tuple[str, str, str]]:
    """Stance, name and print of each cell that decides."""
    names = {block.start: block.locator.cell for block in document.blocks if block.locator}
    return {
        (one.stance[0].upper(), names.get(one.start) or "", "=" + document.text[one.start : one.end])
        for one in findings
        if one.stance != "neutral"
    }


def main() -> None:
    """Print the counts of each set."""
    paths = [Path(one) for one in sys.argv[1:] if one != "-v"] or [Path(__file__).parent / "table_cases.txt"]
    counts: dict[str, Counter[str]] = {}
    for case in (case for path in paths for case in read_cases(path)):
        document = read_table(case)
        tables = list(tables_of("t", (case.title,), document.text, document.blocks))
        for claim, wanted in case.claims:
            findings = compare_cells(claim, tables, published=PUBLISHED)
            told = verdict(wanted, decided(findings, document))
            kind = "decided" if wanted else "undecided"
            counts.setdefault(case.group, Counter())[f"{kind} {told}"] += 1
            if "-v" in sys.argv and told != "found":
                print(f"{told}: {claim} | wanted {wanted} | {[one.reason for one in findings[:2]]}")
    print("| set | decided by cells | found | missed | wrong | to be left undecided | left | wrong |")
    print("|---|---|---|---|---|---|---|---|")
    for group, count in sorted(counts.items()):
        rows = [
            [count[f"{kind} {told}"] for told in ("found", "missed", "wrong")]
            for kind in ("decided", "undecided")
        ]
        (found, missed, wrong), (left, _, invented) = rows
        print(
            f"| {group} | {found + missed + wrong} | {found} | {missed} | {wrong} | {left + invented} "
            f"| {left} | {invented} |"
        )


if __name__ == "__main__":
    main()
