"""News sentences in the surroundings of written cases, so that the network reads those and not the style.

The written cases are mostly spoken words; news texts alone bring harmless cuts only, and a network that has
seen no others learns to pass whatever looks like news. So each of some news sentences stands once with
words before or behind it that turn it, and once with harmless ones, both taken from written cases that are
trained on. Where a written case opens with a frame up to "that", or goes on behind a mark, what is said of
its own words holds for others.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "stance_judge"))
from newsroom import all_pairs

SEED = 11
SENTENCES = 12
"""At most so many of one article; of a passage two."""
FRAMES = (True, True, False, False)
"""Whether what is put about a sentence turns it."""
AROUND = 500
"""Code points of the text on either side of the sentence."""
_SENTENCE = re.compile(r'(?:(?<=[.!?\n][ \n])|(?<![\s\S]))[A-Z][^.!?\n“”"]{40,260}[.!?](?=[ \n]|$)')
_BEGUN = re.compile(r"(?:^|[.!?…]['\"”’]? )$")
Frame = tuple[str, str]
"""What stands before the kept words, and what stands behind them."""


def frames(cases: Sequence[tuple[str, str, bool, str]]) -> dict[bool, list[Frame]]:
    """Surroundings of written cases that may stand about other words, those that turn under ``True``."""
    found: dict[bool, list[Frame]] = {True: [], False: []}
    for source, quote, turned, _ in cases:
        kept = quote.strip(" .,")
        at = source.find(kept)
        if at < 0 or "..." in quote or "…" in quote:
            continue
        before, behind = source[:at], source[at + len(kept) :]
        if before.endswith("that ") or (
            _BEGUN.search(before) and behind[:1] in tuple(".,;:—–") and behind[1:]
        ):
            found[turned].append((before, behind))
    return found


def framed(data: Path, cases: Sequence[tuple[str, str, bool, str]]) -> Iterator[tuple[str, str, bool]]:
    """Source, quotation and whether it is turned: sentences of one half of the news texts and of our own."""
    pick, known = random.Random(SEED), frames(cases)
    for text, most in _texts(data):
        found = list(_SENTENCE.finditer(text))
        for sentence in pick.sample(found, min(most, len(found))):
            for turned in FRAMES:
                yield _in_frame(text, sentence, pick.choice(known[turned]), turned)


def _texts(data: Path) -> Iterator[tuple[str, int]]:
    lines = (data / "news" / "wikinews-dev.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[::2]:
        yield json.loads(line)["text"], SENTENCES
    for passage in sorted({pair.passage for pair in all_pairs()})[::6]:
        yield passage, 2


def _in_frame(text: str, found: re.Match[str], frame: Frame, turned: bool) -> tuple[str, str, bool]:
    before, behind = frame
    words = found[0][:-1]
    kept = words[0].lower() + words[1:] if before.endswith("that ") and not words[:2].isupper() else words
    source = text[max(0, found.start() - AROUND) : found.start()] + before + kept + (behind or ".")
    return f"{source} {text[found.end() : found.end() + AROUND].lstrip()}", kept, turned
