"""Web pages: segments that must be kept and that must go, ours beside trafilatura in the same run.

    python benchmarks/web_pages.py [--errors]

Measured as trafilatura's own evaluation does: a wanted segment counts if it stands in the text as it is, an
unwanted one if it does not. The last line sets aside the unwanted segments that are captions, which we keep
on purpose.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from claimcheck.documents.model import Document
from claimcheck.documents.readers import html
from claimcheck.errors import ClaimcheckError


def ours(data: bytes) -> Document | None:
    try:
        return html.read(data, "page")
    except ClaimcheckError as error:
        print(f"not read: {error}", file=sys.stderr)
        return None


def theirs(data: bytes) -> str:
    return trafilatura.extract(data, include_comments=False, include_tables=True) or ""


def captions(document: Document | None) -> str:
    if document is None:
        return ""
    return "\n".join(document.text[b.start : b.end] for b in document.blocks if b.kind == "caption")


def scores(counts: list[int]) -> str:
    kept, lost, wrong, _ = counts
    precision, recall = kept / (kept + wrong), kept / (kept + lost)
    return (
        f"P {precision:.3f}  R {recall:.3f}  F {2 * precision * recall / (precision + recall):.4f}  {counts}"
    )


def tally(read: Callable[[bytes], tuple[str, str]], pages: list[tuple[bytes, dict[str, list[str]]]]) -> None:
    counts, spared = [0, 0, 0, 0], 0
    begun = time.process_time()
    for data, wanted in pages:
        text, seen = read(data)
        for segment in wanted["with"]:
            counts[segment not in text] += 1
            _tell("lost", segment, segment not in text)
        for segment in wanted["without"]:
            counts[2 if segment in text else 3] += 1
            spared += segment in seen
            _tell("kept", segment, segment in text)
    spent = (time.process_time() - begun) / len(pages) * 1000
    print(f"{read.__name__:12} {scores(counts)}  {spent:.0f} ms a page")
    if spared:
        print(f"{'':12} {scores([*counts[:2], counts[2] - spared, counts[3]])}  captions set aside")


def _tell(what: str, segment: str, wrong: bool) -> None:
    if wrong and "--errors" in sys.argv:
        print(f"  {what}: {segment}")


def claimcheck(data: bytes) -> tuple[str, str]:
    document = ours(data)
    return (document.text if document else ""), captions(document)


def trafilatura_(data: bytes) -> tuple[str, str]:
    return theirs(data), ""


def main() -> None:
    folder = os.environ.get("CLAIMCHECK_DATA")
    if not folder:
        raise SystemExit("CLAIMCHECK_DATA is not set: there is nothing to measure on.")
    base = Path(folder) / "webpages"
    listed = json.loads((base / "evaldata.en.json").read_text())
    pages = [(gzip.decompress((base / "html" / f"{e['file']}.gz").read_bytes()), e) for e in listed.values()]
    print(f"{len(pages)} pages; counts are kept, lost, wrongly kept, rightly dropped")
    for read in (trafilatura_, claimcheck):
        tally(read, pages)


if __name__ == "__main__":
    main()
