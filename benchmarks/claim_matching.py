"""Already-checked claims: mean reciprocal rank on the development pairs, beside BM25 and tantivy.

Run: python benchmarks/claim_matching.py
"""

from __future__ import annotations

import base64
import csv
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from claimcheck.evidence.checked import CheckedClaims
from claimcheck.evidence.matches import Archive
from claimcheck.records.models import Anchor, Claim, SignOff, Worthiness


def main() -> None:
    data = os.environ.get("CLAIMCHECK_DATA")
    if not data:
        sys.exit("skipped: CLAIMCHECK_DATA names no folder with claim-matching/")
    folder = Path(data) / "claim-matching"
    csv.field_size_limit(10**7)
    base = _rows(folder / "verified-claims.tsv")
    pairs = _rows(folder / "pairs-dev.tsv")
    print(f"{len(base)} checked claims, {len(pairs)} pairs; mean reciprocal rank at 20")
    for name, texts in (
        ("claim only", [row["fact"].strip() for row in base]),
        ("title and claim", [f"{row['title']}. {row['fact'].strip()}" for row in base]),
    ):
        facts = [row["fact"].strip() for row in base]
        archive = Archive([(str(number), text) for number, text in enumerate(texts)])
        ours = _mrr(pairs, facts, lambda text, a=archive: [int(m.id) for m in a.matches(text)])  # type: ignore[misc]
        print(f"{name:16} claimcheck {ours:.3f}   tantivy en_stem {_mrr(pairs, facts, _tantivy(texts)):.3f}")

    _told(base, pairs)


def _told(base: Sequence[dict[str, str]], pairs: Sequence[dict[str, str]]) -> None:
    """What ``link`` would tell as checked before: how often it speaks, and of the right claim."""
    facts = [row["fact"].strip() for row in base]
    known = CheckedClaims([_claim(number, text, signed=True) for number, text in enumerate(facts) if text])
    right = wrong = 0
    for pair in pairs:
        told = known.before(_claim(len(facts), pair["claim"], signed=False))
        hit = any(item.claim.text == pair["fact"].strip() for item in told[:1])
        right += hit
        wrong += bool(told) and not hit
    print(f"told as checked before: {right} rightly, {wrong} wrongly, of {len(pairs)}")


def _claim(number: int, text: str, *, signed: bool) -> Claim:
    signoff = SignOff(by="a", at="2026-01-01T00:00:00Z", decision="verified", fingerprint="cc1:" + "0" * 16)
    return Claim(
        id=f"base/{base64.b32encode(number.to_bytes(5)).decode().lower()}",
        text=text,
        anchor=Anchor(start=0, end=len(text)),
        kind="event",
        check_worthiness=Worthiness(label="CFS", score=1.0),
        signoffs=[signoff] if signed else [],
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _mrr(pairs: Sequence[dict[str, str]], facts: Sequence[str], rank: Callable[[str], list[int]]) -> float:
    total = 0.0
    for pair in pairs:
        wanted = pair["fact"].strip()
        total += next((1 / at for at, n in enumerate(rank(pair["claim"]), 1) if facts[n] == wanted), 0.0)
    return total / len(pairs)


def _tantivy(texts: Sequence[str]) -> Callable[[str], list[int]]:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    builder.add_text_field("body", tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer()
    for number, text in enumerate(texts):
        writer.add_document(tantivy.Document(number=number, body=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def rank(text: str) -> list[int]:
        words = " ".join(word for word in "".join(c if c.isalnum() else " " for c in text).split())
        query, _ = index.parse_query_lenient(words.lower(), ["body"])
        return [int(searcher.doc(address)["number"][0]) for _, address in searcher.search(query, 20).hits]

    return rank


if __name__ == "__main__":
    main()
