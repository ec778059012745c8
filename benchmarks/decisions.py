"""What one decision costs on a large article: CPU milliseconds in one process, median of many.

    python benchmarks/decisions.py [CLAIMS]

Beside ours stands the plain way: read the whole file with PyYAML's C loader, change a field, write it anew.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from statistics import median

from claimcheck.decisions import claims as on_claims
from claimcheck.decisions import desk_work
from claimcheck.decisions import evidence as on_evidence
from claimcheck.decisions.desk import Desk
from claimcheck.decisions.journal import Journal
from claimcheck.decisions.undoing import undo
from claimcheck.records.edits import Editor
from claimcheck.records.models import Source, StoredFile
from claimcheck.records.workspace import Workspace

ROUNDS = 20
LOG = "The quay took in ships on every day of that year, and the log names each of them.\n"


def lay_out(root: Path, claims: int) -> list[str]:
    """A workspace with one article of many claims, a proposal on each; their ids."""
    for folder in ("claims", "sources/log"):
        (root / folder).mkdir(parents=True)
    (root / "claimcheck.toml").touch()
    (root / "sources/log/text.txt").write_text(LOG)
    lines = ["claimcheck: 1", f'article: {{title: "Log", path: "log.md", sha256: "{"0" * 64}"}}', "claims:"]
    ids, at = [], 0
    letters = "abcdefghijklmnopqrstuvwxyz234567"
    for number in range(claims):
        key = "".join(letters[(number >> shift) & 31] for shift in (15, 10, 5, 0)) + "aaaa"
        text = f"Ship {number} came in on day {number % 365} with {number * 7} barrels."
        ids.append(f"quay/{key}")
        lines += [
            f"- id: quay/{key}", f'  text: "{text}"', f"  anchor: {{start: {at}, end: {at + len(text)}}}",
            "  kind: event", "  check_worthiness: {label: CFS, score: 0.9}", "  evidence:", "  - source: log",
            "    about: content", "    stance: supports", f'    exact: "{LOG[:30]}"',
            "    start: 0", "    end: 30",
            '    judge: "facts/1"', "    status: proposed",
        ]  # fmt: skip
        at += len(text) + 1
    (root / "claims/quay.yaml").write_text("\n".join(lines) + "\n")
    return ids


def cost(act: Callable[[str], object], ids: list[str]) -> float:
    """CPU milliseconds of one decision, the median over claims spread over the article."""
    spent = []
    for claim in ids[:: max(1, len(ids) // ROUNDS)][:ROUNDS]:
        begun = time.process_time()
        act(claim)
        spent.append((time.process_time() - begun) * 1000)
    return median(spent)


def plain(path: Path) -> float:
    """The same without claimcheck: load all, change one, dump all."""
    import yaml

    spent = []
    for _ in range(3):
        begun = time.process_time()
        data = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        data["claims"][0]["kind"] = "state"
        path.with_suffix(".new").write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False))
        spent.append((time.process_time() - begun) * 1000)
    return median(spent)


def main() -> None:
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "desk"
        ids = lay_out(root, claims)
        editor = Editor(Workspace(root), Path(name) / "cache")
        stored = StoredFile(path="sources/log/text.txt", sha256=sha256(LOG.encode()).hexdigest())
        editor.create_source(Source(claimcheck=1, id="log", title="Log", text=stored))
        desk = Desk(
            editor, "ann", "2026-03-04T09:12:00Z", Journal(Path(name) / "state", editor.workspace.root)
        )
        size = (root / "claims/quay.yaml").stat().st_size / 1e6
        print(f"{claims} claims, {size:.1f} MB; CPU ms a decision, median of {ROUNDS}")
        rows = {
            "accept": cost(lambda claim: on_evidence.accept(desk, claim, 1), ids),
            "sign": cost(lambda claim: on_claims.sign(desk, claim, "verified"), ids),
            "undo": cost(lambda claim: undo(desk), ids),
            "note": cost(lambda claim: desk_work.note(desk, claim, "seen"), ids),
            "whole file, PyYAML in C": plain(root / "claims/quay.yaml"),
        }
        for verb, spent in rows.items():
            print(f"  {verb:24}{spent:8.1f}")


if __name__ == "__main__":
    main()
