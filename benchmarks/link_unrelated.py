"""False proposals: the claims of public news articles against the texts of other articles, told other events.

    python benchmarks/link_unrelated.py            # the table
    python benchmarks/link_unrelated.py --list     # and each proposal that is not neutral, to be read

Every fourth of a hundred articles (``news/wikinews-dev.jsonl``) is linked with the other ninety-nine as its
sources. Articles seldom tell one event twice, so nearly all that is proposed as support or contradiction is
wrong; what is neutral is a lead that somebody would look at for nothing.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path

from claimcheck.documents.reading import read_text_document
from claimcheck.evidence.linking import propose
from claimcheck.evidence.source_library import Library
from claimcheck.extraction.claims import extract_claims
from claimcheck.records.models import Claim, Source
from claimcheck.sources.texts import SourceText

ARTICLES, EACH = 100, 4


def gather(data: Path) -> tuple[Library, list[tuple[str, list[Claim]]]]:
    """The texts as sources, and every fourth as an article: its id as a source, and its claims."""
    lines = (data / "news" / "wikinews-dev.jsonl").read_text(encoding="utf-8").splitlines()[:ARTICLES]
    texts, articles = [], []
    for number, line in enumerate(lines):
        document = read_text_document(json.loads(line)["text"], "txt")
        name = f"article-{number:03}"
        source = Source.model_validate({"claimcheck": 1, "id": name, "title": name})
        texts.append(SourceText(source, document.text, tuple(document.blocks), "sha256:1"))
        if number % EACH == 0:
            articles.append((name, extract_claims(document, slug=name).claims))
    return Library(texts), articles


def main() -> None:
    data = os.environ.get("CLAIMCHECK_DATA")
    if not data:
        sys.exit("skipped: CLAIMCHECK_DATA names no folder with news/wikinews-dev.jsonl")
    library, articles = gather(Path(data))
    told: Counter[str] = Counter()
    for name, claims in articles:
        for claim in claims:
            told["claims"] += 1
            for item in propose(claim, library, skip=[name]):
                told[item.stance] += 1
                if "--list" in sys.argv and item.stance != "neutral":
                    print(item.stance, claim.text, item.exact, item.reason, sep="\n    ")
    print("| claims | said to support | said to contradict | neutral leads |\n|---|---|---|---|")
    print(f"| {told['claims']} | {told['supports']} | {told['contradicts']} | {told['neutral']} |")


if __name__ == "__main__":
    main()
